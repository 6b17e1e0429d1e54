"""The files of `guidance/`: where they lie, and what they have in common."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from circle_cli.errors import CircleError, Place
from circle_cli.fields import Fields
from circle_cli.front_matter.located import Located, quoted
from circle_cli.front_matter.reading import read, split
from circle_cli.ids import QUESTIONS
from circle_cli.packed import packed
from circle_cli.system.names import unfit
from circle_cli.system.no_links import is_there, names_in
from circle_cli.text import text_of
from circle_cli.vocabulary import Mode, Role

PAGES = (
    "index.md",
    "principles.md",
    "preparing.md",
    "running.md",
    "bringing-back.md",
    "following-up.md",
    "recording-sheet.md",
    "kit.md",
    "sources.md",
    "privacy.md",
    "accessibility.md",
    "keeping-a-base.md",
    *(f"questions/{name}.md" for name in QUESTIONS),
    *(f"modes/{name}.md" for name in Mode),
    *(f"roles/{name}.md" for name in Role),
)
"""The pages of Markdown that a site shows. The list is closed."""

DRAWN = (
    "learning-points/index.md",
    "learning-points/news.md",
    "learning-points/following.md",
    "themes/index.md",
    "frameworks/index.md",
)
"""Those that a site draws itself, and every site has."""

_PAGE_NAME = re.compile("[a-z0-9][a-z0-9-]{0,39}")


def own_pages() -> Path:
    """Give the folder of the program's own guidance."""
    return packed("guidance")


def own_question_files(log_pages: Path) -> list[Path]:
    """Give the pages of a log's guidance that are questions beside the eight: no site shows them.

    Raises:
        CircleError: their folder may not be looked into, or is a link.
    """
    return [path for path in names_in(log_pages / "questions", ".md") if path.stem not in QUESTIONS]


def find(folders: Sequence[Path], name: str) -> Path:
    """Find a page in the first folder that has it."""
    for folder in folders:
        if is_there(folder / name):  # a folder or a link to nothing is no reason to ask something else
            return folder / name
    raise CircleError("this page of the guidance is missing", where=Place(folders[-1] / name), do="put it back")


def read_page(path: Path) -> Located:
    """Read the front matter of a page."""
    return _page(text_of(path), str(path))


def read_yaml(path: Path) -> Located:
    """Read a file of YAML."""
    return _yaml(text_of(path), str(path))


@lru_cache(maxsize=100)
def _page(text: str, where: str) -> Located:
    """Take a page apart; the same text of the same page is what it was."""
    front, _ = split(text, where)
    return read(front, where, line_offset=1)


_yaml = lru_cache(maxsize=100)(read)


def own_id(page: Fields, stem: str) -> str:
    """Take the id, which must be the file's name."""
    found = page.text("id")
    if found != stem:
        raise page.problem("id", "… is not the file's name", do=f"write `id: {stem}`", words=quoted(found))
    return found


def page_name(entry: Fields, found: str) -> str:
    """Give an id back that can name a page of the site: there it becomes a file's name, on any computer."""
    if _PAGE_NAME.fullmatch(found) and unfit(found):
        raise entry.problem("id", "… is a name that Windows keeps for a device", do="add a word", words=quoted(found))
    if not _PAGE_NAME.fullmatch(found) or found == "index":
        do = "use small letters from a to z, digits and hyphens, at most 40, and not `index`"
        raise entry.problem("id", "… cannot name a page", do=do, words=quoted(found))
    return found


def listed_lines(page: Fields, key: str, *, empty: bool = False) -> tuple[str, ...]:
    """Take a list of lines, none of them empty; with `empty`, the list itself may be."""
    if key not in page.left:
        raise page.problem(key, "missing", do=f"add a list `{key}: [...]`")
    found = page.texts(key)
    if not (found or empty):
        raise page.problem(key, "holds nothing", do="write at least one line")
    if not all(item.strip() for item in found):
        raise page.problem(key, "has an empty line")
    return found


def refuse_twice(page: Fields, key: str, ids: Iterable[str]) -> None:
    """Refuse an id that is there twice."""
    seen: set[str] = set()
    for name in ids:
        if name in seen:
            raise page.problem(key, "… is there twice", do="keep one", words=quoted(name))
        seen.add(name)
