"""`circle search`: every session that holds the words, and no other."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from circle_cli.log.entries.filters import Filters
from circle_cli.log.folder import Log
from circle_cli.log.index.finding import search_entries
from circle_cli.session.record import Session

Run = Callable[..., Any]


def found(done: Any) -> list[dict[str, Any]]:
    assert done.returncode == 0, done.stderr
    listed: list[dict[str, Any]] = json.loads(done.stdout)
    return listed


def ids(log: Path, *words: str) -> list[str]:
    """Search without a process of its own."""
    there = search_entries(Log(root=log), " ".join(words), Filters(), None, lambda error: pytest.fail(str(error)))
    return [each.entry.id for each in there]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (("kettle",), lambda number: number % 7 == 0),
        (("KETTLE",), lambda number: number % 7 == 0),
        (("ettl",), lambda number: number % 7 == 0),
        (("kettle", "visit"), lambda number: number % 7 == 0),
        (("kettle visit", "calm"), lambda number: number % 7 == 0 and number % 20 != 3),
        (("strasse",), lambda number: number % 20 == 3),
        (("CAFÉ",), lambda number: number % 20 == 3),
        (('"quoted"', "below"), lambda number: number % 50 == 1),
        (("olu-ade",), lambda number: number == 100),
        (("relationships",), lambda number: number % 10 == 0),
        (("talked.",), lambda number: number % 7 != 0),
        (("general",), lambda number: False),
        (("what-worked",), lambda number: False),
        (("nowhere",), lambda number: False),
        (("199",), lambda number: number == 199),
    ],
)
def test_a_log_of_two_hundred_gives_exactly_what_holds_the_words(
    full_log: Path, two_hundred: list[Session], words: tuple[str, ...], wanted: Callable[[int], bool]
) -> None:
    expected = [two_hundred[number].id for number in reversed(range(200)) if wanted(number)]
    assert ids(full_log, *words) == expected


def test_words_are_joined_and_lines_shown(circle: Run, full_log: Path, two_hundred: list[Session]) -> None:
    said = found(circle("search", "kettle", "visit 4", "calm", "--json", cwd=full_log))
    expected = [n for n in reversed(range(200)) if n % 7 == 0 and "4" in two_hundred[n].id + str(n) and n % 20 != 3]
    assert [each["id"] for each in said] == [two_hundred[n].id for n in expected]


def test_filters_and_limit_hold_for_a_search(circle: Run, full_log: Path, two_hundred: list[Session]) -> None:
    said = ("search", "kettle", "--json", "--mode", "individual", "--since", "2026-02")
    expected = [n for n in reversed(range(200)) if n % 7 == 0 and n % 4 == 0 and n >= 31]
    assert [each["id"] for each in found(circle(*said, cwd=full_log))] == [two_hundred[n].id for n in expected]
    assert len(found(circle(*said, "--limit", "2", cwd=full_log))) == 2


def test_the_lines_with_the_words_are_given(circle: Run, log: Path, put: Callable[..., Path]) -> None:
    put("2026-11-23-k3f9", "A heron", "", safety="One\nA grey Heron  stood.\nTwo")
    (only,) = found(circle("search", "heron", "--json", cwd=log))
    assert only["lines"] == ["A heron", "A grey Heron  stood."]
    assert circle("search", "heron", cwd=log).stdout.split("\n")[1:] == ["    A heron", "    A grey Heron stood.", ""]


FRONT = """\
cast:
  - {name: Robin Vale, also: [Bobkin], say: the lad}
roles: {presenter: [Samira], encourager: [Ade]}
scaling:
  - {question: safety, asked: "How brave was it?", by: Quincy, score: 8}
observations:
  - {by: Xenia, to: Yusuf, text: "You lingered."}
feedback: {positive: Breezy, even_better: Punctual, will_use: Threefold}
learning_points:
  - {id: 1, text: Choose the bench, scope: general}
action_points:
  - {id: 1, what: Telephone, who: Wilhelmina, tracked_by: Zoltan, note: Delighted}
frameworks:
  - {framework: pcf-2018, statement: "6", how: Musingly}
learning_outcomes: [Wherefore]
facilitator: Philippa
plan: {at: "13:45", minutes: 60}
event: {id: 2026-11-23-ev2n, group: 1, groups: 2}
gathered:
  - {by: Bernadette, text: Splendid}
views: {heard: [grandmother], imagined: [magistrate]}
takeaways:
  - {by: Demelza, text: Patience}
feedback_from:
  - {by: Gwendolyn, positive: Gentle, even_better: Biscuits, will_use: Silence}
  - {by: Ignatius}
"""

WORDS = (
    "Robin Bobkin lad Samira Ade brave Quincy Xenia Yusuf lingered Breezy Punctual Threefold bench Telephone "
    "Wilhelmina Zoltan Delighted Musingly Wherefore pcf-2018 Philippa 13:45 ev2n Bernadette Splendid grandmother "
    "magistrate Demelza Patience Gwendolyn Gentle Biscuits Silence Ignatius preamble situated afterwards k3f9"
)


def test_words_are_found_wherever_a_person_wrote_them(log: Path, put: Callable[..., Path]) -> None:
    path = put("2026-11-23-k3f9", "x", FRONT, situation="situated", follow_up="afterwards")
    path.write_text(path.read_text(encoding="utf-8").replace("---\n\n##", "---\npreamble\n\n##"), encoding="utf-8")
    assert [word for word in WORDS.split() if not ids(log, word)] == []


@pytest.mark.parametrize(
    "title", ['"caf\\u00e9"', '"caf\\xe9"', '"c\\\n  afé"', "'café'", '"\\U00000063afé"', "CAFÉ", '"\\x63\\x61f\\xe9"']
)
def test_a_word_is_found_however_yaml_spells_it(log: Path, put: Callable[..., Path], title: str) -> None:
    path = put("2026-11-23-k3f9", "x")
    path.write_text(path.read_text(encoding="utf-8").replace("title: x", f"title: {title}"), encoding="utf-8")
    assert ids(log, "café") == ["2026-11-23-k3f9"]


def test_a_file_in_another_encoding_is_said(circle: Run, log: Path, put: Callable[..., Path]) -> None:
    path = put("2026-11-23-k3f9", "heron")
    path.write_bytes(path.read_text(encoding="utf-8").encode("utf-16"))
    done = circle("search", "heron", cwd=log)
    assert done.stdout == ""
    assert f"Left out: {path}:1: not UTF-8 text" in done.stderr


@pytest.mark.parametrize("nothing", ["nowhere", " ", ""])
def test_nothing_found_is_no_error(circle: Run, log: Path, put: Callable[..., Path], nothing: str) -> None:
    put("2026-11-23-k3f9")
    done = circle("search", nothing, cwd=log)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith("Nothing found.")


SPELT = [
    ("don't", "They don’t."),
    ("don’t", "They don't."),
    ("café", "The cafe\u0301."),
    ("cafe\u0301", "The café."),
    ("reflect", "re\u00adflect"),
    ("re\u00adflect", "reflect"),
    ("kettle", "ket\u200btle and ke\u2060ttle"),
    ("office", "the o\ufb03ce"),
    ("o\ufb03ce", "the office"),
    ("follow-up", "a follow\u2011up, a follow–up"),
    ("follow—up", "a follow-up"),
    ("team 7", "team\u00a07"),
    ("team", "ｔｅａｍ"),
    ("strasse", "Straße"),
    ("STRAẞE", "strasse"),
    ("istanbul", "İstanbul"),
    ("İSTANBUL", "Istanbul"),
    ('"quoted"', "“quoted”"),
    ("manoeuvre", "a manœuvre"),
    ("don't ½", "They don’t want 1/2."),
]


@pytest.mark.parametrize(("sought", "written"), SPELT)
@pytest.mark.parametrize("beside", ["", " Zażółć, naïve, 10\u00a0€."])
def test_words_are_found_in_any_spelling_that_a_reader_takes_for_the_same(
    log: Path, put: Callable[..., Path], sought: str, written: str, beside: str
) -> None:
    put("2026-11-23-k3f9", "x", safety=written + beside)
    put("2026-11-22-m3f9", "x", safety="cafe, so" + beside)
    assert ids(log, sought) == ["2026-11-23-k3f9"]


def test_a_theme_and_a_name_are_known_in_any_such_spelling(circle: Run, log: Path, put: Callable[..., Path]) -> None:
    front = "themes: [don’t-know, cafe\u0301]\naction_points:\n  - {id: 1, what: Ring, who: Siobhán O’Brien}\n"
    put("2026-11-23-k3f9", "Tea", front)
    for theme in ("Don't‑Know", "CAFÉ"):
        assert len(found(circle("list", "--json", "--theme", theme, cwd=log))) == 1
    for name in ("o'brien", "siobha\u0301n", "Siobhán\u00a0O‘Brien"):
        assert len(found(circle("actions", "--json", "--who", name, cwd=log))) == 1
