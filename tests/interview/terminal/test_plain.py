"""The plain terminal: what a screen reader reads, to the byte; and what the keys do."""

import io
import os
import re
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from keys import FakeKeys, Pasted
from terminals import PROGRAM

from circle_cli.commands.asking import eight_questions
from circle_cli.commands.asking.reflect import reflect
from circle_cli.commands.drafts import session_file
from circle_cli.commands.edge import Asked, today
from circle_cli.interview.terminal import keyboard
from circle_cli.interview.terminal.keyboard import Line, LineReader
from circle_cli.log.start import start_log

DAY = date(2026, 11, 23)

WHOLE = Path(__file__).with_name("plain-interview.keys.txt").read_text(encoding="utf-8").splitlines()


def read_line(*keys: str) -> tuple[Line, str, list[str]]:
    shown: list[str] = []
    changes: list[str] = []
    found = LineReader(FakeKeys(*keys), shown.append).line(changes.append)
    return found, "".join(shown), changes


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("tea\n", "tea"),
        ("tea\r", "tea"),
        ("teaa\x7f\n", "tea"),
        ("tea\x08\x08oy\n", "toy"),
        ("\x7f\x7ftea\n", "tea"),
        ("coffee\x15tea\n", "tea"),
        ("green tea\x17\n", "green "),
        ("green tea  \x17tea\n", "green tea"),
        ("t\x1b[Ae\x1b[1;5Ca\x1bOP\x1b[3~\n", "tea"),
        ("t\te\n", "t\te"),
        ("te\x00\x01\x07\x0ba\n", "tea"),
        ("日本茶\x7f\n", "日本"),
        ("🌻é\n", "🌻é"),
    ],
)
def test_the_keys_of_a_line_do_what_they_do_everywhere(keys: str, text: str) -> None:
    assert read_line(keys)[0] == Line(text=text, ended=False)
    if "\x1b" not in keys:
        assert read_line(*keys)[0].text == text


def test_what_is_erased_is_erased_on_the_screen() -> None:
    assert read_line("ab\x7f\n")[1] == "ab\b \b\n"
    assert read_line("日\x7f\n")[1] == "日\b \b\b \b\n"
    assert read_line("e\u0301\x7f\n")[1] == "e\u0301\n"


def test_an_arrow_key_that_comes_in_two_pieces_is_one() -> None:
    for pieces in (("te\x1b", "[1;5Aa\n"), ("te\x1b[", "1;5Aa\n"), ("te\x1b[1;", "5A", "a\n")):
        assert LineReader(Pasted(*pieces), lambda _: None).line(lambda _: None).text == "tea"


def test_each_key_is_reported_and_a_paste_once() -> None:
    assert read_line("t", "e", "a", "\n")[2] == ["t", "te", "tea"]
    assert read_line("green tea, and a good deal of it\n")[2] == []
    assert read_line("green tea", ", a lot\n")[2] == ["green tea"]


@pytest.mark.parametrize(("keys", "text"), [("\x04", ""), ("tea\x04", "tea"), ("", ""), ("tea", "tea")])
def test_ctrl_d_and_the_end_of_input_end_a_line(keys: str, text: str) -> None:
    assert read_line(keys)[0] == Line(text=text, ended=True, gone="\x04" not in keys)


class FakeTerminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def transcript(log: Path, monkeypatch: pytest.MonkeyPatch, day: date) -> tuple[str, list[int]]:
    """Hold the whole interview in this process; also give how much was shown whenever keys were waited for."""
    letters = iter("k3f9")
    out = FakeTerminal()
    waits: list[int] = []
    keys = FakeKeys(*(f"{said}\n" for said in WHOLE), heard=lambda: waits.append(len(normalised(out.getvalue(), log))))
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdin", FakeTerminal())
        patch.setattr(sys, "stdout", out)
        patch.setattr(keyboard, "system_keys", lambda: keys)
        patch.setattr(eight_questions, "today", lambda: day)
        patch.setattr(session_file, "today", lambda: day)
        patch.setattr(session_file, "pick", lambda _: next(letters))
        reflect(
            Asked(log=str(log), plain=True),
            quick=False,
            mode="individual",
            title=None,
            require_commit=True,
            one_to_one=True,
        )
    assert keys.entries == []
    return out.getvalue(), waits


def normalised(said: str, log: Path) -> str:
    plain = re.sub(rf"({today().year}|2026)-\d\d-\d\d-[a-z0-9]{{4}}(?=-the-handover)", "2026-11-23-k3f9", said)
    plain = plain.replace(str(log), "/home/jo/log")
    return re.sub(r"(circle (?:show|edit|resume|takeaway|follow-up)) [a-z0-9]{4}", r"\1 k3f9", plain)


def test_a_whole_interview_reads_as_it_always_has(
    log: Path, monkeypatch: pytest.MonkeyPatch, golden: Callable[[str, str], None]
) -> None:
    said, _ = transcript(log, monkeypatch, DAY)
    golden("plain-interview.txt", normalised(said, log))
    assert "\x1b" not in said


def test_the_same_interview_at_a_real_terminal_says_the_same_bytes(
    log: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, terminal: Any, drafts: Path
) -> None:
    start_log(tmp_path / "other")
    wanted, waits = transcript(tmp_path / "other", monkeypatch, today())
    wanted = normalised(wanted, tmp_path / "other")
    at = terminal("--plain", "reflect", "--one-to-one", size=(24, 200), program=PROGRAM).until_there(drafts)
    assert at.child.waitnoecho()  # the keys are its own: what is typed sooner, the terminal itself would show as well
    sent = 0
    for said, wait in zip(WHOLE, waits, strict=True):
        end = time.monotonic() + 30
        while len(shown(at, log)) < wait:
            at.read(0.02)
            assert time.monotonic() < end, f"before {said!r}:\n{at.text}"
        if wait == sent:  # nothing but what was typed itself: what comes at once now would pass for a paste
            time.sleep(0.25)
        at.type(f"{said}\n")
        sent = wait + len(said) + 1
    assert at.end() == 0
    assert b"\x1b" not in at.seen
    assert shown(at, log) == wanted
    ours, theirs = (next(root.rglob("*handover*.md")).read_text() for root in (log, tmp_path / "other"))
    assert ours == theirs.replace(re.findall(r"id: (\S+)", theirs)[0], re.findall(r"id: (\S+)", ours)[0])


def shown(at: Any, log: Path) -> str:
    return normalised(at.seen.decode("utf-8", "ignore").replace("\r\n", "\n"), log)


def test_a_pasted_page_is_one_answer_at_a_real_terminal(terminal: Any, sessions: Any) -> None:
    long = "word " * 1200 + "end"
    page = f"{long}\n\n.\n.skip\n?\tтаб 🌻\n\n\n{long}\nlast"
    at = terminal("--plain", "reflect", "--quick")
    at.until("What shall we call it?").type("Tea\n")
    at.until("Question 1 of 3", ".help says this again.").type(page + "\n").until("last")
    at.keys(".\n")
    at.until("Question 2 of 3").keys(".skip\n")
    at.until("Question 3 of 3").keys("all done now, I think\x04")
    assert at.end() == 0
    [path] = sessions()
    assert page in path.read_text()
    assert b"\x1b" not in at.seen


def test_ctrl_c_pauses_and_says_how_to_go_on(terminal: Any) -> None:
    at = terminal("--plain", "reflect")
    at.until("No names needed.", "Ctrl-C stops here and keeps everything.").keys("Tea\n")
    at.until(".help says this again.").keys("half a visit", "\x03")
    at.until("Paused. Everything is kept.", "circle resume")
    assert at.end() == 130
    again = terminal("--plain", "resume")
    again.until("Welcome back. 0 of 8", "The practice situation")
    again.until("What you have so far; go on writing below it:", "half a visit")


def test_ctrl_d_goes_on_at_every_prompt_and_never_leaves(terminal: Any) -> None:
    at = terminal("--plain", "reflect")
    at.until("No names needed.").keys("\x04")
    at.until(".help says this again.").keys("\x04")
    at.until("Question 1 of 8").keys("\x04")
    at.until("Question 2 of 8").keys("\x04")


def test_who_wrote_nothing_leaves_nothing_behind(terminal: Any, drafts: Path) -> None:
    at = terminal("--plain", "reflect")
    at.until("No names needed.").keys("x").until_there(drafts, '"text":"x"')  # now it listens
    at.keys("\x7f", "\x03")
    at.until("Nothing new was written, so there is nothing more to keep.")
    assert at.end() == 130
    assert list(drafts.iterdir()) == []


def test_ctrl_z_and_fg_lose_nothing(terminal: Any, log: Path, sessions: Any) -> None:
    at = terminal("--norc", "--noprofile", "-i", program=("bash",), env={"PS1": "ready> "})
    at.until("ready>").type(f"{sys.executable} -m circle_cli --plain reflect --quick\n")
    at.until("No names needed.").keys("Tea\n")
    at.until(".help says this again.").keys("half", "\x1a")
    at.until("Stopped", "ready>").type("fg\n")
    at.until("reflect --quick").keys(" a visit, and a cup of tea\n", ".\n")
    at.until("Question 2 of 3").keys("x", "\x7f", ".skip\n")
    at.until("Question 3 of 3").keys(".skip\n")
    at.until("Thank you", "ready>")
    assert "half a visit, and a cup of tea" in sessions()[0].read_text()


@pytest.mark.parametrize("env", [{"CIRCLE_PLAIN": "1"}, {"TERM": "dumb"}])
def test_plain_can_be_asked_for_in_the_environment(terminal: Any, env: dict[str, str]) -> None:
    at = terminal("reflect", env=env)
    at.until("What shall we call it?").keys("\x03")
    at.end()
    assert b"\x1b" not in at.seen


def test_letters_of_a_terminal_without_a_locale_are_kept(terminal: Any, sessions: Any) -> None:
    posix = {"LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    at = terminal("--plain", "reflect", "--quick", "--title", "Thé", env=posix, program=PROGRAM)
    at.until("Question 1 of 3", ".help says this again.").type("ça va très bien à la maison 🌻\n".encode())
    at.until("maison").keys(".\n")
    at.until("Question 2 of 3").keys(".skip\n")
    at.until("Question 3 of 3").keys(".skip\n")
    assert at.end() == 0
    [path] = sessions()
    assert "ça va très bien à la maison 🌻" in path.read_text(encoding="utf-8")
    assert "Thé" in path.read_text(encoding="utf-8")
    assert os.path.basename(path).endswith("-the.md")  # noqa: PTH119 (a name, not a path)
