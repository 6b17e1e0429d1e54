"""The same pages for another builder: plain MkDocs makes a whole site of them, and acts on no word in them."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import invented_points
import pytest
import yaml
from making import session_text
from markupsafe import Markup

from circle_cli.commands.edge import Asked
from circle_cli.commands.site.site import site, stages_for
from circle_cli.errors import PERMISSION, USAGE, CircleError
from circle_cli.log.folder import Log
from circle_cli.site.build import Stages
from circle_cli.site.building.finish import files_of
from circle_cli.site.drawing.inert import inert
from circle_cli.site.export import export_site

Publish = Callable[..., Path]
Read = Callable[[Path], Any]

COUNT = 12
HOSTILE = "<script>alert(1)</script> {{ config }} {% raw %} --8<-- 'x.md' [[x]] $y$ {: #z } `<img src=//x.example>`[^1]"
BUILD = [sys.executable, "-m", "mkdocs", "build", "--strict", "-q"]


@pytest.fixture(scope="module")
def log_root(tmp_path_factory: pytest.TempPathFactory, publish: Publish) -> Path:
    """A log of invented learning points, one that was taken back, and one that is an attack in every field."""
    log_root = tmp_path_factory.mktemp("log")
    invented_points.publish(log_root, COUNT)
    publish(log_root, id="k3f9abcd", title=HOSTILE, how=f"First\n\n{HOSTILE}\n\n::: x\n\n!!! note\n", year=2027)
    withdrawn = '---\ncircle: 1\nkind: learning-point\nid: "zzzzzzzz"\nwithdrawn: 2026\n---\n'
    (log_root / "guidance/learning-points/zzzzzzzz.md").write_text(withdrawn, encoding="utf-8")
    return log_root


@pytest.fixture(scope="module")
def exported(log_root: Path, tmp_path_factory: pytest.TempPathFactory, open_door: Stages) -> Path:
    folder = tmp_path_factory.mktemp("place") / "copy"
    export_site(log_root, folder, open_door, this_year=2027)
    return folder


@pytest.fixture(scope="module")
def built(exported: Path) -> Path:
    """What plain MkDocs makes of it, with the settings as they were written."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    env = {**kept, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(BUILD, cwd=exported, env=env, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return exported / "site"


def test_nothing_of_ours_is_in_the_settings(exported: Path) -> None:
    settings = yaml.safe_load((exported / "mkdocs.yml").read_text(encoding="utf-8"))
    assert settings["plugins"] == ["search"] and settings["use_directory_urls"] is False
    assert settings["theme"]["font"] is False and settings["theme"]["name"] == "material"
    assert not settings.keys() & {"hooks", "extra_templates", "watch", "markdown_extensions"}


def test_plain_mkdocs_makes_as_many_pages_as_there_are_learning_points(built: Path, log_root: Path) -> None:
    wanted = {path.stem for path in (log_root / "guidance/learning-points").glob("*.md")} | {
        "index",
        "news",
        "following",
    }
    assert {path.stem for path in (built / "learning-points").glob("*.html")} == wanted
    assert len(wanted) == COUNT + 5
    assert {"index.html", "questions/safety.html", "feed.xml", "feed.css", "circle.css", "browse.js"} <= files_of(built)


def test_every_link_leads_somewhere(built: Path, read: Read) -> None:
    pages = {name: read(built / name) for name in files_of(built) if name.endswith(".html")}
    looked = 0
    for name, page in pages.items():
        for link in page.links + page.fetched:
            parts = urlsplit(urljoin(name, link))
            if parts.scheme or link.startswith(("data:", "/")) or name == "404.html":
                assert parts.scheme in ("", "data") or "example" not in link, f"{name} links to {link}"
                continue
            looked += 1
            assert (built / parts.path).is_file(), f"{name} links to {link}"
            if parts.fragment and parts.path in pages:
                assert parts.fragment in pages[parts.path].ids, f"{name} links to {link}"
    assert looked > 1000


def test_an_attack_in_every_field_stays_words(built: Path, exported: Path, read: Read) -> None:
    page = read(built / "learning-points/k3f9abcd.html")
    assert page.text.count(HOSTILE) >= 2 and "::: x !!! note" in page.text
    assert HOSTILE in read(built / "learning-points/index.html").text and HOSTILE in read(built / "index.html").text
    for path in built.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert "<script>alert" not in text and "<img src=//" not in text, path
    for path in exported.glob("docs/**/*.md"):
        text = path.read_text(encoding="utf-8")
        assert not any(sign in text for sign in ("8<-", "{{", "{%", "[[", "{:", "[^")), path
    search = (built / "search/search_index.json").read_text(encoding="utf-8")
    assert "zzzzzzzz.html" not in search and "learning-points/k3f9abcd.html" in search


def test_a_drawn_page_is_front_matter_and_one_line(exported: Path) -> None:
    _, front, body = (exported / "docs/learning-points/k3f9abcd.md").read_text(encoding="utf-8").split("---\n")
    assert unescape(yaml.safe_load(front)["title"]) == HOSTILE
    assert body.startswith("\n<div><h1>") and body.endswith("</div>\n") and body.count("\n") == 2
    notice = (exported / "docs/learning-points/zzzzzzzz.md").read_text(encoding="utf-8")
    assert yaml.safe_load(notice.split("---\n")[1])["search"] == {"exclude": True}


def test_signs_become_entities_and_a_browser_sees_no_difference() -> None:
    block = Markup('<p class="a__b" title="{}">{}</p>\n\n<p>{}</p>').format(
        "{{ a }} [x]", "*a* & `b` -- {c}", "a-b, c."
    )
    made = inert(block)
    assert unescape(made) == unescape(block).replace("\n\n", " ")
    assert made.startswith('<p class="a__b" title="&#123;&#123; a &#125;&#125; &#91;x&#93;">&#42;a&#42; &#38; &#96;b')
    assert made.endswith("<p>a&#45;b, c.</p>")


def test_the_command_writes_it_and_says_who_checks_no_longer(tmp_path: Path, publish: Publish, circle: Any) -> None:
    publish(tmp_path / "log")
    (tmp_path / "log/circle.yml").touch()
    (tmp_path / ".circle-export-killed").mkdir()
    done = circle("site", "--export", "copy", "--log", "log")
    assert (done.returncode, done.stdout) == (0, f"{tmp_path / 'copy'}\n")
    said = " ".join(done.stderr.split())
    assert "does not check what it publishes" in said and "no content-security policy" in said
    assert (tmp_path / "copy/docs/learning-points/k3f9abcd.md").is_file()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy", "log"]
    assert not (tmp_path / "log/site").exists()


def test_an_empty_folder_will_do_and_nothing_is_ever_overwritten(
    tmp_path: Path, log_root: Path, open_door: Stages
) -> None:
    (tmp_path / "empty").mkdir()
    export_site(log_root, tmp_path / "empty", open_door, this_year=2027)
    (tmp_path / "file").write_text("mine")
    for name in ("empty", "file"):
        with pytest.raises(CircleError, match="nothing is overwritten") as caught:
            export_site(log_root, tmp_path / name, open_door, this_year=2027)
        assert caught.value.exit_code == USAGE
    assert (tmp_path / "file").read_text() == "mine" and (tmp_path / "empty/mkdocs.yml").is_file()


@pytest.mark.parametrize(
    ("export", "serve", "wrong"),
    [
        ("new", True, "choose one of them"),
        ("log/sessions/new", False, "the log keeps something else there"),
        ("log/site", False, "the log keeps something else there"),
        ("nowhere/new", False, "there is no folder"),
        (".", False, "go out of it first"),
    ],
)
def test_wrong_usage_ends_with_2_and_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, export: str, serve: bool, wrong: str
) -> None:
    (tmp_path / "log").mkdir()
    (tmp_path / "log/circle.yml").touch()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CircleError, match=wrong) as caught:
        site(Asked(log="log"), serve=serve, export=export)
    assert caught.value.exit_code == USAGE
    assert [path.name for path in tmp_path.rglob("*")] == ["log", "circle.yml"]


def breaks(*_: object) -> Any:
    raise RuntimeError("a stage broke")


@pytest.mark.parametrize(
    "mutation",
    [
        {"inspect": lambda *_: frozenset()},
        {"inspect": breaks},
        {"sweep": lambda *_: None},
        {"sweep": lambda *_: {"mkdocs.yml": []}},
        {"sweep": lambda folder, *_: {**dict.fromkeys(files_of(folder), ()), "docs/index.md": ["a name, in line 3"]}},
        {"sweep": breaks},
    ],
    ids=lambda mutation: "-".join(mutation),
)
def test_without_any_one_stage_nothing_is_written(
    tmp_path: Path, log_root: Path, open_door: Stages, mutation: dict[str, Any]
) -> None:
    with pytest.raises((CircleError, RuntimeError), match=r"nothing was published|a stage broke"):
        export_site(log_root, tmp_path / "new", replace(open_door, **mutation), this_year=2027)
    assert list(tmp_path.iterdir()) == []


def test_the_gate_and_the_sweep_are_those_of_the_site(tmp_path: Path, publish: Publish) -> None:
    name = "Xanthippe Quillfeather"
    session = session_text(title="A visit", front=f'cast:\n  - {{name: "{name}"}}\n')
    root = tmp_path / "log"
    publish(root, how=f"Ask {name}.")
    (root / "sessions").mkdir(exist_ok=True)
    (root / "sessions/2026-11-23-k3f9-a-visit.md").write_text(session, encoding="utf-8")
    whole = stages_for(Log(root=root))
    letting = replace(whole, inspect=lambda published: frozenset(point.id for point in published.points))
    for stages, wrong in (
        (whole, r"k3f9abcd\.md:\d+: may be"),
        (letting, r"docs/learning-points/k3f9abcd\.md: a name"),
    ):
        with pytest.raises(CircleError, match=wrong) as caught:
            export_site(root, tmp_path / "new", stages, this_year=2027)
        assert caught.value.exit_code == 65 and "Xan" not in str(caught.value)
    assert [path.name for path in tmp_path.iterdir()] == ["log"]


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("hooks: [x.py]", "`hooks` is not used"),
        ("site_url: example.org", "expected the whole address"),
        ("site_url: [1]", "expected the whole address"),
        ("strict: true", "expected the name of the site"),
    ],
)
def test_settings_that_will_not_do_are_refused_by_line(
    tmp_path: Path, open_door: Stages, line: str, wrong: str
) -> None:
    name = "" if line == "strict: true" else "site_name: Ours\n"
    text = f"{name}theme: {{name: material, font: false}}\nplugins: [search, circle]\n{line}\n"
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    with pytest.raises(CircleError, match=rf"mkdocs\.yml:\d+: .*{wrong}"):
        export_site(tmp_path, tmp_path / "new", open_door, this_year=2027)
    assert not (tmp_path / "new").exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_place_that_cannot_be_written_is_named(tmp_path: Path, log_root: Path, open_door: Stages) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(CircleError) as caught:
        export_site(log_root, tmp_path / "new", open_door, this_year=2027)
    assert caught.value.exit_code == PERMISSION
