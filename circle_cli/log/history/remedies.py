"""What circle may do about a history that takes nothing: only when somebody said yes, and nothing that loses words.

Leaving a merge is not among them: git would put files back as they were, with what somebody has chosen since.
"""

import os
from pathlib import Path

from circle_cli.errors import CircleError
from circle_cli.log.history.repository import Repository
from circle_cli.system.no_links import content_of
from circle_cli.system.running import Output, run_git, run_git_to_its_end
from circle_cli.text import decode, two_versions

_LIMIT = 10.0  # seconds
_NO_EDITOR = ("-c", "core.editor=true", "-c", "sequence.editor=true")
"""The message is the one that git has prepared."""


def in_two_versions(top: Path) -> tuple[list[Path], list[Path]]:
    """Give the files of which git has two versions: those that still hold both, and those in which somebody chose."""
    output = run_git("-C", os.fsencode(top), "ls-files", "-u", "-z", limit=_LIMIT)
    names = dict.fromkeys(entry.partition(b"\t")[2] for entry in output.out.split(b"\0") if entry)
    files = [top / os.fsdecode(name) for name in names]
    return [path for path in files if _holds_both(path)], [path for path in files if not _holds_both(path)]


def _holds_both(path: Path) -> bool:
    try:
        return os.path.lexists(path) and bool(two_versions(decode(content_of(path), str(path))))
    except CircleError:
        return True  # whoever cannot read it cannot tell


def finish(repository: Repository, chosen: list[Path]) -> str:
    """Finish what is going on with these files as they are in the folder; gives what git has against it."""
    if repository.unfinished is None:
        return ""
    _, command = repository.unfinished
    here = ("-C", os.fsencode(repository.top))
    if chosen:
        added = run_git(*here, "add", "-A", "--", *map(os.fsencode, chosen), limit=_LIMIT)
        if added.code != 0:
            return added.text
    return _against(run_git_to_its_end(*_NO_EDITOR, *here, *command.split()[1:], slow=lambda: None))


def way_back(top: Path) -> str:
    """Give the branch that somebody can go back to without leaving a commit behind; empty where there is none."""
    here = ("-C", os.fsencode(top))
    last = run_git(*here, "rev-parse", "--abbrev-ref", "@{-1}", limit=_LIMIT)
    branches = run_git(
        *here, "for-each-ref", "--format=%(refname:short)", "--contains", "HEAD", "refs/heads", limit=_LIMIT
    )
    holding = os.fsdecode(branches.out).splitlines() if branches.code == 0 else []
    usual = (os.fsdecode(last.out).strip(), "main", "master", *(holding if len(holding) == 1 else ()))
    return next((name for name in usual if name in holding), "")


def go_back(top: Path, branch: str) -> str:
    """Go back to a branch; git does not if a file would be lost by it, and what it says then is given."""
    return _against(run_git_to_its_end("-C", os.fsencode(top), "checkout", "-q", branch, "--", slow=lambda: None))


def trust_folder(top: Path) -> str:
    """Tell git, in the person's own settings, that this folder is trusted though it belongs to another account."""
    command = ("config", "--global", "--add", "safe.directory", os.fsencode(top))
    return _against(run_git(*command, limit=_LIMIT))


def take_folder_in(top: Path, folder: str) -> str:
    """Have git keep a folder here that its sparse checkout leaves out."""
    return _against(run_git("-C", os.fsencode(top), "sparse-checkout", "add", folder, limit=_LIMIT))


def _against(output: Output) -> str:
    return "" if output.code == 0 else output.text or "git was stopped"
