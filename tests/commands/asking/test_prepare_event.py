"""The sessions of a training event: prepared at once, cut short while they are saved, recorded in clones."""

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from circle_cli.session.file import read_session
from circle_cli.session.record import Session

Open = Callable[..., Any]
Sessions = Callable[[], list[Path]]
Circle = Callable[..., Any]

EVENT = [
    ("what to bear in mind", "1"),
    ("What shall we call it?", "November"),
    *((words, "") for words in ("What will you look at?", "Which day?", "At what time", "How long", "Where?")),
    ("Who facilitates?", "Lee"),
    ("Who is coming?", "Ada, Ben, Cat, Dan, Eve, Fay, Gus, Hal, Ida, Jan, Kim, Lou, Max, Nan"),
    ("Who would like to bring something?", ""),
    ("Shall we split like this?", ""),
    ("Has anybody said", ""),
    *((words, "") for words in ("will lead the session", "will be split", "brings an example", "could be affected")),
    *((words, "") for words in ("is booked", "its set of role cards", "how to explain")),
]

KILLED_AT_THE_SECOND_FILE = """
import os, signal, sys
link, made = os.link, []
def second(one, other, **how):
    made.append(other)
    if len([name for name in made if str(name).endswith(".md")]) == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    link(one, other, **how)
os.link = second
from circle_cli.__main__ import main
main()
"""


@pytest.fixture
def event(terminal: Open, sessions: Sessions, drafts: Path) -> list[Session]:
    """The three sessions of a training event, whose saving was cut short after the first, and gone on with."""
    at = terminal("prepare", "--groups", "3", "--plain", program=(sys.executable, "-c", KILLED_AT_THE_SECOND_FILE))
    for words, reply in EVENT:
        at.until(words).type(f"{reply}\n")
    assert at.end() == -signal.SIGKILL
    (first,) = sessions()
    first.write_text(f"{first.read_text('utf-8')}\n## Notes {{#notes}}\n\nBring a chair.\n", encoding="utf-8")
    again = terminal("resume", "--plain").until("Welcome back", "3 sessions are planned, one for each group.")
    assert again.until("Saved: November, group 1", "Saved: November, group 3", "circle event").end() == 0
    assert list(drafts.iterdir()) == []
    return [read_session(path) for path in sessions()]


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True, text=True)
    return done.stdout


def test_a_training_event_whose_saving_is_cut_short_has_each_group_once_and_each_clone_records_its_own(
    event: list[Session], log: Path, tmp_path: Path, circle: Circle
) -> None:
    groups = sorted(event, key=lambda each: each.event.group if each.event else 0)
    assert [each.title for each in groups] == [f"November, group {number}" for number in (1, 2, 3)]
    assert len({each.id for each in groups}) == 3
    assert [each.answers.get("notes") for each in groups] == ["Bring a chair.", None, None]
    (event_id,) = {each.event.id for each in groups if each.event}
    everybody = [name for each in groups for names in each.roles.values() for name in names]
    assert set(everybody) == set("Ada Ben Cat Dan Eve Fay Gus Hal Ida Jan Kim Lou Max Nan".split())

    clones = [tmp_path / name for name in ("one", "two")]
    for clone in clones:
        git(tmp_path, "clone", "-q", str(log), str(clone))
    for clone, group in zip(clones, groups, strict=False):
        sheet = circle("print", "sheet", group.id, "--format", "md", "--to", "-", cwd=clone).stdout
        heading = next(line for line in sheet.split("\n") if "{#what-worked}" in line)
        filled = sheet.replace(heading, f"{heading}\n\nWhat group {group.title[-1]} saw.")
        done = circle("reflect", "--from", "-", cwd=clone, stdin=filled)
        assert (done.returncode, done.stderr) == (0, "")
    git(log, "config", "receive.denyCurrentBranch", "updateInstead")
    git(clones[0], "push", "-q")
    git(clones[1], "pull", "-q", "--no-rebase", "--no-edit")
    git(clones[1], "push", "-q")
    shown = circle("event", event_id, cwd=log).stdout
    assert "2 of 3 groups are in. Not in yet: group 3 (planned)." in shown
    assert "What worked: What group 1 saw." in shown and "What worked: What group 2 saw." in shown
    assert len(list((log / "sessions").rglob("*-november-group-*.md"))) == 3


def test_an_event_of_which_nobody_knew_who_was_coming_is_split_once_it_is_known(
    terminal: Open, sessions: Sessions
) -> None:
    at = terminal("prepare", "--mode", "training", "--title", "November", "--plain")
    for words in ("what to bear in mind", "look at?", "Which day?", "At what time", "How long", "Where?"):
        at.until(words).type("\n")
    for words in ("Who facilitates?", "Who is coming?", "Has anybody", "will lead", "will be split", "an example"):
        at.until(words).type("\n")
    for words in ("could be affected", "is booked", "role cards", "how to explain"):
        at.until(words).type("\n")
    assert at.until("The session is planned.", "It names nobody").end() == 0
    (first,) = [read_session(path) for path in sessions()]
    assert first.is_undated and first.event is None
    again = terminal("prepare", first.id[11:], "--plain").until("Is any of this different now?").type("\n")
    said = (("look at?", ""), ("Which day?", "4 Dec 2030 2pm"), ("Where?", "Hall"), ("Who facilitates?", "Lee"))
    for words, reply in said:
        again.until(words).type(f"{reply}\n")
    again.until("Who is coming?").type("Ada, Ben, Cat, Dan\n").until("bring something?").type("Dan\n")
    again.until("How many groups?").type("2\n").until("Shall we split", "Group 1: Dan, Ben").type("\n")
    again.skip_all()
    assert again.end() == 0
    groups = {each.event.group: each for each in map(read_session, sessions()) if each.event}
    assert groups[1].id == first.id
    assert [groups[number].roles.get("presenter") for number in (1, 2)] == [("Dan",), None]
