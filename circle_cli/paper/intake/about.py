"""What a filled-in sheet says of the session itself, as the values of its front matter."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from circle_cli.front_matter.located import Plain, Value
from circle_cli.ids import SESSION_ID
from circle_cli.paper.intake.cells import Placed, labelled
from circle_cli.paper.intake.found import Row
from circle_cli.paper.intake.ours import OurWords
from circle_cli.paper.intake.understood import Understood, focus_named, mode_named, session_day, setting_named
from circle_cli.paper.layout import ABOUT
from circle_cli.paper.letters import letters
from circle_cli.vocabulary import Focus, Mode, Setting

_EVENT = re.compile(rf"({SESSION_ID.pattern}), group ([1-9][0-9]{{0,2}}) of ([1-9][0-9]{{0,2}})", re.ASCII)
_RAISED = re.compile(r"(yes|no)\b[\s,;:.]*(.*)", re.DOTALL)


def about(rows: Sequence[Row], ours: OurWords, today: date | None) -> Placed:
    """Read the table that says what session this is."""
    written, unplaced = labelled("about", rows, {letters(label): key for key, label in ABOUT.items()})
    planned = _day_in(written.get("id", "").strip())
    values: dict[str, Value] = {}
    understood: list[str] = []
    for key, text in written.items():
        read = _read(key, text, ours, today, planned)
        if read is None or read.value is None:
            unplaced.append(f"{ABOUT[key]}: {text}")
            continue
        values[key] = read.value
        understood += read.told(text)
        unplaced += [f"{ABOUT[key]}: {read.left}"] if read.left else []
    return Placed(values=values, unplaced=tuple(unplaced), understood=tuple(understood))


def day_of(values: Mapping[str, Value]) -> date | None:
    """Give the session's day as the sheet has it: written down, or else in the id that was printed on it."""
    written = values.get("date")
    return written if isinstance(written, date) else _day_in(str(values.get("id", "")))


def _day_in(session_id: str) -> date | None:
    if not SESSION_ID.fullmatch(session_id):
        return None
    try:
        return date.fromisoformat(session_id[:10])
    except ValueError:
        return None


def _read(key: str, text: str, ours: OurWords, today: date | None, planned: date | None) -> Understood | None:
    folded = " ".join(text.split()).casefold()
    match key:
        case "date":
            return session_day(text, today, planned)
        case "mode":
            known = folded if folded in list(Mode) else ours.modes.get(letters(text))
            return Understood(value=Plain(known)) if known else mode_named(text, ours.mode_titles)
        case "setting":
            return Understood(value=Plain(folded)) if folded in list(Setting) else setting_named(text)
        case "focus":
            return Understood(value=Plain(folded)) if folded in list(Focus) else focus_named(text)
        case "safeguarding":
            return _raised(folded, today, planned)
        case _:
            return Understood(value=_value(key, text))


def _value(key: str, text: str) -> Value:
    match key:
        case "id":
            return text.strip() if SESSION_ID.fullmatch(text.strip()) else None
        case "event":
            event = _EVENT.fullmatch(" ".join(text.split()).casefold())
            return event and {"id": event[1], "group": int(event[2]), "groups": int(event[3])}
        case "themes":
            return [theme.strip() for theme in re.split("[,;\n]", text) if theme.strip()]
        case _:
            return text.replace("\n", " ")


def _raised(folded: str, today: date | None, planned: date | None) -> Understood | None:
    """Read whether something was raised under safeguarding procedures, and when; both are understood or neither is."""
    found = _RAISED.fullmatch(folded)
    if not found:
        return None
    raised, on = found[1] == "yes", session_day(found[2], today, planned) if found[2] else None
    if found[2] and (on is None or on.left):
        return None
    return Understood(value={"raised": raised, "on": on and on.value}, meaning=on.meaning if on else "")
