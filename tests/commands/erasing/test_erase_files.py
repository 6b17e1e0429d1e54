"""`circle erase`, and what else lies in a log: copies that programs keep go, what a person wrote stays and is named."""

import gzip
import os
import shutil
import zipfile
from pathlib import Path

import pytest
from erased import NAME, OTHER, SENTENCE, TITLE
from making import SESSION_ID, git, keep_session
from running import Run

COPY = f"---\nid: {SESSION_ID}\ntitle: {TITLE}\n---\n{SENTENCE}\n".encode()
WORDS = f"b0VIM 9.0\0\0{SENTENCE}\0\0She said to {NAME} that it was fine.".encode()


@pytest.fixture
def session(log: Path) -> Path:
    keep_session(log, OTHER, "Another", what_worked="Nothing to do with it. We talked about it for long.")
    front = f'cast:\n  - {{name: "{NAME}", say: "the young person"}}\n'
    return keep_session(log, SESSION_ID, TITLE, front, what_worked=f"{SENTENCE} We talked about it for long.")


def erased(circle: Run, log: Path) -> str:
    done = circle("erase", SESSION_ID, "--confirm", SESSION_ID, cwd=log)
    assert done.returncode == 0, done.stderr
    return str(done.stderr)


def named(said: str) -> list[str]:
    """Give the places that are named afterwards."""
    return [line[2:] for line in said.partition("Erased: ")[2].splitlines() if line.startswith("- /")]


KEPT = (
    (f"sessions/2026/.{SESSION_ID}-x.md.swp", WORDS),
    (f"sessions/2026/{SESSION_ID}-x.md~", COPY),
    (f"sessions/2026/#{SESSION_ID}-x.md#", COPY),
    (f"sessions/2026/.{SESSION_ID}-x.md.tmp-12-3", b"half"),
    (f"sessions/2026/{SESSION_ID}-x (Jo's conflicted copy 2026-11-24).md", COPY),
    (f"sessions/2026/{SESSION_ID}-x.sync-conflict-20261124-101112-ABCDEFG.md", COPY),
    (f".stversions/sessions/2026/{SESSION_ID}-x~20261124-101112.md", COPY),
    (f".backups/%home%jo%log%sessions%2026%{SESSION_ID}-x.md~", COPY),
    (f"!home!jo!log!sessions!2026!{SESSION_ID}-x.md~", COPY),
    (f"takeaways/takeaway-{SESSION_ID}.html", b"<p>For you</p>"),
    (f"photos/{SESSION_ID}/1.jpg", b"\xff\xd8"),
    ("sessions/2026/visit-DESKTOP-A1B2C3.md", COPY),
    ("sessions/2026/.visit.md.swp", WORDS),
    ("sessions/2026/.visit.md.un~", WORDS),
    ("sessions/2026/visit (1).md", COPY),
    (".Trash-1000/files/visit.md", WORDS),
    (
        ".Trash-1000/info/visit.md.trashinfo",
        f"[Trash Info]\nPath=2026/{SESSION_ID}-where-we-met-first.md".encode(),
    ),
    ("$RECYCLE.BIN/S-1-5/$R12345.md", COPY),
    (".history/sessions/visit_20261124.md", COPY),
    (".dropbox.cache/2026-11-24/visit.md", WORDS),
    (".circle/words.sqlite", SENTENCE.encode()),
    ("sessions/.DS_Store", f"{SESSION_ID}-where-we-met-first.md".encode("utf-16-be")),
    ("visit.md.bak", WORDS.decode().encode("utf-16")),
    ("visit.bak", gzip.compress(COPY)),
)
"""What programs keep of a session, and where."""


@pytest.mark.parametrize("some", [KEPT[at::3] for at in range(3)], ids=["first", "second", "third"])
def test_what_programs_keep_of_it_goes(
    circle: Run, log: Path, session: Path, some: tuple[tuple[str, bytes], ...]
) -> None:
    for name, content in some:
        (log / name).parent.mkdir(parents=True, exist_ok=True)
        (log / name).write_bytes(content)
    said = erased(circle, log)
    assert [name for name, _ in some if (log / name).exists()] == []
    assert [name for name, _ in some if str(log / name) not in said.partition("Erased: ")[0]] == []
    assert named(said) == []


def test_what_a_person_wrote_elsewhere_stays_and_is_named_without_a_word_of_it(
    circle: Run, log: Path, session: Path
) -> None:
    (log / "plan.md").write_text(f"As {NAME} said: {SENTENCE}\n", encoding="utf-8")
    with zipfile.ZipFile(log / "sheet.docx", "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", f"<w:t>{SENTENCE}</w:t>")
    keep_session(log, "2026-11-24-c3de", "Later", what_worked=f"As in {SESSION_ID}.")
    git(log, "add", ".")
    git(log, "commit", "-qm", "Plan")
    later = next(log.glob("sessions/2026/2026-11-24*"))
    said = erased(circle, log)
    assert set(named(said)) >= {str(log / "plan.md"), str(log / "sheet.docx"), str(later)}
    assert f"{log / 'plan.md'}, in the history" in said
    assert SENTENCE not in said
    assert NAME not in said
    assert (log / "plan.md").exists()
    assert later.exists()


def test_another_session_s_copies_stay_whatever_they_quote(circle: Run, log: Path, session: Path) -> None:
    copy = log / "sessions" / "2026" / f"{OTHER}-another.md~"
    copy.write_text(f"---\nid: {OTHER}\n---\nSee {SESSION_ID}. {SENTENCE}\n", encoding="utf-8")
    swap = log / ".notes.md.swp"
    swap.write_text(f"see {SESSION_ID}", encoding="utf-8")
    assert set(named(erased(circle, log))) == {str(copy), str(swap)}
    assert copy.exists()


@pytest.mark.parametrize("name", ["conflict at home.md", "backup/plan.md", "visit copy.md", "plan.md~"])
def test_what_quotes_it_at_length_is_no_copy(circle: Run, log: Path, session: Path, name: str) -> None:
    more = " ".join(f"{number} things were said that day by somebody." for number in range(9))
    session.write_text(session.read_text(encoding="utf-8") + f"\n{more}\n", encoding="utf-8")
    git(log, "commit", "-qam", "Say more")
    path = log / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"My own thoughts: {SENTENCE} As {NAME} said.", encoding="utf-8")
    assert named(erased(circle, log)) == [str(path)]
    assert path.exists()


def test_common_words_name_nothing(circle: Run, log: Path) -> None:
    words = "A good visit. We talked about it for long. The young person was there."
    front = 'cast:\n  - {name: "Jo"}\n  - {name: "Mary"}\n'
    for number in range(4):
        keep_session(log, f"2026-11-1{number}-b2cd", "A good visit", what_worked=words)
    keep_session(log, SESSION_ID, "A good visit", front, what_worked=words)
    for name in ("a.md", "b.txt", ".c.swp", "sessions/d.md~"):
        (log / name).write_text(f"{words} Mary and Jo: a-good-visit, status: recorded", encoding="utf-8")
    said = erased(circle, log)
    assert named(said) == []
    assert (log / ".c.swp").exists()


def test_another_git_and_a_bundle_in_the_log_are_looked_into(circle: Run, log: Path, session: Path) -> None:
    (log / ".gitignore").write_text("/copy\n/*.bundle\n", encoding="utf-8")
    git(log, "add", ".gitignore")
    git(log, "commit", "-qm", "Leave them out")
    git(log, "clone", "-q", ".", "copy")
    git(log, "bundle", "create", "-q", "away.bundle", "--all")
    said = erased(circle, log)
    assert set(named(said)) >= {str(log / "copy/.git"), str(log / "away.bundle")}


def test_links_pipes_and_empty_folders_are_no_matter(circle: Run, log: Path, session: Path) -> None:
    os.mkfifo(log / "pipe")
    (log / ".#visit.md").symlink_to("jo@host.1234")
    link = log / "latest.md"
    link.symlink_to(session)
    folder = log / "photos" / SESSION_ID
    folder.mkdir(parents=True)
    (folder / "1.jpg").write_bytes(b"\xff\xd8")
    said = erased(circle, log)
    assert not os.path.lexists(link)
    assert not folder.exists()
    assert named(said) == []


def test_a_branch_that_bears_its_name_is_named(circle: Run, log: Path, session: Path) -> None:
    git(log, "branch", f"about-{SESSION_ID}", "HEAD~1")
    said = erased(circle, log)
    assert any("git branch -m" in line for line in named(said))


def test_a_file_of_it_anywhere_in_the_work_tree_goes(circle: Run, tmp_path: Path) -> None:
    work = tmp_path / "work"
    (work / "log" / "sessions").mkdir(parents=True)
    git(work, "init", "-q")
    keep_session(work / "log", OTHER, "Another", what_worked="Kept.")
    path = keep_session(work / "log", SESSION_ID, TITLE, what_worked=SENTENCE)
    shutil.copy(path, work / "visit.md")
    git(work, "add", ".")
    git(work, "commit", "-qm", "Copy it out of the log")
    done = circle("erase", SESSION_ID, "--confirm", SESSION_ID, "--log", "log", cwd=work)
    assert done.returncode == 0, done.stderr
    assert not (work / "visit.md").exists()
    assert git(work, "status", "--porcelain") == ""


def test_every_backup_that_holds_it_is_named(circle: Run, log: Path, session: Path) -> None:
    first = circle("erase", OTHER, "--confirm", OTHER, cwd=log).stdout.split()
    keep_session(log, "2026-11-24-c3de", "Later", what_worked="Still here.")
    second = circle("erase", SESSION_ID, "--confirm", SESSION_ID, cwd=log).stdout.split()
    third = circle("erase", "c3de", "--confirm", "2026-11-24-c3de", cwd=log).stdout.split()
    assert len(first) == 1
    assert set(second) > set(first)
    assert len(third) == 2
    assert not set(third) & set(first)


def test_the_words_that_are_looked_for_are_written_nowhere(
    circle: Run, log: Path, session: Path, own_home: Path
) -> None:
    real, shim = shutil.which("git"), log.parent / "bin" / "git"
    shim.parent.mkdir()
    shim.write_text(f'#!/bin/sh\nprintf "%s " "$@" >> {log.parent}/asked\nexec {real} "$@"\n', encoding="utf-8")
    shim.chmod(0o755)
    done = circle(
        "erase", SESSION_ID, "--confirm", SESSION_ID, cwd=log, env={"PATH": f"{shim.parent}:{os.environ['PATH']}"}
    )
    assert done.returncode == 0
    asked = (log.parent / "asked").read_text(encoding="utf-8")
    for words in (TITLE, NAME, SENTENCE):
        assert words not in asked


def test_the_index_is_made_anew_without_it(circle: Run, log: Path, session: Path) -> None:
    place = log / ".circle" / "index.sqlite"
    place.parent.mkdir(exist_ok=True)
    place.write_bytes(SENTENCE.encode())
    with place.open("rb") as held:
        assert "index.sqlite" not in erased(circle, log)
        assert SENTENCE.encode() not in held.read()
    assert not place.exists()
