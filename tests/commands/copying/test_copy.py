"""`circle copy`: a session goes into another log, with its people or with what to say instead, and nothing else."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from making import git, put_session

from circle_cli.commands.erasing.names_kept import remember_erased
from circle_cli.log.folder import Log
from circle_cli.session.file import read_session
from circle_cli.session.record import CastEntry
from circle_cli.vocabulary import Mode

ID = "2026-11-23-k3f9"
FRONT = """\
mode: group
cast:
  - {name: "Amira Hassan", also: ["Mira"], say: "the young person"}
  - {name: "Will Green", say: "her brother"}
roles: {presenter: ["Sam"], questioner: ["Will"]}  # as they came
learning_points:
  - {id: 1, text: "Mira chose.", scope: general, share: published, point: k3f9abcd}
action_points:
  - {id: 1, what: "Ring amira", who: "Sam", by: 2026-12-01, done: null}
other: {Amira: "A m i r a"}
"""
SAID = "Amira's tea went well. Will power helped, and amirahassan said so to Will. AMIRA laughed."
Copy = Callable[..., Any]


@pytest.fixture
def team(tmp_path: Path) -> Path:
    """An empty log to copy into, without git: whether git has it shows where one is asked for."""
    (tmp_path / "team" / "sessions").mkdir(parents=True)
    (tmp_path / "team" / "circle.yml").write_text("kind: team\n")
    return tmp_path / "team"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    (tmp_path / "own" / "sessions").mkdir(parents=True)
    (tmp_path / "own" / "circle.yml").touch()
    put_session(tmp_path / "own", ID, "Amira's tea", FRONT, what_worked=SAID)
    return tmp_path / "own"


@pytest.fixture
def copy(circle: Any, own: Path, team: Path) -> Copy:
    def run(*flags: str, to: Path = team) -> Any:
        return circle("--log", str(own), "copy", "k3f9", "--to", str(to), *flags)

    return run


def only(log: Path) -> Path:
    (path,) = (log / "sessions").rglob("*.md")
    return path


def test_with_its_people_it_is_the_same_but_for_what_was_shared_from_here(copy: Copy, own: Path, team: Path) -> None:
    before = only(own).read_text()
    done = copy("--with-cast")
    assert (done.returncode, done.stdout) == (0, f"{only(team)}\n"), done.stderr
    assert only(team).read_text() == before.replace("share: published, point: k3f9abcd", 'share: "no"')
    assert only(own).read_text() == before
    assert "What was shared of it stays shared from here." in done.stderr


def test_with_what_to_say_instead_no_spelling_of_a_name_is_anywhere_in_it(copy: Copy, team: Path) -> None:
    done = copy("--say-instead", "--unsure", "leave")
    assert done.returncode == 0, done.stderr
    path, session = only(team), read_session(only(team))
    text = path.read_text().casefold()
    assert [name for name in ("amira", "mira", "hassan", "a m i r a", "green") if name in text + path.name] == []
    assert path.name == f"{ID}-the-young-persons-tea.md"
    assert session.answers["what-worked"] == (
        "The young person's tea went well. Will power helped, and the young person said so to her brother. "
        "The young person laughed."
    )
    assert (session.cast, session.roles["questioner"]) == (None, ("Her brother",))
    assert (session.date.isoformat(), session.action_points[0].who) == ("2026-11-23", "Sam")
    assert "the young person, for Amira, Mira" in done.stderr
    assert "[Will] power" in done.stderr


def test_a_name_that_is_a_word_of_the_file_too_goes_from_what_was_written_alone(
    copy: Copy, own: Path, team: Path
) -> None:
    only(own).unlink()
    cast = 'cast:\n  - {name: "Group", say: "the lad"}\n  - {name: "Theory", say: "his sister"}\n'
    put_session(own, ID, "Tea", f"mode: group\n{cast}", theory="Group came, and Theory.")
    assert copy("--say-instead", "--unsure", "replace").returncode == 0
    session = read_session(only(team))
    assert (session.mode, session.answers) == (Mode.GROUP, {"theory": "The lad came, and his sister."})


def test_what_may_be_a_name_is_shown_and_somebody_says_what_becomes_of_it(copy: Copy, team: Path) -> None:
    done = copy("--say-instead")
    assert (done.returncode, "--unsure leave" in done.stderr, "[Will] power" in done.stderr) == (2, True, True)
    assert not [*team.rglob("*.md")]
    assert copy("--say-instead", "--unsure", "replace").returncode == 0
    assert "Will" not in only(team).read_text()


def test_nobody_has_it_twice_unawares(copy: Copy, team: Path) -> None:
    copy("--with-cast")
    for way in ("--with-cast", "--say-instead"):
        done = copy(way)
        assert (done.returncode, f"{ID} is there already: “Amira's tea”" in done.stderr) == (2, True)
    assert copy("--with-cast", "--again").returncode == 0
    assert len({path.name[:15] for path in team.rglob("*.md")}) == 2
    only_first = next(path for path in team.rglob("*.md") if path.name.startswith(ID))
    only_first.unlink()
    assert "One like it is there already" in copy("--with-cast").stderr


def test_one_commit_there_holds_it_and_undo_takes_it_out(circle: Any, copy: Copy, log: Path, own: Path) -> None:
    (own / "circle-takeaway-sam.html").write_text("Sam's own page")
    done = copy("--with-cast", "--require-commit", to=log)
    assert done.returncode == 0, done.stderr
    assert git(log, "show", "--format=%s", "--name-only").split("\n")[0] == f"Record session {ID}"
    assert git(log, "show", "--format=", "--name-only") == f"sessions/2026/{ID}-amiras-tea.md\n"
    assert circle("--log", str(log), "undo", "--yes").returncode == 0
    assert not [*log.rglob(f"{ID}*.md")]
    assert "It was there once, and was taken out" in copy("--with-cast", to=log).stderr


@pytest.mark.parametrize("cast", [(CastEntry(name="Amira Hassan"),), (CastEntry(name="Zofia"),)])
def test_whoever_was_erased_there_does_not_come_back(copy: Copy, own: Path, team: Path, cast: Any) -> None:
    only(own).write_text(only(own).read_text().replace("Ring amira", "Ring Zofia"))
    remember_erased(Log(root=team), cast)
    done = copy("--with-cast")
    assert (done.returncode, "was erased there" in done.stderr) == (2, True), done.stderr
    assert not [*team.rglob("2026*.md")]


def test_who_else_was_erased_there_stands_in_nobodys_way(copy: Copy, team: Path) -> None:
    remember_erased(Log(root=team), (CastEntry(name="Zofia Kowalska"),))
    assert copy("--with-cast").returncode == 0


def test_it_goes_into_no_base_nor_where_it_is_nor_where_no_log_is(copy: Copy, own: Path, team: Path) -> None:
    (team / "circle.yml").write_text("kind: base\n")
    assert "a base" in copy("--with-cast").stderr
    (own.parent / "same").symlink_to(own)
    for place, told in (
        (own, "in which the session is"),
        (own.parent / "same", "in which"),
        (own.parent, "no learning"),
    ):
        done = copy("--with-cast", to=place)
        assert (done.returncode, told in done.stderr) == (2, True), done.stderr
    assert copy("--with-cast", to=own.parent / "nowhere").returncode == 2
    assert not [*team.rglob("*.md")]


def test_without_a_terminal_a_flag_says_how_and_without_a_list_of_people_there_is_one_way(
    copy: Copy, own: Path
) -> None:
    done = copy()
    assert (done.returncode, "--with-cast or --say-instead" in done.stderr) == (2, True)
    put_session(own, ID, "Amira's tea", what_worked=SAID)
    assert "nobody has said yet who is in its story" in copy("--say-instead").stderr
    assert copy("--with-cast").returncode == 0


def test_what_to_say_instead_that_names_somebody_again_is_not_taken(copy: Copy, own: Path, team: Path) -> None:
    only(own).write_text(only(own).read_text().replace('"the young person"', '"Amira\'s double"'))
    done = copy("--say-instead", "--unsure", "leave")
    assert (done.returncode, "names somebody of its story again" in done.stderr) == (2, True)
    assert not [*team.rglob("*.md")]


ODD: dict[str, Callable[[Path], object]] = {
    "folder": lambda path: path.mkdir(),
    "link": lambda path: path.symlink_to("/nowhere/at/all"),
    "latin-1": lambda path: path.write_bytes("café: 1\n".encode("latin-1")),
}


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("place", ["sessions/2026", "circle.yml", "erased-names", f"sessions/2026/{ID}-amiras-tea.md"])
def test_what_is_odd_there_is_said_in_words(copy: Copy, team: Path, place: str, odd: str) -> None:
    (team / place).parent.mkdir(exist_ok=True)
    (team / place).unlink(missing_ok=True)
    ODD[odd](team / place)
    done = copy("--with-cast")
    assert done.returncode in (0, 2, 65, 74, 77) and done.stderr.count("\n") < 12, done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(("reply", "has_will"), [("1", None), ("", None), ("2", True), ("3", False)])
def test_it_is_asked_at_a_terminal_and_shown_before_it_goes(
    terminal: Any, own: Path, team: Path, reply: str, has_will: bool | None
) -> None:
    at = terminal("--log", str(own), "copy", "k3f9", "--to", str(team), "--plain", cwd=str(own.parent))
    at.until("3. Leave it: copy nothing", "Type a number").type("2\n")
    at.until("3. Yes, with what to say instead", "Type a number").type(f"{reply}\n")
    assert ("Both live on separately" in at.ends().told) is (has_will is not None)
    assert ["Will" in path.read_text() for path in team.rglob("2026*.md")] == ([] if has_will is None else [has_will])
