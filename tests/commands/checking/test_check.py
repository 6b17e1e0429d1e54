"""`circle check`: whatever is not well-formed or not safe is found, with file and line, and without a word of it."""

import json
import os
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from making import approve, put_point, schema, session_text
from pexpect import EOF
from signed import known

from circle_cli.commands.checking.examined import examine
from circle_cli.identifiers.lists import Lists
from circle_cli.log.folder import Log
from circle_cli.points.record import Approval, LearningPoint, Trial
from circle_cli.session.record import CastEntry
from circle_cli.share.vetting import PointFault, problems_of
from circle_cli.vocabulary import Outcome

Run = Callable[..., Any]
CANARY = "Wibblethorpe"
POINT_PATH = "guidance/learning-points/k3f9abcd.md"


def found(log: Path) -> list[tuple[str, str, int]]:
    examined = examine(Log(root=log))
    return [(str(each.kind), Path(each.path).relative_to(log).as_posix(), each.line) for each in examined.findings]


def test_a_log_where_all_is_well_says_so_kindly(
    circle: Run, log: Path, session: Path, published: Path, point: LearningPoint, proposed: Callable[..., Path]
) -> None:
    proposed(replace(point, id="abcd2345"))
    done = circle("check", cwd=log)
    assert (done.returncode, done.stdout) == (0, "")
    assert "All is well: 1 session, 1 learning point, 1 proposal." in done.stderr


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("state: proposed", f"state: {CANARY}", 4),
        ("## How to do it\n", f"## {CANARY}\n", 20),
        ("year: 2026", f"year: {CANARY}", 17),
        ('"k3f9abcd"', '"k3f9abce"', 12),
    ],
)
def test_a_proposal_that_review_could_not_read_is_found(
    log: Path, point: LearningPoint, proposed: Callable[..., Path], old: str, new: str, line: int
) -> None:
    path = proposed(point)
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert ("format", "proposals/k3f9abcd.md", line) in found(log)


def spoil(path: Path, text: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())


HEAD = session_text("2026-11-20-b2cd").removesuffix("---\n")
S = "sessions/2026/2026-11-20-b2cd-x.md"


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        (S, HEAD + f"setting: {CANARY}\n---\n", ("format", S, 8)),
        (S, b"---\nid: \xff\n---\n", ("format", S, 2)),
        (S, HEAD + f"---\n<<<<<<< HEAD\n{CANARY}\n=======\nx\n>>>>>>> side\n", ("conflict-marker", S, 9)),
        (f"sessions/2026/{CANARY}.docx", "x", ("stray-file", f"sessions/2026/{CANARY}.docx", 1)),
        (f"sessions/2026/deep/{CANARY}.md", "x", ("stray-file", "sessions/2026/deep", 1)),
        (f"sessions/2026/.{CANARY}.md.tmp-1-1", "x", ("stray-file", f"sessions/2026/.{CANARY}.md.tmp-1-1", 1)),
        (f"guidance/{CANARY}.md", "x", ("stray-file", f"guidance/{CANARY}.md", 1)),
        ("guidance/k3f9abcd.md", "x", ("stray-file", "guidance/k3f9abcd.md", 1)),
        (f"guidance/learning-points/{CANARY}.md", "x", ("stray-file", f"guidance/learning-points/{CANARY}.md", 1)),
        (f"guidance/img/{CANARY}.png", "x", ("stray-file", f"guidance/img/{CANARY}.png", 1)),
        ("guidance/roles/recorder.md", f"---\nid: {CANARY}\n---\n", ("format", "guidance/roles/recorder.md", 2)),
        ("guidance/index.md", "a\n<<<<<<< HEAD\n", ("conflict-marker", "guidance/index.md", 2)),
        ("circle.yml", f"review: {CANARY}\n", ("format", "circle.yml", 1)),
        ("circle.yml", f"kind: base\naddress: {CANARY}\n", ("format", "circle.yml", 2)),
        ("mkdocs.yml", f"site_name: x\nhooks: [{CANARY}.py]\n", ("format", "mkdocs.yml", 2)),
        ("mkdocs.yml", "<<<<<<< HEAD\n=======\n>>>>>>> x\n", ("conflict-marker", "mkdocs.yml", 1)),
        ("circle.yml", "# a\n>>>>>>> x\n", ("conflict-marker", "circle.yml", 2)),
        ("identifier-check/names.txt", f"{CANARY}\n", ("format", "identifier-check/names.txt", 1)),
        ("proposals/abcd2345.md", f"---\n{CANARY}: [\n---\n", ("format", "proposals/abcd2345.md", 3)),
        ("proposals/abcd2345.md", b"\xff", ("format", "proposals/abcd2345.md", 1)),
        (POINT_PATH, f"---\ncircle: 1\nkind: {CANARY}\n---\n", ("format", POINT_PATH, 3)),
    ],
)
def test_each_thing_that_is_wrong_is_found_by_file_and_line_and_not_told(
    circle: Run, log: Path, name: str, text: str | bytes, expected: tuple[str, str, int]
) -> None:
    spoil(log / name, text)
    assert expected in found(log)
    if name.startswith(("sessions/2026/2026", "guidance/i", "circle.yml")):
        done = circle("check", cwd=log)
        assert done.returncode == 1
        assert CANARY not in done.stdout + done.stderr
        assert re.search(rf"(?m)^\S+:{expected[2]}: {expected[0]}: ", done.stdout)


@pytest.mark.parametrize("name", [POINT_PATH, "guidance/frameworks/own.yml"])
def test_a_pipe_is_found_and_not_waited_at(log: Path, name: str) -> None:
    (log / name).unlink(missing_ok=True)
    (log / name).parent.mkdir(exist_ok=True)
    os.mkfifo(log / name)
    assert ("stray-file", name, 1) in found(log)


@pytest.mark.parametrize(
    "place", ["sessions", "sessions/2027", "sessions/2026/x.md", "guidance/index.md", "circle.yml"]
)
def test_a_link_is_found_wherever_it_is(log: Path, session: Path, place: str) -> None:
    target = log / place
    if target.is_dir():
        target.rename(log / "elsewhere")
    target.unlink(missing_ok=True)
    target.symlink_to(log / "elsewhere")
    assert ("link", place, 1) in found(log)


def test_a_session_copied_under_another_name_is_found(log: Path, session: Path) -> None:
    copy = session.with_name("copy.md")
    copy.write_bytes(session.read_bytes())
    assert found(log) == [("stray-file", "sessions/2026/copy.md", 1)]


def test_all_that_is_wrong_with_a_learning_point_is_said_at_once(
    log: Path, session: Path, point: LearningPoint, circle: Run
) -> None:
    parts = {**point.parts, "how": f"First line.\n\nAsk {CANARY} on 3 March 2024."}
    trial = Trial(outcome=Outcome.WORKED, year=2026, differed="Amira liked it")
    approval = Approval(sha256="0" * 64, tool="0.1.0", lists="0-01d")
    path = put_point(log, replace(point, themes=("nonsense",), parts=parts, tried=(trial,), approval=approval))
    lines = path.read_text(encoding="utf-8").split("\n")
    said = {(kind, lines[line - 1]) for kind, _, line in found(log)}
    assert said == {
        ("changed-since-approval", next(line for line in lines if line.startswith("approval:"))),
        ("approval-out-of-date", next(line for line in lines if line.startswith("approval:"))),
        ("unknown-theme", 'themes: ["nonsense"]'),
        ("identifier", f"Ask {CANARY} on 3 March 2024."),
        ("identifier", next(line for line in lines if "Amira" in line)),
    }
    done = circle("check", cwd=log)
    assert (CANARY in done.stdout, "Amira" in done.stdout) == (False, False)


def test_a_learning_point_without_approval_is_found(log: Path, point: LearningPoint) -> None:
    put_point(log, point)
    assert [each[0] for each in found(log)] == ["not-approved"]


def test_words_that_were_explained_are_accepted_but_never_the_cast(point: LearningPoint, lists: Lists) -> None:
    point = replace(point, title="What Wibblethorpe found")
    themes = {"relationships"}
    explained = approve(point, "Wibblethorpe", lists=lists.version)
    faults = [each.fault for each in problems_of(approve(point, lists=lists.version), lists, themes, known())]
    assert faults == [PointFault.IDENTIFIER]
    assert problems_of(explained, lists, themes, known()) == ()
    cast = (CastEntry(name="Wibblethorpe"),)
    assert [each.fault for each in problems_of(explained, lists, themes, known(), cast)] == faults


def test_what_was_withdrawn_is_well_and_no_learning_point_any_more(circle: Run, log: Path, published: Path) -> None:
    assert circle("withdraw", "k3f9", "--yes", cwd=log).returncode == 0
    examined = examine(Log(root=log))
    assert (examined.findings, examined.points) == ((), 0)


def test_at_a_terminal_the_words_are_shown(at_terminal: Run, log: Path) -> None:
    spoil(log / S, HEAD + f"setting: {CANARY}\n---\n")
    child = at_terminal("check")
    child.expect(rf"{S}:8: format: setting: .{CANARY}. is not known")
    child.expect("1 thing to put right")
    child.expect(EOF)
    child.close()
    assert child.exitstatus == 1


def test_the_json_is_as_the_schema_says(circle: Run, log: Path, published: Path) -> None:
    validator = schema("check")
    validator.validate(json.loads(circle("check", "--json", cwd=log).stdout))
    spoil(log / S, HEAD + f"setting: {CANARY}\n---\n")
    spoil(log / "sessions" / f"{CANARY}.txt", "x")
    done = circle("check", "--json", cwd=log)
    validator.validate(json.loads(done.stdout))
    assert done.returncode == 1
    paths = [each["path"] for each in json.loads(done.stdout)["findings"]]
    assert paths == ["sessions/2026/2026-11-20-b2cd*.md", "sessions/*.txt"]


def test_files_that_everybody_may_read_are_remarked_on_only(circle: Run, log: Path, session: Path) -> None:
    session.chmod(0o644)
    assert "Everybody on this computer" not in circle("check", cwd=log).stderr  # the log's folder is closed to others
    with TemporaryDirectory() as name:
        shared = Path(name) / "log"
        shutil.copytree(log, shared)
        for folder in (shared.parent, shared, shared / "sessions", shared / "sessions" / "2026"):
            folder.chmod(0o755)
        shared.chmod(0o2755)  # on purpose, for a group
        next((shared / "sessions").rglob("*.md")).chmod(0o644)
        done = circle("check", cwd=shared)
        assert (done.returncode, "chmod o=" in done.stderr) == (0, True)


def test_a_name_with_commas_in_it_is_named_and_is_no_fault(circle: Run, log: Path) -> None:
    front = 'cast: [{name: "Amira, her gran, Larkspur Road"}]\n'
    path = log / "sessions" / "2026" / "2026-05-05-abcd-the-walk.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(session_text("2026-05-05-abcd", "The walk", front), encoding="utf-8")
    done = circle("check", cwd=log)
    assert done.returncode == 0
    assert "has commas in it" in done.stderr and "2026-05-05-abcd" in done.stderr
    assert "gran" not in done.stderr
