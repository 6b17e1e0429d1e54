"""Reads the framework files and the themes: what a session can be linked to."""

import re
from collections.abc import Sequence
from pathlib import Path

from circle_cli.fields import Fields
from circle_cli.front_matter.located import Located, quoted
from circle_cli.guidance.files import find, own_id, own_pages, page_name, read_yaml, refuse_twice
from circle_cli.guidance.records import THEME_LISTS, Framework, FrameworkStatement, Theme
from circle_cli.system.no_links import is_there, names_in
from circle_cli.vocabulary import Setting

_STATEMENT = re.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,19}")
_THEMES = "themes.yml"
_LINK = re.compile(r"https://[a-z0-9.-]+(?:/[!#-;=?-~]*)?")


def load_frameworks(log_pages: Path | None = None) -> tuple[Framework, ...]:
    """Read the framework files, by id."""
    folders = [folder for folder in (log_pages, own_pages()) if folder is not None]
    pages = (path for folder in reversed(folders) for path in names_in(folder / "frameworks", ".yml"))
    found = {path.name: path for path in pages}
    return tuple(_framework(read_yaml(found[name]), Path(name).stem) for name in sorted(found))


def _framework(source: Located, stem: str) -> Framework:
    def build(entry: Fields) -> FrameworkStatement:
        statement = FrameworkStatement(
            id=_statement_id(entry),
            title=entry.text("title"),
            group=entry.optional_text("group"),
            confirmed=entry.truth("confirmed"),
        )
        entry.nothing_more()
        return statement

    page = Fields(source)
    framework = Framework(
        id=page_name(page, own_id(page, stem)),
        title=page.text("title"),
        short=page.text("short"),
        edition=page.text("edition"),
        publisher=page.text("publisher"),
        link=_link(page),
        valid_from=page.day("valid-from"),
        valid_to=page.day("valid-to"),
        statements=page.records("statements", build) or (),
        setting=page.optional_one_of("setting", Setting),
    )
    if not framework.statements:
        raise page.problem("statements", "missing", do="list the framework's statements")
    refuse_twice(page, "statements", (statement.id for statement in framework.statements))
    page.nothing_more()
    return framework


def _statement_id(entry: Fields) -> str:
    found = entry.text("id")
    if not _STATEMENT.fullmatch(found):  # it is part of an address on the site
        do = "use letters, digits, dots and hyphens only"
        raise entry.problem("id", "… is no statement's number", do=do, words=quoted(found))
    return found


def _link(page: Fields) -> str | None:
    """Take the address of the publisher's page, to which a site links."""
    link = page.optional_text("link")
    if link is not None and not _LINK.fullmatch(link):
        raise page.problem("link", "expected an address that begins with https://")
    return link


def load_themes(folders: Sequence[Path]) -> tuple[tuple[Theme, ...], ...]:
    """Read the three lists of themes: subjects, whom it concerns, and how widely it fits.

    Each is from the first folder whose file has it. An id stands in one of them only, since a learning point's file
    keeps what it has of all three in one place.
    """

    def build(entry: Fields) -> Theme:
        theme = Theme(id=page_name(entry, entry.text("id")), title=entry.text("title"))
        entry.nothing_more()
        return theme

    paths = [path for folder in folders if is_there(path := folder / _THEMES)] or [find(folders, _THEMES)]
    pages = [Fields(read_yaml(path)) for path in paths]
    found: dict[str, tuple[Theme, ...]] = {}
    for page in pages:
        for key in THEME_LISTS:
            themes = page.records(key, build)
            if themes is not None:
                found.setdefault(key, themes)
        page.nothing_more()
    ids: list[str] = []
    for key in THEME_LISTS:
        ids += (theme.id for theme in found.get(key, ()))
        refuse_twice(pages[0], key, ids)
    return tuple(found.get(key, ()) for key in THEME_LISTS)
