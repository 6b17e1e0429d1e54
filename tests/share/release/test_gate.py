"""The gate: the identifier check, asked again about every word of a learning point before it becomes a page."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from circle_cli.errors import CircleError
from circle_cli.identifiers.lists import Lists
from circle_cli.points.folder import Published, read_published
from circle_cli.points.record import LearningPoint, Trial
from circle_cli.share.release.gate import inspect
from circle_cli.vocabulary import Outcome

Look = Callable[..., frozenset[str]]


@pytest.fixture
def look(tmp_path: Path, publish: Callable[..., Path], lists: Lists) -> Look:
    """Publishes a learning point that differs as said, and has it inspected."""

    def run(**different: object) -> frozenset[str]:
        path = publish(tmp_path, **different)
        return inspect(read_published(path.parent), lists)

    return run


def test_clean_points_pass_by_their_ids(look: Look) -> None:
    assert look() == {"k3f9abcd"}
    assert look(id="abcdefgh") == {"k3f9abcd", "abcdefgh"}


@pytest.mark.parametrize("key", ["title", "what_to_try", "why", "where_not", "how", "rests_on"])
def test_a_name_in_any_part_stops_it_by_file_and_line_without_the_words(look: Look, key: str) -> None:
    with pytest.raises(CircleError, match=r"k3f9abcd\.md:\d+: may be of the kind `") as caught:
        look(**{key: "We walked with Xanthippe there."})
    assert "Xanthippe" not in str(caught.value) and "`circle scan`" in str(caught.value)
    assert caught.value.exit_code == 65


def test_what_others_report_is_looked_at_too(look: Look) -> None:
    with pytest.raises(CircleError, match=r"k3f9abcd\.md:\d+: may be"):
        look(tried=(Trial(outcome=Outcome.WORKED, year=2027, differed="We walked with Xanthippe there."),))


def test_words_that_a_reviewer_explained_may_stand(look: Look) -> None:
    rests_on = "It follows what Quillfeather says of it."
    with pytest.raises(CircleError):
        look(rests_on=rests_on)
    with pytest.raises(CircleError):
        look(rests_on=rests_on, explained=("Quill",))
    assert look(rests_on=rests_on, explained=("Quillfeather",)) == {"k3f9abcd"}


@pytest.mark.parametrize("hidden", ["<!-- about it -->", "[here](https://example.org)", "![a](b)", "a [^1] b"])
def test_what_is_hidden_cannot_be_explained(look: Look, hidden: str) -> None:
    with pytest.raises(CircleError, match="of the kind `hidden`"):
        look(how=f"Do it {hidden} so.", explained=(hidden, hidden.strip("a b"), hidden[hidden.find("(") :]))


def test_what_only_warns_was_for_the_reviewer_to_think_over(look: Look) -> None:
    assert look(why="It was the only visit that week.") == {"k3f9abcd"}


def test_the_gate_does_not_trust_whoever_read_the_file(point: LearningPoint, lists: Lists, tmp_path: Path) -> None:
    (tmp_path / "k3f9abcd.md").write_text("x")
    with pytest.raises(CircleError, match="not approved"):
        inspect(Published(folder=tmp_path, points=(replace(point, approval=None),)), lists)


def test_the_approval_explains_nothing_of_what_others_report(look: Look) -> None:
    trial = Trial(outcome=Outcome.WORKED, year=2027, differed="Xanthippe came too.")
    with pytest.raises(CircleError, match="nobody has explained it"):
        look(rests_on="What Xanthippe wrote.", explained=("Xanthippe",), tried=(trial,))


def test_a_file_is_not_opened_for_each_thing_that_is_found_in_it(
    tmp_path: Path, publish: Callable[..., Path], lists: Lists, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = read_published(publish(tmp_path, how="Ask Xanthippe.\n" * 250).parent)
    opened: list[Path] = []
    read = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda path: opened.append(path) or read(path))
    with pytest.raises(CircleError, match="and 230 more"):
        inspect(found, lists)
    assert len(opened) <= 21  # the places that are named, and that of the approval
