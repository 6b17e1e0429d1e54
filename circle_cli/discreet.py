"""What is wrong, and where, said to those who may not read a log's words: whoever sees what a CI run prints, say.

A file's name may hold a session's title, a key or a value what somebody wrote. What is left says which file, on which
line, under which of our keys, and what kind of thing is wrong with it.
"""

import os
import re
from collections.abc import Mapping
from pathlib import Path

from circle_cli.errors import CircleError, Place
from circle_cli.ids import MARK, POINT_FILE, PROPOSALS, REPORTS, SESSION_ID, SPARKS, WITHDRAWN

_OURS = (
    "sessions",
    SPARKS,
    "guidance",
    PROPOSALS,
    "learning-points",
    REPORTS,
    WITHDRAWN,
    "frameworks",
    "identifier-check",
    "approvals",
    "site",
    ".git",
    "mkdocs.yml",
)
_TELLS_NOTHING = re.compile("|".join(("[0-9]{4}", r"[0-9]{4}-[0-9]{2}\.md", *map(re.escape, (*_OURS, MARK)))))
_ENDING = re.compile("[a-z0-9]{1,4}")
_CI = ("CI", "TF_BUILD", "JENKINS_URL", "TEAMCITY_VERSION")
"""What the programs set that build and check for others; of `CI`, GitHub, GitLab and most others know."""
_NOT = ("", "0", "false", "no")


def is_ci(environ: Mapping[str, str]) -> bool:
    """Tell whether what is printed goes into a log that others read, though it may look like a terminal."""
    return any(environ.get(name, "").strip().lower() not in _NOT for name in _CI)


def without_words(error: CircleError, root: Path, own_pages: Path) -> CircleError:
    """Give an error with nothing in it that somebody wrote; `own_pages` are the program's own pages of guidance."""
    where = error.where
    if where is not None:
        key = "" if where.unknown_key else where.key
        where = Place(nameless(str(where.path), root, own_pages), where.line, key)
    discreet = CircleError(error.what, error.exit_code, where=where, do=error.do)
    for note in getattr(error, "__notes__", ()):
        discreet.add_note(note)
    return discreet


def nameless(path: str, root: Path, own_pages: Path) -> str:
    """Name a file of the log at `root` without what people wrote, such as a session's title.

    What is left, such as `sessions/2026/2026-11-23-k3f9*.md`, is a pattern that finds it. The log's own folder and
    files elsewhere keep their names: whoever started the program gave them.
    """
    name = Path(os.path.relpath(path, root)).as_posix()
    if name == os.curdir or name.startswith("../"):
        return path
    if name.startswith("guidance/") and (own_pages / name.removeprefix("guidance/")).exists():
        return name
    return "/".join(_nameless(part) for part in name.split("/"))


def _nameless(part: str) -> str:
    if _TELLS_NOTHING.fullmatch(part) or POINT_FILE.fullmatch(part):
        return part
    session = SESSION_ID.match(part)
    _, dot, ending = part.rpartition(".")
    kept = f"{dot}{ending}" if _ENDING.fullmatch(ending) else ""
    return f"{session.group() if session else ''}*{kept}"
