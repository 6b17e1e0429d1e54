"""The file of a month's sparks: a line each, read back as it was written, and nothing else taken for one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from circle_cli.errors import CircleError
from circle_cli.sparks.file import as_name, month_of, on_one_line, read_lines, read_spark, render_spark, with_all_lines
from circle_cli.sparks.record import Spark

DAY = date(2026, 11, 27)


@given(st.text(), st.text(max_size=20), st.lists(st.just("2026-11-28-k3f9"), max_size=1))
def test_what_is_kept_is_one_line_and_reads_back(text: str, name: str, sessions: list[str]) -> None:
    words = on_one_line(text)
    if words:
        spark = Spark(day=DAY, text=words, by=as_name(name), sessions=tuple(sessions))
        written = render_spark(spark)
        assert written.splitlines() == [written]
        assert read_spark(written) == spark


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Robin laughed today", "Robin laughed today"),
        ("  two\nlines\tand\r\nmore ", "two lines and more"),
        ("a\x1b[31mb\x00c\u2028d\x85e\ud800", "a [31mb c d e"),
        ("", ""),
        ("\n \x00", ""),
        ("[2026-11-28-k3f9]: - by Sam: 😀 é", "[2026-11-28-k3f9]: - by Sam: 😀 é"),
    ],
)
def test_no_sign_in_it_ends_the_line_or_is_obeyed(typed: str, kept: str) -> None:
    assert on_one_line(typed) == kept


def test_a_very_long_line_is_kept_whole() -> None:
    words = "word " * 50_000 + "end"
    assert read_spark(render_spark(Spark(day=DAY, text=words))) == Spark(day=DAY, text=words)


def test_a_line_says_whose_it_is_and_what_began_with_it() -> None:
    spark = Spark(day=DAY, text="He rang: himself", by="Sam Lee", sessions=("2026-11-28-k3f9", "2026-11-29-ab2d"))
    line = "- 2026-11-27 by Sam Lee [2026-11-28-k3f9, 2026-11-29-ab2d]: He rang: himself"
    assert (render_spark(spark), read_spark(line)) == (line, spark)


def test_a_line_that_is_none_is_named_with_its_number_and_headings_are_passed_over() -> None:
    text = "# November\n\n- 2026-11-27: One\nsomething else\n- 2026-02-31: No such day\n- 2026-11-28:\n"
    lines = list(read_lines(text, "sparks/2026-11.md"))
    wrong = [each.where.line for _, each in lines if isinstance(each, CircleError) and each.where]
    assert [number for number, _ in lines] == [3, 4, 5, 6]
    assert wrong == [4, 5, 6]


def test_no_line_is_lost_and_none_is_doubled_where_two_contents_meet() -> None:
    one, two, three = b"- 2026-11-01: One\n", b"- 2026-11-02: Two\n", b"what is this\n"
    marked = b"- 2026-11-01 [2026-11-28-k3f9]: One\n"
    assert with_all_lines(one + two, one) == one + two
    assert with_all_lines(two, one + three) == two + one + three
    assert with_all_lines(marked, one + one) == marked + one
    assert with_all_lines(two.strip(), one) == two + one


def test_a_month_has_a_file() -> None:
    assert month_of(DAY) == "2026-11.md"
