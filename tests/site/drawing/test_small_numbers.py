"""Small numbers: what too few share is told nowhere, and what can be chosen together leaves none or enough."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import combinations, product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_points import invented_points

from circle_cli.guidance.pages import load_guidance
from circle_cli.points.record import LearningPoint, StatementLink
from circle_cli.settings import LEAST
from circle_cli.site.drawing.groups import CHOSEN_BY, choices_of, facets_of
from circle_cli.site.drawing.labels import all_labels, labels_of
from circle_cli.vocabulary import Setting

POINTS = list(invented_points(60))
GUIDANCE = load_guidance()
Publish = Callable[..., Path]

MADE = st.lists(
    st.builds(
        lambda themes, setting, year, questions: (tuple(sorted(themes)), setting, year, tuple(sorted(questions))),
        st.sets(st.sampled_from(["voice", "safety", "concerns-child", "concerns-adult", "conditions-general"])),
        st.sampled_from(list(Setting)),
        st.integers(2024, 2026),
        st.sets(st.sampled_from(["safety", "theory", "learning"]), min_size=1),
    ),
    max_size=40,
)


def made(kinds: list[Any]) -> list[LearningPoint]:
    return [
        replace(point, themes=themes, setting=setting, year=year, questions=questions)
        for point, (themes, setting, year, questions) in zip(POINTS, kinds, strict=False)
    ]


def offered(points: list[LearningPoint], least: int) -> dict[str, dict[str, int]]:
    facets = facets_of(points, GUIDANCE, labels_of(points, GUIDANCE, least))
    return {name: {group.id: group.count for group in facet.groups} for name, facet in facets.items() if facet.groups}


@given(MADE, st.integers(3, 6))
def test_a_label_that_is_told_is_shared_and_what_says_where_from_is_shared_together(
    kinds: list[Any], least: int
) -> None:
    labels = labels_of(made(kinds), GUIDANCE, least)
    alone = Counter((facet, each) for found in labels.values() for facet, ids in found.items() for each in ids)
    assert min(alone.values(), default=least) >= least
    together = Counter((found["setting"], found["concerns"], found["year"]) for found in labels.values())
    nothing_told = ((), (), ())
    assert min(together.values(), default=least) >= least or set(together) == {nothing_told}
    every = {point.id: all_labels(point, GUIDANCE) for point in made(kinds)}
    assert all(set(ids) <= set(every[name][facet]) for name, found in labels.items() for facet, ids in found.items())


def test_no_group_is_shown_that_is_smaller_than_the_least() -> None:
    assert min(count for choices in offered(POINTS, 5).values() for count in choices.values()) >= 5
    alike = [replace(point, setting=Setting.BOTH, themes=()) for point in POINTS]
    five = [replace(point, year=2026 if place < 5 else 2025) for place, point in enumerate(alike)]
    assert offered(five, 5)["year"] == {"2026": 5, "2025": 55}
    assert offered(POINTS[:4], 5) == {}


def test_no_group_is_shown_from_which_a_smaller_one_could_be_worked_out() -> None:
    years = [2026] * 4 + [2025] * 7 + [2024] * 49
    parted = [
        replace(point, year=year, setting=Setting.BOTH, themes=()) for point, year in zip(POINTS, years, strict=True)
    ]
    assert offered(parted, 5)["year"] == {"2024": 49}  # eleven are left: nobody can tell the four from the seven
    assert "year" not in offered(parted[7:], 5)  # some were taken back: four would be left


def test_the_conditions_may_be_left_open_so_none_is_hidden_for_the_other() -> None:
    themes = [("conditions-general",)] * 50 + [("conditions-specific",)] * 2 + [()] * 8
    said = [replace(point, themes=each) for point, each in zip(POINTS, themes, strict=True)]
    assert offered(said, 5)["conditions"] == {"conditions-general": 50}


def test_each_list_of_themes_is_a_facet_of_its_own_and_both_services_are_found_by_either() -> None:
    assert list(facets_of(POINTS, GUIDANCE, labels_of(POINTS, GUIDANCE, 5))) == [
        "question", "theme", "concerns", "setting", "conditions", "statement", "year", "tried", "went"
    ]  # fmt: skip
    point = replace(POINTS[0], themes=("conditions-general", "voice", "concerns-adult"), setting=Setting.BOTH)
    labels = all_labels(point, GUIDANCE)
    assert [labels[facet] for facet in ("theme", "concerns", "conditions", "setting")] == [
        ("voice",),
        ("concerns-adult",),
        ("conditions-general",),
        (Setting.CHILDREN, Setting.ADULTS),
    ]


@given(MADE, st.integers(3, 6))
def test_whatever_is_chosen_together_none_or_enough_fit(kinds: list[Any], least: int) -> None:
    points = made(kinds)
    facets = facets_of(points, GUIDANCE, labels_of(points, GUIDANCE, least))
    choices = choices_of(points, facets, least)
    headings = [[None, *({point.id for point in group.points} for group in facet.groups)] for facet in choices.values()]
    for chosen in product(*headings):
        sets = [each for each in chosen if each is not None]
        assert not sets or not 0 < len(set.intersection(*sets)) < least


def test_most_is_told_that_can_be() -> None:
    kinds = [(("concerns-child",), Setting.CHILDREN, 2025, ("safety",))] * 5
    others = [((), Setting.CHILDREN, 2026, ("safety",))] * 4
    labels = labels_of(made([*kinds, *others]), GUIDANCE, 5)
    assert {(found["setting"], found["concerns"], found["year"]) for found in labels.values()} == {
        (("children",), (), ())
    }
    labels = labels_of(made([*kinds, *others, others[0]]), GUIDANCE, 5)
    assert {(found["concerns"], found["year"]) for found in labels.values()} == {
        (("concerns-child",), ("2025",)),
        ((), ("2026",)),
    }


def test_year_and_statement_are_no_choices_and_in_small_sites_few_go_together() -> None:
    assert not {"year", "statement"} & set(CHOSEN_BY)
    facets = facets_of(POINTS, GUIDANCE, labels_of(POINTS, GUIDANCE, LEAST))
    choices = choices_of(POINTS, facets, LEAST)
    assert {name: len(facet.groups) for name, facet in choices.items() if facet.groups} == {"question": 8, "setting": 2}
    many = list(invented_points(1000))
    facets = facets_of(many, GUIDANCE, labels_of(many, GUIDANCE, LEAST))
    choices = choices_of(many, facets, LEAST)
    assert [len(choices[name].groups) for name in ("question", "theme", "setting")] == [8, 18, 2]


def test_in_the_demo_no_pair_and_no_triple_of_choices_leaves_one_to_four(demo_site: Path) -> None:
    page = (demo_site / "learning-points/index.html").read_text(encoding="utf-8")
    boxes = re.findall(r'<input type="checkbox" name="(\w+)" value="([\w-]+)">', page)
    cards = [dict(re.findall(r'data-(\w+)="([^"]*)"', card)) for card in re.findall("<li( data-[^>]*)>", page)]
    assert len(boxes) == 10 and len(cards) == 40
    assert {(name, each) for card in cards for name, found in card.items() for each in found.split()} == set(boxes)

    def fit(chosen: tuple[tuple[str, str], ...]) -> int:
        return sum(all(value in card.get(name, "").split() for name, value in chosen) for card in cards)

    for size in (2, 3):
        together = [each for each in combinations(boxes, size) if len({name for name, _ in each}) == size]
        assert [each for each in together if 0 < fit(each) < LEAST] == []
    facts = re.findall(r'<ul class="facts"[^>]*>(.*?)</ul>', page)
    assert min(Counter(each for strip in facts for each in re.findall("<li>(.*?)</li>", strip)).values()) >= LEAST
    assert "Or look by theme" in page


RARE = {
    "themes": ("voice", "domestic-abuse", "concerns-adult", "conditions-specific"),
    "setting": Setting.ADULTS,
    "year": 2016,
    "questions": ("learning", "theory"),
    "frameworks": (StatementLink(framework="pcf-2018", statement="7"),),
}
"""What four of nine learning points have, and no other."""

TOLD_ELSEWHERE = {"learning", "theory"}
"""Questions have pages of their own."""


@pytest.fixture(params=["site", "export"])
def built(request: pytest.FixtureRequest, tmp_path: Path, publish: Publish, circle: Any, drawn_once: None) -> Path:
    """What is built of nine learning points, of which four have a good deal in common."""
    common = {"themes": ("voice",), "setting": Setting.CHILDREN, "year": 2025, "questions": ("safety",), "tried": ()}
    words = "why when where how whom gently again early calmly".split()
    for place, letter in enumerate("abcdefghj"):
        kind: Mapping[str, Any] = {"tried": (), **RARE} if place < 4 else {**common, "frameworks": ()}
        publish(tmp_path, id=letter * 8, title=f"Ask {words[place]}", **kind)
    (tmp_path / "circle.yml").touch()
    out = tmp_path / "elsewhere"
    done = circle("site", *(["--export", str(out)] if request.param == "export" else []))
    assert done.returncode == 0, done.stderr
    return out if request.param == "export" else tmp_path / "site"


def test_what_four_share_is_in_no_file_that_is_built(built: Path) -> None:
    texts = {
        path.relative_to(built).as_posix(): path.read_text(encoding="utf-8")
        for path in built.rglob("*")
        if path.suffix in (".html", ".md", ".xml", ".json", ".yml") and "kit" not in path.parts
    }
    points = {
        name: text
        for name, text in texts.items()
        if re.search("learning-points|themes|feed|search|^index|docs/index", name)
    }
    assert len(points) > 12
    titles = {
        "domestic-abuse", "Domestic abuse", "concerns-adult", "conditions-specific", "Depends on the situation",
        "Adults’ services", "2016", "pcf-2018.7", "statement-7", 'data-question="learning', "An adult",
    }  # fmt: skip
    assert [(name, words) for name, text in points.items() for words in titles if words in text] == []
    assert [name for name in texts if "domestic-abuse" in name] == []
    own = next(text for name, text in points.items() if name.endswith(("learning-points/aaaaaaaa.html", "aaaaaaaa.md")))
    assert "theory" not in own.partition("</h1>")[2].partition("md-footer")[0].replace("theories", "")
    assert "Hearing the person" in own  # which all nine share
