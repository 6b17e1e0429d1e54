"""By which words a session is known, and where it is; the paths are git's, whatever the system spells."""

import os
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from making import SESSION_ID, git, keep_session, session_text

from circle_cli.errors import CircleError
from circle_cli.log.erasing.finding.traces import Traces, bears, find_traces, is_note
from circle_cli.log.erasing.finding.words import words_of
from circle_cli.log.erasing.refusing import refuse_unfound
from circle_cli.log.erasing.store import Store
from circle_cli.log.history.repository import spelling

SENTENCE = "Amira chose the library over the office."


@pytest.mark.parametrize(
    ("path", "top"),
    [
        (PureWindowsPath(r"C:\Logs\team\sessions\2026\x y.md"), PureWindowsPath(r"c:\logs\TEAM")),
        (PureWindowsPath(r"\\server\share\team\sessions\2026\x y.md"), PureWindowsPath(r"\\server\share\team")),
        (PurePosixPath("/logs/team/sessions/2026/x y.md"), PurePosixPath("/logs/team")),
    ],
)
def test_a_path_is_spelt_as_git_spells_it(path: PureWindowsPath, top: PureWindowsPath) -> None:
    assert spelling(path, top) == b"sessions/2026/x y.md"


def test_a_file_that_git_has_and_that_was_not_found_is_an_error(log: Path) -> None:
    path = keep_session(log, SESSION_ID, "The place", what_worked=SENTENCE)
    store = Store(folder=log)
    refuse_unfound(log, [path], find_traces(store, SESSION_ID))
    for found in (Traces(), Traces(paths=frozenset({b"sessions\\2026\\" + os.fsencode(path.name)}))):
        with pytest.raises(CircleError, match="was not found in it, so nothing was changed"):
            refuse_unfound(log, [path], found)
        with pytest.raises(CircleError, match="nothing was changed"):
            refuse_unfound(log, [path.with_name(path.name.upper())], found)


def words(*others: bytes, front: str = "", **answers: str) -> list[str]:
    text = session_text(SESSION_ID, "A good visit", front, **answers).encode()
    found = words_of(SESSION_ID, [text], others)
    return sorted(word.decode() for word in (*found.phrases, *found.names))


def test_sentences_titles_and_people_tell_it_and_what_others_say_does_not() -> None:
    front = 'cast:\n  - {name: "Amira Hassan", also: ["Mia"], say: "the young person"}\n'
    answer = f"We talked. {SENTENCE} *Nobody had asked before!*"
    told = [SESSION_ID, "A good visit", "Amira Hassan", SENTENCE, "Nobody had asked before!", "a-good-visit"]
    assert words(b"We talked. A-good-visit", front=front, what_worked=answer) == told
    assert words(b"A good visit", SENTENCE.encode(), b"x-a-good-visit", what_worked=SENTENCE) == [SESSION_ID]


def test_learning_outcomes_and_whose_number_it_was_tell_it_too() -> None:
    score = 'scaling:\n  - {question: safety, asked: "How safe is Kit at home?", by: "his aunt Wilhelmina", score: 8}\n'
    told = words(front=f'{score}learning_outcomes: ["Unit 4: I listened to Kit"]\n')
    assert {"his aunt Wilhelmina", "Unit 4: I listened to Kit", "How safe is Kit at home?"} <= set(told)


def test_a_name_is_a_whole_word() -> None:
    found = words_of(SESSION_ID, [session_text(front='cast:\n  - {name: "Amira"}\n').encode()], [])
    assert found.found_in(b"Amira's visit") == {b"Amira"}
    assert not found.found_in("Amirah and Samira, Amiraé".encode())
    assert found.taken_out_of(b"Amira and Amirah") == b"(erased) and Amirah"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be"])
def test_words_are_found_however_a_file_spells_them(encoding: str) -> None:
    found = words_of(SESSION_ID, [session_text(what_worked="Zoë said “yes” — at once, and meant it.").encode()], [])
    plain = words_of(SESSION_ID, [session_text(what_worked=SENTENCE).encode()], [])
    assert plain.found_in(f"x {SENTENCE} x".encode(encoding))
    assert found.found_in(b'{"text": "Zo\\u00eb said \\u201cyes\\u201d \\u2014 at once, and meant it."}')


def test_words_are_shown_nowhere() -> None:
    assert SENTENCE not in repr(words_of(SESSION_ID, [session_text(what_worked=SENTENCE).encode()], []))


def test_a_name_bears_the_session_that_it_names_first() -> None:
    assert bears(f"a/%home%log%{SESSION_ID}-x.md~".encode(), SESSION_ID.encode())
    assert bears(f"{SESSION_ID}/1.jpg".encode(), SESSION_ID.encode())
    assert not bears(f"2026-11-20-b2cd-after-{SESSION_ID}.md".encode(), SESSION_ID.encode())


def test_a_note_is_known_by_its_path() -> None:
    assert is_note(b"ab/" + b"c" * 38)
    assert is_note(b"c" * 64)
    assert not is_note(b"sessions/" + b"c" * 31)


def test_a_version_in_a_merge_alone_is_found(log: Path) -> None:
    keep_session(log, "2026-11-20-b2cd", "Another", what_worked="Kept.")
    git(log, "switch", "-qc", "side", "HEAD~1")
    git(log, "commit", "-q", "--allow-empty", "-m", "Aside")
    git(log, "switch", "-q", "main")
    git(log, "merge", "-q", "--no-commit", "--no-ff", "side")
    (log / "evil.md").write_text(session_text(SESSION_ID, what_worked=SENTENCE), encoding="utf-8")
    git(log, "add", ".")
    git(log, "commit", "-qm", "Merge")
    git(log, "config", "log.diffMerges", "off")
    assert find_traces(Store(folder=log), SESSION_ID).paths == {b"evil.md"}
