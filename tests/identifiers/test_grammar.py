"""The words of the rules: each can be met in a text, each is asked for, and no log changes one."""

import hashlib
import re
from collections import Counter
from pathlib import Path

import pytest

from circle_cli.identifiers.grammar import either, instead, phrases, words
from circle_cli.identifiers.lists import LISTS_FOLDER, RULES, load_lists
from circle_cli.identifiers.seen.tokens import tokenise

PACKAGE = Path(__file__).parents[2] / "circle_cli"
WORDS = PACKAGE / "identifiers" / "words"
GRAMMAR = WORDS / "grammar"
SECTIONS = {
    (path.stem, part.split("]")[0]): part.split("]\n")[1]
    for path in sorted(GRAMMAR.glob("*.txt"))
    for part in path.read_text(encoding="utf-8").split("\n[")[1:]
}
ASKED = {
    (file, section): how
    for path in PACKAGE.rglob("*.py")
    for how, _, file, section in re.findall(
        r"\b(words|phrases|instead)\((['\"])(\w+)\2, \2([^'\"]+)\2\)", path.read_text(encoding="utf-8")
    )
}
IN_RULES_78 = "b08b07e4195cb5e3"
"""Of all words of the grammar and all nicknames, as these RULES have them."""


def entries(file: str, section: str) -> list[str]:
    text = re.sub(r"(?m)^#.*\n?", "", SECTIONS[file, section])
    if ASKED[file, section] == "phrases":
        return [" ".join(each.split()) for each in text.split(",")]
    return re.sub(r" = .*", "", text).split()


def test_every_section_is_asked_for_and_says_what_it_is_for() -> None:
    assert ASKED.keys() == SECTIONS.keys()
    assert [section for section, text in SECTIONS.items() if not text.startswith("# ")] == []


@pytest.mark.parametrize("section", SECTIONS, ids=" ".join)
def test_no_word_stands_twice(section: tuple[str, str]) -> None:
    assert [word for word, times in Counter(entries(*section)).items() if times > 1] == []


@pytest.mark.parametrize("section", [each for each, how in ASKED.items() if how == "phrases"], ids=" ".join)
def test_no_phrase_is_also_one_of_a_piece_that_stands_for_several(section: tuple[str, str]) -> None:
    pieces = entries(*section)
    several = re.compile("|".join(each for each in pieces if re.search(r"[?\\[(|]", each)) or r"(?!)")
    assert [each for each in pieces if re.fullmatch(r"[\w' -]+", each) and several.fullmatch(each)] == []


@pytest.mark.parametrize("section", [each for each, how in ASKED.items() if how != "phrases"], ids=" ".join)
def test_every_single_word_can_be_met_in_a_text(section: tuple[str, str]) -> None:
    """A rule compares the words that a text is cut into: without a full stop, without a possessive."""
    assert [word for word in entries(*section) if [token.key for token in tokenise(word)] != [word]] == []


def test_the_words_are_those_that_the_version_of_the_rules_stands_for() -> None:
    """An approval names RULES and not these words: whoever changes findings by a word raises RULES as well."""
    in_order = {each: entries(*each) if ASKED[each] == "phrases" else sorted(entries(*each)) for each in SECTIONS}
    told = "\n".join(f"{section}: {', '.join(in_order[section])}" for section in sorted(in_order))
    names = (WORDS / "nicknames.txt").read_text(encoding="utf-8").split("\n")
    told += "".join(sorted(f"\n{line}" for line in names if line and not line.startswith("#")))
    digest = hashlib.sha256(told.encode()).hexdigest()[:16]
    assert (RULES, digest) == (78, IN_RULES_78), "raise RULES if a text may give other findings; note this digest"


def test_a_log_adds_nothing_to_them(tmp_path: Path) -> None:
    for folder in (tmp_path / LISTS_FOLDER, tmp_path / LISTS_FOLDER / "grammar"):
        folder.mkdir()
        (folder / "people.txt").write_text("[titles]\nkestrel\n", encoding="utf-8")
    assert load_lists(tmp_path).version == load_lists().version
    assert "kestrel" not in words("people", "titles")


def test_what_is_asked_for_comes_as_it_stands_in_the_file() -> None:
    assert "auntie" in words("people", "titles")
    assert phrases("dates", "months")[:2] == ("january", "february")
    assert instead("places", "services")["infants"] == "a primary school"
    assert either("a", ("b", "c d")) == "(?:a|b|c d)"
    with pytest.raises(KeyError):
        words("people", "titels")
