"""A table of rules is read from top to bottom."""

from circle_cli.identifiers.rules import Rule, decided, otherwise

RULES = (
    Rule("nothing", lambda number: number == 0, "none"),
    Rule("small", lambda number: number < 10, "some"),
    Rule("below nothing", lambda number: number < 0, "owed"),
)


def test_the_first_rule_that_holds_decides() -> None:
    assert [decided(RULES, number) for number in (0, 1, -1)] == ["none", "some", "some"]


def test_where_no_rule_holds_nothing_is_decided() -> None:
    assert decided(RULES, 10) is None
    assert decided((*RULES, Rule("any other", otherwise, "many")), 10) == "many"
