"""Numbers, codes, dates and ages are found in every form; check digits explain and never excuse."""

from collections.abc import Callable
from typing import Any

import pytest

Find = Callable[..., Any]
Found = Callable[..., list[tuple[str, str]]]

CODES = [
    ("nhs-number", "999 000 0018"), ("nhs-number", "9990000018"), ("nhs-number", "999-123-4567"),
    ("ni-number", "QQ 12 34 56 C"), ("ni-number", "qq123456c"), ("ni-number", "QQ 98 76 54 B"),
    ("pupil-number", "H801200001001"), ("pupil-number", "A80120000100B"),
    ("postcode", "NR3 4QZ"), ("postcode", "nr34qz"), ("postcode", "SW1A 1AA"),
    ("phone", "01632 960147"), ("phone", "07700 900123"), ("phone", "07700-900-123"), ("phone", "+44 7700 900982"),
    ("phone", "+44 (0)7700 900982"), ("phone", "(0161) 496 0338"), ("phone", "0161 496 0338 ext 12"),
    ("vehicle", "AB12 CDE"), ("vehicle", "ab12cde"), ("vehicle", "A123 BCD"),
    ("email", "amira.h+1@example.org"), ("email", "amira (at) example.org"), ("email", "amira at example dot org"),
    ("link", "https://example.org/plan?id=3"), ("link", "www.example.org"), ("link", "example.org.uk/amira"),
    ("handle", "@mo_draws"), ("code", "mo_draws"),
    ("court-number", "ZW23C00417"), ("court-number", "NV24P00982"), ("court-number", "[2024] EWFC 118"),
    ("court-number", "[2023] EWHC 1234 (Fam)"), ("code", "LCS-0048213"), ("code", "AS/2024/00713"),
    ("number", "NV7731"),
    ("number", "0048213"), ("code", "CH/22/1187"),
    ("date", "14 March 2024"), ("date", "14th of March"), ("date", "the 3rd of february"), ("date", "March 14, 2024"),
    ("date", "14/03/2024"), ("date", "14.3.24"), ("date", "2024-03-14"), ("date", "Mar 2024"),
    ("date", "mid-March 2024"),
    ("date", "Tuesday 9 January"), ("date", "the fifth of June"), ("date", "Christmas 2023"), ("date", "spring 2024"),
    ("date", "2023/24"), ("date", "last Tuesday"), ("date", "the 14th"), ("date", "Bonfire Night"),
    ("number", "2019"),
    ("time", "4pm"), ("time", "10.15pm"), ("time", "23:40"), ("time", "half past nine"), ("time", "3 o'clock"),
    ("age", "14-year-old"), ("age", "14 year old"), ("age", "aged 14"), ("age", "nine years old"), ("age", "14yo"),
    ("age", "fourteen-year-old"), ("age", "in his eighties"), ("age", "in her 80s"), ("age", "Year 8"),
    ("age", "her eightieth birthday"[4:]), ("age", "11 months old"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "code"), CODES, ids=lambda value: str(value))
@pytest.mark.parametrize("frame", ["It was {}.", "it was {} and then more words", "{}"])
def test_a_code_is_found_whole(find: Find, frame: str, kind: str, code: str) -> None:
    text = frame.format(code)
    start = text.index(code)
    covered = {place for each in find(text) for place in range(each.start, each.end)}
    missed = [text[place] for place in range(start, start + len(code)) if place not in covered]
    assert [letter for letter in missed if letter.isalnum() and code[:4] != "the "] == []
    assert kind in {str(each.kind) for each in find(text)}


@pytest.mark.parametrize(("number", "said"), [("999 000 0018", "right"), ("999 000 0019", "wrong")])
def test_a_check_digit_explains_and_never_excuses(find: Find, number: str, said: str) -> None:
    (only,) = find(f"It was {number} then.")
    assert only.kind == "nhs-number"
    assert f"check digit is {said}" in only.reason


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("He is 82.", "an older adult"), ("a 9-year-old", "a child"), ("aged fifteen", "a young person"),
        ("on 14 March 2024", "in the spring"), ("in November 2023", "in the autumn"),
        ("at Larch Hill Infants", "a primary school"),
        ("on Willow Ward", "a hospital ward"), ("a baby of 11 months old", "a baby"), ("He was 12 days old.", "a baby"),
        ("We saw Amira.", "the young person"),
        ("in Norwich", "the town"),
    ],
)  # fmt: skip
def test_a_general_wording_is_suggested(find: Find, text: str, said: str) -> None:
    assert any(said in each.suggestion for each in find(text))


def test_a_digit_that_no_number_can_be_made_of_is_found(found: Found) -> None:
    assert found("We saw ፩ there, and ፩፪ then.") == [("number", "፩"), ("number", "፩፪")]


@pytest.mark.parametrize(
    "text",
    [
        "We met for 20 minutes, twice in 6 weeks; 50% of it was silence.",
        "Under section 47, s.17 and Section 117(2) of the Children Act 1989.",
        "Working Together 2023, Article 8, the Mental Capacity Act 2005.",
        "From 3 to 6 on a scale of 0 to 10, and then 8/10.",
        "It is (Bowlby, 1969; Ainsworth, 1978), as Kolb (1984) wrote.",
        "1. Ask first.\n2. Wait.\n3. Write it down.",
        "A 24-hour service, 24/7, with 1:1 support for under 18s.",
        "PHQ-9, GAD-7, COVID-19, KS2 and DSM-5.",
        "I tried 2 other ideas; session 4 of 6; she scored 17 on the PHQ-9 and 14 on the GAD-7.",
        "Agreed: 1) ask her; 2) wait; 2 of 3 domains are better; CPN 48h.",
        "Under s9 and s21A; songs from the 1970s; nobody rang 999.",
        "The 16+ team and the 18+ service work with young people up to 25.",
    ],
)
def test_numbers_of_the_field_are_quiet(found: Found, text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    ["kai is 7 now", "he keeps 4 horses", "we met at 7 elm road", "she had 3 warnings", "Jade 7 came", "flat 2 rang"],
)
def test_a_small_number_that_tells_something_is_found(find: Find, text: str) -> None:
    assert any(letter.isdigit() for finding in find(text) for letter in text[finding.start : finding.end])


@pytest.mark.parametrize(
    "text",
    [
        "the only Sikh family in the village", "her twins", "the youngest of seven", "the vicar said", "six brothers",
        "the former mayor of the town", "the headteacher of the village school", "a seventh child",
    ],
)  # fmt: skip
def test_rare_facts_are_settled_like_names(find: Find, text: str) -> None:
    assert any(not each.only_warns for each in find(text))


@pytest.mark.parametrize(
    ("text", "quiet"),
    [
        ("As Bowlby wrote, a secure base matters.", True), ("I met Mr Bowlby.", False),
        ("I met Bowlby at home.", False),
        ("Carl Rogers' core conditions.", True), ("Rogers came late.", False), ("Egan's model of helping.", True),
    ],
)  # fmt: skip
def test_a_writers_name_is_quiet_only_where_it_is_cited(found: Found, text: str, quiet: bool) -> None:
    assert (found(text) == []) == quiet


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Will told me.", "Will"), ("Will you come?", None), ("May we sit?", None), ("May was at home.", "May"),
        ("In April we met.", "In April"), ("April told me so.", "April"), ("Mark the date.", None),
        ("Mark was late.", "Mark"),
        ("Trust takes time.", None), ("Patience told me.", "Patience"), ("Patience matters.", None),
        ("Sunday came.", "Sunday"), ("We rest every Sunday.", None), ("Summer holidays are long.", None),
        ("Jet the dog came.", "Jet"), ("mrs brown rang", "brown"), ("auntie rose rang", "rose"),
    ],
)  # fmt: skip
def test_grammar_tells_a_name_from_a_word(found: Found, text: str, name: str | None) -> None:
    assert [words for _, words in found(text)] == ([name] if name else [])


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Dewi was in his ninth year.", "age"),
        ("they placed him at four months", "age"),
        ("She is nearer sixty than fifty.", "age"),
        ("Łukasz (4) sat beside Zsófi, eleven, at the table.", "age"),
        ("She is an old ten.", "age"),
        ("bronwen (91) put her teeth in for me", "age"),
        ("He has just had his fourteenth.", "age"),
        ("It was a Sunday.", "date"),
        ("He has slept since Mothering Sunday.", "date"),
        ("They moved on the eve of Diwali.", "date"),
        ("it was in early spring that she left", "date"),
        ("she goes mon n wed", "date"),
        ("he says 16, and Joy turned 18", "age"),
        ("a tiny six, and not yet at school", "age"),
        ("he is three weeks off thirty", "age"),
        ("Olek, seven and a bit, kept a diary", "age"),
        ("the granddaughter, eleven.", "age"),
        ("who is ten weeks", "age"),
        ("home for xmas.", "date"),
        ("it was the first week of ramadan", "date"),
        ("she has the radio of a Sunday", "date"),
        ("a Friday in lambing", "date"),
        ("they have been here since the floods", "date"),
        ("he came last back end", "date"),
        ("Tribunal's the nineteenth.", "date"),
        ("he left on the night of the storm", "date"),
        ("Code for the door is one nine six six, star.", "code"),
        ("he is big for eleven.", "age"),
        ("he is sixteen end of month", "age"),
        ("she has the eldest, eleven, and a job", "age"),
        ("baby is nine weeks tomorrow", "age"),
        ("a man in early middle age", "age"),
    ],
)
def test_ages_and_days_are_found_as_people_say_them(found: Found, text: str, kind: str) -> None:
    assert kind in [each for each, _ in found(text)]
