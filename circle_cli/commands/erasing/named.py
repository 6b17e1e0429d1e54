"""Who is named in a session or a spark, in the cast or not: the identifier check finds more than anybody enters."""

from collections.abc import Iterable
from pathlib import Path

from circle_cli.errors import CircleError
from circle_cli.identifiers.check import find_identifiers
from circle_cli.identifiers.findings.record import Identifier
from circle_cli.identifiers.lists import Lists, load_lists
from circle_cli.session.record import CastEntry, Session
from circle_cli.sparks.record import Spark

_TELLING = {
    Identifier.CAST,
    Identifier.PERSON,
    Identifier.NAME,
    Identifier.NHS,
    Identifier.NI,
    Identifier.UPN,
    Identifier.PHONE,
    Identifier.POSTCODE,
    Identifier.VEHICLE,
    Identifier.COURT,
}
"""Of what the check finds: what hardly stands elsewhere by chance."""


_SHORTEST = 3
"""Letters of what only looks like a name: a shorter one would keep words from any site that name nobody."""


def named_in(sessions: Iterable[Session], root: Path) -> frozenset[str]:
    """Give who is named in the answers, and numbers that are one person's; a list that is broken is left out."""
    lists = _lists(root)
    texts = ((text, session.cast or ()) for session in sessions for text in session.answers.values())
    return frozenset(
        text[finding.start : finding.end]
        for text, cast in texts
        for finding in find_identifiers(text, cast, lists)
        if finding.kind in _TELLING
    )


def named_in_sparks(sparks: Iterable[Spark], root: Path) -> tuple[CastEntry, ...]:
    """Give who is named in sparks, in the order of their names: nobody has entered a cast for them."""
    lists = _lists(root)
    names = {
        spark.text[finding.start : finding.end]
        for spark in sparks
        for finding in find_identifiers(spark.text, (), lists)
        if finding.kind is Identifier.PERSON
        or (finding.kind is Identifier.NAME and finding.end - finding.start >= _SHORTEST)
    }
    return tuple(CastEntry(name=name) for name in sorted(names))


def _lists(root: Path) -> Lists:
    try:
        return load_lists(root)
    except CircleError:
        return load_lists()
