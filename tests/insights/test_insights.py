"""What keeps working: sessions counted and never people, and nothing below the smallest group in a shared log."""

import re
from dataclasses import fields, replace
from datetime import date
from random import Random
from xml.etree import ElementTree

import pytest
from making import a_session

from circle_cli.guidance.records import Guidance
from circle_cli.insights.drawing.page import draw_page
from circle_cli.insights.groups import Came
from circle_cli.insights.periods import periods_of
from circle_cli.insights.record import Insights
from circle_cli.insights.seen import look
from circle_cli.insights.telling import opening, parts_of
from circle_cli.session.record import ActionPoint, CastEntry, Score, Session, Views
from circle_cli.vocabulary import Role, Status, View

CHILD = "the child, adult or family"


def session(number: int, **different: object) -> Session:
    usual = {
        "id": f"2026-{number:02}-10-aaa{'abcdefghjkmn'[number - 1]}",
        "date": date(2026, number, 10),
        "themes": ("relationships",),
        "roles": {Role.PRESENTER: (("Wilhelmina", "Jo", "Amara")[number % 3],)},
        "cast": (CastEntry(name="Amira Hassan", also=("Mira",)),),
        "views": Views(heard=(CHILD,), imagined=("managers",)),
        "answers": {"what-worked": f"Walking beside amira and wilhelmina helped, kettle {number}. Larkspur was there."},
        "scaling": (
            Score(question="what-worked", asked="How far?", by="Wilhelmina", score=number),
            Score(question="what-worked", asked="How far?", by="gran", score=10, view=View.IMAGINED),
        ),
        "action_points": (
            ActionPoint(id=1, what="Ring  Mira", done=date(2026, number, 11)),
            ActionPoint(id=2, what="x"),
        ),
    }
    return a_session(**(usual | different))


@pytest.fixture
def six() -> list[Session]:
    return [session(number) for number in range(1, 7)]


def test_ones_own_log_tells_all_of_it(six: list[Session], guidance: Guidance) -> None:
    found = look([*six, session(7, status=Status.PLANNED)], guidance)
    assert (found.sessions, found.first, found.last) == (6, date(2026, 1, 10), date(2026, 6, 10))
    assert found.periods == ("Jan 2026", "Feb 2026", "Mar 2026", "Apr 2026", "May 2026", "Jun 2026")
    assert [(each.title, each.sessions, each.by_period) for each in found.themes] == [
        ("Building relationships", 6, (1,) * 6)
    ]
    assert {each.whose: (each.heard, each.imagined, each.missing) for each in found.views}[CHILD] == (6, 0, 0)
    assert [(each.asked, each.by_period) for each in found.moved] == [("How far?", (1, 2, 3, 4, 5, 6))]
    assert found.actions and (found.actions.done, found.actions.still_open) == (6, 6)
    assert found.actions.which[0].what == "Ring Mira"
    assert not found.hidden


def test_words_that_come_again_are_neither_names_nor_what_everybody_uses(
    six: list[Session], guidance: Guidance
) -> None:
    words = {each.word: each.sessions for each in look(six, guidance).again}
    assert words == {"kettle": 6}
    assert look(six[:1], guidance).again == ()


def test_in_a_shared_log_a_line_is_told_whole_or_not_at_all(six: list[Session], guidance: Guidance) -> None:
    six[0] = replace(six[0], themes=("relationships", "rare"), views=Views(imagined=(CHILD,)))
    found = look(six, guidance, least=5)
    assert [(each.title, each.by_period) for each in found.themes] == [("Building relationships", None)]
    assert CHILD not in {each.whose for each in found.views}  # 5 heard and 1 imagined
    assert found.moved == ()  # one session a month
    assert found.actions and (found.actions.done, found.actions.which) == (5, ())
    assert found.hidden
    text = draw_page(found)
    assert "rare" not in text and "Ring" not in text
    assert "what fewer than 5 sessions have in common is not told" in text


def test_of_fewer_sessions_than_the_smallest_group_nothing_is_told(six: list[Session], guidance: Guidance) -> None:
    found = look(six[:4], guidance, least=5)
    assert found == Insights(least=5, hidden=True)
    assert "fewer than 5 sessions" in opening(found)
    assert [*parts_of(found)] == []


def test_what_is_of_one_person_or_names_somebody_is_not_told_in_a_shared_log(
    six: list[Session], guidance: Guidance
) -> None:
    words = {"what-worked": "A lighthouse, and jayden."}
    own = {"themes": ("grief", "Mira's move"), "answers": words}
    scale = Score(question="what-worked", asked="How safe is Mira?", by="Jo", score=3)
    of_one = [replace(each, roles={Role.PRESENTER: ("Sam Roe",)}, **own) for each in six]
    many = [*of_one, *(replace(each, id=f"2025-{each.id[5:]}", scaling=(*each.scaling, scale)) for each in six)]
    found = look(many, guidance, least=3, is_word=lambda word: word != "jayden")
    assert found.hidden
    assert [each.title for each in found.themes] == ["Building relationships"]
    assert [each.asked for each in found.moved] == []
    assert "lighthouse" not in {each.word for each in found.again}
    by_all = [replace(each, **own) for each in six]
    told = look(by_all, guidance, least=3, is_word=lambda word: word != "jayden")
    assert {each.word for each in told.again} == {"lighthouse"} and [each.title for each in told.themes] == ["grief"]
    assert look(of_one, guidance, least=3) == Insights(least=3, hidden=True)
    brought = {each.id: Came(number=0, by="Sam Roe") for each in six}
    nobody = [replace(each, roles={}) for each in six]
    assert look(nobody, guidance, least=3, came=lambda each: brought[each.id]).sessions == 0


@pytest.mark.parametrize("seed", range(3))
def test_two_looks_at_a_shared_log_never_tell_of_fewer_than_the_smallest_group(seed: int, guidance: Guidance) -> None:
    chance = Random(seed)  # noqa: S311  # invented sessions
    sessions = [
        session(
            number % 6 + 1,
            id=f"2026-01-10-{'abcdefghjkmnpqrstuvwxyz23456789'[number]}aaa",
            date=date(2026, chance.randint(1, 3), 10),
            themes=tuple(each for each in ("relationships", "grief") if chance.random() < 0.6),
            views=Views(heard=(CHILD,)) if chance.random() < 0.5 else Views(imagined=(CHILD,)),
            answers={"what-worked": chance.choice(("kettle", "lighthouse"))},
        )
        for number in range(30)
    ]
    order = {each.id: Came(number=number, by="") for number, each in enumerate(chance.sample(sessions, 30))}
    before: dict[object, int] = {}
    for count in range(31):
        there = [each for each in sessions if order[each.id].number < count]
        found = look(there, guidance, least=3, came=lambda each: order[each.id])
        now: dict[object, int] = {"sessions": found.sessions}
        now |= {each.title: each.sessions for each in found.themes} | {each.word: each.sessions for each in found.again}
        for view in found.views:
            now |= {(view.whose, how): getattr(view, how) for how in ("heard", "imagined", "missing")}
        for theme in found.themes:
            named = zip(found.periods, theme.by_period or (), strict=False)
            now |= {(theme.title, period): figure for period, figure in named if figure}
        steps = {key: figure - before.get(key, 0) for key, figure in now.items()}
        assert {key: step for key, step in steps.items() if step and step < 3} == {}
        before |= now
    assert before["sessions"] > 20


def test_actions_of_one_session_are_not_told_in_a_shared_log(six: list[Session], guidance: Guidance) -> None:
    many = tuple(ActionPoint(id=number, what="x", done=date(2026, 1, 2)) for number in range(1, 9))
    sessions = [replace(each, action_points=many if each is six[0] else ()) for each in six]
    assert look(sessions, guidance, least=5).actions is None


def test_an_empty_log_says_how_to_begin(guidance: Guidance) -> None:
    assert "circle reflect" in opening(look([], guidance))


@pytest.mark.parametrize(
    ("days", "names"),
    [
        ((), ()),
        ((date(2026, 1, 1),), ("Jan 2026",)),
        ((date(2025, 12, 31), date(2026, 1, 1)), ("Dec 2025", "Jan 2026")),
        ((date(2025, 2, 1), date(2026, 2, 1)), ("Jan to Mar 2025", "Apr to Jun 2025", "Jul to Sep 2025",
                                                "Oct to Dec 2025", "Jan to Mar 2026")),
        ((date(2020, 2, 1), date(2023, 2, 1)), ("2020", "2021", "2022", "2023")),
    ],
)  # fmt: skip
def test_a_long_time_is_told_by_quarters_or_by_years(days: tuple[date, ...], names: tuple[str, ...]) -> None:
    found, places = periods_of(days)
    assert found == names
    assert all(0 <= place < len(names) for place in places.values())


def test_the_page_has_every_figure_in_a_table_and_asks_nothing_of_any_other_place(
    six: list[Session], guidance: Guidance
) -> None:
    found = look([*six, session(7, themes=("<b>&",))], guidance)
    text = draw_page(found)
    main = ElementTree.fromstring(re.sub(r"(?s)^.*<body>|</body>.*$", "", text))  # noqa: S314  # ours
    drawings, tables = main.findall(".//svg"), main.findall(".//table")
    assert len(tables) == len([*parts_of(found)]) == 5
    for svg in drawings:
        named = {each.get("id") for each in svg if each.tag in ("title", "desc")}
        assert svg.get("role") == "img" and named == {*(svg.get("aria-labelledby") or "").split()}
    rows = [[tuple(cell.text or "" for cell in row) for row in table.iter("tr")] for table in tables]
    assert rows == [[part.header, *part.rows] for part in parts_of(found)]
    assert not re.search(r"<script|<link|<img|src=|href=|url\((?!#stripes)|@import", text)
    assert "default-src 'none'" in text and "<b>&<" not in text


def test_no_field_counts_people() -> None:
    assert not {"people", "who", "by"} & {each.name for each in fields(Insights)}
