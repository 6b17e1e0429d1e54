"""The settings of a learning log: what is known is read, and all else is refused by line."""

from datetime import date
from pathlib import Path

import pytest

from circle_cli.errors import CircleError
from circle_cli.settings import Accessibility, Barrier, Contact, Settings, load_settings

WHOLE = """\
review: single
smallest-group: 10
organisation: Fictonshire Council
contact: {email: practice@example.org, telephone: 01632 960000, post: "Learning team, Example House"}
reply-within: 10 working days
accessibility:
  written: 2026-11-25
  reviewed: 2027-01-04
  tested-by: our web team, with NVDA
  problems:
    - {what: "The chart has no table", criterion: 1.1.1, by: 2027-03-31}
    - {what: "A heading is missing", criterion: 1.3.1, by: null}
  burden: ["Old minutes"]
  out-of-scope: ["Maps"]
"""


def load(folder: Path, text: str) -> Settings:
    (folder / "circle.yml").write_text(text, encoding="utf-8")
    return load_settings(folder)


def test_all_that_it_can_say_is_read(tmp_path: Path) -> None:
    settings = load(tmp_path, WHOLE)
    assert (settings.review, settings.smallest_group, settings.reply_within) == ("single", 10, "10 working days")
    assert settings.organisation == "Fictonshire Council"
    assert settings.contact == Contact(
        email="practice@example.org", telephone="01632 960000", post="Learning team, Example House"
    )
    assert settings.accessibility == Accessibility(
        written=date(2026, 11, 25),
        reviewed=date(2027, 1, 4),
        tested_by="our web team, with NVDA",
        problems=(
            Barrier(what="The chart has no table", criterion="1.1.1", by=date(2027, 3, 31)),
            Barrier(what="A heading is missing", criterion="1.3.1", by=None),
        ),
        burden=("Old minutes",),
        out_of_scope=("Maps",),
    )


def test_none_said_is_not_the_same_as_nothing_wrong(tmp_path: Path) -> None:
    assert load(tmp_path, "").accessibility.problems is None
    assert load(tmp_path, "accessibility:\n  problems:\n").accessibility.problems is None
    assert load(tmp_path, "accessibility: {problems: []}").accessibility.problems == ()


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("organization: X", r":1: organization: unknown key"),
        ("\ncontact: {phone: 1}", r":2: contact\.phone: unknown key"),
        ("\ncontact: {email: not an address}", r":2: contact\.email: .*team@example\.org"),
        ('contact: {email: "a@example.org?bcc=b@example.org"}', r":1: contact\.email"),
        ("contact: {telephone: ask for us}", r":1: contact\.telephone: .*01632 960000"),
        ('contact: {post: "one\\ntwo"}', r":1: contact\.post: expected one line"),
        ('organisation: "A\\u202eB"', r":1: organisation: expected one line"),
        ("accessibility:\n  written: soon", r":2: accessibility\.written: expected a date"),
        ("accessibility: {status: full}", r":1: accessibility\.status: unknown key"),
        ('accessibility:\n  problems:\n    - {what: x, criterion: "contrast"}', r":3: .*criterion: .*1\.4\.3"),
        ("accessibility:\n  problems:\n    - {what: x}", r":3: .*criterion: missing"),
        ("accessibility: {burden: ['']}", r":1: accessibility\.burden"),
    ],
)
def test_what_is_not_known_is_refused_by_line(tmp_path: Path, text: str, wrong: str) -> None:
    with pytest.raises(CircleError, match=r"circle\.yml" + wrong):
        load(tmp_path, text)
