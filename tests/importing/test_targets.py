"""What a heading or a column of somebody else's form becomes."""

import pytest

from circle_cli.guidance.records import Guidance
from circle_cli.importing.targets import Targets, targets_of


@pytest.fixture(scope="session")
def targets(guidance: Guidance) -> Targets:
    return targets_of(guidance)


@pytest.mark.parametrize(
    ("label", "target"),
    [
        ("What went well?", "what-worked"),
        ("1. What went well (and why)?", "what-worked"),
        ("Q3: WHAT WENT WELL", "what-worked"),
        ("What worked, and why?", "what-worked"),
        ("What didn't go so well?", "barriers"),
        ("What could have gone better", "barriers"),
        ("What Could Improve", "barriers"),
        ("⚡ Wins & Progress", "what-worked"),
        ("Action Items", "actions"),
        ("What challenges did you meet, and what helped?", "barriers"),
        ("What was your role in this?", "influence"),
        ("How might the child or family see it?", None),
        ("Views of the family", "perspectives"),
        ("Risk and safety", "safety"),
        ("Links to theory, research and legislation", "theory"),
        ("What have you learnt?", "learning"),
        ("Key learning from this piece of work", "learning"),
        ("What would you do differently next time?", "actions"),
        ("Next steps", "actions"),
        ("Please describe what happened", "situation"),
        ("Date of supervision", "date"),
        ("Start time", "date"),
        ("Title", "title"),
        ("Tags", "themes"),
        ("Any other comments?", "notes"),
        ("Email", None),
        ("Title of the reflection", "title"),
        ("When did this piece of practice take place?", "date"),
        ("Date of birth", None),
        ("Date of next supervision", None),
        ("What is your role?", None),
        ("Job title", None),
        ("Which of these apply? (choose all)", None),
        ("Learning disability", None),
        ("I agree that this may be used for research", None),
        ("ID", None),
        ("word " * 100 + "went well", None),
    ],
)
def test_a_label_becomes_what_its_words_say(targets: Targets, label: str, target: str | None) -> None:
    assert targets.nearly(label) == target


@pytest.mark.parametrize("line", ["She said that it went well.", "We learnt to wait", "Amir was safe at home", "again"])
def test_a_line_of_somebodys_account_is_no_label(targets: Targets, line: str) -> None:
    assert targets.surely(line) is None


def test_all_that_a_label_can_become_has_words_of_its_own(targets: Targets) -> None:
    assert all(targets.called(each) and targets.called(each) != each for each in targets.all)
