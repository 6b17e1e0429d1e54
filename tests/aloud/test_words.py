"""The id of a learning point in words: the id itself in other letters, plain, and nobody's name."""

import hashlib
from itertools import combinations, product
from pathlib import Path

import pytest

from circle_cli.aloud.words import aloud, typed_id, words
from circle_cli.errors import CircleError
from circle_cli.identifiers.known.english import is_word
from circle_cli.identifiers.lists import load_lists
from circle_cli.ids import ALPHABET

OURS = load_lists(Path())


def test_each_two_signs_are_a_word_of_their_own_so_no_two_ids_sound_alike() -> None:
    pairs = ["".join(each) for each in product(ALPHABET, repeat=2)]
    assert len(words()) == len(set(words())) == len(pairs) == 961
    assert [typed_id(aloud(pair + "ab")) for pair in pairs] == [f"{pair}ab" for pair in pairs]


def test_what_was_handed_out_once_means_the_same_for_good() -> None:
    assert aloud("k3f9abcd") == "frequency-cricket-album-bookshelf"
    assert hashlib.sha256(" ".join(words()).encode()).hexdigest()[:16] == "19f609e873eb633c"


@pytest.mark.parametrize(
    "said",
    ["{}", " {} ", "{upper}", "{spaced}", "{commas}", "{dashed}", "{lines}"],
)
def test_they_are_typed_as_people_type_and_write_what_they_hear(said: str) -> None:
    each = aloud("k3f9abcd")
    typed = said.format(
        each,
        upper=each.title(),
        spaced=each.replace("-", "  "),
        commas=each.replace("-", ", "),
        dashed=each.replace("-", " – "),
        lines=each.replace("-", "\n"),
    )
    assert typed_id(typed) == "k3f9abcd"


def test_the_first_words_are_the_beginning_of_an_id_and_an_id_stays_as_it_is() -> None:
    assert typed_id("frequency cricket") == "k3f9"
    assert [typed_id(each) for each in ("k3f9abcd", "K3F9", "desk", "")] == ["k3f9abcd", "K3F9", "desk", ""]


def test_a_slip_is_seen_and_the_nearest_word_is_offered() -> None:
    with pytest.raises(CircleError, match=r"frequensy: none of the words .*is it frequency"):
        typed_id("frequensy-cricket-album")


def test_they_are_plain_words_and_nobodys_name() -> None:
    names = {*OURS.always, *OURS.both, *OURS.soft, *OURS.places, *OURS.writers}
    assert not names.intersection(words())
    assert [word for word in words() if not (is_word(word, OURS) and word.isascii() and 4 <= len(word) <= 10)] == []


def test_no_two_are_one_letter_apart() -> None:
    without: dict[str, set[str]] = {}
    for word in words():
        for at in range(len(word)):
            without.setdefault(f"{word[:at]}*{word[at + 1 :]}", set()).add(word)
    assert [same for same in without.values() if len(same) > 1] == []
    shorter = {word[:at] + word[at + 1 :] for word in words() for at in range(len(word))}
    assert shorter.isdisjoint(words())
    assert not [pair for pair in combinations(words(), 2) if pair[0] + "s" == pair[1]]
