"""Killed, hung up on, interrupted: what was typed is there when somebody comes back."""

import os
import re
import shutil
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from copied import lay_down
from faulted import calls_of, with_fault

Open = Callable[..., Any]
Sessions = Callable[[], list[Path]]

WORDS = "the fifth answer, as far as it went"

REPLIES = [
    ("What shall we call it?", "The walk to school"),
    ("The opening", "1"),
    ("The practice situation", "A boy who had stopped going."),
    ("Whose practice is it?", "Sam"),
    ("Who asks the questions?", "Jo"),
    ("Question 1 of 8", "He went on Monday, and again the day after."),
    ("Question 2 of 8", "I walked with him and did not talk much."),
    ("Question 3 of 8", "His aunt said that he was humming when he came home."),
    ("Question 4 of 8", "The gate was the hard part, so we used the other one."),
    ("Question 5 of 8", "It was safer to have one person who knew the way."),
    ("Does anything here need raising", "2"),
    ("When was it raised", "2026-11-20"),
    ("go into the actions?", "Tell the school which gate"),
    ("Question 6 of 8", "Something about small steps, which I want to look up."),
    ("Question 7 of 8", "The other gate is a small thing that changed the morning."),
    ("Question 8 of 8", "Ask about gates at the next three first meetings."),
    ("Jo, what did you notice?", "You let him choose the gate."),
    ("Sam and Jo: what was good", "Jo: It was quiet here."),
    ("Sam and Jo: what would have made", "Next time with tea."),
    ("Sam and Jo: what do you take away", "Sam: I will ask him first."),
]
"""A whole interview: words of each prompt, and the reply; none is said twice, so that each can be looked for."""

ADDED = {
    "Learning points": [
        ("Would you tell any of these to a colleague?", ""),
        ("A learning point", "Look for the other gate."),
        ("Where does it hold?", "1"),
        ("Another learning point", ""),
        ("does each point matter", "9"),
    ],
    "Actions": [
        ("Is any of these an action?", ""),
        ("Another action?", "Ask about gates"),
        ("Who will do it?", "Kit"),
        ("By when?", "2026-12-15"),
        ("Who keeps an eye on it?", "Ade"),
        ("Another action?", ""),
    ],
    "Scales": [
        ("how much did this matter", "8"),
        ("how helpful would", ""),
        ("how safe or settled", "the boy 7 told"),
    ],
    "People": [("Who and where is in this story?", "Teasel School (the Teasel) = the school")],
    "Themes": [("What is it about?", "1, 3"), ("Which services", "1")],
    "Frameworks": [("professional framework", "1"), ("Which learning outcomes", "Unit 4")],
}
"""What is added to it, one after another."""

OFFERED = "Would you like to add"


PROTECTING = ("The opening", "Does anything here need raising", "Where does it hold?")
"""What is never answered by Enter alone, though half of a reply was there when it was left."""


def is_question(prompt: str) -> bool:
    return prompt.startswith(("Question", "The practice situation", "Jo, what", "Sam and Jo: what"))


def typing(reply: str) -> str:
    """Give how a draft keeps words that are being typed."""
    return f'"text":"{reply}","after":'


def go_on(there: Any, prompt: str) -> None:
    """Finish the reply that stands there, in the plain terminal."""
    there.type("\n.\n" if is_question(prompt) else "\n")


def test_an_interview_killed_at_every_prompt_ends_as_one_that_was_not(
    terminal: Open, sessions: Sessions, drafts: Path
) -> None:
    begin = ("reflect", "--one-to-one", "--plain")
    whole = terminal(*begin)
    for prompt, reply in REPLIES:
        whole.until(prompt).type(reply).until_there(drafts, typing(reply))
        go_on(whole, prompt)
    for place, (name, replies) in enumerate(ADDED.items(), start=1):
        whole.until(OFFERED, name).type(f"{place}\n")
        for prompt, reply in replies:
            whole.until(prompt).type(reply)
            if reply:
                whole.until_there(drafts, typing(reply))
            go_on(whole, prompt)
    whole.until(OFFERED).type("\n")
    assert whole.until("What you might do next").end() == 0
    (uninterrupted,) = sessions()

    broken = terminal(*begin)
    for prompt, reply in REPLIES:
        broken = killed_at(prompt, reply, broken, terminal, drafts)
    for place, (name, replies) in enumerate(ADDED.items(), start=1):
        broken.until(OFFERED, name).kill()
        (other,) = [path for path in sessions() if path != uninterrupted]
        broken = terminal("resume", other.stem[11:15], "--plain").until(OFFERED, name).type(f"{place}\n")
        for prompt, reply in replies:
            if reply:
                broken = killed_at(prompt, reply, broken, terminal, drafts)
            else:
                go_on(broken.until(prompt), prompt)
    broken.until(OFFERED).type("\n")
    assert broken.until("What you might do next").end() == 0

    (other,) = [path for path in sessions() if path != uninterrupted]
    assert without_id(other) == without_id(uninterrupted)
    assert list(drafts.iterdir()) == []


def killed_at(prompt: str, reply: str, there: Any, terminal: Open, drafts: Path) -> Any:
    """Kill the program where a reply is typed, go on, and finish the reply."""
    there.until(prompt).type(reply).until_there(drafts, typing(reply))
    assert there.kill() == -signal.SIGKILL
    again = terminal("resume", "--plain").until(prompt)
    if is_question(prompt):
        again.until(reply)
    if prompt in PROTECTING:
        again.until("It counts when you choose it.").type(reply)
    go_on(again, prompt)
    return again


def without_id(path: Path) -> str:
    return re.sub(r"^id: .*$", "id:", path.read_text(encoding="utf-8"), flags=re.MULTILINE)


def answer_four(there: Any) -> None:
    """Answer up to the fourth question, at the terminal with its editor."""
    there.until("What shall we call it?").keys("The walk to school", "\r")
    there.until("The practice situation").keys("A boy.", "\x04")
    for number in range(1, 5):
        there.until(f"Question {number} of 8").keys(f"a good long answer to question {number}", "\x04")
    there.until("Question 5 of 8").keys(WORDS)


@pytest.mark.parametrize("how", ["KILL", "TERM", "HUP", "INT", "hang-up"])
def test_four_answers_and_the_words_of_the_fifth_survive(
    how: str, terminal: Open, sessions: Sessions, drafts: Path, log: Path
) -> None:
    there = terminal("reflect")
    answer_four(there)
    there.until_there(drafts, WORDS)
    if how == "hang-up":
        there.child.close(force=False)
    else:
        there.kill(signal.Signals[f"SIG{how}"])
    assert sessions() == []

    again = terminal("resume")
    again.until("4 of 8", "Question 5 of 8", WORDS).keys(" and on", "\x04")
    for _ in range(40):
        if not again.child.isalive():
            break
        again.keys("\x0b")
    assert again.until("Saved").end() == 0
    (path,) = sessions()
    text = path.read_text(encoding="utf-8")
    for number in range(1, 5):
        assert f"a good long answer to question {number}\n" in text
    assert f"{WORDS} and on\n" in text


def test_a_save_that_was_finished_before_the_kill_is_not_made_twice(
    terminal: Open, sessions: Sessions, drafts: Path, tmp_path: Path
) -> None:
    there = terminal("reflect", "--quick", "--plain")
    for prompt, reply in [
        ("What shall we call it?", "A title"),
        *((f"Question {n} of 3", "six words and not one more") for n in (1, 2)),
    ]:
        there.until(prompt).type(f"{reply}\n.\n" if is_question(prompt) else f"{reply}\n")
    there.until("Question 3 of 3").type("the last answer of them all")
    there.until_there(drafts, "the last answer of them all")
    kept = tmp_path / "kept"
    shutil.copytree(drafts, kept)
    there.type("\n.\n")
    assert there.until("Saved").end() == 0
    (path,) = sessions()
    before = path.read_bytes()

    for draft in kept.iterdir():  # as if the kill had come between the save and the draft's end
        shutil.copy2(draft, drafts)
    again = terminal("resume", "--plain")
    again.until("Question 3 of 3").type(".\n")
    assert again.until("Saved").end() == 0
    assert sessions() == [path]
    assert path.read_bytes() == before


needs_strace = pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
PROGRAM_ALONE = ("--detach-on=execve",)
LOADED = """
import sys
from contextlib import suppress
from circle_cli.__main__ import main
sys.argv[1:] = {words!r}
with suppress(SystemExit):
    main()
"""
"""What is loaded to save a session, found by saving one."""
GIT = """#!/bin/sh
strace -f -o /dev/null -e trace={call} -e inject={call}:signal=KILL:when={number} "{git}" "$@"
ended=$?
[ $ended -lt 128 ] || echo "$1" >> "{killed}"
exit $ended
"""


@pytest.fixture
def to_save(tmp_path: Path, log: Path) -> Callable[[str], list[str]]:
    """Gives the words that save a session in a log of its own."""
    source = tmp_path / "in.yml"
    source.write_text('title: "A title"\nanswers: {what-worked: "It worked."}\n', encoding="utf-8")
    return lambda name: ["--log", str(lay_down(log, tmp_path / name)), "reflect", "--from", str(source)]


def kept(log: Path) -> list[bool]:
    """Tell of each session of a log whether it is whole."""
    texts = [path.read_text(encoding="utf-8") for path in (log / "sessions").rglob("*.md")]
    return ["{#what-worked}\n\nIt worked.\n" in text for text in texts]


@needs_strace
def test_a_save_killed_at_any_system_call_leaves_the_file_whole_or_absent(
    tmp_path: Path, to_save: Callable[[str], list[str]]
) -> None:
    loaded = LOADED.format(words=to_save("first"))
    calls = calls_of(loaded, "main()", to_save("undisturbed"), tmp_path / "trace", *PROGRAM_ALONE)
    assert {call for call, _ in calls} >= {"openat", "write", "fsync", "link", "unlink", "mkdir"}
    tried = [(at, to_save(f"{at[0]}-{at[1]}")) for at in calls]
    assert {code for code, _ in with_fault(loaded, "main()", "signal=KILL", tried, *PROGRAM_ALONE)} == {-9}
    found = [kept(tmp_path / f"{call}-{number}") for call, number in calls]
    assert [] in found and [True] in found
    assert all(each in ([], [True]) for each in found)


@needs_strace
@pytest.mark.parametrize("call", ["openat", "write", "link", "unlink", "mkdir"])
def test_a_git_killed_at_any_system_call_costs_no_session(
    call: str, circle: Any, tmp_path: Path, to_save: Callable[[str], list[str]]
) -> None:
    git, killed = tmp_path / "bin" / "git", tmp_path / "killed"
    git.parent.mkdir()
    first, step = (3, 20) if call == "openat" else (1, 1)  # most of what git opens is what it is made of
    for number in range(first, 60 * step, step):
        killed.unlink(missing_ok=True)
        git.write_text(GIT.format(call=call, number=number, git=shutil.which("git"), killed=killed), encoding="utf-8")
        git.chmod(0o755)
        words = to_save(f"{number}")
        done = circle(*words, env={"PATH": f"{git.parent}{os.pathsep}{os.environ['PATH']}"})
        assert (done.returncode, kept(tmp_path / f"{number}")) == (0, [True]), done.stderr
        if not killed.exists():
            break
    assert number > first
