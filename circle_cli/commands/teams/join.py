"""`circle join`: a team's log, on this computer too."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from circle_cli.commands.drafts.committer import need_git
from circle_cli.commands.drafts.one_prompt import ask
from circle_cli.commands.edge import Asked, at_terminal, keep_closed, result, say, trust
from circle_cli.commands.teams.telling import counted
from circle_cli.commands.teams.use import use_log
from circle_cli.commands.teams.whose import note_synced
from circle_cli.errors import USAGE, CircleError, Place
from circle_cli.ids import MARK
from circle_cli.interview.script.prompts import choice
from circle_cli.log.folder import Log, session_files
from circle_cli.log.history.elsewhere import without_password
from circle_cli.log.history.foreign import note_beginning
from circle_cli.log.points import point_files
from circle_cli.log.syncing.folder import files_of, refuse_alike
from circle_cli.log.syncing.history import History
from circle_cli.log.syncing.network import clone
from circle_cli.log.travel.abroad import Answer, address_of, in_words
from circle_cli.points.notices import is_withdrawn
from circle_cli.settings import is_readers_copy, load_settings
from circle_cli.system.files import make_folder, remove_tree
from circle_cli.system.no_links import is_there
from circle_cli.system.processes import left_by_the_dead
from circle_cli.system.typed import typed
from circle_cli.vocabulary import LogKind

_USE = choice(
    "use",
    "Shall circle use this log from now on, wherever you are?",
    ("yes", "Yes: what I write goes into it"),
    ("no", "No: I name it when I need it"),
    enter="leaves it as it is",
    left_open="It stays as it is.",
)
_WHAT = {
    LogKind.TEAM: "A team's learning log",
    LogKind.OWN: "Somebody's own learning log",
    LogKind.BASE: "A base, which everyone may read",
    None: "A learning log",
}
_PRIVATE = "Its sessions are private, to those who share it: on this computer only you can open the folder."
_PUBLIC = "It holds learning points that were checked and approved, and no session."
_SYNC = "circle sync, in this folder, brings in what the others do and sends what you do; nothing else is sent."


def join(asked: Asked, address: str, folder: str | None) -> None:
    """Have a log that is elsewhere on this computer too.

    Raises:
        CircleError: it cannot be had, or the folder holds something else.
    """
    log = had(address, folder, _clone)
    root = log.root
    if is_readers_copy(root):
        wrong = "a reader's copy is there already, without a session"
        raise CircleError(wrong, USAGE, where=Place(root), do="name another folder")
    history = History(root=root)
    if there := history.there():
        note_synced(history, history.commit("HEAD"), history.commit(there.tracking))
    result(str(root))
    _say_what_it_is(log)
    _offer_to_use(asked, root)


Clone = Callable[[str, Path], None]
"""Makes a copy of what lies at an address in a folder, or says why it cannot be had."""


def had(address: str, folder: str | None, clone_it: Clone) -> Log:
    """Have it here, closed to others, unless it is here already.

    Raises:
        CircleError: it cannot be had, or the folder holds something else.
    """
    need_git()
    root = Path(folder or _name_in(address)).expanduser().resolve()  # what follows `..` is not inside this log
    if not _is_joined(root, address):
        _refuse_taken(root)
        _get(address, root, clone_it)
    log = Log(root=root)
    note_beginning(root, trust())
    keep_closed(log)
    return log


def _name_in(address: str) -> str:
    name = address.rstrip("/\\").replace("\\", "/").rpartition("/")[2].rpartition(":")[2].removesuffix(".git")
    if name in ("", ".", "..") or name.startswith("-"):
        raise CircleError("… does not say what the folder is to be called", USAGE, words=address, do="name it, too")
    return name


def _is_joined(root: Path, address: str) -> bool:
    """Tell whether it was joined before: whoever says it again is told the same again."""
    if not is_there(root / MARK) or not is_there(root / ".git"):
        return False
    return History(root=root).address("origin") == without_password(address_of(address, Path.cwd()))


def _refuse_taken(root: Path) -> None:
    around = next((folder for folder in root.parents if (folder / MARK).is_file()), None)
    if around:
        wrong, do = "a log inside another log would go where that one goes", "name another folder"
        raise CircleError(wrong, USAGE, where=Place(root), do=do)
    if is_there(root) and not (root.is_dir() and not any(root.iterdir())):
        raise CircleError("there is something else already", USAGE, where=Place(root), do="name another folder")


def _get(address: str, root: Path, clone_it: Clone) -> None:
    """Have it whole beside its place first, so that a kill leaves no half of one under its name."""
    make_folder(root.parent)
    beside = f".{root.name}.joining-"
    for left in left_by_the_dead(root.parent, beside):
        remove_tree(left)
    made = root.parent / f"{beside}{os.getpid()}"
    try:
        clone_it(address, made)
        if root.is_dir():
            root.rmdir()
        made.rename(root)
    finally:
        with suppress(OSError):
            remove_tree(made)


def _clone(address: str, made: Path) -> None:
    answered = clone(address_of(address, Path.cwd()), made)
    refuse_unreached(answered.answer, address)
    _refuse_no_log(address, made)


def refuse_unreached(answer: Answer, address: str) -> None:
    """Refuse what cannot be had.

    Raises:
        CircleError: so.
    """
    shown = without_password(address)
    if answer is Answer.REFUSED:
        raise CircleError(f"{shown} does not let you in", USAGE, do="ask whoever looks after it for access")
    if answer in (Answer.NOT_TRUSTED, Answer.NO_GIT):
        wrong, do = in_words(answer)
        raise CircleError(f"{shown}: {wrong}", USAGE, do=do)
    if answer is not Answer.DONE:
        do = "look at the address once more, and whether this computer has a network; then say it again"
        raise CircleError(f"{shown} cannot be reached just now", USAGE, do=do)


def _refuse_no_log(address: str, made: Path) -> None:
    shown = without_password(address)
    if is_readers_copy(made):
        wrong = f"what is at {shown} is for readers without the log"
        raise CircleError(wrong, USAGE, do=typed("circle", "join", "--reader", shown))
    if not History(root=made).commit("HEAD"):
        how = f"{typed('circle', 'init', '--team', 'DIR')}, and in it {typed('circle', 'sync', '--with', shown)}"
        raise CircleError(f"nothing is at {shown} yet", USAGE, do=f"to begin the log: {how}")
    files = files_of(History(root=made), "HEAD")
    refuse_alike(History(root=made), files, files)  # git would give one of them the other's words
    if not (made / MARK).is_file():
        raise CircleError(f"what is at {shown} is no learning log: it has no {MARK}", USAGE, do="give another address")


def _say_what_it_is(log: Log) -> None:
    kind = None
    with suppress(CircleError):  # `circle check` says what is wrong with them
        kind = load_settings(log.root).kind
    there = [path for path in point_files(log) if not is_withdrawn(log.root / "guidance", path.stem)]
    points = counted(len(there), "learning point")
    holds = points if kind is LogKind.BASE else f"{counted(len(session_files(log)), 'session')} and {points}"
    say(f"{_WHAT[kind]}, with {holds}.")
    say(_PUBLIC if kind is LogKind.BASE else _PRIVATE)
    say(_SYNC)


def _offer_to_use(asked: Asked, root: Path) -> None:
    if at_terminal() and ask(asked, _USE) == "yes":
        use_log(root)
        say("circle uses it from now on. Back to your own: circle use --own")
    else:
        say(f"To have circle use it wherever you are: {typed('circle', 'use', str(root))}")
