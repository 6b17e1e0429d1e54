"""All that a log says to everyone in its own words: on its site, and in a base beside it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from circle_cli.errors import CircleError
from circle_cli.log.start import IGNORED, LINE_ENDS, PRIVATE, SETTINGS, SITE_IGNORED
from circle_cli.own_words.beside import REMARK, beside_the_pages, said_in, whole
from circle_cli.own_words.passages import OwnWords
from circle_cli.own_words.reading import own_words, with_approval
from circle_cli.own_words.site import OF_SITE
from circle_cli.packed import packed
from circle_cli.points.of_base.returned import render_returned
from circle_cli.points.of_base.same import render_same
from circle_cli.points.of_base.themes import render_meanings
from circle_cli.settings import is_base, load_settings
from circle_cli.share.release.erased import Erased, render_erased
from circle_cli.signing.readers import Admitted, load_readers, render_readers
from circle_cli.text import text_of

_CI = Path(__file__).parents[1] / "running" / "files"
_FILLED_IN = re.compile("@[A-Z]+@")


def _stop(error: CircleError) -> None:
    raise error


def all_words(log_root: Path, report: Callable[[CircleError], None] = _stop) -> tuple[OwnWords, ...]:
    """Give what a log says on its site in its own words and, if it is a base, beside its pages; each with its approval.

    Raises:
        CircleError: something of it is malformed, unless `report` takes that.
    """
    return (*own_words(log_root, report), *(_beside(log_root, report) if is_base(log_root) else ()))


def _beside(log_root: Path, report: Callable[[CircleError], None]) -> Iterator[OwnWords]:
    readers, settings = load_readers(log_root), load_settings(log_root)
    contact = settings.contact
    contacts = tuple(filter(None, (contact.email, contact.telephone, contact.post, settings.look.address.rstrip("/"))))
    for words in beside_the_pages(log_root, _is_ours, report):
        try:
            yield with_approval(replace(words, contacts=contacts), log_root, readers)
        except CircleError as error:
            report(error)


def text_beside(words: OwnWords, text: str) -> str:
    """Give what would be approved of another text of the same file."""
    return whole(said_in(words.path, words.called, text, _is_ours))


def _is_ours(line: str) -> bool:
    """Tell whether a line, or the remark in one, is as the program writes it in a base."""
    known, filled_in = _ours()
    return not line or line in known or any(each.fullmatch(line) for each in filled_in)


@cache
def _ours() -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    """Give our own lines and remarks, and a pattern for each line into which a version or a branch is filled."""
    files = [text_of(path) for path in (packed(OF_SITE), *sorted(_CI.glob("*.yml")))]
    heads = (render_readers(Admitted()), render_returned(frozenset()), render_same(()), render_meanings(()))
    texts = (SETTINGS, IGNORED, PRIVATE, LINE_ENDS, SITE_IGNORED, render_erased(Erased(salt="", hashes={})))
    lines = {line.strip() for text in (*files, *heads, *texts) for line in text.split("\n")}
    remarks = {found[1] for line in lines if (found := REMARK.search(line))}
    patterns = (r"\S+".join(map(re.escape, _FILLED_IN.split(line))) for line in lines if _FILLED_IN.search(line))
    return frozenset((*lines, *remarks)), tuple(map(re.compile, patterns))
