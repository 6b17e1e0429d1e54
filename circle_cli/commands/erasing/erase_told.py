"""What `circle erase` tells: what goes and what it cannot reach, and afterwards what is still to be done."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from circle_cli.commands.erasing.doomed import Doomed
from circle_cli.log.erasing.erasing import Remote
from circle_cli.log.folder import ERASED
from circle_cli.system.typed import typed
from circle_cli.vocabulary import Share

_MANY = 12
TO_COPY = "    "
"""How a line begins that is to be copied: it is said whole, since a window's own breaks are no part of it."""


def explained(doomed: Doomed) -> list[str]:
    """Give what is said before it is confirmed."""
    title = f"“{doomed.session.title}” ({doomed.id})" if doomed.session else doomed.id
    lines = ["An earlier run was interrupted; this finishes it."] if doomed.undone else []
    lines += [f"This erases {title} for good:"]
    lines += [f"- its file, {path}" for path in doomed.files]
    lines += [f"- what was proposed from it and never approved, {path}" for path in doomed.proposals if path.exists()]
    lines += [f"- the spark that it began with, a line of {path}" for path in doomed.sparked]
    lines += [f"- what is left of it in {each}" for each in doomed.leftovers]
    if doomed.repository and doomed.traces.any:
        commits = len(doomed.traces.commits)
        lines += [
            f"- every version of it in the history of {doomed.repository.top}, from {commits} "
            f"commit{'' if commits == 1 else 's'}. That history is written anew: the commits after them get new "
            "numbers, signatures on those are lost, and git no longer knows where branches stood before, nor how "
            "conflicts were settled.",
            f"Before that, the whole history goes into a backup that only you can read:\n  {doomed.backup}",
        ]
    elif doomed.repository:
        lines += ["- what git may still keep of it; git will no longer know where branches stood before."]
    if doomed.cast:
        lines += [
            f"What stays: the names of its people and places, as salted hashes ({ERASED}), so that no site is "
            "built that says one of them. Nobody can read a name there; whoever guesses one can try it, slowly."
        ]
    return [*lines, "It cannot reach:", *_out_of_reach(doomed)]


def _out_of_reach(doomed: Doomed) -> list[str]:
    lines = [f"- its copy elsewhere, {each.address or each.name}, {_has(each)}" for each in doomed.remotes]
    if doomed.repository and "modules" in doomed.repository.folder.parts:
        lines += ["- the repository around this log, whose submodule it is: commit there where it stands afterwards"]
    lines += ["- clones of this log, backups of this computer, and copies that somebody made"]
    lines += ["- pages that were printed, takeaways and calendar files that were written, sites that were built"]
    lines += ["- what your editor keeps of it in folders of its own"]
    if doomed.mentions:
        lines += [f"- what stands of it elsewhere in the log: {_some(doomed.mentions)}"]
    for point in doomed.session.learning_points if doomed.session else ():
        if point.point and point.share is Share.PUBLISHED:
            lines += [f"- the learning point that came of it: circle withdraw {point.point}"]
    return lines


def _has(remote: Remote) -> str:
    return "which has it" if remote.has_it else "if it was ever there: as far as git knows here, it was not"


def told_afterwards(doomed: Doomed, places: Sequence[Path]) -> list[str]:
    """Give what is said once it is done: what went, and what could not be removed."""
    lines = [f"\nErased: {doomed.id}. No file of it is left in this log, and no version of one in its git."]
    left = [f"- {path}{_hint(doomed, path)}" for path in places]
    if doomed.repository:
        quoting = sorted(doomed.repository.top / os.fsdecode(path) for path in doomed.traces.mentions)
        left += [f"- {path}, in the history" for path in quoting]
    if left:
        lines += [
            "These hold words of it, or could not be looked into. They are not its own, so they were left:",
            *left,
        ]
    return lines


def _hint(doomed: Doomed, path: Path) -> str:
    if doomed.repository and path.is_relative_to(doomed.repository.folder.resolve()):
        name = path.relative_to(doomed.repository.folder.resolve()).parts[0]
        if name in ("HEAD", "config", "logs", "packed-refs", "refs", "reftable"):
            return " (a branch or a tag may be named after it: git branch -m, git tag -d)"
    return ""


def _some(paths: Sequence[Path]) -> str:
    return ", ".join(map(str, paths[:_MANY])) + (" ..." if len(paths) > _MANY else "")


def _pushes(top: Path, remote: Remote) -> Iterator[str]:
    """Give what sends the new history in place of the old one, which a folder that a team shares else refuses."""
    told = ("--receive-pack=git -c receive.denyNonFastForwards=false receive-pack",)
    is_folder = (top / remote.address).is_dir()
    for what in ("--all", "--tags"):
        yield typed("git", "-C", str(top), "push", "--force", *(told if is_folder else ()), what, remote.name)


def _steps(top: Path, pushed: Sequence[Remote]) -> Iterator[str]:
    """Say what is to be done elsewhere, in order; what is to be typed stands apart, to be copied as it is."""
    where = " and ".join(each.address or each.name for each in pushed)
    yield "Still to do, in this order, before anybody brings the log up to date, which would bring it back:"
    yield (
        f"1. At {where} the new history has to take the place of the old one. circle does not do that by itself. "
        "Copy these lines into this window one after the other, or ask whoever looks after your git to:\n"
    )
    yield from (f"{TO_COPY}{line}" for remote in pushed for line in _pushes(top, remote))
    yield "\n2. Ask whoever runs that place to clear what no branch leads to; its server may show it until then."
    yield "3. Ask everybody who has the log to delete their copy and to get it anew (circle join, or git clone)."
    yield "4. Assume that what was sent there has been read."


def still_to_do(doomed: Doomed, *, backups: bool) -> list[str]:
    """Give what only a person can do."""
    pushed = [each for each in doomed.remotes if each.has_it and not each.file]
    lines = [f"Still to do: delete {each.file}, which has it." for each in doomed.remotes if each.has_it and each.file]
    if doomed.repository and pushed:
        lines += _steps(doomed.repository.top, pushed)
    if backups:
        lines += ["A backup still holds it. Once you are sure that all is well, delete it:"]
    return lines
