"""The identifier check: text, cast and lists in, findings out. It reads no file and keeps nothing.

A text is seen as its readers see it, then what is known is looked for in it, and every word that nothing accounts for
is found. The cast is looked for first, and no list can excuse it.
"""

from collections.abc import Iterator, Sequence

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
    seen = see(text)
    tokens = tokenise(seen.text)

    of_the_cast = _find_cast(seen.text, tokens, cast, lists) if cast else []
    manner = manner_of(tokens)
    quiet = find_quiet(tokens, lists, of_the_cast, manner)
    others = _find_others(seen.text, tokens, quiet, manner, lists)
    alone: Sequence[Mark] = ()
    if of_the_cast:  # it is never weaker than no cast: what would be found without it, and may not stay, does not
        plain = find_quiet(tokens, lists, (), manner)
        without = others if plain == quiet else _find_others(seen.text, tokens, plain, manner, lists)
        alone = list(graded(settled(without, seen.text), seen.text, lists))
        of_the_cast = tightened(of_the_cast, [*others, *alone])
    if not (of_the_cast or others):
        return placed((), seen, text)
    # where they stand on top of each other, the earlier one counts; of the cast, what only warns covers nothing else
    sure, nearly = ([mark for mark in of_the_cast if mark.only_warns is warns] for warns in (False, True))
    pieces = settled([*sure, *others, *nearly], seen.text)
    return placed(tightened(list(graded(pieces, seen.text, lists)), alone), seen, text)  # a piece may be a full name


def _find_cast(text: str, tokens: Words, cast: Sequence[CastEntry] | Cast, lists: Lists) -> list[Mark]:
    ready = cast if isinstance(cast, Cast) else make_cast(cast, lists)
    return [*find_cast(tokens, ready, lists), *find_signs(text, ready)]


def _find_others(text: str, tokens: Words, quiet: Sequence[bool], manner: Manner, lists: Lists) -> list[Mark]:
    """Find all that a cast does not name; the earlier one counts."""
    small = Text(flat(text))
    in_form, singling, by_class = find_shapes(_ALL, small)
    known = unexcused(_find_known(text, small, in_form, tokens, lists, manner.loud), tokens, quiet, lists)
    reading = Reading(tokens=tokens, lists=lists, quiet=quiet, manner=manner)
    unexplained = joined(list(find_unexplained(reading)), tokens, text)
    # last, so that it takes no word from a name of somebody, which nobody may explain
    called_plainly = unexcused(find_organisations(tokens, lists), tokens, quiet, lists)
    if (as_classes := in_classes(small)) != small.flat:
        (by_class,) = find_shapes(_BY_CLASS, Text(as_classes))
    # what must be settled before what only warns, the longest first
    singling = [*by_class, *singling, *find_things(tokens), *find_compounds(tokens)]
    singling.sort(key=lambda mark: (mark.only_warns, mark.start - mark.end))
    unexplained = without_counts(unexplained, singling)
    return list(graded([*known, *unexplained, *singling, *called_plainly], text, lists))


def _find_known(
    text: str, small: Text, in_form: Sequence[Mark], tokens: Words, lists: Lists, loud: frozenset[int]
) -> Iterator[Mark]:
    """Find what has the form of an identifier, whatever the lists say."""
    yield from find_codes(text)
    yield from find_spoken(small)
    yield from in_form
    yield from find_spelt(tokens)
    yield from find_called(tokens, text, lists)
    yield from find_bare(tokens, lists)
    yield from find_titles(tokens, lists, loud)
    yield from find_named_places(tokens)
    yield from find_homes(tokens)
    yield from find_days(tokens)
