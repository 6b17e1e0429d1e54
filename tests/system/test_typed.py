"""Commands that somebody is told to type can be typed, in the shell of their system."""

import shlex

import pytest
from hypothesis import given
from hypothesis import strategies as st

from circle_cli.system.typed import typed


@given(st.lists(st.text(st.characters(exclude_characters="\0")), min_size=1))
def test_a_shell_takes_each_word_as_it_is(words: list[str]) -> None:
    assert shlex.split(typed(*words, windows=False)) == words


@pytest.mark.parametrize(
    ("word", "shown"),
    [
        (r"C:\Logs\ours", r"C:\Logs\ours"),
        (r"C:\Users\Sam Example\log", r'"C:\Users\Sam Example\log"'),
        ("it's ours", '"it\'s ours"'),
        ("R&D", '"R&D"'),
        ("$HOME's `x`", "'$HOME''s `x`'"),
        ('She said "yes"', "\"She said 'yes'\""),
        ("", '""'),
    ],
)
def test_windows_has_quotation_marks_of_its_own(word: str, shown: str) -> None:
    assert typed(word, windows=True) == shown
