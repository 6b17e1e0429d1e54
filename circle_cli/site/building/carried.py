"""What of an old site goes along into the new one: what MkDocs too would leave alone, by name from a short list.

Of a `.git` among it, all that is text is swept like the rest; what git keeps packed in its own way is told apart here,
to be read with git. Whatever is neither, nobody could read, and so it stops the release.
"""

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from circle_cli.errors import CircleError, Place
from circle_cli.system.files import leads_elsewhere

GIT = ".git"
_IGNORED = ".gitignore"
_IGNORE_ALL = "*\n!.gitignore\n"

_ID = "(?:[0-9a-f]{40}|[0-9a-f]{64})"
_PACKED = re.compile(
    rf"\.git/(?:objects/(?:[0-9a-f]{{2}}/(?:[0-9a-f]{{38}}|[0-9a-f]{{62}})|pack/pack-{_ID}\.(?:pack|idx|rev|bitmap|mtimes)"
    rf"|pack/multi-pack-index(?:-{_ID}\.(?:bitmap|rev))?|info/commit-graph|info/commit-graphs/graph-{_ID}\.graph)"
    rf"|index|sharedindex\.{_ID})"
)
"""What git packs and reads again."""

_HALF = re.compile(r"(?:.*/)?\.git/(?:.*\.lock|objects/(?:.*/)?(?:tmp_|incoming-)[^/]*)")
"""What a git that was stopped left half written, and no git reads: it stays behind."""

_OF_THE_SYSTEM = frozenset((".DS_Store", "Thumbs.db", "desktop.ini"))


def take_along(site: Path, folder: Path) -> frozenset[str]:
    """Copy from the old site what MkDocs too would leave alone, to be looked at and put into the new one.

    By name from a short list, and never through a link: all else that is hidden there stays behind. Gives what git
    keeps packed in its own way, which can be read with git alone.

    Raises:
        CircleError: a `.git` among it holds what nobody can read.
    """
    folder.mkdir(exist_ok=True)
    if os.path.lexists(folder / _IGNORED):
        return frozenset()  # it was done
    (folder / _IGNORED).write_text(_IGNORE_ALL, encoding="utf-8")
    for name in (_IGNORED, ".nojekyll", GIT):
        if not leads_elsewhere(site / name) and (site / name).is_file():
            shutil.copyfile(site / name, folder / name, follow_symlinks=False)
    git = site / GIT
    if leads_elsewhere(git) or not git.is_dir():
        return frozenset()
    shutil.copytree(git, folder / GIT, symlinks=True, ignore=_left_behind)
    found = frozenset(path.relative_to(folder).as_posix() for path in _files(folder / GIT))
    packed = frozenset(name for name in found if _PACKED.fullmatch(name))
    for name in sorted(_closed(folder, found, packed)):
        wrong = "can be read neither as text nor with git, so nobody can tell what is in it; nothing was published"
        raise CircleError(wrong, where=Place(site / name), do="take it out of site/.git")
    return packed


def _left_behind(folder: str, names: list[str]) -> set[str]:
    """Name what is no file, folder or link, such as a socket, what is half written, and what folders are shown by."""
    paths = {name: Path(folder, name) for name in names}
    odd = {name for name, path in paths.items() if not (path.is_symlink() or path.is_dir() or path.is_file())}
    return odd | {name for name, path in paths.items() if name in _OF_THE_SYSTEM or _HALF.fullmatch(path.as_posix())}


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir())


def _closed(folder: Path, found: frozenset[str], packed: frozenset[str]) -> Iterator[str]:
    """Find what neither git nor a person can read: no text, a pack that git has no list of, objects that lie elsewhere.

    Links are refused by whoever names all files.
    """
    for name in found:
        path = folder / name
        if name.endswith(".pack") and name in packed:
            if name.removesuffix(".pack") + ".idx" not in packed:
                yield name
        elif name == f"{GIT}/objects/info/alternates":
            yield name
        elif name not in packed and not path.is_symlink() and not _is_text(path.read_bytes()):
            yield name


def _is_text(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return b"\0" not in content
