"""What was found well before, as digests: nobody can tell from them what it was, and nothing else is kept.

They lie in the log's `.circle/`, out of git's sight, for its owner alone, and each is made with a key that lies in the
person's own folder. So an entry that was damaged, is another's or belongs to another version is that of nothing, and
what it should have stood for is looked at again.
"""

import os
import secrets
import sys
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

from circle_cli import __version__
from circle_cli.commands.folders import HIDDEN, own_folder
from circle_cli.errors import CircleError
from circle_cli.log.durable import create_anywhere, replace_anywhere
from circle_cli.system.files import ignore_all, make_folder
from circle_cli.system.no_links import content_if_there, content_of, inside, is_there

_KEY = "checked.key"
_SIGN = b"circle checked 1"
_SIZE = 16
"""Bytes of an entry, and of the sign at the beginning."""
_KEY_SIZE = 32
_MOST = 1 << 20
"""Entries; of more, none is kept."""

_Found = TypeVar("_Found")


class Entries:
    """What is kept under a name in the log's `.circle/`; without a key nothing is well, and nothing is kept."""

    def __init__(self, root: Path, name: str, key: bytes = b"", kept: frozenset[bytes] = frozenset()) -> None:
        self._root, self._name, self.key, self.kept = root, name, key, kept

    def digest(self, *parts: bytes) -> bytes:
        """Give the entry of something: all that it says, and all by which it is judged."""
        made = blake2b(key=self.key, digest_size=_SIZE)
        for part in parts:
            made.update(b"%d:" % len(part))
            made.update(part)
        return made.digest()

    def keep(self, well: Collection[bytes]) -> None:
        """Keep these for the next time, and no others; where that cannot be written, all is looked at again."""
        if not self.key or self.kept == set(well) or len(well) > _MOST:
            return
        with suppress(OSError, CircleError):
            place = place_of(self._root, self._name)
            make_folder(place.parent)
            ignore_all(place.parent)
            was = content_if_there(place)
            replace_anywhere(place, b"".join((_SIGN, *sorted(well))), was)


class Texts:
    """Which texts the identifier check found nothing in; it is asked for again where anything may be different."""

    def __init__(self, entries: Entries, *judged_by: str) -> None:
        self._entries = entries
        self._judged = entries.digest(program(), repr(judged_by).encode("utf-8", "surrogatepass"))
        self._well: set[bytes] = set()

    def look(self, said: object, look: Callable[[], Sequence[_Found]]) -> Sequence[_Found]:
        """Give what is found in what is `said`, which is all that it depends on beside; nothing if that was so."""
        if not self._entries.key:
            return look()
        entry = self._entries.digest(self._judged, repr(said).encode("utf-8", "surrogatepass"))
        found = () if entry in self._entries.kept else look()
        if not found:
            self._well.add(entry)
        return found

    def keep(self) -> None:
        """Keep what was looked at and well, and no more."""
        self._entries.keep(self._well)


def entries_of(root: Path, name: str) -> Entries:
    """Give what is kept of a log: nothing where it cannot be read, or is not as this program wrote it."""
    with suppress(OSError, CircleError):
        key, place = _own_key(), place_of(root, name)
        content = content_of(place) if is_there(place) else b""
        entries = content[_SIZE:] if content.startswith(_SIGN) else b""
        whole = len(entries) - len(entries) % _SIZE
        return Entries(root, name, key, frozenset(entries[at : at + _SIZE] for at in range(0, whole, _SIZE)))
    return Entries(root, name)


@cache
def program() -> bytes:
    """Name this program as it is: another version, or one that somebody changed, may find something else."""
    package = Path(__file__).parents[2]
    told = [f"{__version__} {sys.version}"]
    for folder, _, names in os.walk(package):
        for name in names:
            if name.endswith((".py", ".txt", ".yml", ".js", ".css", ".html")):
                found = os.stat(os.path.join(folder, name))  # noqa: PTH116, PTH118  # four hundred of them, each time
                told.append(f"{folder}/{name} {found.st_size} {found.st_mtime_ns}")
    return "\n".join(sorted(told)).encode()


def keyed(root: Path, name: str) -> Entries:
    """Give what makes digests for a log, with nothing in it yet.

    Raises:
        CircleError: the person's own key cannot be read, or not be made.
    """
    return Entries(root, name, _own_key())


def place_of(root: Path, name: str) -> Path:
    """Give where something is kept in a log's `.circle/`."""
    return inside(root, root / HIDDEN / name)


def _own_key() -> bytes:
    """Give the person's own key, which is made at the first time; none where they have no place of their own.

    Raises:
        CircleError: it cannot be read, or not be made.
    """
    own = own_folder()
    if own is None:
        return b""
    if not is_there(own / _KEY):
        make_folder(own)
        ignore_all(own)
        with suppress(FileExistsError):  # somebody else did the same in this moment
            create_anywhere(own / _KEY, secrets.token_bytes(_KEY_SIZE), option="--log")
    found = content_of(own / _KEY)
    return found if len(found) == _KEY_SIZE else b""
