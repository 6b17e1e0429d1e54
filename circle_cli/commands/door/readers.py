"""`circle readers`: whose approvals count in this log; one is admitted, or is a reader no longer."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from circle_cli.commands.door.signing import admit, own_keys, write_readers
from circle_cli.commands.edge import Asked, result_json, row, say, the_log, today
from circle_cli.commands.said.words import all_words
from circle_cli.days import in_words
from circle_cli.errors import USAGE, CircleError, Place
from circle_cli.ids import REPORTS
from circle_cli.log.folder import Log
from circle_cli.log.points import points_folder, report_files
from circle_cli.own_words.approval import approved_by as approved_words
from circle_cli.points.approval import approved_by
from circle_cli.points.file import read_point
from circle_cli.points.notices import is_withdrawn
from circle_cli.points.record import Withdrawn
from circle_cli.points.report import read_report
from circle_cli.signing.lists import approved_by as approver_of_list
from circle_cli.signing.lists import own_lists
from circle_cli.signing.lists import read_approval as read_list_approval
from circle_cli.signing.readers import READERS, Admitted, Reader, load_readers
from circle_cli.signing.signatures import fingerprint, known_key
from circle_cli.system.no_links import names_in
from circle_cli.text import text_of

_NONE = "Nobody is a reader here yet. Whoever approves the first learning point becomes one."


def list_readers(asked: Asked, *, as_json: bool) -> None:
    """Show the readers, and who asks to become one."""
    log = the_log(asked)
    admitted = load_readers(log.root)
    own = {key.public for key in own_keys()} if admitted.readers or admitted.asking else set()
    if as_json:
        result_json(_as_json(admitted, own))
        return
    if not admitted.readers:
        say(_NONE)
    for each in admitted.readers:
        beside = f"{'  (you)' if each.key in own else ''}{_team(admitted, each.name)}"
        row(f"{each.name}  {_when(each)}  {fingerprint(each.key)}{beside}")
    for name, key in admitted.asking:
        row(f"{name}  asks to become one  {fingerprint(key)}{'  (you)' if key in own else ''}")
    if admitted.asking:
        say("Know who it is before you admit somebody: ask them to read you the letters after SHA256.")
        say("circle readers --admit, and the name.")


def _team(admitted: Admitted, name: str) -> str:
    """Say for which team somebody reads, in a base that knows it."""
    team = admitted.team_of(name)
    return f"  (reads for {team})" if team else ""


def admit_reader(asked: Asked, whom: str) -> None:
    """Admit somebody who asks, by the name they have in the list, or the owner of a public key."""
    log = the_log(asked)
    admitted = load_readers(log.root)
    _refuse_strangers(admitted)
    name, key = _meant(admitted, whom)
    if any(each.key == key for each in admitted.current):
        raise CircleError("… is a reader already", USAGE, words=whom.strip())
    row(f"{admit(log, key, name)} is a reader from today on: {fingerprint(key)}")


def end_reader(asked: Asked, whom: str) -> None:
    """End a reader: what they approved until now stays approved, and nothing after it counts."""
    log = the_log(asked)
    admitted = load_readers(log.root)
    _refuse_strangers(admitted)
    found = next((each for each in admitted.current if each.name == whom.strip()), None)
    if found is None:
        raise CircleError("… is no reader here", USAGE, do="`circle readers` shows them", words=whom.strip())
    approved = tuple(_approved_by(log, found.key))
    ended = replace(found, until=today(), stood=frozenset(digest for _, digest in approved))

    def change(before: Admitted) -> Admitted:
        return replace(before, readers=tuple(ended if each == found else each for each in before.readers))

    write_readers(log, change, f"End {found.name}")
    row(f"{found.name} is a reader no longer. {what_stays(Counter(what for what, _ in approved))}")
    say("Was their key lost or stolen? Then read those anew: circle withdraw, and propose them again.")


def _refuse_strangers(admitted: Admitted) -> None:
    """Have readers admitted and ended by readers: it is a rule among people, since all of them can write the file."""
    own = admitted.at_home.current
    if own and not {each.key for each in own} & {key.public for key in own_keys()}:
        raise CircleError("Only a reader of this log can admit or end one", USAGE, do="ask one: `circle readers`")


def _meant(admitted: Admitted, whom: str) -> tuple[str | None, str]:
    for name, key in admitted.asking:
        if name == whom.strip():
            return name, key
    key_given = known_key(whom)
    if key_given is None:
        do = "give the name of somebody who asks (`circle readers`), or a public key: ssh-ed25519 AAAA..."
        raise CircleError("… asks for nothing here, and is no public key", USAGE, do=do, words=whom.strip())
    return None, key_given


def _approved_by(log: Log, key: str) -> Iterator[tuple[str, str]]:
    """Give what stands approved by a key: its kind, and its digest; what cannot be read is approved by nobody."""
    guidance = log.root / "guidance"
    places = (*names_in(points_folder(log), ".md"), *report_files(log))
    for path in (each for each in places if not is_withdrawn(guidance, each.stem)):
        try:
            text = read_report(path) if path.parent.name == REPORTS else read_point(path)
        except CircleError as error:
            do = "put it right first, so that it is known what stays approved"
            raise CircleError(error.what, where=error.where or Place(path), do=do) from error
        if not isinstance(text, Withdrawn) and text.approval and approved_by(text) == key:
            yield ("report" if path.parent.name == REPORTS else "point"), text.approval.sha256
    for name, path in own_lists(log.root):
        approval = read_list_approval(log.root, name)
        if approval and approver_of_list(name, text_of(path), approval) == key:
            yield "list", approval.sha256
    for words in all_words(log.root):
        if words.approval and approved_words(words.name, words.text, words.approval) == key:
            yield "words", words.approval.sha256


def what_stays(approved: Mapping[str, int]) -> str:
    """Say how much stays approved, each kind by its own name: neither a list nor a page is a learning point."""
    points, reports, words, lists = (approved.get(what, 0) for what in ("point", "report", "words", "list"))
    also = f" and {reports} report{'' if reports == 1 else 's'}" if reports else ""
    more = f" So does what they read of the site's own words: {words}." if words else ""
    read = f" So does what they read of the lists of the identifier check: {lists}." if lists else ""
    return f"{points} learning point{'' if points == 1 else 's'}{also} they approved stay.{more}{read}"


def _when(reader: Reader) -> str:
    until = f", until {in_words(reader.until)}; {len(reader.stood)} approvals stay" if reader.until else ""
    return f"since {in_words(reader.since)}{until}"


def _as_json(admitted: Admitted, own: set[str]) -> dict[str, Any]:
    return {
        "file": READERS,
        "readers": [
            {
                "name": each.name,
                "since": each.since.isoformat(),
                "until": each.until.isoformat() if each.until else None,
                "key": each.key,
                "fingerprint": fingerprint(each.key),
                "stood": sorted(each.stood),
                "you": each.key in own,
            }
            for each in admitted.readers
        ],
        "asking": [
            {"name": name, "key": key, "fingerprint": fingerprint(key), "you": key in own}
            for name, key in admitted.asking
        ],
    }
