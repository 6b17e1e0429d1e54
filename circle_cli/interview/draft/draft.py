"""The draft on disk: what makes sure that nothing typed is ever lost.

One append-only file per interview, a checksum on each line, flushed to the disk before the next prompt is shown; and
beside it the text being typed, written anew at each key, and on the disk within half a second. Drafts are private
(0600). A draft that is open in another terminal is locked and left alone. Whoever has it open is named in it: one that
is stopped keeps its lock, so that it can be taken from it, and it finds that out before it writes the next word.
"""

import os
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any, BinaryIO

from circle_cli.errors import CircleError
from circle_cli.interview.draft.checked_lines import draft_line
from circle_cli.interview.draft.file import (
    append,
    content_of_open,
    create_file,
    delete_files,
    end_of,
    keep_typing,
    not_kept,
    open_file,
    out_of_git,
    replace_beside,
    same_file,
    unused_name,
)
from circle_cli.interview.draft.holding import held_by_us, is_taken, lock_patiently, name_aside, taken_file
from circle_cli.interview.draft.lines import DRAFT_FORMAT, DraftHead, read_content
from circle_cli.locks import lock

_SAVE_EVERY_SECONDS = 0.4
"""Well under the promised second, for a power cut: a program that is ended loses nothing anyway."""

_SHORT, _SHARE_FOR_WRITING = 2000, 10
"""A text longer than so many letters is not written at every key of a paste: one part of so much time goes into it."""

_LONGEST_WAIT_SECONDS = 0.1
"""No key waits longer than this for a disk that is slow."""


class Taken(Exception):
    """The draft was gone on with elsewhere while this program was stopped; `aside` holds what was new here, if any."""

    def __init__(self, aside: Path | None) -> None:
        """Remember where it is."""
        super().__init__()
        self.aside = aside


class Draft:
    """A draft open for writing, locked against other terminals until it is closed or the process ends."""

    def __init__(self, path: Path, file: BinaryIO) -> None:
        self.path, self._file = path, file
        self.keep_whole = False
        self.set_aside: Path | None = None
        self._typing = path.with_suffix(".typing")
        self._left_behind: list[Path] = []
        self._size = os.fstat(file.fileno()).st_size
        self._count = 0  # of entries: what is typed after so many is newer than all of them
        self._latest: tuple[str, str] | None = None
        self._written: tuple[str, str] | None = None
        self._taken, self._aside, self._ours = False, False, False
        self._free_at = 0.0
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
        draft = cls(path, create_file(path))
        lock_patiently(draft._file)
        try:
            draft._note(draft_line({"draft": DRAFT_FORMAT, **asdict(head)}) + held_by_us(draft._file))
        except CircleError:
            draft.remove()
            raise
        draft._count = 1
        return draft

    @classmethod
    def reopen(cls, path: Path) -> "Draft":
        """Open a draft to go on with it; not a byte of what is there is changed.

        Raises:
            CircleError: another terminal has it open, it cannot be read, or it cannot be written.
        """
        file = open_file(path)
        if not lock_patiently(file):
            file.close()
            raise CircleError(f"{path.stem}: open in another terminal", do="go on there, or close it first")
        return cls._gone_on_with(path, file, held_by_us(file))

    @classmethod
    def take_over(cls, path: Path) -> "Draft":
        """Go on with a draft whose holder is stopped, or on another computer: in a new file of the same name.

        The old file, which the holder has open and locked, says at its end that it was taken.

        Raises:
            CircleError: it cannot be read or written.
        """
        return cls._gone_on_with(path, taken_file(path), b"")

    @classmethod
    def _gone_on_with(cls, path: Path, file: BinaryIO, notice: bytes) -> "Draft":
        try:
            state, replies = read_content(path, content_of_open(file))
            size = append(file, notice) if notice else os.fstat(file.fileno()).st_size
        except OSError as error:
            file.close()
            raise not_kept(path, error) from error
        except CircleError:
            file.close()
            raise
        draft = cls(path, file)
        draft._size, draft._count, draft.keep_whole = size, replies, bool(state.unread)
        draft.set_aside = keep_typing(path, state, replies)
        return draft

    def answered(self, key: str, text: str | None, then: str | None) -> None:
        """Keep a reply, on the disk, and which prompt comes next.

        Raises:
            CircleError: the disk is full or gone; the reply is not kept, what was kept before is.
            Taken: the draft is no longer ours; the reply is kept all the same.
        """
        self._append({"answered": key, "text": text, "at": then}, key, text or "")
        self._forget_typing()

    def left(self, key: str, half: str, to: str) -> None:
        """Keep what stood at a prompt that was left without a reply, and which prompt is open now."""
        self._append({"left": key, "text": half, "at": to}, key, half)
        self._forget_typing()

    def told(self, unread: int) -> None:
        """Keep that somebody was told how much of the draft cannot be read."""
        with suppress(CircleError):
            self._note(draft_line({"told": unread}))

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
            try:
                place = out_of_git(folder.absolute())
            except OSError as error:
                raise not_kept(folder / self.path.name, error) from error
            before = [self._typing, self.path]
            self._copy_to(place / self.path.name, content_of_open(self._file))
            self._left_behind += before

    def _copy_to(self, path: Path, content: bytes) -> None:
        file = create_file(path, content)
        lock(file.fileno())
        try:
            size = append(file, held_by_us(file))
        except OSError as error:
            file.close()
            with suppress(OSError):
                path.unlink()
            raise not_kept(path, error) from error
        self._file.close()
        self.path, self._file, self._typing, self._size = path, file, path.with_suffix(".typing"), size

    def typed(self, key: str, text: str) -> None:
        """Keep what is being typed; never raises, since the keys must go on working."""
        self._latest = (key, text)
        begun = time.monotonic()
        if len(text) < _SHORT or begun > self._free_at:
            if self._writing.acquire(timeout=_LONGEST_WAIT_SECONDS):
                self.flush(on_the_disk=False)
                self._writing.release()
            now = time.monotonic()
            self._free_at = now + _SHARE_FOR_WRITING * (now - begun)
        self._wake.set()

    def flush(self, *, on_the_disk: bool = True) -> None:
        """Write what was typed now; where the disk refuses, it is tried again soon."""
        with self._writing:
            latest = self._latest
            if latest is None or latest is self._written or self._closed:
                return
            try:
                self._make_sure(*latest)
                if not self._taken or self._aside:
                    entry = {"key": latest[0], "text": latest[1], "after": self._count}
                    replace_beside(self._typing, draft_line(entry), on_the_disk=on_the_disk)
            except (OSError, CircleError):
                self._wake.set()
                return
            self._written = latest if on_the_disk else self._written

    def close(self) -> None:
        """Stop writing; the draft stays."""
        self.flush()
        with self._writing:
            if self._closed:
                return
            self._closed = True
            self._wake.set()
            self._ours = bool(same_file(self._file, self.path))
            with suppress(CircleError, OSError):
                if not is_taken(self._file, self.path, self._size):
                    self._note(draft_line({"held": None}))
            self._file.close()

    def remove(self) -> Path | None:
        """Close and delete the draft, once the session is safe in its file.

        One of which something could not be read, or was not understood, is kept under another name, which is given.
        """
        self.close()
        delete_files(self._left_behind)
        return end_of(self.path, keep=self.keep_whole) if self._ours else None

    def _save_typing(self) -> None:
        while not self._closed:
            self._wake.wait()
            self._wake.clear()
            self.flush()
            time.sleep(_SAVE_EVERY_SECONDS)

    def _append(self, entry: Mapping[str, Any], key: str, text: str) -> None:
        with self._writing:
            self._make_sure(key, text)
            if self._taken and not self._aside:
                raise Taken(None)
            self._note(draft_line(entry))
            self._count += 1
            if not self._aside and is_taken(self._file, self.path, self._size):  # stopped in the very middle of it
                self._go_aside()
            if self._taken:
                self._forget_typing()
                raise Taken(self.path)

    def _note(self, lines: bytes) -> None:
        try:
            self._size = append(self._file, lines)
        except OSError as error:
            raise not_kept(self.path, error) from error

    def _make_sure(self, key: str, text: str) -> None:
        """See that the draft is where it was, and ours; what is new here goes aside if it was taken."""
        if self._aside:
            return
        if self._taken or is_taken(self._file, self.path, self._size):
            self._taken = True
            if self._is_new(key, text):
                self._go_aside()
        elif not same_file(self._file, self.path):
            self._put_back()

    def _put_back(self) -> None:
        """Write the draft anew where it was: somebody deleted, moved or replaced it, or its folder, meanwhile."""
        ours = content_of_open(self._file)
        if os.path.lexists(self.path):
            try:
                self.path.rename(unused_name(self.path.with_suffix(".kept")))
            except OSError as error:
                raise not_kept(self.path, error) from error
        self._copy_to(self.path, ours)

    def _is_new(self, key: str, text: str) -> bool:
        """Tell whether words on the screen stand nowhere in what was taken."""
        state, _ = read_content(self.path, content_of_open(self._file))
        before = [state.answers.get(key), state.halves.get(key), self._written[1] if self._written else None]
        return bool(text.strip()) and text not in before

    def _go_aside(self) -> None:
        """Go on writing in a draft of its own, with all that was here."""
        self._copy_to(name_aside(self.path), content_of_open(self._file))
        self._taken = self._aside = True
