"""The lists: plain files, reviewed like code; a log adds to them, and an approval can name them to the byte."""

import re
from collections.abc import Callable
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from circle_cli.errors import CircleError
from circle_cli.identifiers.check import find_identifiers
from circle_cli.identifiers.lists import LISTS_FOLDER, load_lists
from circle_cli.identifiers.phrases import Phrase, _phrase
from circle_cli.session.people import typed_entry

Found = Callable[..., list[tuple[str, str]]]


def put(log: Path, name: str, text: str) -> Path:
    (log / LISTS_FOLDER).mkdir(exist_ok=True)
    path = log / LISTS_FOLDER / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_log_adds_terms_names_and_writers(tmp_path: Path) -> None:
    put(tmp_path, "allowed.txt", "# ours\nLarkspur Panel  # meets weekly\nLarkspur Form #\n")
    put(tmp_path, "names.txt", "[both]\npanel\n")
    put(tmp_path, "writers.txt", "Quilla Brannock\n")
    lists = load_lists(tmp_path)

    def words(text: str, *cast: str) -> list[str]:
        return [text[each.start : each.end] for each in find_identifiers(text, [typed_entry(c) for c in cast], lists)]

    assert words("The Larkspur Panel met over Larkspur Form 7, citing Brannock (2019).") == []
    assert words("Panel was late.") == ["Panel"]
    assert words("The Larkspur Panel met.", "Larkspur Panel") == ["Larkspur Panel"]  # the cast comes first


def test_no_entry_of_the_tool_is_covered_by_another() -> None:
    """One with a capital letter accounts for the same words in small letters, one of plain words for a possessive."""
    alike: dict[tuple[tuple[str, ...], ...], list[tuple[str, Phrase]]] = {}
    for entry in load_lists().allowed:
        phrase = _phrase(entry)
        alike.setdefault((phrase.keys, phrase.gaps), []).append((entry, phrase))
    several = [pair for same in alike.values() for pair in permutations(same, 2)]
    assert [(entry, by) for (entry, phrase), (by, wider) in several if _covers(wider, phrase)] == []


def _covers(wider: Phrase, phrase: Phrase) -> bool:
    letters = all(written in ("", same) for written, same in zip(wider.exact, phrase.exact, strict=True))
    return letters and wider.capital >= phrase.capital and wider.own <= phrase.own


def test_the_version_changes_with_every_byte_of_every_list(tmp_path: Path) -> None:
    plain = load_lists().version
    assert re.fullmatch(r"\d+-[0-9a-f]{16}", plain)
    assert load_lists(tmp_path).version == load_lists().version == plain
    versions = {plain}
    for name, text in (("allowed.txt", "Kestrel\n"), ("allowed.txt", "Kestrels\n"), ("names.txt", "[soft]\nkestrel\n")):
        put(tmp_path, name, text)
        versions.add(load_lists(tmp_path).version)
    assert len(versions) == 4


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [("names.txt", "kestrel\n", 1), ("names.txt", "# x\n[often]\n", 2), ("allowed.txt", "x\n[both]\n", 2),
    ("allowed.txt", "\n--\n", 2)],
)  # fmt: skip
def test_a_mistake_in_a_logs_list_is_named_with_its_line(tmp_path: Path, name: str, text: str, line: int) -> None:
    path = put(tmp_path, name, text)
    with pytest.raises(CircleError, match=re.escape(f"{path}:{line}: ")):
        load_lists(tmp_path)


def test_a_list_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    put(tmp_path, "allowed.txt", "x").write_bytes(b"caf\xe9\n")
    with pytest.raises(CircleError, match="UTF-8"):
        load_lists(tmp_path)


def test_english_excuses_no_name_that_is_hardly_ever_a_word(lists: Any) -> None:
    assert not lists.is_word("jack")
    assert lists.is_word("grace")


def test_letters_are_quiet_only_as_they_are_written(found: Found) -> None:
    assert found("The DoLS form and EDI training, at a MASH meeting.") == []
    assert found("We met Edi and Sudi there.") == [("name", "Edi"), ("name", "Sudi")]


def test_a_term_does_not_excuse_the_end_of_a_name(found: Found) -> None:
    assert found("Early Help came.") == []
    assert found("We rang Norvale Early Help again.") == [("name", "Norvale Early Help")]


def test_the_list_of_english_carries_its_licence() -> None:
    words = Path(__file__).parents[2] / "circle_cli" / "identifiers" / "words"
    licence = (words / "SCOWL-LICENCE.txt").read_text(encoding="utf-8")
    assert "Permission to use, copy, modify, distribute and sell these word" in licence
    english = (words / "english.txt").read_text(encoding="utf-8").split()
    assert english == sorted(set(english))
    assert len(english) > 60_000
