"""The check, ready to be asked: `found("text", "Amira Hassan (Mira)")` gives what it finds, as (kind, words)."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest

from circle_cli.share.check import find_identifiers
from circle_cli.share.finding import Finding
from circle_cli.share.lists import Lists, load_lists
from circle_cli.share.typed import typed_entry

Find = Callable[..., tuple[Finding, ...]]
Found = Callable[..., list[tuple[str, str]]]


@pytest.fixture(scope="session")
def lists() -> Lists:
    return load_lists()


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


@pytest.fixture
def review() -> Callable[..., str]:
    """Reads a proposal at a plain terminal: `review(log, "1", ...)` types these lines; gives what was said."""

    def run(log: Path, *lines: str, status: int = 0, before_last: Callable[[], None] = lambda: None) -> str:
        child = pexpect.spawn(
            sys.executable,
            ["-m", "circle_cli", "review", "--plain"],
            cwd=str(log),
            env={**os.environ, "TERM": "dumb"},
            encoding="utf-8",
            timeout=30,
        )
        child.delaybeforesend = None
        told = ""
        for number, typed in enumerate(lines, start=1):
            child.expect(["Type a number", "goes on", "full stop"])
            told += child.before + child.after
            if number == len(lines):
                before_last()
            child.send(f"{typed}\n")
        child.expect(pexpect.EOF)
        told += child.before
        child.close()
        assert child.exitstatus == status, told
        return told

    return run


@pytest.fixture
def terminal_says() -> Callable[[Path], str]:
    """Gives what `circle` alone says at a plain terminal, until it asks."""

    def run(log: Path) -> str:
        child = pexpect.spawn(
            sys.executable,
            ["-m", "circle_cli", "--plain"],
            cwd=str(log),
            env={**os.environ, "TERM": "dumb"},
            encoding="utf-8",
            timeout=30,
        )
        child.expect("Type a number")
        told: str = child.before
        child.close(force=True)
        return told

    return run
