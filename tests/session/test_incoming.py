"""`reflect --from`: a session from a file; nothing is asked, nothing is guessed, nothing is lost."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from inventing import with_words

from circle_cli.cli.asking import reflect
from circle_cli.errors import CircleError
from circle_cli.ids import SECTIONS
from circle_cli.session.file import parse_session, render_session, session_as_json
from circle_cli.session.incoming import read_incoming
from circle_cli.session.record import Session
from circle_cli.text import decode
from circle_cli.vocabulary import Mode, Status

TODAY = date(2026, 11, 23)
STATEMENTS = {"pcf-2018": ["1", "6"], "kss-adults": ["1"]}

HOSTILE = (
    "---", "## x {#safety}", "\\## x {#safety}", "\t", "no", "12", "- a", "# b", "'", '"', "{", "\\n", "\x00",
    "\x1b[2J", "\x85", "\u2028", "\ufeff", "\U0001fffe", "\uffff", "🌍", "\r", "\r\n", " ", "", "...", "&a", "~",
)  # fmt: skip
letters = st.characters(exclude_categories=["Cs"])
texts = st.lists(st.sampled_from(HOSTILE) | st.text(letters, max_size=12), max_size=5).map("\n".join)
answers = st.dictionaries(st.sampled_from(SECTIONS), texts, max_size=4)


def tidy(text: str) -> str:
    return re.sub("\r\n?", "\n", text).strip("\n")


def taken(text: str, where: str = "x.yml", **said: Any) -> Session:
    return read_incoming(decode(text.encode("utf-8"), where), where, TODAY, STATEMENTS, **said)[0]


def saved_and_shown(session: Session) -> Any:
    """The session by way of its file's bytes and what `show --json` prints."""
    content = render_session(session, {}).encode("utf-8")
    return json.loads(json.dumps(session_as_json(parse_session(decode(content, "x.md"), "x.md"))))


@given(texts.map(with_words), answers)
@example("x", {"safety": "## y {#safety}\r## z {#actions}", "actions": "\n\n"})
def test_any_answer_comes_back_from_json_exactly(title: str, said: dict[str, str]) -> None:
    for ascii_only in (True, False):
        shown = saved_and_shown(taken(json.dumps({"title": title, "answers": said}, ensure_ascii=ascii_only), "x.json"))
        assert shown["title"] == title
        assert shown["answers"] == {name: tidy(text) for name, text in said.items()}


@given(texts.map(with_words), answers)
@example("x", {"safety": "## y {#safety}\r## z {#actions}", "actions": "\n\n"})
def test_any_answer_comes_back_from_yaml_exactly(title: str, said: dict[str, str]) -> None:
    shown = saved_and_shown(taken(yaml.safe_dump({"title": title, "answers": said})))
    assert shown["title"] == title
    assert shown["answers"] == {name: tidy(text) for name, text in said.items()}


@given(st.text(letters.filter(lambda letter: letter.isprintable()), min_size=1).filter(str.strip))
def test_any_printable_text_comes_back_from_a_yaml_block(text: str) -> None:
    assert taken(f"title: x\nanswers:\n  safety: |2\n      {text}\n").answers == {"safety": f"  {text}"}


@given(texts.map(with_words), answers)
def test_a_session_file_comes_back_as_it_was(title: str, said: dict[str, str]) -> None:
    session = replace(taken("title: x"), title=title, answers={name: tidy(text) for name, text in said.items()})
    assert taken(render_session(session, {}), "x.md") == session


def test_what_is_missing_is_filled_in() -> None:
    session, own_id = read_incoming("title: x", "x.yml", TODAY, STATEMENTS)
    assert (session.date, session.mode, session.status) == (TODAY, Mode.INDIVIDUAL, Status.RECORDED)
    assert not own_id
    assert read_incoming("title: x\nid: 2026-11-23-k3f9", "x.yml", TODAY, STATEMENTS)[1]


def test_what_is_there_is_kept() -> None:
    session = taken("title: x\ndate: 2026-01-02\nmode: group\nstatus: planned\nid: 2026-01-02-abcd")
    assert (session.date, session.mode, session.status) == (date(2026, 1, 2), Mode.GROUP, Status.PLANNED)
    assert session.id == "2026-01-02-abcd"


def test_what_a_record_keeps_beside_the_answers_is_taken_in() -> None:
    points, scores = "[{id: 1, text: Ask, matters: 8}]", "[{question: safety, asked: a, by: b, score: 9, view: told}]"
    session = taken(f"title: x\nlearning_points: {points}\nlearning_outcomes: [LO1, Unit 2]\nscaling: {scores}")
    assert [point.matters for point in session.learning_points] == [8]
    assert [str(score.view) for score in session.scaling] == ["told"]
    assert session.learning_outcomes == ("LO1", "Unit 2")


def test_what_is_said_on_the_command_line_stands_before_the_file() -> None:
    session = taken("title: x\nmode: group", title="y", mode=Mode.TRAINING)
    assert (session.title, session.mode) == ("y", Mode.TRAINING)


def test_answers_beside_a_body_stand_before_it_and_blank_lines_above_say_nothing() -> None:
    session = taken("\n\n---\ntitle: x\nanswers: {safety: b}\n---\n## A {#safety}\na\n## B {#actions}\nc\n", "x.md")
    assert session.answers == {"safety": "b", "actions": "c"}


REFUSED = {
    "unknown key": ("title: x\ncolour: red", 2, "colour: unknown key; take it out or correct its spelling"),
    "unknown key in the cast": ("title: x\ncast:\n  - name: A\n    age: '3'", 4, "cast[1].age: unknown key"),
    "unknown key in an action": ("title: x\naction_points:\n- {id: 1, what: a, when: b}", 3, "[1].when: unknown key"),
    "unknown question": ("title: x\nanswers:\n  safety: a\n  safty: b", 4, "answers.safty: `safty` is no question"),
    "unknown role": ("title: x\nroles:\n  chair: [A]", 3, "roles.chair: `chair` is no role"),
    "unknown framework": (
        "title: x\nframeworks:\n- {framework: pcf-1999, statement: '1'}", 3, "`pcf-1999` is no framework; use one of"
    ),
    "unknown statement": (
        "title: x\nframeworks:\n- framework: pcf-2018\n  statement: '7'", 4, "`7` is no part of pcf-2018; use one of"
    ),
    "number for an answer": ("title: x\nanswers:\n  safety: 12", 3, "answers.safety: expected words, found `12`"),
    "list for an answer": ("title: x\nanswers:\n  safety:\n  - a", 3, "answers.safety: expected words, found a list"),
    "words for the answers": ("title: x\nanswers: a", 2, "answers: expected a question's id and its answer"),
    "words for a score": (
        "title: x\nscaling: [{question: safety, asked: a, by: b, score: '8'}]", 2, "scaling[1].score: expected a whole"
    ),
    "much for a point": ("title: x\nlearning_points:\n- {id: 1, text: a, matters: much}", 3, "[1].matters: expected a"),
    "half told": ("title: x\nscaling:\n- {question: safety, asked: a, by: b, score: 8, view: half}", 3, "`half` is"),
    "words for outcomes": ("title: x\nlearning_outcomes: LO1", 2, "learning_outcomes: expected a list"),
    "no title": ("mode: group", 1, "title: missing; add a line `title: ...`"),
    "own id that is none": ("title: x\nid: 7", 2, "id: expected words"),
    "another format": ("title: x\ncircle: 2", 2, "circle: format `2` is not known here"),
    "key with two lines": ('title: x\n"a\\nb": 1', 2, "a b: unknown key"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_known_is_refused_with_its_line_and_key(name: str) -> None:
    text, line, message = REFUSED[name]
    with pytest.raises(CircleError) as refused:
        taken(text)
    assert re.match(rf"x\.yml:{line}: [^\n]*\Z", str(refused.value))
    assert message in str(refused.value)


def test_json_is_refused_at_its_own_line() -> None:
    said = '{\n "title": "x",\n "cast": [\n  {"name": "A"},\n  {"name": 1},\n  {"name": "B"}\n ]\n}'
    for text, line, message in (
        (said, 5, "cast[2].name: expected words, found `1`"),
        (said.replace("1", '"C"').replace('"B"', '"B", "name": "D"'), 6, "`name` is given twice"),
        (said.replace("1", "1,,"), 5, "not readable as JSON"),
        ('{\n"title": "x", "answers": {"safety":\n "\\ud83d"}}', 2, "half a character"),
        ('{"title": "x",\n "caf\\u00e9": 1}', 2, "café: unknown key"),
        ('{"title": "x",\n "date": NaN}', 2, "date: expected a date"),
        ('{"circle": ' + "1" * 5000 + "}", 1, "a number of thousands of digits"),
        ('{"title": ' + "[" * 900 + "]" * 900 + "}", 1, "title: expected words, found a list"),
        ('{"title": ' + "[" * 100_000, 1, "nested too deeply"),
        ("{" + ",".join(f'"k{number}": 1' for number in range(50_000)) + "}", 1, "title: missing"),
    ):
        with pytest.raises(CircleError) as refused:
            taken(text, "x.json")
        assert str(refused.value).startswith(f"x.json:{line}: ")
        assert message in str(refused.value)


@pytest.mark.parametrize(
    "text",
    [
        "title: [Zebedee",
        "Zebedee: 1\nZebedee: 2",
        "title: !Zebedee x",
        "title: x\nid: Zebedee",
        "title: x\nmode: Zebedee",
        "title: x\nZebedee: y",
        "title: x\nroles: {Zebedee: [A]}",
        "title: x\ncast: [{name: A, Zebedee: y}]",
        "title: x\nanswers: {Zebedee: y}",
        "title: x\nscaling: [{question: Zebedee, asked: a, by: b, score: 8}]",
        "title: x\nframeworks: [{framework: Zebedee, statement: '1'}]",
        "title: x\nframeworks: [{framework: pcf-2018, statement: Zebedee}]",
        "title: x\nevent: {id: Zebedee, group: 1, groups: 2}",
        '{"Zebedee": 1, "Zebedee": 2}',
    ],
)
def test_what_an_error_says_of_a_file_holds_none_of_its_words(text: str) -> None:
    with pytest.raises(CircleError) as refused:
        taken(text)
    error = refused.value
    assert error.where
    assert "Zebedee" not in f"{error.what} {error.do}"
    assert "Zebedee" not in error.where.key or error.where.unknown_key


# And the same through the program itself.

Run = Callable[..., Any]


def test_the_path_of_the_new_file_is_printed(circle: Run, log: Any) -> None:
    (log / "x.yml").write_text("title: A calm call\nanswers: {what-worked: She rang back.}\n", encoding="utf-8")
    done = circle("reflect", "--from", "x.yml", cwd=log)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    made = [path for path in (log / "sessions").rglob("*.md")]
    assert done.stdout == f"{made[0]}\n"
    assert re.fullmatch(r"\d{4}-\d\d-\d\d-[a-z2-9]{4}-a-calm-call\.md", made[0].name)
    assert made[0].read_text(encoding="utf-8").endswith("## What worked, and why? {#what-worked}\n\nShe rang back.\n")


@pytest.mark.parametrize("locale", [{}, {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"}, {"PYTHONIOENCODING": "latin-1"}])
def test_hostile_text_comes_back_through_the_program(
    circle: Run, circle_apart: Run, log: Any, locale: dict[str, str]
) -> None:
    """In a process of its own where Python's start looks at how letters are spelt."""
    run = circle_apart if locale else circle
    said = "\n".join(HOSTILE)
    given = json.dumps({"title": "🌍", "id": "2026-11-23-k3f9", "answers": {"safety": said, "theory": "x"}})
    for source, stdin in (("-", given), (str(log / "x.json"), "")):
        (log / "x.json").write_text(given.replace("k3f9", "k3f8"), encoding="utf-8")
        saved = run("--log", str(log), "reflect", "--json", "--from", source, stdin=stdin, env=locale)
        assert saved.returncode == 0, saved.stderr
        number = json.loads(saved.stdout)["id"]
        shown = run("--log", str(log), "show", number, "--json", env=locale)
        assert json.loads(shown.stdout) == json.loads(saved.stdout)
        assert json.loads(shown.stdout)["answers"] == {"safety": tidy(said), "theory": "x"}
        assert json.loads(shown.stdout)["title"] == "🌍"
        assert "\x1b" not in shown.stdout
        assert "\x85" not in shown.stdout


def test_a_refusal_ends_with_65_and_saves_nothing(circle: Run, log: Any) -> None:
    done = circle("--log", str(log), "reflect", "--from", "-", stdin="title: x\nanswers:\n  safty: a\n")
    assert (done.returncode, done.stdout) == (65, "")
    assert done.stderr.startswith("standard input:3: answers.safty: `safty` is no question; use some of: situation, ")
    assert not list((log / "sessions").rglob("*.md"))


def test_an_id_that_is_in_the_log_is_refused(circle: Run, log: Any) -> None:
    said = "title: x\nid: 2026-11-23-k3f9\n"
    assert circle("--log", str(log), "reflect", "--from", "-", stdin=said).returncode == 0
    (made,) = (log / "sessions").rglob("*.md")
    before = made.read_bytes()
    for name, title, told in ((made.name, "y", "says something else"), ("renamed by hand.md", "x", "nothing to add")):
        made = made.rename(made.with_name(name))
        done = circle("--log", str(log), "reflect", "--from", "-", "--title", title, stdin=said)
        assert done.returncode == 65
        assert "2026-11-23-k3f9 is in the log already" in done.stderr and told in done.stderr
        assert [path.read_bytes() for path in (log / "sessions").rglob("*.md")] == [before]


@pytest.mark.parametrize("told", [{"source": ["a.md", "b.md"]}, {"source": ["a.md"], "session": "b.md"}])
def test_of_two_files_none_is_left_out_unsaid(told: dict[str, Any]) -> None:
    with pytest.raises(CircleError, match=r"these are 2: a\.md, b\.md"):
        reflect(None, **told)  # type: ignore[arg-type]  # it comes no further


def test_title_and_mode_of_the_command_line_are_used(circle: Run, log: Any) -> None:
    said = ("reflect", "--from", "-", "--title", "From the train", "--mode", "group", "--json")
    done = circle("--log", str(log), *said, stdin="title: x\nmode: individual\n")
    assert json.loads(done.stdout)["title"] == "From the train"
    assert json.loads(done.stdout)["mode"] == "group"


def test_braces_may_be_yaml_as_well(circle: Run, log: Any) -> None:
    done = circle(
        "--log", str(log), "reflect", "--from", "-", "--json", stdin="{title: In braces, answers: {safety: a}}"
    )
    assert json.loads(done.stdout)["answers"] == {"safety": "a"}


def test_quick_and_from_do_not_go_together(circle: Run, log: Any) -> None:
    done = circle("--log", str(log), "reflect", "--quick", "--from", "-", stdin="title: x\n")
    assert (done.returncode, done.stdout) == (2, "")
    assert "--quick" in done.stderr


def test_a_file_that_is_not_there_is_wrong_usage(circle: Run, log: Any) -> None:
    done = circle("--log", str(log), "reflect", "--from", "nowhere.yml")
    assert done.returncode == 2
    assert done.stderr == "nowhere.yml: could not be read: No such file or directory; check the name\n"


def test_without_git_it_is_saved_and_said(circle: Run, tmp_path: Any) -> None:
    (tmp_path / "bare").mkdir()
    (tmp_path / "bare" / "circle.yml").touch()
    for flags, code in (((), 0), (("--require-commit",), 3)):
        done = circle("--log", "bare", "reflect", "--from", "-", *flags, stdin="title: x\n")
        assert done.returncode == code
        assert done.stdout.endswith("-x.md\n")
        assert "not committed" in done.stderr
    assert len(list((tmp_path / "bare" / "sessions").rglob("*.md"))) == 2


def test_the_persons_own_log_is_made_on_first_use(circle: Run, own_home: Any) -> None:
    done = circle("reflect", "--from", "-", stdin="title: x\n")
    assert done.returncode == 0, done.stderr
    assert (own_home / ".local/share/circle/circle.yml").is_file()
    assert done.stdout.startswith(str(own_home / ".local/share/circle/sessions"))
