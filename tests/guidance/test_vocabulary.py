"""Words that people use: ours and a log's own, each mistake named with its line."""

import json
from collections import Counter
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from circle_cli.errors import CircleError
from circle_cli.guidance.files import own_pages
from circle_cli.guidance.vocabulary import VOCABULARY, Meaning, load_vocabulary
from circle_cli.site.searching.index import key_of

SCHEMA = Path(__file__).parents[2] / "schema" / "vocabulary.schema.json"


def own(folder: Path, text: str) -> tuple[Meaning, ...]:
    (folder / VOCABULARY).write_text(text, encoding="utf-8")
    return load_vocabulary(folder)


def test_ours_is_as_its_schema_says() -> None:
    text = (own_pages() / VOCABULARY).read_text(encoding="utf-8")
    validator = Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    validator.validate(yaml.safe_load(text))
    assert {each.word for each in load_vocabulary()} >= {"LAC", "dementia"}


def test_a_log_adds_words_and_says_otherwise_what_ours_mean(tmp_path: Path) -> None:
    found = own(tmp_path, "Pod, hub : our  team, the office\nlac: [county lakes]\n")
    assert Meaning(word="Pod", means=("our team", "the office"), alike=("Pod", "hub")) in found
    assert [each.means for each in found if each.word.casefold() == "lac"] == [("county lakes",)]
    assert {each.word for each in found} >= {"hub", "dementia"}
    assert [each.alike for each in found if "CLA" in each.alike and "LAC" in each.alike] == []


def test_ours_says_nothing_twice_of_what_the_search_takes_for_one_word() -> None:
    """Of “BIA” and “bias”, which are one word to it, the one would find what the other means."""
    lines = {(key_of(each.word), each.alike) for each in load_vocabulary()}
    twice = [key for key, count in Counter(key for key, _ in lines).items() if count > 1]
    assert twice == []


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("one: two\nkin:\n", 2, "expected words, found nothing; write a word, a colon"),
        ("kin: 12\n", 1, "expected words, found `12`"),
        ("kin: {a: b}\n", 1, "expected words, found keys and values"),
        ("kin: []\n", 1, "stands for nothing"),
        ("kin: family,, carers\n", 1, "there is no word between two commas"),
        ("kin: family\nKin, kith: carers\n", 2, "`Kin` is there twice; keep one"),
        ("kin: family\nkin: carers\n", 2, "`kin` is given twice"),
        ("kin: family, Kin\n", 1, "`kin` stands for itself"),
        ("kin: one two three four five six seven\n", 1, "`one two three four five six seven` is more than a phrase"),
        ("- kin\n", 1, "expected keys and values"),
        ("kin: a: b\n", 1, "not readable as YAML"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, text: str, line: int, message: str) -> None:
    with pytest.raises(CircleError) as told:
        own(tmp_path, text)
    assert f"vocabulary.yml:{line}: " in str(told.value)
    assert message in str(told.value)
