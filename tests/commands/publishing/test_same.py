"""What a base's editors say beside the teams' words: which points say the same, and which theme a team means."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from committed import OURS
from making import git, publish, put_report, report
from running import Run
from signed import approve_report, public_key

from circle_cli.commands.receiving.taking_in import take_back
from circle_cli.errors import CircleError
from circle_cli.log.folder import Log
from circle_cli.merging.files import merge_files
from circle_cli.points.folder import read_published
from circle_cli.points.of_base.same import load_same, parse_same, render_same
from circle_cli.points.of_base.themes import Meaning, Meanings, parse_meanings, render_meanings
from circle_cli.points.record import Withdrawn
from circle_cli.settings import load_settings
from circle_cli.signing.readers import READERS, Admitted, Reader, render_readers
from circle_cli.site.drawing.ladder import Rung, rung_of

BOTH = ("k3f9abcd", "mmmmabcd")


@pytest.fixture
def editor(base: Path, tmp_path: Path) -> Path:
    """An editor's copy of a base that has two learning points."""
    log = tmp_path / "editor"
    publish(log, tried=())
    publish(log, id=BOTH[1], title="Ask twice", tried=())
    git(log, "add", ".")
    git(log, "commit", "-qm", "Two")
    return log


def test_two_points_are_linked_once_and_told_apart_again(editor: Path, circle: Run) -> None:
    files = [editor / "guidance" / "learning-points" / f"{id_}.md" for id_ in BOTH]
    before = [path.read_bytes() for path in files]
    done = circle("same", "mmmm", "k3f9", "--require-commit", cwd=editor)
    assert done.returncode == 0 and f"circle same {' '.join(BOTH)} --undo" in done.stderr, done.stderr
    assert load_same(editor) == {BOTH} and [path.read_bytes() for path in files] == before
    assert "linked already" in circle("same", *BOTH, cwd=editor).stderr
    assert git(editor, "log", "-1", "--format=%s").strip() == f"Link learning points {' and '.join(BOTH)}"
    assert "circle same, and both ids, with --undo" in circle("undo", "--yes", cwd=editor).stderr
    assert circle("check", cwd=editor).returncode == 0, circle("check", cwd=editor).stdout
    assert circle("same", *BOTH, "--undo", cwd=editor).returncode == 0
    assert load_same(editor) == frozenset() and git(editor, "status", "--porcelain") == ""


def test_a_link_is_taken_back_though_one_of_the_two_has_gone(editor: Path, circle: Run) -> None:
    circle("same", *BOTH, cwd=editor)
    git(editor, "rm", "-q", f"guidance/learning-points/{BOTH[1]}.md")
    git(editor, "commit", "-qm", "Gone")
    for again in ("linked.", "linked already."):
        done = circle("same", *BOTH, "--undo", cwd=editor)
        assert done.returncode == 0 and f"are no longer {again}" in done.stderr, done.stderr
    assert load_same(editor) == frozenset()


def test_a_link_goes_with_what_is_taken_back_and_so_does_what_was_reported_on_it(editor: Path, circle: Run) -> None:
    circle("same", *BOTH, cwd=editor)
    told = put_report(editor, approve_report(report()))
    git(editor, "add", ".")
    git(editor, "commit", "-qm", "A report")
    assert "2 learning points, 1 report." in circle("check", cwd=editor).stderr
    assert circle("withdraw", BOTH[0], "--yes", cwd=editor).returncode == 0
    assert (load_same(editor), git(editor, "status", "--porcelain")) == (frozenset(), "")
    assert "1 learning point. " in circle("check", cwd=editor).stderr  # the report stays, unseen and uncounted
    assert circle("withdraw", told.stem, "--yes", cwd=editor).returncode == 0
    assert not told.exists()


def test_a_link_goes_with_what_its_team_has_withdrawn(editor: Path, circle: Run) -> None:
    circle("same", *BOTH, cwd=editor)
    assert take_back(Log(root=editor, trust=OURS), Withdrawn(id=BOTH[1], year=2026)).done
    assert (load_same(editor), git(editor, "status", "--porcelain")) == (frozenset(), "")


def test_it_is_for_a_base_and_for_two_that_are_there(editor: Path, team: Path, circle: Run) -> None:
    for words in (("k3f9", "k3f9"), ("k3f9", "zzzzabcd"), ("k3f9",)):
        assert circle("same", *words, cwd=editor).returncode == 2
    publish(team, tried=())
    publish(team, id=BOTH[1], tried=())
    assert circle("same", *BOTH, cwd=team).returncode == 2
    assert not (editor / "same").exists() and not (team / "same").exists()


def test_the_files_are_read_as_they_are_written_and_nothing_else_is() -> None:
    pairs = frozenset({BOTH, ("aaaaaaaa", "bbbbbbbb")})
    assert parse_same(render_same(pairs), Path("same")) == pairs
    lines = frozenset({Meaning(team="team-aaaa", theirs="our-own", ours="voice")})
    assert parse_meanings(render_meanings(lines), Path("themes-of-teams")).lines == lines
    assert parse_same("mmmmabcd k3f9abcd", Path("same")) == {BOTH}
    for line in ("k3f9abcd", "k3f9abcd k3f9abcd", "k3f9abcd mmmmabcd Zebedee"):
        with pytest.raises(CircleError, match="no two"):
            parse_same(line, Path("same"))
    for line in ("team-aaaa our-own", "north our-own voice", "team-aaaa Our own voice"):
        with pytest.raises(CircleError, match="no theme"):
            parse_meanings(line, Path("x"))


def test_what_two_editors_link_at_once_is_all_there_and_what_one_takes_back_is_gone() -> None:
    base, one, other = ({BOTH}, {BOTH, ("aaaaaaaa", "bbbbbbbb")}, {("cccccccc", "dddddddd")})
    texts = [render_same(each).encode() for each in (base, one, other)]
    for ours, theirs in ((1, 2), (2, 1)):
        merged = merge_files("same", texts[0], texts[ours], texts[theirs])
        wanted = {("aaaaaaaa", "bbbbbbbb"), ("cccccccc", "dddddddd")}
        assert merged.beside is None and parse_same(merged.content.decode(), Path("same")) == wanted


def with_teams(log: Path, count: int) -> None:
    """Have so many teams read for a base, each with a key of its own; and the base's own reader."""
    names = [f"reader-aaa{sign}" for sign in "abcdefgh"[:count]]
    readers = [Reader(name=name, key=public_key(20 + n), since=date(2026, 1, 1)) for n, name in enumerate(names)]
    own = Reader(name="reader-zzzz", key=public_key(), since=date(2026, 1, 1))
    teams = tuple((name, f"team-aaa{name[-1]}") for name in names)
    (log / READERS).write_text(render_readers(Admitted(readers=(own, *readers), teams=teams)), encoding="utf-8")


@pytest.mark.parametrize(
    ("tellers", "rung"),
    [
        ((20, 21, 22, 23, 24), Rung.SEVERAL),
        ((20, 21, 22, 23), Rung.OTHERS),
        ((20, 20, 20, 21, 22, 23), Rung.OTHERS),
        ((20, 21, 22, 23, 1), Rung.OTHERS),
    ],
)
def test_several_settings_are_as_many_teams_as_the_smallest_group(
    tmp_path: Path, tellers: tuple[int, ...], rung: Rung
) -> None:
    (tmp_path / "circle.yml").write_text("kind: base\n", encoding="utf-8")
    publish(tmp_path, tried=())
    with_teams(tmp_path, 5)
    for number, seed in enumerate(tellers):
        told = replace(report(differed=f"In way {number}."), id=f"abcd234{'abcdefgh'[number]}")
        put_report(tmp_path, approve_report(told, seed=seed))
    (point,) = read_published(tmp_path / "guidance" / "learning-points").points
    assert len(point.tried) == len(tellers) and rung_of(point) is rung
    assert load_settings(tmp_path).smallest_group == 5


def test_a_teams_theme_is_shown_as_the_bases_and_its_signature_still_holds(editor: Path) -> None:
    path = publish(editor, id="zzzzabcd", title="Ours", themes=("our-own", "voice"), tried=())
    team_reader = Reader(name="reader-zzzz", key=public_key(), since=date(2026, 1, 1))
    readers = Admitted(readers=(team_reader,), teams=(("reader-zzzz", "team-zzzz"),))
    (editor / READERS).write_text(render_readers(readers), encoding="utf-8")
    (editor / "themes-of-teams").write_text("team-zzzz our-own relationships\nteam-zzzz our-own voice\n")
    before = path.read_bytes()
    (point,) = [each for each in read_published(path.parent).points if each.id == "zzzzabcd"]
    assert point.themes == ("relationships", "voice") and path.read_bytes() == before
    other = Meanings(lines=frozenset({Meaning(team="team-aaaa", theirs="our-own", ours="voice")}))
    (there,) = [each for each in read_published(path.parent).points if each.id == BOTH[0]]
    assert other.applied(there, readers) == there  # another team's word for it says nothing of this one's
