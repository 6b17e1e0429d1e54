"""The draft on disk: torn, damaged, moved, deleted, refused, opened twice."""

import json
import os
import stat
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from drafted import HEAD, ID, TEXT, until

from circle_cli.errors import CircleError
from circle_cli.interview.draft.checked_lines import draft_line
from circle_cli.interview.draft.draft import Draft
from circle_cli.interview.draft.holding import is_open
from circle_cli.interview.draft.lines import DraftHead, read_draft


def test_what_was_kept_is_read_back_as_it_was(draft: Draft) -> None:
    draft.answered("situation", TEXT, "company")
    draft.answered("company", None, "what-worked")
    draft.left("what-worked", "half", "situation")
    state = read_draft(draft.path)
    assert state.head == HEAD
    assert state.answers == {"situation": TEXT, "company": None}
    assert state.halves == {"what-worked": "half"}
    assert state.at == "situation"


def test_an_answer_takes_the_place_of_what_was_half_written(draft: Draft) -> None:
    draft.left("situation", "half", "title")
    draft.answered("situation", "whole", "company")
    assert read_draft(draft.path).halves == {}


def test_drafts_are_private_whatever_the_umask(folder: Path) -> None:
    before = os.umask(0)
    try:
        draft = Draft.begin(folder, HEAD)
        draft.typed("title", "T")
        draft.flush()
        modes = [stat.S_IMODE(path.stat().st_mode) for path in (folder, draft.path, draft.path.with_suffix(".typing"))]
        draft.close()
    finally:
        os.umask(before)
    assert modes == [0o700, 0o600, 0o600]


def test_what_is_being_typed_is_on_the_disk_within_a_second(draft: Draft) -> None:
    draft.typed("what-worked", "She ca")
    draft.typed("what-worked", "She came")
    until(lambda: read_draft(draft.path).halves == {"what-worked": "She came"})


def test_a_kept_reply_drops_what_was_typed_before_it(draft: Draft) -> None:
    draft.typed("situation", "half")
    draft.flush()
    draft.answered("situation", "half a visit", "company")
    assert not draft.path.with_suffix(".typing").exists()


def test_typed_text_older_than_the_last_reply_is_not_taken_for_newer(draft: Draft) -> None:
    """A kill between keeping a reply and dropping what was typed on the way to it."""
    draft.typed("situation", "half")
    draft.flush()
    stale = draft.path.with_suffix(".typing").read_bytes()
    draft.answered("situation", "half a visit", "company")
    draft.path.with_suffix(".typing").write_bytes(stale)
    assert read_draft(draft.path).halves == {}


def test_a_torn_typing_file_is_as_none(draft: Draft) -> None:
    draft.typed("situation", "half")
    draft.flush()
    typing = draft.path.with_suffix(".typing")
    for length in range(len(typing.read_bytes())):
        os.truncate(typing, len(typing.read_bytes()) - 1)
        assert read_draft(draft.path).halves == ({} if length else {"situation": "half"})  # the first is a newline


def test_a_torn_last_line_costs_that_line_only_at_every_byte(draft: Draft, tmp_path: Path) -> None:
    draft.answered("situation", TEXT, "company")
    before = draft.path.stat().st_size
    draft.answered("company", "alone", "what-worked")
    content = draft.path.read_bytes()
    torn = tmp_path / f"{ID}.jsonl"
    for length in range(before, len(content) - 1):
        torn.write_bytes(content[:length])
        assert read_draft(torn).answers == {"situation": TEXT}, length
        again = Draft.reopen(torn)
        again.answered("company", "with", "presenter")
        again.typed("presenter", "Sa")
        again.close()
        state = read_draft(torn)
        assert state.answers == {"situation": TEXT, "company": "with"}, length
        assert (state.at, state.halves) == ("presenter", {"presenter": "Sa"})


def test_a_damaged_line_costs_itself_and_not_what_comes_after(draft: Draft) -> None:
    draft.answered("situation", TEXT, "company")
    draft.answered("company", "alone", "what-worked")
    draft.close()
    lines = draft.path.read_bytes().split(b"\n")
    damaged = b"\n".join([*lines[:2], lines[2].replace(b"Sie", b"Die"), *lines[3:]])
    draft.path.write_bytes(damaged)
    again = Draft.reopen(draft.path)
    again.answered("what-worked", "She came", "influence")
    again.close()
    assert read_draft(draft.path).answers == {"company": "alone", "what-worked": "She came"}
    assert draft.path.read_bytes().startswith(damaged)


@pytest.mark.parametrize("first", [{"draft": 2, "id": ID}, {"draft": 99, "what": ["ever"]}])
def test_a_newer_format_is_refused_in_words_and_left_alone(tmp_path: Path, first: dict[str, object]) -> None:
    said = json.dumps(first).encode()
    path = tmp_path / f"{ID}.jsonl"
    path.write_bytes(b"%08x %s\n" % (zlib.crc32(said), said))
    content = path.read_bytes()
    with pytest.raises(CircleError, match="newer circle; update circle") as refused:
        read_draft(path)
    assert refused.value.exit_code == 65
    assert path.read_bytes() == content


@pytest.mark.parametrize("content", [b"", b"nonsense\n", b"00000000 {}\n", b"\0" * 500])
def test_a_damaged_beginning_is_said_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / f"{ID}.jsonl"
    path.write_bytes(content)
    with pytest.raises(CircleError, match="damaged at its beginning; nothing in it was changed"):
        read_draft(path)
    assert path.read_bytes() == content


def test_an_id_that_has_a_draft_is_not_taken_twice(draft: Draft, folder: Path) -> None:
    with pytest.raises(CircleError, match="File exists"):
        Draft.begin(folder, HEAD)
    assert read_draft(draft.path).head == HEAD


def test_a_draft_that_another_process_has_open_is_left_alone(draft: Draft) -> None:
    look = (
        "import sys; from pathlib import Path; from circle_cli.interview.draft.draft import Draft\n"
        "from circle_cli.interview.draft.holding import is_open\n"
        "path = Path(sys.argv[1]); print(is_open(path))\n"
        "try: Draft.reopen(path)\n"
        "except Exception as error: print(error)"
    )
    said = subprocess.run([sys.executable, "-c", look, str(draft.path)], capture_output=True, text=True).stdout
    assert said == f"True\n{ID}: open in another terminal; go on there, or close it first\n"
    draft.close()
    assert not is_open(draft.path)


def test_who_only_looks_does_not_lock_anybody_out(draft: Draft) -> None:
    draft.close()
    for _ in range(20):
        assert not is_open(draft.path)
        Draft.reopen(draft.path).close()


def test_two_drafts_at_once_do_not_meet(folder: Path) -> None:
    drafts = [Draft.begin(folder, DraftHead(**{**HEAD_VALUES, "id": f"2026-11-23-aaa{n}"})) for n in range(2, 6)]
    for number in range(20):
        for draft in drafts:
            draft.typed("title", f"{draft.path.stem} {number}")
            draft.answered(str(number), draft.path.stem, None)
    for draft in drafts:
        draft.close()
        assert set(read_draft(draft.path).answers.values()) == {draft.path.stem}
        assert len(read_draft(draft.path).answers) == 20


HEAD_VALUES = {name: getattr(HEAD, name) for name in HEAD.__slots__}


def test_half_a_line_that_could_not_be_taken_back_spoils_no_other(draft: Draft) -> None:
    draft.answered("situation", TEXT, "company")
    with draft.path.open("ab") as file:
        file.write(b'12345678 {"answered":"comp')
    draft.answered("company", "alone", "what-worked")
    assert read_draft(draft.path).answers == {"situation": TEXT, "company": "alone"}


def test_a_kill_before_the_newest_took_its_place_costs_nothing(draft: Draft) -> None:
    draft.typed("situation", "We m")
    draft.flush()
    older = draft.path.with_suffix(".typing")
    newest = draft.path.with_suffix(".typing-4711")
    newest.write_bytes(older.read_bytes().replace(b"We m", b"We t"))
    assert read_draft(draft.path).halves == {"situation": "We m"}  # damaged: the checksum is another's
    newest.write_bytes(draft_line({"key": "situation", "text": "We met", "after": 1}))
    draft.close()
    assert read_draft(draft.path).halves == {"situation": "We met"}
    again = Draft.reopen(draft.path)
    assert not newest.exists()
    assert read_draft(draft.path).halves == {"situation": "We met"}
    again.remove()
    assert list(draft.path.parent.iterdir()) == []
