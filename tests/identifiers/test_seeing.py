"""What hides a word from a search hides it from nobody here; places are those of the text as it was given."""

import re
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inventing import examples

from circle_cli.identifiers.check import find_identifiers
from circle_cli.identifiers.seen.text import _MAY_BE_ONE, see
from circle_cli.session.people import typed_entry
from circle_cli.shown import INVISIBLE

Find = Callable[..., Any]

HIDDEN = [
    "Am\u200bira", "A\u00admira", "Am\u202eira", "\u2066Amira\u2069", "Ami\u2060ra", "A\U000e0041mira", "Am**ir**a",
    "A`mir`a",
    "Am<b>ir</b>a", "Am<!-- x -->ira", "&#65;mira", "&#x41;mira", "&amp;#65;mira", "Amir&aacute;", "Ａｍｉｒａ",
    "𝐀𝐦𝐢𝐫𝐚",
    "🇦🇲🇮🇷🇦", "🇦 🇲 🇮 🇷 🇦", "🅰🅼🅸🆁🅰", "🅰️🅼️🅸️🆁️🅰️", "🅐🅜🅘🅡🅐", "🄰🄼🄸🅁🄰", "ⓐⓜⓘⓡⓐ", "ⒶⓂⒾⓇⒶ", "⒜⒨⒤⒭⒜", "ᴀᴍɪʀᴀ",
    "Ami\u0301ra", "Amíra", "A m i r a", "Ami-ra", "AMIRA", "**Amira**", "_Amira_", "[Amira](x)", "\x00Amira",
    "Am\x08ira",
    r"Ami\-ra", "~~Amira~~", "Am~~i~~ra",
]  # fmt: skip


@pytest.mark.parametrize("hidden", HIDDEN, ids=ascii)
def test_a_name_of_the_cast_is_seen_through_its_disguise(find: Find, hidden: str) -> None:
    text = f"On that day {hidden} came."
    ours = [each for each in find(text, "Amira") if each.kind == "cast"]
    assert len(ours) == 1
    covered = text[ours[0].start : ours[0].end]
    assert covered.strip("*_~") in hidden
    assert see(covered).text.replace(" ", "").replace("-", "").strip("*_~").lower() in ("amira", "amirá", "amíra")


@pytest.mark.parametrize(
    "spelt",
    ["A\nm\ni\nr\na", "- A\n- M\n- I\n- R\n- A", "1. A\n2. M\n3. I\n4. R\n5. A", "* a\n\n* m\n\n* i\n\n* r\n\n* a",
     "A, M, I, R, A", "A-m-i-r-a", "A/M/I/R/A", "(A)(M)(I)(R)(A)"],
    ids=ascii,
)  # fmt: skip
def test_letters_down_a_list_that_spell_a_name_are_found_as_one(find: Find, spelt: str) -> None:
    text = f"Look:\n\n{spelt}\n\nThat was it."
    (ours,) = (each for each in find(text, "Amira") if each.kind == "cast")
    assert text[ours.start : ours.end] in spelt and ours.end - ours.start >= len("Amira")
    (letters,) = (each for each in find(text) if each.kind == "letters")
    assert (letters.start, letters.end) == (ours.start, ours.end)


def test_lines_whose_first_letters_spell_a_name_are_pointed_to(find: Find) -> None:
    text = "Ask first.\nMind the pace.\nInvite them.\nRest.\nAsk again."
    assert [text[each.start : each.end] for each in find(text, "Amira Hassan")] == ["Ask"]
    assert find(text) == find(text, "Samira") == ()


@pytest.mark.parametrize("said", ["alpha mike india romeo alpha", "Alfa-Mike-India", "tango, oscar, mike"])
def test_a_name_spelt_as_on_the_radio_is_found(find: Find, said: str) -> None:
    text = f"It was {said} then."
    assert any((each.start, each.end) == (7, 7 + len(said)) for each in find(text))


@pytest.mark.parametrize(
    "code",
    ["⠁⠍⠊⠗⠁", "⠞⠕⠍ ⠃⠗⠕⠺⠝", ".- -- .. .-. .-", "- .. --", "• – – • • • – •", "·- / -- / ··", "−−− ··· −",
     ".-\n--\n..\n.-.", "- .-\n- --\n- ..", "dot dash, dash dash, dot dot", "dah dah dit dah",
     ".-/--/../.-./.-", "–•–|•–|•", ".- -- ..|.-.", "dot dot dot dot, dot dot"],
    ids=ascii,
)  # fmt: skip
def test_what_people_cannot_read_is_found_and_stays_for_no_reason(find: Find, code: str) -> None:
    text = f"Look: {code} was it."
    assert any(not each.may_stay for each in find(text) if each.kind == "hidden")


@pytest.mark.parametrize(
    "plain",
    ["Wait ... and see - so - there.", "- - -", "---", "-----", "...\n- one\n- two", "| --- | --- |",
     "One – two … three.", "Ask, e.g. I did, i.e. a lot.", "A dash of hope, a dot of ink.", ". . ."],
    ids=ascii,
)  # fmt: skip
def test_dots_and_dashes_of_ordinary_texts_spell_nothing(find: Find, plain: str) -> None:
    assert find(plain) == ()


@pytest.mark.parametrize("mixed", ["Аmira", "Amirа", "Αmira", "аmіrа"])
def test_letters_that_only_look_alike_are_found(find: Find, mixed: str) -> None:
    assert any(each.kind in ("word", "name", "cast") for each in find(f"We met {mixed} there."))


@pytest.mark.parametrize("other", ["أميرة", "Аміра", "李小梅", "अमीरा", "อมิรา", "אמירה"])
def test_a_word_in_another_script_is_found(find: Find, other: str) -> None:
    text = f"We met {other} there."
    assert any(text[each.start : each.end] == other for each in find(text))


@pytest.mark.parametrize(
    "hidden",
    [
        "<!-- Amira -->", "<!-- not closed", "<span hidden>x</span>", "[x](../private/amira.md)", "![Amira](a.png)",
        "[//]: # (Amira)", "[^1]: Amira", "*[HTML]: Amira", '--8<-- "private.md"', "{{ name }}", "{% x %}",
        "{: .secret }",
        "```", "x\u200by", "\U000e0041\U000e0042", "word\u202e", "<div data-x='Amira'>", "<!DOCTYPE html>",
    ],
    ids=ascii,
)  # fmt: skip
def test_what_a_page_would_carry_unseen_is_found(find: Find, hidden: str) -> None:
    assert any(each.kind == "hidden" for each in find(f"One word.\n\n{hidden}\n\nAnother."))


def test_smiles_and_ordinary_signs_hide_nothing(find: Find) -> None:
    assert find("It went well 👩‍👧 ❤️ and less < more, so > 2 weeks; a [x] box & more.") == ()


@given(st.text(max_size=60))
@settings(max_examples=examples(300))
def test_every_visible_character_knows_its_place(text: str) -> None:
    seen = see(text)
    assert len(seen.starts) == len(seen.ends) == len(seen.text)
    assert all(0 <= start < end <= len(text) for start, end in zip(seen.starts, seen.ends, strict=True))
    assert list(seen.starts) == sorted(seen.starts)


SIGNS = "aAbB1 .,-'’\n@_*`<>!&#;[](){}%:/0~\\\u200b\u202eéа\u0301"
ALPHABET = st.sampled_from([*SIGNS, "Amira", "Mr ", "<!--", "-->", "&#65;"])


@given(st.lists(ALPHABET, max_size=60).map("".join))
@settings(max_examples=examples(400))
def test_whatever_the_text_findings_are_in_order_inside_it_and_apart(lists: Any, text: str) -> None:
    found = find_identifiers(text, [typed_entry("Amira Hassan (Mira)")], lists)
    assert all(0 <= each.start < each.end <= len(text) for each in found)
    assert all(each.line == text.count("\n", 0, each.start) + 1 for each in found)
    apart = [each for each in found if each.kind != "hidden"]
    assert all(one.end <= other.start for one, other in pairwise(apart))
    assert found == find_identifiers(text, [typed_entry("Amira Hassan (Mira)")], lists)


@given(st.text(alphabet="bcdfghklmnpqrstvwxz", min_size=4, max_size=12))
def test_no_unknown_word_is_ever_quiet(lists: Any, word: str) -> None:
    """Letters without a vowel make no English word: nothing accounts for them, in any case."""
    for text in (f"We met {word} there.", f"{word.title()} came.", f"we met {word.upper()} there"):
        known = word in lists.english or word in lists.phrases
        assert known or any(word in text[each.start : each.end].lower() for each in find_identifiers(text, (), lists))


UNITS = [
    "a",
    "A. ",
    "1.",
    "a@",
    "<a",
    "<!--",
    "&#",
    "[](",
    "**a",
    "{%",
    "-1",
    "Mr A ",
    "Mr ",
    "of A ",
    "x_",
    "\u0301",
    "\u200b",
    "www.a.",
    "- ",
    ". ",
    ".- ",
    ".\n",
    "dot ",
    "🇦",
    "a ",
    "1. a\n",
    "grace ",
    "S: ",
    "P with capacity ",
    "9,",
    "9 to ",
]


@pytest.mark.parametrize("unit", UNITS, ids=ascii)
def test_hostile_text_takes_no_more_than_its_length(lists: Any, unit: str) -> None:
    """A fourfold text may take sixfold at most: the square of the length would be sixteenfold.

    What is not in proportion shows each time; what else the computer does meanwhile does not.
    """
    import time

    def seconds(length: int) -> float:
        text = (unit * length)[:length]
        start = time.process_time()
        find_identifiers(text, (), lists)
        return time.process_time() - start

    assert any(seconds(16_000) <= 6 * seconds(4_000) for _ in range(5))


@pytest.mark.parametrize(
    "said", ["{}", "{} visits", "50:{}", "{}. Ask", "Ask &#{}; then", "{}/{}/2020", "it was {} then"]
)
def test_a_figure_of_thousands_of_digits_is_found_like_any_other(find: Find, said: str) -> None:
    assert any(each.end - each.start >= 5_000 for each in find(said.replace("{}", "7" * 5_000)))


def test_every_sign_that_may_show_as_something_else_is_looked_at() -> None:
    may_be = re.compile(rf"[<&*`~\\{INVISIBLE}\x80-\U0010ffff]")
    signs = [chr(number) for number in (*range(0x400), 0x200B, 0xFEFF, 0xD800, 0x1F98A, 0x10FFFF)]
    assert [each for each in signs if bool(_MAY_BE_ONE.search(each)) is not bool(may_be.search(each))] == []
