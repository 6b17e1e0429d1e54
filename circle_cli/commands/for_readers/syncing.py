"""`circle sync`, in whichever kind of copy: a log's own; and, for its readers elsewhere, what waits for them."""

import json
from contextlib import suppress
from pathlib import Path

from circle_cli.commands.edge import Asked, discreetly, say, the_log
from circle_cli.commands.own_settings import read_own
from circle_cli.commands.teams import sync as teams
from circle_cli.commands.teams.at_once import Fetched, keep_state, state_of
from circle_cli.errors import CircleError
from circle_cli.ids import FOR_READERS, INCOMING, MARK, PROPOSALS
from circle_cli.log.folder import Log
from circle_cli.log.reading.settled import refuse_unknown_settings
from circle_cli.log.syncing.refs import branches_of
from circle_cli.system.no_links import content_of, is_there

_NOTE = Path(".circle") / FOR_READERS


def sync(asked: Asked, address: str | None, fetched: Fetched | None = None) -> None:
    """Bring what is here and its copy elsewhere together; `fetched` is what git said of that just now.

    Raises:
        CircleError: git is in the middle of something, or the other place is not this log's.
    """
    log = the_log(asked, settled=False)
    before = state_of(str(log.root))
    with discreetly(log):
        if _to_be_mended(log):
            teams.sync(asked, address, log)
            refuse_unknown_settings(log.root)
    settings = content_of(log.root / MARK) if is_there(log.root / MARK) else b""
    if b"reader" in settings:
        from circle_cli.settings import is_readers_copy

        if is_readers_copy(log.root):
            from circle_cli.commands.for_readers.bringing import bring

            bring(asked, log, address)
            return

    again: list[bool] = []

    def leave_for_readers(log: Log) -> bool:
        """Do it where anything may have changed for them: else nothing more is loaded."""
        elsewhere = b"for-readers" in settings
        if not elsewhere and (not (log.root / PROPOSALS).is_dir() or _noted(log) == _now(log)):
            return False
        from circle_cli.commands.for_readers.giving import give

        given = give(asked, log, sure=bool(again))
        if given.all_there:
            _note(log)
        again.extend([True] if given.again else [])
        return given.again

    def bring_home(log: Log) -> bool:
        """Ask the organisation's base, where there is one, what it has withdrawn: it is withdrawn here, then sent."""
        if b"base:" in settings:
            from circle_cli.commands.receiving.coming_home import bring_home

            bring_home(asked, log)
        return False

    remote = teams.sync(asked, address, log, first=bring_home, then=leave_for_readers, fetched=fetched)
    _tell_editors(log, settings)
    if remote and before and _is_as_mostly(log, settings):
        keep_state(log.root, remote, before)


def _is_as_mostly(log: Log, settings: bytes) -> bool:
    """Tell whether a sync with nothing to do looks at no more than git's own things."""
    if b"base" in settings or b"reader" in settings or read_own()[1]:
        return False
    return not (log.root / PROPOSALS).is_dir() or _noted(log) == _now(log)


def _to_be_mended(log: Log) -> bool:
    """Tell whether the settings say what is not known, and did so already where they are shared: a sync may mend that.

    Raises:
        CircleError: it was only now written here; what others cannot use is not sent to them.
    """
    try:
        refuse_unknown_settings(log.root)
    except CircleError:
        from circle_cli.log.history.past import content_at

        if content_at(log.root, "HEAD", log.root / MARK) == content_of(log.root / MARK):
            return True
        raise
    return False


def _tell_editors(log: Log, settings: bytes) -> None:
    """Say in a base how much came in that nobody has settled yet; where no branch did, nothing more is loaded."""
    if b"base" not in settings or not any(f"/{INCOMING}" in ref for ref in branches_of(log.root)):
        return
    from circle_cli.commands.receiving.arrived import incoming
    from circle_cli.settings import is_base

    if is_base(log.root) and (waits := len(incoming(log).arrived)):
        say(f"{waits} thing{'' if waits == 1 else 's'} from teams to be read: circle review")


def _now(log: Log) -> list[str]:
    """Give what git has here, and what it last saw of what waits for readers."""
    branches = branches_of(log.root)
    return [branches.get("HEAD", ""), *(each for name, each in branches.items() if name.endswith(f"/{FOR_READERS}"))]


def _noted(log: Log) -> object:
    try:
        return json.loads(content_of(log.root / _NOTE))
    except (CircleError, ValueError):
        return None


def _note(log: Log) -> None:
    from circle_cli.log.durable import replace

    note = log.root / _NOTE
    with suppress(CircleError, OSError):
        note.unlink(missing_ok=True)
        replace(note, json.dumps(_now(log)).encode("ascii"), None)
