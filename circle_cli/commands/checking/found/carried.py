"""Looks at what would go along from the site that is there into a new one, as the building of it does."""

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from circle_cli.commands.checking.found.problem import Problem, malformed
from circle_cli.commands.past import looking_back
from circle_cli.errors import CircleError
from circle_cli.own_words.reading import own_words
from circle_cli.points.folder import Published
from circle_cli.share.release.sweep import sweep
from circle_cli.share.release.terms import Terms
from circle_cli.share.vetting import PointFault
from circle_cli.site.building.carried import GIT, take_along
from circle_cli.site.building.finish import files_of
from circle_cli.system.no_links import inside


def look_at_carried(log_root: Path, terms: Terms) -> Iterator[Problem]:
    """Find what of a site's `.git` and the like belongs to a session, or nobody can read."""
    site = log_root / "site"
    if not os.path.lexists(site):
        return
    errors: list[CircleError] = []
    with TemporaryDirectory() as made:
        carried, fresh = Path(made, "carried"), Path(made, "fresh")
        fresh.mkdir()
        try:
            packed = take_along(inside(log_root, site), carried)
            files_of(carried)
            words = own_words(log_root, errors.append)  # what is wrong with these is said elsewhere
            for name, places in sweep(carried, Published(folder=log_root), packed, terms).items():
                yield from (_found(site / name, what) for what in places)
            if packed or (carried / GIT).is_file():
                for what in looking_back(words, terms)(site, carried, fresh):
                    yield _found(site / GIT, f"its history, in object {what}")
        except CircleError as error:
            yield malformed(error, str(site / GIT))


def _found(path: Path, what: str) -> Problem:
    return Problem(kind=str(PointFault.IDENTIFIER), path=str(path), what=what)
