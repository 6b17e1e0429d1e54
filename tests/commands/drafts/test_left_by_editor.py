"""What an editor left beside a draft is that draft's alone, however alike the names are."""

from pathlib import Path

import pytest

from circle_cli.commands.drafts.left_by_editor import left_by_editor, place_for_editor

ID = "2026-11-23-k3f9"
DRAFTS = [f"{ID}.jsonl", f"{ID}-2.jsonl", f"{ID}.2.jsonl", "k3f9abcd.jsonl"]


def test_no_two_drafts_have_one_name_for_what_an_editor_leaves(tmp_path: Path) -> None:
    places: list[Path] = []
    for draft in DRAFTS * 3:
        places.append(place_for_editor(tmp_path / draft))
        places[-1].write_text("x")
    assert len(set(places)) == len(places)
    found = [path for draft in DRAFTS for path in left_by_editor(tmp_path / draft)]
    assert sorted(found) == sorted(places)


@pytest.mark.parametrize(
    ("left", "whose"),
    [(f"{ID}.md", 0), (f"{ID}-2.md", 1), (f"{ID}-3.md", 0), (f"{ID}.2.md", 2), (f"{ID}-2-2.md", 1), ("k3f9abcd.md", 3)],
)
def test_what_earlier_versions_left_is_known_too(left: str, whose: int, tmp_path: Path) -> None:
    for draft in DRAFTS:
        (tmp_path / draft).write_text("")
    (tmp_path / left).write_text("x")
    assert [bool(left_by_editor(tmp_path / draft)) for draft in DRAFTS] == [place == whose for place in range(4)]


def test_a_session_that_somebody_is_editing_is_no_drafts(tmp_path: Path) -> None:
    (tmp_path / f"{ID}-edit.md").write_text("x")
    assert left_by_editor(tmp_path / f"{ID}.jsonl") == []
