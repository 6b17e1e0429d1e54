"""Whose a learning point is, told of somebody here: by their keys, and by who git says they are.

Whoever recorded the session that it comes from counts as an author too.
"""

from collections.abc import Collection
from enum import StrEnum

from circle_cli.errors import CircleError
from circle_cli.log.folder import Log
from circle_cli.log.history import whose
from circle_cli.log.history.past import proposed_from, who_wrote
from circle_cli.log.history.whose import Person, known_as
from circle_cli.log.points import sessions_with
from circle_cli.share.proposal import Proposal, path_of, proposed_by


class Own(StrEnum):
    """Why somebody is no second reader."""

    KEY = "it was proposed with the same key"
    ADDRESS = "its author has the same address in git"
    RECORDED = "the session that it comes from was recorded under the same address"
    NAMED = "the session that it comes from was recorded under the same name, without an address"
    UNKNOWN = "the session that it comes from is not in the log's history, so nobody can tell who recorded it"


def why_own(log: Log, proposal: Proposal, by: str, keys: Collection[str]) -> Own | None:
    """Tell why somebody with this address and any of these keys is no second reader here; None where they are one."""
    if proposed_by(proposal) in keys:
        return Own.KEY
    here = whose.by_address(log.root, by)
    reader = known_as(log.root, [here])
    if reader & known_as(log.root, [Person(name="", address=proposal.author)]):
        return Own.ADDRESS
    there = [found.path for found in sessions_with(log, proposal.point.id, unreadable_session, copies=True)]
    gone = () if there else proposed_from(log.root, path_of(log.root, proposal.point.id), log.sessions)
    for path in (*there, *gone):
        people = who_wrote(log.root, path)
        if reader & known_as(log.root, people):
            return Own.RECORDED
        if any(whose.by_name_alone(each, here) for each in people):
            return Own.NAMED
        if not people:
            return Own.UNKNOWN
    return None


def unreadable_session(error: CircleError) -> None:
    """Go no further where a session cannot be read.

    Raises:
        CircleError: always.
    """
    wrong = "A session cannot be read, so nobody can tell who is in it"
    raise CircleError(wrong, error.exit_code, do="circle check says which")
