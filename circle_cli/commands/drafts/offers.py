"""What circle offers to do, where git takes nothing into a log's history: said in words, asked, and never by itself."""

import os
from collections.abc import Callable
from pathlib import Path

from circle_cli.ids import SESSION_ID, short_id
from circle_cli.interview.script.prompts import Prompt, choice
from circle_cli.log.folder import Log
from circle_cli.log.history import remedies
from circle_cli.log.history.refused import Commit, Remedy
from circle_cli.log.history.repository import Repository, find_repository

Ask = Callable[[Prompt], str | None]
Tell = Callable[[str], None]

_SAVED = "it is saved all the same"
_UNSIGNED = (
    "\nGit is told to sign each commit, and could not: the key may be locked, or not on this computer.",
    ("Add it to the history without a signature, this once?", "Yes, this once; all else stays signed"),
)
_TRUST = (
    "\nThis log's folder belongs to another account on this computer{owner}. Git does nothing in such a folder "
    "until it is told to trust it, since its settings can have programs run.",
    ("Is it yours, or do you trust whoever it belongs to?", "Yes: note that in my own settings of git"),
)
_TAKE_IN = (
    "\nGit was told to keep only a part of this log on this computer (a sparse checkout), and leaves {folder} out.",
    ("Have git keep that folder here too?", "Yes, from now on"),
)
_GO_BACK = (
    "\nAn earlier state of this log is open, and on no branch; what is added to the history there is easily lost.",
    ("Go back to the branch {branch}?", "Yes; git does not, should a file be lost by it"),
)
_NO_WAY_BACK = (
    "\nAn earlier state of this log is open, on no branch, and there is something in its history that no branch has. "
    "Only somebody who knows git should go on here: please ask whoever looks after yours."
)


def offered(log: Log, commit: Commit, ask: Ask, tell: Tell) -> bool:
    """Offer what can be done about it; True where it was done, or is to be tried without a signature."""
    repository = find_repository(log.root.resolve())
    if repository is None or commit.remedy is None:
        return False
    top = repository.top
    match commit.remedy:
        case Remedy.UNSIGNED:
            return _agreed(ask, tell, *_UNSIGNED)
        case Remedy.TRUST_FOLDER:
            return _agreed(ask, tell, *_TRUST, owner=_owner(top)) and _done(tell, remedies.trust_folder(top))
        case Remedy.TAKE_FOLDER_IN:
            folder = commit.folder
            return _agreed(ask, tell, *_TAKE_IN, folder=folder) and _done(tell, remedies.take_folder_in(top, folder))
        case Remedy.GO_BACK:
            branch = remedies.way_back(top)
            if not branch:
                tell(_NO_WAY_BACK)
            return (
                bool(branch)
                and _agreed(ask, tell, *_GO_BACK, branch=branch)
                and _done(tell, remedies.go_back(top, branch))
            )
        case Remedy.FINISH:
            return _finished(repository, ask, tell)


def _finished(repository: Repository, ask: Ask, tell: Tell) -> bool:
    what = repository.unfinished[0] if repository.unfinished else "something"
    both, chosen = remedies.in_two_versions(repository.top)
    named = [f"- {os.path.relpath(path, repository.top)}{_state(path)}" for path in both or chosen]
    said = f"\nSomebody began {what} in this log, here or from another copy, and it is not finished."
    if both:
        tell(
            "\n".join(
                (f"{said} Git has two versions of these, and nobody has chosen yet:", *named, _how_to_choose(both))
            )
        )
        return False
    if named:
        said = "\n".join((f"{said} These were in two versions, and hold none of git's marks now:", *named))
    yes = (
        "Yes, with every file as it is in the folder now"
        if chosen
        else "Yes; git does not, should a file be lost by it"
    )
    asked = (f"Finish {what.replace('a ', 'the ', 1)}?", yes)
    return _agreed(ask, tell, said, asked) and _done(tell, remedies.finish(repository, chosen))


def _state(path: Path) -> str:
    return "" if os.path.lexists(path) else " (deleted)"


def _how_to_choose(both: list[Path]) -> str:
    ids = [short_id(found.group()) for path in both if (found := SESSION_ID.match(path.name))]
    edits = ", ".join(f"circle edit {each}" for each in ids)
    how = (
        f"{edits} opens it: keep what is right of both."
        if edits
        else "Open them in an editor: keep what is right of both."
    )
    return f"{how} Then circle offers to finish."


def _agreed(ask: Ask, tell: Tell, said: str, asked: tuple[str, str], **named: str) -> bool:
    tell(said.format(**named) if named else said)
    question, yes = asked
    prompt = choice(
        "offer",
        question.format(**named),
        ("yes", yes),
        ("no", f"No, leave it as it is; {_SAVED}"),
        enter="leaves it as it is for now",
        left_open="It is left as it is for now.",
        guarded=True,
    )
    return ask(prompt) == "yes"


def _done(tell: Tell, against: str) -> bool:
    if against:
        tell(f"Git would not, and nothing is lost:\n{against}\nPlease ask whoever looks after your git.")
    return not against


def _owner(top: Path) -> str:
    try:
        return f" ({top.owner()})"
    except (KeyError, OSError, NotImplementedError):
        return ""
