"""Nothing private goes out, and a failure leaves the old site as it was."""

import gzip
import io
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from making import MARKS, publish, read_words, session_text

from circle_cli.errors import PERMISSION, CircleError
from circle_cli.guidance.files import own_pages
from circle_cli.site.building.published import files_left_out, refuse_lists_beside_sessions, refuse_torn_proposals

Write = Callable[[Path, dict[str, str]], None]
Release = Callable[[Path], Path]

CANARY = "canary-Xanthippe-7714"
PRIVATE = {
    "sessions/2026/2026-11-23-k3f9-visit.md": (
        session_text(title=CANARY, front=f"cast:\n  - {{name: {CANARY}}}\n") + f"{CANARY}\n"
    ),
    "sessions/2026/notes.txt": CANARY,
    "guidance/notes.txt": CANARY,
    "guidance/our-team.md": f"# {CANARY}\n",
    "guidance/team.html": CANARY,
    "guidance/circle.css": CANARY,
    "guidance/README.md": CANARY,
    "guidance/modes/photo.jpg": CANARY,
    "guidance/.hidden/index.md": CANARY,
    "guidance/drafts/questions/safety.md": CANARY,
    "notes.md": CANARY,
}


def contents(folder: Path) -> dict[str, bytes]:
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return {name: gzip.decompress(data) if name.endswith(".gz") else data for name, data in found.items()}


def test_no_byte_of_anything_private_is_published(
    tmp_path: Path, write: Write, release: Release, capfd: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, PRIVATE)
    built = contents(release(tmp_path))
    for name, data in built.items():
        assert CANARY.encode() not in data and CANARY not in name, name
    for name in PRIVATE:
        assert name.removeprefix("guidance/") not in built or name.endswith(".css")
    assert b"circle__drawing" in built["circle.css"]  # ours, not the one in the log's folder
    said = capfd.readouterr().err
    assert "guidance/*.txt is not published" in said and "guidance/*.md is not published" in said
    assert "README" not in said and CANARY not in said


def test_what_is_expected_in_the_folder_is_not_spoken_of() -> None:
    assert files_left_out(own_pages(), words=True) == ()


class Terminal(io.StringIO):
    """Standard error where somebody looks on."""

    def isatty(self) -> bool:
        return True


def test_a_terminal_obeys_no_name_of_a_file(
    tmp_path: Path, write: Write, release: Release, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"guidance/\x1b]0;a title\x07\x9b2J\u202e.txt": ""})
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    release(tmp_path)
    said = terminal.getvalue()
    assert r"\x1b]0;a title\x07\x9b2J\u202e.txt is not published" in said
    assert not set(said) & set("\x1b\x07\x9b\u202e")


@pytest.mark.parametrize("link", ["guidance/principles.md", "guidance/questions/safety.md"])
def test_page_that_is_a_link_to_a_session_is_refused(tmp_path: Path, write: Write, release: Release, link: str) -> None:
    write(tmp_path, PRIVATE)
    (tmp_path / link).parent.mkdir(exist_ok=True)
    (tmp_path / link).symlink_to(tmp_path / "sessions/2026/notes.txt")
    with pytest.raises(CircleError, match=rf"{link}: a link to another place"):
        release(tmp_path)
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("link", ["guidance", "guidance/roles"])
def test_folder_that_is_a_link_is_refused(tmp_path: Path, release: Release, link: str) -> None:
    (tmp_path / "sessions").mkdir()
    (tmp_path / link).parent.mkdir(exist_ok=True)
    (tmp_path / link).symlink_to(tmp_path / "sessions")
    with pytest.raises(CircleError, match=rf"{link}: a link to another place"):
        release(tmp_path)


def test_link_that_is_no_page_is_left_out(
    tmp_path: Path, write: Write, release: Release, capfd: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, PRIVATE)
    (tmp_path / "guidance/sessions").symlink_to(tmp_path / "sessions")
    built = contents(release(tmp_path))
    assert not any(CANARY.encode() in data for data in built.values())
    assert "guidance/sessions is not published" in capfd.readouterr().err


BROKEN = {
    "a link to a page that is not there": (
        "guidance/preparing.md",
        '---\ntitle: "A"\ndescription: "B"\n---\n[x](sessions.md)\n',
        r"preparing\.md.*sessions\.md",
    ),
    "a link to a place in a page that is not there": (
        "guidance/preparing.md",
        '---\ntitle: "A"\ndescription: "B"\n---\n[x](index.md#nowhere)\n',
        r"preparing\.md.*#nowhere",
    ),
    "a page without front matter": ("guidance/index.md", "# Home\n", r"guidance/index\.md:1: no front matter"),
    "a question with a misspelt key": (
        "guidance/questions/safety.md",
        "---\nid: safety\ntitel: x\n---\n",
        r"guidance/questions/safety\.md:\d+: title: missing",
    ),
    "a ninth question": ("guidance/questions/ninth.md", "---\nid: ninth\n---\n", r"questions/ninth\.md"),
    "a page that is not UTF-8": ("guidance/running.md", "\udcff", r"guidance/running\.md:1: not UTF-8"),
    "a broken mkdocs.yml": ("mkdocs.yml", "site_name: [", r"mkdocs\.yml:\d+: not readable as YAML"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_failing_build_leaves_the_old_site_as_it_was(tmp_path: Path, write: Write, release: Release, case: str) -> None:
    name, text, message = BROKEN[case]
    write(tmp_path, {"site/index.html": "the old site", "site/.gitignore": "*\n# ours\n"})
    before = contents(tmp_path / "site")
    write(tmp_path, {name: text})
    with suppress(CircleError):  # it may be one that nobody can read
        read_words(tmp_path)
    with pytest.raises(CircleError, match=message):
        release(tmp_path)
    assert contents(tmp_path / "site") == before
    assert [path.name for path in tmp_path.glob(".site-*")] == []


def test_new_site_takes_the_old_ones_place_but_for_hidden_files(tmp_path: Path, write: Write, release: Release) -> None:
    old = {"site/old.html": "x", "site/.gitignore": "*\n# ours\n", "site/.nojekyll": "", "site/.git/HEAD": "ref"}
    old |= {"site/.notes": "of a visit", "site/.well-known/a.txt": "x"}
    write(tmp_path, old)
    site = release(tmp_path)
    assert site == tmp_path / "site"
    assert not (site / "old.html").exists() and (site / "index.html").is_file()
    assert (site / ".gitignore").read_text() == "*\n# ours\n"
    assert sorted(path.name for path in site.glob(".*")) == [".git", ".gitignore", ".nojekyll"]
    assert (site / ".nojekyll").is_file() and (site / ".git/HEAD").is_file()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site"]


def test_nothing_hidden_is_carried_over_through_a_link(tmp_path: Path, write: Write, release: Release) -> None:
    write(tmp_path, {"site/index.html": "x", "private/HEAD": CANARY, "private/file": CANARY})
    (tmp_path / "site/.git").symlink_to(tmp_path / "private")
    (tmp_path / "site/.nojekyll").symlink_to(tmp_path / "private/file")
    (tmp_path / "site/.gitignore").symlink_to(tmp_path / "private/file")
    site = release(tmp_path)
    assert [path.name for path in site.glob(".*")] == [".gitignore"]
    assert (site / ".gitignore").read_text() == "*\n!.gitignore\n"


@pytest.mark.parametrize("name", [".gitignore", ".nojekyll", ".git", ".git/config", ".git/refs/heads/a-canary-word"])
def test_what_is_hidden_is_swept_like_the_rest(tmp_path: Path, write: Write, release: Release, name: str) -> None:
    session = session_text(front='cast:\n  - {name: "Xanthippe Quillfeather"}\n')
    write(tmp_path, {"site/index.html": "the old site", "sessions/2026/2026-11-23-k3f9-x.md": session})
    write(tmp_path, {f"site/{name}".replace("a-canary-word", "xanthippe"): "# Xanthippe Quillfeather\n"})
    with pytest.raises(CircleError, match="a name of a session’s cast"):
        release(tmp_path)
    assert (tmp_path / "site/index.html").read_text() == "the old site"


def test_git_sees_nothing_of_a_build(tmp_path: Path, release: Release) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    release(tmp_path)
    seen = subprocess.run(
        ["git", "-C", str(tmp_path), "status", "--short", "-uall"], capture_output=True, text=True, check=True
    )
    assert seen.stdout == "?? site/.gitignore\n"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_log_that_cannot_be_written_is_named(tmp_path: Path, release: Release) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(CircleError) as caught:
        release(tmp_path)
    assert caught.value.exit_code == PERMISSION


def test_a_proposal_in_two_versions_stops_whatever_builds_with_the_plugin(
    tmp_path: Path, write: Write, release: Release
) -> None:
    """Plain `mkdocs build` has nothing but the plugin, and here too nobody else looks at proposals."""
    write(tmp_path, {"guidance/README.md": "", "proposals/k3f9abcd.md": f"---\n{MARKS}---\n{CANARY}"})
    with pytest.raises(CircleError, match="git left two versions here") as refused:
        release(tmp_path)
    assert CANARY not in str(refused.value)
    assert not (tmp_path / "site").exists()


def test_a_list_beside_sessions_is_looked_at_by_whoever_may_open_them(tmp_path: Path, write: Write) -> None:
    """Plain `mkdocs build` opens none, so it cannot tell whether the list names somebody."""
    write(tmp_path, {"guidance/README.md": "", "sessions/README.md": "", "sessions/2026/.gitkeep": ""})
    refuse_lists_beside_sessions(tmp_path)
    write(tmp_path, {"identifier-check/allowed.txt": "Xanthippe\n"})
    refuse_lists_beside_sessions(tmp_path)
    write(tmp_path, {"sessions/2026/2026-11-23-k3f9-x.md": ""})
    with pytest.raises(CircleError, match=r"allowed\.txt: this list may name somebody .*`circle site`, which looks"):
        refuse_lists_beside_sessions(tmp_path)
    (tmp_path / "identifier-check/allowed.txt").unlink()
    refuse_lists_beside_sessions(tmp_path)


def test_a_proposal_that_cannot_be_read_stops_it_only_where_its_point_is_public(tmp_path: Path, write: Write) -> None:
    write(tmp_path, {"proposals/m3f9abcd.md": "", "proposals/k3f9abcd.md": "words", "proposals/README.md": "words"})
    (tmp_path / "proposals" / "m3f9abcd.md").write_bytes(b"\xff")
    publish(tmp_path)
    refuse_torn_proposals(tmp_path)
    publish(tmp_path, id="m3f9abcd")
    with pytest.raises(CircleError, match="not UTF-8"):
        refuse_torn_proposals(tmp_path)
