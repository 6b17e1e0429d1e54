"""`circle print`: role cards, prompts and the recording sheet, as files to print or to fill in."""

from circle_cli.commands.edge import Asked, say, the_log
from circle_cli.commands.paper.delivery import deliver
from circle_cli.guidance.pages import load_guidance
from circle_cli.log.folder import find_session
from circle_cli.vocabulary import Format, Mode


def print_cards(asked: Asked, *, encouragers: int, mode: Mode | None, kind: Format | None, to: str | None) -> None:
    """Print the role cards."""
    from circle_cli.paper.prints.cards import role_cards

    guidance = load_guidance(the_log(asked).guidance)
    deliver({"circle-role-cards": role_cards(guidance, encouragers, mode)}, kind, to)


def print_prompts(asked: Asked, *, kind: Format | None, to: str | None) -> None:
    """Print the eight questions with their prompts."""
    from circle_cli.paper.prints.prompts import prompt_sheet

    deliver({"circle-prompts": prompt_sheet(load_guidance(the_log(asked).guidance))}, kind, to)


def print_sheet(asked: Asked, short: str | None, *, kind: Format | None, to: str | None) -> None:
    """Print the recording sheet: blank, or filled from a session."""
    from circle_cli.paper.prints.sheet import recording_sheet
    from circle_cli.session.file import headings_in, read_session
    from circle_cli.text import text_of

    log = the_log(asked)
    guidance = load_guidance(log.guidance)
    if short is None:
        deliver({"circle-recording-sheet": recording_sheet(guidance)}, kind, to)
        return
    path = find_session(log, short)
    session = read_session(path)
    headings = headings_in(text_of(path), str(path))
    deliver({f"circle-sheet-{session.id}": recording_sheet(guidance, session, headings)}, kind, to, private_to=log)
    if to != "-":
        say("It holds what was said: keep it as private as the session itself.")
