"""A base is public: nothing private has a place in it, in no commit that can be reached, and it says where one does."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from making import POINT as A_POINT
from making import approve, git, put_point
from proposing import SESSION

from circle_cli.commands.checking.found.bases.private import private_in
from circle_cli.log.start import start_log
from circle_cli.vocabulary import LogKind

GOLDEN = Path(__file__).parents[2] / "golden"
PROPOSAL = "---\ncircle: 2\nkind: proposal\nstate: proposed\n---\n"
BRINGS: dict[str, Callable[[Path], object]] = {
    "a session in its folder": lambda base: (base / "sessions/2026/2026-11-23-k3f9-x.md", SESSION),
    "a session under another name": lambda base: (base / "notes/of-june.md", SESSION),
    "a session with the line ends of Windows": lambda base: (base / "a.txt", SESSION.replace("\n", "\r\n")),
    "a proposal in its folder": lambda base: (base / "proposals/k3f9abcd.md", PROPOSAL),
    "a proposal elsewhere": lambda base: (base / "guidance/learning-points/k3f9abcd.md", PROPOSAL),
    "a draft": lambda base: (base / "kept/2026-11-23-k3f9.jsonl", "{}"),
    "a cast": lambda base: (base / "people.md", "---\ncast:\n  - {name: Zyx}\n---\n"),
}


@pytest.fixture
def base(tmp_path: Path) -> Path:
    assert start_log(tmp_path / "base", kind=LogKind.BASE).done
    return tmp_path / "base"


REPORT = "---\ncircle: 1\nkind: report-proposal\nstate: proposed\nauthor: kim@example.org\n---\n"
AS_SAVED: dict[str, tuple[str, bytes]] = {
    "in a folder that is the same on a Mac": ("Sessions/2026/x.rst", b"We met."),
    "by Notepad": ("a.md", SESSION.encode("utf-16")),
    "on an old Mac": ("a.md", SESSION.replace("\n", "\r").encode()),
    "quoted in an e-mail": ("a.eml", ("Hello\n\n" + SESSION).replace("\n", "\n> ").encode()),
    "below other words": ("a.md", ("<!-- draft -->\n" + SESSION).encode()),
    "with spaces behind its lines": ("a.md", SESSION.replace("---\n", "--- \n").encode()),
    "with another end of its front matter": ("a.md", SESSION.replace("\n---\n", "\n...\n").encode()),
    "as an editor keeps what was before": ("kitchen.md~", SESSION.encode()),
    "as a merge left it": ("kitchen.md.orig", SESSION.encode()),
    "as JSON": ("all.json", b'[{"circle": 1, "id": "2026-11-23-k3f9", "title": "x"}]'),
    "a draft that was set aside": ("x.JSONL.bak", b"{}"),
    "a report that waits to be read": ("a.md", REPORT.encode()),
    "what is sent to a reader": ("k3f9.txt", (GOLDEN / "packet.md").read_bytes()),
    "what a reader decided": ("k3f9.txt", (GOLDEN / "decision-returned.md").read_bytes()),
}


@pytest.mark.parametrize("how", AS_SAVED)
def test_what_is_private_is_found_however_it_was_saved(base: Path, how: str) -> None:
    name, content = AS_SAVED[how]
    (base / name).parent.mkdir(parents=True, exist_ok=True)
    (base / name).write_bytes(content)
    assert [each.path for each in private_in(base)] == [name]


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")


@pytest.mark.parametrize("what", BRINGS)
def test_what_is_private_is_found_in_every_commit_and_named(base: Path, what: str) -> None:
    path, text = BRINGS[what](base)  # type: ignore[misc]  # a path and a text
    put(path, text)
    name = path.relative_to(base).as_posix()
    assert [(each.path, each.commit) for each in private_in(base)] == [(name, "")]
    git(base, "add", "-f", name)
    git(base, "commit", "-qm", "Bring it")
    commit = git(base, "rev-parse", "HEAD").strip()
    git(base, "rm", "-q", name)
    git(base, "commit", "-qm", "Take it away")
    [found] = private_in(base)
    assert found.path == name and commit.startswith(found.commit) and found.commit


def test_it_is_found_in_a_commit_where_the_same_file_is_well_now(base: Path) -> None:
    for text in (SESSION, "About herons.\n"):
        put(base / "guidance/about.md", text)
        git(base, "add", "-f", "guidance/about.md")
        git(base, "commit", "-qm", "Write")
    [found] = private_in(base)
    assert (found.path, found.commit) == ("guidance/about.md", git(base, "rev-parse", "HEAD~1").strip()[:12])


@pytest.mark.parametrize("ref", ["another branch", "a tag", "a merge that nobody made by hand"])
def test_it_is_found_wherever_git_leads(base: Path, ref: str) -> None:
    git(base, "checkout", "-qb", "other")
    if ref == "a merge that nobody made by hand":
        git(base, "commit", "-q", "--allow-empty", "-m", "x")
        git(base, "checkout", "-q", "main")
        git(base, "commit", "-q", "--allow-empty", "-m", "y")
        git(base, "merge", "-q", "--no-ff", "--no-commit", "other")
    put(base / "notes.md", SESSION)
    git(base, "add", "notes.md")
    git(base, "commit", "-qm", "Merge")
    if ref == "a tag":
        git(base, "tag", "kept")
    git(base, "checkout", "-q", "main")
    if ref == "a tag":
        git(base, "branch", "-qD", "other")
    assert {each.path for each in private_in(base)} == {"notes.md"}


def test_neither_check_nor_site_passes_it_over_and_no_words_are_told(base: Path, circle: Any) -> None:
    assert circle("check", cwd=base).returncode == 0
    put(base / "notes.md", SESSION)
    git(base, "add", "notes.md")
    git(base, "commit", "-qm", "x")
    git(base, "rm", "-q", "notes.md")
    git(base, "commit", "-qm", "y")
    done = circle("check", cwd=base)
    assert done.returncode == 1 and "private-in-base" in done.stdout and "circle erase" in done.stdout
    assert "notes" not in done.stdout
    done = circle("site", cwd=base)
    assert done.returncode == 65 and "a base, which everyone may read" in done.stderr


def test_learning_points_reports_and_pages_are_at_home_in_it(base: Path) -> None:
    put_point(base, approve(A_POINT))
    put(base / "guidance/kit.md", '---\ntitle: "Ours"\ndescription: "How."\n---\n# Ours\n')
    git(base, "add", ".")
    git(base, "commit", "-qm", "x")
    assert [*private_in(base)] == []


@pytest.mark.parametrize(
    "words",
    [
        ("reflect", "--from", "-"), ("prepare",), ("follow-up", "k3f9"), ("resume",), ("list",), ("show", "k3f9"),
        ("search", "x"), ("actions",), ("done", "k3f9", "1"), ("edit", "k3f9"), ("rename", "k3f9", "x"),
        ("takeaway", "k3f9"), ("event", "k3f9"), ("share", "k3f9", "--from", "-"), ("take", "x.md"),
        ("export",), ("insights",),
        ("copy", "k3f9", "--to", "."),
    ],
    ids=lambda words: words[0],
)  # fmt: skip
def test_what_is_about_sessions_refuses_there_and_says_where_to_go(
    base: Path, circle: Any, words: tuple[str, ...]
) -> None:
    done = circle(*words, cwd=base, stdin="{}")
    assert done.returncode == 2 and "Traceback" not in done.stderr
    assert "base" in done.stderr and "--log" in done.stderr, done.stderr
    assert git(base, "status", "--porcelain") == ""


def test_a_base_begins_without_a_folder_for_sessions_and_says_what_it_is(circle: Any, tmp_path: Path) -> None:
    done = circle("init", "--base", str(tmp_path / "b"))
    assert done.returncode == 0 and "everyone may read" in done.stderr and "private:" not in done.stderr
    assert not (tmp_path / "b/sessions").exists() and "kind: base" in (tmp_path / "b/circle.yml").read_text()
    assert circle("init", "--team", str(tmp_path / "b")).returncode == 2
    assert circle("init", "--team", "--base", str(tmp_path / "c")).returncode == 2 and not (tmp_path / "c").exists()
    assert circle("init", "--team", str(tmp_path / "t")).returncode == 0
    assert "kind: team" in (tmp_path / "t/circle.yml").read_text() and (tmp_path / "t/sessions").is_dir()


@pytest.mark.parametrize("command", ["check", "site"])
def test_where_there_is_no_log_nothing_is_well(circle: Any, tmp_path: Path, command: str) -> None:
    (tmp_path / "misplaced").mkdir()
    done = circle("--log", str(tmp_path / "misplaced"), command)
    assert done.returncode == 2 and "circle.yml" in done.stderr
    assert circle(command, cwd=tmp_path / "misplaced").returncode == 2  # nor where one's own was never begun


def test_a_log_is_not_of_an_unknown_kind(log: Path, circle: Any) -> None:
    (log / "circle.yml").write_text("kind: basis\n", encoding="utf-8")
    assert circle("check", cwd=log).returncode == 1 and circle("site", cwd=log).returncode == 65
