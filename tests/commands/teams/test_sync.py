"""`circle sync`: both computers have the same in the end, nothing is lost, and git never shows."""

import json
import shlex
import sys
from pathlib import Path
from typing import Any

import pytest
from making import git, keep_session
from shared import Team

from circle_cli.commands.teams import bringing as command
from circle_cli.log.folder import INDEX
from circle_cli.log.index import finding
from circle_cli.log.syncing import folder, way
from circle_cli.log.syncing.history import History

KEPT = "sessions/2026/2026-11-23-k3f9-kept.md"


def edit(log: Path, before: str, after: str, name: str = KEPT) -> None:
    text = (log / name).read_text()
    assert before in text
    (log / name).write_text(text.replace(before, after))


def in_order(done: Any) -> str:
    assert done.returncode == 0, done.stderr
    assert "<<<" not in done.stdout + done.stderr
    return str(done.stdout + done.stderr)


def test_a_session_goes_from_one_to_the_other(team: Team) -> None:
    keep_session(team.jo, "2026-11-24-m3f9", "Tea", what_worked="It was.")
    assert "Sent: 1 session (m3f9)." in in_order(team.sync(team.jo))
    assert "Came in: 1 session (m3f9)." in in_order(team.sync(team.sam))
    assert team.contents(team.jo) == team.contents(team.sam)
    assert "Nothing waits to be sent." in in_order(team.sync(team.sam))
    assert git(team.sam, "status", "--porcelain") == ""


def test_what_a_colleague_took_out_is_taken_out_of_the_index(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "WORTH_IT", 1)
    assert "k3f9" in team.circle("--log", str(team.sam), "search", "heron").stdout
    assert b"heron" in (team.sam / INDEX).read_bytes()
    team.circle("--log", str(team.jo), "delete", "k3f9", "--confirm", "2026-11-23-k3f9")
    in_order(team.sync(team.jo))
    in_order(team.sync(team.sam))
    assert not (team.sam / KEPT).exists()
    assert b"heron" not in (team.sam / INDEX).read_bytes()


def test_two_people_change_one_session_and_both_texts_stand_in_it(team: Team) -> None:
    edit(team.jo, "A heron.", "It waited.")
    edit(team.sam, "A heron.", "She spoke first.")
    in_order(team.sync(team.jo))
    assert "two people wrote at once: “What worked, and why?”. All of it was kept" in in_order(team.sync(team.sam))
    in_order(team.sync(team.jo))
    text = (team.jo / KEPT).read_text()
    assert team.contents(team.jo) == team.contents(team.sam)
    assert ("It waited." in text, "She spoke first." in text) == (True, True)


def test_renamed_here_and_changed_there_is_one_session(team: Team) -> None:
    git(team.jo, "mv", KEPT, KEPT.replace("kept", "better"))
    edit(team.sam, "A heron.", "Two herons.")
    for log in (team.jo, team.sam, team.jo):
        in_order(team.sync(log))
    assert [path.name for path in team.jo.rglob("2026-*.md")] == ["2026-11-23-k3f9-better.md"]
    assert "Two herons." in (team.jo / KEPT.replace("kept", "better")).read_text()
    assert team.contents(team.jo) == team.contents(team.sam)


def test_offline_it_says_what_waits_and_ends_well(team: Team) -> None:
    keep_session(team.jo, "2026-11-24-m3f9", "Tea", what_worked="It was.")
    team.there.rename(team.there.with_name("away"))
    said = in_order(team.sync(team.jo))
    assert "cannot be reached just now. 1 session waits to be sent." in said
    assert "fatal" not in said


def test_without_a_copy_elsewhere_it_says_how_to_have_one(tmp_path: Path, team: Team) -> None:
    team.circle("init", str(tmp_path / "alone"))
    assert "circle sync --with ADDRESS" in in_order(team.sync(tmp_path / "alone"))


def test_a_new_folder_becomes_the_teams_and_a_wrong_address_can_be_put_right(tmp_path: Path, team: Team) -> None:
    log, shared = tmp_path / "alone", tmp_path / "a drivé 団" / "ours"
    team.circle("init", "--team", str(log))
    assert "cannot be reached" in in_order(team.circle("--log", str(log), "sync", "--with", str(shared)))
    shared.parent.mkdir()
    said = in_order(team.circle("--log", str(log), "sync", "--with", str(shared)))
    assert f"Made: {shared}." in said and f"What becomes of this log: It also goes to {shared}" in said
    assert "A colleague gets it with: circle join '" in said and "Sent:" in said
    assert [path.name for path in shared.parent.iterdir()] == ["ours"]
    assert git(shared, "config", "core.sharedRepository").strip() == "1"
    again = team.circle("--log", str(log), "sync", "--with", str(tmp_path / "elsewhere"))
    assert again.returncode == 2 and not (tmp_path / "elsewhere").exists()
    joined = in_order(team.circle("join", str(shared), str(tmp_path / "colleague")))
    assert "A team's learning log, with 0 sessions" in joined


def refuse_main(there: Path, answer: str = "") -> None:
    """Have the server take nothing on its main branch, as one does that protects it."""
    hook = there / "hooks" / "update"
    hook.write_text(f'#!/bin/sh\necho "{answer}" >&2\n[ "$1" != refs/heads/main ]\n')
    hook.chmod(0o755)


def test_a_protected_branch_is_gone_around_by_one_of_ones_own(team: Team) -> None:
    refuse_main(team.there, "To ask for a merge: https://git.example.org/new")
    keep_session(team.jo, "2026-11-24-m3f9", "Tea", what_worked="It was.")
    said = in_order(team.sync(team.jo))
    assert "Sent: 1 session (m3f9), to the branch sync/jo" in said
    assert "The answer: https://git.example.org/new" in said
    assert "It waits on the branch sync/jo until it is let in." in in_order(team.sync(team.jo))
    git(team.there, "update-ref", "refs/heads/main", "refs/heads/sync/jo")
    assert "Came in: 1 session (m3f9)." in in_order(team.sync(team.sam))


def test_what_is_no_part_of_a_log_is_left_alone(team: Team) -> None:
    (team.jo / "shopping.doc").write_text("Milk")
    in_order(team.sync(team.jo))
    assert git(team.jo, "status", "--porcelain") == "?? shopping.doc\n"


def test_the_logo_that_the_settings_name_goes_along_and_no_other_picture(team: Team) -> None:
    for name in ("crest.png", "holiday.png"):
        (team.jo / name).write_bytes(b"\x89PNG\r\n\x1a\n")
    with (team.jo / "circle.yml").open("a") as settings:
        settings.write("logo: crest.png\n")
    in_order(team.sync(team.jo))
    in_order(team.sync(team.sam))
    assert (team.sam / "crest.png").read_bytes() == (team.jo / "crest.png").read_bytes()
    assert git(team.jo, "status", "--porcelain") == "?? holiday.png\n"


def test_what_nobody_has_kept_is_never_written_over(team: Team) -> None:
    (team.jo / "notes.doc").write_text("Jo's")
    git(team.jo, "add", "notes.doc")
    git(team.jo, "commit", "-qm", "x")
    in_order(team.sync(team.jo))
    (team.sam / "notes.doc").write_text("Sam's")
    done = team.sync(team.sam)
    assert (done.returncode, "give it another name" in done.stderr) == (2, True)
    assert (team.sam / "notes.doc").read_text() == "Sam's"
    (team.sam / "notes.doc").rename(team.sam / "mine.doc")
    in_order(team.sync(team.sam))
    assert (team.sam / "notes.doc").read_text() == "Jo's"


def test_a_folder_takes_the_place_of_a_file_and_a_file_that_of_a_folder(team: Team) -> None:
    page, inner = "guidance/visits.md", "guidance/visits.md/first/one.md"
    for log, path, gone in ((team.jo, page, None), (team.sam, inner, page), (team.jo, page, inner)):
        if gone:
            git(log, "rm", "-q", gone)
        (log / path).parent.mkdir(parents=True, exist_ok=True)
        (log / path).write_text(f"As {path}.\n")
        git(log, "add", path)
        git(log, "commit", "-qm", "x")
        for each in (team.jo, team.sam, team.jo):
            in_order(team.sync(each))
        assert team.contents(team.jo) == team.contents(team.sam)
        assert git(team.sam, "status", "--porcelain") == git(team.jo, "status", "--porcelain") == ""


def test_a_folder_with_something_of_ones_own_in_it_is_in_the_way_of_a_file(team: Team) -> None:
    page = Path("guidance/visits.md")
    (team.jo / page).write_text("A page.\n")
    in_order(team.sync(team.jo))
    (team.sam / page).mkdir()
    (team.sam / page / "mine.doc").write_text("Sam's")
    done = team.sync(team.sam)
    assert (done.returncode, "guidance/visits.md: it would be replaced" in done.stderr) == (2, True)
    (team.sam / page).rename(team.sam / "guidance" / "mine")
    in_order(team.sync(team.sam))
    assert (team.sam / page).read_text() == "A page.\n"


def test_a_folder_that_somebody_put_in_the_place_of_a_file_is_said_without_git(team: Team) -> None:
    (team.jo / KEPT).unlink()
    (team.jo / KEPT).mkdir()
    (team.jo / KEPT / "one.md").write_text("One.")
    done = team.sync(team.jo)
    assert (done.returncode, f"{KEPT}: a folder is in the place of a file" in done.stderr) == (2, True)


@pytest.mark.parametrize(("step", "goes_on"), [(0, True), (1, False), (1, True), (2, False), (3, True), (4, False)])
def test_stopped_in_the_middle_it_is_finished_by_saying_it_again(
    team: Team, monkeypatch: pytest.MonkeyPatch, step: int, goes_on: bool
) -> None:
    edit(team.jo, "A heron.", "It waited.")
    keep_session(team.jo, "2026-11-24-m3f9", "Tea", what_worked="It was.")
    in_order(team.sync(team.jo))
    edit(team.sam, "A heron.", "She spoke first.")
    with monkeypatch.context() as stopped:
        stop(stopped, step)
        with pytest.raises(Stopped):
            team.sync(team.sam)
    if goes_on:
        (team.sam / KEPT).write_text((team.sam / KEPT).read_text() + "\nAnd a swan.\n")
    in_order(team.sync(team.sam))
    in_order(team.sync(team.jo))
    assert team.contents(team.jo) == team.contents(team.sam)
    text = (team.jo / KEPT).read_text()
    assert all(words in text for words in ("It waited.", "She spoke first.", *(["And a swan."] if goes_on else [])))
    assert git(team.sam, "status", "--porcelain") == ""
    assert not (team.sam / ".circle" / "syncing").exists()


class Stopped(BaseException):
    """As a kill is to what runs."""


def stop(patch: pytest.MonkeyPatch, step: int) -> None:
    """Stop it before its first file, after it, before the index, before the branch follows, and before it sends."""
    done = []

    def after_one(*arguments: Any) -> None:
        if done:
            raise Stopped
        done.append(replace(*arguments))

    def never(*_: Any) -> None:
        raise Stopped

    replace = way.replace
    where: list[tuple[Any, str, Any]] = [
        (way.Way, "go", never),
        (way, "replace", after_one),
        (folder, "_settle", never),
        (folder, "_follow", never),
        (command, "send", never),
    ]
    place, name, what = where[step]
    patch.setattr(place, name, what)


def test_a_log_that_was_written_anew_elsewhere_is_not_brought_together(team: Team) -> None:
    in_order(team.sync(team.sam))
    git(team.jo, "commit", "-q", "--amend", "-m", "Another beginning", "--allow-empty")
    git(team.jo, "push", "-q", "--force", str(team.there), "HEAD:main")
    done = team.sync(team.sam)
    assert (done.returncode, "would bring back what was taken out" in " ".join(done.stderr.split())) == (2, True)


def test_nor_is_one_that_was_written_anew_here(team: Team) -> None:
    in_order(team.sync(team.sam))
    keep_session(team.jo, "2026-11-24-m3f9", "Tea", what_worked="It was.")
    in_order(team.sync(team.jo))
    git(team.sam, "commit", "-q", "--amend", "-m", "Another beginning", "--allow-empty")
    done = team.sync(team.sam)
    assert (done.returncode, "would bring back what was taken out" in " ".join(done.stderr.split())) == (2, True)


def test_another_log_is_not_brought_together_with_this_one(tmp_path: Path, team: Team) -> None:
    team.circle("init", str(tmp_path / "another"))
    done = team.sync(tmp_path / "another", "--with", str(team.there))
    assert (done.returncode, "circle join" in done.stderr) == (2, True)


def test_a_private_log_is_never_sent_to_a_base(tmp_path: Path, team: Team) -> None:
    git(tmp_path, "init", "-q", "--bare", "--initial-branch=main", "base.git")
    team.circle("init", "--base", str(tmp_path / "base"))
    in_order(team.sync(tmp_path / "base", "--with", str(tmp_path / "base.git")))
    git(team.jo, "remote", "set-url", "origin", str(tmp_path / "base.git"))
    done = team.sync(team.jo)
    assert (done.returncode, "a base, which everyone may read" in done.stderr) == (2, True)
    assert "sessions/" not in git(tmp_path / "base.git", "ls-tree", "-r", "--name-only", "main")


def test_what_comes_in_never_goes_among_gits_own_files(team: Team) -> None:
    history = History(root=team.sam)
    blob = history.git("hash-object", "-w", "--stdin", given=b"#!/bin/sh\n").decode().strip()
    tree = git(team.sam, "rev-parse", "HEAD^{tree}").strip()
    rows = git(team.sam, "ls-tree", tree)
    inner = history.git("mktree", given=f"100644 blob {blob}\tconfig\n".encode()).decode().strip()
    bad = history.git("mktree", given=(rows + f"040000 tree {inner}\t.GIT\n").encode()).decode().strip()
    commit = history.git("commit-tree", bad, "-p", "HEAD", "-m", "x").decode().strip()
    with pytest.raises(Exception, match="git's own files"):
        folder.go(history, history.commit("HEAD"), commit, "x")


def test_the_note_of_what_both_had_is_out_of_gits_sight(team: Team) -> None:
    in_order(team.sync(team.sam))
    assert set(json.loads((team.sam / ".circle" / "synced").read_text())) == {"here", "there"}
    assert git(team.sam, "status", "--porcelain") == ""


def test_plain_git_brings_sessions_together_where_it_was_told_how(team: Team) -> None:
    edit(team.jo, "A heron.", "It waited.")
    edit(team.sam, "A heron.", "She spoke first.")
    in_order(team.sync(team.jo))
    git(team.sam, "commit", "-qam", "x")
    program = f"{shlex.quote(sys.executable)} -m circle_cli"
    git(team.sam, "config", "merge.circle.driver", f"{program} sync --driver %O %A %B %P")
    git(team.sam, "pull", "-q", "--no-rebase")
    text = (team.sam / KEPT).read_text()
    assert ("It waited." in text, "She spoke first." in text, "<<<" in text) == (True, True, False)
