"""What lies among the learning points and is no file, has a name for a trap, or is as full as a file may be."""

import os
import re
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from circle_cli.errors import CircleError
from circle_cli.points.file import LARGEST_POINT, render_point
from circle_cli.points.folder import read_published
from circle_cli.points.record import LearningPoint


def a_link(path: Path) -> None:
    path.symlink_to("/etc/passwd")


def a_link_to_nothing(path: Path) -> None:
    path.symlink_to(path.with_name("nothing"))


def a_link_to_itself(path: Path) -> None:
    path.symlink_to(path)


def a_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def a_folder(path: Path) -> None:
    path.mkdir()


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


def a_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(os.path.relpath(path))  # a socket's name may not be long


@pytest.mark.parametrize(
    "make",
    [a_link, a_link_to_nothing, a_link_to_itself, a_device, a_folder, a_pipe, a_socket],
    ids=lambda it: it.__name__,
)
@pytest.mark.parametrize("name", ["k3f9abcd.md", "x.md", ".gitkeep"])
def test_what_is_no_file_is_refused_by_name_and_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: Callable[[Path], None], name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    make(tmp_path / name)
    with pytest.raises(CircleError, match=rf"^{re.escape(str(tmp_path / name))}: "):
        read_published(tmp_path)


@pytest.mark.parametrize(
    "name", ["con.md", "nul", "K3F9ABCD.MD", "k3f9abcd.md ", "k3f9abcd.md.", "k3f9abcd.md\n", "k3f9\u0430bcd.md",
             "\x1b[2J.md", "k3f9abcd .md", "k3f9abcd.md:ads", "..md", "-rf", "\udcff.md"],
)  # fmt: skip
def test_a_name_that_some_computer_takes_for_another_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"x")
    with pytest.raises(CircleError, match="this is no learning point"):
        read_published(tmp_path)


WITHIN = """
import resource, sys
from pathlib import Path
from circle_cli.errors import CircleError
from circle_cli.points.file import read_point
resource.setrlimit(resource.RLIMIT_CPU, (30, 30))
resource.setrlimit(resource.RLIMIT_AS, (2**30, 2**30))
for path in sorted(Path(sys.argv[1]).iterdir()):
    try:
        read_point(path)
    except CircleError:
        pass
"""
"""Thirty seconds and a gigabyte are no measure but a net: a hundredth is used, or far more than that would be."""

FULL = (
    *(
        "[",
        "{a: ",
        "- ",
        "-  ",
        "? ",
        "!a ",
        "&a ",
        "*a ",
        ":",
        ": ",
        '"',
        "'",
        "|\n",
        "\n",
        " ",
        "#",
        "%",
        "1,",
        "\u2028 ",
    ),
    *("a: 1\n", "a: &a 1\n", "[1],", "{a: 1},", "a: b: ", "\\", "\U0010ffff", "<<: {a: 1}\n", "---\n", "...\n"),
)


def test_a_file_as_full_as_it_may_be_takes_neither_time_nor_memory(tmp_path: Path, point: LearningPoint) -> None:
    front, body = render_point(point).split("\n---\n", 1)
    for number, piece in enumerate(FULL):
        fill = piece * ((LARGEST_POINT - 2000) // len(piece.encode()))
        for letter, text in (("a", f"a: {fill}"), ("b", fill), ("c", f"a: [{fill}]")):
            path = tmp_path / f"{number:07}{letter}.md"
            path.write_text(f"{front}\n{text}\n---\n{body}", encoding="utf-8")
            assert path.stat().st_size <= LARGEST_POINT
    done = subprocess.run([sys.executable, "-c", WITHIN, str(tmp_path)], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
