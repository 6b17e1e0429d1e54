"""Which editor is opened: the one that somebody set, in the words of their system, or else the plainest there is."""

from collections.abc import Mapping

import pytest

from circle_cli.errors import CircleError
from circle_cli.interview.terminal.editors import Editor, find_editor

NOTEPAD = r"C:\Program Files\Notepad++\notepad++.exe"


def found(*there: str, git: str = "", files: tuple[str, ...] = (), windows: bool = False, **environ: str) -> Editor:
    """Find the editor where these programs are on PATH."""

    def find(name: str, _: Mapping[str, str]) -> str | None:
        return f"/bin/{name}" if name in there else None

    return find_editor(environ, lambda: git, find=find, is_file=files.__contains__, windows=windows)


@pytest.mark.parametrize(
    ("environ", "git", "command"),
    [
        ({"VISUAL": "micro", "EDITOR": "nano"}, "vi", ("/bin/micro",)),
        ({"EDITOR": "nano -w"}, "vi", ("/bin/nano", "-w")),
        ({"EDITOR": "  "}, "vi", ("/bin/vi",)),
        ({}, "vi -n", ("/bin/vi", "-n")),
        ({"EDITOR": "'/opt/my ed' --wait"}, "", ("/opt/my ed", "--wait")),
        ({"EDITOR": "/opt/my own ed"}, "", ("/opt/my own ed",)),
    ],
)
def test_what_somebody_set_comes_first(environ: dict[str, str], git: str, command: tuple[str, ...]) -> None:
    editor = found("nano", "micro", "vi", git=git, files=("/opt/my own ed",), **environ)
    assert editor == Editor(command=command)


@pytest.mark.parametrize(
    ("there", "windows", "command"),
    [
        (("vi", "vim", "micro", "nano"), False, "/bin/nano"),
        (("vi", "vim", "micro", "notepad"), False, "/bin/micro"),
        (("vi", "notepad", "nano"), True, "/bin/nano"),
        (("vi", "notepad"), True, "/bin/notepad"),
    ],
)
def test_where_nothing_is_set_the_plainest_is_taken(there: tuple[str, ...], windows: bool, command: str) -> None:
    assert found(*there, windows=windows) == Editor(command=(command,))


def test_vi_is_the_last_resort_and_its_way_out_is_said_only_then() -> None:
    editor = found("vi", "notepad")
    assert editor.command == ("/bin/vi",)
    assert ":wq" in "".join(editor.way_out) and ":q!" in "".join(editor.way_out)
    assert not found("vi", EDITOR="vi").way_out


@pytest.mark.parametrize(
    ("value", "command"),
    [
        (f'"{NOTEPAD}" -multiInst', (NOTEPAD, "-multiInst")),
        (NOTEPAD, (NOTEPAD,)),
        (r"C:\Windows\notepad.exe", (r"C:\Windows\notepad.exe",)),
        ("notepad", ("/bin/notepad",)),
    ],
)
def test_on_windows_a_quoted_editor_works(value: str, command: tuple[str, ...]) -> None:
    assert found("notepad", windows=True, files=(NOTEPAD,), EDITOR=value).command == command


@pytest.mark.parametrize("value", ["gone", "'gone"])
def test_an_editor_that_is_not_there_is_said_before_anything_is_written(value: str) -> None:
    with pytest.raises(CircleError, match="gone"):
        found("nano", EDITOR=value)


def test_where_there_is_none_it_is_said_how_to_name_one() -> None:
    with pytest.raises(CircleError, match="EDITOR=nano"):
        found("notepad")
