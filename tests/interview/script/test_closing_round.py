"""The closing round: what each saw, said and takes away is their own, and is asked once."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from composed import session_of, together

from circle_cli.interview.asker import Move
from circle_cli.interview.composing.compose import compose
from circle_cli.interview.composing.decompose import decompose
from circle_cli.interview.composing.merging import merge
from circle_cli.interview.script.script import Interview
from circle_cli.session.record import Feedback, FeedbackFrom, Observation, Takeaway

Hold = Callable[..., Any]


def asked_in(held: Any, begins: str) -> list[str]:
    return [key for key in dict.fromkeys(held.asker.asked) if key.startswith(begins)]


def test_the_closing_round_is_not_passed_by_without_a_word(group: Interview, hold: Hold) -> None:
    held = hold(group, together(**{"noticed/Ade": Move.SKIP}))
    assert sum("Nobody has told of anything yet" in said for said in held.asker.told) == 1
    said = {"noticed/Ade": "You asked twice."}
    held = hold(group, together(**said))
    assert not any("Nobody has told" in said for said in held.asker.told)
    assert session_of(group, held.answers).observations == (Observation(by="Ade", to="Sam", text="You asked twice."),)


def test_the_facilitator_begins_the_praise_and_everybody_but_the_presenter_is_asked_once(
    group: Interview, hold: Hold
) -> None:
    held = hold(group, together())
    assert asked_in(held, "noticed/") == [f"noticed/{name}" for name in ("Jo", "Ade", "Bea", "Cy", "Dee")]
    jo, ade, *_ = (
        each.prompt for each in held.asker.screens if each.prompt.key.startswith("noticed/") and not each.again
    )
    assert (jo.ask, ade.ask) == ("Jo, what did you notice?", "Ade, what did you notice?")
    assert jo.remark[0].startswith("You show the way. It matters a great deal, so time is kept for it")
    assert "in how Jo asked" in ade.remark[0] and "in how Jo asked" not in " ".join(jo.remark)
    assert ade.remark[-1] == "For Sam, unless another name comes first, such as Jo: ..."


def test_what_each_saw_reaches_whom_it_was_meant_for(group: Interview, hold: Hold) -> None:
    said = {
        "noticed/Bea": "You sat down.\nJo: The one about the door.\nfor cy and dee: you knew the article.",
        "noticed/Ade": "everybody: You listened: really.\n\nQuestioner: He said: come in.",
    }
    assert session_of(group, hold(group, together(**said)).answers).observations == (
        Observation(by="Ade", to="everyone", text="You listened: really."),
        Observation(by="Ade", to="Jo", text="He said: come in."),
        Observation(by="Bea", to="Sam", text="You sat down."),
        Observation(by="Bea", to="Jo", text="The one about the door."),
        Observation(by="Bea", to="Cy and Dee", text="you knew the article."),
    )


@pytest.mark.parametrize(
    ("typed", "to", "text"),
    [
        ("Ade: You sat down.", "Sam", "You sat down."),
        ("ade: Jo: Your last question opened it up.", "Jo", "Your last question opened it up."),
        ("Ade to Jo: Your last question.", "Jo", "Your last question."),
        ("Ade → jo: Your last question.", "Jo", "Your last question."),
        ("Ade said: You sat down.", "Sam", "You sat down."),
        ("Jo – your last question.", "Jo", "your last question."),
        ("Jo said: come in, and he did.", "Sam", "Jo said: come in, and he did."),
        ("You sat down - Jo: too.", "Sam", "You sat down - Jo: too."),
        ("Ade to the boy: come in, that was it.", "Sam", "Ade to the boy: come in, that was it."),
        ("Kim: you knew it.", "Sam", "Kim: you knew it."),
        ("You said to Jo: wait.", "Sam", "You said to Jo: wait."),
        ("Do: more of it.", "Sam", "Do: more of it."),
    ],
)
def test_whoever_speaks_is_not_taken_for_whom_it_is_said_to(
    group: Interview, hold: Hold, typed: str, to: str, text: str
) -> None:
    session = session_of(group, hold(group, together(**{"noticed/Ade": typed})).answers)
    assert session.observations == (Observation(by="Ade", to=to, text=text),)


def test_a_first_name_is_enough_where_it_means_one(group: Interview, hold: Hold) -> None:
    said = {"people": "Zoë O'Hare, Jo Ann, Jo Beth, Al", "facilitator": "Al", "presenting": "zoë"}
    told = {"noticed/Jo Ann": "zoe: You waited.\nJo: who?", "noticed/Jo Beth": "Jo Ann: You wrote."}
    found = session_of(group, hold(group, {**said, **told}).answers).observations
    assert [(each.to, each.text) for each in found] == [
        ("Zoë O'Hare", "You waited."), ("Zoë O'Hare", "Jo: who?"), ("Jo Ann", "You wrote.")
    ]  # fmt: skip


def test_what_each_was_told_is_said_back_before_the_round_goes_on(group: Interview, hold: Hold) -> None:
    said = {"noticed/Ade": "You sat down.\nJo: You waited.", "noticed/Bea": "You laughed."}
    held = hold(group, together(**said))
    assert "For Sam: You sat down.\nFor Jo: You waited." in held.asker.told
    assert held.asker.told[-1] == (
        "What Sam was told:\n- You sat down. (Ade)\n- You laughed. (Bea)\n"
        "What Jo was told:\n- You waited. (Ade)\nTo change any of it, Ctrl-B (or .back) goes back."
    )
    back = hold(
        group,
        {"round/positive": Move.BACK, "noticed/Dee": "Ade: Thank you."},
        answers=held.answers,
        at="round/positive",
    )
    assert "What Ade was told:\n- Thank you. (Dee)" in back.asker.told[-1]


def test_everybody_is_asked_by_name_and_what_they_say_is_their_own(group: Interview, hold: Hold) -> None:
    said = {
        "round/positive": "cy: Time.\nAde and Bea: The tea.",
        "round/even-better": "Cy: More of it.",
        "round/taken-away": "Sam: I will ask twice.\nSam: And wait.\nJo: The second question.",
    }
    held = hold(group, together(**said))
    asks = {screen.prompt.key: screen.prompt for screen in held.asker.screens}
    assert asks["round/positive"].ask == "Sam, Jo, Cy, Dee, Ade and Bea: what was good about the session?"
    assert "Anyone may pass." in asks["round/positive"].remark[0]
    session = session_of(group, held.answers)
    assert session.feedback_from == (
        FeedbackFrom(by="Cy", positive="Time.", even_better="More of it."),
        FeedbackFrom(by="Ade", positive="The tea."),
        FeedbackFrom(by="Bea", positive="The tea."),
    )
    assert session.takeaways == (
        Takeaway(by="Sam", text="I will ask twice."),
        Takeaway(by="Sam", text="And wait."),
        Takeaway(by="Jo", text="The second question."),
    )
    assert session.feedback is None
    again = hold(group, {}, answers=held.answers, at="round/positive").asker.screens[0].prompt
    assert again.ask == "Sam, Jo and Dee: what was good about the session?"


def test_what_nobody_is_named_for_is_kept_as_said_by_all(group: Interview, hold: Hold) -> None:
    said = {
        "round/positive": "Kim: time.\nIt was calm.",
        "round/even-better": "everyone: A bigger table.",
        "round/taken-away": "We will do it again.",
    }
    held = hold(group, together(**said))
    session = session_of(group, held.answers)
    assert session.feedback == Feedback(
        positive="Kim: time.\nIt was calm.", even_better="A bigger table.", will_use="We will do it again."
    )
    assert (session.feedback_from, session.takeaways) == ((), ())
    assert any("Kept as from all of you: Kim: time." in told for told in held.asker.told)


def test_a_name_alone_on_a_line_is_that_of_the_next_or_of_somebody_who_passed(group: Interview, hold: Hold) -> None:
    said = {"noticed/Ade": "Jo:\nYou waited.\nDee:", "round/positive": "Cy:\nTime.\nDee:\nBea: Tea.\nAde:"}
    session = session_of(group, hold(group, together(**said)).answers)
    assert session.observations == (Observation(by="Ade", to="Jo", text="You waited."),)
    assert session.feedback_from == (FeedbackFrom(by="Cy", positive="Time."), FeedbackFrom(by="Bea", positive="Tea."))
    assert session.feedback is None


@pytest.mark.parametrize(
    ("named", "by", "to", "asks"),
    [
        ({"presenter": "Sam", "questioner": "Jo"}, "Jo", "Sam", "Jo, what did you notice?"),
        ({}, "questioner", "presenter", "Whoever asked, what did you notice?"),
    ],
)
def test_one_to_one_ends_with_what_was_seen_and_how_it_was_named_or_not(
    interview: Interview, hold: Hold, named: dict[str, str], by: str, to: str, asks: str
) -> None:
    said = {**named, "noticed/*": "", f"noticed/{by}": "You let her choose.", "round/positive": "It was calm."}
    held = hold(interview, said, answers={"company": "with"})
    assert asks in [screen.prompt.ask for screen in held.asker.screens]
    session = session_of(interview, held.answers)
    assert session.observations == (Observation(by=by, to=to, text="You let her choose."),)
    assert session.feedback == Feedback(positive="It was calm.")
    again = hold(interview, answers=decompose(session))
    assert not {"opening", f"noticed/{by}", "round/positive"} & set(again.asker.asked)
    assert compose(interview, again.answers, session) == session


def test_alone_nothing_of_a_closing_round_is_asked_and_what_a_sheet_holds_of_it_stays(
    interview: Interview, hold: Hold
) -> None:
    base = replace(session_of(interview, {"title": "T"}), feedback=Feedback(positive="Calm."))
    held = hold(interview, {"theory": "None."}, answers=decompose(base))
    assert not asked_in(held, "noticed/") and not asked_in(held, "round/") and "opening" not in held.asker.asked
    assert compose(interview, held.answers, base).feedback == base.feedback


def test_what_two_people_were_told_by_one_stays_apart_when_more_is_added(group: Interview, hold: Hold) -> None:
    told = (
        Observation(by="Ade", to="Cy", text="You knew it\n\nall.", extra={"from": "later"}),
        Observation(by="Ade", to="Dee", text="You said when."),
        Observation(by="Ade", to="Dee", text="You said when."),
        Observation(by="Ade", to="everyone", text="Bea: a quote?"),
    )
    base = replace(session_of(group, hold(group, together()).answers), observations=told)
    for more in ({"noticed/Bea": "You sat."}, {"noticed/Ade": "{}\nBea: tea."}):
        answers = decompose(base)
        answers |= {key: text.format(answers.get(key)) for key, text in more.items()}
        assert compose(group, answers, base).observations[:4] == told
        assert len(compose(group, answers, base).observations) == 5


def test_what_the_facilitator_saw_is_found_by_their_name_and_stays_as_the_sheet_has_it(
    group: Interview, hold: Hold
) -> None:
    own = Observation(by="facilitator", to="everyone", text="Nobody hurried.")
    base = replace(session_of(group, hold(group, together()).answers), observations=(own,))
    answers = decompose(base)
    assert answers["noticed/Jo"] == "everyone: Nobody hurried."
    after = compose(group, {**answers, "noticed/Jo": "everyone: Nobody hurried.\nYou sat."}, base)
    assert after.observations == (own, Observation(by="Jo", to="Sam", text="You sat."))


ASKED_ONE_BY_ONE = {
    "observations/practice/Jo": "You sat down.",
    "observations/practice/Ade": "jo: you saw his tea.",
    "observations/questioning/Ade": "Ade: which one he liked.",
    "observations/sharing/Ade": "cy: you knew. / Everybody listened.",
    "feedback/who": "Cy, Bea",
    "feedback/Cy/positive": "Time.",
    "feedback/Cy/will_use": "The soup.",
    "takeaways/Sam": "I will ask twice.",
    "takeaways/Jo": None,
}


def test_a_draft_that_was_asked_one_by_one_goes_on_with_those_who_were_not(group: Interview, hold: Hold) -> None:
    begun = {**hold(group, together(), at="title").answers, **ASKED_ONE_BY_ONE}
    begun = {key: text for key, text in begun.items() if not key.startswith(("noticed/", "round/"))}
    held = hold(group, {"noticed/Bea": "You laughed."}, answers=begun, halves={"observations/practice/Bea": "You lau"})
    assert asked_in(held, "noticed/") == ["noticed/Bea", "noticed/Cy", "noticed/Dee"]
    asks = {screen.prompt.key: screen.prompt.ask for screen in held.asker.screens}
    assert asks["round/positive"] == "Bea: what was good about the session?"
    assert asks["round/even-better"].startswith("Cy and Bea:")
    assert asks["round/taken-away"].startswith("Cy, Dee, Ade and Bea:")
    session = session_of(group, held.answers)
    assert [(each.by, each.to, each.text) for each in session.observations] == [
        ("Jo", "Sam", "You sat down."),
        ("Ade", "Jo", "you saw his tea."),
        ("Ade", "Jo", "which one he liked."),
        ("Ade", "Cy", "you knew. / Everybody listened."),
        ("Bea", "Sam", "You laughed."),
    ]
    assert session.feedback_from == (FeedbackFrom(by="Cy", positive="Time.", will_use="The soup."),)
    assert session.takeaways == (Takeaway(by="Sam", text="I will ask twice."),)
    assert session.answers["notes"] == "- You lau"
    assert compose(group, merge(held.answers, {}, decompose(session)), session) == session


def test_the_same_answers_over_the_file_that_they_made_change_nothing(group: Interview, hold: Hold) -> None:
    """An interrupted save had finished; going on with the draft must not double anything."""
    said = {
        "numbers/safety": "8 6 8 7 9 9, his gran 9 told",
        "views/both": "managers, the GP, imagined the law",
        "noticed/Ade": "cy: you knew.",
        "noticed/Bea": "everyone: you all listened.\nYou sat.",
        "round/positive": "cy: Time.\nAll in all, good.",
        "round/taken-away": "Dee: The door.\nMore of it.",
    }
    answers = hold(group, together(minutes="60", **said)).answers
    session = session_of(group, answers)
    assert len(session.scaling) == 7
    assert compose(group, merge(answers, {}, decompose(session)), session) == session


def test_a_facilitator_may_leave_anywhere_and_finds_each_thing_where_it_was(group: Interview, hold: Hold) -> None:
    said = together(minutes="60", **{"round/positive": "Cy: Time.", "learning-points/1/text": "Ask."})
    whole = hold(group, said)
    before: dict[str, str | None] = {}
    for key in dict.fromkeys(whole.asker.asked):
        left = hold(group, {key: (Move.PAUSE, "half")}, answers=before, at=key)
        assert left.paused
        before[key] = whole.answers[key]
        back = hold(group, {key: Move.PAUSE}, answers=left.answers, halves=left.run.halves, at=key)
        [screen] = back.asker.screens
        half = "" if screen.prompt.guarded else "half"
        assert back.asker.found == [(key, half)]
        assert back.run.halves[key] == "half"
        assert bool(half) or "You were at “half”. It counts when you choose it." in screen.prompt.remark


def test_what_is_over_is_not_asked_again_when_a_session_is_gone_on_with(group: Interview, hold: Hold) -> None:
    said = {f"noticed/{name}": "You asked." for name in ("Jo", "Ade", "Bea", "Cy", "Dee")}
    base = session_of(group, hold(group, together(minutes="60", **said)).answers)
    held = hold(group, answers=decompose(base))
    assert not any(screen.timing for screen in held.asker.screens)
    asked = held.asker.asked
    assert compose(group, held.answers, base) == base
    assert not {"opening", "minutes", "people", "facilitator", *said} & set(asked)
    assert not [key for key in asked if key.startswith("roles")]
