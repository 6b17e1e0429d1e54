"""Which words are one to the search, whatever their ending and their spelling; the same in the browser."""

from pathlib import Path

from circle_cli.site.searching.words import stem, words_in

TABLE = Path(__file__).with_name("alike.txt")


def rows() -> list[list[list[str]]]:
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [[part.split() for part in line.split("/")] for line in lines]


def stems(words: list[str]) -> set[str]:
    return {stem(part) for word in words for parts in words_in(word) for part in parts}


def test_words_that_are_alike_have_one_stem_and_others_another() -> None:
    for parts in rows():
        found = [stems(part) for part in parts]
        assert [len(each) for each in found] == [1] * len(parts), parts
        assert len(set.union(*found)) == len(parts), parts


def test_a_word_with_a_hyphen_is_several_and_apostrophes_part_nothing() -> None:
    said = "Self-harm, Zoë’s co‑production: don't e-mail s.47/(EHCP), we'll"
    whole = [
        ("self", "harm"),
        ("zoe",),
        ("co", "production"),
        ("dont",),
        ("e", "mail"),
        ("s",),
        ("47",),
        ("ehcp",),
        ("we",),
    ]
    assert list(words_in(said)) == whole
