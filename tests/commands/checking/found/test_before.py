"""What `circle check` found well before it passes over, and what it says is what it would say without that."""

import json
import random
import shutil
from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from pathlib import Path

import pytest
from committed import OURS
from making import POINT, approve, git, notice, put_point, put_report, put_session, report
from signed import approve_report

from circle_cli.commands.checking import examined
from circle_cli.commands.checking.examined import examine
from circle_cli.commands.checking.found import before
from circle_cli.commands.checking.found.before import before_of
from circle_cli.commands.checking.found.problem import Problem
from circle_cli.commands.checking.found.public import Known
from circle_cli.commands.folders import own_folder
from circle_cli.log.folder import Log
from circle_cli.log.start import start_log
from circle_cli.vocabulary import LogKind

IDS = ("k3f9abcd", "abcd2345", "mnpq6789")
KEPT = ".circle/checked"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("made") / "base"
    assert start_log(made, OURS, LogKind.BASE).done
    for id_ in IDS:
        put_point(made, approve(replace(POINT, id=id_)))
        put_report(made, approve_report(report(id_, id=f"{id_[:7]}2")))
    git(made, "add", ".")
    git(made, "commit", "-qm", "Begin")
    return made


@pytest.fixture
def base(made: Path, tmp_path: Path) -> Path:
    return shutil.copytree(made, tmp_path / "base")


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Name the files that are looked at, as often as each is."""
    seen: list[str] = []
    for name in ("look_at_point", "of_public"):
        real = getattr(examined, name)
        monkeypatch.setattr(
            examined, name, lambda path, *rest, real=real: (seen.append(Path(path).stem), real(path, *rest))[1]
        )
    return seen


def found(base: Path) -> Sequence[Problem]:
    return examine(Log(root=base), with_site=False, before=before_of(Log(root=base))).findings


def plainly(base: Path) -> Sequence[Problem]:
    return examine(Log(root=base), with_site=False).findings


def test_all_is_looked_at_again_where_somebody_asks_for_it(base: Path, looked: list[str]) -> None:
    for _ in range(2):
        assert not examine(Log(root=base), with_site=False, before=before_of(Log(root=base), anew=True)).findings
    assert len(looked) == 4 * len(IDS)
    assert not found(base) and len(looked) == 4 * len(IDS)


def test_only_what_is_not_as_it_was_is_looked_at_again(base: Path, looked: list[str]) -> None:
    assert not found(base) and len(looked) == 2 * len(IDS)
    assert (base / KEPT).stat().st_mode & 0o777 == 0o600
    assert not git(base, "status", "--porcelain") and not git(base, "ls-files", ".circle")
    looked.clear()
    assert not found(base) and not looked
    put_point(base, approve(replace(POINT, id=IDS[0], year=2025)))
    assert not found(base) and looked == [IDS[0], f"{IDS[0][:7]}2"]  # the report speaks of that one
    looked.clear()
    path = base / f"guidance/learning-points/{IDS[1]}.md"
    path.write_text(path.read_text(encoding="utf-8").replace("year: 2026", "year: 2021"), encoding="utf-8")
    assert [each.path for each in found(base)] == [each.path for each in found(base)] == [str(path)]
    assert looked.count(IDS[1]) == 2


@pytest.mark.parametrize("what", ["a list", "the readers", "a name", "the program", "the key", "a theme"])
def test_what_all_is_judged_by_counts(
    base: Path, looked: list[str], what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    found(base)
    looked.clear()
    match what:
        case "a list":
            (base / "identifier-check").mkdir()
            (base / "identifier-check/names.txt").write_text("[always]\nZyxwold\n", encoding="utf-8")
        case "the readers":
            (base / "readers").write_text("", encoding="utf-8")
        case "a name":
            put_session(base, "2026-11-20-b2cd", "x", 'cast:\n  - {name: "Zyxwold", say: "the manager"}\n')
        case "a theme":
            (base / "themes-of-teams").write_text("team-4h8w voice relationships\n", encoding="utf-8")
        case "the program":
            monkeypatch.setattr(before, "program", lambda: b"another")
        case "the key":
            (own_folder() or Path()).joinpath("checked.key").write_bytes(b"x" * 32)
    assert found(base) == plainly(base)
    assert len(looked) == 4 * len(IDS)  # with it and plainly: all, each time


def test_all_that_is_known_is_told() -> None:
    assert {each.name for each in fields(Known)} == set(before._TOLD)  # else nothing is kept any more


@pytest.mark.parametrize("damage", ["a bit", "cut short", "another's", "nothing", "a folder", "a link", "no key"])
def test_a_damaged_entry_never_says_well(base: Path, looked: list[str], damage: str, tmp_path: Path) -> None:
    found(base)
    kept = base / KEPT
    content = kept.read_bytes()
    kept.unlink()
    match damage:
        case "a bit":  # one in each entry
            kept.write_bytes(content[:16] + bytes(each ^ (at % 16 == 3) for at, each in enumerate(content[16:])))
        case "cut short":
            kept.write_bytes(content[:31])
        case "another's":
            kept.write_bytes(content[:16] + random.Random(3).randbytes(len(content) - 16))  # noqa: S311
        case "a folder":
            kept.mkdir()
        case "a link":
            (tmp_path / "elsewhere").write_bytes(b"theirs")
            kept.symlink_to(tmp_path / "elsewhere")
        case "no key":
            kept.write_bytes(content)
            (own_folder() or Path()).joinpath("checked.key").write_bytes(b"")
    looked.clear()
    assert not found(base) and len(looked) == 2 * len(IDS)
    if damage == "a link":
        assert (tmp_path / "elsewhere").read_bytes() == b"theirs"


def test_what_was_private_in_a_commit_is_found_however_often(base: Path) -> None:
    found(base)
    (base / "notes.md").write_text("---\ncast:\n  - {name: Zyx}\n---\n", encoding="utf-8")
    git(base, "add", ".")
    git(base, "commit", "-qm", "x")
    git(base, "rm", "-q", "notes.md")
    git(base, "commit", "-qm", "y")
    assert [each.kind for each in found(base)] == [each.kind for each in found(base)] == ["private-in-base"]


def test_what_stands_in_another_place_under_the_same_name_is_not_taken_for_it(base: Path) -> None:
    found(base)
    point = base / f"guidance/learning-points/{IDS[0]}.md"
    for place in ("sessions/learning-points", "guidance/reports"):
        (base / place).mkdir(parents=True, exist_ok=True)
        shutil.copy(point, base / place)
    assert {each.path for each in found(base)} == {each.path for each in plainly(base)} != set()


def test_a_site_is_read_again_when_anything_of_it_changed(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    monkeypatch.setattr(examined, "look_at_site", lambda *_: read.append("once") or ())

    def change(name: str) -> None:
        with (base / name).open("a", encoding="utf-8") as file:
            file.write("\n")

    def with_site() -> int:
        read.clear()
        examine(Log(root=base), before=before_of(Log(root=base)))
        return len(read)

    assert [with_site(), with_site()] == [1, 0]
    put_point(base, approve(replace(POINT, id=IDS[0], year=2025)))
    assert with_site() == 0
    change("mkdocs.yml")
    assert [with_site(), with_site()] == [1, 0]
    strange = base / "guidance/learning-points/strange"
    strange.write_text("x", encoding="utf-8")  # found by itself, and what would follow from it for the site is not said
    change("circle.yml")
    assert [with_site(), with_site()] == [1, 1]
    strange.unlink()
    assert [with_site(), with_site()] == [1, 0]
    (base / f"guidance/learning-points/{IDS[1]}.md").unlink()  # a page may have led there
    assert with_site() == 1
    (base / "mkdocs.yml").write_text("x: 1\n", encoding="utf-8")
    monkeypatch.setattr(examined, "look_at_site", lambda *_: [Problem(kind="format", path="x", what="y")])
    for _ in range(2):
        assert "y" in {each.what for each in examine(Log(root=base), before=before_of(Log(root=base))).findings}


def _edit(chance: random.Random, made: Path) -> Callable[[Path], object]:
    """Give something that somebody, or git, may do to a base."""
    id_, other = chance.sample(IDS, 2)
    point, theirs = (f"guidance/learning-points/{each}.md" for each in (id_, other))
    told = f"guidance/reports/{id_[:7]}2.md"
    name = chance.choice((point, told))

    def flip(base: Path) -> None:
        if content := bytearray((base / name).read_bytes() if (base / name).exists() else b""):
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(7)
            (base / name).write_bytes(content)

    def put(text: str, name: str) -> Callable[[Path], object]:
        return lambda base: ((base / name).parent.mkdir(exist_ok=True), (base / name).write_text(text))

    return chance.choice(
        (
            flip,
            flip,
            lambda base: (base / name).unlink(missing_ok=True),
            lambda base: shutil.copy(made / name, base / name),
            lambda base: shutil.copy(made / theirs, base / point),
            lambda base: put_point(base, approve(replace(POINT, id=id_, year=chance.choice((2024, 2025))))),
            lambda base: put_point(base, approve(replace(POINT, id=id_, themes=("no-such-theme",)))),
            lambda base: put_report(base, approve_report(report(other, id=f"{id_[:7]}2", revision=2))),
            put(notice(id_), f"guidance/withdrawn/{id_}.md"),
            lambda base: (base / f"guidance/withdrawn/{id_}.md").unlink(missing_ok=True),
            put("", "readers"),
            lambda base: shutil.copy(made / "readers", base / "readers"),
            put("[always]\nTea\nSmall\n", "identifier-check/names.txt"),
            lambda base: shutil.rmtree(base / "identifier-check", ignore_errors=True),
            put("---\ncast:\n  - {name: Zyx}\n---\n", "notes.md"),
            lambda base: (git(base, "add", "-A"), git(base, "commit", "-q", "--allow-empty", "-m", "x")),
            lambda base: (base / "notes.md").unlink(missing_ok=True),
        )
    )


@pytest.mark.parametrize("seed", range(2))
def test_with_it_and_without_it_the_same_is_said(base: Path, made: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  # which edits are tried
    said = set()
    for _ in range(12):
        for _ in range(chance.randint(1, 3)):
            _edit(chance, made)(base)
        expected = plainly(base)
        assert found(base) == expected
        said.add(json.dumps([each.path for each in expected]))
    assert len(said) > 3
