"""Words of a log's own come onto no site before a second person has read them, whichever way it is built."""

from collections.abc import Callable
from pathlib import Path

import pytest
from making import admitted, approve_list, png, put_session, read_words
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, PluginError

from circle_cli.commands.site import site as site_command
from circle_cli.commands.site.site import stages_for
from circle_cli.errors import CircleError
from circle_cli.log.folder import Log
from circle_cli.packed import packed
from circle_cli.site.build import build_site
from circle_cli.site.export import export_site

Write = Callable[[Path, dict[str, str]], None]
PAGE = '---\ntitle: "Our way"\ndescription: "How we do it here."\n---\n# Our way\n\n{}\n'
SITE = packed("mkdocs.yml").read_text(encoding="utf-8")


def by_circle_site(log: Path) -> str:
    site = build_site(log, stages_for(Log(root=log)), make_kit=site_command.make_kit)
    return (site / "kit.html").read_text(encoding="utf-8") + (site / "index.html").read_text(encoding="utf-8")


def by_export(log: Path) -> str:
    export_site(log, log.parent / "export", stages_for(Log(root=log)), this_year=2026)
    folder = log.parent / "export"
    return (folder / "docs/kit.md").read_text("utf-8") + (folder / "mkdocs.yml").read_text("utf-8")


def by_mkdocs(log: Path, settings: str = "mkdocs.yml") -> str:
    config = load_config(config_file=str(log / settings))
    config.plugins.on_startup(command="build", dirty=False)
    try:
        mkdocs_build(config)
    except Abort as abort:
        raise abort.__context__ or abort from None
    finally:
        config.plugins.on_shutdown()
    return "".join((log / "site" / name).read_text(encoding="utf-8") for name in ("kit.html", "index.html"))


WAYS = (by_circle_site, by_export, by_mkdocs)
SAID = {
    "guidance/kit.md": PAGE.format("Write to 14 Mafeking Terrace."),
    "guidance/themes.yml": 'themes:\n  - {id: "ours", title: "Ours"}\n',
    "mkdocs.yml": SITE.replace("The eight questions:", "Eight questions of ours:"),
    "circle.yml": "reply-within: ten working days\n",
}


@pytest.fixture
def log(tmp_path: Path) -> Path:
    (tmp_path / "log/guidance").mkdir(parents=True)
    (tmp_path / "log/mkdocs.yml").write_text(SITE, encoding="utf-8")
    return tmp_path / "log"


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", SAID)
def test_none_of_it_is_built_before_somebody_has_read_it(
    log: Path, write: Write, name: str, way: Callable[[Path], str]
) -> None:
    write(log, {name: SAID[name]})
    with pytest.raises((CircleError, PluginError), match=f"{Path(name).name}.*nobody else has read what is new here"):
        way(log)
    assert not (log / "site/index.html").exists() and not (log.parent / "export").exists()


@pytest.mark.parametrize("way", WAYS)
def test_what_was_read_is_built_with_the_pixels_of_the_logo(
    log: Path, write: Write, way: Callable[[Path], str]
) -> None:
    said = {**SAID, "guidance/kit.md": PAGE.format("We print these on Mondays, as our teams do.")}
    write(log, {**said, "circle.yml": "organisation: Fictonshire Council\nlogo: ours.png\n"})
    (log / "ours.png").write_bytes(png(tEXt=b"Comment\0Amira Hassan"))
    with pytest.raises((CircleError, PluginError), match="nobody else has read"):
        way(log)
    read_words(log)
    built = way(log)
    assert "as our teams do." in built and "logo.png" in built
    (picture,) = (path for path in log.parent.rglob("logo.png") if "ours" not in path.name)
    assert picture.read_bytes() == png() and b"Amira" not in picture.read_bytes()


UNREAD = SITE.replace("The eight questions:", "14 Mafeking Terrace:")
ELSEWHERE = {
    "pages of another folder": {"mkdocs.yml": SITE.replace("docs_dir: guidance", "docs_dir: pages")},
    "pages further down": {"mkdocs.yml": UNREAD.replace("docs_dir: guidance", "docs_dir: pages/guidance")},
    "settings of another name": {"other.yml": UNREAD},
    "settings further down": {"pages/mkdocs.yml": UNREAD.replace("docs_dir: guidance", "docs_dir: ../guidance")},
}


@pytest.mark.parametrize("place", ELSEWHERE)
def test_nothing_is_built_of_what_stands_where_nobody_reads_it(log: Path, write: Write, place: str) -> None:
    write(log, {"pages/kit.md": SAID["guidance/kit.md"], "pages/guidance/kit.md": SAID["guidance/kit.md"]})
    write(log, ELSEWHERE[place])
    (settings,) = ELSEWHERE[place]
    with pytest.raises(PluginError, match="not the settings of the log whose pages they show"):
        by_mkdocs(log, settings)
    assert not list(log.rglob("index.html"))


@pytest.mark.parametrize("sessions", [False, True])
def test_a_list_that_was_read_is_looked_at_beside_sessions_by_circle_site_alone(
    log: Path, write: Write, sessions: bool
) -> None:
    write(log, {"identifier-check/allowed.txt": "Norvale Panel\n"})
    admitted(log)
    approve_list(log, log / "identifier-check/allowed.txt")
    if sessions:
        put_session(log, "2026-11-24-h4nd")
        with pytest.raises(PluginError, match="this list may name somebody of a session"):
            by_mkdocs(log)
    else:
        assert by_mkdocs(log)
    assert by_circle_site(log)
