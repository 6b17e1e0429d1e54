"""What is unfinished: the drafts of a log, and one of them opened again exactly where it was left."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from circle_cli.commands.drafts.holders import Held, held, opened
from circle_cli.commands.drafts.places import belongs, drafts_in, refusal, say_if_git_has
from circle_cli.commands.edge import result, say
from circle_cli.errors import USAGE, CircleError
from circle_cli.ids import QUESTIONS, short_id
from circle_cli.interview.answers.answer import Answers
from circle_cli.interview.answers.before import MODE
from circle_cli.interview.answers.during import SECTION, TITLE
from circle_cli.interview.draft.holding import is_aside
from circle_cli.interview.draft.lines import DraftKind, DraftState, read_draft
from circle_cli.log.folder import Log

if TYPE_CHECKING:  # for the names alone: whoever lists drafts asks nothing
    from circle_cli.commands.drafts.interview import How
    from circle_cli.interview.draft.draft import Draft

WELCOME_BACK = "Welcome back. Here is where you were."

Hold = Callable[[Log, "Draft", DraftState, "How"], None]
"""Puts what is still to be asked in a draft, and saves what comes of it."""

_DOING = {
    DraftKind.REFLECT: "being reflected on",
    DraftKind.PREPARE: "being prepared",
    DraftKind.FOLLOW_UP: "being followed up",
    DraftKind.SHARE: "a learning point being shared",
    DraftKind.REVIEW: "being read, to be approved or not",
    DraftKind.PACKET: "being read from a file, to be approved or not",
    DraftKind.EVIDENCE: "being made evidence of",
    DraftKind.PORTFOLIO: "being looked through for a portfolio",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """An unfinished interview: its draft, and who has it open."""

    path: Path
    state: DraftState
    held: Held = field(default_factory=Held)

    @property
    def open_elsewhere(self) -> bool:
        """Tell whether another terminal has it open, and may go on with it at any moment."""
        return self.held.open_elsewhere

    @property
    def worth_it(self) -> bool:
        """Tell whether there is anything to go on with."""
        return self.state.written and not self.open_elsewhere

    @property
    def title(self) -> str:
        """What it is called so far."""
        state = self.state
        named = TITLE.text(state.answers) or TITLE.text(state.head.start) or state.head.named
        return named or TITLE.text(state.halves) or "not named yet"

    @property
    def mode(self) -> str:
        """Say in which way the circle is used, as far as somebody has said; nothing where nobody has."""
        return self.state.head.mode or MODE.text(self.state.known)

    @property
    def answered(self) -> int:
        """Count the questions that have an answer so far."""
        answers = {**self.state.head.start, **self.state.known}
        return sum(bool(SECTION[name].text(answers)) for name in QUESTIONS)

    @property
    def is_begun(self) -> bool:
        """Tell whether a question without an answer has some words already."""
        answers = {**self.state.head.start, **self.state.known}
        return any(SECTION[name].text(self.state.halves) and not SECTION[name].text(answers) for name in QUESTIONS)

    @property
    def so_far(self) -> str:
        """Say how far it has come, and where else it is open."""
        head = self.state.head
        total = 3 if head.quick else len(QUESTIONS)
        held = "open in another terminal" if self.open_elsewhere else self.held.but
        apart = "kept apart when another terminal went on" if is_aside(self.path) else ""
        begun = ", one begun" if self.is_begun else ""  # else whoever paused in the first may think it lost
        so_far = "being added to" if head.adding else f"{self.answered} of {total} questions answered{begun}"
        done = so_far if head.kind is DraftKind.REFLECT else _DOING[head.kind]
        return ", ".join(each for each in (done, held, apart) if each)

    def line(self) -> str:
        """Say what it is, in a line."""
        return f"{self.path.stem}  {self.title} ({self.so_far})"


def waiting_in(log: Log) -> list[Waiting]:
    """Find the drafts for this log, and those whose own log is gone; newest first. Others in the log are reported."""
    found: list[Waiting] = []
    for path in drafts_in(log):
        try:
            if path.lstat().st_size == 0 and not path.with_suffix(".typing").exists():
                continue  # begun and killed before a key was pressed
            state = read_draft(path)
            refused = refusal(log, path, state)
            elsewhere = Held() if refused else held(path, state)
        except OSError as error:
            say(f"{path}: could not be read: {error.strerror}")
        except CircleError as error:
            say(str(error))
        else:
            if refused:
                say(refused)
            elif belongs(state.head, log):
                say_if_git_has(log, path)
                found.append(Waiting(path=path, state=state, held=elsewhere))
    return found


def chosen_among(waiting: Sequence[Waiting], wanted: str) -> Waiting | None:
    """Find the one whose id, or what follows the day in it, is `wanted` or begins with it.

    Raises:
        CircleError: there are several.
    """
    found = [each for each in waiting if wanted and any(each.path.stem.startswith(wanted, at) for at in (0, 11))]
    exact = [each for each in found if wanted in (each.path.stem, short_id(each.path.stem))]
    if len(exact) == 1:
        return exact[0]
    if len(found) > 1:
        wrong = f"{wanted}: could be any of {len(found)} unfinished sessions"
        raise CircleError(wrong, USAGE, do="give more of the id")
    return found[0] if found else None


def own_unfinished(log: Log, short: str, kind: DraftKind) -> Waiting | None:
    """Find what is unfinished under this id; None where there is nothing.

    Raises:
        CircleError: something of another kind is unfinished there; two at once would get in each other's way.
    """
    waiting = [each for each in waiting_in(log) if each.state.written or each.open_elsewhere]
    found = chosen_among(waiting, short.strip().lower())
    if found is not None and found.state.head.kind is not kind:
        name, doing = found.path.stem, _DOING[found.state.head.kind]
        do = f"circle resume {short_id(name)} goes on with that first"
        raise CircleError(f"{name}: it is still {doing}", USAGE, do=do)
    return found


def begun_with(log: Log, draft_id: str, start: Answers | None = None) -> Waiting | None:
    """Find the draft of exactly this id that was begun with these answers; None where nothing was written in one."""
    start = start or {}
    for each in waiting_in(log):
        if each.path.stem == draft_id and each.state.written and start.items() <= each.state.head.start.items():
            return each
    return None


def go_on(log: Log, waiting: Waiting, how: "How", hold: Hold) -> None:
    """Go on with a draft of the kind that `hold` asks."""
    from circle_cli.commands.drafts.interview import greet

    draft, state = reopened(waiting.path, how)
    greet(WELCOME_BACK, how)
    hold(log, draft, state, how)


def reopened(path: Path, how: "How") -> tuple["Draft", DraftState]:
    """Open a draft again; say what an editor left beside it, and, once, that not all of it can be read."""
    from circle_cli.commands.drafts.left_by_editor import left_by_editor
    from circle_cli.commands.drafts.understood import understood

    draft = opened(path, read_draft(path), how)
    state = understood(read_draft(path))
    if state.unread:
        draft.keep_whole = True
    if state.unread > state.told:
        draft.told(state.unread)
        say("Some of this draft could not be read; it is kept. Here is all the rest.")
    if draft.set_aside:
        say(f"What was being typed there could not be placed; it is kept in {draft.set_aside}")
    for left in left_by_editor(path):
        result(f"What your editor left is in {left}")
    return draft, state
