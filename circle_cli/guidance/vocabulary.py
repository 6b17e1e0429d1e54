"""Reads `vocabulary.yml`: words that people use, and what they stand for on the pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from circle_cli.errors import CircleError
from circle_cli.fields import Fields
from circle_cli.front_matter.located import Located, quoted
from circle_cli.guidance.files import find, own_pages, read_yaml
from circle_cli.system.no_links import is_there

VOCABULARY = "vocabulary.yml"
_LONGEST, _MOST = 60, 6
"""Letters in one word or phrase, and words in a phrase."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """A word or phrase that people use, and the words or phrases that it stands for.

    `alike` are all that stand for the same on one line, itself among them.
    """

    word: str
    means: tuple[str, ...]
    alike: tuple[str, ...] = ()


def load_vocabulary(log_pages: Path | None = None) -> tuple[Meaning, ...]:
    """Read the program's words and a log's own, which add to them and take their place where both have a word.

    Raises:
        CircleError: a file is malformed, or a link; file and line are named.
    """
    found = {each.word.casefold(): each for each in _meanings(read_yaml(find((own_pages(),), VOCABULARY)))}
    if log_pages is not None and is_there(path := log_pages / VOCABULARY):
        own = {each.word.casefold(): each for each in _meanings(read_yaml(path))}
        ours = (
            replace(each, alike=tuple(word for word in each.alike if word.casefold() not in own))
            for each in found.values()
        )
        found = {each.word.casefold(): each for each in ours} | own
    return tuple(found[word] for word in sorted(found))


def _meanings(source: Located) -> Iterator[Meaning]:
    page = Fields(source)
    seen: set[str] = set()
    for key, value in page.values.items():
        means = _listed(page, key, value if isinstance(value, list) else [value])
        alike = _listed(page, key, [key])
        for word in alike:
            if word.casefold() in seen:
                raise _problem(page, key, "… is there twice", "keep one", quoted(word))
            if word.casefold() in {each.casefold() for each in means}:
                raise _problem(page, key, "… stands for itself", "take it out", quoted(word))
            seen.add(word.casefold())
            yield Meaning(word=word, means=means, alike=alike)


def _listed(page: Fields, key: str, lines: Sequence[object]) -> tuple[str, ...]:
    """Take words and phrases apart at their commas."""
    found: list[str] = []
    for line in lines:
        if not isinstance(line, str):
            do = (
                "write a word, a colon, and what it stands for, as in `dementia: memory`; in quotation marks if need be"
            )
            raise _problem(page, key, "expected words, found …", do, "nothing" if line is None else quoted(line))
        found += (_phrase(page, key, each) for each in line.split(","))
    if not found:
        raise _problem(page, key, "stands for nothing", "write what it stands for, or take the line out")
    return tuple(dict.fromkeys(found))


def _phrase(page: Fields, key: str, text: str) -> str:
    phrase = text.strip()
    if not any(sign.isalnum() for sign in phrase):
        raise _problem(page, key, "there is no word between two commas", "write one, or take a comma out")
    if not phrase.isprintable() or len(phrase) > _LONGEST or len(phrase.split()) > _MOST:
        do = f"write at most {_MOST} words, {_LONGEST} letters, on one line"
        raise _problem(page, key, "… is more than a phrase", do, quoted(phrase))
    return " ".join(phrase.split())


def _problem(page: Fields, key: str, what: str, do: str, words: str | None = None) -> CircleError:
    return page.problem(key, what, do=do, words=words, unknown_key=True)
