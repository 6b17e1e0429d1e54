"""What a reader takes for the same spelling, and what not."""

import re
import sys
import unicodedata
from collections.abc import Callable

import pytest

from circle_cli.log.entries.sessions import _SPELT_OTHERWISE  # a table that must agree with the folding
from circle_cli.session.spelling import folded

LETTERS = re.compile(r"[^\W_]+")

SAME = [
    ("don't", "don’t", "DON‘T", "donʼt", "don＇t", "don´t"),
    ('"so"', "“so”", "„so‟", "«so»", "＂so＂"),
    ("café", "cafe\u0301", "CAFÉ", "ca\u00adfé", "ca\u200bfe\u0301", "caf\u2060é"),
    ("office", "o\ufb03ce", "OFFICE", "of\u00adfice"),
    ("flat first", "ﬂat ﬁrst", "ﬂat ﬁrﬆ"),
    ("follow-up", "follow‐up", "follow‑up", "follow–up", "Follow−up", "follow--up"),
    ("2019-2020", "2019–2020", "2019—2020"),
    ("team 7", "Team\u00a07", "ｔｅａｍ\u30007", "team\u202f7"),
    ("strasse", "Straße", "STRASSE", "STRAẞE"),
    ("istanbul", "İstanbul", "ISTANBUL", "i\u0307stanbul", "ıstanbul"),
    ("ışık", "IŞIK", "işik"),
    ("manoeuvre", "manœuvre", "MANŒUVRE"),
    ("anaesthetic", "anæsthetic"),
    ("ὀδυσσεύς", "ὈΔΥΣΣΕΎΣ"),
    ("so...", "so…"),
]


@pytest.mark.parametrize("spellings", SAME, ids=lambda spellings: spellings[0])
def test_a_reader_takes_them_for_the_same(spellings: tuple[str, ...]) -> None:
    assert {folded(each) for each in spellings} == {folded(spellings[0])}


@pytest.mark.parametrize(("one", "other"), [("café", "cafe"), ("ø", "o"), ("well", "we'll"), ("re-form", "reform")])
def test_what_means_something_else_stays_apart(one: str, other: str) -> None:
    assert folded(one) != folded(other)


ROWS = ["".join(map(chr, range(start, start + 64))) for start in range(0, sys.maxunicode, 64)]
FORMS = ("NFC", "NFD", "NFKC", "NFKD")


def every_sign(but_where: Callable[[str], bool]) -> list[str]:
    """Give every sign, but not one by one where a whole row of neighbours is as it should be: most of all there are."""
    return [sign for row in ROWS if not "\ud800" <= row[0] <= "\udfff" and not but_where(row) for sign in row]


def test_each_sign_has_one_spelling_whatever_form_it_comes_in() -> None:
    def stays(row: str) -> bool:
        return folded(row) == row and all(unicodedata.is_normalized(form, row) for form in FORMS)

    every = every_sign(stays)
    changed = {sign: once for sign in every if (once := folded(sign)) != sign}  # what stays itself is folded already
    assert [sign for sign, once in changed.items() if folded(once) != once] == []
    for form in FORMS:
        forms = ((sign, unicodedata.normalize(form, sign)) for sign in every)
        other = {sign for sign, made in forms if made != sign and folded(made) != changed.get(sign, sign)}
        assert other <= set("\u00b4\u1ffd″‶"), "signs that are typed for others than Unicode takes them for"


def test_no_file_is_ruled_out_that_may_spell_a_letter_otherwise() -> None:
    differ = every_sign(lambda row: folded(row) == row.casefold())
    plain = [sign for sign in differ if not _SPELT_OTHERWISE.search(sign.encode())]
    assert [sign for sign in plain if LETTERS.findall(folded(sign)) != LETTERS.findall(sign.casefold())] == []
