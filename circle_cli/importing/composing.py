"""An entry made into a session, by what its labels become; what has no place of its own goes into the notes."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from circle_cli.days import in_words
from circle_cli.importing.entry import Entry, LeftOut
from circle_cli.importing.sorting import LONGEST_TITLE, Becomes, Sorted, sorted_by
from circle_cli.importing.targets import DATE, MODE, NOTES, PRESENTER, SETTING, SITUATION, THEMES, TITLE
from circle_cli.importing.when import day_at_an_end, is_month_first, read_when
from circle_cli.paper.intake.understood import Understood, mode_named, setting_named
from circle_cli.session.record import Session
from circle_cli.vocabulary import Mode, Role, Setting, Status

_USUAL_TITLE = 60
_MARKS = re.compile(r"^(?:[\s>*]|[+-](?!\d))*(?:\[(?:![\w-]+|[ xX/-])\][+-]?)?")
"""What stands before the words of a line: of a list, a quotation, a task, a callout; not the sign of a figure."""

_ORNAMENT = re.compile(r"^(?:[ \t#>*_•·|\[\]()]|[-–](?!\d))+|[ \t#>*_–•·|\[\]()-]+$")

_SAYS_MOST = (SITUATION, "what-worked")
_WORD = re.compile(r"[^\W\d_]+")
_TELLS = 5
"""As many words are told by somebody: numbers, times and names have fewer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """A session and the entry that it was made of; `dated` where its day stands in its source.

    `told` says what had to be understood; `left_out` is what somebody chose to leave behind.
    """

    entry: Entry
    session: Session
    dated: bool
    told: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


def months_first(entries: Iterable[Entry], becomes: Becomes) -> frozenset[str]:
    """Give the tables whose days are written month first, as other rows of the same column show."""
    columns: dict[tuple[str, str], list[str]] = {}
    for entry in entries:
        for piece in entry.pieces if entry.table else ():
            if becomes.get(piece.label) == DATE:
                columns.setdefault((entry.table, piece.label), []).append(piece.text)
    return frozenset(table for (table, _), texts in columns.items() if is_month_first(texts))


def composed(entry: Entry, becomes: Becomes, today: date, *, month_first: bool = False) -> Composed:
    """Make a session of an entry; it has today's day where its source has none."""
    found = sorted_by(entry, becomes)
    day, said = _day(found, entry, month_first=month_first)
    mode, how = _mode(found)
    setting, whose = _setting(found)
    title, answers = _named(found, entry)
    presenter = found.fields.get(PRESENTER)
    undated = () if day else (f"no day was found; it has today's, {in_words(today)}",)
    session = Session(
        id=f"{(day or today).isoformat()}-aaaa",
        title=title,
        date=day or today,
        mode=mode,
        status=Status.RECORDED,
        setting=setting,
        themes=_themes(found.fields.get(THEMES, "")),
        roles={Role.PRESENTER: (presenter,)} if presenter else {},
        answers=answers,
    )
    told = (*entry.told, *said, *how, *whose, *undated)
    return Composed(entry=entry, session=session, dated=day is not None, told=told, left_out=tuple(found.left_out))


def _day(found: Sorted, entry: Entry, *, month_first: bool) -> tuple[date | None, tuple[str, ...]]:
    """Read the day; what else was written with it, or could not be understood, goes to the notes."""
    written = found.fields.get(DATE, "")
    if not written and entry.day is None and (day := day_at_an_end(found.fields.get(TITLE, ""))):
        return day, (f"{in_words(day)}, as its title says",)
    if not written:
        return entry.day, ()
    read = read_when(written, month_first=month_first, since_1904=entry.since_1904)
    if read is None:
        found.keep(DATE)
        return entry.day, (f"“{brief(written)}” was not understood as a day; it is in the notes",)
    if read.rest:
        found.keep(DATE)
    return read.day, (read.said,) if read.said else ()


def _themes(said: str) -> tuple[str, ...]:
    parts = (part.strip().lstrip("#@").strip("\"'[] ") for part in re.split(r"[,;]|\s+(?=#)", said))
    return tuple(dict.fromkeys(part for part in parts if part))


def _mode(found: Sorted) -> tuple[Mode, tuple[str, ...]]:
    said = found.fields.get(MODE, "")
    if said.casefold() in list(Mode):
        return Mode(said.casefold()), ()
    read = mode_named(said, {})
    return Mode(str(read.value)) if read else Mode.INDIVIDUAL, _understood(found, MODE, said, read)


def _setting(found: Sorted) -> tuple[Setting | None, tuple[str, ...]]:
    said = found.fields.get(SETTING, "")
    if said.casefold() in list(Setting):
        return Setting(said.casefold()), ()
    read = setting_named(said)
    return Setting(str(read.value)) if read else None, _understood(found, SETTING, said, read)


def _understood(found: Sorted, field: str, said: str, read: Understood | None) -> tuple[str, ...]:
    """Keep everyday words in the notes, and say what was made of them."""
    if said:
        found.keep(field)
    return (f"“{brief(said)}” as {read.value}",) if read else ()


def _named(found: Sorted, entry: Entry) -> tuple[str, dict[str, str]]:
    """Give the title and the answers; what has a title alone tells that."""
    answers = found.texts()
    title = found.fields.get(TITLE, "")
    if title and not answers.keys() - {NOTES}:
        answers = {SITUATION: title, **answers}
    named = title or entry.file_name or _first_words(found) or "Untitled"
    return (named if len(named) <= LONGEST_TITLE else brief(named)), answers


def _first_words(found: Sorted) -> str:
    """Give the words with which an account begins: somebody's own, and no label.

    In a table of which nothing was understood, numbers, times and names stand before what somebody tells.
    """
    sections = (*_SAYS_MOST, *(name for name in found.sections if name != NOTES), NOTES)
    telling = (text for text in found.unplaced if len(_WORD.findall(text)) >= _TELLS)
    texts = (*telling, *(piece.text for name in sections for piece in found.sections.get(name, ())))
    lines = (_ORNAMENT.sub("", _MARKS.sub("", line)) for text in texts for line in text.split("\n"))
    return brief(next((line for line in lines if line), "").rstrip(",;:"))


def brief(text: str) -> str:
    """Give a text on one line, and not the whole of a long one."""
    line = " ".join(text.split())
    if len(line) <= _USUAL_TITLE:
        return line
    short = line[:_USUAL_TITLE].rpartition(" ")[0] or line[:_USUAL_TITLE]
    return f"{short.rstrip(' ,;:–-')} …"
