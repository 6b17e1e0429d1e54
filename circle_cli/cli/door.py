"""What can be told to the commands of the door, from `scan` and `share` to `publish`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from circle_cli.errors import USAGE, CircleError

if TYPE_CHECKING:
    from typing import Annotated

    from circle_cli.cli.options import Argument, Command, Json, Option, PointIds, Require, SessionId
    from circle_cli.commands.edge import Asked
    from circle_cli.vocabulary import Outcome


def scan(
    asked: Asked,
    file: Annotated[str, Argument("[FILE]", "A text or a session; - for standard input.")] = "-",
    cast: Annotated[
        str | None, Option("--cast", "Who is in it: one a line, such as Amira Hassan (Mira).", metavar="FILE")
    ] = None,
    json: Json = False,
    jsonl: Annotated[
        bool, Option("--jsonl", "Many texts: lines of JSON on standard input, findings as lines.")
    ] = False,
) -> None:
    """Find what might tell who, where or when in a text."""
    from circle_cli.commands.door.scan import scan, scan_lines

    if not jsonl:
        scan(asked, file, cast, as_json=json)
    elif file != "-" or cast is not None or json:
        raise CircleError("--jsonl takes texts and casts from standard input", USAGE, do="leave the rest out")
    else:
        scan_lines(asked)


def share(
    asked: Asked,
    session: SessionId,
    number: Annotated[int | None, Argument("[N]", "Which learning point, if the session has several.")] = None,
    source: Annotated[
        str | None, Option("--from", "Take parts and decisions from a file (- for input).", metavar="FILE")
    ] = None,
    packet: Annotated[
        str | None, Option("--packet", "A file to make, for a reader who has not got the log.", metavar="FILE")
    ] = None,
    require_commit: Require = False,
) -> None:
    """Propose a learning point, for a second person to read."""
    if packet is not None:
        from circle_cli.commands.door.packets.writing import share_packet

        share_packet(asked, session, number, source, packet, require_commit=require_commit)
        return
    from circle_cli.commands.door.share import share, share_from

    if source is None:
        share(asked, session, number, require_commit=require_commit)
    else:
        share_from(asked, session, number, source, require_commit=require_commit)


def review(
    asked: Asked,
    point: Annotated[
        str | None, Argument("[POINT]", "Which, if there are several; or a page, `settings`, or a file you were sent.")
    ] = None,
    sign: Annotated[bool, Option("--sign", "Sign what you approved with an earlier version.")] = False,
    lists: Annotated[bool, Option("--lists", "Read what this log adds to the identifier check's lists.")] = False,
    withdrawals: Annotated[
        bool, Option("--withdrawals", "In a base: take in what only takes something out; for a CI.")
    ] = False,
    require_commit: Require = False,
) -> None:
    """Read what somebody else proposes to share, and decide."""
    if lists or withdrawals:
        if sum((sign, lists, withdrawals, point is not None)) > 1:
            wrong = f"{'--lists' if lists else '--withdrawals'} goes alone"
            raise CircleError(wrong, USAGE, do="leave the rest out")
    if withdrawals:
        from circle_cli.commands.receiving.withdrawals import take_in_withdrawals

        take_in_withdrawals(asked, require_commit=require_commit)
        return
    if lists:
        from circle_cli.commands.door.lists.reading import review_lists

        review_lists(asked, require_commit=require_commit)
        return
    if sign:
        from circle_cli.commands.door.sign_again import sign_again

        sign_again(asked, require_commit=require_commit)
        return
    from circle_cli.commands.by_kind import review
    from circle_cli.commands.door.packets.reading import names_a_file, review_file

    if point is not None and names_a_file(point):
        review_file(asked, point)
        return
    review(asked, point, require_commit=require_commit)


def take(
    asked: Asked,
    file: Annotated[str, Argument("FILE", "What your reader sent back.")],
    require_commit: Require = False,
) -> None:
    """Take what a reader without the log decided."""
    from circle_cli.commands.door.packets.taking import take

    take(asked, file, require_commit=require_commit)


def readers(
    asked: Asked,
    admit: Annotated[
        str | None, Option("--admit", "Somebody who asks, or a public key: their approvals count.", metavar="WHO")
    ] = None,
    end: Annotated[
        str | None, Option("--end", "A reader: what they approved stays, nothing more counts.", metavar="NAME")
    ] = None,
    json: Json = False,
) -> None:
    """Show, admit and end those whose approvals count."""
    from circle_cli.commands.door.readers import admit_reader, end_reader, list_readers

    if sum((admit is not None, end is not None, json)) > 1:
        raise CircleError("--admit, --end and --json go one at a time", USAGE, do="leave the others out")
    if admit is not None:
        admit_reader(asked, admit)
    elif end is not None:
        end_reader(asked, end)
    else:
        list_readers(asked, as_json=json)


def tried(
    asked: Asked,
    point: PointIds,
    outcome: Annotated[Outcome | None, Option("--outcome", "How it went; asked if left out.")] = None,
    differed: Annotated[
        str | None, Option("--differed", "What differed, in a few words that name nobody.", metavar="TEXT")
    ] = None,
    wording: Annotated[
        int | None, Option("--wording", "Which wording, if it was revised and is not here.", metavar="N")
    ] = None,
    suggest: Annotated[
        str | None, Option("--suggest", "Better words for it, whether you tried it or not.", metavar="TEXT")
    ] = None,
    source: Annotated[
        str | None, Option("--from", "An e-mail that its page began, saved (- for input).", metavar="FILE")
    ] = None,
    require_commit: Require = False,
) -> None:
    """Say how it went when you tried a learning point."""
    from circle_cli.aloud.words import typed_id
    from circle_cli.commands.by_kind import tried

    tried(
        asked,
        typed_id(" ".join(point)),
        outcome=outcome,
        differed=differed,
        require_commit=require_commit,
        wording=wording,
        suggest=suggest,
        source=source,
    )


def withdraw(
    asked: Asked,
    point: Annotated[
        list[str], Argument("POINT", "The id of a learning point or a report, its beginning, or a point's four words.")
    ],
    yes: Annotated[bool, Option("--yes", "Do not ask.")] = False,
    require_commit: Require = False,
) -> None:
    """Take a learning point back: a short notice stays, its words go."""
    from circle_cli.aloud.words import typed_id
    from circle_cli.commands.door.withdraw import withdraw

    if taken_back := withdraw(asked, typed_id(" ".join(point)), yes=yes, require_commit=require_commit):
        from circle_cli.commands.publishing.offering import offer_withdrawal

        offer_withdrawal(asked, taken_back, may_ask=not yes)


def publish(
    asked: Asked,
    points: Annotated[
        list[str] | None, Argument("[POINT]...", "Which; left out, all that the base has not got.")
    ] = None,
    to: Annotated[str | None, Option("--to", "The base: a folder or an address.", metavar="BASE")] = None,
    dry_run: Annotated[bool, Option("--dry-run", "Show every file that would leave, and send nothing.")] = False,
    confirm: Annotated[
        str | None, Option("--confirm", "Do not ask: yes, or the ids of what goes.", metavar="yes")
    ] = None,
) -> None:
    """Send what was approved to your organisation's base."""
    from circle_cli.aloud.words import typed_id
    from circle_cli.commands.publishing.publish import publish

    publish(asked, [*map(typed_id, points or ())], to=to, dry_run=dry_run, confirm=confirm)


def same(
    asked: Asked,
    one: Annotated[str, Argument("POINT", "A learning point of this base.")],
    other: Annotated[str, Argument("OTHER", "Another that says the same.")],
    undo: Annotated[bool, Option("--undo", "Take the link back.")] = False,
    require_commit: Require = False,
) -> None:
    """In a base: two learning points say the same."""
    from circle_cli.aloud.words import typed_id
    from circle_cli.commands.receiving.same import same

    same(asked, typed_id(one), typed_id(other), undo=undo, require_commit=require_commit)


COMMANDS: dict[str, Command] = {
    "scan": scan,
    "share": share,
    "review": review,
    "take": take,
    "readers": readers,
    "tried": tried,
    "withdraw": withdraw,
    "publish": publish,
    "same": same,
}
