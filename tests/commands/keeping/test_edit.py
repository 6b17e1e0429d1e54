"""`circle edit`: a session in the person's own editor; whatever goes wrong, both versions are there."""

import subprocess
from pathlib import Path
from typing import Any

import pytest

SAID = 'id: 2026-11-20-k3f9\ndate: 2026-11-20\ntitle: Tea\nanswers: {what-worked: "She came."}\n'


@pytest.fixture
def session(log: Path, circle: Any) -> Path:
    done = circle("--log", str(log), "reflect", "--from", "-", stdin=SAID)
    return Path(done.stdout.strip())


@pytest.fixture
def edit(terminal: Any, session: Path, editor: Any) -> Any:
    """Edits the session with an editor made of Python lines."""

    def run(code: str, *words: str, **how: Any) -> Any:
        return terminal("edit", "k3f9", *words, size=(24, 250), env={"EDITOR": editor(code)}, **how)

    return run


SHE_STAYED = "path.write_text(path.read_text().replace('She came.', 'She stayed.'))"


def test_what_was_edited_is_saved_and_committed(edit: Any, session: Path, log: Path, drafts: Path) -> None:
    at = edit(SHE_STAYED).until("Saved:")
    assert at.end() == 0
    assert "She stayed." in session.read_text()
    assert list(drafts.iterdir()) == []
    shown = subprocess.run(
        ["git", "-C", str(log), "show", "--format=%s", "--name-only"], capture_output=True, text=True
    )
    assert shown.stdout.split() == ["Update", "session", "2026-11-20-k3f9", str(session.relative_to(log))]


def test_a_slow_editor_that_changed_nothing_leaves_nothing(edit: Any, session: Path, drafts: Path) -> None:
    before = session.read_bytes()
    at = edit("import time; time.sleep(1.1)").until("Nothing was changed.")
    assert at.end() == 0
    assert session.read_bytes() == before
    assert list(drafts.iterdir()) == []


def test_an_editor_that_did_not_wait_is_told_how_and_its_file_stays(edit: Any, session: Path, drafts: Path) -> None:
    at = edit("").until("nothing was changed there", "code --wait")
    assert at.end() == 0
    [left] = drafts.iterdir()
    assert left.read_bytes() == session.read_bytes()


def test_a_file_changed_meanwhile_is_not_overwritten_and_both_versions_are_there(
    edit: Any, session: Path, drafts: Path
) -> None:
    other = f"Path({str(session)!r}).write_text(path.read_text() + '\\nby somebody else\\n')"
    at = edit(f"{other}; {SHE_STAYED}").until("changed by somebody else meanwhile", "Your version is kept in")
    assert at.end() == 65
    assert "by somebody else" in session.read_text()
    [left] = drafts.iterdir()
    assert "She stayed." in left.read_text()


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("path.write_text(path.read_text().replace('title:', 'titel:'))", ("edit.md:", "title: missing", "kept")),
        ("path.write_text(path.read_text().replace('2026-11-20-k3f9', '2026-11-20-k3ff'))", ("id was changed", "kept")),
        ("path.write_text('no front matter')", ("edit.md", "kept")),
        ("path.write_text(path.read_text() + '## x {#what-worked}\\n')", ("is there twice", "kept")),
        ("path.write_bytes(path.read_bytes() + b'\\0')", ("not plain UTF-8 text",)),
        ("path.write_bytes(path.read_bytes() + b'\\xff')", ("UTF-8",)),
        ("path.write_text('')", ("came back empty",)),
        ("path.write_text('half'); sys.exit(1)", ("ended with a problem (1)",)),
    ],
)
def test_what_cannot_be_used_changes_nothing_and_is_kept(
    edit: Any, session: Path, drafts: Path, code: str, told: tuple[str, ...]
) -> None:
    before = session.read_bytes()
    at = edit(code).until(*told)
    assert at.end() == 65
    assert session.read_bytes() == before
    [left] = drafts.iterdir()
    assert left.read_bytes() != before


def test_the_line_is_named(edit: Any, session: Path) -> None:
    edit("path.write_text(path.read_text().replace('mode: individual', 'mode: alone'))").until("edit.md:6: mode:")


def test_windows_line_ends_and_marks_are_taken_in(edit: Any, session: Path) -> None:
    code = "text = path.read_text().replace('came', 'stayed').replace('\\n', '\\r\\n')\n"
    code += "path.write_bytes(b'\\xef\\xbb\\xbf' + text.encode())"
    assert edit(code).until("Saved:").end() == 0
    assert session.read_text().startswith("---\ncircle: 1\n")
    assert "\r" not in session.read_bytes().decode()


def test_a_second_try_does_not_write_over_what_the_first_left(edit: Any, session: Path, drafts: Path) -> None:
    for _ in range(2):
        assert edit("path.write_text(path.name); sys.exit(1)").end() == 65
    assert sorted(path.read_text() for path in drafts.iterdir()) == sorted(path.name for path in drafts.iterdir())


def test_without_a_terminal_the_file_is_named(circle: Any, log: Path, session: Path) -> None:
    done = circle("--log", str(log), "edit", "k3f9")
    assert done.returncode == 2
    assert str(session) in done.stderr
