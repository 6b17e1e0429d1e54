"""Handing a text to the person's own editor, and taking it back without losing either version."""

import os
import shlex
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from circle_cli.errors import CircleError, Place
from circle_cli.system.files import BINARY
from circle_cli.text import decode

_USUAL = ("nano", "vim", "vi", "notepad")


def edit_text(text: str, place: Path, environ: Mapping[str, str]) -> str:
    """Let somebody edit `text` as the file `place`, which is deleted once what came back was taken.

    Raises:
        CircleError: as `open_editor` does, or nothing was changed; then the file stays.
    """
    place = unused(place)
    after = open_editor(text, place, environ)
    if after == text:
        raise unchanged(place)
    place.unlink()
    return after


def unused(place: Path) -> Path:
    """Give `place`, or a name like it: what an editor left there once is not written over."""
    tried, number = place, 1
    while os.path.lexists(tried):
        number += 1
        tried = place.with_stem(f"{place.stem}-{number}")
    return tried


def unchanged(place: Path) -> CircleError:
    """Say that nothing came back, and what may be the matter: some editors open a window and do not wait for it."""
    do = (
        " If your editor opens a window of its own, tell it to wait, for example "
        "EDITOR='code --wait'; what you save in that window is kept in this file"
    )
    return CircleError("nothing was changed there.", where=Place(place), do=do)


def open_editor(text: str, place: Path, environ: Mapping[str, str]) -> str:
    """Open `text` in the person's editor as the file `place`; give what came back, and leave the file there.

    Raises:
        CircleError: there is no editor, it failed, or what it left cannot be used; `text` still holds.
    """
    command = _command(environ)
    try:
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.write(text + "\n" if text and not text.endswith("\n") else text)
    except OSError as error:
        wrong = f"could not be made for your editor: {error.strerror}"
        raise CircleError(wrong, where=Place(place), do="you can go on here") from error
    try:
        # S603: the command is the person's own $EDITOR, split into words and run without a shell.
        done = subprocess.run([*command, str(place)], check=False)  # noqa: S603
    except OSError as error:
        place.unlink(missing_ok=True)
        wrong = f"{command[0]}: the editor could not be started: {error.strerror}"
        raise CircleError(wrong, do="set EDITOR to one that is there") from error
    if done.returncode != 0:
        wrong = (
            f"the editor ended with a problem ({done.returncode}); what it left is in that file, "
            "and your text here stays as it was"
        )
        raise CircleError(wrong, where=Place(place))
    return _taken(text, place)


def _command(environ: Mapping[str, str]) -> list[str]:
    chosen = environ.get("VISUAL") or environ.get("EDITOR")
    if chosen:
        try:
            return shlex.split(chosen, posix=os.name != "nt") or [chosen]
        except ValueError as error:
            raise CircleError(f"EDITOR={chosen}: a quotation mark is not closed", do="set EDITOR anew") from error
    found = next((name for name in _USUAL if shutil.which(name)), None)
    if found is None:
        raise CircleError("No editor was found", do="set EDITOR to the name of yours, for example EDITOR=nano")
    return [found]


def _taken(before: str, place: Path) -> str:
    try:
        content = place.read_bytes()
    except OSError as error:
        wrong = f"nothing came back from the editor ({error.strerror}); your text here stays as it was"
        raise CircleError(wrong, where=Place(place)) from error
    if b"\x00" in content:
        wrong = "not plain UTF-8 text (UTF-16?); your text here stays as it was, so does that file"
        raise CircleError(wrong, where=Place(place))
    after = decode(content, str(place))
    if before.strip() and not after.strip():
        raise CircleError("came back empty, so your text here stays as it was", where=Place(place))
    return after if before.endswith("\n") else after.removesuffix("\n")
