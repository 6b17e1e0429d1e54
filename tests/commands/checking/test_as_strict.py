"""`circle check` finds whatever would stop the building of a site in what everyone may read."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from making import admitted, png, publish, put_session, read_words

from circle_cli.commands.checking.examined import examine
from circle_cli.commands.site.site import stages_for
from circle_cli.errors import CircleError
from circle_cli.guidance.files import own_pages
from circle_cli.log.folder import Log
from circle_cli.packed import packed
from circle_cli.settings import load_settings
from circle_cli.site.building.contents import read_contents

Change = Callable[[Path], object]
POINT = "guidance/learning-points/k3f9abcd.md"
CAST = 'cast:\n  - {name: "Xanthippe Quillfeather"}\n'
KIT = "guidance/kit.md"


def text(name: str, old: str, new: str) -> Change:
    """Make a change of a file's bytes."""
    return lambda log: (log / name).write_bytes((log / name).read_bytes().replace(old.encode(), new.encode(), 1))


def page(name: str, front: str, body: str = "One sentence.") -> Change:
    return lambda log: (log / name).write_bytes(f"---\n{front}\n---\n# Ours\n\n{body}\n".encode())


HEAD = 'title: "A"\ndescription: "B"'
SITE = packed("mkdocs.yml").read_text(encoding="utf-8")
STOPS: dict[str, tuple[str, Change]] = {
    "a byte order mark": (POINT, text(POINT, "---", "\ufeff---")),
    "a comment in the front matter": (POINT, text(POINT, "circle: 1", "circle: 1  # of Amira")),
    "other quotation marks": (POINT, text(POINT, '"k3f9abcd"', "'k3f9abcd'")),
    "a blank line at the end": (POINT, lambda log: (log / POINT).open("ab").write(b"\n")),
    "line ends of old Macs": (POINT, text(POINT, "circle: 1\n", "circle: 1\r")),
    "some line ends of Windows": (POINT, text(POINT, "circle: 1\n", "circle: 1\r\n")),
    "room at the end of a line": (POINT, text(POINT, "circle: 1\n", "circle: 1 \n")),
    "a file among the points": (
        "guidance/learning-points/README.md",
        lambda log: (log / "guidance/learning-points/README.md").write_text("x"),
    ),
    "words to keep the folder with": (
        "guidance/learning-points/.gitkeep",
        lambda log: (log / "guidance/learning-points/.gitkeep").write_text("Amira"),
    ),
    "a name of another session's cast": (
        POINT,
        lambda log: (
            publish(log, how="Ask Xanthippe Quillfeather.", explained=("Xanthippe Quillfeather",)),
            put_session(log, "2026-11-24-h4nd", "x", CAST),
        ),
    ),
    "a page that nobody has read": (KIT, page(KIT, HEAD)),
    "a page without a title": (KIT, page(KIT, 'description: "B"')),
    "a page with an author": (KIT, page(KIT, f'{HEAD}\nauthor: "Amira"')),
    "a page with a comment": (KIT, page(KIT, HEAD, "<!-- Amira -->")),
    "a page with a picture": (KIT, page(KIT, HEAD, "![a](b.png)")),
    "a page that links to none": (KIT, page(KIT, HEAD, "[a](b.md)")),
    "themes that nobody has read": (
        "guidance/themes.yml",
        lambda log: (log / "guidance/themes.yml").write_text('themes:\n  - {id: "ours", title: "Ours"}\n'),
    ),
    "words that nobody has read": (
        "guidance/vocabulary.yml",
        lambda log: (log / "guidance/vocabulary.yml").write_text("pod: our team\n"),
    ),
    "a word that stands for nothing": (
        "guidance/vocabulary.yml",
        lambda log: (log / "guidance/vocabulary.yml").write_text("pod:\n"),
    ),
    "a menu that nobody has read": (
        "mkdocs.yml",
        lambda log: (log / "mkdocs.yml").write_text(SITE.replace("The eight questions:", "Ours:"), encoding="utf-8"),
    ),
    "a logo that nobody has seen": (
        "circle.yml",
        lambda log: ((log / "circle.yml").write_text("logo: logo.png\n"), (log / "logo.png").write_bytes(png())),
    ),
    "an address in the organisation's name": (
        "circle.yml",
        lambda log: (log / "circle.yml").write_text("organisation: 14 Mafeking Terrace\n"),
    ),
}


@pytest.fixture
def open_log(log: Path) -> Path:
    (log / "mkdocs.yml").write_text(SITE, encoding="utf-8")
    publish(log)
    admitted(log)
    return log


def build(log: Path) -> None:
    """Do what building a site does, before MkDocs draws its pages."""
    read_contents(
        log / "guidance", name="x", address=None, settings=load_settings(log), this_year=2026,
        link=lambda uri, seen_from: uri, inspect=stages_for(Log(root=log)).inspect, make_kit=None,
    )  # fmt: skip


def found(log: Path) -> set[str]:
    return {Path(each.path).relative_to(log).as_posix() for each in examine(Log(root=log)).findings}


@pytest.mark.parametrize("what", STOPS)
def test_what_stops_a_site_is_found(open_log: Path, what: str) -> None:
    assert found(open_log) == set()
    build(open_log)
    name, change = STOPS[what]
    change(open_log)
    assert name in found(open_log)
    if "cast" not in what:  # that one the sweep finds
        with pytest.raises(CircleError):
            build(open_log)


@pytest.mark.parametrize("name", ["index.md", "questions/safety.md", "themes.yml", "frameworks/pcf-2018.yml"])
def test_a_page_of_ours_with_other_line_ends_is_well(open_log: Path, name: str) -> None:
    (open_log / "guidance" / name).parent.mkdir(exist_ok=True)
    ours = (own_pages() / name).read_bytes().replace(b"\n", b"\r\n")
    (open_log / "guidance" / name).write_bytes(ours)
    assert found(open_log) == set()
    build(open_log)


def test_what_was_read_is_well(open_log: Path) -> None:
    page(KIT, HEAD)(open_log)
    with suppress(CircleError):
        read_words(open_log)
    assert found(open_log) == set()
    build(open_log)
