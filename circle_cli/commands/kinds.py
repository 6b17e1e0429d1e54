"""Which kind a log is, and which commands have a place in it: a base is public, and nothing private may stand there."""

import re
from contextlib import suppress
from pathlib import Path

from circle_cli.commands.edge import Asked, discreetly, the_log
from circle_cli.errors import USAGE, CircleError, Place
from circle_cli.ids import MARK
from circle_cli.log.folder import Log
from circle_cli.system.no_links import content_of, is_there
from circle_cli.vocabulary import LogKind

_IS_NONE = re.compile(rb"^kind:[ \t]*(?:own|team)[ \t]*\r?$", re.MULTILINE)
_ELSEWHERE = "do it in your own log or in your team's: name that one with --log DIR"


def log_for_sessions(asked: Asked) -> Log:
    """Find the log to work in, for a command that is about sessions, or about what waits to be read.

    Raises:
        CircleError: it is a base, or a reader's copy.
    """
    log = the_log(asked)
    with discreetly(log):
        kind = kind_of(log)
    if kind is LogKind.BASE:
        wrong = "this is a base, which everyone may read; no session has a place in it, nor what waits for a reader"
        raise CircleError(wrong, USAGE, where=Place(log.root), do=_ELSEWHERE)
    if kind is LogKind.READER:
        raise _only_to_read(log)
    return log


def kind_of(log: Log) -> LogKind | None:
    """Give the kind of a log that works in a way of its own, a base or a reader's copy; None of all others."""
    content = _content(log.root / MARK)
    if _IS_NONE.search(content) or not (b"kind" in content or b"\\" in content):
        return None  # as mostly: nothing more is loaded before the first question
    from circle_cli.settings import load_settings

    kind = load_settings(log.root).kind
    return kind if kind in (LogKind.BASE, LogKind.READER) else None


def _only_to_read(log: Log) -> CircleError:
    wrong = "this is a reader's copy of what waits to be read; no session has a place in it, and nothing is published"
    return CircleError(wrong, USAGE, where=Place(log.root), do=_ELSEWHERE)


def _content(path: Path) -> bytes:
    with suppress(CircleError):  # a link, a folder: whoever needs what stands in it says so
        return content_of(path) if is_there(path) else b""
    return b""


def marked_log(asked: Asked, *, settled: bool = True) -> Log:
    """Find the log to work in, where it has to be one: what looks at nothing must not say that all is well.

    Raises:
        CircleError: there is no circle.yml.
    """
    log = the_log(asked, settled=settled)
    if not is_there(log.root / MARK):
        wrong, do = f"there is no learning log here: no {MARK}", "go to its folder, or name it with --log DIR"
        raise CircleError(wrong, USAGE, where=Place(log.root), do=do)
    return log


def log_of_a_site(asked: Asked) -> Log:
    """Find the log to work in, for what is made of learning points that everyone may read.

    Raises:
        CircleError: there is no circle.yml, or it is a reader's copy.
    """
    from circle_cli.settings import is_readers_copy

    log = marked_log(asked)
    with discreetly(log):
        if is_readers_copy(log.root):
            raise _only_to_read(log)
    return log
