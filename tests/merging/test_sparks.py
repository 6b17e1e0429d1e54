"""Two versions of a month's sparks become one: a union, the same on both computers."""

import pytest

from circle_cli.merging.files import merge_files

PATH = "sparks/2026-11.md"
ONE, TWO, THREE = "- 2026-11-01: One\n", "- 2026-11-02: Two\n", "- 2026-11-03: Three\n"
MARKED, ALSO = "- 2026-11-01 [2026-11-04-k3f9]: One\n", "- 2026-11-01 [2026-11-05-ab2d]: One\n"
BOTH = "- 2026-11-01 [2026-11-04-k3f9, 2026-11-05-ab2d]: One\n"


@pytest.mark.parametrize(
    ("base", "here", "there", "together"),
    [
        (ONE, ONE + TWO, ONE + THREE, ONE + TWO + THREE),
        (None, THREE, ONE, ONE + THREE),
        ("", TWO, TWO, TWO),
        (ONE, ONE + TWO + TWO, ONE + TWO, ONE + TWO + TWO),
        (ONE, MARKED, ONE + TWO, MARKED + TWO),
        (ONE, MARKED, ALSO, BOTH),
        (ONE, MARKED + TWO, "", MARKED + TWO),
        (ONE + TWO, ONE, ONE + TWO + THREE, ONE + THREE),
        (ONE, ONE + "what is this\n", ONE + TWO, ONE + TWO + "what is this\n"),
    ],
)
def test_every_line_of_both_is_there_once_and_what_was_taken_out_is_not(
    base: str | None, here: str, there: str, together: str
) -> None:
    before = None if base is None else base.encode()
    for one, other in ((here, there), (there, here)):
        merged = merge_files(PATH, before, one.encode(), other.encode())
        assert (merged.content.decode(), merged.beside) == (together, None)
