"""`circle settings`: a person's own settings, and what each of them changes."""

import json
import stat
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from keys import CTRL_C
from making import git, session_text

from circle_cli.commands.asking.eight_questions import _me
from circle_cli.commands.edge import Asked, is_plain
from circle_cli.commands.own_settings import KEYS, OwnSettings, own_settings, understood, with_setting
from circle_cli.guidance.records import Guidance
from circle_cli.interview.script.during.about import themes
from circle_cli.interview.terminal.editors import find_editor
from circle_cli.log.folder import Log
from circle_cli.vocabulary import Drawing, Length, Setting, Weekday

SCHEMA = Path(__file__).parents[3] / "schema" / "settings.schema.json"
TODAY = date.today()
ALL = OwnSettings(
    screen=Drawing.PLAIN,
    editor="code --wait",
    reflect=Length.QUICK,
    name="Jo Bright",
    services=Setting.ADULTS,
    remind=Weekday.FRIDAY,
    year="1 September",
)


@pytest.fixture
def place(own_home: Path) -> Path:
    folder = own_home / ".config" / "circle"
    folder.mkdir(parents=True)
    return folder / "settings.yml"


def written(settings: OwnSettings, text: str = "") -> str:
    for key in KEYS:
        text = with_setting(text, key, getattr(settings, key) or "")
    return text


@pytest.mark.parametrize("name", ["Jo", "Jo: the elder", "Zoë # two", "'Jo'", 'the "Jo"', "#1", "O'Neil"])
def test_what_is_settled_reads_back_as_it_was_typed(name: str) -> None:
    settled = OwnSettings(screen=Drawing.PLAIN, name=name, remind=Weekday.SUNDAY)
    assert understood(written(settled), Path("x")) == (settled, ())


def test_a_setting_is_changed_and_taken_away_where_it_stands_alone() -> None:
    text = "# mine\n\nscreen: plain   # by ear\nname: 'Jo'\n"
    assert understood(text, Path("x"))[0] == OwnSettings(screen=Drawing.PLAIN, name="Jo")
    assert with_setting(text, "screen", "") == "# mine\n\nname: 'Jo'\n"
    assert understood(with_setting(text, "name", "Bea"), Path("x"))[0].name == "Bea"


def test_each_line_that_is_not_understood_is_named_and_the_others_hold() -> None:
    text = "screen: loud\nnonsense\nname: Jo\ncolour: red\nname: Bea\nremind: friday\nyear: 29 February\n"
    found, wrong = understood(text, Path("mine.yml"))
    assert found == OwnSettings(name="Jo", remind=Weekday.FRIDAY)
    assert [str(error).partition(";")[0] for error in wrong] == [
        "mine.yml:1: screen: `loud` is not known",
        "mine.yml:2: expected a key and its value",
        "mine.yml:4: colour: unknown key",
        "mine.yml:5: `name` is given twice",
        "mine.yml:7: year: `29 February` is no day that every year has",
    ]


def test_they_are_asked_at_a_terminal_and_kept_for_one_person_alone(terminal: Any, place: Path, circle: Any) -> None:
    at = terminal("settings", "--plain").until("Your settings:", "How you are asked: drawn", "How would you like")
    at.until("Type a number").keys("2\n").until("Which editor").keys("nano -w\n").until("What does `circle reflect`")
    at.until("Type a number. Enter leaves it as it is.").keys("\n")
    at.until("What is your name?").keys("Jo Bright\n").until("Which services do")
    at.until("Type a number").keys("2\n").until("On which day").keys("friday\n").until("registration year begin?")
    at.keys("30 February\n").until("such as 1 September").keys("1 september\n").until("Kept.")
    assert at.end() == 0
    assert place.read_text("utf-8") == (
        "screen: plain\neditor: nano -w\nname: Jo Bright\nservices: adults\nremind: friday\nyear: 1 september\n"
    )
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    shown = json.loads(circle("settings", "--json").stdout)
    Draft202012Validator(json.loads(SCHEMA.read_text("utf-8"))).validate(shown)
    assert [shown[key] for key in KEYS] == ["plain", "nano -w", None, "Jo Bright", "adults", "friday", "1 september"]
    assert shown["file"] == str(place)


def test_enter_leaves_each_as_it_is_and_each_can_be_taken_away(terminal: Any, place: Path) -> None:
    place.write_text(written(ALL), "utf-8")
    at = terminal("settings").until(
        "Editor: code --wait", "Your name: Jo Bright", "How would you like", "Type a number"
    )
    at.keys("\n").until("Which editor", ".back leaves it").keys("\n").until("What does", "Type a number").keys("\n")
    at.until("Now: Jo Bright", ".back leaves it").keys(".back\n").until("All is as it was").end()
    assert place.read_text("utf-8") == written(ALL)
    at = terminal("settings").until("Type a number").keys("3\n").until("Which editor", "Esc leave it")
    at.keys("-", "\r").until("What does", "arrows").keys(CTRL_C)
    assert at.end() == 130
    assert "screen" not in place.read_text("utf-8") and "editor" not in place.read_text("utf-8")


def test_without_a_terminal_it_says_where_they_stand_and_what_may(circle: Any, place: Path) -> None:
    run = circle("settings")
    assert run.returncode == 2
    assert all(f"{key}: " in run.stderr for key in KEYS) and str(place) in run.stderr


def test_a_bad_value_ends_the_command_that_reads_them_and_no_other(circle: Any, place: Path, log: Path) -> None:
    place.write_text("name: Jo\nscreen: loud\n", "utf-8")
    read = circle("settings", "--json")
    assert (read.returncode, read.stdout) == (65, "")
    assert f"{place}:2: screen: `loud` is not known" in read.stderr
    run = circle("reflect", "--from", "-", cwd=log, stdin="title: Tea\n")
    assert run.returncode == 0
    assert f"{place}:2: screen: " in run.stderr


def test_what_is_said_for_once_goes_before_how_one_is_mostly_asked(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("CIRCLE_PLAIN", raising=False)
    assert not is_plain(Asked())
    place.write_text("screen: plain\n", "utf-8")
    assert is_plain(Asked())
    monkeypatch.setenv("CIRCLE_PLAIN", "0")
    assert not is_plain(Asked())
    place.write_text("screen: drawn\n", "utf-8")
    assert is_plain(Asked(plain=True))
    monkeypatch.setenv("CIRCLE_PLAIN", "1")
    assert is_plain(Asked())


def test_the_editor_of_ones_own_goes_before_what_holds_for_every_program() -> None:
    def found(own: str, **environ: str) -> tuple[str, ...]:
        return find_editor(environ, lambda: "ed", own, find=lambda name, _: name, is_file=lambda _: False).command

    assert found("nano -w", VISUAL="code", EDITOR="vi") == ("nano", "-w")
    assert found("", VISUAL="code", EDITOR="vi") == ("code",)


def test_quick_or_full_is_as_settled_unless_it_is_said(terminal: Any, place: Path) -> None:
    place.write_text("reflect: quick\n", "utf-8")
    at = terminal("reflect", "--plain", "--title", "Tea").until("quick way, as your settings say", "Question 1 of 3")
    at.keys(CTRL_C).end()
    at = terminal("reflect", "--plain", "--title", "Tea", "--mode", "individual").until("The practice situation")
    assert "quick way" not in at.told
    at.keys(CTRL_C).end()
    at = terminal("--plain").until("1. The quick way", "2. Reflect on something that went well").keys("2\n")
    at.until("What shall we call it?").keys("Tea\n").until("The practice situation").keys(CTRL_C).end()


def test_me_is_the_name_that_was_settled_where_others_read_the_log(place: Path, log: Path, circle: Any) -> None:
    place.write_text("name: Jo Bright\n", "utf-8")
    points = "action_points:\n  - {id: 1, what: Ring the school, who: Jo Bright}\n  - {id: 2, what: Rest, who: Sam}\n"
    (log / "sessions" / "2026").mkdir()
    text = session_text("2026-11-01-aaaa", "Tea", points)
    (log / "sessions" / "2026" / "2026-11-01-aaaa-tea.md").write_text(text, encoding="utf-8")
    shown = json.loads(circle("actions", "--who", "me", "--json", cwd=log).stdout)
    assert [each["what"] for each in shown] == ["Ring the school"]
    assert _me(Log(root=log)) == "me"
    git(log, "init", "-q")
    git(log, "remote", "add", "origin", "/mnt/team")
    assert _me(Log(root=log)) == "Jo Bright"


def test_ones_own_services_are_what_enter_alone_says(guidance: Guidance) -> None:
    assert [prompt.default for prompt in themes(guidance, Setting.ADULTS, ())] == ["", "adults"]
    assert [prompt.default for prompt in themes(guidance, None, ())] == ["", ""]


def test_what_is_unfinished_comes_first_on_its_day_and_last_on_others(terminal: Any, place: Path) -> None:
    at = terminal("reflect", "--quick", "--plain").until("What shall we call it?").type("Tea\n")
    at.until("Question 1 of 3").type("half a th").until("half a th").keys(CTRL_C).until("Paused").end()
    day, other = (list(Weekday)[when.weekday()] for when in (TODAY, TODAY + timedelta(days=1)))
    place.write_text(f"remind: {day}\n", "utf-8")
    at = terminal("--plain").until("your day to look at what is unfinished", "1. Go on with", "Type a number")
    at.keys("\n").end()
    place.write_text(f"remind: {other}\n", "utf-8")
    at = terminal("--plain").until("Unfinished:", "1. Reflect on something", "4. Go on with", "Type a number")
    assert "your day" not in at.told
    at.keys("\n").end()


def test_a_file_that_cannot_be_read_settles_nothing(place: Path) -> None:
    place.write_bytes(b"name: \xff\n")
    assert own_settings() == OwnSettings()
