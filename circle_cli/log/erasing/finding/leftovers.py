"""What else lies in a log that holds a session: copies that editors, synchronisers and trash folders keep.

A file goes with the session if it bears its name or says its id, or is a leftover by its name and holds much of it.
What a person wrote elsewhere is never touched, whatever it quotes: it is named.
"""

import os
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from circle_cli.ids import SESSION_ID
from circle_cli.log.erasing.finding.traces import bears
from circle_cli.log.erasing.finding.unpacking import contents
from circle_cli.log.erasing.finding.words import Words
from circle_cli.log.folder import session_id_in
from circle_cli.system.files import leads_elsewhere
from circle_cli.waiting import how_far

_BY_NAME = re.compile(
    r".*~|#.*#|\.#.*|\.?~[$l].*|.*\.(sw[a-p]|un~|bak|orig|old|te?mp|save|rej|backup|part)|.*\.tmp-\d+-\d+"
    r"|.*conflicted copy.*|.*\.sync-conflict-\d.*|.*\(.*conflict.*\).*",
    re.IGNORECASE,
)
"""Names that editors and synchronisers give to copies."""

_LISTS = re.compile(r"\.ds_store|thumbs\.db|desktop\.ini|.*\.trashinfo", re.IGNORECASE)
"""Files in which file managers keep the names of others."""

_FOLDERS = re.compile(
    r"\.trash.*|\$recycle\.bin|#recycle|\.stversions|\.sync.*|\.dropbox\.cache|\.history|\.backups?|lost\+found"
    r"|\.vim.*|\.emacs.*|auto-save-list|\.cache|\.owncloud.*|@eadir",
    re.IGNORECASE,
)
"""Folders in which they keep such copies."""

_MUCH = 4  # a file with a quarter of what tells the session is a copy of it, and does not quote it
_CACHE, _DRAFTS = ".circle", "drafts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Leftover:
    """A file that holds something of a session, or that could not be `read`; `goes` if it is nothing but a copy."""

    path: Path
    goes: bool = False
    read: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What is looked for, and in which files it is known to be."""

    session_id: str
    words: Words
    but: Collection[Path] = ()

    def leftovers(self, root: Path) -> Iterator[Leftover]:
        """Give every file below a folder that holds something of the session, or that cannot be read."""
        unread: list[Path] = []
        for path in how_far.each([*files_below(root, unread)], "Looking through the files"):
            if path not in self.but and (found := self._look(path, path.relative_to(root))):
                yield found
        yield from (Leftover(path=path, read=False) for path in unread)

    def _look(self, path: Path, name: Path) -> Leftover | None:
        spelt, own = os.fsencode(name.as_posix()), self.session_id.encode()
        session, held = None, set(self.words.found_in(spelt))
        try:
            for number, content in enumerate(_contents(path)):
                session = session if number else session_id_in(content)
                held |= self.words.found_in(content)
        except OSError:
            return Leftover(path=path, read=False)
        if session == own or bears(spelt, own) or (path.is_symlink() and bears(os.fsencode(path.readlink()), own)):
            return Leftover(path=path, goes=session in (own, None) and not _names_another(name, self.session_id))
        if held:
            another = session is not None or _names_another(name, self.session_id)
            return Leftover(path=path, goes=not another and self._is_copy(name, len(held)))
        return None

    def _is_copy(self, name: Path, held: int) -> bool:
        """Tell by a file's name, and by how much it holds, whether it is a copy that a program made."""
        folders = name.parts[:-1]
        if _LISTS.fullmatch(name.name) or (folders[:1] == (_CACHE,) and folders[1:2] != (_DRAFTS,)):
            return True
        made = _BY_NAME.fullmatch(name.name) is not None or any(_FOLDERS.fullmatch(folder) for folder in folders)
        return made and held > 1 and _MUCH * held >= len(self.words.phrases) + len(self.words.names)


def _contents(path: Path) -> Iterator[bytes]:
    """Give what is in a file, or where a link leads; nothing of what is neither."""
    if leads_elsewhere(path):
        yield os.fsencode(path.readlink())
    elif path.is_file():
        yield from contents(path)


def files_below(root: Path, unread: list[Path]) -> Iterator[Path]:
    """Give every file below a folder, links too, but for what lies in a git's own folder."""
    for folder, names, files in os.walk(root, onerror=lambda error: unread.append(Path(error.filename))):
        here = Path(folder)
        links = [name for name in names if leads_elsewhere(here / name)]
        names[:] = sorted(name for name in names if name not in links and not is_git(here / name))
        yield from (here / name for name in sorted((*files, *links)))


def is_git(folder: Path) -> bool:
    """Tell whether a folder is one that git keeps its own things in."""
    return (folder / "HEAD").exists() and (folder / "objects").is_dir()


def gits_below(root: Path) -> Iterator[Path]:
    """Give every folder below another that git keeps its own things in."""
    for folder, names, _ in os.walk(root):
        yield from (Path(folder) / name for name in names if is_git(Path(folder) / name))


def _names_another(name: Path, session_id: str) -> bool:
    found = SESSION_ID.search(name.name)
    return found is not None and found.group() != session_id
