"""Prints on their way to a person: drawn in the format that was asked for, and put where they were asked for."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import assert_never

from circle_cli.commands.edge import as_typed, result, say, show_file
from circle_cli.commands.folders import refuse_public
from circle_cli.errors import USAGE, CircleError, Place
from circle_cli.log.durable import create_anywhere
from circle_cli.log.folder import Log
from circle_cli.paper.document import Document
from circle_cli.system.names import refuse_unfit
from circle_cli.vocabulary import Format

_NEXT = {
    Format.HTML: "Open it in a browser, and print it from there.",
    Format.DOCX: "Open it in Word or LibreOffice, to print it or to type in it.",
    Format.MD: "Open it in any editor.",
}
_AS_PDF = "open it in a browser, print it, and choose “Save as PDF” where a printer is chosen"
_LETTERS = 5
"""No kind of file is known by more; what is longer, or has figures in it, is part of a name."""

_REFLECT = (
    "Give it to anybody: it opens in a browser, without this program and without a network, and sends nothing.\n"
    "What they save there, `circle reflect --from FILE` takes in."
)


def deliver(prints: Mapping[str, Document], kind: Format | None, to: str | None, private_to: Log | None = None) -> None:
    """Write each print into a file of its own, by the name it has here; one print goes wherever `to` says.

    Never over a file that is there. What is `private_to` a log never goes where anybody may read it. Nothing is
    written if any of it cannot be.
    """
    chosen = _format(kind, to)
    if to == "-":
        _to_standard_output(prints, chosen)
        return
    paths = [path.absolute() for path in _paths(list(prints), chosen, to)]
    for path in paths:
        refuse_unfit(path, "--to")
    if private_to:
        for path in paths:
            refuse_public(private_to, path, "--to")
    contents = [_drawn(document, chosen) for document in prints.values()]
    for path, content in zip(paths, contents, strict=True):
        refuse_taken(path, content)
    new = [_made(path, content) for path, content in zip(paths, contents, strict=True)]
    for path in paths:
        result(str(path))
    say(_NEXT[chosen] if any(new) else "It was there already, just the same.")


def deliver_page(name: str, page: str, to: str | None) -> None:
    """Write one page for a browser; it goes wherever `to` says.

    Raises:
        CircleError: another file is there.
    """
    content = page.encode("utf-8")
    if to == "-":
        show_file(content)
        return
    (path,) = (each.absolute() for each in _paths([name], Format.HTML, to))
    refuse_unfit(path, "--to")
    new = put_new(path, content)
    result(str(path))
    say(_REFLECT if new else "It was there already, just the same.")


def _paths(names: list[str], kind: Format, to: str | None) -> list[Path]:
    folder = Path(as_typed(to)).expanduser() if to else Path()
    if len(names) == 1 and to and not folder.is_dir():
        return [folder]
    is_file = folder.exists() or folder.suffix.lstrip(".").lower() in list(Format)
    if is_file and not folder.is_dir():
        do = "name a folder with --to, or one person"
        raise CircleError(f"there are {len(names)} pages", USAGE, where=Place(folder), do=do)
    return [folder / f"{name}.{kind}" for name in names]


def refuse_taken(path: Path, content: bytes) -> None:
    """Keep what is there.

    Raises:
        CircleError: a file of that name is there, with another content.
    """
    if path.exists() and (not path.is_file() or path.read_bytes() != content):
        raise _taken(path)


def _taken(path: Path) -> CircleError:
    wrong = "there is a file of that name, and nothing was overwritten"
    return CircleError(wrong, USAGE, where=Place(path), do="give another name with --to")


def put_new(path: Path, content: bytes) -> bool:
    """Write a file that is not there yet; tell whether it was not.

    Raises:
        CircleError: another one is.
    """
    refuse_taken(path, content)
    return _made(path, content)


def _made(path: Path, content: bytes) -> bool:
    try:
        return create_anywhere(path, content, option="--to")
    except FileExistsError:
        raise _taken(path) from None


def _format(kind: Format | None, to: str | None) -> Format:
    """Give the kind that was asked for, else the one that the file's name ends in, else HTML."""
    if kind is not None:
        return kind
    return Format(ending) if (ending := kind_in(to, list(Format))) else Format.HTML


def kind_in(to: str | None, known: Sequence[str]) -> str:
    """Give what a file's name ends in where that is a `known` kind; nothing where it has no ending, or is a folder.

    Raises:
        CircleError: it ends like another kind, which would not open as what it is called.
    """
    path = Path(as_typed(to)).expanduser() if to else Path()
    ending = path.suffix.lstrip(".").lower()
    if ending in known or not (ending.isalpha() and len(ending) <= _LETTERS) or path.is_dir():
        return ending if ending in known else ""
    if ending == "pdf":
        raise CircleError("circle makes no PDF itself", USAGE, do=f"make an HTML page (--to NAME.html), {_AS_PDF}")
    endings = ", ".join(f".{each}" for each in known)
    raise CircleError(f"--to {to}: no kind of document", USAGE, do=f"end its name in one of: {endings}")


def _drawn(document: Document, kind: Format) -> bytes:
    match kind:
        case Format.HTML:
            from circle_cli.paper.drawing.html import draw_html

            return draw_html(document).encode("utf-8")
        case Format.DOCX:
            from circle_cli.paper.drawing.word import draw_word

            return draw_word(document)
        case Format.MD:
            from circle_cli.paper.drawing.markdown import draw_markdown

            return draw_markdown(document).encode("utf-8")
        case _:
            assert_never(kind)


def _to_standard_output(prints: Mapping[str, Document], kind: Format) -> None:
    """Write the one print as it is, unless a terminal would obey what somebody put into a session."""
    if kind is Format.DOCX:
        raise CircleError("--to -: a Word file cannot be shown here", USAGE, do="name a file with --to FILE")
    if len(prints) > 1:
        do = "name one person, or a folder with --to"
        raise CircleError(f"--to -: there are {len(prints)} pages", USAGE, do=do)
    (document,) = prints.values()
    show_file(_drawn(document, kind))
