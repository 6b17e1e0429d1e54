"""What people are called is found, whatever word it is, and wherever else it stands; calling is not naming."""

from collections.abc import Callable

import pytest

Found = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "nickname"),
    [
        ("We worked with a lad called spud.", "spud"), ("he’s called tank by now", "tank"),
        ("She is called pebble at home.", "pebble"), ("everyone calls her sparrow", "sparrow"),
        ("his dog called biscuit", "biscuit"), ("A girl known as biscuit came.", "biscuit"),
        ("he goes by shadow", "shadow"), ("She calls herself pickle now.", "pickle"),
        ("He was there, aka bean.", "bean"), ("his real name is storm", "storm"),
        ("Sparrow was what everyone called her.", "Sparrow"), ("Beatrix (“Bean”) came.", "Bean"),
        ('Robert "Spud" Murphy came.', "Spud"), ("‘Bean’ (Beatrix) came.", "Bean"),
        ("We met Beatrix “bean”.", "bean"), ("Then came Beatrix ('bean')", "bean"),
        ("her brother called ash", "ash"), ("someone nicknamed badger", "badger"),
    ],
)  # fmt: skip
def test_a_nickname_is_any_word_where_somebody_is_called_so(found: Found, text: str, nickname: str) -> None:
    assert ("person", nickname) in found(text)


def test_all_who_are_named_in_a_row_are_found_and_wherever_they_are_named_again(found: Found) -> None:
    text = "there are three and they are called storm, river and wren. later river, the eldest, and storm came"
    assert [words for _, words in found(text)] == ["storm", "river", "wren", "river", "storm"]


@pytest.mark.parametrize(
    "text",
    [
        "We called him back, and she was called in.", "They are called assessments.", "This is called scaffolding.",
        "A worker called the police. The carer called school. His mum called services.", "His name was changed.",
        "A friend called unexpectedly. The child called out.", "An approach known as scaffolding helps.",
        "Somebody called her names, and called him lazy.", "It is what everyone called for.",
        "She said “stop” and left.",
    ],
)  # fmt: skip
def test_calling_somebody_or_something_names_nobody(found: Found, text: str) -> None:
    assert found(text) == []
