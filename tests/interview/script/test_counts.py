"""An interview ends when people have said it: how much is asked until it is saved (`bench/run.py --asked`)."""

from counted import asked_for_all


def test_eight_questions_take_eleven_prompts_and_the_quick_way_four() -> None:
    count = asked_for_all()
    assert count["all eight questions"].prompts == 11
    assert count["the quick way"].prompts == 4


def test_few_words_stand_around_the_eight_questions() -> None:
    count = asked_for_all()
    assert count["all eight questions"].words <= 700
    assert count["the quick way"].words <= 350


def test_a_group_of_six_is_asked_for_27_things_until_it_is_saved_and_for_48_with_all_that_can_be_added() -> None:
    count = asked_for_all()
    assert count["a group of six"].prompts <= 27
    assert count["a group of six, with all additions"].prompts <= 48


def test_the_closing_round_of_twelve_takes_at_most_twenty_prompts() -> None:
    assert asked_for_all()["the closing round of twelve"].prompts <= 20


def test_two_who_are_one_to_one_are_asked_for_few_things_more_than_one_alone() -> None:
    assert asked_for_all()["one to one"].prompts <= 18


def test_preparing_a_group_takes_no_more_than_before_it_asked_for_a_place() -> None:
    assert asked_for_all()["preparing a group"].prompts <= 19
