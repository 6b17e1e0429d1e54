"""Reads the framework files and the themes: what a session can be linked to."""

import re
from collections.abc import Sequence
from pathlib import Path

from circle_cli.fields import Fields
from circle_cli.front_matter import Located
from circle_cli.guidance.files import find, own_id, own_pages, read_yaml, refuse_twice
from circle_cli.guidance.records import Framework, Statement, Theme

_LINK = re.compile(r"https://[a-z0-9.-]+(?:/[!#-;=?-~]*)?")


def load_frameworks(log_pages: Path | None = None) -> tuple[Framework, ...]:
    """Read the framework files, by id."""
    folders = [folder for folder in (log_pages, own_pages()) if folder is not None]
    pages = (path for folder in reversed(folders) for path in sorted(folder.glob("frameworks/*.yml")) if path.is_file())
    found = {path.name: path for path in pages}
    return tuple(_framework(read_yaml(found[name]), Path(name).stem) for name in sorted(found))


def _framework(source: Located, stem: str) -> Framework:
    def build(entry: Fields) -> Statement:
        statement = Statement(
            id=entry.text("id"),
            title=entry.text("title"),
            group=entry.optional_text("group"),
            confirmed=entry.truth("confirmed"),
        )
        entry.nothing_more()
        return statement

    page = Fields(source)
    framework = Framework(
        id=own_id(page, stem),
        title=page.text("title"),
        short=page.text("short"),
        edition=page.text("edition"),
        publisher=page.text("publisher"),
        link=_link(page),
        valid_from=page.day("valid-from"),
        valid_to=page.day("valid-to"),
        statements=page.records("statements", build) or (),
    )
    if not framework.statements:
        raise page.problem("statements", "missing; list the framework's statements")
    refuse_twice(page, "statements", (statement.id for statement in framework.statements))
    page.nothing_more()
    return framework


def _link(page: Fields) -> str | None:
    """Take the address of the publisher's page, to which a site links."""
    link = page.optional_text("link")
    if link is not None and not _LINK.fullmatch(link):
        raise page.problem("link", "expected an address that begins with https://")
    return link


def load_themes(folders: Sequence[Path]) -> tuple[Theme, ...]:
    """Read the themes, from the first folder that has them."""

    def build(entry: Fields) -> Theme:
        theme = Theme(id=entry.text("id"), title=entry.text("title"))
        entry.nothing_more()
        return theme

    page = Fields(read_yaml(find(folders, "themes.yml")))
    themes = page.records("themes", build) or ()
    refuse_twice(page, "themes", (theme.id for theme in themes))
    page.nothing_more()
    return themes
