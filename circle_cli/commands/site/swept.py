"""What the sweep of a built site must not pass over: sessions that are not where they belong, and those erased."""

from collections.abc import Callable
from pathlib import Path

from circle_cli.commands.erasing.names_kept import erased_terms, kept_of_erased
from circle_cli.identifiers.lists import load_lists
from circle_cli.log.folder import Log
from circle_cli.log.history.git import tracked
from circle_cli.log.points import point_files
from circle_cli.log.reading.astray import astray
from circle_cli.points.folder import Published
from circle_cli.share.release.sweep import sweep
from circle_cli.share.release.terms import make_terms

Sweep = Callable[[Path, Published, frozenset[str]], dict[str, list[str]]]


def refuse_unseen(log: Log) -> None:
    """Refuse to publish while sessions are missing or elsewhere: whose names are in them, nobody can look for.

    Raises:
        CircleError: so; the place is named.
    """
    for error in astray(log, tracked(log.root, "sessions")) if point_files(log) else ():
        error.add_note("Until that is put right, nobody can tell whose names are in it; nothing was published.")
        raise error


def sweep_of(log: Log, swept_for_casts: Sweep) -> Sweep:
    """Give a sweep that looks for the people of erased sessions, too.

    Raises:
        CircleError: what is kept of them cannot be read.
    """
    kept = kept_of_erased(log)

    def swept(site: Path, published: Published, own: frozenset[str]) -> dict[str, list[str]]:
        found = swept_for_casts(site, published, own)
        gone = erased_terms(published, kept)
        if not gone:
            return found
        also = sweep(site, published, own, make_terms((), (), load_lists(log.root), gone))
        return {name: [*places, *also.get(name, ())] for name, places in found.items()}

    return swept
