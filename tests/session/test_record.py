"""What follows from a record."""

from circle_cli.session.record import Views

ASKED = ("the person", "managers", "the law")


def test_a_view_that_was_neither_heard_nor_imagined_was_missing() -> None:
    assert Views(heard=("The person",), imagined=("the law",)).missing(ASKED) == ("managers",)
    assert Views(heard=("her sister",)).missing(ASKED) == ASKED
    assert Views(heard=ASKED).missing(ASKED) == ()
