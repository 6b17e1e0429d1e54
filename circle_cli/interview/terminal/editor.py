"""Handing a text to the person's own editor, and taking it back without losing either version."""

import os
import shlex
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from circle_cli.errors import CircleError
from circle_cli.front_matter import decode

_USUAL = ("nano", "vim", "vi", "notepad")


def edit_text(text: str, place: Path, environ: Mapping[str, str]) -> str:
    """Let somebody edit `text` as the file `place`, which is deleted once what came back was taken.

    Raises:
        CircleError: as `open_editor` does, or nothing was changed; then the file stays.
    """
    place = unused(place)
    after = open_editor(text, place, environ)
    if after == text:
        raise CircleError(unchanged(place))
    place.unlink()
    return after


def unused(place: Path) -> Path:
    """Give `place`, or a name like it: what an editor left there once is not written over."""
    tried, number = place, 1
    while os.path.lexists(tried):
        number += 1
        tried = place.with_stem(f"{place.stem}-{number}")
    return tried


def unchanged(place: Path) -> str:
    """Say that nothing came back, and what may be the matter: some editors open a window and do not wait for it."""
    return (
        f"{place}: nothing was changed there. If your editor opens a window of its own, tell it to wait, for example "
        "EDITOR='code --wait'; what you save in that window is kept in this file"
    )


def open_editor(text: str, place: Path, environ: Mapping[str, str]) -> str:
    """Open `text` in the person's editor as the file `place`; give what came back, and leave the file there.

    Raises:
        CircleError: there is no editor, it failed, or what it left cannot be used; `text` still holds.
    """
    command = _command(environ)
    try:
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.write(text + "\n" if text and not text.endswith("\n") else text)
    except OSError as error:
        raise CircleError(
            f"{place}: could not be made for your editor: {error.strerror}; you can go on here"
        ) from error
    try:
        # S603: the command is the person's own $EDITOR, split into words and run without a shell.
        done = subprocess.run([*command, str(place)], check=False)  # noqa: S603
    except OSError as error:
        place.unlink(missing_ok=True)
        raise CircleError(
            f"{command[0]}: the editor could not be started: {error.strerror}; set EDITOR to one that is there"
        ) from error
    if done.returncode != 0:
        raise CircleError(
            f"{place}: the editor ended with a problem ({done.returncode}); what it left is in that file, "
            "and your text here stays as it was"
        )
    return _taken(text, place)


def _command(environ: Mapping[str, str]) -> list[str]:
    chosen = environ.get("VISUAL") or environ.get("EDITOR")
    if chosen:
        try:
            return shlex.split(chosen, posix=os.name != "nt") or [chosen]
        except ValueError as error:
            raise CircleError(f"EDITOR={chosen}: a quotation mark is not closed; set EDITOR anew") from error
    found = next((name for name in _USUAL if shutil.which(name)), None)
    if found is None:
        raise CircleError("No editor was found; set EDITOR to the name of yours, for example EDITOR=nano")
    return [found]


def _taken(before: str, place: Path) -> str:
    try:
        content = place.read_bytes()
    except OSError as error:
        raise CircleError(
            f"{place}: nothing came back from the editor ({error.strerror}); your text here stays as it was"
        ) from error
    if b"\x00" in content:
        raise CircleError(f"{place}: not plain UTF-8 text (UTF-16?); your text here stays as it was, so does that file")
    after = decode(content, str(place))
    if before.strip() and not after.strip():
        raise CircleError(f"{place}: came back empty, so your text here stays as it was")
    return after if before.endswith("\n") else after.removesuffix("\n")
