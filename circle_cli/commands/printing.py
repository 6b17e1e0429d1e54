"""`circle print`: role cards, prompts and the recording sheet, as files to print or to fill in."""

from pathlib import Path

from circle_cli.commands.edge import Asked, as_typed, refuse_public, result, say, show_file, the_log
from circle_cli.errors import USAGE, CircleError
from circle_cli.guidance.pages import load_guidance
from circle_cli.log.durable import create
from circle_cli.log.folder import find_session
from circle_cli.paper.document import Document, Format


def print_cards(asked: Asked, *, encouragers: int, mode: str | None, kind: str | None, to: str | None) -> None:
    """Print the role cards."""
    from circle_cli.paper.cards import role_cards

    _deliver(role_cards(load_guidance(the_log(asked).guidance), encouragers, mode), "circle-role-cards", kind, to)


def print_prompts(asked: Asked, *, kind: str | None, to: str | None) -> None:
    """Print the eight questions with their prompts."""
    from circle_cli.paper.prompts import prompt_sheet

    _deliver(prompt_sheet(load_guidance(the_log(asked).guidance)), "circle-prompts", kind, to)


def print_sheet(asked: Asked, short: str | None, *, kind: str | None, to: str | None) -> None:
    """Print the recording sheet: blank, or filled from a session."""
    from circle_cli.paper.sheet import recording_sheet
    from circle_cli.session.file import read_session

    log = the_log(asked)
    guidance = load_guidance(log.guidance)
    if short is None:
        _deliver(recording_sheet(guidance), "circle-recording-sheet", kind, to)
        return
    session = read_session(find_session(log, short))
    name = f"circle-sheet-{session.id}"
    refuse_public(log, Path.cwd() / (to or name), "--to")
    _deliver(recording_sheet(guidance, session), name, kind, to)
    if to != "-":
        say("It holds what was said: keep it as private as the session itself.")


def _deliver(document: Document, name: str, kind: str | None, to: str | None) -> None:
    """Draw the print and put it where it was asked for; never over a file that is there."""
    chosen = _format(kind, to)
    if to == "-":
        if chosen is Format.DOCX:
            raise CircleError("--to -: a Word file cannot be shown here; name a file with --to FILE", USAGE)
        show_file(_drawn(document, chosen))
        return
    path = Path(as_typed(to)).expanduser() if to else Path(f"{name}.{chosen}")
    if path.is_dir():
        path = path / f"{name}.{chosen}"
    try:
        new = create(path.absolute(), _drawn(document, chosen))
    except FileExistsError:
        raise CircleError(
            f"{path}: there is a file of that name, and nothing was overwritten; give another name with --to", USAGE
        ) from None
    except CircleError as error:  # its advice is for the folder of the log
        raise CircleError(str(error).replace("with --log", "with --to"), error.exit_code) from error
    result(str(path.absolute()))
    say(_NEXT[chosen] if new else "It was there already, just the same.")


_NEXT = {
    Format.HTML: "Open it in a browser, and print it from there.",
    Format.DOCX: "Open it in Word or LibreOffice, to print it or to type in it.",
    Format.MD: "Open it in any editor.",
}


def _format(kind: str | None, to: str | None) -> Format:
    """Give the kind that was asked for, else the one that the file's name ends in, else HTML."""
    if kind is not None:
        return Format(kind)
    ending = Path(to).suffix.lstrip(".").lower() if to else ""
    return Format(ending) if ending in list(Format) else Format.HTML


def _drawn(document: Document, kind: Format) -> bytes:
    if kind is Format.DOCX:
        from circle_cli.paper.word import draw_word

        return draw_word(document)
    if kind is Format.MD:
        from circle_cli.paper.markdown import draw_markdown

        return draw_markdown(document).encode("utf-8")
    from circle_cli.paper.html import draw_html

    return draw_html(document).encode("utf-8")
