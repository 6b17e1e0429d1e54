"""The words by which learning points are found: three closed lists in one file, and a log's own before ours."""

from pathlib import Path

import pytest

from circle_cli.errors import CircleError
from circle_cli.guidance.pages import load_guidance
from circle_cli.guidance.records import Theme

OURS = load_guidance()
ALLOTMENT = '{id: allotment, title: "The allotment"}'


def test_a_log_that_has_themes_of_its_own_keeps_our_other_lists(tmp_path: Path) -> None:
    (tmp_path / "themes.yml").write_text(f"themes: [{ALLOTMENT}]\n", encoding="utf-8")
    guidance = load_guidance(tmp_path)
    assert guidance.themes == (Theme(id="allotment", title="The allotment"),)
    assert (guidance.concerns, guidance.conditions) == (OURS.concerns, OURS.conditions)
    assert guidance.known_themes >= {"allotment", "concerns-child", "conditions-specific"}
    assert "relationships" not in guidance.known_themes


def test_a_list_of_its_own_takes_the_place_of_ours_even_where_it_is_empty(tmp_path: Path) -> None:
    (tmp_path / "themes.yml").write_text(f"concerns: [{ALLOTMENT}]\nconditions: []\n", encoding="utf-8")
    guidance = load_guidance(tmp_path)
    assert guidance.themes == OURS.themes
    assert [each.id for each in guidance.concerns] == ["allotment"]
    assert guidance.conditions == ()


@pytest.mark.parametrize(
    "text",
    [
        f"themes: [{ALLOTMENT}]\nconcerns: [{ALLOTMENT}]\n",
        'themes:\n  - {id: conditions-general, title: "The same id as one of ours"}\n',
    ],
)
def test_no_word_is_in_two_lists(tmp_path: Path, text: str) -> None:
    (tmp_path / "themes.yml").write_text(text, encoding="utf-8")
    with pytest.raises(CircleError, match=r"themes\.yml:\d: \w+: `[a-z-]+` is there twice; keep one"):
        load_guidance(tmp_path)
