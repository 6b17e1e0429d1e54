"""The sweep of a built site: every file of it, for what belongs to the sessions. It gives places, never the words.

It is the last look, and takes nobody's word for what came before it: it reads what was built, byte for byte.
What the program's own pages say ("Robin", in an invented story) or the site's own name ("Norfolk") names nobody by
being there; for such names only what people wrote is looked through: the learning points, and what the log says in its
own words, but for its own name and contacts. Files of the theme's and ours, to the byte, hold nothing of anybody's. The
index of words holds them as they stand on pages, and writes its numbers in signs, so that it is looked through like any
other file.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from circle_cli.errors import Place
from circle_cli.guidance.files import own_pages
from circle_cli.guidance.vocabulary import VOCABULARY
from circle_cli.identifiers.lists import load_lists
from circle_cli.own_words.passages import Belongs, OwnWords, Passage
from circle_cli.points.folder import Published
from circle_cli.share.release.glance import glance_for
from circle_cli.share.release.opened import refuse_closed, texts_of, unescaped
from circle_cli.share.release.terms import Term, Terms
from circle_cli.share.vetting import file_key_of, visible
from circle_cli.system.files import refuse
from circle_cli.waiting import how_far

_INDEX = "search/"
"""Where a site has its index of words."""

_BEGUN = 3
"""Letters that a word and what it is cut to have in common."""


def sweep(
    site: Path,
    published: Published,
    own: frozenset[str],
    terms: Terms,
    named: Iterable[str] = (),
    own_words: Sequence[OwnWords] = (),
    cut: Callable[[str], str] = str,
) -> dict[str, list[str]]:
    """Give, for every file of a built site, what was found in it and where; nothing for each that may be released.

    `own` names the files of the theme; `named` are the words that the site is called by, `own_words` all of the log's;
    `cut` gives a word as the index has it.

    Raises:
        CircleError: a file cannot be unpacked.
    """
    known = at_home(terms, named)
    look_in = _looking(terms, known)
    in_index = _looking(*for_index(terms, named, cut))
    swept = {
        name: [] if name in own else (in_index if name.startswith(_INDEX) else look_in)(f"{site}{os.sep}{name}", name)
        for name in how_far.each(_names_in(site), "Looking for names in files")
    }
    for id_, places in _in_points(published, terms).items():  # of those in which something is: a site has many files
        for name in [name for name in swept if id_ in name]:
            swept[name] += places
    for hit in sorted({f"{term.kind}; see {place}" for term, place in _in_words(own_words, terms)}):
        swept[min(swept)].append(hit)
    return swept


def _names_in(site: Path) -> list[str]:
    within = len(f"{site}{os.sep}")
    found = (f"{folder}{os.sep}{name}"[within:] for folder, _, names in os.walk(site, onerror=refuse) for name in names)
    return sorted(name.replace(os.sep, "/") for name in found)


def for_index(terms: Terms, named: Iterable[str], cut: Callable[[str], str]) -> tuple[Terms, frozenset[Term]]:
    """Give the names as they are looked for in the index of words, and those of them that are at home there."""
    as_there = _as_cut(terms, cut)
    return as_there, at_home(as_there, named) | _in_vocabulary(as_there)


def _as_cut(terms: Terms, cut: Callable[[str], str]) -> Terms:
    """Give the names as they are looked for in the index, where “change” stands as “chang”: so may somebody be called.

    Such a name counts there where it is written as one, like any other that is an ordinary word.
    """
    alone = {each.words[0] for found in terms.by_word.values() for each in found if len(each.words) == 1}
    begun = {name[:_BEGUN] for name in alone}
    cuts = {short for word in load_lists().english if word[:_BEGUN] in begun and (short := cut(word)) in alone}

    def is_cut(each: Term) -> bool:
        return len(each.words) == 1 and each.words[0] in cuts

    return Terms(
        by_word={
            word: [replace(each, common=True) if is_cut(each) else each for each in found]
            for word, found in terms.by_word.items()
        },
        by_start={start: [each for each in found if not is_cut(each[1])] for start, found in terms.by_start.items()},
    )


def names_in_words(own_words: Sequence[OwnWords], terms: Terms) -> Iterator[Place]:
    """Find every name in what the log says in its own words; but for those by which it calls itself, at their place."""
    return (place for _, place in _in_words(own_words, terms))


def new_in_words(own_words: Sequence[OwnWords]) -> Iterator[tuple[Passage, str]]:
    """Give each passage of the log's own words with what is new in it, the other lines empty; its own name apart."""
    for each in (passage for words in own_words for passage in words.passages):
        if each.belongs is Belongs.NOTHING:
            lines = enumerate(each.text.split("\n"))
            yield each, "\n".join(line if number in each.new else "" for number, line in lines)


def _in_words(own_words: Sequence[OwnWords], terms: Terms) -> Iterator[tuple[Term, Place]]:
    for passage, new in new_in_words(own_words):
        for term, line in terms.find(unescaped(new)):
            yield term, Place(passage.path, passage.line + line - 1)


def _looking(terms: Terms, known: frozenset[Term]) -> Callable[[str, str], list[str]]:
    """Give what looks for names in a file, but for those that are known, and says what is there and where."""
    may_hold = glance_for(terms, known)

    def found_in(place: str, name: str) -> list[str]:
        if not terms.by_word:
            refuse_closed(place)
            return []
        hits = {f"{term.kind}, in the file’s name" for term, _ in terms.find(unescaped(name), known)}
        for text in filter(may_hold, texts_of(place)):
            hits |= {f"{term.kind}, in line {line}" for term, line in terms.find(text.whole, known, seen=text.seen)}
        return sorted(hits)

    return found_in


def _in_points(published: Published, terms: Terms) -> Mapping[str, list[str]]:
    """Look through what learning points say, for every name, at home here or not; gives by their ids those with one."""
    found: dict[str, list[str]] = {}
    for point in published.points:
        hits = {
            f"{term.kind}; see {published.place(point, file_key_of(place), line)}"
            for place, text in visible(point)
            for term, line in terms.find(unescaped(text))
        }
        if hits:
            found[point.id] = sorted(hits)
    return found


def at_home(terms: Terms, named: Iterable[str]) -> frozenset[Term]:
    """Give the names that the program's own pages say too, and those by which the site goes.

    What the vocabulary knows nobody reads as a page: only the index of words has it.
    """
    shown = (path for path in own_pages().rglob("*") if path.suffix in (".md", ".yml") and path.name != VOCABULARY)
    pages = (path.read_text(encoding="utf-8").replace('"', " of ") for path in shown)  # a title stands in any line
    return frozenset(term for text in (*pages, *named) for term, _ in terms.find(text))


def _in_vocabulary(terms: Terms) -> frozenset[Term]:
    text = (own_pages() / VOCABULARY).read_text(encoding="utf-8")
    return frozenset(term for term, _ in terms.find(text))
