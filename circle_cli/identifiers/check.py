"""The identifier check: text, cast and lists in, findings out. It reads no file and keeps nothing.

A text is seen as its readers see it, then what is known is looked for in it, and every word that nothing accounts for
is found. The cast is looked for first, and no list can excuse it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from circle_cli.identifiers.findings.joining import joined, settled, without_counts
from circle_cli.identifiers.findings.placing import placed
from circle_cli.identifiers.findings.record import Finding, Mark
from circle_cli.identifiers.grading import graded, tightened
from circle_cli.identifiers.known.bare import find_bare
from circle_cli.identifiers.known.called import find_called
from circle_cli.identifiers.known.cast.finding import find_cast, find_signs
from circle_cli.identifiers.known.cast.shapes import Cast, make_cast
from circle_cli.identifiers.known.everywhere.shorthand import Manner, manner_of
from circle_cli.identifiers.known.figures.ages import AGES
from circle_cli.identifiers.known.figures.codes import find_codes
from circle_cli.identifiers.known.figures.dates import DATES
from circle_cli.identifiers.known.figures.days import find_days
from circle_cli.identifiers.known.figures.quantities import COUNTS, SUMS
from circle_cli.identifiers.known.figures.spoken import find_spoken
from circle_cli.identifiers.known.figures.times import TIMES
from circle_cli.identifiers.known.organisations.finding import find_organisations
from circle_cli.identifiers.known.places import find_homes, find_named_places
from circle_cli.identifiers.known.quiet import find_quiet, unexcused
from circle_cli.identifiers.known.rare.compounds import find_compounds
from circle_cli.identifiers.known.rare.doing import DOING
from circle_cli.identifiers.known.rare.facts import FACTS
from circle_cli.identifiers.known.rare.family import FAMILY
from circle_cli.identifiers.known.rare.happened import HAPPENED
from circle_cli.identifiers.known.rare.kin import KIN
from circle_cli.identifiers.known.rare.passing import PASSING
from circle_cli.identifiers.known.rare.roles import ROLES, ROLES_BY_CLASS
from circle_cli.identifiers.known.rare.telling import TELLING
from circle_cli.identifiers.known.rare.things import find_things
from circle_cli.identifiers.known.rare.trades import in_classes
from circle_cli.identifiers.known.rare.unlike import UNLIKE
from circle_cli.identifiers.known.services import LANDMARKS, SERVICES
from circle_cli.identifiers.known.spelt import find_spelt
from circle_cli.identifiers.known.titles import find_titles
from circle_cli.identifiers.lists import Lists
from circle_cli.identifiers.seen.flat import flat
from circle_cli.identifiers.seen.text import see
from circle_cli.identifiers.seen.tokens import Words, tokenise
from circle_cli.identifiers.shapes import Table, Text, find_shapes
from circle_cli.identifiers.unexplained.explain import find_unexplained
from circle_cli.identifiers.unexplained.reading import Reading
from circle_cli.session.record import CastEntry

_IN_FORM = (*DATES, *TIMES, *AGES, *SUMS, *SERVICES)
_SINGLING = (*COUNTS, *FACTS, *UNLIKE, *HAPPENED, *FAMILY, *KIN, *PASSING, *TELLING, *ROLES, *DOING, *LANDMARKS)
_ALL = Table.of("all", _IN_FORM, _SINGLING, ROLES_BY_CLASS)  # looked for together: one look at each word is enough
_BY_CLASS = Table.of("by_class", ROLES_BY_CLASS)


def find_identifiers(text: str, cast: Sequence[CastEntry] | Cast, lists: Lists) -> tuple[Finding, ...]:
    """Find what might tell who, where or when; in the order of the text. A large cast is made ready once, for several.

    Findings do not overlap, but for what is hidden, which may lie around or inside others.
    """
    (found,) = find_in_each((text,), cast, lists)
    return found


def find_in_each(texts: Sequence[str], cast: Sequence[CastEntry] | Cast, lists: Lists) -> list[tuple[Finding, ...]]:
    """Find it in several texts, each by itself.

    Each step is taken in all of them before the next one: a processor is quicker with what it has just done.
    """
    seen = [see(text) for text in texts]
    tokens = [tokenise(each.text) for each in seen]
    ready = make_cast(cast, lists) if cast and not isinstance(cast, Cast) else cast
    casts = [_find_cast(each.text, words, ready, lists) for each, words in zip(seen, tokens, strict=True)]
    manners = [manner_of(words) for words in tokens]
    looks = [
        _Look(each.text, words, manner, find_quiet(words, lists, of_the_cast, manner))
        for each, words, manner, of_the_cast in zip(seen, tokens, manners, casts, strict=True)
    ]
    found = zip(texts, seen, looks, casts, _find_others(looks, lists), strict=True)
    return [
        placed(_settled(look, of_the_cast, others, lists), each, text)
        for text, each, look, of_the_cast, others in found
    ]


class _Look(NamedTuple):
    """A text as it is seen, its words, how it is written, and which words a phrase of the lists accounts for."""

    text: str
    tokens: Words
    manner: Manner
    quiet: Sequence[bool]


def _find_cast(text: str, tokens: Words, cast: Sequence[CastEntry] | Cast, lists: Lists) -> list[Mark]:
    return [*find_cast(tokens, cast, lists), *find_signs(text, cast)] if isinstance(cast, Cast) else []


def _settled(look: _Look, of_the_cast: list[Mark], others: list[Mark], lists: Lists) -> Sequence[Mark]:
    """Let one of what lies on top of each other stand, and say what may stay."""
    alone: Sequence[Mark] = ()
    if of_the_cast:  # it is never weaker than no cast: what would be found without it, and may not stay, does not
        plain = look._replace(quiet=find_quiet(look.tokens, lists, (), look.manner))
        without = others if plain.quiet == look.quiet else _find_others([plain], lists)[0]
        alone = list(graded(settled(without, look.text), look.text, lists))
        of_the_cast = tightened(of_the_cast, [*others, *alone])
    if not (of_the_cast or others):
        return ()
    # where they stand on top of each other, the earlier one counts; of the cast, what only warns covers nothing else
    sure, nearly = ([mark for mark in of_the_cast if mark.only_warns is warns] for warns in (False, True))
    pieces = settled([*sure, *others, *nearly], look.text)
    return tightened(list(graded(pieces, look.text, lists)), alone)  # a piece may be a full name


def _find_others(looks: Sequence[_Look], lists: Lists) -> list[list[Mark]]:
    """Find in each all that a cast does not name; the earlier one counts."""
    smalls = [Text(flat(look.text)) for look in looks]
    shapes = [find_shapes(_ALL, small) for small in smalls]
    known = [_in_form(look, small, in_form) for look, small, (in_form, _, _) in zip(looks, smalls, shapes, strict=True)]
    for find in _KNOWN:
        for look, marks in zip(looks, known, strict=True):
            marks += find(look, lists)
    unexplained = [_find_unexplained(look, lists) for look in looks]
    # last, so that it takes no word from a name of somebody, which nobody may explain
    plainly = [[*_excused(look, find_organisations(look.tokens, lists), lists)] for look in looks]
    singling = [_find_singling(look, small, *by) for look, small, (_, *by) in zip(looks, smalls, shapes, strict=True)]
    return [
        [*graded([*_excused(look, marks, lists), *without_counts(rest, alone), *alone, *called], look.text, lists)]
        for look, marks, rest, alone, called in zip(looks, known, unexplained, singling, plainly, strict=True)
    ]


def _excused(look: _Look, marks: Iterable[Mark], lists: Lists) -> Iterator[Mark]:
    return unexcused(marks, look.tokens, look.quiet, lists)


def _in_form(look: _Look, small: Text, in_form: Iterable[Mark]) -> list[Mark]:
    """Find what has the form of an identifier, whatever the lists say."""
    return [*find_codes(look.text), *find_spoken(small), *in_form]


def _find_unexplained(look: _Look, lists: Lists) -> list[Mark]:
    reading = Reading(tokens=look.tokens, lists=lists, quiet=look.quiet, manner=look.manner)
    return joined(list(find_unexplained(reading)), look.tokens, look.text)


def _find_singling(look: _Look, small: Text, singling: Iterable[Mark], by_class: Iterable[Mark]) -> list[Mark]:
    """Find what singles somebody out without a name: what must be settled before what only warns, the longest first."""
    if (as_classes := in_classes(small)) != small.flat:
        (by_class,) = find_shapes(_BY_CLASS, Text(as_classes))
    marks = [*by_class, *singling, *find_things(look.tokens), *find_compounds(look.tokens)]
    return sorted(marks, key=lambda mark: (mark.only_warns, mark.start - mark.end))


_KNOWN: tuple[Callable[[_Look, Lists], Iterator[Mark]], ...] = (
    lambda look, _: find_spelt(look.tokens),
    lambda look, lists: find_called(look.tokens, look.text, lists),
    lambda look, lists: find_bare(look.tokens, lists),
    lambda look, lists: find_titles(look.tokens, lists, look.manner.loud),
    lambda look, _: find_named_places(look.tokens),
    lambda look, _: find_homes(look.tokens),
    lambda look, _: find_days(look.tokens),
)
"""What is known whatever the lists say, behind what has the form of an identifier."""
