"""A framework and its statement stand on a sheet by their names, and are known by whatever people call them."""

import pytest
from sheets import GUIDANCE

from circle_cli.paper.statements import meant, named
from circle_cli.session.record import FrameworkLink


def test_every_statement_has_a_name_that_reads_back_to_its_ids() -> None:
    for framework, statement in GUIDANCE.known_statements:
        words = named(GUIDANCE, FrameworkLink(framework=framework, statement=statement))
        assert words[0] != framework and words[1] != statement
        assert meant(GUIDANCE, *words) == (framework, statement)


@pytest.mark.parametrize(
    ("framework", "statement"),
    [
        ("pcf-2018", "6"),
        (" PCF 2018 ", "6."),
        ("Professional capabilities framework, 2018", "critical reflection & analysis"),
        ("Professional Capabilities Framework", "6: Critical reflection and analysis"),
    ],
)
def test_what_people_write_is_understood(framework: str, statement: str) -> None:
    assert meant(GUIDANCE, framework, statement) == ("pcf-2018", "6")


def test_what_nobody_calls_it_is_not_guessed() -> None:
    assert meant(GUIDANCE, "KSS", "5") is None
    assert meant(GUIDANCE, "PCF 2018", "99") is None
    assert meant(GUIDANCE, "", "") is None


def test_a_framework_that_this_log_does_not_have_keeps_its_ids() -> None:
    assert named(GUIDANCE, FrameworkLink(framework="other-1", statement="2")) == ("other-1", "2")
