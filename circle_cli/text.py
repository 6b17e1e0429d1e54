"""A file's bytes as text, and text as a file keeps it."""

import re
from collections.abc import Sequence
from pathlib import Path

from circle_cli.errors import CircleError, Place
from circle_cli.ids import SESSION_ID, short_id
from circle_cli.system.no_links import content_of

_OPENS = re.compile("(<{7,})(?: .*)?")
LEFT_BY_GIT = "<<<<<<<"
"""What stands in every text in which git left two versions, and in hardly any other."""


class TwoVersions(CircleError):
    """A file in which git left two versions for somebody to choose from."""


def one_newline(text: str) -> str:
    r"""Give text `\n` for every kind of newline."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def normalise(text: str) -> str:
    """Give text one kind of newline and no byte order mark."""
    return one_newline(text.removeprefix("\ufeff"))


def tidy(text: str) -> str:
    r"""Give text as a file keeps it: its newlines `\n`, the blank lines around it dropped."""
    return one_newline(text).strip("\n")


def two_versions(text: str) -> list[int]:
    """Give the lines on which git begins two versions of a passage, to be settled by somebody.

    It is git's exact form, at the beginning of lines: `<<<<<<<`, then `=======`, then `>>>>>>>`. A text that merely
    speaks of one of them is none.
    """
    if LEFT_BY_GIT not in text or ">>>>>>>" not in text:
        return []
    found: list[int] = []
    begun, signs, parted = 0, 7, False
    for number, line in enumerate(text.split("\n"), start=1):
        if opening := _OPENS.fullmatch(line):
            begun, signs, parted = number, len(opening[1]), False
        elif begun and line == "=" * signs:
            parted = True
        elif begun and parted and (line == ">" * signs or line.startswith(">" * signs + " ")):
            found.append(begun)
            begun = 0
    return found


def refuse_two_versions(text: str, where: str, above: int = 0) -> None:
    """Refuse a text in which git left two versions: neither is what its author meant, and both together still less.

    Raises:
        TwoVersions: it is one; file and line are named, `above` lines of the file stand before the text.
    """
    if LEFT_BY_GIT in text and (lines := two_versions(text)):
        raise left_by_git(where, lines[0] + above)


def left_by_git(where: str, line: int) -> TwoVersions:
    """Make the error for a file in which git left two versions: which file, and how to settle it."""
    session = SESSION_ID.match(Path(where).name)
    how = f"`circle edit {short_id(session.group())}` opens it" if session else "open it in an editor"
    do = (
        f"{how}: keep what is right of both, take out the lines <<<<<<<, ======= and >>>>>>>. "
        "circle tells git of a session that it saves, and offers to finish a merge; by hand: git add, and that file; "
        "git commit"
    )
    return TwoVersions("git left two versions here, and nobody has chosen yet", where=Place(where, line), do=do)


def brought_together(ours: str, theirs: str, base: str | None, names: tuple[str, str]) -> tuple[str, int]:
    """Bring two versions of a text together, line by line; give it, and how many passages are there twice.

    What only one of them changed since `base` is as that one has it. Where both did, both stand there in git's form,
    under their names; so do all passages that differ, where what both came of is not known.
    """
    mine, others = ours.split("\n"), theirs.split("\n")
    both = _same_lines(mine, others)
    came_of = [mine[at] for at in both] if base is None else base.split("\n")
    in_mine, in_others = _same_lines(came_of, mine), _same_lines(came_of, others)
    kept = [(at, in_mine[at], in_others[at]) for at in in_mine if at in in_others]
    found: list[str] = []
    twice, begun = 0, (0, 0, 0)
    for end in (*kept, (len(came_of), len(mine), len(others))):
        before, one, other = (
            lines[start:stop] for lines, start, stop in zip((came_of, mine, others), begun, end, strict=True)
        )
        if one == other or other == before:
            found += one
        elif one == before:
            found += other
        else:
            found += [f"{LEFT_BY_GIT} {names[0]}", *one, "=======", *other, f">>>>>>> {names[1]}"]
            twice += 1
        found += came_of[end[0] : end[0] + 1]
        begun = (end[0] + 1, end[1] + 1, end[2] + 1)
    return "\n".join(found), twice


def _same_lines(one: Sequence[str], other: Sequence[str]) -> dict[int, int]:
    """Give, by their numbers, the lines that two texts have in common, and in the same order."""
    from difflib import SequenceMatcher  # here: hardly any command brings anything together

    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return {block.a + step: block.b + step for block in blocks for step in range(block.size)}


def text_of(path: Path) -> str:
    """Read a file as text.

    Raises:
        CircleError: it is no file of the log's own, cannot be read, or is not UTF-8.
    """
    return decode(content_of(path), str(path))


def is_exactly(text: str, content: bytes) -> bool:
    """Tell whether a file's bytes are this text and nothing else; git, or mail, may have given it Windows' newlines."""
    return content in (text.encode("utf-8"), text.replace("\n", "\r\n").encode("utf-8"))


def decode(content: bytes, where: str) -> str:
    r"""Decode a file's bytes as UTF-8 with `\n` newlines.

    Raises:
        CircleError: it is not UTF-8; the line of the first wrong byte is named.
    """
    try:
        return normalise(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise CircleError(
            "not UTF-8 text", where=Place(where, line), do="save the file as UTF-8 in your editor and try again"
        ) from error
