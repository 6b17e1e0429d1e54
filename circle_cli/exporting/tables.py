"""Sessions as three tables that Excel opens rightly: UTF-8 with its mark, CRLF, no cell a formula. Pure."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO

from circle_cli.confided.words import ROW
from circle_cli.exporting.instead import Exported
from circle_cli.guidance.records import Guidance
from circle_cli.ids import SECTIONS, own_questions
from circle_cli.paper.layout import ABOUT, FEEDBACK, HEADINGS
from circle_cli.session.record import Session

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
"""How a cell begins that a spreadsheet may reckon with, or that may push the next one aside."""

_OF_EXCEL = 32767
"""So many characters fit into a cell of Excel."""

_LEARNING = (*ROW, "Number", "Learning point", "Where it holds", "Matters, 1 to 10", "Shared")
_ACTIONS = (
    *ROW,
    "Number",
    "What",
    "Who",
    "By when",
    "Who keeps track",
    "Done",
    "What became of it",
)

Row = Sequence[str]


def tables(exported: Sequence[Exported], guidance: Guidance) -> Mapping[str, bytes]:
    """Give the content of each file by what it is called: a row for each session, learning point and action."""
    sessions = [each.session for each in exported]
    learnt = [
        (*_of(session), str(each.id), each.text, each.scope or "", str(each.matters or ""), each.share)
        for session in sessions
        for each in session.learning_points
    ]
    actions = [
        (*_of(session), str(each.id), each.what, *_texts(each.who, each.by, each.tracked_by, each.done, each.note))
        for session in sessions
        for each in session.action_points
    ]
    return {
        "sessions": _written(*_sessions(exported, guidance)),
        "learning-points": _written(_LEARNING, learnt),
        "actions": _written(_ACTIONS, actions),
    }


def too_long(exported: Iterable[Exported]) -> list[str]:
    """Give the ids of sessions of which Excel would not show all of an answer."""
    return [
        each.session.id for each in exported if any(len(text) > _OF_EXCEL for text in each.session.answers.values())
    ]


def _sessions(exported: Sequence[Exported], guidance: Guidance) -> tuple[Row, list[Row]]:
    sessions = [each.session for each in exported]
    own = own_questions(name for each in sessions for name in each.answers)
    sections = tuple(dict.fromkeys((*SECTIONS, *guidance.titles, *own)))
    titles = {name: text for each in exported for name, text in each.headings.items()}
    titles |= {**HEADINGS, **guidance.titles}
    header = (
        *(*ROW, "How the circle was used", "Status", ABOUT["setting"], ABOUT["focus"]),
        *(ABOUT["themes"], "Who took part", "Before the questions", *(titles.get(name, name) for name in sections)),
        *("Heard", "Imagined", HEADINGS["frameworks"], HEADINGS["outcomes"], ABOUT["safeguarding"]),
        *(HEADINGS[name] for name in FEEDBACK),
    )
    return header, [_session(each, sections) for each in sessions]


def _session(session: Session, sections: Sequence[str]) -> Row:
    views, safe, feedback = session.views, session.safeguarding, session.feedback
    raised = ("yes" if safe.raised else "no") + (f", {safe.on}" if safe.on else "") if safe else ""
    return (
        *(*_of(session), session.mode, session.status, *_texts(session.setting, session.focus)),
        *("; ".join(session.themes), "; ".join(session.people), session.preamble),
        *(session.answers.get(name, "") for name in sections),
        *("; ".join(views.heard if views else ()), "; ".join(views.imagined if views else ())),
        "\n".join(" ".join(filter(None, (each.framework, each.statement, each.how))) for each in session.frameworks),
        *("\n".join(session.learning_outcomes), raised),
        *(getattr(feedback, key, None) or "" for key in FEEDBACK.values()),
    )


def _of(session: Session) -> tuple[str, str, str]:
    return session.id, session.date.isoformat(), session.title


def _texts(*values: object) -> tuple[str, ...]:
    return tuple("" if value is None else str(value) for value in values)


def _written(header: Row, rows: Iterable[Row]) -> bytes:
    written = StringIO()
    pen = csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    pen.writerows([harmless(cell) for cell in row] for row in (header, *rows))
    return written.getvalue().encode("utf-8-sig")


def harmless(cell: str) -> str:
    """Keep a cell from being reckoned: with an apostrophe before it, it is text, whatever blanks it begins with."""
    return f"'{cell}" if cell.startswith(_FORMULA) or cell.lstrip().startswith(_FORMULA) else cell
