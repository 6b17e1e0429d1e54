"""What an editor leaves beside a draft: files whose names no other draft's can be."""

import re
from pathlib import Path

from circle_cli.interview.terminal.editor import unused

_OURS = ".editor"


def place_for_editor(draft: Path) -> Path:
    """Give a new file for a text of this draft: `2026-11-23-k3f9.editor.md`."""
    return unused(draft.with_suffix(f"{_OURS}.md"))


def left_by_editor(draft: Path) -> list[Path]:
    """Give the files in which an editor left something beside a draft, and beside no other of a like name.

    Earlier versions called the second `2026-11-23-k3f9-2.md`, as if it were of the draft that shares the second
    learning point: it counts as that one's where there is one.
    """
    named = re.compile(rf"{re.escape(draft.stem)}({re.escape(_OURS)}(-\d+)?|-\d+)?\.md")
    found = (path for path in draft.parent.glob(f"{draft.stem}*.md") if named.fullmatch(path.name))
    return sorted(path for path in found if path.stem == draft.stem or not path.with_suffix(".jsonl").exists())
