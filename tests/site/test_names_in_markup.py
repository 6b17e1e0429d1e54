"""Somebody whose name is also a word of markup, or of the vocabulary, stops no site by being in a session."""

import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from circle_cli.identifiers.known.english import is_word
from circle_cli.identifiers.lists import Lists
from circle_cli.points.folder import Published
from circle_cli.session.record import CastEntry
from circle_cli.share.release.opened import texts_of
from circle_cli.share.release.sweep import sweep
from circle_cli.share.release.terms import Term, Terms, make_terms, words_in
from circle_cli.site.searching.words import stem

LONGEST = 4
"""Letters: of longer words in markup hardly one is a name."""
WRITTEN = ("index.html", "kit/form.html", "kit/role-cards.html", "kit/role-cards.docx")
BROWSERS = ("accessibility.html", "kit/form.html")
"""They name browsers, of which one is called as somebody may be."""
NAMES = ("Max Example", "Val", "Roman", "Abi", "Vic", "Mac", "Kern", "Lin", "Lang")


def test_nobody_stops_a_site_by_a_name_that_is_a_word_of_its_markup(
    demo_site: Path, lists: Lists, tmp_path: Path
) -> None:
    names = {*NAMES, *(word for name in WRITTEN for word in unseen_words(demo_site / name, lists))}
    terms = make_terms([CastEntry(name=name) for name in names], (), lists)
    found = sweep(demo_site, Published(folder=tmp_path), theme_of(demo_site), terms)
    assert {name: places for name, places in found.items() if places} == {}


def test_no_name_that_the_lists_know_stops_a_site_whose_learning_points_say_it_nowhere(
    demo_site: Path, lists: Lists, tmp_path: Path
) -> None:
    """Not in the index of words, whose sentences stand in quotes, nor in a title, nor by chance in a hash."""
    known = {name.title() for name in (*lists.always, *lists.both, *lists.soft)}
    terms = make_terms([CastEntry(name=name) for name in known], (), lists)
    said = {term for path in demo_site.glob("learning-points/*.html") for term in found_on(path, terms)}
    names = [CastEntry(name=" ".join(term.words).title()) for term in set(chain(*terms.by_word.values())) - said]
    found = sweep(demo_site, Published(folder=tmp_path), theme_of(demo_site), make_terms(names, (), lists), cut=stem)
    assert {name: places for name, places in found.items() if places and name not in BROWSERS} == {}
    assert any(name.name == "Chang" for name in names)  # “change” is cut to that


def test_a_hash_of_the_policy_names_nobody_and_what_only_looks_like_one_does(lists: Lists, tmp_path: Path) -> None:
    terms = make_terms([CastEntry(name="Sid Oyelaran")], (), lists)
    hashed = "'sha256-Lvh2/SiD/DBJXp1O730zWudIclwf9BAgiUUNIgYo+40='"
    (tmp_path / "a.html").write_text(f'<meta content="{hashed}">', encoding="utf-8")
    (tmp_path / "b.html").write_text("<p>'sha256-a/Oyelaran='</p>", encoding="utf-8")
    found = sweep(tmp_path, Published(folder=tmp_path), frozenset(), terms)
    assert not found["a.html"] and found["b.html"]


def test_a_sentence_begins_in_the_index_as_it_does_on_its_page(lists: Lists, tmp_path: Path) -> None:
    terms = make_terms([CastEntry(name="Mark")], (), lists)
    (tmp_path / "d0.js").write_text('put(["x","Mark the place where it went well."])', encoding="utf-8")
    (tmp_path / "d1.js").write_text('put(["x","We asked Mark to choose."])', encoding="utf-8")
    found = sweep(tmp_path, Published(folder=tmp_path), frozenset(), terms)
    assert not found["d0.js"] and found["d1.js"]


def test_a_word_of_the_index_that_is_cut_to_a_name_is_none_and_a_name_there_is(lists: Lists, tmp_path: Path) -> None:
    terms = make_terms([CastEntry(name="Chang")], (), lists)
    (tmp_path / "search").mkdir()
    (tmp_path / "search/directory.js").write_text('put(["case","chang","child"])', encoding="utf-8")
    (tmp_path / "search/d1.js").write_text('put(["x","We asked Chang to choose."])', encoding="utf-8")
    (tmp_path / "a.html").write_text("<p>We asked chang.</p>", encoding="utf-8")
    found = sweep(tmp_path, Published(folder=tmp_path), frozenset(), terms, cut=stem)
    assert {name for name, places in found.items() if places} == {"search/d1.js", "a.html"}


def theme_of(site: Path) -> frozenset[str]:
    of_theme = (*site.glob("assets/**/*"), *site.glob("*.js"), *site.glob("*.css"))
    return frozenset(path.relative_to(site).as_posix() for path in of_theme)


def found_on(path: Path, terms: Terms) -> Iterator[Term]:
    return (term for text in texts_of(str(path)) for term, _ in terms.find(text.whole, seen=text.seen))


def test_where_readers_see_it_such_a_name_is_found(lists: Lists, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<p>It was max fun when Val came, and Max sang.</p>", encoding="utf-8")
    for name in ("Val", "Max"):
        terms = make_terms([CastEntry(name=f"{name} Hassan")], (), lists)
        assert sweep(tmp_path, Published(folder=tmp_path), frozenset(), terms)["a.html"]


def unseen_words(path: Path, lists: Lists) -> set[str]:
    """Give the short words of a file that its readers do not see and no dictionary has; no hashes, no addresses."""
    texts = list(texts_of(str(path)))
    seen = {word for text in texts if text.seen for word in words_in(text.whole)[0]}
    raw = (re.sub(r"sha256-\S+|(?:href|src)=\S+", "", text.whole) for text in texts if not text.seen)
    words = {word for text in raw for word in words_in(text)[0]}
    short = (word for word in words - seen if word.isalpha() and word.isascii() and 2 < len(word) <= LONGEST)
    return {word.title() for word in short if not is_word(word, lists)}
