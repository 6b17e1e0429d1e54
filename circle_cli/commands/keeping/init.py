"""`circle init`: a new learning log."""

import os
from pathlib import Path

from circle_cli.commands.edge import Asked, at_terminal, discreetly, keep_closed, result, say, trust, where_it_goes
from circle_cli.commands.running.ci import add_ci, kind_of, refuse_another
from circle_cli.guidance.files import own_pages
from circle_cli.ids import MARK, QUESTIONS
from circle_cli.log.durable import create
from circle_cli.log.folder import Log
from circle_cli.log.history.git import Commit
from circle_cli.log.intents import intended
from circle_cli.log.reading.settled import refuse_unknown_settings
from circle_cli.log.start import start_log
from circle_cli.settings import is_base
from circle_cli.system.files import make_folder
from circle_cli.system.no_links import inside
from circle_cli.system.typed import typed
from circle_cli.vocabulary import Ci, LogKind

_BASE = (
    "A base: everyone may read it. It takes in learning points that were checked and approved; no session, no name and "
    "nothing that waits to be read has a place in it, and circle check looks through all of its history for them.\n"
    "Next: say in circle.yml whose it is and how to reach you. In its folder, circle sync --with, and a new folder or "
    "an address that others can read, puts it where teams find it. Whoever takes something in first is its first "
    "editor, and admits the others (circle readers --admit)."
)


_TO_REWORD = (
    "Change their words in any editor; ids and orders stay. A question of your own is a page more there, with an id of "
    "its own and an order from 9 up: it is asked after the eight, and never published.\n"
    "Your words are asked at once; before a site shows those of the eight, a second person reads them: circle review."
)


def init(
    asked: Asked, folder: str | None, kind: LogKind | None = None, ci: Ci | None = None, *, questions: bool = False
) -> None:
    """Make a learning log in a folder, which may exist, with a file for a `ci`; what is there stays as it is.

    With `questions`, ours are copied into it.
    """
    root = _root(asked.log, folder)
    was_there = (root / MARK).is_file()
    if ci:
        refuse_another(root, ci, kind_of(root, kind))
    with discreetly(Log(root=root)):
        refuse_unknown_settings(root)
    begun = start_log(root, trust(), kind)
    keep_closed(Log(root=root))
    if (ci or questions) and was_there:
        if ci:
            _say_commit(add_ci(Log(root=root), ci, trust()))
        if questions:
            _say_commit(_copy_questions(root))
        return
    result(str(root))
    if elsewhere := where_it_goes(Log(root=root)):
        say(elsewhere)
    if is_base(root):
        say(_BASE)
    else:
        _say_private(root, kind)
    _say_commit(begun)
    if ci:
        add_ci(Log(root=root), ci, trust())
    if questions:
        _copy_questions(root)


def _copy_questions(root: Path) -> Commit:
    """Copy our questions into a log, in a commit, but those that it has a page of its own for; say what was done."""
    folder = inside(root, root / "guidance" / "questions")
    names = [f"{name}.md" for name in QUESTIONS]
    missing = [name for name in names if not os.path.lexists(folder / name)]
    say(_copied(folder, len(missing), len(names) - len(missing)))
    if not missing:
        return Commit(done=True)
    make_folder(folder)
    with intended(root, [folder / name for name in missing], "Copy the questions", trust=trust()) as commit:
        for name in missing:
            create(folder / name, (own_pages() / "questions" / name).read_bytes())
        return commit()


def _copied(folder: Path, new: int, there: int) -> str:
    kept = f"{there} of the eight questions are there already, and stay as they are." if there else ""
    if not new:
        return f"{folder}: {kept} Nothing was copied."
    return "\n".join(filter(None, (f"Copied into {folder}: {new} of the eight questions.", kept, _TO_REWORD)))


def _root(named: str | None, folder: str | None) -> Path:
    """Give the folder that is meant: the one behind `init`, or that of --log, or the one in which somebody stands."""
    given = folder if folder is not None else named
    return Path(given).expanduser().absolute() if given is not None else Path.cwd()


def _say_commit(made: Commit) -> None:
    if made.nameless and at_terminal():
        say(
            "Its history begins with the first thing that is kept in it here: circle asks whose name is to stand there."
        )
    elif not made.done:
        say(f"Git does not keep its history yet: {made.reason}.\nTo put that right: {made.fix}")


def _say_private(root: Path, kind: LogKind | None) -> None:
    what = "A team's learning log" if kind is LogKind.TEAM else "A learning log"
    say(f"{what}. Its sessions/ are private: keep the folder, and any copy of its git history, private too.")
    say(f"To begin: {typed('circle', '--log', str(root), 'reflect')}")
    if kind is LogKind.TEAM:
        say(f"To have circle work in it wherever you are: {typed('circle', 'use', str(root))}")
        say("To share it, in its folder: circle sync --with, and a new folder on a drive that only your team can open.")
