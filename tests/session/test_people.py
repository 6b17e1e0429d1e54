"""Who took part, and who is meant: a doubt shows nothing to anybody."""

from dataclasses import replace
from datetime import date

import pytest

from circle_cli.errors import CircleError
from circle_cli.session.people import find_person, meant, people_of, roles_of, speaker
from circle_cli.session.record import FeedbackFrom, Session, Takeaway
from circle_cli.vocabulary import Mode, Status

SESSION = Session(
    id="2026-12-01-g7up",
    title="x",
    date=date(2026, 12, 1),
    mode=Mode.GROUP,
    status=Status.RECORDED,
    roles={"presenter": ("Sam Hill",), "questioner": ("Jo",), "encourager": ("José", "Bea")},
    facilitator="Jo",
    takeaways=(Takeaway(by="Ola", text="x"), Takeaway(by=" bea ", text="x"), Takeaway(by="encourager", text="x")),
    feedback_from=(FeedbackFrom(by="Xu"), FeedbackFrom(by="facilitator")),
)
TITLES = {"presenter": "Presenting practitioner", "encourager": "Appreciative encourager"}


def test_those_took_part_who_had_a_role_or_led_or_said_something() -> None:
    assert people_of(SESSION) == ("Sam Hill", "Jo", "José", "Bea", "Ola", "Xu")
    assert people_of(replace(SESSION, roles={}, facilitator=None, takeaways=(), feedback_from=())) == ()


def test_a_person_may_have_several_roles() -> None:
    assert roles_of(SESSION, "Jo") == ("questioner", "facilitator")
    assert roles_of(SESSION, "Ola") == ()


@pytest.mark.parametrize(
    ("said", "people"),
    [
        ("Sam Hill", ("Sam Hill",)),
        ("  sam  HILL ", ("Sam Hill",)),
        ("Jose\u0301", ("José",)),
        ("Jo", ("Jo",)),
        ("Sam Hill and Bea", ("Sam Hill", "Bea")),
        ("Jo, Bea; Xu", ("Jo", "Bea", "Xu")),
        ("presenter", ("Sam Hill",)),
        ("the presenting practitioner", ("Sam Hill",)),
        ("encourager", ("José", "Bea")),
        ("Appreciative encouragers", ("José", "Bea")),
        ("facilitator", ("Jo",)),
        ("everyone", ("Sam Hill", "Jo", "José", "Bea", "Ola", "Xu")),
        ("The group", ("Sam Hill", "Jo", "José", "Bea", "Ola", "Xu")),
        ("Sam", ()),
        ("recorder", ()),
        ("Jose", ()),
        ("Pat", ()),
        ("", ()),
    ],
)
def test_who_is_meant_goes_by_name_by_role_or_by_everyone(said: str, people: tuple[str, ...]) -> None:
    assert meant(SESSION, said, TITLES) == people


def test_a_name_goes_before_a_role_and_before_what_parts_two_names() -> None:
    odd = replace(
        SESSION, roles={"presenter": ("Everyone",), "recorder": ("Presenter",), "encourager": ("A and B", "A")}
    )
    assert meant(odd, "everyone", {}) == ("Everyone",)
    assert meant(odd, "presenter", {}) == ("Presenter",)
    assert meant(odd, "A and B", {}) == ("A and B",)


def test_words_belong_to_a_role_only_where_one_person_had_it() -> None:
    assert speaker(SESSION, "presenter") == "Sam Hill"
    assert speaker(SESSION, "facilitator") == "Jo"
    assert speaker(SESSION, "BEA") == "Bea"
    assert speaker(SESSION, "encourager") is None
    assert speaker(SESSION, "Pat") is None


@pytest.mark.parametrize("named", ["Sam Hill", "sam", "S", "SAM HI"])
def test_a_name_may_be_shortened_while_it_means_one(named: str) -> None:
    assert find_person(people_of(SESSION), named) == "Sam Hill"


def test_a_whole_name_is_meant_before_one_that_begins_with_it() -> None:
    assert find_person(("Joanna", "Jo"), "jo") == "Jo"


@pytest.mark.parametrize(
    ("named", "message"),
    [
        ("j", "j: could be any of Jo, José; give a little more of the name"),
        ("Pat", "Pat: nobody of that name took part; there were Sam Hill, Jo, José, Bea, Ola, Xu"),
        ("", ": nobody of that name took part; there were Sam Hill, Jo, José, Bea, Ola, Xu"),
    ],
)
def test_a_name_that_means_none_or_several_says_who_took_part(named: str, message: str) -> None:
    with pytest.raises(CircleError) as refused:
        find_person(people_of(SESSION), named)
    assert (str(refused.value), refused.value.exit_code) == (message, 2)
