"""What is found by which words, what the files of the index hold, and what they must not."""

import json
import re
from collections.abc import Mapping
from html import unescape
from pathlib import Path

from circle_cli.guidance.vocabulary import Meaning, load_vocabulary
from circle_cli.site.searching.counting import HEAVIEST, by_weight, packed, together
from circle_cli.site.searching.documents import Document, documents_of_page
from circle_cli.site.searching.index import MOST, index_of
from circle_cli.site.searching.shards import Ways, files_of
from circle_cli.site.searching.words import stem, words_in

WAYS = Ways(themes=[("Memory", "themes/memory.html")], every="all.html", all_themes="themes.html")
SIGNS = re.compile(r"[^\w\s]")


def document(*texts: str) -> Document:
    return Document(title=texts[0], address="a.html", about="", fields=tuple((1.0, text) for text in texts))


def weights(*texts: str, **vocabulary: tuple[str, ...]) -> Mapping[str, Mapping[int, int]]:
    meanings = [Meaning(word=word.replace("_", " "), means=means) for word, means in vocabulary.items()]
    return {key: entry.weights for key, entry in index_of([document(text) for text in texts], meanings).items()}


def test_a_word_finds_what_it_stands_for_and_is_found_by_it() -> None:
    found = weights("When memory fails", "Living with dementia", "Walking", dementia=("memory",))
    assert set(found["dementia"]) == {0, 1} and set(found["memory"]) == {0, 1}
    assert found["dementia"][1] > found["dementia"][0] > found["memory"][1]


def test_a_phrase_stands_for_a_phrase_and_counts_more_where_its_words_stand_side_by_side() -> None:
    texts = ("Leaving hospital", "In hospital before leaving", "Leaving a school")
    found = weights(*texts, going_home=("leaving hospital",), discharge=("leaving hospital",))
    assert set(found["discharg"]) == {0, 1} and found["discharg"][0] > found["discharg"][1]
    assert found["go home"] == found["discharg"]


def test_words_of_one_line_find_one_another_less_than_what_they_stand_for() -> None:
    alike = ("groceries", "corner market", "trolley")
    meanings = [Meaning(word=word, means=("shopping",), alike=alike) for word in alike]
    texts = ("A trolley", "Her shopping", "Groceries", "A corner and, elsewhere, a market")
    found = index_of([document(text) for text in texts], meanings)
    trolley = found[stem("trolley")]
    assert trolley.weights[0] > trolley.weights[1] > trolley.weights[2] > 0
    assert 3 not in trolley.weights
    assert (trolley.means, trolley.alike) == (("shopping",), ("groceries",))


def test_a_phrase_means_more_than_the_one_word_in_it_that_carries_any() -> None:
    texts = ("A loss", "Memory")
    found = weights(*texts, gets_lost=("memory",), they_them=("memory",))
    assert 1 not in found.get("lose", {}) and 1 in found["lose get lose"]
    assert set(found["they them"]) == {1}
    documents = [document(text) for text in texts]
    made = files_of(
        [each.shown for each in documents], 2, index_of(documents, [Meaning(word="they/them", means=("memory",))]), WAYS
    )
    assert b'"bare":["they them"]' in made["search/directory.js"]


def test_what_stands_for_nothing_that_is_there_is_left_out() -> None:
    assert "dementia" not in weights("Walking", dementia=("memory",))


def test_a_title_counts_more_than_a_word_in_passing() -> None:
    titled = Document(title="", address="", about="", fields=((5.0, "Silence"), (1.0, "One two three")))
    passing = Document(title="", address="", about="", fields=((5.0, "Cake"), (1.0, "One two silence three")))
    found = index_of([passing, titled], [])["silens"].weights
    assert found[1] > found[0]


def test_cells_of_a_table_and_items_are_words_apart_and_each_part_is_found_at_its_place() -> None:
    html = (
        '<h1 id="top">Roles</h1><table><tr><td>Presenter</td><td>brings</td></tr></table>'
        '<h2 id="who">Who</h2><ul><li>One</li><li>Tw<em>o</em></li></ul>'
        '<p data-search-exclude="true">Not <b>this</b></p>'
        "<h2 id=x>Three <small>(ours)</small></h2><p>Line<br>break &amp; more. And more.</p>"
    )
    first, second, third = documents_of_page(html, "Roles", "roles.html")
    assert [first.address, second.address, third.address] == ["roles.html", "roles.html#who", "roles.html#x"]
    assert first.fields[-1][1] == "Presenter brings" and second.fields[-1][1] == "One Two"
    assert (third.title, third.page, third.about) == ("Three", "Roles", "Line break & more. And more.")
    [asked] = documents_of_page("<h1>What worked?</h1><p>Begin with a story.", "1. What worked?", "worked.html")
    assert (asked.title, asked.page) == ("What worked?", "")


def files(*texts: str) -> dict[str, str]:
    documents = [document(text) for text in texts]
    made = files_of([each.shown for each in documents], len(documents), index_of(documents, []), WAYS)
    return {name: content.decode("utf-8") for name, content in made.items()}


def test_numbers_are_written_in_signs_so_that_what_is_a_word_is_one() -> None:
    every = [(number, 9 - number % 9) for number in (*range(300), 10_000, 123_456)]
    counted = by_weight({number: weight / HEAVIEST for number, weight in every}, 1.0)
    text = packed(together([counted]), len(every))
    assert not re.search(r"[\w\\\"`<>&%$]", text.replace("_", ""))
    lines = files("Walk beside", 'A "quoted" `${thing}` </script>\u2028', "naïve 😀")["search/d0.js"]
    assert lines.isprintable() is False and "</script>" in lines and "\\u2028" not in lines
    assert json.loads(lines.partition(",")[2].partition(",")[2].rstrip().removesuffix(")"))[1][0].startswith(
        'A "quoted"'
    )


def test_no_file_is_large_and_a_word_that_everything_has_is_kept_for_those_that_have_it_most() -> None:
    made = files(*(f"Everywhere word{number % 700} {'Everywhere ' * (number % 3)}" for number in range(MOST + 300)))
    assert max(len(text) for name, text in made.items() if name != "search/directory.js") < 9_000
    lines = [line for name, text in made.items() if name.startswith("search/w") for line in text.splitlines()]
    assert {json.loads(line.rstrip(","))[1][0] for line in lines if '["everywhere"' in line.lower()} == {"("}


def test_a_withdrawn_point_leaves_nothing_and_no_word_is_in_the_index_that_no_page_has(site_with_points: Path) -> None:
    def words(text: str) -> set[str]:
        return {word for parts in words_in(text) for word in (*parts, "".join(parts))}

    pages = "".join(path.read_text(encoding="utf-8") for path in site_with_points.rglob("*.html"))
    known = {phrase for each in load_vocabulary() for phrase in (each.word, *each.means)}
    together = {"".join(word for parts in words_in(phrase) for word in parts) for phrase in known}  # written as one
    allowed = words(unescape(re.sub("<[^>]*>", " ", pages))) | words(" ".join(known)) | words(" ".join(together))
    index = {path.stem: path.read_text(encoding="utf-8") for path in (site_with_points / "search").iterdir()}
    held = set().union(*(words(text) for name, text in index.items() if name[0] in "ws"))
    assert held - allowed == {"circlewords", *(name for name in index if name[0] in "ws")} - allowed
    assert not any("zzzzzzzz" in text for text in index.values())


def test_what_too_few_share_is_told_by_no_file(site_with_points: Path) -> None:
    """Fewer than five share a theme there, so that no page tells one: nor does the index."""
    index = {path.stem: path.read_text(encoding="utf-8") for path in (site_with_points / "search").iterdir()}
    assert '"themes":[]' in index["directory"]
    held = " ".join(text for name, text in index.items() if name != "directory")
    assert '"Building relationships"' not in held
