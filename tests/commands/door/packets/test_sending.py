"""What goes to a reader without the log, and how they read it."""

import json
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from making import git, hold_key, without_signatures
from proposing import JO, PARTS, sign_anew
from running import Run

from circle_cli.commands.door.packets import reading
from circle_cli.share.packets.packet import parse_packet
from circle_cli.share.proposal import read_proposal

OF_THE_SESSION = ("2026-05-05", "abcd", "Robin", "Rob", "Larkspur", "jo@", "Jo", "Canaryword", "walk with", "proposed")


def test_a_packet_holds_the_public_text_and_what_was_signed_of_it_and_nothing_of_the_session(
    log: Path, place: Path, packet: Path
) -> None:
    text = without_signatures(packet.read_text(encoding="utf-8"))
    for words in (*OF_THE_SESSION, str(log)):
        assert words not in text, words
    found = parse_packet(packet.read_bytes(), "x")
    assert found.point == read_proposal(place).point
    assert [(each.words, each.reason) for each in found.explained] == [("Zyxwv", "an author")]
    assert packet.stat().st_mode & 0o777 == 0o600
    assert git(log, "status", "--porcelain", "--", "sessions", "guidance") == ""


def test_what_is_not_proposed_yet_is_proposed_first(circle: Run, log: Path, walk: Path, tmp_path: Path) -> None:
    to = tmp_path / "out.md"
    done = circle("share", "abcd", "--from", "-", "--packet", str(to), cwd=log, stdin=json.dumps(PARTS))
    assert done.returncode == 0, done.stderr
    (place,) = (log / "proposals").glob("*.md")
    assert parse_packet(to.read_bytes(), "x").point == read_proposal(place).point
    again = circle("share", "abcd", "--packet", str(to), cwd=log)
    assert (again.returncode, again.stderr) == (0, again.stderr)
    to.write_text("something else", encoding="utf-8")
    assert circle("share", "abcd", "--packet", str(to), cwd=log).returncode == 2
    assert to.read_text(encoding="utf-8") == "something else"
    public = log / "guidance" / "out.md"
    assert circle("share", "abcd", "--packet", str(public), cwd=log).returncode == 2
    assert not public.exists()


def test_names_that_came_into_the_cast_since_stop_a_packet_and_a_reason_that_names_somebody_is_not_sent(
    circle: Run, log: Path, place: Path, walk: Path, tmp_path: Path
) -> None:
    hold_key(JO)
    place.write_text(place.read_text(encoding="utf-8").replace("an author", "Robin reads that"), encoding="utf-8")
    sign_anew(place)
    to = tmp_path / "out.md"
    assert circle("share", "abcd", "--packet", str(to), cwd=log).returncode == 0
    (only,) = parse_packet(to.read_bytes(), "x").explained
    assert only.reason == "the author's reason is not sent, since it may tell of the story"
    more = walk.read_text(encoding="utf-8").replace("cast:\n", 'cast:\n  - {name: "Zyxwv"}\n')
    walk.write_text(more, encoding="utf-8")
    done = circle("share", "abcd", "--packet", str(tmp_path / "other.md"), cwd=log)
    assert "named more people or places since" in done.stderr
    assert not (tmp_path / "other.md").exists()


@pytest.mark.parametrize(
    ("on", "recent"), [(date(2026, 12, 31), True), (date(2027, 3, 30), True), (date(2027, 3, 31), False)]
)
def test_of_a_packet_the_year_alone_says_whether_it_may_be_too_soon(on: date, recent: bool) -> None:
    assert reading.may_be_recent(2026, on) is recent


def test_only_the_author_can_state_it(circle: Run, log: Path, packet: Path) -> None:
    hold_key(1)
    done = circle("share", "abcd", "--packet", str(packet.with_name("other.md")), cwd=log)
    assert done.returncode == 2
    assert "only its author can sign" in done.stderr


def test_a_file_is_told_from_an_id(circle: Run, log: Path, packet: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(packet.parent)
    named = {each: reading.names_a_file(each) for each in ("walk.md", "k3f9abcd", "./walk.md", "gone.md", "", None)}
    assert [each for each, is_file in named.items() if is_file] == ["walk.md", "./walk.md"]
    for name, content in (("k3f9abcd", packet.read_bytes()), ("privacy.md", b"# Privacy\n")):
        (log / name).write_bytes(content)
        assert reading.names_a_file(str(log / name)) is (name == "k3f9abcd")


def test_an_author_does_not_read_their_own_packet_and_a_changed_one_is_not_read(circle: Run, packet: Path) -> None:
    own = circle("review", str(packet))
    assert (own.returncode, "the same key as you" in own.stderr) == (2, True)
    hold_key(1)
    packet.write_text(packet.read_text(encoding="utf-8").replace("One account.", "Two accounts."), encoding="utf-8")
    changed = circle("review", str(packet))
    assert (changed.returncode, "signature does not fit" in changed.stderr) == (65, True)


def test_a_reading_that_was_paused_goes_on_with_the_same_file(
    packet: Path, at_the_readers: Callable[..., str], circle: Run
) -> None:
    assert "circle resume" in at_the_readers(packet, "1", "1", "1", ".pause", status=130)
    assert "Approved" in at_the_readers(packet, *["1"] * 5)


def test_without_ssh_keygen_each_says_how_to_get_it(
    circle: Run, log: Path, walk: Path, packet: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    only_git = tmp_path / "bin"
    only_git.mkdir()
    (only_git / "git").symlink_to(
        next(Path(each) / "git" for each in os.environ["PATH"].split(":") if (Path(each) / "git").exists())
    )
    monkeypatch.setenv("PATH", str(only_git))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "nowhere"))
    for words in (("share", "abcd", "--packet", str(tmp_path / "o.md")), ("review", str(packet))):
        done = circle(*words, cwd=log)
        assert done.returncode == 2
        assert "openssh-client" in done.stderr
