"""Drafts after a power cut, a synchronising program or a newer version: read as far as they go, all of it kept."""

import zlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from drafted import HEAD, ID, TEXT
from hypothesis import given
from hypothesis import strategies as st

from circle_cli.errors import CircleError
from circle_cli.interview.draft.checked_lines import draft_line, found_in
from circle_cli.interview.draft.draft import Draft
from circle_cli.interview.draft.lines import DraftKind, read_draft

SAID = {"situation": TEXT, "company": "alone", "what-worked": "She came 🌻", "influence": "I waited."}


@cache
def whole() -> bytes:
    """Give a draft of four replies as it is when it was left."""
    with TemporaryDirectory() as folder:
        draft = Draft.begin(Path(folder), HEAD)
        for key, text in SAID.items():
            draft.answered(key, text, "safety")
        draft.close()
        return draft.path.read_bytes()


def put(folder: Path, content: bytes, typing: bytes = b"") -> Path:
    path = folder / f"{ID}.jsonl"
    path.write_bytes(content)
    if typing:
        path.with_suffix(".typing").write_bytes(typing)
    return path


def lines() -> list[bytes]:
    return whole().splitlines(keepends=True)


def spoilt(line: bytes) -> bytes:
    return line.replace(b"a", b"e", 1)


def crossed(content: bytes) -> bytes:
    return b"%08x %s\n" % (zlib.crc32(content), content)


HEAD_LINE, _, *REPLIES, _ = lines()
CASES: Mapping[str, tuple[bytes, set[str]]] = {
    "an unknown entry": (whole() + draft_line({"marked": "x"}), set(SAID)),
    "a known entry with other values": (whole() + draft_line({"answered": 7, "text": ["x"]}), set(SAID)),
    "two heads": (whole() + HEAD_LINE + draft_line({"draft": 1, "id": "x"}), set(SAID)),
    "a later head": (whole() + draft_line({"draft": 2, "id": ID}), set(SAID)),
    "a head after the replies": (b"".join(REPLIES) + HEAD_LINE, set(SAID)),
    "a key of a later version": (
        draft_line({**found_in(HEAD_LINE).entries[0], "mood": 5}) + b"".join(REPLIES),
        set(SAID),
    ),
    "values of a later version": (
        draft_line({**found_in(HEAD_LINE).entries[0], "groups": "two", "quick": 3, "anew": 0, "start": [1]})
        + b"".join(REPLIES),
        set(SAID),
    ),
    "no head": (b"".join(REPLIES), set(SAID)),
    "a damaged head": (spoilt(HEAD_LINE) + b"".join(REPLIES), set(SAID)),
    "NUL in the middle": (HEAD_LINE + REPLIES[0] + b"\0" * 4096 + b"".join(REPLIES[1:]), set(SAID)),
    "NUL for a line": (
        HEAD_LINE + REPLIES[0] + b"\0" * len(REPLIES[1]) + b"".join(REPLIES[2:]),
        set(SAID) - {"company"},
    ),
    "NUL at the end": (whole() + b"\0" * 4096, set(SAID)),
    "NUL at the beginning": (b"\0" * 512 + b"".join(REPLIES), set(SAID)),
    "a torn line in the middle": (
        HEAD_LINE + REPLIES[0] + REPLIES[1][:20] + b"".join(REPLIES[2:]),
        set(SAID) - {"company"},
    ),
    "no newline at the end": (whole()[:-1], set(SAID)),
    "newlines of Windows": (whole().replace(b"\n", b"\r\n"), set(SAID)),
    "a byte order mark": (b"\xef\xbb\xbf" + whole(), set(SAID)),
    "one line": (whole().replace(b"\n", b" "), set(SAID)),
    "no UTF-8": (whole() + b"\xff\xfe\xa9 words\n", set(SAID)),
    "a right sum over no UTF-8": (whole() + crossed(b'{"answered":"x","text":"\xff"}'), set(SAID)),
    "a right sum over no JSON": (whole() + crossed(b"{nonsense"), set(SAID)),
    "a right sum over a list": (whole() + crossed(b"[1]"), set(SAID)),
    "very deep": (whole() + crossed(b'{"a":' * 20000 + b"1" + b"}" * 20000), set(SAID)),
    "every line twice": (b"".join(line * 2 for line in lines()), set(SAID)),
    "the whole of it twice": (whole() * 2, set(SAID)),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_whole_is_read_whatever_is_beside_it(tmp_path: Path, case: str) -> None:
    content, there = CASES[case]
    path = put(tmp_path, content)
    assert read_draft(path).answers == {key: text for key, text in SAID.items() if key in there}
    again = Draft.reopen(path)
    again.answered("safety", "calm", None)
    again.close()
    assert read_draft(path).answers.keys() == {*there, "safety"}
    assert path.read_bytes().startswith(content)
    harmless = (
        case in ("newlines of Windows", "a byte order mark", "no newline at the end", "one line") or "twice" in case
    )
    kept = again.remove()
    assert (kept is None) == (harmless or case in ("two heads", "a later head", "a head after the replies"))
    assert kept is None or kept.read_bytes().startswith(content)


@pytest.mark.parametrize(
    "typing", [b"", b"nonsense", b"\0" * 300, b'{"key": 3}\n', crossed(b'{"key":1,"text":2,"after":3}')]
)
def test_a_draft_without_a_word_that_can_be_read_is_left_alone(tmp_path: Path, typing: bytes) -> None:
    path = put(tmp_path, b"\0" * 100, typing)
    with pytest.raises(CircleError, match="damaged at its beginning; nothing in it was changed"):
        read_draft(path)
    assert path.read_bytes() == b"\0" * 100


def test_words_that_were_being_typed_are_enough_to_go_on_with(tmp_path: Path) -> None:
    path = put(tmp_path, b"", draft_line({"key": "situation", "text": "We met", "after": 4}))
    state = read_draft(path)
    assert (state.halves, state.head.id, state.head.mode) == ({"situation": "We met"}, ID, "individual")


@pytest.mark.parametrize(
    ("name", "key", "kind", "start"),
    [
        (ID, "situation", DraftKind.REFLECT, {}),
        (f"{ID}.2", "situation", DraftKind.REFLECT, {}),
        (f"{ID} (conflicted copy)", "people", DraftKind.REFLECT, {}),
        (ID, "considered", DraftKind.PREPARE, {}),
        (ID, "follow-up/summary", DraftKind.FOLLOW_UP, {}),
        (ID, "action/1/became", DraftKind.FOLLOW_UP, {}),
        (f"{ID}-2", "title", DraftKind.SHARE, {"number": "2"}),
        (f"{ID}-evidence", "evidence/what", DraftKind.EVIDENCE, {}),
        ("k3f9abcd", "read", DraftKind.REVIEW, {"digest": "lost"}),  # no text of today's counts as read
    ],
)
def test_what_a_draft_was_for_is_told_by_its_name_and_its_replies(
    tmp_path: Path, name: str, key: str, kind: DraftKind, start: dict[str, str]
) -> None:
    path = tmp_path / f"{name}.jsonl"
    path.write_bytes(draft_line({"answered": key, "text": "x", "at": "y"}))
    state = read_draft(path)
    assert (state.head.kind, state.head.start, state.at, state.head.log) == (kind, start, None, "")
    assert state.head.id == name.partition(".")[0].partition(" ")[0]


def test_what_is_typed_counts_though_replies_before_it_were_lost(tmp_path: Path) -> None:
    path = put(tmp_path, HEAD_LINE + REPLIES[0], draft_line({"key": "safety", "text": "ca", "after": 5}))
    assert read_draft(path).halves == {"safety": "ca"}


@pytest.mark.parametrize(
    "typing", [b"nonsense", b"12345678 {torn", draft_line({"key": "safety", "text": "nowhere else", "after": 1})]
)
def test_what_is_not_understood_or_old_beside_a_draft_is_put_out_of_the_way(tmp_path: Path, typing: bytes) -> None:
    path = put(tmp_path, whole(), typing)
    again = Draft.reopen(path)
    again.typed("safety", "calm")
    again.close()
    assert again.set_aside is not None
    assert again.set_aside.read_bytes() == typing
    assert read_draft(path).halves == {"safety": "calm"}
    again.remove()
    assert list(tmp_path.iterdir()) == [again.set_aside]


def test_half_a_character_becomes_one_that_can_be_saved(tmp_path: Path) -> None:
    path = put(tmp_path, whole() + draft_line({"answered": "title", "text": "Tea \ud83c", "at": None}))
    assert read_draft(path).answers["title"] == "Tea \ufffd"


def test_what_is_no_file_is_said_and_not_opened(tmp_path: Path) -> None:
    path = tmp_path / f"{ID}.jsonl"
    path.mkdir()
    for open_it in (read_draft, Draft.reopen, Draft.take_over):
        with pytest.raises(CircleError):
            open_it(path)


@given(
    st.integers(0, len(whole())),
    st.integers(0, 200),
    st.binary(max_size=40) | st.just(b"\n") | st.just(b"\0" * 64),
)
def test_whatever_is_cut_or_garbled_goes_on_and_no_byte_is_lost(at: int, length: int, garbage: bytes) -> None:
    content = whole()[:at] + garbage + whole()[at + length :]
    untouched = {key: text for (key, text), line in zip(SAID.items(), REPLIES, strict=True) if line.strip() in content}
    with TemporaryDirectory() as folder:
        path = put(Path(folder), content)
        if not untouched and HEAD_LINE.strip() not in content:
            return
        state = read_draft(path)
        assert untouched.items() <= state.answers.items()
        again = Draft.reopen(path)
        again.answered("safety", "calm", None)
        again.close()
        assert read_draft(path).answers == {**state.answers, "safety": "calm"}
        assert path.read_bytes().startswith(content)
        kept = again.remove()
        assert (kept is not None) == bool(state.unread)
        assert kept is None or kept.read_bytes().startswith(content)
