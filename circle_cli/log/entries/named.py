"""Whether somebody is meant by a name as people type it."""

import re
from collections.abc import Iterable, Sequence

from circle_cli.session.people import folded


def is_among(names: Sequence[str], people: Iterable[str | None]) -> bool:
    """Tell whether one of these people goes by one of the names: a whole name or a whole part of one, in any case."""
    either = "|".join(re.escape(folded(name)) for name in names)
    wanted = re.compile(rf"(?<!\w)(?:{either})(?!\w)")
    return any(wanted.search(folded(who)) for who in people if who)
