"""What the sweep of a built site must not pass over: sessions that are not where they belong, and those erased."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from circle_cli.commands.checking.found.bases.private import refuse_private
from circle_cli.identifiers.lists import load_lists
from circle_cli.log.folder import Log
from circle_cli.log.history.past import tracked
from circle_cli.log.points import point_files
from circle_cli.log.reading.astray import astray
from circle_cli.own_words.passages import OwnWords
from circle_cli.own_words.reading import names_at_home
from circle_cli.points.folder import Published
from circle_cli.settings import is_base
from circle_cli.share.release.sweep import new_in_words, sweep
from circle_cli.share.release.terms import Terms, make_terms
from circle_cli.share.release.unfit import FindErased
from circle_cli.share.vetting import visible
from circle_cli.site.searching.words import stem

Sweep = Callable[[Path, Published, frozenset[str]], dict[str, list[str]]]


def refuse_unseen(log: Log) -> None:
    """Refuse to publish while sessions are missing or elsewhere: whose names are in them, nobody can look for.

    Raises:
        CircleError: so; the place is named.
    """
    refuse_private(log)
    looked_for = point_files(log) and not is_base(log.root)
    for error in astray(log, tracked(log.root, "sessions")) if looked_for else ():
        error.add_note("Until that is put right, nobody can tell whose names are in it; nothing was published.")
        raise error


def sweep_of(log: Log, own_words: Sequence[OwnWords], terms: Terms, find_erased: FindErased) -> Sweep:
    """Give the sweep that looks for these names of casts, and for the people of erased sessions, too."""
    look = partial(sweep, named=names_at_home(own_words), own_words=own_words, cut=stem)

    def swept(site: Path, published: Published, own: frozenset[str]) -> dict[str, list[str]]:
        found = look(site, published, own, terms)
        said = [text for point in published.points for _, text in visible(point)]
        gone = find_erased([*said, *(text for _, text in new_in_words(own_words))])
        if not gone:
            return found
        also = look(site, published, own, make_terms((), (), load_lists(log.root), gone))
        return {name: [*places, *also.get(name, ())] for name, places in found.items()}

    return swept
