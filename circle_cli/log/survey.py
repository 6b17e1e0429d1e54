"""A log's folders, seen as files: what belongs there, what strayed in, links, and what others may read."""

import os
import re
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from circle_cli.errors import unreadable
from circle_cli.ids import POINT_FILE, PROPOSALS, REPORTS, SPARKS, WITHDRAWN
from circle_cli.log.folder import Log
from circle_cli.sparks.file import MONTH
from circle_cli.system.copied import in_words
from circle_cli.system.files import leads_elsewhere
from circle_cli.system.no_links import a_link
from circle_cli.text import one_newline, two_versions

_EXPECTED = {"README.md", ".gitkeep", ".gitignore", ".gitattributes", ".DS_Store"}
_POINT = re.compile(f"(?:learning-points|{REPORTS}|{WITHDRAWN})/{POINT_FILE.pattern}")
_LEFT_OVER = re.compile(rb"^(?:<<<<<<<|>>>>>>>|\|\|\|\|\|\|\|)(?: |\r?$)", re.MULTILINE)


class FileFault(StrEnum):
    """What is wrong with a file, whatever is in it."""

    LINK = "link"
    STRAY = "stray-file"
    CONFLICT = "conflict-marker"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stray:
    """A file that should not be where it is."""

    fault: FileFault
    path: str
    what: str


@dataclass(slots=True, kw_only=True)
class Survey:
    """What a folder holds. `open` counts the files that everybody on this computer may read."""

    files: list[str] = field(default_factory=list)
    strays: list[Stray] = field(default_factory=list)
    open: int = 0


def survey_sessions(log: Log) -> Survey:
    """Look over the private sessions: a folder a year, and in each of them sessions alone."""
    found = Survey()
    _look(found, str(log.sessions), folders=1)
    if found.open and not _may_be_entered(log.sessions):
        found.open = 0
    return found


def survey_proposals(log: Log) -> Survey:
    """Look over what waits for a second reader; reports from trying a learning point have a folder of their own."""
    return _without_copies(log.root / PROPOSALS, but=REPORTS)


def survey_reported(log: Log) -> Survey:
    """Look over the reports that wait for a second reader, and those that were read."""
    if leads_elsewhere(log.root / PROPOSALS):  # said of that folder itself
        return Survey()
    return _without_copies(log.root / PROPOSALS / REPORTS)


def _without_copies(folder: Path, but: str = "") -> Survey:
    found = Survey()
    _look(found, str(folder), folders=0, but=but)
    copies = {path: what for path in found.files if (what := in_words(Path(path)))}
    found.files = [path for path in found.files if path not in copies]
    found.strays += [_stray(path, what) for path, what in copies.items()]
    return found


def survey_sparks(log: Log) -> Survey:
    """Look over the sparks: a file for each month, and nothing else."""
    found = Survey()
    _look(found, str(log.root / SPARKS), folders=0)
    others = [path for path in found.files if not MONTH.fullmatch(Path(path).name)]
    found.files = [path for path in found.files if path not in others]
    what = "no month's name, such as 2026-11.md, so no spark of it is found; rename it, or move it away"
    found.strays += [_stray(path, in_words(Path(path)) or what) for path in others]
    return found


def survey_settings(log: Log, lists_folder: str) -> Survey:
    """Look for copies of what a log goes by; only the files themselves count, and somebody may have changed a copy."""
    found = Survey()
    folder = log.root / lists_folder
    lists = () if leads_elsewhere(folder) else folder.glob("*.txt")
    for path in sorted([*log.root.glob("*.yml"), *lists]):
        if what := in_words(path):
            found.strays.append(_stray(str(path), what))
    return found


def survey_public(log: Log, known: frozenset[str]) -> Survey:
    """Look over `guidance/`; `known` are the names of the files there that have a place on the site."""
    found, root = Survey(), str(log.root / "guidance")
    for path, is_link in _all_below(root):
        name = path[len(root) + 1 :].replace(os.sep, "/") or os.curdir
        if is_link:
            found.strays.append(_link(path))
        elif not (os.path.isfile(path) and name != os.curdir):  # noqa: PTH113  # a name of its own, as `.` is none
            found.strays.append(_stray(path, "no file that can be read, and so no page; take it out"))
        elif name in known or _POINT.fullmatch(name):
            found.files.append(path)
        elif not _is_expected(path, name):
            what = in_words(Path(path)) or "no page of the site"
            found.strays.append(_stray(path, f"{what}; it is not shown, and anybody may read it here"))
    return found


def _is_expected(path: str, name: str) -> bool:
    """Tell whether something may lie there; among the learning points only what git needs to keep an empty folder."""
    if name.startswith("learning-points/"):
        return name == "learning-points/.gitkeep" and not os.path.getsize(path)  # noqa: PTH202  # as in folder.py
    return os.path.basename(path) in _EXPECTED  # noqa: PTH119  # plain strings, as in folder.py


def conflicts(content: bytes) -> list[int]:
    """Give the lines on which git left two versions for somebody to choose from; else those left over of such."""
    if b"<<<<<<<" not in content and b">>>>>>>" not in content:
        return []
    whole = two_versions(one_newline(content.decode("utf-8", "replace")))
    return whole or [content.count(b"\n", 0, mark.start()) + 1 for mark in _LEFT_OVER.finditer(content)]


def _look(found: Survey, folder: str, folders: int, but: str = "") -> None:
    """Look into a folder of Markdown files; `folders` deep there may be folders in it, and one named `but`."""
    if os.path.islink(folder):  # noqa: PTH114
        found.strays.append(_link(folder))
        return
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    except OSError as error:
        found.strays.append(_stray(folder, unreadable(folder, error, "looked into").message))
        return
    for entry in entries:
        if entry.is_symlink():
            found.strays.append(_link(entry.path))
        elif entry.is_dir() and entry.name == but:
            continue
        elif entry.is_dir() and folders and not entry.name.startswith(".") and not entry.name.endswith(".md"):
            _look(found, entry.path, folders - 1)
        elif entry.name in _EXPECTED:
            continue
        elif entry.is_file() and entry.name.endswith(".md") and not entry.name.startswith("."):
            found.files.append(entry.path)
            found.open += bool(entry.stat().st_mode & stat.S_IROTH)
        else:
            found.strays.append(_stray(entry.path, "does not belong here; move it away, or delete it"))


def _all_below(folder: str) -> Iterator[tuple[str, bool]]:
    """Give every file below a folder, and whether it is a link; no link is followed."""
    if os.path.islink(folder):  # noqa: PTH114
        yield folder, True
        return
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    except OSError:
        yield folder, False
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False) and not entry.name.endswith((".md", ".yml")):  # in a page's place
            yield from _all_below(entry.path)
        else:
            yield entry.path, entry.is_symlink()


def _may_be_entered(folder: Path) -> bool:
    """Tell whether everybody on this computer may go into a folder, and into all those around it."""
    around = (folder.resolve(), *folder.resolve().parents)
    return sys.platform != "win32" and all(each.stat().st_mode & stat.S_IXOTH for each in around)


def _link(path: str) -> Stray:
    return Stray(fault=FileFault.LINK, path=path, what=a_link(path).message)


def _stray(path: str, what: str) -> Stray:
    return Stray(fault=FileFault.STRAY, path=path, what=what)
