"""What a file holds is shown, never obeyed: no text of a session reaches the terminal raw."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200e\u200f\u2028\u2029\ufeff]")
HOSTILE = "\x1b[31mred\x1b]0;bell\x07 \x9b2J back\x08 line\x0bfeed\x0c \x7f \x85 \u202eabc\u2066 \u2028 \ufeff \x00"
SAID = json.dumps(HOSTILE)

FRONT = f"""\
themes: [{SAID}]
cast:
  - {{name: {SAID}, also: [{SAID}], say: {SAID}}}
roles: {{presenter: [{SAID}]}}
scaling:
  - {{question: safety, asked: {SAID}, by: {SAID}, score: 8}}
observations:
  - {{by: {SAID}, to: {SAID}, text: {SAID}}}
feedback: {{positive: {SAID}}}
learning_points:
  - {{id: 1, text: {SAID}, scope: general}}
action_points:
  - {{id: 1, what: {SAID}, who: {SAID}, tracked_by: {SAID}}}
frameworks:
  - {{framework: {SAID}, statement: {SAID}, how: {SAID}}}
learning_outcomes: [{SAID}]
facilitator: {SAID}
gathered:
  - {{by: {SAID}, text: {SAID}}}
views: {{heard: [{SAID}], imagined: [{SAID}]}}
takeaways:
  - {{by: {SAID}, text: {SAID}}}
feedback_from:
  - {{by: {SAID}, positive: {SAID}, even_better: {SAID}, will_use: {SAID}}}
"""


@pytest.fixture
def hostile(log: Path, put: Callable[..., Path]) -> Path:
    path = put("2026-11-23-k3f9", "x", FRONT, safety=HOSTILE + " word" * 40 + HOSTILE)
    text = path.read_text(encoding="utf-8")
    text = text.replace("title: x", f"title: {SAID}").replace("## safety", f"## {HOSTILE}")
    path.write_text(text.replace("---\n\n##", f"---\n{HOSTILE}\n\n##"), encoding="utf-8")
    return path


@pytest.mark.parametrize("command", [("list",), ("show", "k3f9"), ("search", "red"), ("search", "word"), ("actions",)])
@pytest.mark.parametrize("flags", [(), ("--json",)])
def test_control_characters_are_shown_and_not_obeyed(
    circle: Run, log: Path, hostile: Path, command: tuple[str, ...], flags: tuple[str, ...]
) -> None:
    done = circle(*command, *flags, cwd=log)
    assert (done.returncode, done.stderr) == (0, "")
    assert not OBEYED.findall(done.stdout)
    assert ("\\u001b[31mred" if flags else "\\x1b[31mred") in done.stdout


def test_json_holds_the_very_text_all_the_same(circle: Run, log: Path, hostile: Path) -> None:
    shown = json.loads(circle("show", "k3f9", "--json", cwd=log).stdout)
    assert shown["title"] == HOSTILE
    assert shown["answers"]["safety"] == HOSTILE + " word" * 40 + HOSTILE


@pytest.mark.parametrize("front", ["mode: \x1b[31m", 'mode: "\\e[31m"', '"\\e[31m": {\n', "roles: {\x9b31m: [a]}\n"])
def test_messages_about_a_file_are_safe_too(circle: Run, log: Path, put: Callable[..., Path], front: str) -> None:
    put("2026-11-23-k3f9", "x", f"{front}\n")
    for command in (("list",), ("show", "k3f9"), ("search", "x")):
        done = circle(*command, cwd=log)
        assert done.stderr
        assert not OBEYED.findall(done.stdout + done.stderr)


def test_a_title_over_several_lines_stays_one_line_of_the_list(
    circle: Run, log: Path, put: Callable[..., Path]
) -> None:
    put("2026-11-23-k3f9", '"One\\n2026-01-01-fake  Two\\tthree"', 'themes: ["a\\nb"]\n')
    done = circle("list", cwd=log)
    assert done.stdout == "2026-11-23-k3f9  One 2026-01-01-fake  Two three  (individual, recorded, a b)\n"
    assert "\n2026-01-01-fake" not in circle("search", "fake", cwd=log).stdout
    assert circle("show", "k3f9", cwd=log).stdout.startswith("One 2026-01-01-fake  Two three\n====")


def test_an_argument_that_comes_back_in_a_message_is_safe(circle: Run, log: Path) -> None:
    done = circle("show", "\x1b[31m", cwd=log)
    assert done.returncode == 2
    assert not OBEYED.findall(done.stderr)
