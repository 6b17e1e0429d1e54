"""The corpus: what must be found is found, whoever's name it is, and clean prose is left in peace."""

import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from marked import CORPUS, Marked, read_marked

Find = Callable[..., Any]
DIRTY, CLEAN = list(read_marked(CORPUS / "dirty.txt")), list(read_marked(CORPUS / "clean.txt"))
KNOWN_TO_SLIP = {"wells-next-the-sea", "met", "the first Monday of the month", "welder at the shipyard"}
"""Names in small letters made of ordinary words, and facts that only the story makes rare: a second reader's work."""


def untouched(marked: Marked, found: Any) -> list[tuple[str, str]]:
    return [
        (kind, marked.text[start:end])
        for kind, start, end in marked.spans
        if not any(each.start < end and each.end > start for each in found)
    ]


@pytest.mark.parametrize("with_cast", [True, False], ids=["with the cast", "without"])
@pytest.mark.parametrize("marked", DIRTY, ids=lambda marked: marked.text[:20])
def test_every_identifier_of_the_corpus_is_touched(lists: Any, marked: Marked, with_cast: bool) -> None:
    from circle_cli.identifiers.check import find_identifiers

    missed = untouched(marked, find_identifiers(marked.text, marked.cast if with_cast else (), lists))
    assert [words for _, words in missed if words not in KNOWN_TO_SLIP] == []


@pytest.mark.parametrize("cast", [(), DIRTY[0].cast], ids=["without a cast", "with one"])
def test_of_several_texts_each_is_read_by_itself(lists: Any, cast: Any) -> None:
    from circle_cli.identifiers.check import find_identifiers, find_in_each

    texts = ["", *(marked.text for marked in DIRTY[:20]), DIRTY[0].text]

    assert find_in_each(texts, cast, lists) == [find_identifiers(text, cast, lists) for text in texts]
    assert find_in_each([], cast, lists) == []


def test_names_of_every_origin_are_found_alike(find: Find) -> None:
    total: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for marked in DIRTY:
        total.update(kind for kind, _, _ in marked.spans)
        missed.update(kind for kind, _ in untouched(marked, find(marked.text)))
    assert min(total["person-en"], total["person-other"]) > 30
    assert missed["person-en"] / total["person-en"] == missed["person-other"] / total["person-other"] == 0


FRAMES = (
    "{name} told me that she wanted to stay.",
    "I met {name} at home before school.",
    "i saw {lower} and her mum at school today",
    "{name} was quiet at first. We waited.",
    "{lower} said he felt safe",
    "{name}'s mother rang the school.",
    "the worker asked {lower} about it",
    "we spoke to {lower} on the phone",
)
ENGLISH = (
    "Grace Will Mark Hope Joy Summer Rose Dean Jack Faith Ivy Amber Frank Holly Dawn Harry Ruby Tom Poppy Bill".split()
)
OTHER = (
    "Oluwaseun Temitope Ngozi Blessing Precious Kofi Ama Wanjiru Abdi Hodan Zofia Agnieszka Vasile Niamh Siobhán Rhys "
    "Eilidh Amrita Ravi Kiran Parveen Yusuf Aisha Mei Xiu Linh Phuong Delroy Tadhg Emre Said Tope Comfort An Sunday"
).split()


@pytest.mark.parametrize("frame", FRAMES)
def test_a_name_is_found_in_every_place_where_names_stand(find: Find, frame: str) -> None:
    """Words of grammar that are names too, such as "Said" and "An", are looked for with a capital letter only."""
    missed = []
    for name in (*ENGLISH, *OTHER):
        text = frame.format(name=name, lower=name.lower())
        word = name if "{name}" in frame else name.lower()
        start = text.index(word)
        hit = any(each.start < start + len(word) and each.end > start for each in find(text))
        if not hit and not ("{lower}" in frame and name in ("Said", "An", "Sunday")):
            missed.append(name)
    assert missed == []


def test_clean_prose_has_few_false_alarms(find: Find) -> None:
    alarms = sum(len(find(marked.text)) for marked in CLEAN)
    words = sum(len(marked.text.split()) for marked in CLEAN)
    assert 100 * alarms / words <= 1
    assert sum(not find(marked.text) for marked in CLEAN) >= 0.6 * len(CLEAN)


def test_our_own_guidance_has_few_false_alarms(find: Find) -> None:
    pages = [path.read_text(encoding="utf-8") for path in (Path(__file__).parents[2] / "guidance").glob("*/*.md")]
    bodies = [page.split("\n---\n", 1)[-1] for page in pages]
    alarms = sum(
        each.kind != "hidden" for body in bodies for each in find(body)
    )  # links and attributes are meant there
    assert 100 * alarms / sum(len(body.split()) for body in bodies) <= 1
