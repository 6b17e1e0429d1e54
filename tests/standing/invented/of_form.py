"""Sessions as the form in the browser has them, as Hypothesis invents them: with all that it asks for."""

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st
from invented_sessions import OWN, ids, maybe, said, texts

from circle_cli.ids import QUESTIONS, SECTIONS
from circle_cli.session.record import (
    ActionPoint,
    CastEntry,
    Feedback,
    FeedbackFrom,
    FrameworkLink,
    LearningPoint,
    Observation,
    Safeguarding,
    Score,
    Session,
    Takeaway,
    Views,
)
from circle_cli.vocabulary import Mode, Role, Scope, Setting, Status, View


def some(record: type, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    made = st.lists(st.builds(record, **fields), max_size=2)
    return made.map(
        lambda each: tuple(replace(one, id=place) if "id" in fields else one for place, one in enumerate(each, 1))
    )


names = st.lists(said, min_size=1, max_size=2).map(tuple)
many = st.just(()) | names
spoken: dict[str, Any] = {"positive": said, "even_better": maybe, "will_use": maybe}
numbers = st.just(1)
one_of = {"scope": st.none() | st.sampled_from(Scope), "matters": st.none() | st.integers(1, 10)}
days = st.none() | st.dates()
of_form = st.builds(
    Session,
    id=ids,
    title=said,
    date=st.dates(),
    mode=st.sampled_from(Mode),
    status=st.just(Status.RECORDED),
    setting=st.none() | st.sampled_from(Setting),
    themes=many,
    cast=st.none() | some(CastEntry, name=said, also=many, say=maybe),
    roles=st.dictionaries(st.sampled_from(Role), names, max_size=3),
    scaling=some(
        Score,
        question=st.sampled_from(QUESTIONS),
        asked=said,
        by=said,
        score=st.integers(1, 10),
        view=st.none() | st.sampled_from(View),
    ),
    observations=some(Observation, by=said, to=said, text=said),
    feedback=st.none() | st.builds(Feedback, **spoken),
    learning_points=some(LearningPoint, id=numbers, text=said, **one_of),
    action_points=some(ActionPoint, id=numbers, what=said, who=maybe, by=days, tracked_by=maybe),
    safeguarding=st.none() | st.builds(Safeguarding, raised=st.booleans(), on=days),
    frameworks=some(FrameworkLink, framework=st.sampled_from(("pcf-2018", "kss-adults")), statement=said, how=maybe),
    learning_outcomes=many,
    facilitator=maybe,
    views=st.none() | st.builds(Views, heard=names, imagined=names),
    takeaways=some(Takeaway, by=said, text=said),
    feedback_from=some(FeedbackFrom, by=said, **spoken),
    answers=st.dictionaries(st.sampled_from((*SECTIONS, *OWN)), texts),
)
