"""A draft of which not all can be read, or put into a session: the rest is gone on with, and all of it kept."""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from drafted import HEAD, ID
from hypothesis import given
from hypothesis import strategies as st

from circle_cli.commands.drafts.understood import understood
from circle_cli.errors import CircleError
from circle_cli.interview.answers.before import EVENT_IDS
from circle_cli.interview.draft.checked_lines import draft_line, found_in
from circle_cli.interview.draft.draft import Draft
from circle_cli.interview.draft.lines import DraftKind, DraftState, read_draft
from circle_cli.share.proposing.answers import POINT_ID

SAID = "Some of this draft could not be read; it is kept."
EARLIER = sorted((Path(__file__).parents[2] / "interview" / "draft" / "earlier_drafts").glob("*.jsonl"))


def begun(drafts: Path, log: Path, more: bytes) -> Path:
    draft = Draft.begin(drafts, replace(HEAD, log=str(log), quick=True))
    draft.answered("what-worked", "She came to all three of them.", "influence")
    draft.close()
    with draft.path.open("ab") as file:
        file.write(more)
    return draft.path


@pytest.mark.parametrize(
    "more",
    [
        draft_line({"answered": "mood", "text": "hopeful, of a later version", "at": "influence"}),
        draft_line({"answered": "scaling/what-worked/1/score", "text": "hopeful", "at": "influence"}),
        draft_line({"marked": "hopeful"}),
        b'12345678 {"answered":"influence","text":"hopeful',
    ],
)
def test_it_is_said_once_and_kept_once_the_session_is_saved(
    terminal: Any, sessions: Any, drafts: Path, log: Path, more: bytes
) -> None:
    begun(drafts, log, more)
    first = terminal("resume", "--plain")
    first.until(SAID, "Question 2 of 3").type("I waited for her at the gate.\n.pause\n").until("Paused")
    first.end()
    again = terminal("resume", "--plain")
    again.until("Question 2 of 3", "at the gate").skip_all().until("The draft is kept:", ".kept", "Saved")
    assert again.end() == 0
    assert SAID not in again.told
    [path] = sessions()
    assert "She came to all three of them." in path.read_text()
    [kept] = drafts.iterdir()
    assert "hopeful" in kept.read_text()


def test_words_that_lost_what_they_were_for_become_a_session(
    terminal: Any, sessions: Any, drafts: Path, log: Path
) -> None:
    path = begun(drafts, log, b"")
    path.write_bytes(b"\0" * 200 + b"".join(path.read_bytes().splitlines(keepends=True)[2:]))
    terminal("resume", "--plain").until(SAID, "What shall we call it?").skip_all().until("Saved").end()
    [saved] = sessions()
    assert "She came to all three of them." in saved.read_text()
    assert saved.name.startswith(ID)


@pytest.mark.parametrize("path", EARLIER, ids=lambda path: path.stem)
def test_every_reply_of_an_earlier_draft_is_understood(path: Path) -> None:
    state = read_draft(path)
    assert understood(state) == state
    assert state.unread == 0


@given(st.sampled_from(EARLIER), st.sets(st.integers(0, 40), max_size=30))
def test_whatever_replies_are_lost_the_others_are_understood(path: Path, lost: set[int]) -> None:
    lines = [line for number, line in enumerate(path.read_bytes().splitlines(keepends=True)) if number not in lost]
    with TemporaryDirectory() as folder:
        left = Path(folder) / f"{ID}.jsonl"
        left.write_bytes(b"".join(lines))
        replies = [entry["answered"] for entry in found_in(left.read_bytes()).entries if "answered" in entry]
        with suppress(CircleError):  # with neither a head nor a word
            state = understood(read_draft(left))
            assert 0 in lost or set(state.answers) == set(replies)


@pytest.mark.parametrize("text", ["../../x", "2026-11-23-k3f9 ../x", "2026-11-23-k3f9 guidance/x"])
def test_a_reply_that_would_name_another_file_is_left_out(text: str) -> None:
    for kind, answer in ((DraftKind.PREPARE, EVENT_IDS), (DraftKind.SHARE, POINT_ID)):
        state = understood(DraftState(head=replace(HEAD, kind=kind), answers={answer.key: text, "title": "Tea"}))
        assert (state.answers, state.unread) == ({"title": "Tea"}, 1)
