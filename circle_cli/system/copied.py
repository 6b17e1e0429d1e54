"""Files that a synchronising program left beside another, since two computers had changed it: known by their names."""

import re
from pathlib import Path

from circle_cli.errors import CircleError
from circle_cli.ids import POINT_FILE, POINT_ID, PROPOSALS
from circle_cli.system.no_links import content_of

_MAKERS = (
    (re.compile(r" \(also [0-9a-f]{8}\)$"), "circle sync"),
    (re.compile(r"\.sync-conflict-[0-9]{8}-[0-9]{6}(?:-[A-Z0-9]{7})?$"), "Syncthing"),
    (re.compile(r"(?i) \(sfconflict [^()]*\)$"), "Seafile"),
    (re.compile(r"(?i)[ _]\([^()]*conflict[^()]*\)$"), "Dropbox or Nextcloud"),
    (re.compile(r"(?i)[_-]conflict-[0-9]{8}-[0-9]{6}$"), "ownCloud"),
    (re.compile(r"(?i) \[conflicted[^\]]*\]$|[ ._-]conflict(?:ed)?(?:[ _-]?[0-9]+)?$"), "a synchronising program"),
    (re.compile(r"^Copy of | ?- Copy(?: \([0-9]+\))?$|(?i: copy(?: [0-9]+)?)$"), "hand"),
    (re.compile(r" ?\([0-9]+\)$"), "Google Drive or a browser"),
    (re.compile(r" [0-9]+$"), "iCloud"),
    (re.compile(r"-(?=[^-]*[A-Z])[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$"), "OneDrive"),
)
"""What each puts behind the name of the file; OneDrive, the name of the computer, mostly in capitals."""


_BY_ID = (PROPOSALS, "learning-points")
"""Folders in which a file bears an id and nothing more: whatever stands behind that makes a copy of it."""


def made_by(stem: str) -> str:
    """Say whose copies bear a name like this one, without its ending; nothing where no such name is known.

    Our own names have small letters, digits and hyphens alone, so that none of them is taken for a copy's.
    """
    return next((maker for name, maker in _MAKERS if name.search(stem)), "")


def copied_from(path: Path) -> Path | None:
    """Give the file of which another is a copy by its name; None where there is no such file beside it."""
    found = POINT_ID.match(path.stem) if path.parent.name in _BY_ID and path.suffix == ".md" else None
    if found and not POINT_FILE.fullmatch(path.name) and not path.stem[found.end() :][:1].isalnum():
        return path.with_name(f"{found.group()}.md")
    for name, _ in _MAKERS:
        rest = name.sub("", path.stem)
        if rest not in ("", path.stem) and (original := path.with_name(rest + path.suffix)).is_file():
            return original
    return None


def in_words(path: Path) -> str:
    """Say that a file is a copy, whose, and whether it is the same, without a word of it; nothing where it is none."""
    original = copied_from(path)
    if original is None:
        return ""
    maker = made_by(path.stem)
    by = f" (by its name, made by {maker})" if maker else ""
    try:
        same = content_of(path) == content_of(original)
    except CircleError:
        same = False
    rest = "and is the same: delete it" if same else "and is different: look at both, then delete it"
    return f"a copy of the file beside it{by}, {rest}"
