"""Reads all that a log says on its site in its own words, with what was approved of it; and refuses the rest.

So it is for whoever builds the site: `circle site`, its export, and plain `mkdocs build`.
"""

import posixpath
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from circle_cli.errors import CircleError, Place
from circle_cli.guidance.files import DRAWN, PAGES
from circle_cli.own_words.approval import fault_error, fault_of, read_approval
from circle_cli.own_words.pages import added_pages, changed_page, pages_shown
from circle_cli.own_words.passages import OwnWords, Passage
from circle_cli.own_words.site import said_in_settings
from circle_cli.shown import INVISIBLE
from circle_cli.signing.readers import Admitted, load_readers

SETTINGS = "settings"
"""What `circle.yml` and `mkdocs.yml` say on the site goes by this name."""

_OUR_MARK = re.compile(r"<!-- [a-z]+ -->[ \t]*")
_UNSEEN = (
    (re.compile("<!--"), "a comment: a page carries it, though nobody sees it there"),
    (re.compile(r"(?i)!\[|<\s*(?:img|picture|svg)\b|data:[a-z]+/"), "a picture: nobody can check what is in it"),
    (re.compile(r"<[a-zA-Z/!?]"), "HTML: it can carry more than it shows"),
)
_LINK = re.compile(r"\]\(\s*<?([^()\s<>#?:]+\.md)\b")
_MADE = ("learning-points/", "themes/", "frameworks/", "kit/")
_INVISIBLE = re.compile(f"(?![\ufe0e\ufe0f])[{INVISIBLE}]")


def _stop(error: CircleError) -> None:
    raise error


def own_words(log_root: Path, report: Callable[[CircleError], None] = _stop) -> tuple[OwnWords, ...]:
    """Give the pages that a log adds or changes, and what its settings say; each with its approval.

    Raises:
        CircleError: a file of it is malformed, or a link; unless `report` takes that, and the others are given.
    """
    readers = load_readers(log_root)
    found: list[OwnWords] = []
    for name in (*pages_shown(log_root), SETTINGS):
        try:
            words = _settings(log_root) if name == SETTINGS else changed_page(log_root, name)
            found += [with_approval(words, log_root, readers)] if words else []
        except CircleError as error:
            report(error)
    return tuple(found)


def _settings(log_root: Path) -> OwnWords | None:
    if not (said := said_in_settings(log_root)):
        return None
    path = next((each.path for each in said if each.belongs.is_to_be_read), said[0].path)
    return OwnWords(name=SETTINGS, path=path, text=_as_text(said), passages=said)


def names_at_home(words: Sequence[OwnWords]) -> tuple[str, ...]:
    """Give the names and contacts by which the log's site goes: they excuse nothing that it says elsewhere."""
    return tuple(each.text for one in words for each in one.passages if not each.belongs.is_to_be_read)


def with_approval(words: OwnWords, log_root: Path, readers: Admitted) -> OwnWords:
    """Give the same words with what is kept of their reading.

    Raises:
        CircleError: that is malformed.
    """
    approval = read_approval(log_root, words.name)
    fault = fault_of(words.name, words.text, approval, readers)
    if words.name != SETTINGS or any(each.belongs.is_to_be_read for each in words.passages):
        return replace(words, approval=approval, fault=fault)
    return replace(words, approval=None if fault else approval)


def _as_text(said: Sequence[Passage]) -> str:
    """Write down what settings say: this is what an approval of them is given to."""
    return "".join(f"{each.path.name}: {each.key}: {each.text}\n" for each in said)


def refuse_unread(words: Sequence[OwnWords]) -> None:
    """Refuse to publish what nobody else has read, and what nobody could see.

    Raises:
        CircleError: there is some; file and line are named.
    """
    for error in unread(words):
        raise error


def unread(words: Sequence[OwnWords]) -> Iterator[CircleError]:
    """Give what nobody could see, and then what nobody else has read."""
    for each in words:
        for where, what in unseen(each):
            yield CircleError(what, where=where, do="take it out, or say it in plain words")
        yield from broken_links(each)
    for each in words:
        if each.fault:
            yield fault_error(each.fault, first_place(each))


def broken_links(words: OwnWords) -> Iterator[CircleError]:
    """Find links to pages that no site has: a build stops at them."""
    is_page = words.on_site and words.path.suffix == ".md"
    added = added_pages(words.path.parents[words.name.count("/") + 1]) if is_page else ()
    folder = posixpath.dirname(words.name)
    for passage in words.passages if is_page else ():
        for link in _LINK.finditer(passage.text) if not passage.key else ():
            page = posixpath.normpath(posixpath.join(folder, link[1]))
            if page not in (*PAGES, *DRAWN, *added) and not page.startswith(_MADE):
                where = Place(passage.path, passage.line + passage.text.count("\n", 0, link.start()))
                do = "correct where it leads"
                yield CircleError("a link to …, which is no page of the site", where=where, do=do, words=link[1])


def first_place(words: OwnWords) -> Place:
    """Give the line on which the first thing stands that is new, and that somebody has to read."""
    found = [each for each in words.passages if each.belongs.is_to_be_read] or words.passages
    return Place(found[0].path, found[0].line + min(found[0].new)) if found else Place(words.path, 1)


def unseen(words: OwnWords) -> Iterator[tuple[Place, str]]:
    """Find what a page would carry and no reader could see: comments, pictures, HTML, invisible characters."""
    for passage in words.passages:
        lines = passage.text.split("\n")
        for number in sorted(passage.new):
            if what := _unseen_in(lines[number], in_body=words.on_site and not passage.key):
                yield Place(passage.path, passage.line + number), what


def _unseen_in(line: str, *, in_body: bool) -> str | None:
    """Say what is in a line that nobody could see; what is no body of a page is shown as it is, signs and all."""
    if _INVISIBLE.search(line):
        return "a character that cannot be seen"
    if not in_body or _OUR_MARK.fullmatch(line):
        return None
    return next((what for sign, what in _UNSEEN if sign.search(line)), None)
