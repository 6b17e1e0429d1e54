"""What is unfinished: the drafts of a log, and one of them opened again exactly where it was left."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from circle_cli.commands.drafts.interview import How, greet, left_by_editor
from circle_cli.commands.edge import drafts_folders, result, say
from circle_cli.errors import USAGE, CircleError
from circle_cli.ids import QUESTIONS, short_id
from circle_cli.interview.answers.answer import Answers
from circle_cli.interview.answers.during import SECTION, TITLE
from circle_cli.interview.draft import Draft
from circle_cli.interview.draft_holding import is_open
from circle_cli.interview.draft_lines import DraftKind, DraftState, read_draft
from circle_cli.log.folder import Log

WELCOME_BACK = "Welcome back. Here is where you were."

Hold = Callable[[Log, Draft, DraftState, How], None]
"""Puts what is still to be asked in a draft, and saves what comes of it."""

_DOING = {
    DraftKind.REFLECT: "being reflected on",
    DraftKind.PREPARE: "being prepared",
    DraftKind.FOLLOW_UP: "being followed up",
    DraftKind.SHARE: "a learning point being shared",
    DraftKind.REVIEW: "being read, to be approved or not",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """An unfinished interview: its draft, and whether another terminal has it open."""

    path: Path
    state: DraftState
    open_elsewhere: bool

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

    def line(self) -> str:
        """Say what it is, in a line."""
        head, answers = self.state.head, {**self.state.head.start, **self.state.known}
        written = sum(bool(SECTION[name].text(answers)) for name in QUESTIONS)
        total = 3 if head.quick else len(QUESTIONS)
        elsewhere = ", open in another terminal" if self.open_elsewhere else ""
        so_far = f"{written} of {total} questions answered"
        done = so_far if head.kind is DraftKind.REFLECT else _DOING[head.kind]
        return f"{head.id}  {self.title} ({done}{elsewhere})"


def waiting_in(log: Log) -> list[Waiting]:
    """Find the drafts for this log, and those whose own log is gone; newest first. Damaged ones are reported."""
    found: list[Waiting] = []
    folders = dict.fromkeys(drafts_folders(log))
    for path in [path for folder in folders for path in _drafts(folder)]:
        try:
            if path.stat().st_size == 0:  # begun and killed before a key was pressed
                continue
            elsewhere = is_open(path)
            state = read_draft(path)
        except OSError as error:
            say(f"{path}: could not be read: {error.strerror}")
        except CircleError as error:
            say(str(error))
        else:
            if _belongs(state.head.log, log):
                found.append(Waiting(path=path, state=state, open_elsewhere=elsewhere))
    return found


def _drafts(folder: Path) -> list[Path]:
    """Give the drafts in a folder, newest first; none where there is no such folder, or it may not be looked into."""
    try:
        return sorted((path for path in folder.iterdir() if path.suffix == ".jsonl"), reverse=True)
    except OSError:
        return []


def _belongs(place: str, log: Log) -> bool:
    """Tell whether a draft is for this log, by whatever name, or for one that is gone."""
    return os.path.realpath(place) == os.path.realpath(log.root) or not os.path.isdir(place)  # noqa: PTH112 (Path's own raises where it may not look)


def chosen_among(waiting: Sequence[Waiting], wanted: str) -> Waiting | None:
    """Find the one whose id, or what follows the day in it, is `wanted` or begins with it.

    Raises:
        CircleError: there are several.
    """
    found = [each for each in waiting if wanted and any(each.path.stem.startswith(wanted, at) for at in (0, 11))]
    exact = [each for each in found if each.path.stem == wanted]
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


def go_on(log: Log, waiting: Waiting, how: How, hold: Hold) -> None:
    """Go on with a draft of the kind that `hold` asks."""
    draft, state = reopened(waiting.path)
    greet(WELCOME_BACK, how)
    hold(log, draft, state, how)


def reopened(path: Path) -> tuple[Draft, DraftState]:
    """Open a draft again, and say what an editor left beside it."""
    draft = Draft.reopen(path)
    state = read_draft(path)
    for left in left_by_editor(path):
        result(f"What your editor left is in {left}")
    return draft, state
