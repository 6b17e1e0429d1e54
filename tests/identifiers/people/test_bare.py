"""A word of any kind that stands as only a name does is found; who or what else stands so is not."""

from collections.abc import Callable

import pytest

Found = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "nickname"),
    [
        ("Spanner let me in.", "Spanner"), ("told badger id be back and he nodded", "badger"),
        ("we waited and tank laughed", "tank"), ("Peanut cried a lot.", "Peanut"),
        ("he said ring tank, he will know", "tank"), ("it was with pebble's mum that we spoke", "pebble"),
        ("Smudge, as his mates know him, was there.", "Smudge"), ("they nicknamed him chips at school", "chips"),
        ("that is where tinker drinks", "tinker"),
        ("mouse only eats beige", "mouse"), ("told pudding she could keep it", "pudding"),
        ("his mates off the estate call him stretch", "stretch"),
        ("smudge is nine and loves it", "smudge"), ("we sat in, smudge (9) was quiet", "smudge"),
        ("smudge, 9, was quiet", "smudge"), ("smudge and his nan came", "smudge"),
        ("smudge didnt want to talk", "smudge"), ("smudge has never slept in a bed", "smudge"),
        ("then jubilee went into care", "jubilee"), ("they saw smudge on his own", "smudge"),
        ("gave smudge a hug", "smudge"), ("i asked smudge what he wanted", "smudge"),
        ("our smudge cried", "smudge"),
        ("his brother smudge came", "smudge"), ("they named her rocket", "rocket"),
    ],
)  # fmt: skip
def test_a_word_without_an_article_that_does_what_people_do_is_somebody(found: Found, text: str, nickname: str) -> None:
    assert ("person", nickname) in found(text)


def test_it_is_found_again_where_it_stands_so_and_not_behind_an_article(found: Found) -> None:
    text = "told biscuit that it was fine. the biscuit on the poster smiled at us, and biscuit was quiet"
    assert [words for _, words in found(text)] == ["biscuit", "biscuit"]


@pytest.mark.parametrize(
    "text",
    [
        "Medication didnt help, and rent is paid.", "They gave notice of it, and asked permission when late.",
        "Our letter said so, and our dog slept.",
        "Charges were brought against the council.", "His mum and her sister came, and step 9 was last.",
        "School rang, and mum said that housing wanted a form.", "Nobody told us, and we told staff that it was late.",
        "The worker and child laughed, then both cried.", "When asked, they said that instinct told them to wait.",
        "Then the phone rang, and we rang duty to say so.", "Today’s plan and the child’s mum were there.",
        "He asked permission to leave, and management said yes.", "She quietly smiled and finally slept.",
        "As guidance said, we told parents about the review.",
    ],
)  # fmt: skip
def test_who_is_not_named_is_quiet(found: Found, text: str) -> None:
    assert found(text) == []
