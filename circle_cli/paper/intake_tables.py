"""The tables of a filled-in sheet, as the values of a session's front matter. What is no value is `unplaced`."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from circle_cli.days import read_day
from circle_cli.front_matter import Plain, Value
from circle_cli.guidance.records import Guidance
from circle_cli.ids import SESSION_ID
from circle_cli.paper.found import Row
from circle_cli.paper.layout import ABOUT, COLUMNS, FACILITATOR, FEEDBACK, HEADINGS
from circle_cli.session.record import Focus, Scope, Setting, Share

_BETWEEN_NAMES = re.compile(r"[,;\n]|\s+(?:and|&)\s+")
_TICKS = {"x", "✓", "✔", "✗", "✘", "☑", "☒", "√", "yes", "y"}
_NO_TICKS = {"", "-", "–", "no", "n", "☐"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Values by their key in the front matter, and what else was written, a line each."""

    values: Mapping[str, Value]
    unplaced: tuple[str, ...] = ()


def about(rows: Sequence[Row], guidance: Guidance) -> Placed:
    """Read the table that says what session this is."""
    said, unplaced = _labelled("about", rows, {label: key for key, label in ABOUT.items()})
    values: dict[str, Value] = {}
    for key, text in said.items():
        found = _read_about(key, text, guidance)
        if found is None:
            unplaced.append(f"{ABOUT[key]}: {text}")
        else:
            values[key] = found
    return Placed(values=values, unplaced=tuple(unplaced))


def _read_about(key: str, text: str, guidance: Guidance) -> Value:
    said = " ".join(text.split()).casefold()
    if key == "date":
        return read_day(text)
    if key == "mode":
        return next((Plain(mode.id) for mode in guidance.modes if said in (mode.id, mode.title.casefold())), None)
    if key == "id":
        return text.strip() if SESSION_ID.fullmatch(text.strip()) else None
    if key in ("setting", "focus"):
        return Plain(said) if said in (tuple(Setting) if key == "setting" else tuple(Focus)) else None
    if key == "themes":
        return [theme.strip() for theme in re.split("[,;\n]", text) if theme.strip()]
    if key == "safeguarding":
        raised, _, day = said.partition(",")
        known = raised in ("yes", "no") and (not day.strip() or read_day(day))
        return {"raised": raised == "yes", "on": read_day(day)} if known else None
    return text.replace("\n", " ")


def roles(rows: Sequence[Row], guidance: Guidance) -> Placed:
    """Read who had which role. A session's file has no facilitator: the notes say who it was."""
    labels = {role.title: role.id for role in guidance.roles} | {"Facilitator": FACILITATOR}
    said, unplaced = _labelled("who", rows, labels)
    if FACILITATOR in said:
        unplaced.insert(0, f"Facilitator: {said.pop(FACILITATOR)}")
    named = {role: [name.strip() for name in _BETWEEN_NAMES.split(text) if name.strip()] for role, text in said.items()}
    order = [role.id for role in guidance.roles if named.get(role.id)]
    return Placed(values={"roles": {role: named[role] for role in order}} if order else {}, unplaced=tuple(unplaced))


def learning(rows: Sequence[Row]) -> Placed:
    """Read the learning points. One without a cross, or with two, belongs to its situation until somebody decides."""
    points: list[Value] = []
    unplaced: list[str] = []
    for text, *marks in _filled(rows):
        if not text.strip():
            unplaced += _left_over("learning", ["", *marks], "a row without a learning point")
            continue
        general = _is_marked(marks[1]) and not _is_marked(marks[0])
        scope = Scope.GENERAL if general else Scope.SPECIFIC
        points.append({"id": len(points) + 1, "text": text, "scope": Plain(scope), "share": Plain(Share.NO)})
        if _is_marked(marks[0]) == _is_marked(marks[1]):
            crosses = "both columns have a cross" if general or _is_marked(marks[0]) else "no column has a cross"
            unplaced.append(f"“{text}”: {crosses}, so it is kept as belonging to this situation only")
        words = [mark if mark.strip().casefold() not in _TICKS | _NO_TICKS else "" for mark in marks]
        unplaced += _left_over("learning", ["", *words], f"“{text}”")
    return Placed(values={"learning_points": points} if points else {}, unplaced=tuple(unplaced))


def _is_marked(text: str) -> bool:
    return text.strip().casefold() not in _NO_TICKS


def actions(rows: Sequence[Row]) -> Placed:
    """Read the actions; a date that is none goes to the notes, the action stays."""
    points: list[Value] = []
    unplaced: list[str] = []
    for what, who, by, tracked_by, done, *more in _filled(rows):
        if not what.strip():
            unplaced += _left_over("actions", ["", who, by, tracked_by, done, *more], "an action without words")
            continue
        days = {"by": read_day(by), "done": read_day(done)}
        given = {"who": who.strip(), "by": days["by"], "tracked_by": tracked_by.strip(), "done": days["done"]}
        kept = {key: value for key, value in given.items() if value}
        points.append({"id": len(points) + 1, "what": what, **kept})
        unread = ["", "", "" if days["by"] else by, "", "" if days["done"] else done, *more]
        unplaced += _left_over("actions", unread, f"“{what}”")
    return Placed(values={"action_points": points} if points else {}, unplaced=tuple(unplaced))


def observations(seen: Sequence[Row], own: Sequence[Row]) -> Placed:
    """Read what the encouragers saw, and what the facilitator saw."""
    told: list[Value] = []
    unplaced: list[str] = []
    rows = [*(("encouragers-saw", cells) for cells in _filled(seen))]
    rows += [("facilitator-saw", [FACILITATOR, *cells]) for cells in _filled(own)]
    for part, (by, to, text, *more) in rows:
        cells = [by, to, text] if part == "encouragers-saw" else [to, text]
        if by.strip() and to.strip() and text.strip():
            told.append({"by": by, "to": to, "text": text})
            unplaced += _left_over(part, [*[""] * len(cells), *more], f"beside “{text}”")
        else:
            unplaced += _left_over(part, [*cells, *more], HEADINGS[part])
    return Placed(values={"observations": told} if told else {}, unplaced=tuple(unplaced))


def scaling(rows: Sequence[Row], guidance: Guidance) -> Placed:
    """Read the answers to scaling questions."""
    known = {word.casefold(): question.id for question in guidance.questions for word in (question.id, question.short)}
    scores: list[Value] = []
    unplaced: list[str] = []
    for cells in _filled(rows):
        about, asked, by, score = cells[:4]
        question = known.get(about.strip().casefold())
        if question and asked.strip() and by.strip() and re.fullmatch("[1-9]|10", score.strip(), re.ASCII):
            scores.append({"question": Plain(question), "asked": asked, "by": by, "score": int(score)})
            cells[:4] = [""] * 4
        unplaced += _left_over("scaling", cells, HEADINGS["scaling"])
    return Placed(values={"scaling": scores} if scores else {}, unplaced=tuple(unplaced))


def frameworks(rows: Sequence[Row], guidance: Guidance) -> Placed:
    """Read which statements of which frameworks it shows."""
    known = {(each.id, statement.id) for each in guidance.frameworks for statement in each.statements}
    links: list[Value] = []
    unplaced: list[str] = []
    for cells in _filled(rows):
        framework, statement, how = cells[0].strip(), cells[1].strip(), cells[2]
        if (framework, statement) in known:
            shown = {"how": how} if how.strip() else {}
            links.append({"framework": framework, "statement": statement, **shown})
            cells[:3] = [""] * 3
        unplaced += _left_over("frameworks", cells, HEADINGS["frameworks"])
    return Placed(values={"frameworks": links} if links else {}, unplaced=tuple(unplaced))


def feedback(texts: Mapping[str, str]) -> Placed:
    """Read what people said of the session."""
    said = {key: texts[name] for name, key in FEEDBACK.items() if texts.get(name, "").strip()}
    return Placed(values={"feedback": said} if said else {})


def _filled(rows: Iterable[Row]) -> list[list[str]]:
    return [list(row.cells) for row in rows if any(text.strip() for text in row.cells)]


def _labelled(part: str, rows: Iterable[Row], ids: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """Read a table whose first column is ours: what is written beside each label, and what is not."""
    said: dict[str, str] = {}
    unplaced: list[str] = []
    known = {label.casefold(): name for label, name in ids.items()}
    for row in rows:
        label, *cells = row.cells
        name = row.id if row.id in ids.values() else known.get(label.strip().casefold())
        text = "\n".join(each for each in cells if each.strip())
        if name is None or name in said:
            whole = f"{label.strip()} {text}".strip()
            unplaced += [f"{HEADINGS[part]}: {whole}"] if text or (name is None and whole) else []
            continue
        if row.id and label.strip():
            unplaced.append(f"{HEADINGS[part]}: {label.strip()}")
        if text:
            said[name] = text
    return said, unplaced


def _left_over(part: str, cells: Sequence[str], beside: str) -> list[str]:
    """Say what stands in cells that could not be read, with the name of each column."""
    names = [*COLUMNS[part], *["in a column of your own"] * len(cells)]
    found = [f"{name}: {text}" for name, text in zip(names, cells, strict=False) if text.strip()]
    return [f"{beside}: {'; '.join(found)}"] if found else []
