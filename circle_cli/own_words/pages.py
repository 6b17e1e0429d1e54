"""The files of a log's `guidance/` that are not as the program's own, and what is new in each."""

from collections.abc import Callable, Iterator
from functools import cache
from itertools import groupby
from pathlib import Path

from circle_cli.front_matter.located import Located, quoted
from circle_cli.front_matter.reading import read, split
from circle_cli.guidance.files import PAGES, own_pages
from circle_cli.guidance.vocabulary import VOCABULARY
from circle_cli.ids import MARK
from circle_cli.own_words.passages import OwnWords, Passage, texts_in, value_at
from circle_cli.settings import load_settings
from circle_cli.system.no_links import inside, is_there, names_in
from circle_cli.text import text_of

GUIDANCE = "guidance"
_THEMES, _FRAMEWORKS = "themes.yml", "frameworks"


def pages_shown(log_root: Path) -> list[str]:
    """Name the files of `guidance/` that a site shows, learning points apart; the log need not have them.

    Raises:
        CircleError: a link leads out of the folder.
    """
    frameworks = names_in(inside(log_root, log_root / GUIDANCE / _FRAMEWORKS), ".yml")
    return [*PAGES, *added_pages(log_root), _THEMES, VOCABULARY, *(f"{_FRAMEWORKS}/{path.name}" for path in frameworks)]


def added_pages(log_root: Path) -> tuple[str, ...]:
    """Name the pages that `circle.yml` adds to ours; each is in the log's `guidance/`.

    Raises:
        CircleError: one is not there, or goes by the name of one of ours; file and line are named.
    """
    added = load_settings(log_root).look.pages
    for number, name in enumerate(added):
        if name in PAGES:
            do = "take it out of the list; your version of it takes the place of ours by itself"
            raise _settled(log_root).problem(
                ("pages", number), "… is a page of the guidance already", do=do, words=quoted(name)
            )
        if not is_there(inside(log_root, log_root / GUIDANCE / name)):
            do = "put it into the folder guidance, or take it out of the list"
            raise _settled(log_root).problem(("pages", number), "… is not there", do=do, words=quoted(name))
    return added


def _settled(log_root: Path) -> Located:
    return read(text_of(log_root / MARK), str(log_root / MARK))


def changed_page(log_root: Path, name: str) -> OwnWords | None:
    """Give a file of the log's guidance with what is new in it; None where it is not there, or is as ours.

    Raises:
        CircleError: it is malformed, or a link to another place.
    """
    path = inside(log_root, log_root / GUIDANCE / name)
    if not is_there(path):
        return None
    text, ours = text_of(path), _ours(name)
    return None if text == ours else OwnWords(name=name, path=path, text=text, passages=tuple(_new(path, text, ours)))


@cache
def _ours(name: str) -> str:
    """Give the program's own text of a page; nothing where it has none of that name."""
    path = own_pages() / name
    return text_of(path) if is_there(path) else ""


def _new(path: Path, text: str, ours: str) -> Iterator[Passage]:
    front, body = _apart(text, path)
    known_front, known_body = _apart(ours, path) if ours else ("", "")
    keys = path.name == VOCABULARY  # there they are words, too, that somebody made up
    known = {each for _, each in texts_in(read(known_front, str(path)).values, keys=keys)}
    source = read(front, str(path), line_offset=1 if body else 0)
    for at, value in texts_in(source.values, keys=keys):
        if value not in known:
            said = value.replace("-", " ") if at[-1] == "id" else value  # a part of an address on the site
            yield value_at(source, at, said)
    first = text.count("\n", 0, len(text) - len(body)) + 1
    yield from paragraphs(path, body, first, frozenset(line.strip() for line in known_body.split("\n")).__contains__)


def _apart(text: str, path: Path) -> tuple[str, str]:
    return split(text, str(path)) if path.suffix == ".md" else (text, "")


def paragraphs(path: Path, body: str, first: int, is_known: Callable[[str], bool]) -> Iterator[Passage]:
    """Give the paragraphs in which a line is new, each whole: what a word means depends on those around it."""
    lines = list(enumerate(body.split("\n"), start=first))
    for blank, group in groupby(lines, lambda each: not each[1].strip()):
        paragraph = list(group)
        new = frozenset(number for number, (_, line) in enumerate(paragraph) if not is_known(line.strip()))
        if new and not blank:
            yield Passage(path=path, line=paragraph[0][0], text="\n".join(line for _, line in paragraph), new=new)
