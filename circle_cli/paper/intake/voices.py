"""What people said, on a filled-in sheet: views, observations, takeaways, feedback; as values of the front matter."""

from collections.abc import Mapping, Sequence

from circle_cli.front_matter.located import Value
from circle_cli.paper.intake.cells import Placed, filled, left_over
from circle_cli.paper.intake.found import Row
from circle_cli.paper.intake.ours import OurWords
from circle_cli.paper.intake.ticks import is_marked, is_only_a_mark
from circle_cli.paper.layout import FEEDBACK, HEADINGS, to_presenter
from circle_cli.paper.letters import letters
from circle_cli.session.people import FACILITATOR
from circle_cli.vocabulary import Role


def observations(seen: Sequence[Row], own: Sequence[Row], peers: Sequence[Row], people: Mapping[str, Value]) -> Placed:
    """Read what the encouragers and the facilitator saw, and what peers said to the presenter."""
    roles, others = _people(people)
    told: list[Value] = []
    unplaced: list[str] = []
    rows = [*(("encouragers-saw", cells) for cells in filled(seen))]
    rows += [("facilitator-saw", [FACILITATOR, *cells]) for cells in filled(own)]
    rows += [("peers-said", [by, to_presenter(roles), *cells]) for by, *cells in filled(peers)]
    for part, (by, to, text, *more) in rows:
        cells = {"facilitator-saw": [to, text], "peers-said": [by, text]}.get(part, [by, to, text])
        by = by if by.strip() or part != "peers-said" or len(others) != 1 else others[0]
        if by.strip() and to.strip() and text.strip():
            told.append({"by": by, "to": to, "text": text})
            unplaced += left_over(part, [*[""] * len(cells), *more], f"beside “{text}”")
        else:
            unplaced += left_over(part, [*cells, *more], HEADINGS[part])
    return Placed(values={"observations": told} if told else {}, unplaced=tuple(unplaced))


def _people(values: Mapping[str, Value]) -> tuple[dict[str, list[str]], list[str]]:
    """Give who had which role, and everybody but the presenters."""
    held = values.get("roles")
    known = held.items() if isinstance(held, dict) else ()
    roles = {role: [str(name) for name in names] for role, names in known if isinstance(names, list)}
    leader = values.get("facilitator")
    named = [name for names in roles.values() for name in names] + ([str(leader)] if leader else [])
    return roles, [name for name in dict.fromkeys(named) if name not in roles.get(Role.PRESENTER, ())]


def feedback(texts: Mapping[str, str]) -> Placed:
    """Read what people said of the session."""
    written = {key: texts[name] for name, key in FEEDBACK.items() if texts.get(name, "").strip()}
    return Placed(values={"feedback": written} if written else {})


def feedback_from(rows: Sequence[Row]) -> Placed:
    """Read what each person said of the session; a name alone was somebody with nothing to add."""
    people: list[Value] = []
    unplaced: list[str] = []
    for by, *cells in filled(rows):
        written, more = cells[: len(FEEDBACK)], cells[len(FEEDBACK) :]
        if by.strip():
            named = zip(FEEDBACK.values(), written, strict=True)
            people.append({"by": by, **{key: text for key, text in named if text.strip()}})
            by, written = "", [""] * len(written)
        unplaced += left_over("feedback-from", [by, *written, *more], HEADINGS["feedback-from"])
    return Placed(values={"feedback_from": people} if people else {}, unplaced=tuple(unplaced))


def takeaways(rows: Sequence[Row]) -> Placed:
    """Read what each person takes away."""
    return _pairs("takeaways", rows)


def gathered(rows: Sequence[Row]) -> Placed:
    """Read the views that were gathered beforehand."""
    return _pairs("gathered", rows)


def _pairs(part: str, rows: Sequence[Row]) -> Placed:
    """Read a table of who and what, whose id is also its key in the front matter."""
    pairs: list[Value] = []
    unplaced: list[str] = []
    for by, text, *more in filled(rows):
        if by.strip() and text.strip():
            pairs.append({"by": by, "text": text})
            by = text = ""
        unplaced += left_over(part, [by, text, *more], HEADINGS[part])
    return Placed(values={part: pairs} if pairs else {}, unplaced=tuple(unplaced))


def views(rows: Sequence[Row], printed: OurWords) -> Placed:
    """Read whose view was heard and whose was imagined. A name of somebody's own without a cross goes to the notes."""
    found: dict[str, list[str]] = {"heard": [], "imagined": []}
    unplaced: list[str] = []
    for whose, *marks in filled(rows):
        ours = printed.views.get(letters(whose))
        crosses, more = marks[: len(found)], marks[len(found) :]
        if whose.strip():
            marked = [whom for whom, mark in zip(found.values(), crosses, strict=True) if is_marked(mark)]
            for whom in marked:
                whom.append(ours or whose)
            crosses = ["" if is_only_a_mark(mark) else mark for mark in crosses]
            own = "" if ours or marked else whose
            beside = f"“{whose.strip()}”" if not own else "a view without a cross"
            unplaced += left_over("perspectives", [own, *crosses, *more], beside)
        else:
            unplaced += left_over("perspectives", [whose, *crosses, *more], "a cross without a name")
    known = {how: whose for how, whose in found.items() if whose}
    return Placed(values={"views": known} if known else {}, unplaced=tuple(unplaced))
