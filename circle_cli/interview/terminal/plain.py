"""The plain terminal: for screen readers, dumb terminals, and anyone who likes it so.

One line per message, everything numbered, nothing redrawn, no colour, no cursor movement. Words that do something are
typed alone on a line; inside a pasted text they are text.
"""

from collections.abc import Callable
from dataclasses import replace

from circle_cli.errors import CircleError
from circle_cli.guidance.ours import MEANS, SIGN
from circle_cli.interview.asker import EARLY, Move, Reply, Screen, Where, early
from circle_cli.interview.script.agenda import Timing
from circle_cli.interview.script.prompts import Misread, PromptKind
from circle_cli.interview.terminal.growing import Growing
from circle_cli.interview.terminal.keyboard import LineReader
from circle_cli.interview.terminal.wrapping import unbroken, window

MOVES = {".back": Move.BACK, ".skip": Move.SKIP, ".note": Move.NOTE, ".pause": Move.PAUSE}
OTHERS = {".roles": Move.CARD, ".bring": Move.BRING_BACK}
"""Words for sessions with others."""

ASIDES = {".back": Move.BACK, ".pause": Move.PAUSE}
"""The words where something is asked in the middle of a prompt, or alone."""

FIRST = {
    Where.INTERVIEW: "Ctrl-D goes on to the next. Ctrl-C stops here and keeps everything. .help says more.",
    Where.ASIDE: ".back goes back to where you were.",
    Where.ALONE: ".back leaves it, and nothing is done.",
    Where.SAVED: "Nothing here undoes what is saved.",
}
EMPTY, ALL = "To empty it: .clear", ".all"
_LEAST_ROWS, _ROWS_ABOVE = 3, 16
"""How much of what was written is said in the smallest window; and what stands above it: what is asked, and help."""
HELP = (
    "A full stop alone on a line goes on to the next question. So does Ctrl-D.",
    ".back goes back, .skip goes on without an answer, .note jots down a thought for later.",
    "? shows more prompts, .edit opens your editor, .clear starts this answer afresh.",
    ".pause stops here and keeps everything. So does Ctrl-C. .help says this again.",
)
HELP_OTHERS = (
    ".roles shows a role card. .bring finds other words for a question about what went wrong. .time says the time.",
)


class PlainAsker:
    """Asks with plain lines. `show` writes text as it is; `edit` hands a text to the person's editor."""

    def __init__(
        self,
        reader: LineReader,
        show: Callable[[str], None],
        edit: Callable[[str], str],
        clock: Callable[[], float],
        *,
        bell: bool,
    ) -> None:
        self._reader, self._show, self._edit, self._clock, self._bell = reader, show, edit, clock, bell
        self._helped = False
        self._told = {Where.SAVED}  # there, nothing need be said beforehand
        self._cued: Timing | None = None

    def say(self, text: str) -> None:
        """Show some lines."""
        self._show(f"{unbroken(text)}\n")

    def ask(self, screen: Screen, text: str, typed: Callable[[str], None]) -> Reply:
        """Put a prompt; Ctrl-C pauses."""
        if early(screen, self._reader.let_go_of_early):
            self.say(EARLY)
        half = "" if _understood(screen, text) else text  # it cannot be mended here, only written anew
        if not screen.again:
            self._heading(screen, "" if half else text)
        if screen.where not in self._told:
            self._told.add(screen.where)
            self.say(FIRST[screen.where])
        self._time(screen)
        lines = screen.prompt.kind is PromptKind.WRITING
        writing = Growing(self._reader, "" if half else text, half, typed, lines=lines)
        self._standing(screen, text, half)
        try:
            if screen.prompt.kind is PromptKind.WRITING:
                reply = self._several_lines(screen, writing)
            else:
                reply = self._one_line(screen, writing)
        except KeyboardInterrupt:
            self._show("\n")
            reply = Reply(move=Move.PAUSE, text=writing.so_far)
        return reply if reply.text or reply.move is Move.NEXT else replace(reply, text=writing.half)

    def _heading(self, screen: Screen, text: str) -> None:
        prompt = screen.prompt
        enter = "" if text else f" {prompt.enter_alone()}"
        self.say("")
        if prompt.question:
            self.say(f"Question {screen.number} of {screen.total}: {prompt.ask}")
            self.say(prompt.question.aims[0])
            for each in prompt.question.at_once:
                self.say(f"You could think about: {each}")
            if any(SIGN in each for each in prompt.question.at_once):
                self.say(MEANS)
        else:
            self.say(prompt.ask)
        for remark in prompt.remark:
            self.say(remark)
        for number, option in enumerate(prompt.options, start=1):
            self.say(f"{number}. {option.label}")
        self._around(screen)
        if prompt.kind is PromptKind.WRITING and not self._helped:
            self._helped = True
            self._told.add(screen.where)
            self._help(screen)
        elif prompt.kind is PromptKind.CHOICE:
            self.say(f"Type a number.{enter}")
        elif prompt.kind is PromptKind.SEVERAL:
            self.say(f"Type numbers or words with commas between.{enter}")

    def _around(self, screen: Screen) -> None:
        for note in screen.recalled:
            self.say(f"Said or noted earlier: {note}")
        if screen.turn:
            self.say(screen.turn)
        if screen.turn and screen.timing:
            self.say(f"{screen.timing.about} for this one.")

    def _help(self, screen: Screen) -> None:
        for line in (*HELP, *(HELP_OTHERS if screen.others else ())):
            self.say(line)

    def _time(self, screen: Screen) -> None:
        """Say once, when the time for a question is used, that the boundary setter may move people on."""
        timing = screen.timing
        if timing and timing is not self._cued and timing.over(self._clock()):
            self._cued = timing
            if self._bell:
                self._show("\a")
            self.say(timing.in_words(self._clock()))

    def _standing(self, screen: Screen, text: str, half: str) -> None:
        """Say what is already written here; `half` is what is no answer, and was just said where it is asked again."""
        if not text or (half and screen.again):
            return
        if half:
            self.say(f"You had typed: “{half}”. That is no answer yet; type it anew. Enter lets it go.")
            return
        if screen.prompt.kind is PromptKind.WRITING:
            self.say("What you have so far; go on writing below it:")
            self._end_of(text)
            self.say(EMPTY)
        else:
            now = screen.prompt.in_words(text)
            stop = "" if now.endswith((".", "!", "?")) else "."
            also = "" if screen.prompt.kind is PromptKind.CHOICE else f" {EMPTY}"
            self.say(f"Now: “{now}”{stop} Enter keeps it.{also}")

    def _end_of(self, text: str) -> None:
        """Say the end of a text, and what is asked stays on the screen; all of one that is short."""
        rows, room = unbroken(text).split("\n"), max(_LEAST_ROWS, window()[1] - _ROWS_ABOVE)
        if len(rows) > room:
            self.say(f"It ends like this; {ALL} says it from its beginning:")
        self._show("".join(f"{row}\n" for row in rows[-room:]))

    def _several_lines(self, screen: Screen, writing: Growing) -> Reply:
        while True:
            line = writing.line()
            if line.gone:
                return Reply(move=Move.END, text=writing.with_line(line.text))
            if line.ended and not line.text:
                return Reply(move=Move.NEXT, text=writing.text)
            command = line.text.strip()
            if not self._reader.pasting():
                if command == ".":
                    return Reply(move=Move.NEXT, text=writing.text)
                if command in _moves(screen):
                    return Reply(move=_moves(screen)[command], text=writing.text)
                if self._did(command, screen, writing):
                    continue
                if not command and not writing.text:
                    skip = "" if screen.prompt.needed else ", or type .skip to go on"
                    self.say(f"Nothing is written yet. Start whenever you like{skip}.")
                    continue
            writing.add(line.text)
            self._time(screen)
            if line.ended:
                return Reply(move=Move.NEXT, text=writing.text)

    def _one_line(self, screen: Screen, writing: Growing) -> Reply:
        while True:
            line = writing.line()
            typed = first = line.text
            command = typed.strip()
            if line.gone:
                return Reply(move=Move.END, text=writing.with_line(typed))
            while self._reader.pasting() and not line.ended:
                line = writing.line()
                typed = f"{typed} {line.text}"
                if line.gone:
                    return Reply(move=Move.END, text=typed)
            if screen.prompt.guarded and typed.strip() and typed != first:
                self.say("Several lines came at once, so they choose nothing here. Please type it by hand.")
                writing.set(writing.text)
                continue
            if command == "." and command == typed.strip():
                return Reply(move=Move.NEXT, text=writing.text)
            if command == typed.strip() and command in _moves(screen):
                return Reply(move=_moves(screen)[command], text=writing.text)
            if command == typed.strip() and self._did(command, screen, writing):
                continue
            return Reply(move=Move.NEXT, text=typed if command else writing.text)

    def _did(self, command: str, screen: Screen, writing: Growing) -> bool:
        """Do what a word alone on a line asks for; False if it is only text."""
        if command == ".help":
            self._help(screen)
        elif command == ".time" and screen.others:
            self.say(screen.timing.in_words(self._clock()) if screen.timing else "The time is not being watched here.")
        elif command == "?" and screen.prompt.option(command) is None:
            self._more(screen)
        elif command == ALL and screen.prompt.kind is PromptKind.WRITING:
            self.say(writing.text)
        elif command in (".clear", ".empty"):
            writing.half = ""
            writing.set("")
            self.say("Cleared. Start afresh.")
        elif command == ".edit" and screen.where is Where.INTERVIEW:
            self._in_editor(writing)
        elif screen.where is not Where.INTERVIEW and command in (*MOVES, *OTHERS, ".edit"):
            self.say(f"{command} does nothing here. {FIRST[screen.where]}")
        else:
            return False
        writing.set(writing.text)
        return True

    def _more(self, screen: Screen) -> None:
        question = screen.prompt.question
        for each in screen.prompt.more:
            self.say(each)
        if question is None and not screen.prompt.more:
            self.say("There are no more prompts here. Type .help for the words that do something.")
        if question is None:
            return
        for aim in question.aims[1:]:
            self.say(f"What it is for: {aim}")
        for prompt in question.behind:
            self.say(f"You could think about: {prompt}")
        for note in question.notes:
            self.say(f"Note: {note}")
        if SIGN in " ".join((*question.prompts, *question.notes)):
            self.say(MEANS)

    def _in_editor(self, writing: Growing) -> None:
        try:
            writing.set(self._edit(writing.text))
        except CircleError as error:
            self.say(str(error))
            return
        self.say("What you have now; go on writing below it, or type a full stop to go on:")
        self.say(writing.text)


def _moves(screen: Screen) -> dict[str, Move]:
    if screen.where is Where.SAVED:
        return ASIDES | {".skip": Move.SKIP}
    if screen.where is not Where.INTERVIEW:
        return ASIDES
    return MOVES | OTHERS if screen.others else MOVES


def _understood(screen: Screen, text: str) -> bool:
    try:
        screen.prompt.read(text)
    except Misread:
        return False
    return True
