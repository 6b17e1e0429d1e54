"""What a session's file is called."""

import pytest

from circle_cli.log.saving import file_name


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
