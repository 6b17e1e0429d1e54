"""How a site looks: what circle.yml may say of it, which colours can be read, and how days are said."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from circle_cli.errors import CircleError
from circle_cli.look.colours import (
    LEAST,
    NIGHT,
    WHITE,
    Colour,
    Colours,
    Scheme,
    contrast,
    lightened,
    mixed,
)
from circle_cli.look.days import plain_day
from circle_cli.look.dressed import _DARK, _LIGHT, dressed, style_of
from circle_cli.look.record import Look
from circle_cli.settings import load_settings

WHOLE = """\
name: What works in Fictonshire
address: https://example.org/circle
language-of-dates: cy
colours:
  light: {main: "#4b286d", accent: "#8a3800"}
  dark: {main: "#caf"}
pages: [who-we-are.md, our-year.md]
"""
COLOUR = st.builds(Colour, *[st.integers(0, 255)] * 3)


def load(folder: Path, text: str) -> Look:
    (folder / "circle.yml").write_text(text, encoding="utf-8")
    return load_settings(folder).look


def test_all_that_it_can_say_is_read(tmp_path: Path) -> None:
    purple, orange, lilac = Colour(0x4B, 0x28, 0x6D), Colour(0x8A, 0x38, 0x00), Colour(0xCC, 0xAA, 0xFF)
    assert load(tmp_path, WHOLE) == Look(
        name="What works in Fictonshire",
        address="https://example.org/circle/",
        days="cy",
        colours=Colours(light=Scheme(main=purple, accent=orange), dark=Scheme(main=lilac)),
        pages=("who-we-are.md", "our-year.md"),
    )
    assert load(tmp_path, "") == Look()


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ('colours: {light: {main: "#ffcc00"}}', r":1: colours\.light\.main: #ffcc00 on white .* 1\.\d\d : 1.* darker"),
        ('colours: {light: {accent: "#777"}}', r":1: colours\.light\.accent: #777777 on white .* 4\.47 : 1.* 4\.5 : 1"),
        ('colours:\n  dark: {main: "#00594f"}', r":2: colours\.dark\.main: .* dark page .* : 1.* lighter"),
        ("colours:\n  light:\n    main: #4b286d", r":3: colours\.light\.main: no colour .*quotation marks"),
        ("colours: {light: {main: 123456}}", r":1: colours\.light\.main: no colour .*quotation marks"),
        ("colours: {light: {main: purple}}", r":1: colours\.light\.main: no colour"),
        ("colours: {light: {main: ٤٤٤}}", r":1: colours\.light\.main: no colour"),
        ('colours: {main: "#000"}', r":1: colours\.main: unknown key"),
        ("colours: green", r":1: colours: expected keys"),
        ("address: example.org", r":1: address: .*https://example\.org/circle/"),
        ("address: https://name:word@example.org/", r":1: address: "),
        ('address: "https://example.org/\\"onload=x"', r":1: address: "),
        ("language-of-dates: klingon", r":1: language-of-dates: .*klingon.* `cy` for Welsh"),
        ("language-of-dates: ../cy", r":1: language-of-dates: "),
        ("pages: who-we-are.md", r":1: pages: expected a list"),
        ("pages: [Who we are.md]", r":1: pages: .*who-we-are\.md"),
        ("pages: [../sessions/x.md]", r":1: pages: "),
        ("pages: [index.md]", r":1: pages: "),
        ("pages: [con.md]", r":1: pages: "),
        ("pages: [a.md, a.md]", r":1: pages: .*twice"),
        ('name: "A\\u202eB"', r":1: name: expected one line"),
    ],
)
def test_what_cannot_be_used_is_refused_by_line(tmp_path: Path, text: str, wrong: str) -> None:
    with pytest.raises(CircleError, match=r"circle\.yml" + wrong):
        load(tmp_path, text)


def test_contrast_is_wcags() -> None:
    assert contrast(WHITE, Colour(0, 0, 0)) == 21
    assert round(contrast(WHITE, Colour(0x76, 0x76, 0x76)), 2) == 4.54  # the lightest grey that will do
    assert contrast(NIGHT, NIGHT) == 1


@given(COLOUR)
def test_words_can_be_read_on_whatever_is_mixed_from_a_colour_that_passed(colour: Colour) -> None:
    assert contrast(lightened(colour), NIGHT) >= LEAST
    for ground, fills, words in ((WHITE, _LIGHT, Colour(8, 32, 29)), (NIGHT, _DARK, Colour(0xF2, 0xFB, 0xF9))):
        if contrast(colour, ground) >= LEAST:
            assert all(contrast(mixed(colour, ground, share), words) >= LEAST for share in fills)


def test_what_is_said_of_one_scheme_reaches_the_other() -> None:
    purple = Colour(0x4B, 0x28, 0x6D)
    style = style_of(Colours(light=Scheme(main=purple), dark=Scheme()))
    light, dark = style.split('[data-md-color-scheme="slate"] {')[0], style.rpartition('"slate"]')[2]
    assert "--md-typeset-a-color: #4b286d;" in light and "--md-accent-fg-color: #4b286d;" in light
    assert f"--md-typeset-a-color: {lightened(purple)};" in dark
    assert style.startswith("@media screen {")  # on paper all is black on white
    only_dark = style_of(Colours(light=Scheme(), dark=Scheme(main=WHITE)))
    assert "default" not in only_dark and "md-primary" not in only_dark


def test_names_and_pages_go_before_what_mkdocs_was_told() -> None:
    told = {"site_name": "A", "site_url": None, "nav": [{"Home": "index.md"}, {"Ours": ["one.md"]}]}
    look = Look(name="B", address="https://example.org/", pages=("one.md", "two.md"))
    assert dressed(told, look, "Fictonshire Council") == {
        "site_name": "B",
        "site_url": "https://example.org/",
        "nav": [{"Home": "index.md"}, {"Ours": ["one.md"]}, {"Fictonshire Council": ["two.md"]}],
    }
    assert dressed(told, Look(), "Fictonshire Council") == told


@pytest.mark.parametrize(
    ("language", "whole", "short"),
    [
        ("", "Friday 4 December 2026", "4 December 2026"),
        ("en-GB", "Friday 4 December 2026", "4 December 2026"),
        ("cy", "Dydd Gwener, 4 Rhagfyr 2026", "4 Rhagfyr 2026"),
        ("ga", "Dé hAoine 4 Nollaig 2026", "4 Nollaig 2026"),
        ("pl", "piątek, 4 grudnia 2026", "4 grudnia 2026"),
    ],
)
def test_days_are_said_in_the_language_of_the_log(language: str, whole: str, short: str) -> None:
    day = date(2026, 12, 4)
    assert (plain_day(day, language), plain_day(day, language, weekday=False)) == (whole, short)
