"""Going on with a draft, whatever it is a draft of: exactly where it was left."""

from collections.abc import Callable
from pathlib import Path

from circle_cli.commands.edge import result
from circle_cli.commands.holding import How, greet, left_by_editor
from circle_cli.commands.interviewing import hold_reflection
from circle_cli.guidance.pages import load_guidance
from circle_cli.interview.draft import Draft
from circle_cli.interview.draft_lines import DraftState, read_draft
from circle_cli.log.folder import Log


def go_on(log: Log, path: Path, how: How) -> None:
    """Go on with the draft at `path`, exactly where it was left, whatever it is a draft of."""
    draft = Draft.reopen(path)
    state = read_draft(path)
    for left in left_by_editor(path):
        result(f"What your editor left is in {left}")
    go = _other_kind(state.head.kind)
    if go is not None:
        greet("Welcome back. Here is where you were.", how)
        go(log, draft, state, how)
    else:
        answers = state.known
        asked = [page.id for page in load_guidance(log.guidance).questions if page.quick or not state.head.quick]
        done = sum(bool(answers.get(name)) for name in asked)
        greet(f"Welcome back. {done} of {len(asked)} questions are answered; here is where you were.", how)
        hold_reflection(log, draft, state, how, said=False)


def _other_kind(kind: str) -> Callable[[Log, Draft, DraftState, How], None] | None:
    """Give what goes on with a draft that is no interview with the eight questions."""
    if kind == "prepare":
        from circle_cli.commands.preparing import hold_preparation as go
    elif kind == "follow-up":
        from circle_cli.commands.following import hold_follow_up as go
    elif kind == "share":
        from circle_cli.commands.sharing import hold_sharing as go
    elif kind == "review":
        from circle_cli.commands.reviewing import hold_review as go
    else:
        return None
    return go
