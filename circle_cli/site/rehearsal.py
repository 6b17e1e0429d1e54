"""Has MkDocs read all that a site is made of, and write none of it: what would stop the building is known beforehand.

It takes the same steps in the same order as `mkdocs build` does, up to the drawing of pages with the theme.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.structure.files import Files, InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from circle_cli.errors import CircleError, Place
from circle_cli.own_words.pages import GUIDANCE
from circle_cli.own_words.site import OF_SITE
from circle_cli.settings import load_settings
from circle_cli.site.build import pages_of, plugin_of, settings_for
from circle_cli.site.building.contents import Contents
from circle_cli.site.building.telling import cause_of, overheard
from circle_cli.site.drawing.pages.kit import FORM, KINDS, PRINTS
from circle_cli.system.no_links import is_there
from circle_cli.text import text_of

_LINK = re.compile(r"Doc file '(?P<page>[^']*)' contains an? [a-z ]*link '(?P<words>[^']*)'")
_MENU = re.compile(r"(?:A reference|An absolute path) to '(?P<words>[^']*)' is included in the 'nav'")
_SETTING = re.compile(r"mkdocs\.yml: (?P<words>\w+): ")
_KIT = {FORM: b"", **{f"{place}{ending}": b"" for place in PRINTS for ending in KINDS}}
"""What may be linked to, whatever is in it."""

_DO = "correct it"
_ANY = "MkDocs would not build the site as it is: …"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsed:
    """What MkDocs would warn of, each of which stops a site; and the error at which it stopped itself, if any."""

    warned: tuple[CircleError, ...]
    stopped: CircleError | None = None


def rehearse(log_root: Path) -> Rehearsed:
    """Give what would stop the building of a log's site, beside words that nobody has read yet."""
    stopped = None
    with TemporaryDirectory() as made, overheard() as problems:
        try:
            _read_all(log_root, Path(made))
        except (Abort, MkDocsException) as error:
            stopped = cause_of(error) or (None if problems else CircleError(_ANY, words=str(error)))
        except CircleError as error:
            stopped = error
    return Rehearsed(warned=tuple(_placed(each, log_root) for each in dict.fromkeys(problems)), stopped=stopped)


def _read_all(log_root: Path, made: Path) -> None:
    config = load_config(
        config_file=str(settings_for(log_root)),
        docs_dir=str(pages_of(log_root, made)),
        site_dir=str(made / "site"),
        strict=True,
    )
    config.plugins.on_startup(command="serve", dirty=False)  # what nobody has read yet is said elsewhere
    try:
        plugin = plugin_of(config)
        plugin.settings, plugin.make_kit, plugin.log_root = load_settings(log_root), lambda _: _KIT, log_root
        config = config.plugins.on_config(config)
        config.plugins.on_pre_build(config=config)
        files = get_files(config)
        files.add_files_from_theme(config.theme.get_env(), config)
        files = config.plugins.on_files(files, config=config)
        for many in plugin.contents.many.values() if plugin.contents else ():
            many.draw()  # or it says what cannot be shown
        set_exclusions(files, config)
        if plugin.contents:
            _refuse_left_out(files, plugin.contents, log_root)
        config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
        pages = [file.page or Page(None, file, config) for file in files.documentation_pages()]
        for page in pages:
            mkdocs_build._populate_page(page, config, files)  # it has no public name
        for page in pages:
            page.validate_anchor_links(files=files, log_level=config.validation.links.anchors)
    finally:
        config.plugins.on_shutdown()


def _refuse_left_out(files: Files, contents: Contents, log_root: Path) -> None:
    for uri in (*contents.pages, *contents.feeds, *contents.as_made):
        file = files.get_file_from_path(uri)
        if file is None or file.inclusion is InclusionLevel.EXCLUDED:
            where = _place(log_root / OF_SITE, "exclude_docs:")
            raise CircleError("`exclude_docs` leaves out …, which every site has", where=where, do=_DO, words=uri)


def _placed(problem: str, log_root: Path) -> CircleError:
    """Say what MkDocs warns of in our way, at its place in a file of the log's; its words are kept apart."""
    for shape, look in ((_LINK, _link), (_MENU, _menu), (_SETTING, _setting)):
        if found := shape.match(problem):
            return look(found, log_root, problem)
    return CircleError(_ANY, where=Place(log_root / OF_SITE, 1), words=problem)


def _link(found: re.Match[str], log_root: Path, problem: str) -> CircleError:
    wrong = "a link to …, and there is no such heading" if "anchor" in problem else "a link to …, which is not there"
    words = found["words"]
    where = _place(log_root / GUIDANCE / found["page"], f"({words})", f"({words} ", f": {words}", words)
    return CircleError(wrong, where=where, do=_DO, words=words)


def _menu(found: re.Match[str], log_root: Path, problem: str) -> CircleError:
    wrong = "the menu leads to …, which is no page of the site"
    where = _place(log_root / OF_SITE, found["words"])
    return CircleError(wrong, where=where, do=_DO, words=found["words"])


def _setting(found: re.Match[str], log_root: Path, problem: str) -> CircleError:
    wrong = f"MkDocs does not take what `{found['words']}` says: …"
    where = _place(log_root / OF_SITE, f"{found['words']}:")
    said = problem[found.end() :].split("\n")[0].rstrip(".")
    return CircleError(wrong, where=where, do=_DO, words=said)


def _place(path: Path, *signs: str) -> Place:
    """Find the line of a file on which the first of these stands that is in it."""
    lines = text_of(path).split("\n") if is_there(path) else []
    return Place(path, next(_lines_with(signs, lines), 1))


def _lines_with(signs: Sequence[str], lines: Sequence[str]) -> Iterator[int]:
    return (number for sign in signs for number, line in enumerate(lines, start=1) if sign in line)
