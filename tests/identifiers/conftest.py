"""The check, ready to be asked: `found("text", "Amira Hassan (Mira)")` gives what it finds, as (kind, words)."""

from collections.abc import Callable

import pytest

from circle_cli.identifiers.check import find_identifiers
from circle_cli.identifiers.findings.record import Finding
from circle_cli.identifiers.lists import Lists
from circle_cli.session.people import typed_entry

Find = Callable[..., tuple[Finding, ...]]
Found = Callable[..., list[tuple[str, str]]]


@pytest.fixture(scope="session")
def find(lists: Lists) -> Find:
    def run(text: str, *cast: str) -> tuple[Finding, ...]:
        return find_identifiers(text, [typed_entry(entry) for entry in cast], lists)

    return run


@pytest.fixture(scope="session")
def found(find: Find) -> Found:
    def run(text: str, *cast: str) -> list[tuple[str, str]]:
        return [(str(each.kind), text[each.start : each.end]) for each in find(text, *cast)]

    return run
