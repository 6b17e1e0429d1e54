"""How a log and its copy elsewhere stand to each other, and whose turn it is: from git's own files, with no network."""

from collections.abc import Mapping, Sequence

from circle_cli.commands.folders import log_in_use
from circle_cli.errors import CircleError
from circle_cli.ids import PROPOSALS, short_id
from circle_cli.log.folder import Log, session_files
from circle_cli.log.syncing.refs import differs_from_its_copy, has_a_copy


def standing(log: Log) -> list[str]:
    """Say what has come in, as far as git has fetched it, and what is not sent; nothing where the two are the same."""
    if not differs_from_its_copy(log.root):
        return []
    from circle_cli.commands.teams.telling import told_paths
    from circle_cli.log.syncing.history import History

    history = History(root=log.root)
    try:
        there = history.there()
        seen = history.commit(there.tracking) if there else ""
        came, waiting = history.changed("HEAD", seen) if seen else (), history.changed(seen, "HEAD")
    except CircleError:
        return []
    lines = []
    if came:
        what = told_paths(came, by_id=False)
        lines.append(f"From others, and not in this folder yet: {what}. circle sync brings it in.")
    if waiting and there:
        what = told_paths(waiting, by_id=False)
        lines.append(f"Not sent yet: {what}. circle sync sends what is new here, and brings in what others did.")
    return lines


def news(log: Log) -> list[str]:
    """Say what somebody might want to know of a log that is not theirs alone, when they begin."""
    used = log_in_use()
    lines = [f"\nIn use: {log.root}"] if used is not None and used == log.root else []
    found = [*standing(log), *waits_for_a_reader(log), *_to_look_at(log)]
    return [*lines, *(["", *found] if found else [])]


def _to_look_at(log: Log) -> list[str]:
    """Say in which sessions two people wrote at once, and nobody has looked at that yet."""
    if not has_a_copy(log.root):
        return []
    from circle_cli.log.entries.sessions import read_sessions
    from circle_cli.session.record import LOOK_AT

    key = f"\n{LOOK_AT}:".encode()
    found = read_sessions(session_files(log), lambda _: None, lambda content: key in content)
    return to_look_at(log, {each.session.id: each.session.to_look_at for each in found})


def to_look_at(log: Log, marks: Mapping[str, Sequence[str]]) -> list[str]:
    """Say of these sessions, by their ids, what two people changed in them at once, and nobody has looked at yet."""
    if not any(marks.values()):
        return []
    from circle_cli.commands.teams.telling import changed_at_once

    lines = [
        f"  {short_id(each)}  {changed_at_once(log, what)}: circle edit {short_id(each)}"
        for each, what in marks.items()
        if what
    ]
    return ["To look at, since two people wrote there at once, and all of it was kept:", *lines]


def waits_for_a_reader(log: Log) -> list[str]:
    """Say how many of this person's proposals wait for somebody else."""
    if not (log.root / PROPOSALS).is_dir():
        return []
    from circle_cli.log.history import whose
    from circle_cli.share.proposal import State, proposal_files, read_proposal

    author = whose.identity(log.root)
    titles = []
    for path in proposal_files(log.root) if author else ():
        try:
            proposal = read_proposal(path)
        except CircleError:
            continue
        if author and proposal.state is State.PROPOSED and whose.is_same(log.root, proposal.author, author):
            titles.append(proposal.point.title)
    if not titles:
        return []
    how_many = "One of yours waits" if len(titles) == 1 else f"{len(titles)} of yours wait"
    return [f"{how_many} for a second reader: {'; '.join(titles[:3])}{' ...' if len(titles) > 3 else ''}"]
