"""Drafts never lie where git would take them: in a log, in a home under git, in a folder that somebody names."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from drafted import HEAD, ID
from making import git

from circle_cli.commands.drafts.interview import begin_draft
from circle_cli.commands.drafts.unfinished import waiting_in
from circle_cli.commands.erasing.backups import backup_folder
from circle_cli.commands.folders import drafts_folders, own_log_folder
from circle_cli.interview.draft.draft import Draft
from circle_cli.log.folder import Log
from circle_cli.log.start import start_log


@pytest.fixture
def one_place(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> Log:
    """A person's own log where the system has one place for data and for state, as macOS and Windows have."""
    monkeypatch.setenv("XDG_STATE_HOME", str(own_home / "Library"))
    monkeypatch.setenv("XDG_DATA_HOME", str(own_home / "Library"))
    log = Log(root=own_log_folder(), own=True)
    start_log(log.root)
    return log


def written(draft: Draft) -> Path:
    draft.answered("situation", "A word that is private.", "company")
    draft.typed("company", "al")
    draft.close()
    return draft.path


def taken(folder: Path) -> str:
    """Have git take all that it sees, and give what there was."""
    git(folder, "add", "-A")
    return git(folder, "diff", "--cached", "--name-only")


def test_a_draft_of_ones_own_log_is_out_of_gits_sight(one_place: Log) -> None:
    path = written(begin_draft(one_place, replace(HEAD, log=str(one_place.root))))
    assert path.is_relative_to(one_place.root)
    assert git(one_place.root, "check-ignore", str(path), str(path.with_suffix(".typing"))).count("\n") == 2
    assert taken(one_place.root) == ""
    assert [each.path for each in waiting_in(one_place)] == [path]


def test_a_draft_of_another_log_is_out_of_sight_of_ones_own(one_place: Log, log: Path) -> None:
    team = Log(root=log)
    written(begin_draft(team, replace(HEAD, log=str(log))))
    (backup_folder(team)).mkdir()
    (backup_folder(team) / "x.bundle").write_text("x")
    assert (taken(one_place.root), taken(log)) == ("", "")


def test_a_log_that_lets_git_see_all_is_not_believed(one_place: Log) -> None:
    seen = {".gitignore": "!/.circle/\n!*\n", ".circle/.gitignore": "!*\n", ".circle/drafts/.gitignore": "!*\n"}
    for place, words in seen.items():
        path = one_place.root / place
        path.parent.mkdir(exist_ok=True)
        path.write_text(words)
        git(one_place.root, "add", "--force", place)
    git(one_place.root, "commit", "-qm", "See all")
    written(begin_draft(one_place, replace(HEAD, log=str(one_place.root))))
    assert ID not in taken(one_place.root)


def test_what_earlier_versions_left_is_moved_and_said(one_place: Log, capsys: Any) -> None:
    earlier = one_place.root / "drafts"
    path = written(Draft.begin(earlier, replace(HEAD, log=str(one_place.root))))
    (earlier / f"{ID}.md").write_text("From an editor.")
    [waiting] = waiting_in(one_place)
    own = drafts_folders(one_place)[0]
    assert capsys.readouterr().err == f"Moved what you have not finished ({ID}) to where git does not take it: {own}\n"
    assert waiting.path == own / path.name
    assert waiting.state.halves == {"company": "al"}
    assert (own / f"{ID}.md").exists()
    assert not earlier.exists()
    assert taken(one_place.root) == ""
    assert len(waiting_in(one_place)) == 1
    assert capsys.readouterr().err == ""


def test_what_git_has_already_is_said_with_what_takes_it_out(one_place: Log, capsys: Any) -> None:
    path = written(Draft.begin(one_place.root / "drafts", replace(HEAD, log=str(one_place.root))))
    assert ID in taken(one_place.root)
    git(one_place.root, "commit", "-qm", "All")
    assert waiting_in(one_place) == []
    said = capsys.readouterr().err
    assert f"{path}: git has this draft: it was committed, or came with the log." in said
    assert f"circle resume {path}" in said
    assert "`circle erase`" in said
    assert path.exists()


def test_a_draft_of_ones_own_log_comes_back_from_a_backup_and_not_with_a_clone(one_place: Log, capsys: Any) -> None:
    path = written(begin_draft(one_place, replace(HEAD, log=str(one_place.root))))
    content = path.read_bytes()
    path.rename(path.with_suffix(".old"))
    path.touch(mode=0o600)
    path.write_bytes(content)
    assert [each.path for each in waiting_in(one_place)] == [path]
    git(one_place.root, "add", "--force", str(path))
    assert waiting_in(one_place) == []
    assert "Left alone: a draft that was not begun here by you." in capsys.readouterr().err


def test_a_draft_that_git_sees_is_gone_on_with_elsewhere(one_place: Log, terminal: Any, own_home: Path) -> None:
    path = written(Draft.begin(one_place.root / "drafts", replace(HEAD, log=str(one_place.root), quick=True)))
    assert ID in taken(one_place.root)
    there = terminal("--log", str(one_place.root), "resume", str(path), "--plain")
    there.until("Welcome back").type("more of it").until_there(drafts_folders(one_place)[0], "more of it")
    there.type("\n").skip_all().until("Saved").end()
    assert not path.exists()
    assert ID not in "".join(each.name for each in drafts_folders(one_place)[0].iterdir())


def test_erasing_takes_a_committed_draft_out_of_the_history(one_place: Log, circle: Any) -> None:
    from circle_cli.commands.erasing.doomed import look

    written(Draft.begin(one_place.root / "drafts", replace(HEAD, log=str(one_place.root))))
    taken(one_place.root)
    git(one_place.root, "commit", "-qm", "All")
    assert look(one_place, ID, ()).traces.any


def test_a_draft_that_was_added_by_force_is_gone_on_with_and_it_is_said(one_place: Log, capsys: Any) -> None:
    path = written(begin_draft(one_place, replace(HEAD, log=str(one_place.root))))
    git(one_place.root, "add", "--force", str(path))
    assert [each.path for each in waiting_in(one_place)] == [path]
    assert f"{path}: git has a copy of this draft, in {one_place.root}. `circle erase`" in capsys.readouterr().err


def test_a_home_that_is_under_git_takes_no_draft(own_home: Path, log: Path) -> None:
    git(own_home, "init", "-q")
    (own_home / ".gitignore").write_text("!*.jsonl\n")
    place = Log(root=log)
    path = written(begin_draft(place, replace(HEAD, log=str(log))))
    (backup_folder(place)).mkdir(parents=True)
    (backup_folder(place) / "x.bundle").write_text("x")
    assert path.is_relative_to(own_home)
    assert "state" not in taken(own_home)


def test_a_draft_that_a_home_under_git_has_already_is_said(own_home: Path, log: Path, capsys: Any) -> None:
    git(own_home, "init", "-q")
    place = Log(root=log)
    path = written(begin_draft(place, replace(HEAD, log=str(log))))
    (path.parents[1] / ".gitignore").unlink()
    git(own_home, "add", str(path))
    assert len(waiting_in(place)) == 1
    said = capsys.readouterr().err
    assert f"git has a copy of this draft, in {own_home}. Nothing that circle can do takes it out of there." in said
    assert (path.parents[1] / ".gitignore").exists()


def test_a_draft_that_has_to_move_into_a_folder_under_git_is_out_of_its_sight(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "project")
    draft = Draft.begin(tmp_path / "full", HEAD)
    draft.move_to(tmp_path / "project" / "notes")
    path = written(draft)
    assert path.is_relative_to(tmp_path / "project" / "notes")
    assert taken(tmp_path / "project") == ""
