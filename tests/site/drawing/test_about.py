"""Privacy and the accessibility statement: what they say comes from circle.yml and from the checks, and no more."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from making import POINT, session_text
from markupsafe import Markup

from circle_cli.points.record import Approval
from circle_cli.settings import Accessibility, Barrier, Contact, Settings
from circle_cli.site.checked import CHECKED
from circle_cli.site.drawing.pages.about import privacy_marks, unsaid
from circle_cli.site.drawing.pages.statement import statement_marks
from circle_cli.vocabulary import ReviewKind

Build = Callable[[dict[str, str]], Path]
Read = Callable[[Path], Any]

SECTIONS = (
    "What this statement covers",
    "How accessible this website is",
    "Feedback and contact information",
    "Reporting accessibility problems with this website",
    "Enforcement procedure",
    "Contacting us by phone or visiting us in person",
    "Technical information about this website’s accessibility",
    "Compliance status",
    "Non-accessible content",
    "What is being done to improve accessibility",
    "Preparation of this accessibility statement",
)
WELL = Settings(
    organisation="Fictonshire Council",
    accessibility=Accessibility(written=date(2026, 11, 25), tested_by="our web team", problems=()),
)
GAP = "has not stated"


def words(marks: dict[str, Markup] | Any) -> dict[str, str]:
    return {name: mark.striptags() for name, mark in marks.items()}


def status(settings: Settings) -> str:
    return words(statement_marks(settings, CHECKED))["compliance"]


def accessible(**different: Any) -> Settings:
    return replace(WELL, accessibility=replace(WELL.accessibility, **different))


def test_the_statement_has_its_eleven_sections_in_their_order(site: Path) -> None:
    html = (site / "accessibility.html").read_text(encoding="utf-8")
    assert tuple(re.findall(r'<h2 id="[^"]+">([^<]+)</h2>', html)) == SECTIONS
    for part in ("Non-compliance", "Disproportionate burden", "Content that is not within the scope"):
        assert re.search(rf'<h3 id="[^"]+">{part}', html)
    for body in ("EHRC", "EASS", "ECNI"):
        assert f"({body})" in html


def test_where_circle_yml_is_silent_the_pages_say_so_in_words_for_a_stranger(site: Path, read: Read) -> None:
    statement, privacy = (read(site / f"{page}.html").text for page in ("accessibility", "privacy"))
    for what in ("who runs this website", "how soon they answer", "when this statement was prepared"):
        assert f"The publisher of this site {GAP} {what}." in statement
    assert f"{GAP} who publishes this site." in privacy and f"{GAP} how to reach them." in privacy
    assert not any("circle.yml" in mark for mark in statement_marks(Settings(), CHECKED).values())
    assert "Not yet stated by the organisation." in statement and "compliant with" in statement
    assert not re.search(r"is (fully|partially) compliant", statement)


def test_the_publisher_is_told_which_keys_would_say_it() -> None:
    assert unsaid(WELL) == (
        *("address", "contact: email", "contact: telephone", "contact: post", "reply-within"),
        "accessibility: reviewed",
    )
    assert {"organisation", "accessibility: problems", "accessibility: tested-by"} <= set(unsaid(Settings()))


@pytest.mark.parametrize(
    "settings",
    [
        replace(WELL, organisation=""),
        accessible(written=None),
        accessible(tested_by=""),
        accessible(problems=None),
        Settings(),
    ],
)
def test_a_site_is_never_fully_compliant_because_somebody_said_nothing(settings: Settings) -> None:
    assert status(settings).startswith("Not yet stated by the organisation.")


def test_it_is_what_its_organisation_says_it_is() -> None:
    barrier = Barrier(what="The chart has no table", criterion="1.1.1", by=date(2027, 3, 31))
    assert status(WELL).startswith("This website is fully compliant with")
    assert status(accessible(problems=(barrier,))).startswith("This website is partially compliant with")
    assert status(accessible(burden=("Old minutes",))).startswith("This website is partially compliant with")
    said = words(statement_marks(accessible(problems=(barrier,), out_of_scope=("Maps",)), CHECKED))
    assert "criterion 1.1.1. It is to be mended by Wednesday 31 March 2027." in said["problems"]
    assert "The chart has no table" in said["known"] and said["outside"] == "Maps"
    assert "prepared on Wednesday 25 November 2026" in said["prepared"]


def test_all_of_circle_yml_is_shown_as_words_and_no_gap_is_left() -> None:
    settings = replace(
        accessible(reviewed=date(2026, 11, 26), tested_by="<b>us</b>"),
        organisation="Fictonshire & <script>",
        contact=Contact(email="practice@example.org", telephone="01632 960000", post="Example House"),
        reply_within="10 working days",
    )
    marks = {**statement_marks(settings, CHECKED), **privacy_marks(settings)}
    assert [name for name, mark in marks.items() if GAP in mark or "<script" in mark or "<b>" in mark] == []
    assert 'href="mailto:practice@example.org"' in marks["contact"]
    assert "published by Fictonshire &amp; &lt;script&gt;." in marks["publisher"]


def test_privacy_tells_who_reads_first_and_how_small_a_group_is_shown() -> None:
    alone = words(privacy_marks(Settings(review=ReviewKind.SINGLE, smallest_group=12)))
    assert "no second person has read" in alone["reader"] and "fewer than 12" in alone["group"]
    second = words(privacy_marks(Settings(), [POINT]))["reader"]
    assert "by a second person, never by the author" in second and "worked alone" not in second


def test_privacy_does_not_say_that_somebody_read_what_its_author_read_alone() -> None:
    """From a time when `circle.yml` said `review: single`."""
    alone = replace(POINT, approval=Approval(sha256="a" * 64, tool="1", lists="1-a", review=ReviewKind.SINGLE))
    assert "Of some learning points that is not so" in words(privacy_marks(Settings(), [POINT, alone]))["reader"]


def test_the_statement_tells_every_check_and_what_was_not_checked(site: Path, read: Read) -> None:
    text = read(site / "accessibility.html").text
    told = (*CHECKED.kinds, *CHECKED.unchecked, f"axe-core {CHECKED.version}", "no complete test")
    assert [words for words in told if words not in text] == []
    assert "320, 768 and 1280 pixels wide, in light and dark colours" in text


def test_every_page_leads_to_both(site_with_points: Path, read: Read) -> None:
    prints = set(site_with_points.glob("kit/*.html"))
    missing = site_with_points / "404.html"  # from which no way is known while the site's address is not
    for path in set(site_with_points.rglob("*.html")) - prints - {missing}:
        links = {link.rpartition("/")[2] for link in read(path).links}
        assert {"privacy.html", "accessibility.html"} <= links, path


def test_the_publishers_name_in_a_cast_does_not_stop_the_site(build: Build) -> None:
    cast = 'cast:\n  - {name: "Fictonshire Council", say: "the council"}\n'
    session = session_text(title="A", front=cast, what_worked="It was calm.")
    site = build({"circle.yml": "organisation: Fictonshire Council\n", "sessions/2026/2026-11-23-k3f9-a.md": session})
    assert "Fictonshire Council" in (site / "privacy.html").read_text(encoding="utf-8")
