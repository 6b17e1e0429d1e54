"""The terminal: a question's heading, printed at once; then an editor for the answer.

Nothing is imported here that is slow: questionary and prompt_toolkit come in `editing`, when the first prompt's text
already stands on the screen.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from circle_cli.errors import CircleError
from circle_cli.guidance.ours import MEANS, SIGN
from circle_cli.interview.asker import EARLY, Move, Reply, Screen, early
from circle_cli.interview.script.prompts import Prompt, PromptKind
from circle_cli.interview.terminal.drawing import ring
from circle_cli.interview.terminal.wrapping import width, window, wrapped
from circle_cli.shown import lines_of

if TYPE_CHECKING:  # for the name alone, as in asker.py
    from circle_cli.guidance.records import Question
    from circle_cli.interview.script.agenda import Timing

_SMALL, _LARGE = 8, 18
"""Rows: with fewer nothing would fit, with more everything does."""

_OTHER_ROWS = 4
"""Beside a question, its aim and its prompts: where one is, an empty row, a line to write on, and the keys."""

_BELOW = 3
"""Rows: one to write on or what the keys are, and what stands below."""

_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"


class ScreenAsker:
    """Asks in a terminal. `show` writes text as it is; `edit` hands a text to the person's editor.

    `let_go` lets go of keys that came before a prompt, and tells whether there were any.
    """

    def __init__(
        self,
        show: Callable[[str], None],
        edit: Callable[[str], str],
        clock: Callable[[], float],
        let_go: Callable[[], bool],
        *,
        bell: bool,
    ) -> None:
        self._show, self._edit, self._clock, self._let_go, self._bell = show, edit, clock, let_go, bell
        self._rung: Timing | None = None

    def say(self, text: str) -> None:
        """Show some lines, wrapped to the window."""
        self._show("\n" + "\n".join(wrapped(text)) + "\n")

    def ask(self, screen: Screen, text: str, typed: Callable[[str], None]) -> Reply:
        """Put a prompt; Ctrl-C and Ctrl-P pause, as the line below it says."""
        if early(screen, self._let_go_of_all):
            self.say(EARLY)
        if not screen.again:
            self._show(heading_of(screen))
        if screen.prompt.kind is PromptKind.SEVERAL:
            return self._by_number(screen, text, typed)
        return self._put_until(screen, text, typed)

    def _by_number(self, screen: Screen, text: str, typed: Callable[[str], None]) -> Reply:
        """Show what stands there by the numbers of the list; untouched, it is what it was."""
        shown = screen.prompt.by_number(text)
        as_before = {shown: text}
        reply = self._put_until(screen, shown, lambda now: typed(as_before.get(now, now)))
        return replace(reply, text=as_before.get(reply.text, reply.text))

    def _put_until(self, screen: Screen, text: str, typed: Callable[[str], None]) -> Reply:
        while True:
            reply = self._put(screen, text, typed)
            if isinstance(reply, Reply):
                return reply
            text = reply

    def _put(self, screen: Screen, text: str, typed: Callable[[str], None]) -> Reply | str:
        """Put the prompt once; a plain text comes back where the editor was asked for, to be put again."""
        from circle_cli.interview.terminal.editing.around import EDITOR, Around
        from circle_cli.interview.terminal.editing.choosing import choose_option
        from circle_cli.interview.terminal.editing.writing import write_answer

        if screen.prompt.kind is PromptKind.CHOICE:
            skips = not screen.prompt.needed
            return choose_option(screen.prompt, text, typed, others=screen.others, skips=skips, where=screen.where)
        timing, clock = screen.timing, self._clock
        around = Around(
            more=more_lines(screen.prompt),
            recalled=screen.recalled,
            others=screen.others,
            skips=not screen.prompt.needed,
            notes=screen.notes,
            where=screen.where,
            anew=screen.anew,
            time=(lambda: timing.in_words(clock())) if timing else None,
            rings=lambda: self.rings(timing),
            above=heading_of(screen).count("\n"),
        )
        reply = write_answer(screen.prompt, text, typed, around)
        if reply.move is not EDITOR:
            return Reply(move=Move(reply.move), text=reply.text)
        try:
            return self._edit(reply.text)
        except CircleError as error:
            self.say(str(error))
            return reply.text

    def _let_go_of_all(self) -> bool:
        from circle_cli.interview.terminal.editing.pace import let_go_of_typed_ahead

        typed_ahead = let_go_of_typed_ahead()
        return self._let_go() or typed_ahead

    def rings(self, timing: "Timing | None") -> bool:
        """Tell, once for each question, that a bell should ring: it is wanted, and the time is used."""
        if not self._bell or timing is None or timing == self._rung or not timing.over(self._clock()):
            return False
        self._rung = timing
        return True


def heading_of(screen: Screen) -> str:
    """Give what stands above a prompt's answer, wrapped to the window."""
    prompt = screen.prompt
    asked = [] if prompt.question else [_bold(line) for line in wrapped(prompt.ask)]
    lines = _question_lines(screen) or [*asked]
    for remark in prompt.remark:
        lines += wrapped(remark)
    if prompt.kind is PromptKind.SEVERAL:
        lines += _columns([f"{number} {option.label}" for number, option in enumerate(prompt.options, start=1)])
        lines += wrapped("Type numbers or words with commas between; Enter to go on.")
    if screen.turn:
        about = f" {screen.timing.about}." if screen.timing else ""
        lines += ["", *wrapped(f"{screen.turn}{about}")]
    if screen.recalled:
        lines += ["", *wrapped("Said or noted earlier (Ctrl-E brings it in):")]
        for note in screen.recalled:
            lines += wrapped(f"- {note}", "  ")
    below = _BELOW + (len(prompt.options) if prompt.kind is PromptKind.CHOICE else 0)
    if asked and len(lines) > len(asked) + _BELOW and len(lines) + below > window()[1]:
        lines += ["", *asked]  # else it has scrolled away when what is to be thought of has been read
    return "\n" + "\n".join(lines) + "\n"


def more_lines(prompt: Prompt) -> str:
    """Give the rest of a question's aims, prompts and notes; else what there is to bear in mind."""
    if prompt.question is None:
        return "\n".join(f"· {line}" for line in prompt.more)
    question = prompt.question
    shown = _with_room(question)
    left = (each for each in question.at_once if each not in shown)
    lines = [f"· {line}" for line in (*left, *question.aims[1:], *question.behind, *question.notes)]
    lines += [MEANS] if SIGN in " ".join((*question.prompts, *question.notes)) else []
    return "\n".join(lines)


def _question_lines(screen: Screen) -> list[str]:
    question = screen.prompt.question
    if question is None:
        return []
    place = f"Question {screen.number} of {screen.total}"
    drawn = ring(screen.done, screen.number, mark=_mark())
    columns, rows = window()
    beside = len(drawn) > 1 and columns >= 60 and rows >= _LARGE
    if beside:
        room = width() - len(drawn[0]) - 3
        right = [place, *(_bold(line) for line in lines_of(question.title, room))]
        right += lines_of(question.aims[0], room)
        height = max(len(drawn), len(right))
        left = [*drawn, *[" " * len(drawn[0])] * (height - len(drawn))]
        lines = [
            f"{row}   {text}".rstrip() for row, text in zip(left, [*right, *[""] * (height - len(right))], strict=True)
        ]
    else:
        row = " ".join(mark.strip() for mark in " ".join(drawn).split()) if len(drawn) == 1 else _row(screen)
        lines = [f"{place}   {row}" if len(place) + len(row) + 3 <= width() else place]
        lines += [_bold(line) for line in wrapped(question.title)] + wrapped(question.aims[0])
    lines.append("")
    for prompt in _with_room(question):
        lines += wrapped(f"· {prompt}", "  ")
    if rows >= _LARGE and any(SIGN in prompt for prompt in question.at_once):
        lines += wrapped(MEANS)
    return lines


def _with_room(question: "Question") -> tuple[str, ...]:
    """Give the prompts that leave the question itself on a small screen; the others are among those for `?`."""
    rows = window()[1]
    if not _SMALL <= rows < _LARGE:
        return tuple(question.at_once)
    room, shown = rows - _OTHER_ROWS - len(wrapped(question.title)) - len(wrapped(question.aims[0])), list[str]()
    for prompt in question.at_once:
        taken = len(wrapped(f"· {prompt}", "  "))
        if taken <= room:
            shown.append(prompt)
            room -= taken
    return tuple(shown)


def _row(screen: Screen) -> str:
    marks = enumerate(screen.done, start=1)
    return " ".join(f"[{n}]" if n == screen.number else _mark() if done else str(n) for n, done in marks)


def _mark() -> str:
    import sys

    try:
        "●".encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return "*"
    return "●"


def _bold(text: str) -> str:
    return f"{_BOLD}{text}{_PLAIN}"


def _columns(items: list[str]) -> list[str]:
    """Set short items in as many columns as fit."""
    widest = max(len(item) for item in items) + 3
    count = max(1, (width() + 3) // widest)
    if count == 1:
        return [line for item in items for line in wrapped(item, "   ")]
    rows = -(-len(items) // count)
    return ["".join(f"{item:<{widest}}" for item in items[row::rows]).rstrip() for row in range(rows)]
