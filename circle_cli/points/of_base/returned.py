"""What a base's editors returned: a line each, in its file `returned`, which is public. Why, is told to a team alone.

k3f9abcd 0f3a...    a learning point or a report, and the digest of the wording that was returned
"""

import re
from pathlib import Path

from circle_cli.ids import POINT_ID
from circle_cli.points.of_base.rows import rows_in
from circle_cli.system.no_links import content_of, is_there
from circle_cli.text import decode

RETURNED = "returned"
"""The file's name, in the root of a base."""

_HEAD = "# What this base's editors returned, in which wording: it is not sent here again as it stands.\n"
_LINE = re.compile(rf"({POINT_ID.pattern}) ([0-9a-f]{{64}})")


def load_returned(log_root: Path) -> frozenset[tuple[str, str]]:
    """Read it; one that is not there has none."""
    path = log_root / RETURNED
    return parse_returned(decode(content_of(path), str(path)), path) if is_there(path) else frozenset()


def parse_returned(text: str, where: Path) -> frozenset[tuple[str, str]]:
    """Read the text of the file: ids, each with the digest of a wording.

    Raises:
        CircleError: a line is of another form; file and line are named.
    """
    rows = rows_in(text, where, _LINE, none="nothing that was returned", writer="circle review")
    return frozenset((id_, digest) for id_, digest in rows)


def render_returned(returned: frozenset[tuple[str, str]]) -> str:
    """Write the file's text."""
    return _HEAD + "".join(f"{id_} {digest}\n" for id_, digest in sorted(returned))
