"""A mistake of ours in the middle of a save: it shows itself, and what somebody wrote is still there."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from pathlib import Path

import pytest

from circle_cli.commands.drafts.interview import How, begin_draft, hold
from circle_cli.guidance.pages import load_guidance
from circle_cli.interview.composing.compose import compose, new_session
from circle_cli.interview.draft.lines import DraftHead, DraftState, read_draft
from circle_cli.interview.script.script import Interview
from circle_cli.log.folder import find_log
from circle_cli.vocabulary import Mode

DAY = date(2026, 11, 23)


class NoKeys:
    """A keyboard on which nobody types."""

    def read(self) -> str:
        return ""

    def waiting(self, _: float = 0) -> bool:
        return False

    def reading(self) -> AbstractContextManager[None]:
        return nullcontext()

    released = reading


def test_an_answer_that_nothing_takes_stays_in_the_draft_with_all_others(log: Path, own_home: Path) -> None:
    place = find_log(log, {}, log, lambda: own_home)
    head = DraftHead(id="2026-11-23-k3f9", log=str(log), mode="individual", date=DAY.isoformat(), quick=True)
    draft = begin_draft(place, head)
    written = {"title": "Tea", "what-worked": "She came.", "influence": None, "actions": None, "wishes/Sam": "A walk."}
    for key, text in written.items():
        draft.answered(key, text, None)
    state = DraftState(head=head, answers=written)
    script = Interview(guidance=load_guidance(), day=DAY, today=DAY, quick=True)
    base = new_session(head.id, DAY, Mode.INDIVIDUAL)
    how = How(plain=True, keys=NoKeys(), require_commit=False)

    def finish(answers: Mapping[str, str | None]) -> Callable[[], None]:
        compose(script, answers, base)
        return pytest.fail

    with pytest.raises(LookupError) as mistake:
        hold(place, script, draft, state, how, finish)
    assert mistake.value.__notes__[-1].startswith("That is a mistake in circle, and none of yours.")
    assert read_draft(draft.path).answers == written
