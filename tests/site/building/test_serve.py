"""The preview, on this computer only."""

import socket
import subprocess
import sys
import time
from pathlib import Path
from signal import SIGINT
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from circle_cli.errors import CircleError
from circle_cli.site.build import serve

PROGRAM = """
import sys
from pathlib import Path
from circle_cli.site.build import serve
serve(Path(sys.argv[1]), sys.argv[2])
"""
OURS = '---\ntitle: "A"\ndescription: "B"\n---\n# Ours\n'


def fetch(url: str, wanted: str) -> str:
    """Ask until the page says what is wanted; a minute is for a very busy machine."""
    deadline, seen = time.monotonic() + 60, ""
    while wanted not in seen:
        assert time.monotonic() < deadline, seen[-500:]
        try:
            with urlopen(url) as answer:  # noqa: S310  # our own server
                seen = answer.read().decode("utf-8")
        except URLError:
            time.sleep(0.1)
    return seen


def test_preview_shows_the_site_and_each_change_until_it_is_stopped(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    (tmp_path / "guidance").mkdir()
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(tmp_path), address], stderr=subprocess.PIPE, text=True
    ) as running:
        try:
            fetch(f"http://{address}/preparing.html", "Preparing a session")
            (tmp_path / "guidance/preparing.md").write_text(OURS)
            fetch(f"http://{address}/preparing.html", ">Ours</h1>")
        finally:
            running.send_signal(SIGINT)
        said = running.communicate(timeout=60)[1]
    assert running.returncode == 0
    assert f"Serving on http://{address}/" in said
    assert sorted(path.name for path in tmp_path.iterdir()) == ["guidance"]


def test_taken_address_is_said(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(CircleError, match="ddress already in use"):
            serve(tmp_path, f"127.0.0.1:{taken.getsockname()[1]}")
