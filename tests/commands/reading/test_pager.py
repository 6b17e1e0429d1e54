"""`circle show` at a terminal: a long session a page at a time, in the pager that somebody has; nothing of it stays."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from terminals import Terminal

from circle_cli.commands.reading.pager import environment, find_pager

Run = Callable[..., Any]


def found(environ: Mapping[str, str], *there: str, windows: bool = False) -> tuple[str, ...]:
    return find_pager(environ, lambda name, _: f"/bin/{name}" if name in there else None, windows=windows)


def test_the_pager_is_the_one_that_somebody_set_else_the_plainest_that_is_there() -> None:
    assert found({"PAGER": "most -s"}, "less", "most") == ("/bin/most", "-s")
    assert found({"PAGER": "'/opt/my pager' -R"}) == ("/opt/my pager", "-R")
    assert found({}, "less", "more") == ("/bin/less",)
    assert found({}, "more") == ("/bin/more",)
    assert found({}) == ()
    assert found({}, "more", windows=True) == ()


@pytest.mark.parametrize("none", ["", "  ", "cat", "'"])
def test_a_pager_that_is_empty_or_only_prints_is_none(none: str) -> None:
    assert found({"PAGER": none}, "less", "cat") == ()


def test_a_pager_that_is_not_there_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert found({"PAGER": "mots -s"}, "less") == ()
    assert capsys.readouterr().err == "PAGER=mots -s: there is no such program, so here is all of it at once.\n"


def test_less_keeps_nothing_of_what_it_shows_and_is_else_as_somebody_set_it() -> None:
    mine = {"LESS": "-i", "LESSHISTFILE": "/home/jo/.lesshst", "LESSOPEN": "| lesspipe %s", "HOME": "/home/jo"}
    told = environment(mine, "utf-8")
    assert (told["LESS"], told["LESSHISTFILE"], told["LESSSECURE"], told["HOME"]) == ("-i", "-", "1", "/home/jo")
    assert "LESSOPEN" not in told
    assert told["LESSCHARSET"] == "utf-8"
    assert environment({}, "ascii")["LESS"].startswith("FRX-Ps")
    assert "LESSCHARSET" not in environment({}, "ascii")


@pytest.fixture
def shown(log: Path, put: Callable[..., Path]) -> Callable[..., tuple[str, int]]:
    """Shows a session of very many lines at a terminal; gives what was seen, and how it ended."""
    put("2026-11-23-k3f9", "The long one", what_worked="\n".join(f"Line {number}." for number in range(20_000)))

    def show(*options: str, **env: str) -> tuple[str, int]:
        terminal = Terminal(("show", "k3f9", *options), (24, 80), env, cwd=str(log))
        ended = terminal.end()
        return terminal.told, ended

    return show


def test_a_long_session_goes_through_the_pager_and_one_that_is_closed_early_is_no_error(
    shown: Callable[..., tuple[str, int]],
) -> None:
    assert shown(PAGER="head -n 2") == ("The long one ============ ", 0)


@pytest.mark.parametrize(
    ("options", "env"),
    [
        (("--no-pager",), {"PAGER": "head -n 2"}),
        ((), {"PAGER": ""}),
        ((), {"PAGER": "head -n 2", "CIRCLE_PLAIN": "1"}),
        ((), {"PAGER": "head -n 2", "CI": "true"}),
    ],
)
def test_all_of_it_comes_at_once_where_that_is_wanted(
    shown: Callable[..., tuple[str, int]], options: tuple[str, ...], env: Mapping[str, str]
) -> None:
    told, ended = shown(*options, **env)
    assert ("Line 19999." in told, ended) == (True, 0)


def test_a_short_session_and_one_that_a_program_reads_go_through_none(
    log: Path, put: Callable[..., Path], circle: Run
) -> None:
    put("2026-11-23-k3f9", "The short one")
    terminal = Terminal(("show", "k3f9"), (24, 80), {"PAGER": "head -n 1"}, cwd=str(log))
    assert terminal.end() == 0
    assert "nobody has said yet" in terminal.told
    put("2026-11-24-k3g2", "The long one", what_worked="\n".join("word" for _ in range(100)))
    assert circle("show", "k3g2", cwd=log, env={"PAGER": "head -n 1"}).stdout.count("word") == 100


@pytest.mark.skipif(shutil.which("less") is None, reason="there is no less here")
def test_ctrl_c_is_the_pagers_and_what_was_sought_in_it_is_not_remembered(
    log: Path, put: Callable[..., Path], tmp_path: Path
) -> None:
    put("2026-11-23-k3f9", "The long one", what_worked="\n".join(f"Line {number}." for number in range(200)))
    env = {"PAGER": "less", "HOME": str(tmp_path)}
    terminal = Terminal(("show", "k3f9"), (24, 80), env, cwd=str(log)).until("Line 10.", "Space goes on; q leaves")
    terminal.keys("\x03", "/Line 150\n").until("Line 150.")
    terminal.keys("q")
    assert terminal.end() == 0
    assert not [path for path in tmp_path.rglob("*") if "less" in path.name]
