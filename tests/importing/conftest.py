"""Files of other programs, read here."""

from collections.abc import Callable
from datetime import date

import pytest

from circle_cli.guidance.records import Guidance
from circle_cli.importing.composing import Composed, composed
from circle_cli.importing.entry import Found
from circle_cli.importing.reading.files import Circle, circle_of, read_file

TODAY = date(2026, 11, 27)


@pytest.fixture(scope="session")
def known(guidance: Guidance) -> Circle:
    return circle_of(guidance, TODAY)


@pytest.fixture(scope="session")
def read(known: Circle) -> Callable[[str, bytes | str], Found]:
    """Reads a file by its name and what stands in it."""

    def reading(name: str, content: bytes | str) -> Found:
        return read_file(content.encode("utf-8") if isinstance(content, str) else content, name, known)

    return reading


@pytest.fixture(scope="session")
def sessions(known: Circle, read: Callable[[str, bytes | str], Found]) -> Callable[[str, bytes | str], list[Composed]]:
    """Gives the sessions that a file becomes where nobody says otherwise."""

    def made(name: str, content: bytes | str) -> list[Composed]:
        found = []
        for entry in read(name, content).entries:
            labels = (*entry.labels, *(piece.label for piece in entry.pieces))
            becomes = {label: target for label in labels if (target := known.targets.nearly(label))}
            found.append(composed(entry, becomes, TODAY))
        return found

    return made
