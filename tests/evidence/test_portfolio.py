"""A portfolio's values: statements that moved between editions are told, and nothing is moved silently."""

from dataclasses import replace
from datetime import date

from making import a_session

from circle_cli.evidence.portfolio.gathered import gather
from circle_cli.evidence.portfolio.paper import portfolio_page
from circle_cli.guidance.records import Framework, FrameworkStatement, Guidance
from circle_cli.paper.document import Bullets, NameLine, PageBreak, Paragraph
from circle_cli.session.record import FrameworkLink


def edition(framework: Framework, year: str, **titles: str) -> Framework:
    statements = tuple(
        FrameworkStatement(id=number.removeprefix("n"), title=title, group=None, confirmed=True)
        for number, title in titles.items()
    )
    return replace(framework, id=f"pcf-{year}", edition=year, short=f"PCF {year}", statements=statements)


def test_another_edition_is_told_with_what_stands_there_now(guidance: Guidance) -> None:
    now = next(each for each in guidance.frameworks if each.id == "pcf-2018")
    before = edition(now, "2012", n3="Diversity", n5="Knowledge", n8="Professional leadership", n10="Teaching")
    links = (
        FrameworkLink(framework="pcf-2012", statement="3", how="Old."),
        FrameworkLink(framework="pcf-2018", statement="5", how="New."),
        FrameworkLink(framework="kss-adults", statement="3", how="Of another framework."),
    )
    found = gather(now, (*guidance.frameworks, before), [a_session(frameworks=links)])
    assert found.elsewhere == (
        "PCF 2012, 3 Diversity, named in the session of 23 November 2026: here, 3 is Diversity and equality.",
    )
    assert found.moved == (
        "PCF 2012, 3 Diversity: 3 is Diversity and equality here.",
        "PCF 2012, 8 Professional leadership: has the number 9 here.",
        "PCF 2012, 10 Teaching: is not here under that name or number.",
    )
    assert list(found.by_statement) == ["5"]
    assert len(found.not_yet) == 8


def test_a_session_of_a_day_on_which_the_edition_did_not_hold_is_told(guidance: Guidance) -> None:
    kss = next(each for each in guidance.frameworks if each.id == "kss-child-family")
    link = FrameworkLink(framework=kss.id, statement=kss.statements[0].id)
    late = a_session(date=date(2027, 4, 2), frameworks=(link,), learning_outcomes=("I can.",))
    found = gather(kss, guidance.frameworks, [late])
    page = portfolio_page(found, {key: text for _, key, text in found.texts})
    told = [each.text for each in page.blocks if isinstance(each, Paragraph)]
    assert f"{kss.short} was not in force on the day of: 2 April 2027." in told
    assert "The session names this statement, and has no words on how it shows it." in told
    assert Bullets(items=("2 April 2027: x",)) in page.blocks
    assert page.blocks[-1] == NameLine(label="Date")
    assert PageBreak() in page.blocks


def test_only_the_time_that_was_asked_for_is_looked_at(guidance: Guidance) -> None:
    now = next(each for each in guidance.frameworks if each.id == "pcf-2018")
    days = [a_session(date=date(2026, month, 1)) for month in (3, 5, 7)]
    found = gather(now, (), days, date(2026, 4, 1), date(2026, 6, 30))
    assert [each.date.month for each in found.sessions] == [5]
