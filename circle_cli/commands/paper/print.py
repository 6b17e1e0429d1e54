"""`circle print`: role cards, prompts and the recording sheet, as files to print or to fill in."""

from circle_cli.commands.edge import Asked, say, the_log
from circle_cli.commands.paper.delivery import deliver, deliver_page
from circle_cli.errors import USAGE, CircleError
from circle_cli.guidance.pages import load_guidance
from circle_cli.log.folder import find_session
from circle_cli.vocabulary import Format, Mode


def print_cards(
    asked: Asked, short: str | None, *, encouragers: int, mode: Mode | None, kind: Format | None, to: str | None
) -> None:
    """Print the role cards: for anybody, or those of a session with names on them."""
    from circle_cli.paper.prints.cards import named_cards, role_cards
    from circle_cli.session.file import read_session

    log = the_log(asked)
    guidance = load_guidance(log.guidance)
    if short is None:
        deliver({"circle-role-cards": role_cards(guidance, encouragers, mode)}, kind, to)
        return
    session = read_session(find_session(log, short))
    if mode not in (None, session.mode):
        wrong = f"--mode {mode}: {session.id} is a session of its own kind, {session.mode}"
        raise CircleError(wrong, USAGE, do="leave --mode out")
    deliver({f"circle-cards-{session.id}": named_cards(guidance, session)}, kind, to, private_to=log)
    if to != "-":
        named = "They bear names: give each to the person whose it is."
        say(named if session.people else "Nobody has a role in it yet: there is a line for each name.")


def print_prompts(asked: Asked, *, kind: Format | None, to: str | None) -> None:
    """Print the eight questions with their prompts."""
    from circle_cli.paper.prints.prompts import prompt_sheet

    deliver({"circle-prompts": prompt_sheet(load_guidance(the_log(asked).guidance))}, kind, to)


def print_circle(asked: Asked, *, kind: Format | None, to: str | None) -> None:
    """Print the circle's drawing, with room to write the situation in its middle."""
    from circle_cli.paper.prints.circle import circle_page

    deliver({"circle-drawing": circle_page(load_guidance(the_log(asked).guidance))}, kind, to)


def print_form(asked: Asked, *, to: str | None) -> None:
    """Make the page on which somebody without this program reflects in a browser; a log's own questions are in it."""
    from circle_cli.form.page import draw_form

    deliver_page("circle-form", draw_form(load_guidance(the_log(asked).guidance)), to)


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
