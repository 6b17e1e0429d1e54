"""A session as somebody is editing it: a file beside the drafts until it is saved, and found again if it never was."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from circle_cli.interview.terminal.editor import put_down, unused
from circle_cli.locks import Lock, lock
from circle_cli.system.files import BINARY


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What somebody wrote (`place`), and of which text of the session they made it (`base`)."""

    place: Path

    @property
    def base(self) -> Path:
        """The file that holds the session's text as it was; locked while somebody is at it."""
        return self.place.with_suffix(".base")

    @property
    def written(self) -> bool:
        """Tell whether it holds anything that was not in the session then."""
        return _text(self.place) not in (None, _text(self.base))

    @property
    def when(self) -> datetime:
        """When it was last written."""
        return datetime.fromtimestamp(self.place.stat().st_mtime).astimezone()

    def made_of(self, text: str) -> bool:
        """Tell whether this text of the session is the one that it was made of."""
        return _text(self.base) == text.encode().rstrip(b"\n")

    def made_from(self) -> str | None:
        """Give the text of the session that it was made of; None where that has gone."""
        base = _text(self.base)
        return None if base is None else base.decode("utf-8", "replace") + "\n"

    def drop(self) -> None:
        """Take it away."""
        self.place.unlink(missing_ok=True)
        self.base.unlink(missing_ok=True)


def new_version(folder: Path, session_id: str, text: str) -> Version:
    """Begin a version of the session's text; one in which nothing was written is taken again."""
    for each in _all(session_id, [folder]):
        if not each.written and not _in_use(each):
            if each.made_of(text):  # a window may still be open on it
                return each
            each.drop()
    version = Version(place=unused(folder / f"{session_id}-edit.md"))
    version.base.unlink(missing_ok=True)
    put_down(text, version.base)
    return version


def versions_of(session_id: str, folders: Iterable[Path]) -> list[Version]:
    """Find what was written of a session and never saved, newest first; what is being edited now is left out.

    Of any session, where none is named.
    """
    found = [each for each in _all(session_id, folders) if each.written and not _in_use(each)]
    return sorted(found, key=lambda version: version.when, reverse=True)


def _all(session_id: str, folders: Iterable[Path]) -> Iterator[Version]:
    for folder in dict.fromkeys(folders):
        with suppress(OSError):
            found = folder.glob(f"{session_id or '*'}-edit*.md")
            yield from (Version(place=path) for path in found if path.is_file() and not path.is_symlink())


@contextmanager
def at_it(version: Version) -> Iterator[None]:
    """Show others that somebody is editing it, until they are done or their program has ended."""
    descriptor: int | None = None
    with suppress(OSError):
        descriptor = os.open(version.base, os.O_RDWR | BINARY)
        lock(descriptor)
    try:
        yield
    finally:
        if descriptor is not None:
            os.close(descriptor)


def _in_use(version: Version) -> bool:
    try:
        descriptor = os.open(version.base, os.O_RDWR | BINARY)
    except OSError:
        return False
    try:
        return lock(descriptor) is Lock.ANOTHERS
    finally:
        os.close(descriptor)


def _text(path: Path) -> bytes | None:
    try:
        return path.read_bytes().rstrip(b"\n")
    except OSError:
        return None
