"""What a command does in which kind of log: a base, a reader's copy, and all others. Whoever asks for it asks here."""

from typing import TYPE_CHECKING

from circle_cli.commands.edge import Asked, the_log
from circle_cli.commands.kinds import kind_of
from circle_cli.log.folder import Log
from circle_cli.vocabulary import LogKind, Outcome

if TYPE_CHECKING:  # for the names alone: most commands hold no interview
    from circle_cli.commands.drafts.interview import How
    from circle_cli.interview.draft.draft import Draft
    from circle_cli.interview.draft.lines import DraftState


def review(asked: Asked, short: str | None, *, require_commit: bool) -> None:
    """Read what waits for somebody, and decide; without its id, the one that does, or a list of those that do."""
    log = the_log(asked)
    match kind_of(log):
        case LogKind.READER:
            from circle_cli.commands.for_readers.reading import review_sent

            review_sent(asked, log, short)
        case LogKind.BASE:
            from circle_cli.commands.receiving.reading import review_incoming

            review_incoming(asked, log, short, require_commit=require_commit)
        case _:
            from circle_cli.commands.door.review import review_proposed

            review_proposed(asked, log, short, require_commit=require_commit)


def to_read(log: Log, reader: str) -> list[tuple[str, str]]:
    """Give all that this person may read, by id and name."""
    match kind_of(log):
        case LogKind.READER:
            from circle_cli.commands.for_readers.reading import to_read as sent

            return [(name, packet.point.title) for name, packet in sent(log).items()]
        case LogKind.BASE:
            from circle_cli.commands.receiving.reading import all_that_came_in

            return all_that_came_in(log, reader)
        case _:
            from circle_cli.commands.door.review import all_to_read

            return all_to_read(log, reader)


def hold_review(log: Log, draft: "Draft", state: "DraftState", how: "How") -> None:
    """Go on with a reading that was begun."""
    match kind_of(log):
        case LogKind.BASE:
            from circle_cli.commands.receiving.reading import hold_incoming

            hold_incoming(log, draft, state, how)
        case _:
            from circle_cli.commands.door.review import hold_proposed

            hold_proposed(log, draft, state, how)


def tried(
    asked: Asked,
    point: str,
    *,
    outcome: Outcome | None,
    differed: str | None,
    wording: int | None,
    require_commit: bool,
    suggest: str | None = None,
    source: str | None = None,
) -> None:
    """Tell how a learning point went: in a base's copy it waits to be sent; elsewhere it is proposed."""
    log = the_log(asked)
    match kind_of(log):
        case LogKind.BASE:
            from circle_cli.commands.door.trying.tried import given_by
            from circle_cli.commands.publishing.told_here import tell_here

            tell_here(asked, log, point, given=given_by(outcome, differed, suggest, source), wording=wording)
        case _:
            from circle_cli.commands.door.trying.tried import propose_report

            propose_report(
                asked, point, outcome=outcome, differed=differed, wording=wording, require_commit=require_commit,
                suggest=suggest, source=source,
            )  # fmt: skip
