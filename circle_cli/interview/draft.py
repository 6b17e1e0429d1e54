"""The draft on disk: what makes sure that nothing typed is ever lost.

One append-only file per interview, a checksum on each line, flushed to the disk before the next prompt is shown; and
beside it the text being typed, written anew within half a second of each keystroke. Drafts are private (0600).
A draft that is open in another terminal is locked and left alone.
"""

import os
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any, BinaryIO

from circle_cli.errors import DISK, PERMISSION, CircleError, Place
from circle_cli.interview.draft_lines import DRAFT_FORMAT, DraftHead, draft_line, whole_lines
from circle_cli.locks import Lock, lock
from circle_cli.system.files import BINARY, patiently, to_the_disk

_SAVE_EVERY_SECONDS = 0.4
"""The longest that what is typed waits for the disk: well under the promised second."""

_SHARE_FOR_WRITING = 10
"""Of so much time one part goes into writing what is typed: at once where the disk is quick, and not at every key of a
pasted page."""


class Draft:
    """A draft open for writing, locked against other terminals until it is closed or the process ends."""

    def __init__(self, path: Path, file: BinaryIO) -> None:
        self.path, self._file = path, file
        self._typing = path.with_suffix(".typing")
        self._left_behind: list[Path] = []
        self._count = 0  # of entries: what is typed after so many is newer than all of them
        self._latest: tuple[str, str] | None = None
        self._written: tuple[str, str] | None = None
        self._wake, self._closed = threading.Event(), False
        self._writing = threading.RLock()
        self._saver = threading.Thread(target=self._save_typing, daemon=True)
        self._saver.start()

    @classmethod
    def begin(cls, folder: Path, head: DraftHead) -> "Draft":
        """Start a draft in `folder`, which is made if it is not there.

        Raises:
            CircleError: it cannot be written (74, 77).
        """
        path = folder / f"{head.id}.jsonl"
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | BINARY, 0o600)
        except OSError as error:
            raise _not_kept(path, error) from error
        draft = cls(path, os.fdopen(descriptor, "r+b", buffering=0))
        _lock_patiently(draft._file)
        try:
            draft._append({"draft": DRAFT_FORMAT, **asdict(head)})
        except CircleError:
            draft.remove()
            raise
        return draft

    @classmethod
    def reopen(cls, path: Path) -> "Draft":
        """Open a draft to go on with it; a torn last line, from a power cut, is cut off first.

        Raises:
            CircleError: another terminal has it open, or it cannot be written.
        """
        try:
            file = path.open("r+b", buffering=0)
        except OSError as error:
            raise _not_kept(path, error) from error
        if not _lock_patiently(file):
            file.close()
            raise CircleError(f"{path.stem}: open in another terminal", do="go on there, or close it first")
        content = file.read()
        file.truncate(content.rfind(b"\n") + 1)
        file.seek(0, os.SEEK_END)
        draft = cls(path, file)
        draft._count = len(whole_lines(content))
        return draft

    def answered(self, key: str, text: str | None, then: str | None) -> None:
        """Keep a reply, on the disk, and which prompt comes next.

        Raises:
            CircleError: the disk is full or gone; the reply is not kept, what was kept before is.
        """
        self._append({"answered": key, "text": text, "at": then})
        self._forget_typing()

    def left(self, key: str, half: str, to: str) -> None:
        """Keep what stood at a prompt that was left without a reply, and which prompt is open now."""
        self._append({"left": key, "text": half, "at": to})
        self._forget_typing()

    def _forget_typing(self) -> None:
        """Drop the text being typed: it is in the draft now, and must not come back at a later visit."""
        with self._writing:
            self._latest = self._written = None
            with suppress(OSError):
                self._typing.unlink(missing_ok=True)

    def move_to(self, folder: Path) -> None:
        """Keep the draft in another folder from now on, whole; the old one stays until the draft is removed.

        Raises:
            CircleError: that folder cannot be written either; nothing has changed.
        """
        with self._writing:
            self._left_behind += [self._typing, self.path]
            self._file.seek(0)
            whole = b"".join(line + b"\n" for line, _ in whole_lines(self._file.read()))
            self._copy_to(folder.absolute() / self.path.name, whole)

    def _copy_to(self, path: Path, content: bytes) -> None:
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            file = os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | BINARY, 0o600), "r+b", buffering=0)
            file.write(content)
            to_the_disk(file.fileno())
        except FileExistsError as error:
            raise _not_kept(path, error) from error
        except OSError as error:
            with suppress(OSError):
                path.unlink(missing_ok=True)  # half a copy must not pass for the draft
            raise _not_kept(path, error) from error
        _lock(file)
        self._file.close()
        self.path, self._file, self._typing = path, file, path.with_suffix(".typing")

    def typed(self, key: str, text: str) -> None:
        """Keep what is being typed, soon; never raises, since the keys must go on working."""
        self._latest = (key, text)
        self._wake.set()

    def flush(self) -> bool:
        """Write what was typed now; where the disk refuses (False), it is tried again soon."""
        with self._writing:
            latest = self._latest
            if latest is None or latest is self._written or self._closed:
                return True
            try:
                self._make_sure()
                fresh = self._typing.with_suffix(".typing-new")
                descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | BINARY, 0o600)
                with os.fdopen(descriptor, "wb") as file:
                    file.write(draft_line({"key": latest[0], "text": latest[1], "after": self._count}))
                patiently(lambda: os.replace(fresh, self._typing))  # noqa: PTH105  # nothing that a Path adds
            except (OSError, CircleError):
                self._wake.set()
                return False
            self._written = latest
            return True

    def close(self) -> None:
        """Stop writing; the draft stays."""
        self.flush()
        with self._writing:
            self._closed = True
            self._wake.set()
            self._file.close()

    def remove(self) -> None:
        """Close and delete the draft, once the session is safe in its file."""
        self.close()
        for path in (*self._left_behind, self._typing, self._typing.with_suffix(".typing-new"), self.path):
            with suppress(OSError):
                path.unlink(missing_ok=True)

    def _save_typing(self) -> None:
        while not self._closed:
            self._wake.wait()
            self._wake.clear()
            begun = time.monotonic()
            kept = self.flush()
            took = time.monotonic() - begun
            time.sleep(min(_SAVE_EVERY_SECONDS, _SHARE_FOR_WRITING * took) if kept else _SAVE_EVERY_SECONDS)

    def _make_sure(self) -> None:
        """Write the whole draft anew where it was, if somebody deleted or moved it, or its folder, meanwhile."""
        if os.fstat(self._file.fileno()).st_nlink and os.path.lexists(self.path):
            return
        self._file.seek(0)
        self._copy_to(self.path, self._file.read())

    def _append(self, entry: Mapping[str, Any]) -> None:
        with self._writing:
            self._make_sure()
            self._append_line(draft_line(entry))
            self._count += 1

    def _append_line(self, line: bytes) -> None:
        start = os.fstat(self._file.fileno()).st_size
        try:
            self._file.seek(max(0, start - 1))
            if start and self._file.read(1) != b"\n":
                line = b"\n" + line  # after half a line that could not be taken back
            self._file.seek(0, os.SEEK_END)
            written = 0
            while written < len(line):
                written += self._file.write(line[written:])
            to_the_disk(self._file.fileno())
        except OSError as error:
            with suppress(OSError):
                self._file.truncate(start)
            raise _not_kept(self.path, error) from error


def is_open(path: Path) -> bool:
    """Tell whether another terminal is in the middle of this draft."""
    with path.open("r+b") as file:
        return not _lock(file)


def _lock(file: BinaryIO) -> bool:
    """Lock an open draft; False if somebody else has it. Without locks it is better to write than to refuse."""
    return lock(file.fileno()) is not Lock.ANOTHERS


def _lock_patiently(file: BinaryIO) -> bool:
    """Lock, giving somebody who only looks whether the draft is open (`is_open`) the moment that this takes."""
    for _ in range(10):
        if _lock(file):
            return True
        time.sleep(0.02)
    return False


def _not_kept(path: Path, error: OSError) -> CircleError:
    denied = isinstance(error, PermissionError) or error.errno == 30  # EROFS
    reason = error.strerror or "the disk does not answer"
    return CircleError(
        f"the draft could not be kept: {reason}",
        PERMISSION if denied else DISK,
        where=Place(path.parent),
        do="make room or choose another place",
    )
