"""A session set out for reading in a terminal: all that its record holds, wrapped to a width."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from circle_cli.confided.words import IN_THE_STORY
from circle_cli.session.record import (
    ActionPoint,
    CastEntry,
    Event,
    Feedback,
    FeedbackFrom,
    LearningPoint,
    Plan,
    Score,
    Session,
    Views,
)
from circle_cli.shown import lines_of, one_line
from circle_cli.vocabulary import Status

_UNNAMED: Mapping[tuple[str, str], str] = MappingProxyType({})
_UNDERLINED = 60
"""A longer heading has no longer line below it."""


Links = Mapping[tuple[str, str], str]
"""What people call the statements of frameworks, by the ids of both."""


def session_lines(
    session: Session, headings: Mapping[str, str], views: Sequence[str], width: int, links: Links = _UNNAMED
) -> list[str]:
    """Set a session out. `headings` are its sections', by id; `views` those whose view the guidance asks for."""
    kind = (session.mode, session.status, session.setting, session.focus)
    about = " · ".join((session.id, *(str(part) for part in kind if part)))
    lines = [*headed(session.title, width, "="), "", *paragraph(about, width)]
    for name, text in _front(session, views, links):
        lines += paragraph(one_line(f"{name}: {text}"), width)
    if session.preamble:
        lines += ["", *wrapped(session.preamble, width)]
    for name, text in session.answers.items():
        lines += ["", *headed(headings.get(name, name), width), *wrapped(text, width)]
    for heading, items in _lists(session):
        if items:
            lines += ["", *headed(heading, width), *list_items(items, width)]
    return lines


def headed(heading: str, width: int, line: str = "-") -> list[str]:
    """Give a heading with a line below it."""
    lines = paragraph(one_line(heading), width)
    return [*lines, line * min(max(map(len, lines)), _UNDERLINED, width)]


def list_items(items: Iterable[str], width: int) -> list[str]:
    """Give the items of a list."""
    return [line for item in items for line in paragraph(f"- {item}", width)]


def wrapped(text: str, width: int) -> list[str]:
    """Wrap a text line by line; only lines that a terminal would break anyhow are broken."""
    return [line for row in text.split("\n") for line in paragraph(row, width)]


def paragraph(text: str, width: int) -> list[str]:
    """Wrap one line; those that follow the first of a list's item are indented. No word, and so no path, is broken."""
    return lines_of(text, width)


def numbered(action: ActionPoint) -> str:
    """Say an action behind its number, by which `circle done` knows it."""
    return f"{action.id}: {action_line(action)}"


def action_line(action: ActionPoint) -> str:
    """Say an action: what, by whom, until when, and what became of it."""
    parts = (action.who, action.by and f"by {action.by.isoformat()}", action.done and f"done {action.done}")
    tracked = action.tracked_by and f"{action.tracked_by} keeps an eye on it"
    about = ", ".join(part for part in (*parts, tracked) if part)
    line = f"{action.what} ({about})" if about else action.what
    return f"{line}: {action.note}" if action.note else line


def _front(session: Session, views: Sequence[str], links: Links) -> list[tuple[str, str]]:
    people = "; ".join(f"{role}: {', '.join(names)}" for role, names in session.roles.items())
    shown = [(links.get((each.framework, each.statement)), each) for each in session.frameworks]
    parts = [(name or f"{each.framework} {each.statement}", each.how) for name, each in shown]
    named = [
        ("Themes", ", ".join(session.themes)),
        ("Training event", _event(session.event)),
        ("Planned", _plan(session)),
        ("What people would like to do", "; ".join(session.plan.wishes) if session.plan else ""),
        ("Facilitator", session.facilitator or ""),
        ("Roles", people),
        (IN_THE_STORY, "; ".join(_cast(entry) for entry in session.cast or ())),
        ("Frameworks", "; ".join(": ".join(filter(None, part)) for part in parts)),
        ("Learning outcomes", "; ".join(session.learning_outcomes)),
        ("Raised under safeguarding procedures", _raised(session)),
        *_views(session.views, views),
    ]
    return [(name, text) for name, text in named if text]


def _event(event: Event | None) -> str:
    return f"{event.id}, group {event.group} of {event.groups}" if event else ""


def _plan(session: Session) -> str:
    """Say when, for how long, and what is settled; of a session that took place its day is in the id."""
    from circle_cli.days import in_words  # a list, which has no need of it, loads this module too

    plan = session.plan or Plan()
    planned_for = "no day yet" if plan.undated else in_words(session.date)
    day = planned_for if session.status is Status.PLANNED else ""
    ready = f"settled: {', '.join(plan.ready)}" if plan.ready else ""
    parts = (day, plan.at and f"at {plan.at}", plan.minutes and f"{plan.minutes} minutes", plan.place, ready)
    return ", ".join(part for part in parts if part)


def _cast(entry: CastEntry) -> str:
    return ", ".join((entry.name, *entry.also)) + (f" (say: {entry.say})" if entry.say else "")


def _raised(session: Session) -> str:
    safe = session.safeguarding
    if safe is None:
        return "" if session.status.is_ahead else "nobody has said yet"
    return "yes" + (f", {safe.on.isoformat()}" if safe.on else "") if safe.raised else "no"


def _views(views: Views | None, asked: Sequence[str]) -> list[tuple[str, str]]:
    if views is None:
        return []
    named = {"heard": views.heard, "imagined": views.imagined, "missing": views.missing(asked)}
    return [(f"Whose view was {how}", "; ".join(whose)) for how, whose in named.items()]


def _lists(session: Session) -> list[tuple[str, list[str]]]:
    told = [*_feedback(session.feedback), *(line for each in session.feedback_from for line in _from_one(each))]
    return [
        ("Views gathered beforehand", [f"{each.text} ({each.by})" for each in session.gathered]),
        ("Learning points", [learnt_line(point) for point in session.learning_points]),
        ("Actions", [numbered(action) for action in session.action_points]),
        ("On a scale of 1 to 10", [_score(score) for score in session.scaling]),
        ("Observations", [f"{each.text} ({each.by} to {each.to})" for each in session.observations]),
        ("What people take away", [f"{each.text} ({each.by})" for each in session.takeaways]),
        ("Feedback on the session", told),
    ]


def learnt_line(point: LearningPoint) -> str:
    """Set a learning point in a line, with where it holds and how much it matters."""
    matters = f", matters {point.matters} of 10" if point.matters else ""
    return f"{point.text} ({point.scope or 'nobody has said yet where it holds'}{matters})"


def _score(score: Score) -> str:
    whose = f"{score.by}, {score.view}" if score.view else score.by
    return f"{score.asked} {score.score} of 10 ({whose})"


def _feedback(feedback: Feedback | FeedbackFrom | None) -> list[str]:
    if feedback is None:
        return []
    named = {"Positive": feedback.positive, "Even better": feedback.even_better, "Will use": feedback.will_use}
    return [f"{name}: {text}" for name, text in named.items() if text]


def _from_one(feedback: FeedbackFrom) -> list[str]:
    return [f"{line} ({feedback.by})" for line in _feedback(feedback) or ["Nothing to add"]]
