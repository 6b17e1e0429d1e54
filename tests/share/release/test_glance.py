"""A glance at a text's pieces never passes over a name; read piece by piece, a text says what it says as a whole."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from circle_cli.identifiers.lists import load_lists
from circle_cli.session.record import CastEntry
from circle_cli.share.release.beginnings import LONG, MANY, Beginnings
from circle_cli.share.release.glance import glance_for
from circle_cli.share.release.opened import Text
from circle_cli.share.release.terms import Terms, make_terms, surfaces_in

CAST = ("Amélie Oyelaran", "Rose Green", "Will", "Νίκος Αλεξίου", "Bartholomew", "Jo-Ann O’Neill", "\U0001f98a")
OTHERS = [f"Zq{first}{second}{third}" for first in "abcdef" for second in "ghijkl" for third in "mnopqr"]
NAMES = (*(word for name in CAST for word in name.split()), "AMELIE", "oye", "laran", "A m e l i e", "νικοσ", "ΝΙΚΟΣ")
MARKS = (
    "<b>",
    "</b>",
    "<p>",
    "</p>",
    "<x ",
    "<a\n",
    ' title="',
    '">',
    ">\n",
    "\n",
    "<",
    ">",
    "</w:p><",
    "<!-- ",
    " -->",
)
LETTERS = (
    "\U0001f98a",
    "&#129418;",
    "\u200b",
    "\u0301",
    "&#65;",
    "&am",
    "p;",
    "%C3",
    "%A9",
    "\\n",
    "\\u0041",
    " ",
    ".",
    "-",
    "ß",
    "Σ",
)
texts = st.lists(st.sampled_from((*NAMES, *MARKS, *LETTERS)), max_size=25).map("".join)


def terms_for(*more: str) -> Terms:
    return make_terms([CastEntry(name=name) for name in (*CAST, *more)], (), load_lists())


FEW, OF_MANY = terms_for(), terms_for(*OTHERS)


@given(texts, st.booleans())
def test_the_pieces_of_a_text_say_what_it_says_as_a_whole(raw: str, seen: bool) -> None:
    text = Text(raw, seen=seen)
    pieces = text.pieces()
    assert pieces is None or "".join(pieces) == text.whole


@pytest.mark.parametrize("terms", [FEW, OF_MANY], ids=["few names", "many names"])
@given(raw=texts, seen=st.booleans())
def test_what_holds_a_name_is_never_passed_over(terms: Terms, raw: str, seen: bool) -> None:
    assert len(OF_MANY.by_word) > MANY
    text = Text(raw, seen=seen)
    found = {term for term, _ in terms.find(text.whole, seen=seen)}
    assert not found or glance_for(terms, frozenset())(text)
    for term in found:
        assert glance_for(terms, found - {term})(text)


def test_a_page_that_holds_no_name_is_passed_over() -> None:
    page = "".join(f"<li><a href='{number}.html'>Walking beside somebody</a></li>\n" for number in range(50))
    assert not glance_for(OF_MANY, frozenset())(Text(page, seen=True))


@given(st.lists(st.text("abc", min_size=LONG, max_size=LONG), min_size=MANY, max_size=MANY + 40), st.text("abc"))
def test_of_many_beginnings_each_that_stands_in_a_text_is_found(every: list[str], letters: str) -> None:
    text = f"{letters}{every[0]}{letters}"
    assert Beginnings(every).found_in(text) == {each for each in every if each in text}


@given(st.text(st.one_of(st.characters(), st.sampled_from("aZ9_-'’“ \n\x1f\x85\u2003½²Ⅷ\u0301é")), max_size=40))
def test_the_words_of_a_text_are_all_that_stands_in_it_in_letters_and_digits(text: str) -> None:
    assert surfaces_in(text) == set(re.findall(r"[^\W_]+", text))
