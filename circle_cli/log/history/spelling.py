"""How git spells the path of a file."""

import os
import sys
import unicodedata
from pathlib import PurePath


def spelling(path: PurePath, top: PurePath, *, macos: bool = sys.platform == "darwin") -> bytes:
    """Spell a file's path as git does, whatever the system's own way: everything that git is given or gave is so.

    Windows has back-slashes; the disks of macOS may take letters and their accents apart, which git puts together.
    """
    name = path.relative_to(top).as_posix()
    return os.fsencode(unicodedata.normalize("NFC", name) if macos else name)
