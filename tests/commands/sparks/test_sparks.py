"""`circle spark` and `circle sparks`: kept in a second, private, and nowhere near the site."""

import json
import stat
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from making import SESSION_ID, git, keep_session

from circle_cli.log.folder import Log
from circle_cli.log.history.git import _kept
from circle_cli.log.sparks.finding import find_sparks
from circle_cli.log.sparks.keeping import keep_sparks, mark_begun
from circle_cli.sparks.record import Spark

Run = Callable[..., Any]
DAY = date.today()


@pytest.fixture
def run(circle: Run, log: Path) -> Run:
    return lambda *words, **how: circle(*words, cwd=log, **how)


def month(log: Path) -> Path:
    return log / "sparks" / f"{DAY.isoformat()[:7]}.md"


def words(run: Run, *more: str) -> list[str]:
    return [each["spark"] for each in json.loads(run("sparks", "--json", *more).stdout)]


def test_a_spark_is_kept_for_its_owner_alone_and_committed_without_a_word_of_it(run: Run, log: Path) -> None:
    done = run("spark", "Robin laughed today")
    assert (done.returncode, done.stdout) == (0, "")
    assert month(log).read_text(encoding="utf-8") == f"- {DAY}: Robin laughed today\n"
    assert stat.S_IMODE(month(log).stat().st_mode) == 0o600
    assert git(log, "log", "-1", "--format=%s%b") == "Keep a spark\n"
    assert git(log, "status", "--porcelain") == ""


def test_words_without_quotation_marks_and_lines_of_standard_input_are_kept_too(run: Run) -> None:
    assert run("spark", "He", "rang", "himself").returncode == 0
    assert run("spark", "-", stdin="One\n\n  \nTwo \x1b[31m\n").returncode == 0
    assert run("spark", "- Robin laughed").returncode == 0
    assert words(run) == ["- Robin laughed", "Two [31m", "One", "He rang himself"]


@pytest.mark.parametrize(("said", "stdin"), [("", ""), (" \n", ""), ("-", "\n\n")])
def test_of_nothing_nothing_is_kept(run: Run, log: Path, said: str, stdin: str) -> None:
    done = run("spark", said, stdin=stdin)
    assert done.returncode == 2 and "nothing was kept" in done.stderr
    assert not (log / "sparks").exists()


def test_where_nobody_can_be_asked_it_says_how_else(run: Run) -> None:
    done = run("spark")
    assert done.returncode == 2 and 'circle spark "..."' in done.stderr


def test_sparks_that_several_write_at_once_are_all_there_and_committed(log: Path) -> None:
    here = Log(root=log)
    names = [f"number {number}" for number in range(8)]
    with ThreadPoolExecutor(4) as pool:
        saved = list(pool.map(lambda name: keep_sparks(here, [Spark(day=DAY, text=name)]), names))
    assert sorted(each.spark.text for each in find_sparks(here, pytest.fail)) == names
    assert all(each.commit.done for each in saved)
    assert git(log, "status", "--porcelain") == ""


def test_who_commits_a_month_puts_nothing_back_over_what_another_has_kept_meanwhile(log: Path) -> None:
    here = Log(root=log)
    path = keep_sparks(here, [Spark(day=DAY, text="One")]).path
    with _kept([path], tuple):
        path.write_text(f"{path.read_text()}- {DAY}: Two\n")
    assert {each.spark.text for each in find_sparks(here, pytest.fail)} == {"One", "Two"}
    with _kept([path], tuple):
        path.write_text(f"- {DAY}: Three\n")  # as a hook leaves it that puts an older state there
    assert {each.spark.text for each in find_sparks(here, pytest.fail)} == {"One", "Two", "Three"}


def test_a_git_problem_does_not_keep_it_from_being_kept(run: Run, log: Path) -> None:
    (log / ".git" / "HEAD").write_text("nonsense\n", encoding="utf-8")
    done = run("spark", "Robin laughed")
    assert done.returncode == 0
    assert "Robin laughed" in month(log).read_text(encoding="utf-8")


def test_undo_takes_it_back_and_brings_it_again(run: Run, log: Path) -> None:
    run("spark", "One")
    run("spark", "Two")
    assert "the sparks of" in run("undo", "--yes").stderr
    assert words(run) == ["One"]
    run("undo", "--yes")
    assert words(run) == ["Two", "One"]


def test_search_finds_it_beside_sessions_and_by_its_day(run: Run, log: Path) -> None:
    keep_session(log, SESSION_ID, "The kettle", what_worked="The kettle was on.")
    run("spark", "The Kettle sang")
    assert [each.get("spark", each.get("title")) for each in json.loads(run("search", "kettle", "--json").stdout)] == [
        "The kettle",
        "The Kettle sang",
    ]
    assert "Spark: " in run("search", "sang").stdout
    assert run("search", "sang", "--until", "2020").stdout == ""
    assert "Nothing found." in run("search", "sang", "--mode", "group").stderr


def test_check_names_a_line_that_is_none_and_keeps_it(run: Run, log: Path) -> None:
    run("spark", "One")
    with month(log).open("a", encoding="utf-8") as file:
        file.write("what is this\n")
    (log / "sparks" / "notes.md").write_text("mine\n", encoding="utf-8")
    found = json.loads(run("check", "--json").stdout)["findings"]
    assert [(each["path"].rpartition("/")[2], each["line"], each["kind"]) for each in found] == [
        (month(log).name, 2, "format"),
        ("*.md", 1, "stray-file"),
    ]
    assert "what is this" in month(log).read_text(encoding="utf-8")
    assert words(run) == ["One"]
    run("spark", "Two")
    assert "what is this" in month(log).read_text(encoding="utf-8")


def test_in_a_base_there_are_none(run: Run, log: Path) -> None:
    (log / "circle.yml").write_text("kind: base\n", encoding="utf-8")
    for command in (("spark", "Robin"), ("sparks",)):
        done = run(*command)
        assert done.returncode == 2 and "this is a base" in done.stderr
    assert not (log / "sparks").exists()


def test_one_that_stands_in_a_base_all_the_same_is_found(run: Run, log: Path) -> None:
    (log / "circle.yml").write_text("kind: base\n", encoding="utf-8")
    (log / "sparks").mkdir()
    (log / "sparks" / "2026-11.md").write_text("- 2026-11-27: Robin laughed\n", encoding="utf-8")
    assert "private-in-base" in {each["kind"] for each in json.loads(run("check", "--json").stdout)["findings"]}


def test_a_spark_with_a_session_no_longer_waits_until_that_is_gone(run: Run, log: Path) -> None:
    keep_session(log, SESSION_ID, "The place", what_worked="It did.")
    run("spark", "One")
    run("spark", "Two")
    here = Log(root=log)
    one = next(each for each in find_sparks(here, pytest.fail) if each.spark.text == "One")
    assert mark_begun(here, one, SESSION_ID)
    assert words(run) == ["Two"]
    assert words(run, "--all") == ["Two", "One"]
    assert SESSION_ID in run("sparks", "--all").stdout
    run("delete", SESSION_ID, "--confirm", SESSION_ID)
    assert words(run) == ["Two", "One"]


def test_in_a_teams_log_it_has_a_name_and_says_who_sees_it(run: Run, log: Path) -> None:
    (log / "circle.yml").write_text("kind: team\n", encoding="utf-8")
    assert "your team sees it" in run("spark", "Robin laughed").stderr
    assert "by Jo: Robin laughed" in month(log).read_text(encoding="utf-8")


def test_only_since_a_day(run: Run, log: Path) -> None:
    keep_sparks(Log(root=log), [Spark(day=date(2026, 1, 2), text="Long ago")])
    run("spark", "Now")
    assert words(run, "--since", DAY.isoformat()) == ["Now"]
    assert "No sparks since then" in run("sparks", "--since", "2999-01-01").stderr


LONG = "Robin laughed and we all did " * 100


@pytest.mark.parametrize("command", ["sparks", "search laughed"])
def test_of_a_long_one_a_screenful_is_shown_and_where_the_rest_stands(
    run: Run, log: Path, terminal: Any, command: str
) -> None:
    run("spark", LONG)
    at = terminal(*command.split(), size=(10, 200)).ends()
    assert f"goes on: all of it stands in {month(log)}" in at.told
    assert at.told.count("laughed") < 25
    assert run(*command.split()).stdout.count("laughed") == 100
