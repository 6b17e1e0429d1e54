"""A copy that a synchronising program left beside a file: named, compared, and never counted, lost or published."""

import json
from pathlib import Path

import pytest
from making import git, keep_session, publish, put_session
from proposing import SESSION, become, propose
from running import Run

from circle_cli.log.folder import Log, all_session_files, copies_in, session_files
from circle_cli.share.proposal import State
from circle_cli.system.copied import made_by

FRONT = 'cast:\n  - {name: "Amira Hassan"}\naction_points:\n  - {id: 1, what: "Ring", by: 2026-12-24}\n'
EVENT = "event: {id: 2026-11-20-a2b3, group: 1, groups: 1}\n"
NAME = "2026-11-23-k3f9-tea-together"
COPIES = {
    f"{NAME}-DESKTOP-ABC123.md": "OneDrive",
    f"{NAME}-Sams-MacBook-Pro.md": "OneDrive",
    f"{NAME} (Sam's conflicted copy 2026-11-23).md": "Dropbox or Nextcloud",
    f"{NAME} (Sam Smith's conflicted copy 2026-11-23 (1)).md": "",
    f"{NAME} (conflicted copy 2026-11-23 101010).md": "Dropbox or Nextcloud",
    f"{NAME} (case conflict 1).md": "Dropbox or Nextcloud",
    f"{NAME}_conflict-20261123-101010.md": "ownCloud",
    f"{NAME} (SFConflict sam@example.org 2026-11-23-10-10-10).md": "Seafile",
    f"{NAME}.sync-conflict-20261123-101010-ABCDEFG.md": "Syncthing",
    f"{NAME} 2.md": "iCloud",
    f"{NAME} (1).md": "Google Drive or a browser",
    f"{NAME}(1).md": "Google Drive or a browser",
    f"Copy of {NAME}.md": "hand",
    f"{NAME} - Copy.md": "hand",
    f"{NAME} - Copy (2).md": "hand",
    f"{NAME} copy.md": "hand",
    f"{NAME}-sams-laptop.md": "",
    "mine.md": "",
}


@pytest.fixture
def session(log: Path) -> Path:
    return keep_session(log, "2026-11-23-k3f9", "Tea together", FRONT + EVENT, what_worked="We had tea.")


@pytest.mark.parametrize(("name", "maker"), COPIES.items())
def test_whoever_made_a_copy_the_session_is_listed_once_and_the_copy_is_named(
    circle: Run, log: Path, session: Path, name: str, maker: str
) -> None:
    assert made_by(Path(name).stem) == maker or not maker
    copy = session.with_name(name)
    copy.write_bytes(session.read_bytes())
    done = circle("list", "--json", cwd=log)
    assert [each["path"] for each in json.loads(done.stdout)] == [str(session)]
    said = f"{copy}: a copy of 2026-11-23-k3f9{f' (by its name, made by {maker})' if maker else ''} that says the same"
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1
    (checked,) = circle("check", cwd=log).stdout.splitlines()
    assert "stray-file: a copy of 2026-11-23-k3f9" in checked
    assert "it can be deleted" in checked
    assert "We had" not in checked


@pytest.mark.parametrize("name", [f"{NAME} 2.md", f"{NAME}-DESKTOP-ABC123.md", "mine.md"])
def test_what_a_copy_holds_is_counted_once(circle: Run, log: Path, session: Path, name: str) -> None:
    copy = session.with_name(name)
    copy.write_text(session.read_text(encoding="utf-8").replace("Ring", "Ring twice"), encoding="utf-8")
    assert len(json.loads(circle("actions", "--json", cwd=log).stdout)) == 1
    assert circle("actions", "--ics", "-", cwd=log).stdout.count("SUMMARY:Ring") == 1
    event = json.loads(circle("event", "a2b3", "--json", cwd=log).stdout)
    assert [each["path"] for each in event["sessions"]] == [str(session)]
    assert len(json.loads(circle("search", "tea", "--json", cwd=log).stdout)) == 1
    for words in (("actions",), ("event", "a2b3"), ("search", "tea"), ("list",)):
        assert f"{copy}: a copy of 2026-11-23-k3f9" in circle(*words, cwd=log).stderr, words


def test_it_is_said_in_which_parts_a_copy_differs_and_not_a_word_of_them(circle: Run, log: Path, session: Path) -> None:
    text = session.read_text(encoding="utf-8")
    copy = session.with_name(f"{NAME} (1).md")
    other = (
        text.replace("Ring", "Wibblethorpe").replace("We had tea.", "Wibblethorpe").replace("title: Tea", "title: Wib")
    )
    copy.write_text(other.replace("---\n\n", "wib: Wibblethorpe\n---\n\n", 1), encoding="utf-8")
    for words in (("list",), ("check",), ("show", "k3f9"), ("done", "k3f9", "1")):
        done = circle(*words, cwd=log)
        said = done.stdout + done.stderr
        assert "differs in: action_points, title, what-worked, a key of another program" in said, words
        assert "Wibblethorpe" not in said
    assert copy.read_text(encoding="utf-8").count("Wibblethorpe") == 3


def test_a_copy_that_cannot_be_read_is_said_so(circle: Run, log: Path, session: Path) -> None:
    session.with_name(f"{NAME} 2.md").write_bytes(b"---\n\xff")
    done = circle("list", cwd=log)
    assert "Tea together" in done.stdout
    assert "cannot be compared, since one of the two cannot be read" in done.stderr


def test_the_commands_that_take_an_id_take_the_session_and_say_that_there_is_a_copy(
    circle: Run, log: Path, session: Path
) -> None:
    copy = session.with_name(f"{NAME}-DESKTOP-ABC123.md")
    copy.write_bytes(session.read_bytes())
    before = copy.read_bytes()
    done = circle("done", "k3f9", "1", cwd=log)
    assert done.returncode == 0, done.stderr
    assert f"{copy}: a copy of" in done.stderr
    assert copy.read_bytes() == before
    assert "done: " in session.read_text(encoding="utf-8")
    assert copy.name not in git(log, "log", "--name-only", "--format=")


def test_a_copy_whose_session_is_gone_is_the_session(circle: Run, log: Path, session: Path) -> None:
    copy = session.rename(session.with_name(f"{NAME} 2.md"))
    done = circle("list", cwd=log)
    assert (done.stdout.count("Tea together"), done.stderr) == (1, "")
    assert circle("done", "k3f9", "1", cwd=log).returncode == 0
    assert "done: " in copy.read_text(encoding="utf-8")


def test_files_that_only_look_alike_are_sessions_of_their_own(circle: Run, log: Path, session: Path) -> None:
    put_session(log, "2026-11-23-k3f8", "Tea together 2")
    copy = session.with_name(f"{NAME} 2.md")
    copy.write_text(session.read_text(encoding="utf-8").replace("id: 2026-11-23-k3f9", "id: 2026-11-23-abcd"))
    done = circle("list", "--json", cwd=log)
    assert {each["id"] for each in json.loads(done.stdout)} == {
        "2026-11-23-k3f8",
        "2026-11-23-k3f9",
        "2026-11-23-abcd",
    }
    assert done.stderr == ""
    assert (len(session_files(Log(root=log))), copies_in(Log(root=log))) == (3, [])


def test_several_copies_are_each_named(circle: Run, log: Path, session: Path) -> None:
    for name in (f"{NAME} 2.md", f"{NAME} 3.md", f"{NAME}.sync-conflict-20261123-101010-ABCDEFG.md"):
        session.with_name(name).write_bytes(session.read_bytes())
    done = circle("list", cwd=log)
    assert done.stdout.count("k3f9") == 1
    assert done.stderr.count("Left out: ") == 3
    assert len(all_session_files(Log(root=log))) == 4


@pytest.mark.parametrize(
    "folder", ["2026 (1)", "2026 2", "2026-DESKTOP-ABC123", "2026 (Sam's conflicted copy 2026-11-23)"]
)
def test_a_folder_that_is_a_copy_counts_for_nothing(circle: Run, log: Path, session: Path, folder: str) -> None:
    copy = log / "sessions" / folder / session.name
    copy.parent.mkdir()
    copy.write_bytes(session.read_bytes())
    done = circle("list", "--json", cwd=log)
    assert [each["path"] for each in json.loads(done.stdout)] == [str(session)]
    assert f"{copy}: a copy of 2026-11-23-k3f9 (by its name, made by {made_by(folder)})" in done.stderr


def test_a_copy_is_erased_with_its_session(circle: Run, log: Path, session: Path) -> None:
    copy = session.with_name(f"{NAME} (1).md")
    copy.write_bytes(session.read_bytes())
    done = circle("erase", "k3f9", "--confirm", "2026-11-23-k3f9", cwd=log)
    assert done.returncode == 0, done.stderr
    assert not copy.exists()


@pytest.fixture
def place(circle: Run, log: Path) -> Path:
    put_session(log, "2026-05-05-abcd", "x").write_text(SESSION, encoding="utf-8")
    return Path(propose(circle, log).stdout.strip())


@pytest.mark.parametrize("ending", [" (1)", "-DESKTOP-ABC123", " 2", ".sync-conflict-20261123-101010-ABCDEFG", "-x"])
def test_a_copy_of_a_proposal_is_named_and_stops_the_site_only_where_it_disagrees(
    circle: Run, log: Path, place: Path, ending: str
) -> None:
    copy = place.with_name(f"{place.stem}{ending}.md")
    copy.write_text(place.read_text(encoding="utf-8").replace("state: proposed", "state: declined"), encoding="utf-8")
    become(log, "bea")
    assert f"{copy}: a copy of the file beside it" in circle("review", cwd=log).stderr
    (line,) = [line for line in circle("check", cwd=log).stdout.splitlines() if "a copy of" in line]
    assert "stray-file: " in line
    assert "and is different" in line
    place.write_text(place.read_text(encoding="utf-8").replace("state: proposed", "state: approved"), encoding="utf-8")
    publish(log, id=place.stem)
    done = circle("site", cwd=log)
    assert done.returncode == 65
    assert f"here it is {State.DECLINED}" in done.stderr


@pytest.mark.parametrize("ending", [" (1)", "-DESKTOP-ABC123", " 2", " (Sam's conflicted copy 2026-11-23)", "-x"])
def test_a_copy_of_a_learning_point_is_named_and_nothing_is_published(circle: Run, log: Path, ending: str) -> None:
    public = publish(log)
    copy = public.with_name(f"{public.stem}{ending}.md")
    copy.write_bytes(public.read_bytes())
    for words in (("site",), ("site", "--export", "../out")):
        done = circle(*words, cwd=log)
        assert done.returncode == 65
        assert "a copy of the file beside it" in done.stderr
        assert "Sam" not in done.stderr
    assert not (log.parent / "out").exists()
    (line,) = [line for line in circle("check", cwd=log).stdout.splitlines() if "a copy of" in line]
    assert "and is the same" in line


def test_whoever_withdraws_is_told_of_a_copy_that_still_holds_the_words(circle: Run, log: Path) -> None:
    public = publish(log)
    copy = public.with_name(f"{public.stem} 2.md")
    copy.write_bytes(public.read_bytes())
    done = circle("withdraw", "k3f9", "--yes", cwd=log)
    assert done.returncode == 0, done.stderr
    assert f"{copy}: a copy of the file beside it (by its name, made by iCloud)" in done.stderr


def test_copies_of_settings_and_lists_are_found(circle: Run, log: Path) -> None:
    (log / "circle.yml").write_text("review: second\n", encoding="utf-8")
    (log / "circle (1).yml").write_text("review: single\n", encoding="utf-8")
    (log / "identifier-check").mkdir()
    for name in ("allowed.txt", "allowed-DESKTOP-ABC123.txt"):
        (log / "identifier-check" / name).write_text("tea\n", encoding="utf-8")
    said = circle("check", cwd=log).stdout
    assert said.count("stray-file: a copy of the file beside it") == 2
