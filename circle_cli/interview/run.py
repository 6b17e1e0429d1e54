"""An interview from its first prompt to its last: asks, keeps every reply in the draft, and goes where people go."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Protocol

from circle_cli.errors import CircleError
from circle_cli.guidance.ours import ours
from circle_cli.guidance.records import Question
from circle_cli.interview.answers.answer import Answers
from circle_cli.interview.answers.during import NOTES, section
from circle_cli.interview.asides import NOTE, NOTE_KIND, bring_back, choose, show_card
from circle_cli.interview.asker import Asker, Move, Paused, Screen, Where
from circle_cli.interview.halves import asked_before, half_of, said_anew, standing, told_of
from circle_cli.interview.script.agenda import Timing, Watch, fit
from circle_cli.interview.script.prompts import Misread, Prompt, PromptKind, line
from circle_cli.interview.script.script import Script, next_prompt, part_at, previous_prompt

FEW_WORDS = 4
"""An answer of so many words or fewer gets one curious question back, once."""


class Keeping(Protocol):
    """Where replies are kept as they come: the draft on disk, or a test's memory."""

    def answered(self, key: str, text: str | None, then: str | None) -> None:
        """Keep a reply."""

    def left(self, key: str, half: str, to: str) -> None:
        """Keep a half-written reply."""

    def typed(self, key: str, text: str) -> None:
        """Keep what is being typed."""

    def move_to(self, folder: Path) -> None:
        """Keep everything in another folder from now on."""


class Run:
    """One interview in progress. The draft is the truth; this is its working copy."""

    def __init__(
        self,
        script: Script,
        asker: Asker,
        draft: Keeping,
        answers: Mapping[str, str | None],
        halves: Mapping[str, str],
        clock: Callable[[], float],
    ) -> None:
        self.script, self.asker, self.draft, self.clock = script, asker, draft, clock
        self.answers, self.halves = dict(answers), dict(halves)
        self.nudging, self.nudged = True, ""
        self.skipped: dict[str, str] = {}
        self.let_go: dict[str, str] = {}
        self.watch: Watch | None = None
        self.drawn: tuple[Answers, tuple[Prompt, ...]] | None = None

    def go(self, at: str | None, *, heading_shown: bool = False) -> dict[str, str | None]:
        """Ask from the prompt named, or from the first that is open, to the last; returns all the answers.

        `heading_shown` tells that the first prompt's heading stands on the screen already.

        Raises:
            Paused: somebody chose to stop here.
        """
        script = self._script()
        current = next((prompt for prompt in script if prompt.key == at), None)
        current = current or self._after(None)
        again = heading_shown
        self._say_what_waits(script, current)
        if current is not None and self.halves.get(NOTE.key) and self.script.questions:
            self._note(current.key)
        while current is not None:
            following = self._visit(current, again=again)
            again = following is not None and following.key == current.key
            current = following
        self._take_half_note()
        self._take_unasked()
        return self.answers

    def _visit(self, prompt: Prompt, *, again: bool) -> Prompt | None:
        """Put one prompt, keep what comes back, and give the prompt to go to: None when all is asked."""
        before, text = self.halves.get(prompt.key), standing(prompt, self.answers, self.halves)
        shown = replace(
            self._screen(told_of(prompt, text, before), again=again), anew=said_anew(prompt, text, self.answers)
        )
        reply = self.asker.ask(shown, text, partial(self.draft.typed, prompt.key))
        half = self.halves[prompt.key] = half_of(prompt, text, before, reply.text)
        if reply.move in (Move.PAUSE, Move.END):
            self._keep_half(prompt.key, half, prompt.key)
            raise Paused(interrupted=reply.move is Move.PAUSE)
        if reply.move is Move.BACK:
            return self._back(prompt, half)
        if reply.move in (Move.NOTE, Move.CARD, Move.BRING_BACK):
            self._keep_half(prompt.key, half, prompt.key)
            self._aside(reply.move, prompt.key)
            self.asker.say(f"Back to: {prompt.ask}")
            return prompt
        only_looked_at = reply.move is Move.SKIP and prompt.kind is PromptKind.CHOICE
        try:
            kept = prompt.read((self.answers.get(prompt.key) or "") if only_looked_at else reply.text) or None
        except Misread as misread:
            if reply.move is Move.SKIP and not prompt.needed:
                return self._leave_open(prompt, reply.text)
            self._keep_half(prompt.key, reply.text, prompt.key)
            self.asker.say(str(misread))
            return prompt
        if prompt.pauses and kept == prompt.pauses:
            self._keep_half(prompt.key, "", prompt.key)
            raise Paused(interrupted=True)
        if (reply.move is Move.NEXT and self._curious(prompt, kept)) or self._urged(prompt, kept):
            self._keep_half(prompt.key, reply.text, prompt.key)
            return prompt
        if prompt.heard and kept and (message := prompt.heard(reply.text)):
            self.asker.say(message)
        return self._next(prompt, kept)

    def _next(self, prompt: Prompt, kept: str | None) -> Prompt | None:
        self.answers[prompt.key] = kept
        self.halves.pop(prompt.key, None)
        following = self._after(prompt.key)
        self._kept(lambda: self.draft.answered(prompt.key, kept, following.key if following else None))
        if prompt.echo and (message := prompt.echo(kept or "")):
            self.asker.say(message)
        if prompt.left_open and not kept:
            self.asker.say(f"Left open. {prompt.left_open}")
        return following

    def _script(self) -> tuple[Prompt, ...]:
        """Give the script as the answers have it: drawn up anew when one of them is another, for it takes its time."""
        if self.drawn is None or self.drawn[0] != self.answers:
            self.drawn = self.answers.copy(), self.script.draw_up(self.answers)
        return self.drawn[1]

    def _after(self, key: str | None) -> Prompt | None:
        """Give the next prompt that is open: never asked, or left with words in it that became no answer."""
        seen = {each: text for each, text in self.answers.items() if not self._waits(each)}
        return next_prompt(self._script(), seen, key)

    def _waits(self, key: str) -> bool:
        half = self.halves.get(key, "").strip()
        return bool(half) and half not in ((self.answers.get(key) or "").strip(), self.let_go.get(key))

    def _say_what_waits(self, script: tuple[Prompt, ...], current: Prompt | None) -> None:
        """Show, to somebody who comes back, the words that wait elsewhere than where they go on."""
        for prompt in script:
            if prompt is not current and self._waits(prompt.key):
                half = self.halves[prompt.key]
                option = prompt.option(half) if prompt.options else None
                self.asker.say(f"Begun, and you will be asked again: {prompt.ask}\n{option.label if option else half}")

    def _leave_open(self, prompt: Prompt, text: str) -> Prompt | None:
        """Go on from words that are no answer: they stay, and are asked for once more; skipped again, they go."""
        words = text.strip()
        if self.skipped.get(prompt.key) == words:
            self.let_go[prompt.key] = words
            self.asker.say(f"“{words}” is left out.")
        else:
            self.skipped[prompt.key] = words
            self.asker.say(f"“{words}” stays here, and is no answer yet; you will be asked once more at the end.")
        self.halves[prompt.key] = text
        self.answers.setdefault(prompt.key, None)
        following = self._after(prompt.key)
        self._keep_half(prompt.key, text, following.key if following else prompt.key)
        return following

    def _back(self, prompt: Prompt, half: str) -> Prompt:
        before = previous_prompt(self._script(), prompt.key)
        if before is None:
            self.asker.say("This is the beginning.")
            return prompt
        self._keep_half(prompt.key, half, before.key)
        return before

    def _curious(self, prompt: Prompt, kept: str | None) -> bool:
        """Ask for a little more, once, where an answer is a few words long; stop asking if nobody takes it up."""
        if prompt.question is None or not kept or len(kept.split()) > FEW_WORDS or not self.nudging:
            return False
        if self.nudged == prompt.key:
            self.nudging = False
            return False
        self.nudged = prompt.key
        self.asker.say(f"{ours(prompt.question.more)}\nOr just go on.")
        return True

    def _urged(self, prompt: Prompt, kept: str | None) -> bool:
        """Say, once for each, why it would be a pity to leave this empty."""
        if kept or not prompt.urged or self.nudged == prompt.key:
            return False
        self.nudged = prompt.key
        self.asker.say(prompt.urged)
        return True

    def _aside(self, move: Move, at: str) -> None:
        company = self.script.company(self.answers)
        if move is Move.NOTE and not self.script.questions:
            self.asker.say("Notes belong to the eight questions; nothing would keep one here.")
        elif move is Move.NOTE:
            self._note(at)
        elif company is None:
            self.asker.say("That is for sessions with others.")
        elif move is Move.CARD:
            show_card(self.asker, self.script.guidance, company)
        else:
            bring_back(self.asker, self.script.guidance.turns)

    def _note(self, at: str) -> None:
        """Take a note, and what it is about, without leaving the place."""
        half = self.halves.get(NOTE.key, "")
        reply = self.asker.ask(Screen(prompt=NOTE, where=Where.ASIDE), half, partial(self.draft.typed, NOTE.key))
        text = self.halves[NOTE.key] = reply.text.strip()
        self._keep_half(NOTE.key, text, at)
        if reply.move in (Move.PAUSE, Move.END):
            raise Paused(interrupted=reply.move is Move.PAUSE)
        if not text or reply.move in (Move.BACK, Move.SKIP):
            return
        kind = choose(self.asker, NOTE_KIND)
        if kind is None:
            return self._note(at)
        self._add_note(f"- {kind}: {text}", at)
        del self.halves[NOTE.key]
        self._keep_half(NOTE.key, "", at)

    def _add_note(self, note: str, at: str | None = None) -> None:
        notes = self.answers[NOTES.key] = "\n".join(filter(None, (NOTES.text(self.answers), note)))
        self._kept(lambda: self.draft.answered(NOTES.key, notes, at))

    def _take_half_note(self) -> None:
        """Keep a note that was begun and closed: the draft, where it was until now, goes when all is saved."""
        if self.script.questions and self.halves.get(NOTE.key, "").strip():
            self.asker.say(f"The note that you began stands among the session's notes: {self.halves[NOTE.key]}")
            self._add_note(f"- {self.halves.pop(NOTE.key)}")

    def _take_unasked(self) -> None:
        """Keep, among the notes, what an earlier version had begun to ask for, and is asked for otherwise by now."""
        asked = {prompt.key for prompt in self._script()} | set(self.answers)
        begun = {key: half.strip() for key, half in self.halves.items() if key not in asked and asked_before(key)}
        left = [half for half in begun.values() if half]
        if left and self.script.questions:
            self.asker.say(f"What you began, and is asked otherwise now, stands among the notes: {'; '.join(left)}")
            for half in left:
                self._add_note(f"- {half}")

    def _screen(self, prompt: Prompt, *, again: bool) -> Screen:
        question, company, asked = prompt.question, self.script.company(self.answers), self.script.questions
        timing = self._timing(prompt) if company else None
        if question is None:
            others = company is not None
            return Screen(prompt=prompt, again=again, others=others, notes=bool(asked), timing=timing)
        return Screen(
            prompt=prompt,
            number=asked.index(question) + 1,
            total=len(asked),
            done=tuple(bool(section(each.id).text(self.answers)) for each in asked),
            recalled=(*self._noted(question), *self.script.recalled(question)),
            turn=company.turn(question) if company else "",
            timing=timing,
            others=company is not None,
            again=again,
        )

    def _noted(self, question: Question) -> tuple[str, ...]:
        notes, wanted = NOTES.text(self.answers).splitlines(), tuple(f"- {kind}: " for kind in question.recalls)
        return tuple(note.removeprefix("- ") for note in notes if wanted and note.startswith(wanted))

    def _timing(self, prompt: Prompt) -> Timing | None:
        """Give how the time stands at a prompt; the watch starts when it is said how long there is."""
        minutes, questions = self.script.minutes(self.answers), self.script.questions
        if not minutes or not questions:
            return None
        part = part_at(self._script(), prompt.key)
        self.watch = self.watch or Watch(fit(questions, minutes), self.clock(), part)
        return self.watch.at(part, self.clock())

    def _keep_half(self, key: str, text: str, to: str) -> None:
        self._kept(lambda: self.draft.left(key, text, to))

    def _kept(self, keep: Callable[[], None]) -> None:
        """Keep a reply; where the disk refuses, offer another folder rather than lose it."""
        while True:
            try:
                return keep()
            except CircleError as error:
                self._elsewhere(error)

    def _elsewhere(self, error: CircleError) -> None:
        ask = line("elsewhere", "Another folder to keep it in", remark=(str(error), "Enter to try the same one again."))
        reply = self.asker.ask(Screen(prompt=ask, where=Where.ALONE), "", lambda _: None)
        if reply.move is not Move.NEXT:
            written = [f"{key}:\n{text}" for key, text in {**self.answers, **self.halves}.items() if text]
            self.asker.say("What you wrote, so that you can copy it:\n\n" + "\n\n".join(written))
            raise error
        if reply.text.strip():
            try:
                self.draft.move_to(Path(reply.text.strip()).expanduser())
            except CircleError as worse:
                self.asker.say(str(worse))
