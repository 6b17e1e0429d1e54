"""Whether a log's circle.yml says what is known; the usual ones are told by a look, since each command asks."""

import re
from contextlib import suppress
from pathlib import Path

from circle_cli.errors import CircleError
from circle_cli.ids import MARK
from circle_cli.system.no_links import content_if_there

_USUAL = re.compile(rb"(?:[ \t]*(?:#[^\n]*)?\n)*(?:kind:[ \t]*(?:own|team)[ \t]*\n)?(?:[ \t]*(?:#[^\n]*)?\n)*")


def refuse_unknown_settings(log_root: Path) -> None:
    """Refuse settings that are not known: one that is misspelt may be what protects somebody, as `kind: base` does.

    Where they cannot be read at all, whoever needs them says so.

    Raises:
        CircleError: a key or a value is not known; file and line are named.
    """
    content = b""
    with suppress(CircleError):  # a link, a folder: whoever needs what stands in it says so
        content = content_if_there(log_root / MARK) or b""
    if _USUAL.fullmatch(content.replace(b"\r\n", b"\n").rstrip(b"\n") + b"\n"):
        return
    from circle_cli.settings import can_be_read, load_settings

    if can_be_read(log_root):
        load_settings(log_root)
