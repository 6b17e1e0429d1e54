"""Reads front matter and YAML: what would be lost or surprising is refused, with the line on which it stands."""

from circle_cli.errors import CircleError, Place
from circle_cli.front_matter.located import Located
from circle_cli.text import refuse_two_versions


def has_front_matter(text: str) -> bool:
    """Tell whether text opens with a `---` line and has a second one."""
    if not text.startswith("---"):
        return False
    from circle_cli.front_matter.composed import HANDLER

    return len(HANDLER.FM_BOUNDARY.findall(text)) > 1 and bool(HANDLER.detect(text))


def split(text: str, where: str) -> tuple[str, str]:
    """Split a normalised text into its front matter and its body, both as they stand.

    Raises:
        CircleError: there is no front matter, or git left two versions in it or below.
    """
    refuse_two_versions(text, where)
    if parted := _parted(text):
        return parted
    if not has_front_matter(text):
        do = "the file should begin with a line `---`, keys, and a line `---`"
        raise CircleError("no front matter", where=Place(where, 1), do=do)
    from circle_cli.front_matter.composed import HANDLER

    front, body = HANDLER.split(text)
    return front, body


def _parted(text: str) -> tuple[str, str] | None:
    """Split it where both lines are as we write them; None where that cannot be told by a look."""
    end = text.find("\n---", 3)
    if not (text.startswith("---\n") and end > 3 and text.startswith("\n---\n", end)):
        return None
    return text[4 : end + 1], text[end + 5 :]


def read(text: str, where: str, line_offset: int = 0) -> Located:
    """Read a YAML mapping; `line_offset` lines of the file stand before `text`.

    Raises:
        CircleError: it is no mapping, not plain YAML, or in two versions; file and line are named.
    """
    refuse_two_versions(text, where, line_offset)
    from circle_cli.front_matter.spelt import read_spelt

    if spelt := read_spelt(text, where, line_offset):
        return spelt
    from circle_cli.front_matter.composed import composed

    return composed(text, where, line_offset)
