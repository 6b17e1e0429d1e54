"""Take any one stage away, or let it break: nothing is published, and the old site is as it was."""

import socket
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from circle_cli.commands.door.scan import scan
from circle_cli.commands.edge import Asked
from circle_cli.commands.site.site import site, stages_for
from circle_cli.errors import CircleError
from circle_cli.log.folder import Log
from circle_cli.site.build import build_site
from circle_cli.site.building.finish import finish

Publish = Callable[..., Path]
OLD = {"index.html": "the old site", ".gitignore": "*\n"}


def breaks(*_: object) -> Any:
    raise RuntimeError("a stage broke")


@pytest.fixture
def log_root(tmp_path: Path, publish: Publish) -> Path:
    publish(tmp_path)
    (tmp_path / "circle.yml").touch()
    (tmp_path / "site").mkdir()
    for name, text in OLD.items():
        (tmp_path / "site" / name).write_text(text)
    return tmp_path


def as_it_was(log_root: Path) -> bool:
    left = {path.name: path.read_text() for path in (log_root / "site").iterdir()}
    return left == OLD and list(log_root.glob(".site-*")) == []


@pytest.mark.parametrize(
    "mutation",
    [
        {"inspect": lambda *_: None},
        {"inspect": lambda *_: frozenset()},
        {"inspect": breaks},
        {"finish": lambda *_: None},
        {"finish": lambda *_: frozenset({"index.html"})},
        {"finish": breaks},
        {"sweep": lambda *_: None},
        {"sweep": lambda *_: {"index.html": []}},
        {"sweep": breaks},
    ],
    ids=lambda mutation: "-".join(mutation),
)
def test_without_any_one_stage_nothing_is_published(log_root: Path, mutation: dict[str, Any]) -> None:
    stages = replace(stages_for(Log(root=log_root)), **mutation)
    with pytest.raises((CircleError, RuntimeError), match=r"nothing was published|a stage broke"):
        build_site(log_root, stages)
    assert as_it_was(log_root)


def test_one_hit_of_the_sweep_and_nothing_is_published(log_root: Path) -> None:
    whole = stages_for(Log(root=log_root))

    def sweeps(folder: Path, *rest: Any) -> Any:
        return {**whole.sweep(folder, *rest), "index.html": ["a name of a session’s cast, in line 3"]}

    with pytest.raises(CircleError, match=r"index\.html: a name of a session’s cast, in line 3") as caught:
        build_site(log_root, replace(whole, sweep=sweeps))
    assert caught.value.exit_code == 65 and as_it_was(log_root)


def test_a_session_that_cannot_be_read_stops_it(log_root: Path) -> None:
    (log_root / "sessions").mkdir(exist_ok=True)
    (log_root / "sessions/2026-11-23-k3f9-x.md").write_text("---\ncircle: 1\ncast: [\n---\n")
    with pytest.raises(CircleError, match=r"k3f9\*\.md:\d+: .*\n.*nobody can tell whose names are in it"):
        site(Asked(log=str(log_root)), serve=False)
    assert as_it_was(log_root)


def test_no_socket_is_opened_from_scan_to_release(log_root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "socket", breaks)
    monkeypatch.setattr(socket, "getaddrinfo", breaks)
    asked = Asked(log=str(log_root))
    scan(asked, str(log_root / "guidance/learning-points/k3f9abcd.md"), None, as_json=False)
    site(asked, serve=False)
    assert (log_root / "site/learning-points/k3f9abcd.html").is_file()


@pytest.mark.parametrize(
    ("html", "wrong"),
    [
        ('<img src="https://example.org/a.png">', "another host"),
        ('<img src="//example.org/a.png">', "another host"),
        ('<img src="\\\\example.org/a.png">', "another host"),
        ('<img srcset="a.png 1x, http://example.org/a.png 2x">', "another host"),
        ('<link rel="stylesheet" href="https://example.org/a.css">', "another host"),
        ('<link rel="preconnect" href="https://example.org">', "another host"),
        ('<script src="http://example.org/a.js"></script>', "another host"),
        ("<style>@import 'https://example.org/a.css'</style>", "another host"),
        ('<p style="background: url(//example.org/a.png)">', "another host"),
        ('<form action="https://example.org">', "another host"),
        ('<iframe src="https://example.org"></iframe>', "another host"),
        ('<meta http-equiv="refresh" content="0; url=https://example.org">', "elsewhere"),
        ('<a href="java\nscript:alert(1)">x</a>', "run a script"),
        ('<p onclick="alert(1)">', "run a script"),
        ('<img src="https://example.org/a.png" src="a.png">', "another host"),
        ('<a href="javascript:alert(1)" href="a.html">', "run a script"),
    ],
)
def test_a_page_that_would_call_out_is_refused_by_line(tmp_path: Path, html: str, wrong: str) -> None:
    (tmp_path / "a.html").write_text(f"<p>\n{html}")
    with pytest.raises(CircleError, match=rf"a\.html:2: .*{wrong}"):
        finish(tmp_path, frozenset({"a.html"}), frozenset())


def test_links_that_only_lead_elsewhere_are_let_through(tmp_path: Path) -> None:
    links = '<link rel="canonical" href="https://x.org"><a href="https://example.org">x</a>'
    (tmp_path / "a.html").write_text(f'<!doctype html><html lang="en"><head><meta charset="utf-8">{links}')
    assert finish(tmp_path, frozenset({"a.html"}), frozenset()) == {"a.html"}


def test_a_page_that_grows_shorter_ends_where_it_ends(tmp_path: Path) -> None:
    text = '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n' + "<p>\n" * 2000 + "<p>The end.\n"
    for name, ends in {"a.html": "\n", "b.html": "\r\n"}.items():
        (tmp_path / name).write_text(text, newline=ends)
    finish(tmp_path, frozenset({"a.html", "b.html"}), frozenset())
    written = [(tmp_path / name).read_bytes() for name in ("a.html", "b.html")]
    assert written[0] == written[1] and written[0].endswith(b"<p>The end.\n")


def test_a_file_nobody_meant_a_missing_page_and_a_link_are_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").touch()
    with pytest.raises(CircleError, match=r"notes\.txt: nobody meant this file"):
        finish(tmp_path, frozenset(), frozenset())
    with pytest.raises(CircleError, match=r"learning-points/k3f9abcd\.html: this page was not built"):
        finish(tmp_path, frozenset({"learning-points/k3f9abcd.html"}), frozenset({"notes.txt"}))
    (tmp_path / "a.html").symlink_to(tmp_path / "notes.txt")
    with pytest.raises(CircleError, match="a link to another place"):
        finish(tmp_path, frozenset({"a.html"}), frozenset({"notes.txt"}))
