"""What a session's file is called."""

from pathlib import Path

import pytest
from making import git

from circle_cli.log.folder import Log
from circle_cli.log.saving import file_name, save_all


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("The handover that held", "the-handover-that-held"),
        ("It wasn't rushed; she didn’t mind", "it-wasnt-rushed-she-didnt-mind"),
        ("Café: 3 / 4", "cafe-3-4"),
        ("../../etc", "etc"),
    ],
)
def test_a_file_is_named_by_what_every_system_can_hold_of_the_title(title: str, name: str) -> None:
    assert file_name("2026-11-23-k3f9", title) == f"2026-11-23-k3f9-{name}.md"


@pytest.mark.parametrize("title", ["", "чай", "..."])
def test_a_title_of_which_nothing_can_be_held_leaves_the_id(title: str) -> None:
    assert file_name("2026-11-23-k3f9", title) == "2026-11-23-k3f9.md"


def test_a_long_title_is_cut() -> None:
    assert len(file_name("2026-11-23-k3f9", "word " * 40)) <= 80


def test_of_many_at_once_those_before_one_that_cannot_be_saved_are_saved_and_committed(log: Path) -> None:
    taken = log / "sessions" / "2026" / "2026-11-24-k3f9-b.md"
    taken.parent.mkdir(parents=True)
    taken.write_text("somebody else's", encoding="utf-8")
    with pytest.raises(FileExistsError):
        save_all(Log(root=log), {"2026-11-23-k3f9": ("a", "one\n"), "2026-11-24-k3f9": ("b", "two\n")})
    assert git(log, "show", "HEAD:sessions/2026/2026-11-23-k3f9-a.md") == "one\n"
    assert "b.md" not in git(log, "ls-files")
    assert taken.read_text(encoding="utf-8") == "somebody else's"
