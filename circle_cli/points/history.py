"""What git's history of a log remembers of what everyone may read, and its files alone cannot tell.

A notice that somebody deleted, or that an older state lacks which was checked out, is in a commit still: on whatever
branch, and in what git noted of commits that no branch leads to any more. So is a later wording than the one that
stands there now; of that, only what led to the state that is checked out counts, since another branch may be ahead.
"""

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from circle_cli.errors import CircleError, Place
from circle_cli.ids import POINT_FILE, REPORTS, WITHDRAWN
from circle_cli.points.approval import approved_by
from circle_cli.points.file import parse_point, read_point
from circle_cli.points.notices import is_withdrawn, notice_of
from circle_cli.points.open_folder import files_in, is_anything_in
from circle_cli.points.record import LearningPoint
from circle_cli.settings import is_base
from circle_cli.signing.readers import Admitted
from circle_cli.system.no_links import inside
from circle_cli.system.running import NO_GIT_CODE, run_git
from circle_cli.text import decode

_POINTS = "learning-points"
_LIMIT = 120.0  # seconds
_PLAIN = ("--format=%H", "--root", "--no-renames", "--relative", "--no-color", "--no-ext-diff", "--no-show-signature")
_NOTICES = (
    "--full-history",
    "-m",
    "--diff-filter=A",
    "--name-only",
    "--",
    f"guidance/{WITHDRAWN}",
)
_EVERYWHERE = ("--all", "--reflog")
_IN_A_BASE = ("--ignore-missing", "--exclude=refs/heads/in/*", "--exclude=refs/remotes/*/in/*", "--all", "--stdin")
"""What came in to a base has still to be taken in: whoever may ask for a withdrawal has not withdrawn anything."""

_WORDINGS = ("-p", "-U0", "--text", "--no-textconv", "--src-prefix=a/", "--dst-prefix=b/", "-G^(revision|withdrawn): ")
_BY_PLACE = ("--full-history", "--")
_BY_MESSAGE = ("-F", "--grep=Revise learning point ", "--grep=Withdraw learning point ")
_MANY = 2000
"""Learning points from which on git is asked for the commits that circle makes when it revises one, by their messages:
looking into each commit takes a second for a thousand points, and a quarter of a minute for ten thousand."""

_NOTHING_YET = (b"not a git repository", b"does not have any commits yet")
_COMMIT = re.compile("[0-9a-f]{40,64}")
_HUNK = re.compile(r"@@ \S+ \+([0-9]+)")
_SAYS = re.compile(r"\+(revision|withdrawn): ([0-9]{1,4})")
_HEAD = 8
"""Lines: what stands further down in a learning point's file is text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wording:
    """What a commit made of a learning point: which wording it is, or 0 for a notice in its place."""

    point: str
    revision: int
    commit: str


def was_withdrawn(guidance: Path, id_: str) -> bool:
    """Tell whether an id was taken back, by its notice or by one that the history has.

    Raises:
        CircleError: git did not say.
    """
    return is_withdrawn(guidance, id_) or any(id_ == known for known, _ in _noticed(guidance))


def lost_notices(guidance: Path) -> list[CircleError]:
    """Give, for each notice that the history has and the folder has not, what is wrong and how it comes back.

    Raises:
        CircleError: git did not say.
    """
    if not _anything_there(guidance):
        return []
    lost: dict[str, CircleError] = {}
    for id_, commit in _noticed(guidance):
        if not is_withdrawn(guidance, id_):
            wrong = "it was withdrawn, as the history of this log knows, and the notice of that is gone"
            place = notice_of(guidance, id_)
            lost.setdefault(id_, CircleError(wrong, where=Place(place), do=_put_back(place, commit)))
    return list(lost.values())


def older_wordings(guidance: Path, readers: Admitted) -> list[CircleError]:
    """Give, for each learning point of which the history has a later wording, or a notice in its place, what is wrong.

    A later wording counts if a reader signed it, whoever it was: nobody takes a site down with a number.

    Raises:
        CircleError: git did not say.
    """
    if not _anything_there(guidance):
        return []
    known: dict[str, list[_Wording]] = {}
    for each in _worded(guidance):
        known.setdefault(each.point, []).append(each)
    return [error for point, all_ in known.items() if (error := _overtaken(guidance, point, all_, readers))]


def refuse_gone_back(guidance: Path, readers: Admitted) -> None:
    """Refuse to publish what the history knows to have been taken back, or put in other words since.

    Raises:
        CircleError: so, the file is named; or git did not say.
    """
    for error in (*lost_notices(guidance), *older_wordings(guidance, readers)):
        raise error


def _overtaken(guidance: Path, id_: str, known: Sequence[_Wording], readers: Admitted) -> CircleError | None:
    path = guidance / _POINTS / f"{id_}.md"
    if is_withdrawn(guidance, id_) or not os.path.lexists(path):
        return None
    try:
        point = read_point(path)
    except CircleError:  # whoever reads it says so
        return None
    if not isinstance(point, LearningPoint):
        return None
    for each in sorted(known, key=lambda each: -each.revision):
        if not each.revision:
            wrong = "it was withdrawn, as the history of this log knows, and its words are back"
            return CircleError(wrong, where=Place(path), do=_put_back(path, each.commit))
        if each.revision > point.revision and _was_approved(guidance, each, readers):
            wrong = f"wording {point.revision}, in the place of wording {each.revision}, which was approved since"
            return CircleError(wrong, where=Place(path), do=_put_back(path, each.commit))
    return None


def _was_approved(guidance: Path, wording: _Wording, readers: Admitted) -> bool:
    """Tell whether somebody who is, or was, a reader of the log signed what a commit holds.

    Raises:
        CircleError: git did not say.
    """
    name = f"{guidance.name}/{_POINTS}/{wording.point}.md"
    content = _git(guidance, "cat-file", "blob", f"{wording.commit}:./{name}")
    try:
        point = parse_point(decode(content, name), name, wording.point)
    except CircleError:
        return False
    key = approved_by(point) if isinstance(point, LearningPoint) else None
    return key is not None and readers.by_key(key) is not None


def _put_back(path: Path, commit: str) -> str:
    where = path.relative_to(path.parents[2]).as_posix()
    return f"put back what was there, in the folder of this log: git checkout {commit[:12]} -- {where}"


def _anything_there(guidance: Path) -> bool:
    """Tell whether anything is there that could be published again: where nothing is, git need not be asked."""
    return any(is_anything_in(inside(guidance.parent, guidance / name)) for name in (_POINTS, REPORTS))


def _noticed(guidance: Path) -> Iterator[tuple[str, str]]:
    commit, folder = "", f"{guidance.name}/{WITHDRAWN}"
    if is_base(guidance.parent):
        lines = _log(guidance, *_IN_A_BASE, *_NOTICES, "--", folder, given=_been_at(guidance))
    else:
        lines = _log(guidance, *_EVERYWHERE, *_NOTICES, "--", folder)
    for line in lines:
        if _COMMIT.fullmatch(line):
            commit = line
        elif POINT_FILE.fullmatch(name := line.removeprefix(f"{folder}/")):
            yield name.removesuffix(".md"), commit


def _been_at(guidance: Path) -> bytes:
    """Give what the branch that is checked out has ever led to here; not what somebody only had a look at."""
    branch = _git(guidance, "rev-parse", "--symbolic-full-name", "HEAD").strip() or b"HEAD"
    return _git(guidance, "reflog", "show", "--format=%H", branch.decode("utf-8", "replace"))


def _worded(guidance: Path) -> Iterator[_Wording]:
    commit, point, at, folder = "", "", 0, f"{guidance.name}/{_POINTS}"
    asked = _BY_MESSAGE if len(files_in(guidance / _POINTS)) > _MANY else (*_BY_PLACE, folder)
    for line in _log(guidance, *_WORDINGS, *asked):
        if _COMMIT.fullmatch(line):
            commit = line
        elif line.startswith("+++ "):
            name = line.removeprefix(f"+++ b/{folder}/")
            point = name.removesuffix(".md") if POINT_FILE.fullmatch(name) else ""
        elif found := _HUNK.match(line):
            at = int(found[1])
        elif line.startswith("+"):
            if point and at <= _HEAD and (says := _SAYS.fullmatch(line)):
                yield _Wording(point=point, revision=int(says[2]) if says[1] == "revision" else 0, commit=commit)
            at += 1


def _log(guidance: Path, *asked: str, given: bytes | None = None) -> list[str]:
    return _git(guidance, "log", *_PLAIN, *asked, given=given).decode("utf-8", "replace").splitlines()


def _git(guidance: Path, *asked: str, given: bytes | None = None) -> bytes:
    """Ask git for what it has of here; nothing where there is no history.

    Raises:
        CircleError: there may be one, and git did not tell it: nobody may take that for one that knows of nothing.
    """
    try:
        ask = run_git if given is None else partial(run_git, given=given)
        output = ask("-C", os.fsencode(guidance.parent), *asked, limit=_LIMIT)
    except OSError:
        raise _no_answer(guidance) from None
    if output.code == 0:
        return output.out
    if any(words in output.err for words in _NOTHING_YET) or (output.code == NO_GIT_CODE and not _in_git(guidance)):
        return b""
    raise _no_answer(guidance)


def _in_git(guidance: Path) -> bool:
    return any(os.path.lexists(above / ".git") for above in (guidance, *guidance.absolute().parents))


def _no_answer(guidance: Path) -> CircleError:
    wrong = "git did not say what was withdrawn here, so nobody can tell whether it came back"
    return CircleError(wrong, where=Place(guidance), do="type git log in that folder, and see what it says")
