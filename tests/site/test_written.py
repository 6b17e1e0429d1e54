"""What was made and written at once must be there as it was made when it is asked for."""

from pathlib import Path

import pytest

from circle_cli.errors import CircleError
from circle_cli.site.written import Written


def test_what_lies_there_is_given_as_it_was_made(tmp_path: Path) -> None:
    written = Written(tmp_path, [("kit/a.html", b"one"), ("kit/b.html", b"two")])
    assert dict(written) == {"kit/a.html": b"one", "kit/b.html": b"two"}
    assert (tmp_path / "kit/a.html").read_bytes() == b"one"


@pytest.mark.parametrize("gone", [False, True])
def test_what_is_there_in_other_bytes_or_no_longer_stops_what_wants_it(tmp_path: Path, gone: bool) -> None:
    written = Written(tmp_path, [("kit/a.html", b"one")])
    written.place_of("kit/a.html").unlink() if gone else written.place_of("kit/a.html").write_bytes(b"onf")
    with pytest.raises(CircleError, match=r"kit/a\.html: is not on the site as it was made"):
        written["kit/a.html"]
    assert "kit/a.html" in written  # it is meant to be there, all the same
