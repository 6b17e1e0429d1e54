"""Which prompts of a question are shown with it: others in each session."""

from collections.abc import Callable
from pathlib import Path

from circle_cli.commands.asking.eight_questions import interview_of
from circle_cli.interview.draft.lines import DraftHead, DraftState
from circle_cli.log.folder import Log


def shown(log: Path, session_id: str) -> tuple[str, ...]:
    head = DraftHead(id=session_id, log=str(log), mode="individual", date="2026-11-23")
    return interview_of(Log(root=log), DraftState(head=head)).questions[1].at_once


def test_whoever_comes_again_is_shown_what_they_have_not_met(log: Path, put: Callable[..., Path]) -> None:
    first = shown(log, "2026-11-23-k3f9")
    put("2026-11-23-k3f9", "The handover")
    second = shown(log, "2026-11-24-m4h8")
    assert not set(first) & set(second)
    assert shown(log, "2026-11-23-k3f9") == first, "a session that is gone on with shows what it has shown"
