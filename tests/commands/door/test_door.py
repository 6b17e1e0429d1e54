"""The door, from a private session to a file that everyone may read: proposed by one, approved by another."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from making import git, without_signatures
from proposing import PARTS, become, propose, sign_anew
from running import Run

from circle_cli.share.proposal import State, proposal_files, read_proposal


def test_a_proposal_holds_the_exact_text_and_no_name_of_the_cast(circle: Run, log: Path, walk: Path) -> None:
    done = propose(circle, log)
    assert done.returncode == 0, done.stderr
    path = Path(done.stdout.strip())
    proposal = read_proposal(path)
    assert (proposal.state, proposal.author) == (State.PROPOSED, "jo@example.org")
    assert [(each.words, each.reason) for each in proposal.explained] == [("Zyxwv", "an author")]
    assert "as we asked the young person, and offer" in proposal.point.parts["what-to-try"]
    assert "In the spring it rained" in proposal.point.parts["how"]
    text = without_signatures(path.read_text(encoding="utf-8"))
    for private in (
        "Robin",
        "Rob",
        "Larkspur",
        "Canaryword",
        "matters",
        "outcomes",
        "2026-05-05",
        "abcd",
        "a word of our own",
    ):
        assert private not in text, private
    assert f'share: proposed, point: "{path.stem}"' in walk.read_text(encoding="utf-8")
    assert git(log, "status", "--porcelain") == ""
    assert not (log / "guidance" / "learning-points").exists()


def test_whatever_is_not_settled_stops_a_proposal_and_is_named(circle: Run, log: Path, walk: Path) -> None:
    done = propose(circle, log, replace=None, explained=None)
    assert done.returncode == 65
    assert "“3 May”" in done.stderr
    assert "“Zyxwv”" in done.stderr
    assert proposal_files(log) == ()
    assert git(log, "status", "--porcelain") == ""


def test_the_cast_cannot_be_explained_away(circle: Run, log: Path, walk: Path) -> None:
    walk.write_text(walk.read_text(encoding="utf-8").replace(', say: "the young person"', ""), encoding="utf-8")
    done = propose(circle, log, explained=[*PARTS["explained"], {"words": "Rob", "reason": "a common name"}])
    written = proposal_files(log)
    assert done.returncode == 65 or "Rob," not in written[0].read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("changed", "wrong"),
    [
        ({"why": None}, "why: missing"),
        ({"why": "x" * 5000}, "why: has 5000 characters"),
        ({"author": "Sam"}, "author: unknown key"),
        ({"themes": ["our own words"]}, "themes: our own words is not known"),
        ({"concerns": ["relationships"]}, "concerns: relationships is not known; use up to 3 of: concerns-child, "),
        ({"conditions": "conditions-general"}, "conditions: expected a list"),
        ({"questions": ["everything"]}, "questions: everything is not known"),
        ({"setting": "prisons"}, "setting: `prisons` is not known"),
    ],
)
def test_a_file_that_is_not_as_it_should_be_is_refused(
    circle: Run, log: Path, walk: Path, changed: dict[str, Any], wrong: str
) -> None:
    done = propose(circle, log, **changed)
    assert done.returncode == 65
    assert wrong in done.stderr
    assert proposal_files(log) == ()


@pytest.mark.parametrize(
    ("old", "new", "arguments", "wrong"),
    [
        ("cast:\n", "was_cast:\n", (), "nobody has said yet who is in its story"),
        ("status: recorded", "status: planned", (), "it has yet to take place"),
        ("scope: general", "scope: specific", ("1",), "it belongs to this situation"),
        ('share: "no"', "share: published", ("1",), "published already"),
        ("", "", ("2",), "it belongs to this situation"),
        ("", "", ("7",), "there is no learning point 7 (1, 2)"),
    ],
)
def test_what_cannot_be_shared_is_kept_back_and_the_reason_said(
    circle: Run, log: Path, walk: Path, old: str, new: str, arguments: tuple[str, ...], wrong: str
) -> None:
    walk.write_text(walk.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    done = circle("share", "abcd", *arguments, "--from", "-", cwd=log, stdin=json.dumps(PARTS))
    assert done.returncode == 2
    assert wrong in done.stderr


@pytest.mark.parametrize("number", [(), ("1",)])
def test_who_has_noted_no_learning_point_yet_is_told_how_to_add_one(
    circle: Run, log: Path, put: Callable[..., Path], number: tuple[str, ...]
) -> None:
    put("2026-11-01-aaaa", "Tea")
    done = circle("share", "aaaa", *number, cwd=log)
    wrong = "2026-11-01-aaaa: it has no learning point yet, and that is what can be shared"
    assert (done.returncode, done.stderr.strip()) == (2, f"{wrong}; circle resume aaaa offers to add one")


def test_proposing_again_makes_no_second_proposal_while_one_is_waiting(circle: Run, log: Path, walk: Path) -> None:
    propose(circle, log)
    done = propose(circle, log)
    assert done.returncode == 2
    assert "waiting for a second reader" in done.stderr
    assert len(proposal_files(log)) == 1


def test_a_framework_of_somebodys_own_words_does_not_go_through_the_door(
    circle: Run, log: Path, walk: Path, review: Callable[..., str]
) -> None:
    own_words = walk.read_text(encoding="utf-8").replace('statement: "6"', 'statement: "Canaryword"')
    walk.write_text(own_words, encoding="utf-8")
    path = Path(propose(circle, log).stdout.strip())
    text = path.read_text(encoding="utf-8")
    assert "Canaryword" not in text
    path.write_text(text.replace('themes: ["relationships"]', 'themes: ["Canaryword"]'), encoding="utf-8")
    sign_anew(path)
    become(log, "bea")
    assert "a theme or a framework that the guidance does not know" in review(log, *["1"] * 8, status=65)


def test_a_declined_point_may_be_proposed_anew_and_its_author_reads_why(
    circle: Run, log: Path, walk: Path, review: Callable[..., str]
) -> None:
    path = Path(propose(circle, log).stdout.strip())
    become(log, "bea")
    git(log, "remote", "add", "origin", "https://example.org/team/log")
    told = " ".join(review(log, *["1"] * 7, "3", "Too close to one family.\n.").split())
    assert "Declined. It is not published" in told and "also goes to https://example.org/team/log" in told
    assert f'share: "no", point: "{path.stem}"' in walk.read_text(encoding="utf-8")
    become(log, "jo")
    assert propose(circle, log).returncode == 0
    assert read_proposal(path).readings[0].comment == "Too close to one family."


def test_words_explained_that_are_not_in_the_text_are_not_published(
    circle: Run, log: Path, walk: Path, review: Callable[..., str]
) -> None:
    path = Path(propose(circle, log).stdout.strip())
    more = 'explained:\n  - {words: "Canaryword", reason: "a method"}\n'
    path.write_text(path.read_text(encoding="utf-8").replace("explained:\n", more), encoding="utf-8")
    sign_anew(path)
    become(log, "bea")
    review(log, *["1"] * 8)
    public = (log / "guidance" / "learning-points" / path.name).read_text(encoding="utf-8")
    assert 'explained: ["Zyxwv"]' in public


def test_the_reader_sees_under_what_others_will_find_it(
    circle: Run, log: Path, walk: Path, review: Callable[..., str]
) -> None:
    propose(circle, log)
    become(log, "bea")
    told = review(log, *["1"] * 8)
    assert "Services: children's and adults'; year: " in told
    assert "Themes: Building relationships" in told
    assert "Speaks to: How would others see it? / What is there to learn from it?" in told
    assert "Framework: PCF 2018, " in told


def test_whom_it_concerns_and_how_widely_it_fits_go_from_its_author_to_its_file(
    circle: Run, log: Path, walk: Path, review: Callable[..., str]
) -> None:
    done = propose(circle, log, concerns=["concerns-family", "concerns-child"], conditions=["conditions-specific"])
    become(log, "bea")
    told = review(log, *["1"] * 8)
    assert "Who it concerns: A child or young person, A family or carers" in told
    assert "How widely it fits: Depends on the situation" in told
    public = log / "guidance" / "learning-points" / Path(done.stdout.strip()).name
    chosen = 'themes: ["relationships", "concerns-family", "concerns-child", "conditions-specific"]\n'
    assert chosen in public.read_text(encoding="utf-8")
    built = circle("site", cwd=log)
    assert built.returncode == 0, built.stderr
    assert circle("check", cwd=log).returncode == 0
