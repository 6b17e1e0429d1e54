"""Programs are found on PATH alone, by each system's own rules."""

from pathlib import PurePosixPath, PureWindowsPath

import pytest

from circle_cli.system.programs import command_words, find_program

WINDOWS = {r"C:\Git\cmd\git.exe", r"C:\VS Code\bin\code.cmd", r".\git.exe", "git.exe", r"tools\git.exe", r"\git.exe"}
LINUX = {"/usr/bin/git", "./git", "git", "bin/git"}


def on_windows(name: str, path: str, **environ: str) -> str | None:
    return find_program(name, {"PATH": path, **environ}, PureWindowsPath, WINDOWS.__contains__)


@pytest.mark.parametrize("path", ["", ".", ";", "tools", "\\", ".;tools;;\\", "C:"])
def test_windows_takes_no_git_from_where_somebody_stands(path: str) -> None:
    assert on_windows("git", path, PATHEXT=".EXE") is None
    assert on_windows("git", rf"{path};C:\Git\cmd", PATHEXT=".exe") == r"C:\Git\cmd\git.exe"


@pytest.mark.parametrize("path", ["", ".", ":", "bin", "./", ":.:bin"])
def test_no_other_system_does(path: str) -> None:
    assert find_program("git", {"PATH": path}, PurePosixPath, LINUX.__contains__) is None
    found = find_program("git", {"PATH": f"{path}:/usr/bin"}, PurePosixPath, LINUX.__contains__)
    assert found == "/usr/bin/git"


def test_windows_adds_its_endings_where_none_is_given() -> None:
    path = r'C:\Git\cmd;"C:\VS Code\bin"'
    assert on_windows("code", path, PATHEXT=".COM;.exe;.cmd") == r"C:\VS Code\bin\code.cmd"
    assert on_windows("git.exe", path) == r"C:\Git\cmd\git.exe"
    assert on_windows("nano", path) is None


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (
            r'"C:\Program Files\Notepad++\notepad++.exe" -multiInst',
            [r"C:\Program Files\Notepad++\notepad++.exe", "-multiInst"],
        ),
        (r"C:\Tools\vim.exe -f", [r"C:\Tools\vim.exe", "-f"]),
        ("code --wait", ["code", "--wait"]),
        ("  notepad  ", ["notepad"]),
    ],
)
def test_a_quoted_editor_is_read_as_windows_would(command: str, words: list[str]) -> None:
    assert command_words(command, windows=True) == words


def test_elsewhere_it_is_read_as_a_shell_would() -> None:
    assert command_words(r"'/opt/my editor' -a b\ c", windows=False) == ["/opt/my editor", "-a", "b c"]


@pytest.mark.parametrize("windows", [True, False])
def test_a_quotation_mark_that_is_not_closed_is_an_error(windows: bool) -> None:
    with pytest.raises(ValueError, match="closing quotation"):
        command_words('"C:/no end', windows=windows)
