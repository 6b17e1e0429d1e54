"""What the identifier check says of a text, asked once: the same learning points stand in hundreds of tests."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pytest

from circle_cli.identifiers.check import find_identifiers
from circle_cli.identifiers.findings.record import Finding
from circle_cli.identifiers.known.cast.shapes import Cast
from circle_cli.identifiers.lists import Lists
from circle_cli.session.record import CastEntry
from circle_cli.share import noticing, vetting, wording
from circle_cli.share.release import unfit

_SAID: dict[tuple[str, str, str], tuple[Finding, ...]] = {}


@contextmanager
def checked_once() -> Iterator[None]:
    """Keep what it says for whoever lets texts through the door; the tests of the check itself ask it each time."""
    with pytest.MonkeyPatch.context() as patch:
        for room in (noticing, unfit, vetting, wording):
            patch.setattr(room, "find_identifiers", _kept)
        patch.setattr(vetting, "find_in_each", _kept_each)
        yield


def _kept_each(texts: Sequence[str], cast: Sequence[CastEntry] | Cast, lists: Lists) -> list[tuple[Finding, ...]]:
    return [_kept(text, cast, lists) for text in texts]


def _kept(text: str, cast: Sequence[CastEntry] | Cast, lists: Lists) -> tuple[Finding, ...]:
    entries = cast.entries if isinstance(cast, Cast) else cast
    asked = text, repr(tuple(entries)), lists.version  # of a cast that was read, what other programs keep has no hash
    if asked not in _SAID:
        _SAID[asked] = find_identifiers(text, cast, lists)
    return _SAID[asked]
