"""A filled-in sheet, read back: what was written where. Nothing is dropped; what has no place goes into the notes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from circle_cli.errors import CircleError, Place
from circle_cli.front_matter.located import Value
from circle_cli.front_matter.writing import write
from circle_cli.guidance.pages import load_guidance
from circle_cli.guidance.records import Guidance
from circle_cli.ids import SECTIONS, in_order, own_questions
from circle_cli.paper.intake.about import about, day_of
from circle_cli.paper.intake.cells import Placed
from circle_cli.paper.intake.found import FilledRows, FilledSheet, Leftover, Opened, Row, SheetWords
from circle_cli.paper.intake.markdown import read_markdown
from circle_cli.paper.intake.ours import OurWords, our_words
from circle_cli.paper.intake.tables import actions, frameworks, learning, outcomes, roles, scaling
from circle_cli.paper.intake.voices import feedback, feedback_from, gathered, observations, takeaways, views
from circle_cli.paper.intake.word.reading import read_word
from circle_cli.paper.layout import COLUMNS, FEEDBACK, MORE_COLUMNS, OWN, SHEET, headers_of, on_sheet
from circle_cli.paper.letters import letters
from circle_cli.paper.prints.sheet import headings_of
from circle_cli.session.record import OWN_QUESTIONS

HEADINGS_OF_OURS = 3
"""So many must be there for a file to be our sheet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetContent:
    """What a sheet says: front matter's values, answers by section, and `unplaced`, which the notes hold too.

    `understood` says how everyday words were read, such as a day without its year; `left_open` what nobody has said.
    """

    values: Mapping[str, Value]
    answers: Mapping[str, str]
    preamble: str
    unplaced: tuple[str, ...]
    understood: tuple[str, ...] = ()
    left_open: tuple[str, ...] = ()

    def as_yaml(self) -> str:
        """Give it as a session from another program: what `read_incoming` reads."""
        preamble = {"preamble": self.preamble} if self.preamble else {}
        own = own_questions(self.answers)
        named = {OWN_QUESTIONS: list(own)} if own else {}
        return write({**self.values, **named, **preamble, "answers": dict(self.answers)})


def read_sheet_docx(content: bytes, where: str, guidance: Guidance, today: date | None = None) -> SheetContent:
    """Read a sheet that was filled in with Word or a program like it; without `today`, days need their year.

    Raises:
        CircleError: it is not our sheet, or locked, damaged or too large.
    """
    ours = our_words(guidance, load_guidance())
    return _placed(read_word(content, where, ours), where, guidance, ours, today)


def read_sheet_md(text: str, where: str, guidance: Guidance, today: date | None = None) -> SheetContent:
    """Read a sheet in Markdown that was filled in; without `today`, days need their year.

    Raises:
        CircleError: it is not our sheet.
    """
    ours = our_words(guidance, load_guidance())
    return _placed(read_markdown(text, ours, headers_of()), where, guidance, ours, today)


_OF_ANOTHER_LOG = "A question of another log"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parts:
    """What was found, sorted by the part of the sheet that it stands in."""

    words: dict[str, list[SheetWords]]
    tables: dict[str, list[Row]]
    strays: list[str]


def _placed(
    found: Sequence[FilledSheet], where: str, guidance: Guidance, ours: OurWords, today: date | None
) -> SheetContent:
    known = headings_of(guidance)
    if len({each.id for each in found if isinstance(each, Opened) and each.id in known}) < HEADINGS_OF_OURS:
        do = "`circle print sheet` makes one, to be filled in and taken back"
        raise CircleError("not a recording sheet of ours", where=Place(where), do=do)
    parts = _sorted(found, known)
    texts = {name: _joined(words) for name, words in parts.words.items()}
    session = about(parts.tables.get("about", []), ours, today)
    people = roles(parts.tables.get("who", []), ours, session.values.get("presenter"))
    seen, own, peers = (parts.tables.get(name, []) for name in ("encouragers-saw", "facilitator-saw", "peers-said"))
    tables: list[Placed] = [
        session,
        people,
        learning(parts.tables.get("learning", [])),
        actions(parts.tables.get("actions", []), day_of(session.values) or today),
        observations(seen, own, peers, people.values),
        takeaways(parts.tables.get("takeaways", [])),
        feedback(texts),
        feedback_from(parts.tables.get("feedback-from", [])),
        views(parts.tables.get("perspectives", []), ours),
        gathered(parts.tables.get("gathered", [])),
        scaling(parts.tables.get("scaling", []), guidance),
        frameworks(parts.tables.get("frameworks", []), guidance),
        outcomes(parts.tables.get("outcomes", [])),
    ]
    sections = {on_sheet(name): name for name in in_order((*SECTIONS, *(each.id for each in guidance.own)))}
    homeless = [
        f"{known.get(name, _OF_ANOTHER_LOG)}: {text}"
        for name, text in texts.items()
        if text and name not in {SHEET, *sections, *FEEDBACK}
    ]
    unplaced = [*(line for table in tables for line in table.unplaced), *homeless, *parts.strays]
    answers = {name: texts[place] for place, name in sections.items() if texts.get(place, "").strip()}
    if unplaced:
        answers["notes"] = "\n\n".join([*([answers["notes"]] if "notes" in answers else []), *unplaced])
    return SheetContent(
        values={key: value for table in tables for key, value in table.values.items() if key != "presenter"},
        answers=answers,
        preamble=texts.get(SHEET, "") if texts.get(SHEET, "").strip() else "",
        unplaced=tuple(unplaced),
        understood=tuple(line for table in tables for line in table.understood),
        left_open=tuple(line for table in tables for line in table.left_open),
    )


def _sorted(found: Iterable[FilledSheet], known: Mapping[str, str]) -> _Parts:
    parts = _Parts(words={}, tables={}, strays=[])
    part = SHEET
    for each in found:
        match each:
            case Opened():
                part = each.id if each.id in known or each.id.startswith(OWN) else part
            case SheetWords():
                parts.words.setdefault(part, []).append(each)
            case Leftover():
                parts.strays.append(each.text)
            case FilledRows():
                if whose := _part_of(each, part):
                    parts.tables.setdefault(whose, []).extend(_in_order(each, whose))
                else:
                    lines = (" | ".join(row.cells) for row in each.rows)
                    parts.words.setdefault(part, []).append(SheetWords(text="\n".join(lines)))
    return parts


def _part_of(table: FilledRows, part: str) -> str:
    """Tell a table of ours from one that somebody added: by its labels, its header row, or what is left of that.

    Gives the part that it is for: where its heading is gone, its whole header row says so.
    """
    there = {letters(text) for text in table.rows[0].cells} if table.rows else set()
    if part in COLUMNS:
        header = {letters(text) for text in COLUMNS[part]}
        if any(row.id for row in table.rows) or len(header & there) * 2 >= len(header):
            return part
    return next((name for name, header in COLUMNS.items() if {letters(text) for text in header} <= there), "")


def _in_order(table: FilledRows, part: str) -> list[Row]:
    """Give the rows below the header with their cells in our order, and those of added columns at the end."""
    header = [letters(text) for text in table.rows[0].cells]
    own, more = (_found_in(header, names.get(part, ())) for names in (COLUMNS, MORE_COLUMNS))
    below = table.rows[1:] if any(place is not None for place in own) else table.rows
    if None in own:  # a header somebody has changed: its columns stand where they stood
        own = list(range(len(own)))
    return [replace(row, cells=_reordered(row.cells, (*own, *more))) for row in below]


def _found_in(header: Sequence[str], names: Iterable[str]) -> list[int | None]:
    ours = [letters(name) for name in names]
    return [header.index(name) if name in header else None for name in ours]


def _reordered(cells: tuple[str, ...], places: Sequence[int | None]) -> tuple[str, ...]:
    own = [cells[place] if place is not None and place < len(cells) else "" for place in places]
    return (*own, *(text for place, text in enumerate(cells) if place not in places))


def _joined(words: Sequence[SheetWords]) -> str:
    """Join paragraphs with a blank line between them; the items of one list stand close together."""
    filled = [each for each in words if each.text]
    text = filled[0].text if filled else ""
    for before, after in pairwise(filled):
        text += ("\n" if before.tight and after.tight else "\n\n") + after.text
    return text.strip("\n")
