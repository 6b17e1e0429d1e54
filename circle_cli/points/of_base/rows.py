"""Files of a base with a line for each thing, and remarks that begin with `#`; any other line is an error."""

import re
from collections.abc import Iterator
from pathlib import Path

from circle_cli.errors import CircleError, Place


def rows_in(text: str, where: Path, row: re.Pattern[str], *, none: str, writer: str) -> Iterator[tuple[str, ...]]:
    """Give what the groups of `row` find, line by line; `writer` is the command that writes such a file.

    Raises:
        CircleError: a line is of another form, and is said to be `none`; file and line are named.
    """
    for number, line in enumerate(text.split("\n"), start=1):
        if found := row.fullmatch(line):
            yield found.groups()
        elif line.strip() and not line.startswith("#"):
            do = f"put the line back as it was; `{writer}` writes them"
            raise CircleError(none, where=Place(where, number), do=do)
