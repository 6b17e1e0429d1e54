"""The file that keeps the names of erased sessions as hashes, and where they wait until it is committed.

Erasing leaves the history as it was but for the session, so the hashes wait out of git's sight; the next command takes
them into the log's own file, which goes wherever the log goes. What the lines say is the door's business.
"""

from contextlib import suppress

from circle_cli.log.durable import FileChanged, remove, replace
from circle_cli.log.folder import ERASED, NAMES_WAITING, Log
from circle_cli.log.intents import intended
from circle_cli.system.files import ignore_all
from circle_cli.system.no_links import content_if_there, content_of, inside


def keep_names(log: Log, text: str) -> None:
    """Keep these lines, beside what waits already.

    Raises:
        CircleError: the disk refused.
    """
    path = inside(log.root, log.root / NAMES_WAITING)
    before = content_if_there(path)
    replace(path, (before or b"") + text.encode("utf-8"), before)
    with suppress(OSError):
        ignore_all(path.parent)


def bring_names_home(log: Log) -> None:
    """Take what waits into the log's file, in a commit of its own.

    Raises:
        CircleError: a file cannot be read or written; what waits goes on waiting.
    """
    waiting, path = inside(log.root, log.root / NAMES_WAITING), inside(log.root, log.root / ERASED)
    more = content_of(waiting)
    with intended(log.root, [path], "Keep names as hashes", log.tell, log.trust) as commit:
        before = content_if_there(path)
        apart = b"" if before is None or before.endswith(b"\n") else b"\n"
        replace(path, (before or b"") + apart + more, before)
        with suppress(FileChanged):  # what somebody erased meanwhile goes on waiting
            remove(waiting, more)
        commit()
