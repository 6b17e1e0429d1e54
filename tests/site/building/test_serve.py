"""The preview, on this computer only."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from signal import SIGINT
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

import pytest
from making import publish
from playwright.sync_api import Browser
from running import be_a_copy

from circle_cli.errors import CircleError
from circle_cli.site.build import serve
from circle_cli.site.drawing.following.since import IDS

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


@contextmanager
def preview(log_root: Path) -> Iterator[str]:
    """Runs the preview of a log until it is stopped; gives its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    begin = partial(be_a_copy, partial(serve, log_root, address), dict(os.environ))
    with subprocess.Popen([sys.executable], stderr=subprocess.PIPE, text=True, preexec_fn=begin) as running:
        try:
            yield address
        finally:
            running.send_signal(SIGINT)
        said = running.communicate(timeout=60)[1]
    assert running.returncode == 0
    assert f"Serving on http://{address}/" in said


def test_preview_shows_the_site_and_each_change_until_it_is_stopped(tmp_path: Path) -> None:
    (tmp_path / "guidance").mkdir()
    with preview(tmp_path) as address:
        fetch(f"http://{address}/preparing.html", "Preparing a session")
        (tmp_path / "guidance/preparing.md").write_text(OURS)
        fetch(f"http://{address}/preparing.html", ">Ours</h1>")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["guidance"]


def test_the_preview_makes_pages_lists_and_the_index_when_asked_with_each_change_in_them(
    tmp_path: Path,
) -> None:
    for name, word in {"abcdefgh": "why", "bcdefghj": "when", "mnpqrstu": "where"}.items():
        publish(tmp_path, id=name, title=f"Ask {word}")
    last = "learning-points/mnpqrstu.html"
    with preview(tmp_path) as address:
        fetch(f"http://{address}/{last}", '<h1 id="the-page">Ask where</h1>')
        fetch(f"http://{address}/search/d0.js", "Ask why")
        fetch(f"http://{address}/{IDS}", "abcdefgh")
        publish(tmp_path, id="mnpqrstu", title="Listen first")
        fetch(f"http://{address}/{last}", '<h1 id="the-page">Listen first</h1>')
        fetch(f"http://{address}/search/d0.js", "Listen first")
        publish(tmp_path, id="stuvwxyz", title="Ask who")
        fetch(f"http://{address}/{IDS}", "stuvwxyz")


def test_preview_answers_to_its_own_address_alone(tmp_path: Path) -> None:
    with preview(tmp_path) as address:
        fetch(f"http://{address}/", "</html>")
        port = address.rpartition(":")[2]
        for host in ("example.org", f"example.org:{port}", f"127.0.0.1.example.org:{port}", "127.0.0.1:1", ""):
            for page in ("/", "/preparing.html", "/livereload/1/1"):
                asked = Request(f"http://{address}{page}", headers={"Host": host})  # our own server
                with pytest.raises(HTTPError, match="421"):
                    urlopen(asked)  # noqa: S310
        for host in (f"localhost:{port}", address):
            with urlopen(Request(f"http://{address}/", headers={"Host": host})) as answer:
                assert answer.status == 200


def test_a_page_of_the_preview_has_the_policy_of_the_released_one_and_loads_itself_anew(
    tmp_path: Path, browser: Browser
) -> None:
    (tmp_path / "guidance").mkdir()
    with preview(tmp_path) as address:
        fetch(f"http://{address}/", "</html>")
        page, complaints = browser.new_page(), []
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        answer = page.goto(f"http://{address}/preparing.html")
        assert answer is not None
        policy = answer.headers["content-security-policy"]
        assert "default-src 'self'" in policy and "'unsafe-inline'" not in policy.split(";")[1]
        assert re.search(r"script-src 'self' 'sha256-", policy)
        (tmp_path / "guidance/preparing.md").write_text(OURS)
        page.get_by_role("heading", name="Ours").wait_for(timeout=60_000)
        assert complaints == []
        page.evaluate(
            "() => { const it = document.createElement('script'); it.text = 'window.ran = 1'; "
            "document.body.append(it) }"
        )
        assert page.evaluate("() => window.ran") is None
        page.close()


def test_taken_address_is_said(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(CircleError, match="ddress already in use"):
            serve(tmp_path, f"127.0.0.1:{taken.getsockname()[1]}")
