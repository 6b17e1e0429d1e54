"""Who did what on a filled-in sheet, and what came of the session, as the values of its front matter."""

import re
from collections.abc import Sequence
from datetime import date

from circle_cli.front_matter.located import Plain, Value
from circle_cli.guidance.records import Guidance
from circle_cli.paper.intake.cells import Placed, filled, labelled, left_over
from circle_cli.paper.intake.found import Row
from circle_cli.paper.intake.ours import OurWords
from circle_cli.paper.intake.ticks import is_marked, is_only_a_mark
from circle_cli.paper.intake.understood import day_from
from circle_cli.paper.layout import HEADINGS
from circle_cli.paper.letters import letters
from circle_cli.paper.statements import meant
from circle_cli.session.people import FACILITATOR
from circle_cli.vocabulary import Role, Scope, Share, View

_SCORE = re.compile(r"([1-9]|10)(?:\s*(?:/|out of|of)\s*10)?", re.ASCII | re.IGNORECASE)
_SCOPES = (Scope.SPECIFIC, Scope.GENERAL)
"""In the order of their columns."""

_OPEN = "so it stays open where it holds, and it cannot be shared until somebody has said; circle resume asks"
_BETWEEN_NAMES = re.compile(r"[,;\n]|(?<=\s)(?:and|&)(?=\s)")


def roles(rows: Sequence[Row], ours: OurWords, alone: Value) -> Placed:
    """Read who led the session, and who had which role; `alone` is whose practice it was, where nobody else was."""
    written, unplaced = labelled("who", rows, {**ours.roles, letters("Facilitator"): FACILITATOR})
    leader = written.pop(FACILITATOR, "").replace("\n", " ")
    named = {
        role: [name.strip() for name in _BETWEEN_NAMES.split(text) if name.strip()] for role, text in written.items()
    }
    if alone and str(alone) not in named.get(Role.PRESENTER, []):
        named[Role.PRESENTER] = [str(alone), *named.get(Role.PRESENTER, [])]
    order = [role for role in Role if named.get(role)]
    values: dict[str, Value] = {"roles": {role: named[role] for role in order}} if order else {}
    return Placed(values=values | ({"facilitator": leader} if leader else {}), unplaced=tuple(unplaced))


def learning(rows: Sequence[Row]) -> Placed:
    """Read the learning points. Of one without a cross, or with two, it stays open where it holds."""
    points: list[Value] = []
    unplaced: list[str] = []
    left_open: list[str] = []
    for text, specific, general, number, *more in filled(rows):
        marks = [specific, general]
        matters = _SCORE.fullmatch(number.strip())
        if matters and text.strip():
            number = ""
        beside = [number, *more]
        if not text.strip():
            unplaced += left_over("learning", ["", *marks, *beside], "a row without a learning point")
            continue
        crossed = [scope for scope, mark in zip(_SCOPES, marks, strict=False) if is_marked(mark)]
        held: dict[str, Value] = {"scope": Plain(crossed[0])} if len(crossed) == 1 else {}
        held |= {"matters": int(matters[1])} if matters else {}
        points.append({"id": len(points) + 1, "text": text, **held, "share": Plain(Share.NO)})
        if not crossed:
            left_open.append(f"“{text}”: no column has a cross, {_OPEN}")
        elif len(crossed) > 1:
            unplaced.append(f"“{text}”: both columns have a cross, {_OPEN}")
        words = ["" if is_only_a_mark(mark) else mark for mark in marks]
        unplaced += left_over("learning", ["", *words, *beside], f"“{text}”")
    values: dict[str, Value] = {"learning_points": points} if points else {}
    return Placed(values=values, unplaced=tuple(unplaced), left_open=tuple(left_open))


def actions(rows: Sequence[Row], session: date | None) -> Placed:
    """Read the actions, whose days are seen from that of the session; one that is none goes to the notes."""
    points: list[Value] = []
    unplaced: list[str] = []
    understood: list[str] = []
    for what, who, by, tracked_by, done, note, *more in filled(rows):
        if not what.strip():
            unplaced += left_over("actions", ["", who, by, tracked_by, done, note, *more], "an action without words")
            continue
        due, finished = day_from(by, session), day_from(done, session)
        given = {"who": who.strip(), "by": due and due.value, "tracked_by": tracked_by.strip()}
        given |= {"done": finished and finished.value, "note": note if note.strip() else ""}
        points.append({"id": len(points) + 1, "what": what, **{key: value for key, value in given.items() if value}})
        understood += [line for day, text in ((due, by), (finished, done)) if day for line in day.told(text)]
        unread = ["", "", due.left if due else by, "", finished.left if finished else done, "", *more]
        unplaced += left_over("actions", unread, f"“{what}”")
    values: dict[str, Value] = {"action_points": points} if points else {}
    return Placed(values=values, unplaced=tuple(unplaced), understood=tuple(understood))


def scaling(rows: Sequence[Row], guidance: Guidance) -> Placed:
    """Read the answers to scaling questions."""
    known = {word.casefold(): question.id for question in guidance.questions for word in (question.id, question.short)}
    scores: list[Value] = []
    unplaced: list[str] = []
    for cells in filled(rows):
        about, asked, by, score, how = cells[:5]
        question = known.get(about.strip().casefold())
        if question and asked.strip() and by.strip() and (number := _SCORE.fullmatch(score.strip())):
            view = next((view for view in View if view == how.strip().casefold()), None)
            said = {"view": Plain(view)} if view else {}
            scores.append({"question": Plain(question), "asked": asked, "by": by, "score": int(number[1]), **said})
            cells[:5] = ["", "", "", "", "" if view else how]
        unplaced += left_over("scaling", cells, HEADINGS["scaling"])
    return Placed(values={"scaling": scores} if scores else {}, unplaced=tuple(unplaced))


def frameworks(rows: Sequence[Row], guidance: Guidance) -> Placed:
    """Read which statements of which frameworks it shows."""
    links: list[Value] = []
    unplaced: list[str] = []
    for cells in filled(rows):
        how = cells[2]
        if found := meant(guidance, cells[0], cells[1]):
            framework, statement = found
            shown = {"how": how} if how.strip() else {}
            links.append({"framework": framework, "statement": statement, **shown})
            cells[:3] = [""] * 3
        unplaced += left_over("frameworks", cells, HEADINGS["frameworks"])
    return Placed(values={"frameworks": links} if links else {}, unplaced=tuple(unplaced))


def outcomes(rows: Sequence[Row]) -> Placed:
    """Read which learning outcomes it speaks to."""
    texts: list[Value] = []
    unplaced: list[str] = []
    for text, *more in filled(rows):
        texts += [text] if text.strip() else []
        unplaced += left_over("outcomes", ["", *more], HEADINGS["outcomes"])
    return Placed(values={"learning_outcomes": texts} if texts else {}, unplaced=tuple(unplaced))
