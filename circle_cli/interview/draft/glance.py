"""A glance at a draft: whether anything is in it that a list would show, which does not wait for a whole reading."""

import os
import re
from pathlib import Path

from circle_cli.locks import Lock, lock
from circle_cli.system.files import BINARY

_SAYS_NOTHING = re.compile(rb'[0-9a-f]{8} \{"(?:draft":1,|held":|taken":|told":)[^\n]*')
"""How it was begun, and who has had it open: no line of these holds a reply."""

_NO_WAITING: int = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_MOST = 100_000


def is_idle(path: Path) -> bool:
    """Tell whether nothing was written in a draft and nobody has it open; False where that takes more than a glance."""
    try:
        if any(each.name.startswith(f"{path.stem}.typing") for each in path.parent.iterdir()):
            return False
        descriptor = os.open(path, os.O_RDONLY | BINARY | _NO_WAITING)
    except OSError:
        return False
    try:
        content = os.read(descriptor, _MOST)
        lines = content.removesuffix(b"\n").split(b"\n") if content else []
        idle = len(content) < _MOST and all(map(_SAYS_NOTHING.fullmatch, lines))
        return idle and lock(descriptor) is Lock.OURS
    except OSError:
        return False
    finally:
        os.close(descriptor)
