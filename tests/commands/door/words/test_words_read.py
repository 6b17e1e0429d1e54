"""What a log says on its site in its own words, read by a second person in `circle review`."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from making import admitted, git
from proposing import become
from running import Run
from signed import sign

from circle_cli.commands.door.words.reading import shown
from circle_cli.commands.door.words.waiting import for_reader, unread_words
from circle_cli.guidance.files import own_pages
from circle_cli.log.folder import Log
from circle_cli.own_words.approval import approval_path, digest, render_approval, statement
from circle_cli.own_words.reading import own_words
from circle_cli.points.record import Approval
from circle_cli.vocabulary import CastCheck, ReviewKind

PAGE = '---\ntitle: "Our way"\ndescription: "How we do it here."\n---\n# Our way\n\n{}\n'


@pytest.fixture
def page(log: Path) -> Path:
    """A page of the guidance that Jo changed, and committed."""
    become(log, "jo")
    path = log / "guidance/kit.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(PAGE.format("As Quillfeather wrote, we print these each week."), encoding="utf-8")
    keep(log)
    return path


def keep(log: Path) -> None:
    git(log, "add", ".")
    git(log, "commit", "-qm", "A change")


def waiting(log: Path, who: str) -> list[str]:
    return [each.name for each in for_reader(Log(root=log), unread_words(Log(root=log)), f"{who}@example.org")]


def test_a_page_is_read_approved_and_built_and_once_changed_waits_again(
    log: Path, page: Path, circle: Run, review: Callable[..., str]
) -> None:
    become(log, "bea")
    told = review(log, "1", "1", "1", "1")
    assert "+ As Quillfeather wrote, we print these each week." in told
    assert "“Quillfeather” (line 7) is written with a capital letter" in told
    (words,) = own_words(log)
    assert (words.fault, words.explained) == (None, ("Quillfeather",))
    assert git(log, "log", "-1", "--format=%s", "--name-only").split() == ["Approve", "kit.md", "approvals/kit.yml"]
    assert circle("check", cwd=log).returncode == 0
    page.write_text(PAGE.format("As Quillfeather wrote, we print two of these."), encoding="utf-8")
    assert "changed-since-approval" in circle("check", cwd=log).stdout
    assert waiting(log, "cy") == []  # nobody can tell who changed it
    keep(log)
    assert (waiting(log, "bea"), waiting(log, "cy")) == ([], ["kit.md"])


def test_of_a_page_from_which_something_was_only_left_out_it_is_said_that_nothing_is_new(log: Path) -> None:
    ours = (own_pages() / "preparing.md").read_text(encoding="utf-8")
    path = log / "guidance/preparing.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(ours[: ours.rindex("\n\n")] + "\n", encoding="utf-8")
    (words,) = own_words(log)
    (said,) = shown(words)
    assert said.startswith("No line of it is new: something of ours was left out")


@pytest.mark.parametrize("answers", [("1", "2"), ("1", "1", "2"), ("1", "1", "3"), ("1", "1", "1", "2")])
def test_whoever_is_not_sure_approves_nothing(
    log: Path, page: Path, review: Callable[..., str], answers: tuple[str, ...]
) -> None:
    become(log, "bea")
    assert "Nothing was approved" in review(log, *answers)
    assert not (log / "approvals").exists()


def test_nobody_reads_what_they_changed_themselves_unless_the_log_says_so(log: Path, page: Path, circle: Run) -> None:
    own = circle("review", "kit", cwd=log)
    assert own.returncode == 2 and "you changed it since it was last read" in own.stderr
    listed = circle("review", cwd=log).stderr
    assert "Nothing is waiting for you to read.\nFor somebody else to read: " in listed
    assert "kit.md: you changed it" in listed and "`review: single`" in listed
    assert waiting(log, "jo") == [] and waiting(log, "bea") == ["kit.md"]
    (log / "circle.yml").write_text("review: single\n", encoding="utf-8")
    assert waiting(log, "jo") == ["kit.md"]


def test_a_page_approved_by_no_reader_still_has_its_author(log: Path, page: Path) -> None:
    admitted(log)
    (words,) = own_words(log)
    said = Approval(
        sha256=digest(words.text), review=ReviewKind.SECOND, tool="0.1.0", lists="1-0a", cast=CastCheck.CHECKED
    )
    forged = replace(said, signature=sign(statement(words.name, words.text, said), seed=2))
    (place := approval_path(log, words.name)).parent.mkdir()
    place.write_text(render_approval(words.name, forged), encoding="utf-8")
    page.write_text(PAGE.format("As Quillfeather wrote, we print two of these."), encoding="utf-8")
    git(log, "add", ".")
    git(log, "-c", "user.email=bea@example.org", "commit", "-qm", "A change")
    assert (waiting(log, "jo"), waiting(log, "bea"), waiting(log, "cy")) == ([], [], ["kit.md"])


def test_circle_alone_offers_a_page_to_whom_may_read_it(
    log: Path, page: Path, terminal_says: Callable[..., str]
) -> None:
    assert "kit.md" not in terminal_says(log)
    become(log, "bea")
    assert "Read kit.md: 4 new lines in the log's own words" in terminal_says(log)


def test_several_that_wait_are_listed(log: Path, page: Path, circle: Run) -> None:
    (log / "circle.yml").write_text("reply-within: ten working days\n", encoding="utf-8")
    keep(log)
    become(log, "bea")
    listed = circle("review", cwd=log)
    assert listed.stdout.splitlines() == [
        "kit.md  4 new lines in the log's own words",
        "settings  1 new line in the log's own words",
    ]


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("Write to 14 Mafeking Terrace.", "nobody can approve that"),
        ("Ring 01632 960123.", "nobody can approve that"),
        ("Ask her. <!-- Amira -->", "a comment"),
        ("Ask in Larkspur Road.", "names somebody, or a place, of a private session"),
    ],
)
def test_what_nobody_can_approve_is_not_put_to_a_reader(
    log: Path, walk: Path, page: Path, review: Callable[..., str], said: str, wrong: str
) -> None:
    page.write_text(PAGE.format(said), encoding="utf-8")
    keep(log)
    become(log, "bea")
    assert wrong in review(log, status=65)
