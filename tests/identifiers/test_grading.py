"""What nobody may explain away, whatever they mean by it; and which invented forms an example may have."""

from collections.abc import Callable
from typing import Any

import pytest

Find = Callable[..., Any]

DANGEROUS = [
    "07911 123456", "+44 7911 123456", "0113 278 4455", "(01603) 445566", "0113 278 4455 ext 12",
    "NR3 4QZ", "nr34qz",
    "amira@council.gov.uk", "amira.h+1@exampleville.org", "amira@example.org.uk",
    "943 476 5919", "943 476 5918", "AB 12 34 56 C", "H801200001001", "A80120000100B",
    "4929 1234 5678 9015", "GB82 WEST 1234 5698 7654 32",
    "Zofia Kowalska", "Grace Carpenter", "Jack Smith", "J. Kowalska", "Mr John Brown", "JACK SMITH", "Rose Green",
    "zofia kowalska", "jack smith", "zofia smith", "jack Smith", "zofia Kowalska", "Zofia kowalska", "jack kowalska",
    "ZOFIA kowalska", "Oluwaseun Adeyemi-Cole", "Siobhán O’Rourke",
]  # fmt: skip
INVENTED = [
    "07700 900123", "+44 (0)7700 900982", "01632 960147", "0161 496 0338", "0161 496 0338 ext 12", "020 7946 0018",
    "029 2018 0123", "0191 498 0456", "028 9649 6123", "0808 157 0123",
    "jo@example.org", "jo.bloggs@mail.example.com", "jo@somewhere.invalid", "999 123 4567", "QQ 12 34 56 C", "ZZ99 3VZ",
]  # fmt: skip
EXPLAINED = [
    "Zofia", "Quillby Approach", "Quillby Model", "2019", "14 March", "[2024] EWFC 118", "Larkspur Panel",
    "AB12 CDE", "Gentle Hedgerow", "Co-op",
]  # fmt: skip


def staying(find: Find, text: str, words: str) -> set[bool]:
    start = text.index(words)
    return {each.may_stay for each in find(text) if each.start < start + len(words) and each.end > start}


@pytest.mark.parametrize("words", DANGEROUS)
@pytest.mark.parametrize("frame", ["It was {} then.", "we were told {}", "{}"])
def test_by_what_somebody_is_found_within_minutes_no_reason_protects(find: Find, frame: str, words: str) -> None:
    assert False in staying(find, frame.format(words), words)


@pytest.mark.parametrize("words", INVENTED)
def test_an_example_in_an_invented_form_may_stay_with_a_reason(find: Find, words: str) -> None:
    assert staying(find, f"Write it as {words} there.", words) == {True}


@pytest.mark.parametrize("words", EXPLAINED)
def test_anything_else_may_stay_with_a_reason(find: Find, words: str) -> None:
    assert staying(find, f"We used the {words} then.", words) == {True}


@pytest.mark.parametrize(
    "text",
    [
        "DOB 14/03/2010.", "d.o.b. 14.03.2010", "D.O.B: 14-3-10", "born on 3 May 2010", "Born 3 May", "born in 2010",
        "Date of birth: 2010-03-14", "14/03/2010 (DOB)", "Her birthday is the third of May", "3 May is his birthday",
    ],
)  # fmt: skip
def test_a_date_of_birth_is_no_date_like_any_other(find: Find, text: str) -> None:
    assert [each.may_stay for each in find(text) if each.kind in ("date", "age", "number", "code")] == [False]


def test_a_day_beside_which_nobody_was_born_is_one_like_any_other(find: Find) -> None:
    assert [each.may_stay for each in find("We met on 3 May. Born leaders listen.")] == [True]
