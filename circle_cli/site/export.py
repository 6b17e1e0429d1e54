"""Writes the pages of a site for another builder: Markdown, what belongs to them, and a `mkdocs.yml` without us in it.

The same pages as `circle site` makes, from the same contents. A guidance page is the Markdown that MkDocs would get; a
page of learning points is one block of HTML in which no extension of another builder finds anything to act on.
"""

import posixpath
from collections.abc import Container, Mapping
from pathlib import Path

from circle_cli.errors import USAGE, CircleError, Place
from circle_cli.front_matter.by_hand import write_document
from circle_cli.front_matter.located import Value
from circle_cli.front_matter.writing import write
from circle_cli.look.dressed import COLOURS, dressed
from circle_cli.own_words.picture import LOGO
from circle_cli.settings import load_settings
from circle_cli.site.build import Stages, sweep_whole
from circle_cli.site.building.contents import Contents, MakeKit, read_contents
from circle_cli.site.building.finish import untouched
from circle_cli.site.building.mkdocs_yml import looked_through
from circle_cli.site.building.published import reports_left_out
from circle_cli.site.building.telling import plainly, tell
from circle_cli.site.building.workshop import room
from circle_cli.site.drawing.drawn import Drawn
from circle_cli.site.drawing.following.feeds import STYLE
from circle_cli.site.drawing.inert import inert
from circle_cli.site.drawing.pages.guidance import PageText
from circle_cli.site.plugin import ASSETS, SCRIPTS, STYLES

_PAGES, _PREFIX = "docs", ".circle-export-"
_OWN = (*STYLES, STYLE, *SCRIPTS, "circle.svg")
_KEPT = "site_name site_description site_author site_url copyright strict theme markdown_extensions extra nav".split()
_INTRO = """\
# Written by `circle site --export`: `mkdocs build` makes a site of it, without the program.
# Whatever builds it does not check what it publishes. Let no plugin or extension reach for files outside docs/.
"""


def export_site(
    log_root: Path, folder: Path, stages: Stages, *, make_kit: MakeKit | None = None, this_year: int
) -> None:
    """Write the pages into a folder that is new or empty: all of them, or nothing.

    Raises:
        CircleError: something stands there already, a page is wrong, a stage does not let it pass, or a file cannot be
            written; nothing is there then that was not there before.
    """
    _refuse_taken(folder)
    with plainly(log_root), room(folder.parent, _PREFIX, tell) as made:
        of_log = load_settings(log_root)
        settings = dressed(looked_through(log_root), of_log.look, of_log.organisation)
        contents = read_contents(
            log_root / "guidance",
            name=settings["site_name"],
            address=settings.get("site_url"),
            settings=of_log,
            this_year=this_year,
            link=_link,
            inspect=stages.inspect,
            leave_out=stages.leave_out,
            make_kit=make_kit,
            make_handouts=stages.handouts,
        )
        for sentence in reports_left_out(contents.published, log_root):
            tell(sentence)
        if not contents.inspected:
            raise CircleError("The learning points were not all inspected; nothing was published")
        fresh = made / "export"
        _write(fresh, _files(contents, settings))
        own = untouched(fresh, {f"{_PAGES}/{name}": ASSETS / name for name in _OWN})
        own |= {f"{_PAGES}/{name}" for name in contents.beside}
        sweep_whole(fresh, contents.published, own, stages.sweep)
        if folder.exists():
            folder.rmdir()  # it is empty, or this fails; some systems rename nothing over it
        fresh.rename(folder)


def _refuse_taken(folder: Path) -> None:
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        wrong = "there is something already, and nothing is overwritten"
        raise CircleError(wrong, USAGE, where=Place(folder), do="name a new or empty folder")
    if not folder.parent.is_dir():
        wrong = f"there is no folder {folder.parent} to put it in"
        raise CircleError(wrong, USAGE, where=Place(folder), do="make that first")


def _files(contents: Contents, settings: Mapping[str, Value]) -> Mapping[str, bytes]:
    """Give every file that is to be written, by its place in the folder."""
    pages = {uri: _page(page) for uri, page in contents.pages.items()}
    texts = {f"{_PAGES}/{uri}": text for uri, text in (*pages.items(), *contents.feeds.items())}
    texts["mkdocs.yml"] = _INTRO + write_document(_plain(settings, contents.beside))
    own = {f"{_PAGES}/{name}": (ASSETS / name).read_bytes() for name in _OWN}
    own |= {f"{_PAGES}/{name}": content for name, content in contents.as_made.items()}
    return own | {name: text.encode("utf-8") for name, text in texts.items()}


def _page(page: PageText | Drawn) -> str:
    if isinstance(page, PageText):
        return f"---\n{write(page.meta)}---\n\n{page.markdown}\n"
    meta = {key: value if isinstance(value, dict) else inert(value) for key, value in page.meta.items()}
    return f"---\n{write(meta)}---\n\n<div>{inert(page.html)}</div>\n"


def _plain(settings: Mapping[str, Value], beside: Container[str]) -> Mapping[str, Value]:
    """Give the settings of the site with nothing in them that only we can do."""
    kept = {key: settings[key] for key in _KEPT if key in settings}
    theme = dict(settings["theme"])
    if theme.get("language") == "en-GB":
        theme["language"] = "en"  # the theme knows no British English; its words for it are ours
    if LOGO in beside:
        theme["logo"] = LOGO
    return {
        **kept,
        "docs_dir": _PAGES,
        "site_dir": "site",
        "use_directory_urls": False,  # the links between drawn pages end in .html
        "theme": theme,
        "plugins": ["search"],
        "extra_css": [*STYLES, *([COLOURS] if COLOURS in beside else [])],
        "extra_javascript": list(SCRIPTS),
        "validation": {
            "omitted_files": "ignore",  # the pages of the learning points: they are not in the menu, there are so many
            "absolute_links": "warn",
            "unrecognized_links": "warn",
            "anchors": "warn",
        },
    }


def _link(uri: str, seen_from: str) -> str:
    """Give the way from one page, as it will be built, to another."""
    built = f"{uri.removesuffix('.md')}.html" if uri.endswith(".md") else uri
    return posixpath.relpath(built, posixpath.dirname(seen_from) or ".")


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
