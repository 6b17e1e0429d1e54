"""Who is named in a session, in the cast or not: the identifier check finds more than anybody enters."""

from collections.abc import Iterable
from pathlib import Path

from circle_cli.errors import CircleError
from circle_cli.identifiers.check import find_identifiers
from circle_cli.identifiers.findings.record import Identifier
from circle_cli.identifiers.lists import load_lists
from circle_cli.session.record import Session

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


def named_in(sessions: Iterable[Session], root: Path) -> frozenset[str]:
    """Give who is named in the answers, and numbers that are one person's; a list that is broken is left out."""
    try:
        lists = load_lists(root)
    except CircleError:
        lists = load_lists()
    texts = ((text, session.cast or ()) for session in sessions for text in session.answers.values())
    return frozenset(
        text[finding.start : finding.end]
        for text, cast in texts
        for finding in find_identifiers(text, cast, lists)
        if finding.kind in _TELLING
    )
