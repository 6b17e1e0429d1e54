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
