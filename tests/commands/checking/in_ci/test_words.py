"""What a CI run prints gives files, lines and kinds, and no word of anybody: others read it, terminal or none."""

import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from making import approve, git, put_point, put_session

from circle_cli.commands.edge import at_own_terminal
from circle_cli.discreet import is_ci
from circle_cli.identifiers.lists import Lists
from circle_cli.points.record import LearningPoint

Run = Callable[..., Any]
CAST = """\
cast:
  - {name: "Zyxwold Quaverley", also: ["Zyx", "Old Quave"], say: "the manager"}
  - {name: "Merriwick Lodge", say: "the home"}
  - {name: "Thistlebeck", say: "the town"}
"""
OF_CAST = ("zyxwold", "quaverley", "zyx", "quave", "merriwick", "thistlebeck")
SAID = "Zyxwold Quaverley of Merriwick Lodge, whom Zyx and Old Quave knew in Thistlebeck."


class Window(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("environ", "ci"),
    [
        ({}, False), ({"CI": "true"}, True), ({"CI": "1"}, True), ({"CI": "woodpecker"}, True), ({"CI": ""}, False),
        ({"CI": "false"}, False), ({"CI": "0"}, False), ({"TF_BUILD": "True"}, True), ({"JENKINS_URL": "x"}, True),
    ],
)  # fmt: skip
def test_a_ci_is_known_by_what_it_sets(environ: Mapping[str, str], ci: bool) -> None:
    assert is_ci(environ) is ci


def test_a_terminal_that_a_ci_has_is_nobodys_own(monkeypatch: pytest.MonkeyPatch) -> None:
    for stream in ("stdin", "stdout"):
        monkeypatch.setattr(sys, stream, Window())
    assert at_own_terminal()
    monkeypatch.setenv("CI", "true")
    assert not at_own_terminal()


def told(done: Any) -> list[str]:
    return [word for word in OF_CAST if re.search(word, done.stdout + done.stderr, re.IGNORECASE)]


@pytest.mark.parametrize("kind", ["own", "base", "reader"])
def test_settings_that_cannot_be_read_are_told_without_a_word_of_them(circle: Run, log: Path, kind: str) -> None:
    (log / "circle.yml").write_text(f"kind: {kind}\naddress: Zyxwold\n", encoding="utf-8")
    for words in (("check",), ("site",), ("site", "--export", "out"), ("digest",), ("review", "--withdrawals")):
        done = circle(*words, cwd=log, env={"CI": "true"})
        assert done.returncode in (1, 2, 65), done
        assert "circle.yml:" in done.stdout + done.stderr
        assert told(done) == []


def test_whatever_is_found_no_word_of_any_cast_is_told(
    circle: Run, log: Path, point: LearningPoint, lists: Lists
) -> None:
    put_session(log, "2026-11-20-b2cd", "Zyxwold of Thistlebeck", CAST, what_worked=SAID)
    put_session(log, "2026-11-21-b2ce", "Merriwick", "zyxwold: Quaverley\n")
    put_point(
        log, approve(replace(point, title="Ask Zyxwold", parts={**point.parts, "how": SAID}), lists=lists.version)
    )
    (log / "guidance/Thistlebeck.md").write_text(SAID, encoding="utf-8")
    (log / "guidance/kit.md").write_text(f'---\ntitle: "Zyx"\ndescription: "How."\n---\n# Zyx\n{SAID}\n', "utf-8")
    (log / "proposals").mkdir()
    (log / "proposals/abcd2345.md").write_text(f"---\n{SAID}: x\n---\n", encoding="utf-8")
    (log / "identifier-check").mkdir()
    (log / "identifier-check/allowed.txt").write_text("Zyxwold\nMerriwick Lodge\n", encoding="utf-8")
    git(log, "add", "-f", ".")
    git(log, "commit", "-qm", "x")
    (log / "sessions/2026/of Quaverley.md").write_text(SAID, encoding="utf-8")
    for words in (("check",), ("check", "--json"), ("check", "--since", "HEAD"), ("site",), ("digest",)):
        done = circle(*words, cwd=log, env={"CI": "true"})
        assert done.returncode in (1, 2, 65), done
        assert "Traceback" not in done.stderr
        assert told(done) == []
    done = circle("check", cwd=log, env={"CI": "true"})
    assert re.search(r"(?m)^guidance/learning-points/k3f9abcd\.md:\d+: identifier: ", done.stdout)
    assert "sessions/2026/*.md:1: " in done.stdout
