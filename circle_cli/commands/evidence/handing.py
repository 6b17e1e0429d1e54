"""A piece of evidence on its way out: as a file, or each field in turn to be copied into a form."""

from pathlib import Path

from circle_cli.commands.drafts.one_prompt import ask
from circle_cli.commands.edge import Asked, as_typed, at_terminal, result, say, show
from circle_cli.commands.paper.delivery import deliver, kind_in
from circle_cli.errors import USAGE, CircleError, Place
from circle_cli.evidence.writing.fields import Evidence
from circle_cli.evidence.writing.paper import count_of, evidence_page, in_turn
from circle_cli.evidence.writing.script import too_long
from circle_cli.evidence.year import Year
from circle_cli.interview.script.prompts import choice
from circle_cli.log.folder import Log
from circle_cli.shown import shown
from circle_cli.vocabulary import Format

_ON = choice("next", "Copied?", ("on", "Show the next field"), default="on")


def where_to(to: str | None) -> str:
    """Give where it goes, whole, so that it is the same place when it is gone on with from another folder.

    Raises:
        CircleError: its ending tells no kind of document that this can be, or there is a file of that name.
    """
    if to is None or to == "-":
        return to or ""
    path = Path(as_typed(to)).expanduser().absolute()
    if path.is_dir():
        return str(path)
    if not kind_in(to, list(Format)):
        raise CircleError(f"--to {to}: no kind of document", USAGE, do="end its name in .docx or .md")
    return str(path)


def refuse_taken(to: str) -> None:
    """Say that there is a file of that name before anything is written for it.

    Raises:
        CircleError: so.
    """
    if to not in ("", "-") and Path(to).exists() and not Path(to).is_dir():
        raise CircleError("there is a file of that name", USAGE, where=Place(to), do="give another name with --to")


def hand_over(log: Log, evidence: Evidence, year: Year, to: str, kind: Format | None = None) -> None:
    """Write it as a document; one without a name of its own goes into the folder where somebody is, by a free name."""
    name = f"circle-evidence-{evidence.session}"
    if to and to != "-":
        kind = Format.DOCX if Path(to).is_dir() else None
    elif to == "-":
        kind = Format.MD
    elif kind:
        name = free(Path(), name, kind)
    deliver({name: evidence_page(evidence, year)}, kind, to or None, private_to=log)


def free(folder: Path, name: str, *kinds: Format) -> str:
    """Give a name of which there is no file of these kinds in a folder."""
    number, found = 1, name
    while any((folder / f"{found}.{kind}").exists() for kind in kinds):
        number += 1
        found = f"{name}-{number}"
    return found


def show_in_turn(asked: Asked, evidence: Evidence, limit: int | None) -> None:
    """Show each field as it is to be copied: no line of it is broken, and nothing stands beside it."""
    fields = list(in_turn(evidence))
    for number, (heading, text) in enumerate(fields, start=1):
        result(f"\n{heading} ({count_of(text) if text else 'left out'})")
        if longer := too_long(text, limit):
            say(longer)
        show(f"\n{shown(text)}\n" if text else "")
        if at_terminal() and number < len(fields):
            ask(asked, _ON)
