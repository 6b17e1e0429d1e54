"""`circle edit`: a session in the person's own editor; whatever goes wrong, both versions are there."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from keys import CTRL_D
from making import begun_here

SAID = 'id: 2026-11-20-k3f9\ndate: 2026-11-20\ntitle: Tea\nanswers: {what-worked: "She came."}\n'
SLOWLY = "import time; time.sleep(1.1)"
"""An editor that is open for so long is taken for closed when it ends; of a quicker one, somebody is asked."""


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


def leave(at: Any) -> int:
    """Choose to leave, by its number."""
    at.until("Leave").shows("Leave")
    number = re.search(r"([0-9])\W+Leave", at.text)
    assert number, at.text
    return int(at.keys(number[1], "\r").end())


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
    at = edit(SLOWLY).until("Nothing was changed.")
    assert at.end() == 0
    assert session.read_bytes() == before
    assert list(drafts.iterdir()) == []


def test_an_editor_that_did_not_wait_is_told_how_and_its_file_stays(edit: Any, session: Path, drafts: Path) -> None:
    at = edit("").until("nothing was changed there", "code --wait").until("I have saved it")
    assert leave(at) == 65
    assert "is kept in this file" in at.told
    [left] = drafts.glob("*.md")
    assert left.read_bytes() == session.read_bytes()
    assert left.stat().st_mode & 0o777 == 0o600


def test_what_was_saved_in_a_window_of_its_own_is_taken(edit: Any, session: Path, drafts: Path) -> None:
    at = edit("").until("I have saved it")
    [place] = drafts.glob("*.md")
    place.write_text(place.read_text().replace("She came.", "She stayed."))
    at.keys("1", "\r").until("Saved:")
    assert at.end() == 0
    assert "She stayed." in session.read_text()
    assert list(drafts.iterdir()) == []


def test_a_file_changed_meanwhile_is_not_overwritten_and_both_versions_are_there(
    edit: Any, session: Path, drafts: Path
) -> None:
    other = f"Path({str(session)!r}).write_text(path.read_text() + '\\nby somebody else\\n')"
    at = edit(f"{other}; {SHE_STAYED}").until("changed by somebody else meanwhile", "Your version is kept in")
    assert at.end() == 65
    assert "by somebody else" in session.read_text()
    [left] = drafts.glob("*.md")
    assert "She stayed." in left.read_text()


SLIP = "path.write_text(path.read_text().replace('title: \"Tea\"', 'title: \"Tea'))"


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (SLIP, ("edit.md:4:", "a quotation mark is opened here")),
        ("path.write_text(path.read_text().replace('title:', 'titel:'))", ("edit.md:", "title: missing")),
        ("path.write_text(path.read_text().replace('2026-11-20-k3f9', '2026-11-20-k3ff'))", ("id was changed",)),
        ("path.write_text(path.read_text().replace('mode: individual', 'mode: alone'))", ("edit.md:6: mode:",)),
        ("path.write_text('no front matter')", ("edit.md",)),
        ("path.write_text(path.read_text() + '## x {#what-worked}\\n')", ("is there twice",)),
        ("path.write_bytes(path.read_bytes() + b'\\0')", ("not plain UTF-8 text",)),
        ("path.write_bytes(path.read_bytes() + b'\\xff')", ("UTF-8",)),
        ("path.write_text('')", ("came back empty",)),
        ("path.unlink()", ("nothing came back",)),
        ("path.write_text('half'); sys.exit(1)", ("ended with a problem (1)",)),
        ("path.write_text('half'); import os; os.kill(os.getpid(), 9)", ("was ended from outside (signal 9)",)),
        ("path.with_name('other.md').write_text('half')", ("under another name:", "other.md")),
    ],
)
def test_what_cannot_be_used_changes_nothing_and_is_kept(
    edit: Any, session: Path, drafts: Path, code: str, told: tuple[str, ...]
) -> None:
    before = session.read_bytes()
    at = edit(code).until(*told).until("What would you like to do?", "Go back into the editor")
    assert leave(at) == 65
    assert "circle edit k3f9 offers what you wrote again" in at.told or not list(drafts.glob("2026*.md"))
    assert session.read_bytes() == before
    assert "unlink" in code or [left for left in drafts.glob("*.md") if left.read_bytes() != before]


MENDED = """
text = path.read_text()
path.write_text(text.replace('"Tea', '"Tea"') if '"Tea"' not in text else text.replace('"Tea"', '"Tea'))
"""


def test_after_a_slip_one_goes_back_and_mends_it(edit: Any, session: Path, drafts: Path) -> None:
    """The editor makes the slip the first time, and takes it out the second."""
    at = edit(MENDED + "path.write_text(path.read_text().replace('came', 'stayed'))")
    at.until("a quotation mark is opened here", "Go back into the editor").keys("1", "\r").until("Saved:")
    assert at.end() == 0
    assert "She stayed." in session.read_text()
    assert list(drafts.iterdir()) == []


def test_what_a_failing_editor_left_can_be_taken_all_the_same(edit: Any, session: Path) -> None:
    at = (
        edit(f"{SHE_STAYED}; sys.exit(1)").until("ended with a problem (1)", "Take what is in the file").keys("2", "\r")
    )
    assert at.until("Saved:").end() == 0
    assert "She stayed." in session.read_text()


def test_a_failing_editor_that_changed_nothing_leaves_nothing(edit: Any, drafts: Path) -> None:
    assert edit("sys.exit(1)").until("ended with a problem (1); nothing was changed").end() == 65
    assert list(drafts.iterdir()) == []


def test_an_emptied_file_can_be_begun_anew(edit: Any, session: Path) -> None:
    code = "text = path.read_text()\npath.write_text('' if len(sys.argv) < 9 and not path.with_name('x').exists() else "
    code += "text.replace('came', 'stayed'))\npath.with_name('x').touch()"
    at = edit(code).until("came back empty", "with the text as it was").keys("1", "\r").until("Saved:")
    assert at.end() == 0
    assert "She stayed." in session.read_text()


def test_killed_while_the_editor_is_open_it_is_offered_the_next_time(edit: Any, session: Path, drafts: Path) -> None:
    at = edit(f"{SHE_STAYED}\nimport time; time.sleep(600)").until_there(drafts, "She stayed.")
    at.kill()
    again = edit("path.write_text(path.read_text() + 'And more.\\n')").until("was never saved", "Go on with what")
    assert again.keys("1", "\r").until("Saved:").end() == 0
    assert "She stayed.\nAnd more." in session.read_text()
    assert list(drafts.iterdir()) == []


def test_what_was_left_and_what_changed_since_are_brought_together(edit: Any, session: Path, drafts: Path) -> None:
    leave(edit(f"{SHE_STAYED}; sys.exit(1)").until("ended with a problem"))
    session.write_text(session.read_text().replace('title: "Tea"', 'title: "Tea for two"'))
    assert edit("").until("Leave both as they are").keys("3", "\r").until("Nothing was changed").end() == 2
    at = edit("").until("was never saved", "was changed since", "Bring both together").shows("Begin with the session")
    assert "Go on with what you wrote" not in at.text
    at.keys("1", "\r").until("Both are in the file that opens now", "I have saved it").keys("1", "\r").until("Saved:")
    assert at.end() == 0
    assert "Tea for two" in session.read_text() and "She stayed." in session.read_text()
    assert list(drafts.iterdir()) == []


def test_a_passage_that_changed_in_both_stands_there_twice_until_somebody_settles_it(
    edit: Any, session: Path, drafts: Path
) -> None:
    leave(edit(f"{SHE_STAYED}; sys.exit(1)").until("ended with a problem"))
    session.write_text(session.read_text().replace("She came.", "She was there."))
    at = edit(SLOWLY, "--plain").until("Bring both together").keys("1\r").until("One passage was changed in both")
    at.until("two versions of a passage begin here", "take out the lines that begin with").until("Leave; what you")
    assert at.keys("2\r").end() == 65
    assert "She was there." in session.read_text() and "She stayed." not in session.read_text()
    [left] = drafts.glob("*.md")
    assert "<<<<<<< what you wrote\nShe stayed.\n=======\nShe was there.\n>>>>>>> the session" in left.read_text()
    settle = "lines = path.read_text().split('\\n')\n"
    settle += "path.write_text('\\n'.join(line for line in lines if line[:7] not in ('<' * 7, '=' * 7, '>' * 7)))"
    assert edit(settle).until("Go on with what you wrote").keys("1", "\r").until("Saved:").end() == 0
    assert "She stayed.\nShe was there." in session.read_text()


def test_windows_line_ends_and_marks_are_taken_in(edit: Any, session: Path) -> None:
    code = "text = path.read_text().replace('came', 'stayed').replace('\\n', '\\r\\n')\n"
    code += "path.write_bytes(b'\\xef\\xbb\\xbf' + text.encode())"
    assert edit(code).until("Saved:").end() == 0
    assert session.read_text().startswith("---\ncircle: 1\n")
    assert "\r" not in session.read_bytes().decode()


def test_a_second_try_does_not_write_over_what_the_first_left(edit: Any, session: Path, drafts: Path) -> None:
    for words in ("one", "two"):
        at = edit(f"path.write_text('{words}'); sys.exit(1)")
        if words == "two":
            at.until("was never saved", "Begin with the session").keys("2", "\r")
        assert leave(at.until("What would you like")) == 65
    assert sorted(path.read_text() for path in drafts.glob("*.md")) == ["one", "two"]


def test_in_plain_lines_a_slip_is_offered_again_too(edit: Any, session: Path) -> None:
    at = edit(MENDED, "--plain").until("a quotation mark is opened here", "1", "Go back into the editor")
    assert at.keys("\r").until("Please choose one of these").keys("1\r").until("Nothing was changed").end() == 0


def test_without_a_terminal_the_file_is_named(circle: Any, log: Path, session: Path) -> None:
    done = circle("--log", str(log), "edit", "k3f9")
    assert done.returncode == 2
    assert str(session) in done.stderr


def test_without_a_terminal_it_is_said_where_an_earlier_version_lies(
    circle: Any, edit: Any, log: Path, drafts: Path
) -> None:
    leave(edit(f"{SHE_STAYED}; sys.exit(1)").until("ended with a problem"))
    done = circle("--log", str(log), "edit", "k3f9")
    assert done.returncode == 2
    [left] = drafts.glob("*.md")
    assert str(left) in done.stderr


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """A PATH on which git is, and no editor."""
    folder = tmp_path / "programs"
    folder.mkdir()
    (folder / "git").symlink_to(shutil.which("git") or "")
    return folder


def test_where_there_is_no_editor_it_is_changed_in_a_field_of_our_own(
    terminal: Any, session: Path, drafts: Path, programs: Path
) -> None:
    at = terminal("edit", "k3f9", env={"PATH": str(programs)}).until("The session's file").shows("She came.")
    at.keys("And more.").until_there(drafts, "And more.").keys(CTRL_D).until("Saved:")
    assert at.end() == 0
    assert "She came.And more." in session.read_text().replace("\n", "")
    assert list(drafts.iterdir()) == []


def test_killed_in_that_field_it_is_offered_the_next_time(
    terminal: Any, edit: Any, session: Path, drafts: Path, programs: Path
) -> None:
    at = terminal("edit", "k3f9", env={"PATH": str(programs)}).until("The session's file").shows("She came.")
    at.keys("And more.").until_there(drafts, "And more.").kill()
    assert edit("").until("was never saved").keys("1", "\r").until("I have saved").keys("1", "\r").end() == 0
    assert "And more." in session.read_text()


def test_instead_of_vi_the_field_is_offered(terminal: Any, session: Path, programs: Path) -> None:
    (programs / "vi").symlink_to(sys.executable)
    at = terminal("edit", "k3f9", env={"PATH": str(programs)}).until(":wq Enter", ":q! Enter", "Change it here")
    at.keys("2", "\r").shows("She came.").keys("x", CTRL_D).until("Saved:")
    assert at.end() == 0


def test_in_plain_lines_without_an_editor_it_is_said_how_to_name_one(
    terminal: Any, session: Path, drafts: Path, programs: Path
) -> None:
    at = terminal("edit", "k3f9", "--plain", env={"PATH": str(programs)}).until("No editor was found", "EDITOR=nano")
    assert at.end() == 65
    assert list(drafts.iterdir()) == []


def test_gits_own_editor_is_taken_from_the_persons_settings_and_not_from_a_logs(
    terminal: Any, session: Path, log: Path, own_home: Path, editor: Any
) -> None:
    command = editor(SHE_STAYED).replace("\\", "\\\\").replace('"', '\\"')
    with (own_home / ".gitconfig").open("a") as settings:
        settings.write(f'[core]\n\teditor = "{command}"\n')
    subprocess.run(["git", "-C", str(log), "config", "core.editor", "/nowhere/foreign"], check=True)
    begun_here(log)
    assert terminal("edit", "k3f9").until("Saved:").end() == 0
    assert "She stayed." in session.read_text()


def test_an_editor_that_is_not_there_leaves_nothing_behind(terminal: Any, session: Path, drafts: Path) -> None:
    at = terminal("edit", "k3f9", env={"EDITOR": "/nowhere/ed"}).until("/nowhere/ed: the editor could not be started")
    assert at.end() == 65
    assert list(drafts.iterdir()) == []
