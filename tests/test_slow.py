"""What `make check` leaves out is there: a file that was moved would come back into it, and nobody would notice."""

from pathlib import Path

import pytest
from slow import SLOW_PLACES

TESTS = Path(__file__).parent


@pytest.mark.parametrize("place", SLOW_PLACES)
def test_what_is_left_out_is_where_the_list_says(place: str) -> None:
    path, _, name = place.partition("::")
    assert (TESTS / path).exists()
    assert not name or f"def {name}" in (TESTS / path).read_text(encoding="utf-8")
