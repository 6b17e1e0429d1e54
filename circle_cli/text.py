"""A file's bytes as text, and text as a file keeps it."""

from circle_cli.errors import CircleError, Place


def one_newline(text: str) -> str:
    r"""Give text `\n` for every kind of newline."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def normalise(text: str) -> str:
    """Give text one kind of newline and no byte order mark."""
    return one_newline(text.removeprefix("\ufeff"))


def tidy(text: str) -> str:
    r"""Give text as a file keeps it: its newlines `\n`, the blank lines around it dropped."""
    return one_newline(text).strip("\n")


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
