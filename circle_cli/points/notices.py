"""Notices of what was taken back: a file each, in `guidance/withdrawn/`, which wins over any other file of that id.

Files of an older commit that are checked out, and a branch that is merged, only bring back the words beside it. So
it is the name that counts, and what else bears it is not even read. Where the notice is gone, git's history is asked.
"""

import os
from pathlib import Path

from circle_cli.errors import CircleError, Place
from circle_cli.fields import Fields
from circle_cli.front_matter.located import Plain, quoted
from circle_cli.front_matter.reading import read, split
from circle_cli.front_matter.writing import write
from circle_cli.ids import POINT_ID, WITHDRAWN
from circle_cli.points.file import read_point
from circle_cli.points.open_folder import files_in, refuse_stray
from circle_cli.points.record import POINT_FORMAT, Withdrawn
from circle_cli.system.no_links import content_of
from circle_cli.text import decode, is_exactly
from circle_cli.vocabulary import Was

_KIND = "withdrawn"


def notice_of(guidance: Path, id_: str) -> Path:
    """Give the place of the notice for an id; whether it is there is another question."""
    return guidance / WITHDRAWN / f"{id_}.md"


def is_withdrawn(guidance: Path, id_: str) -> bool:
    """Tell whether an id was taken back, whatever stands in its notice."""
    return os.path.lexists(f"{guidance}{os.sep}{WITHDRAWN}{os.sep}{id_}.md")  # asked ten thousand times: no Path


def words_back(path: Path) -> str:
    """Tell, of a file whose id was taken back, that words stand in it again; nothing where none do."""
    try:
        gone = isinstance(read_point(path), Withdrawn)
    except CircleError:
        gone = False
    again = f"`circle withdraw {path.stem}` takes them out again"
    return "" if gone else f"it was withdrawn, and its words are back; nothing of it is shown, and {again}"


def read_notices(guidance: Path) -> tuple[Withdrawn, ...]:
    """Read all notices, by id.

    Raises:
        CircleError: a file is none, or is malformed: somebody may have taken something back that nobody knows of.
    """
    found: list[Withdrawn] = []
    for path in files_in(guidance / WITHDRAWN):
        refuse_stray(path, "this is no notice")
        found.append(read_notice(path))
    return tuple(found)


def read_notice(path: Path) -> Withdrawn:
    """Read a notice, which bears the id as its name.

    Raises:
        CircleError: it is a link, or not as we write it; the file is named.
    """
    content = content_of(path)
    notice = parse_notice(decode(content, str(path)), str(path), path.stem)
    if not is_exactly(render_notice(notice), content):
        wrong = "says something beside that it was withdrawn"
        raise CircleError(wrong, where=Place(path), do="`circle withdraw` writes it: put it back as it was")
    return notice


def parse_notice(text: str, where: str, name: str) -> Withdrawn:
    """Read a notice from a normalised text; its id must be `name`."""
    front, body = split(text, where)
    keys = Fields(read(front, where, line_offset=1))
    if keys.number("circle", 1, POINT_FORMAT) != POINT_FORMAT or keys.take("kind") != _KIND:
        raise keys.problem("kind", f"expected `circle: {POINT_FORMAT}` and `kind: {_KIND}`")
    found = keys.text("id")
    if not POINT_ID.fullmatch(found) or found != name:
        wrong = "… is not the file's name; a notice is called <the id>.md"
        raise keys.problem("id", wrong, words=quoted(found))
    notice = Withdrawn(id=found, was=keys.one_of("was", Was), year=keys.number("withdrawn", 2000, 2999))
    keys.nothing_more()
    if body.strip():
        raise keys.problem("withdrawn", "text stands below", do="take it out, since it was taken back")
    return notice


def render_notice(notice: Withdrawn) -> str:
    """Write a notice as its file's text."""
    front = {
        "circle": POINT_FORMAT,
        "kind": Plain(_KIND),
        "id": notice.id,
        "was": Plain(notice.was),
        "withdrawn": notice.year,
    }
    return f"---\n{write(front)}---\n"
