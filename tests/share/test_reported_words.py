"""What is accepted of a report stops no build: telling and building ask alike."""

from hypothesis import given, settings
from hypothesis import strategies as st
from inventing import examples

from circle_cli.identifiers.lists import Lists
from circle_cli.session.people import typed_entry
from circle_cli.share.release.opened import unescaped
from circle_cli.share.release.terms import make_terms
from circle_cli.share.vetting import unsettled, unsettled_in_report

EVERYBODY = [typed_entry(name) for name in ("Will Ash", "Rose Green", "Hope", "Amira Hassan (Mira)", "Larkspur Road")]
WORDS = st.sampled_from(
    "will Will ash Ash ashes rose Rose green Green rosegreen hope Hope HOPE amira Amira mira road Road by phone "
    "it took longer with told said . , we asked older adults 3 May Christmas".split(" ")
)


def test_words_of_every_day_are_no_names_in_a_report(lists: Lists) -> None:
    everyday = "It will take longer, and people hope for green places and a rose."
    assert unsettled_in_report(everyday, EVERYBODY, lists) == ()
    for said in ("Will told us.", "we asked ash", "It was Amira.", "rose said no", "we met rosegreen"):
        assert unsettled_in_report(said, EVERYBODY, lists) != (), said


@given(st.lists(WORDS, max_size=12).map(" ".join))
@settings(max_examples=examples(300))
def test_no_report_that_is_accepted_stops_a_build(lists: Lists, text: str) -> None:
    if not unsettled_in_report(text, EVERYBODY, lists):
        assert unsettled(text, (), lists) == ()
        terms = make_terms(EVERYBODY, (), lists)
        assert [term.words for term, _ in terms.find(unescaped(text))] == []
