"""A planned session taken apart and put together again is the same."""

from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from inventing import examples

from circle_cli.guidance.pages import load_guidance
from circle_cli.interview.composing.compose import new_session
from circle_cli.interview.composing.compose_plan import compose_plan, decompose_plan
from circle_cli.interview.script.before.preparing import Preparation
from circle_cli.interview.script.dealing import deal
from circle_cli.session.record import FrameworkLink, Gathered, Plan, Session
from circle_cli.vocabulary import Focus, Mode, Status

DAY = date(2026, 11, 23)
GUIDANCE = load_guidance(None)
words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).map(str.strip).filter(bool)
names = st.sampled_from(["Sam", "Jo", "Cy", "Dee", "Ade", "Bea"])


@st.composite
def plans(draw: st.DrawFn) -> Session:
    """Planned sessions of every kind."""
    mode = draw(st.sampled_from(Mode))
    page = next(page for page in GUIDANCE.modes if page.id == mode)
    checks = [check.id for check in page.readiness]
    ready = tuple(check for check in checks if draw(st.booleans()))
    made: dict[str, Any] = {}
    if mode is Mode.INDIVIDUAL:
        made["roles"] = draw(st.sampled_from([{}, {"presenter": ("Sam",), "questioner": ("Jo",)}]))
        link = st.builds(FrameworkLink, framework=st.just("pcf-2018"), statement=st.sampled_from(["1", "6"]))
        made["frameworks"] = tuple(draw(st.lists(link, max_size=2)))
    elif draw(st.booleans()):
        people = draw(st.lists(names, min_size=2, max_size=6, unique=True))
        facilitator = draw(st.sampled_from([people[-1], "Lee"] if mode is Mode.TRAINING else [people[-1]]))
        made |= {"roles": deal(people, facilitator, mode, {}), "facilitator": facilitator}
    minutes, at = draw(st.none() | st.integers(5, 1440)), draw(st.none() | st.sampled_from(["00:00", "14:00", "23:45"]))
    place, undated = draw(st.none() | st.just("Room 2")), draw(st.booleans())
    plan = Plan(at=at, minutes=minutes, place=place, undated=undated, ready=ready)
    view = st.builds(Gathered, by=words, text=words)
    return replace(
        new_session("2026-11-23-k3f9", draw(st.dates(date(2026, 1, 1), date(2040, 1, 1))), mode),
        title=draw(words),
        status=Status.PLANNED,
        focus=draw(st.none() | st.sampled_from(Focus)),
        plan=None if plan == Plan() else plan,
        gathered=tuple(draw(st.lists(view, max_size=2))),
        answers=draw(st.sampled_from([{}, {"situation": "A lunch."}])),
        extra=draw(st.sampled_from([{}, {"from a later version": 1}])),
        **made,
    )


@settings(max_examples=examples(150))
@given(plans())
def test_a_plan_taken_apart_and_put_together_is_the_same(session: Session) -> None:
    settled = decompose_plan(session)
    preparation = Preparation(guidance=GUIDANCE, today=DAY, mode=session.mode, settled=settled)
    assert compose_plan(preparation, settled, session) == session


@settings(max_examples=examples(50))
@given(plans())
def test_what_is_settled_is_not_asked_again_unless_somebody_wishes(session: Session) -> None:
    settled = decompose_plan(session)
    preparation = Preparation(guidance=GUIDANCE, today=DAY, mode=session.mode, settled=settled)
    first, *others = preparation.draw_up({})
    assert first.key == "again"
    assert not {prompt.key for prompt in others} & settled.keys()
    wished = preparation.draw_up({"again": ", ".join(option.value for option in first.options)})
    named = {prompt.key: prompt.prefill for prompt in wished if prompt.key in ("title", "date", "at")}
    assert named == {"title": session.title, "date": settled.get("date") or "", "at": settled.get("at") or ""}
