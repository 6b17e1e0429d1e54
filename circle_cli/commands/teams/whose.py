"""Whether what lies elsewhere is this log at all, and has the history that it had: else nothing is brought together."""

import json
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from circle_cli.errors import USAGE, CircleError
from circle_cli.ids import MARK
from circle_cli.log.folder import Log
from circle_cli.log.syncing.history import History
from circle_cli.system.no_links import content_of

_NOTE = Path(".circle") / "synced"
_BEGINNINGS = ("readme", "license", "licence", ".gitignore", ".gitattributes", "contributing")
_ANEW = (
    "its history was written anew since the last sync, as circle erase does. To bring the two together would bring "
    "back what was taken out"
)


def _refuse_rewritten(history: History, ours: str, theirs: str) -> None:
    """Refuse where either side no longer has what both had: something was taken out there, for good.

    Raises:
        CircleError: so.
    """
    note = noted(history)
    if not note:
        return
    if note["there"] and not history.holds(note["there"], theirs):
        do = "get it anew with circle join, into another folder, and take over from here what is missing there"
        raise CircleError(f"The log elsewhere: {_ANEW}", USAGE, do=do)
    if note["here"] and not history.holds(note["here"], ours):
        do = "send this one in its place, as circle erase said, and have everybody get it anew with circle join"
        raise CircleError(f"This log: {_ANEW}", USAGE, do=do)


def noted(history: History) -> dict[str, str]:
    """Give what both sides had when they were last brought together; nothing where they never were."""
    try:
        found = json.loads(content_of(history.root / _NOTE))
        return {"here": str(found["here"]), "there": str(found["there"])}
    except (CircleError, ValueError, KeyError, TypeError):
        return {}


def forget_synced(history: History) -> None:
    """Forget what both had: the other place begins anew."""
    (history.root / _NOTE).unlink(missing_ok=True)


def note_synced(history: History, here: str, there: str) -> None:
    """Note what both sides had."""
    note, found = history.root / _NOTE, {"here": here, "there": there}
    if noted(history) == found:
        return
    from circle_cli.log.durable import replace

    with suppress(CircleError, OSError):
        note.unlink(missing_ok=True)
        replace(note, json.dumps(found).encode("ascii"), None)


def refuse_another(log: Log, history: History, ours: str, theirs: str) -> None:
    """Refuse what is another log, or none, or private where this one is public, or has not the history that it had.

    Raises:
        CircleError: so.
    """
    from circle_cli.log.syncing.folder import files_of

    files = files_of(history, theirs)
    _refuse_other_kind(log, history, theirs, files)
    _refuse_rewritten(history, ours, theirs)
    related = not ours or history.base(ours, theirs)
    fresh = all(path.lower().startswith(_BEGINNINGS) for path in files)
    if not related and not fresh:
        what = "another learning log" if MARK in files else "no learning log"
        do = "circle join gets a log that is there already; for a new one, give an address where nothing is yet"
        raise CircleError(f"what lies at that address is {what}, with a history of its own", USAGE, do=do)


def _refuse_other_kind(log: Log, history: History, theirs: str, files: Iterable[str]) -> None:
    from circle_cli.log.reading.private import is_private
    from circle_cli.settings import is_base

    base_here = is_base(log.root)
    if MARK in files and base_here != _is_base_there(history, theirs):
        which = ("private, and this one is a base, which everyone may read", "a base, which everyone may read")
        raise CircleError(f"the log elsewhere is {which[0 if base_here else 1]}", USAGE, do="give another address")
    if base_here and any(is_private(path, b"") for path in files):  # not what only keeps an empty folder there
        wrong = "what came in has sessions, or proposals, and a base can have none"
        raise CircleError(wrong, USAGE, do="ask whoever looks after it: they must go from its whole history")


def _is_base_there(history: History, commit: str) -> bool:
    from circle_cli.fields import Fields
    from circle_cli.front_matter.reading import read
    from circle_cli.text import decode
    from circle_cli.vocabulary import LogKind

    text = decode(history.git("cat-file", "blob", f"{commit}:{MARK}"), MARK)
    return Fields(read(text, MARK)).optional_one_of("kind", LogKind) is LogKind.BASE
