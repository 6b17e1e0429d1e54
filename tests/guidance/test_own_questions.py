"""Questions that a log has beside the eight, and its own wording of ours."""

import re
import shutil
from pathlib import Path

import pytest

from circle_cli.errors import CircleError
from circle_cli.guidance.files import own_pages
from circle_cli.guidance.pages import load_guidance
from circle_cli.guidance.records import Guidance

OWN = """---
id: family-words
title: "What did the family say?"
order: 10
aims:
  - "To hear them."
prompts:
  - "Which words of theirs stay with you?"
---
Anything.
"""
BARE = '---\nid: next-time\ntitle: "And next time?"\norder: 9\n---\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "questions").mkdir()
    return tmp_path / "questions"


def test_they_follow_the_eight_in_their_order_and_need_no_more_than_a_title(folder: Path, guidance: Guidance) -> None:
    (folder / "family-words.md").write_text(OWN, "utf-8")
    (folder / "next-time.md").write_text(BARE, "utf-8")
    found = load_guidance(folder.parent)
    assert found.questions == guidance.questions
    assert [question.id for question in found.asked[8:]] == ["next-time", "family-words"]
    assert found.titles["family-words"] == "What did the family say?"
    [bare, whole] = found.own
    assert (bare.aims, bare.prompts, bare.short) == (("A question of our own, beside the eight.",), (), bare.title)
    assert whole.prompts == ("Which words of theirs stay with you?",)


@pytest.mark.parametrize(
    ("name", "text", "wrong"),
    [
        (
            "family-words.md",
            OWN.replace("order: 10", "order: 3"),
            "`family-words` is none of the 8 questions; rename it",
        ),
        ("Family.md", OWN, "`Family` cannot be an own question's id"),
        ("notes.md", OWN, "`notes` cannot be an own question's id"),
        ("con.md", OWN, "`con` cannot be an own question's id"),
        ("family-words.md", OWN.replace("id: family-words", "id: other"), "2: id: `other` is not the file's name"),
        ("family-words.md", OWN.replace("aims:", "scaling: How?\naims:"), "5: scaling: only the eight questions have"),
        ("family-words.md", OWN.replace('say?"', 'say?\\n## x"'), "3: title: expected one line"),
        ("family-words.md", OWN.replace("prompts:", "propmts:"), "7: propmts: unknown key"),
    ],
)
def test_one_that_is_broken_is_named_and_where_somebody_writes_it_is_left_out(
    folder: Path, name: str, text: str, wrong: str
) -> None:
    (folder / name).write_text(text, "utf-8")
    (folder / "next-time.md").write_text(BARE, "utf-8")
    with pytest.raises(CircleError) as refused:
        load_guidance(folder.parent)
    assert f"{folder / name}:" in str(refused.value) and wrong in str(refused.value)
    told: list[CircleError] = []
    assert [question.id for question in load_guidance(folder.parent, told.append).own] == ["next-time"]
    assert list(map(str, told)) == [str(refused.value)]


def test_a_page_of_ours_that_a_log_broke_is_as_ours_where_somebody_writes(folder: Path, guidance: Guidance) -> None:
    (folder / "safety.md").write_text("---\nid: safety\n---\n", "utf-8")
    text = (own_pages() / "questions" / "influence.md").read_text("utf-8")
    (folder / "influence.md").write_text(re.sub("title: .*", 'title: "My part?"', text), "utf-8")
    told: list[CircleError] = []
    found = load_guidance(folder.parent, told.append)
    assert [str(error).partition(": ")[0] for error in told] == [f"{folder / 'safety.md'}:2"]
    assert found.titles == {**guidance.titles, "influence": "My part?"}
    shutil.copy(own_pages() / "questions" / "safety.md", folder / "safety.md")
    (folder / "influence.md").write_text(text.replace("order: 2", "order: 3"), "utf-8")
    told.clear()
    assert load_guidance(folder.parent, told.append).questions == guidance.questions
    assert "another page has 3 too" in str(told[0])
