"""Who may approve a proposal, and whether it may be approved: asked before they read it, and when they decide.

Author and reader are told apart by their keys and by who git says they are (`own.py`).
"""

from collections.abc import Collection, Sequence

from circle_cli import __version__
from circle_cli.commands.door.own import unreadable_session, why_own
from circle_cli.commands.edge import today
from circle_cli.errors import USAGE, CircleError
from circle_cli.guidance.pages import load_guidance
from circle_cli.identifiers.lists import Lists, load_lists
from circle_cli.log.entries.sessions import FoundSession
from circle_cli.log.folder import Log
from circle_cli.log.points import sessions_with
from circle_cli.points.approval import digest
from circle_cli.points.record import Approval
from circle_cli.settings import load_settings
from circle_cli.share.noticing import Noticed, notice
from circle_cli.share.proposal import Proposal, Reading, proposed_by
from circle_cli.share.proposing.settling import RECENT
from circle_cli.share.vetting import unsettled, visible
from circle_cli.signing.lists import LISTS_FOLDER, own_lists
from circle_cli.vocabulary import CastCheck, ReviewKind


def refuse_own(log: Log, proposal: Proposal, by: str, keys: Collection[str]) -> ReviewKind:
    """Refuse a reader who wrote it, unless the log says that one person is enough; gives which kind of review it is.

    Raises:
        CircleError: so.
    """
    own = why_own(log, proposal, by, keys)
    if own is None:
        return ReviewKind.SECOND
    if load_settings(log.root).review is ReviewKind.SINGLE:
        return ReviewKind.SINGLE
    do = " Working alone? `review: single` in circle.yml lets you read your own, and the site will say so"
    wrong = f"{proposal.point.id}: whoever wrote it cannot approve it, so somebody else reads it ({own})."
    raise CircleError(wrong, USAGE, do=do)


def look(log: Log, proposal: Proposal) -> Noticed:
    """Look at what is proposed, with the lists of this log, and with the people of its session where that is there."""
    sessions = sessions_with(log, proposal.point.id, lambda _: None, copies=True)
    days = min(((today() - found.session.date).days for found in sessions), default=None)
    cast = tuple(entry for found in sessions for entry in found.session.cast or ())
    return notice(
        proposal.point,
        proposal.explained,
        load_lists(log.root),
        cast if sessions else None,
        days,
        is_stated=proposed_by(proposal) is not None,
        may_be_recent=(today() - proposal.proposed).days < RECENT,
        fewer={f"{LISTS_FOLDER}/{name}": load_lists(log.root, without=name) for name, _ in own_lists(log.root)},
    )


def approval_of(
    log: Log, proposal: Proposal, reading: Reading, keys: Collection[str], *, unsigned: bool = False
) -> Approval:
    """Give what an approval says, before it is signed; `unsigned` is what an earlier version approved.

    Raises:
        CircleError: it may not be approved. Names that came into the cast since are never said: a reader does not see
            the cast.
    """
    kind = refuse_own(log, proposal, reading.by, keys)
    stated = proposed_by(proposal) is not None
    if not stated and not unsigned:
        wrong = "what its author stated is not signed, or was changed since"
        raise CircleError(f"{proposal.point.id}: {wrong}", do="return it, and its author proposes it anew")
    lists = load_lists(log.root)
    refuse_unsettled(log, proposal, lists)
    sessions = sessions_with(log, proposal.point.id, unreadable_session, copies=True)
    if not sessions and not stated:
        wrong = "the session that it comes from is not in this log, so nobody compared it with the people in it"
        raise CircleError(f"{proposal.point.id}: {wrong}", do="return it to its author")
    refuse_named(proposal, sessions, lists)
    return Approval(
        sha256=digest(proposal.point),
        review=kind,
        tool=__version__,
        lists=lists.version,
        cast=CastCheck.CHECKED if sessions else CastCheck.STATED,
        explained=explained_in(proposal),
    )


def refuse_unsettled(log: Log, proposal: Proposal, lists: Lists) -> None:
    """Refuse words that this log's guidance does not know, and those that the check asks about.

    Raises:
        CircleError: so.
    """
    point, guidance = proposal.point, load_guidance(log.guidance)
    linked = {(each.framework, each.statement) for each in point.frameworks}
    if not linked <= guidance.known_statements or not set(point.themes) <= guidance.known_themes:
        wrong = "names a theme or a framework that the guidance does not know"
        raise CircleError(f"{point.id}: {wrong}", do="return it")
    words = [each.words for each in proposal.explained]
    asked = [text[each.start : each.end] for _, text in visible(point) for each in unsettled(text, (), lists, words)]
    if asked:
        quoted = ", ".join(f"“{words}”" for words in dict.fromkeys(asked))
        wrong = "The identifier check asks about …, and nobody has explained it"
        raise CircleError(wrong, do="return it to its author", words=quoted)


def refuse_named(proposal: Proposal, sessions: Sequence[FoundSession], lists: Lists) -> None:
    """Refuse a text in which somebody of the cast is named, or whose session no longer says who is in it."""
    words = [each.words for each in proposal.explained]
    cast = [entry for found in sessions for entry in found.session.cast or ()]
    if any(found.session.cast is None for found in sessions):
        wrong = "its session no longer says who is in its story"
        raise CircleError(f"{proposal.point.id}: {wrong}", do="return it to its author")
    if any(unsettled(text, cast, lists, words) for _, text in visible(proposal.point)):
        wrong = "its author has named more people or places since"
        raise CircleError(f"{proposal.point.id}: {wrong}", do="return it to its author")


def explained_in(proposal: Proposal) -> tuple[str, ...]:
    """Give the explained words that stand in the text: others, written into the file by hand, would be published."""
    texts = [" ".join(text.split()) for _, text in visible(proposal.point)]
    return tuple(each.words for each in proposal.explained if any(each.words in text for text in texts))
