"""Somebody whose name is also a word of markup, or of the vocabulary, stops no site by being in a session."""

import re
from pathlib import Path

from circle_cli.identifiers.known.english import is_word
from circle_cli.identifiers.lists import Lists
from circle_cli.points.folder import Published
from circle_cli.session.record import CastEntry
from circle_cli.share.release.opened import texts_of
from circle_cli.share.release.sweep import sweep
from circle_cli.share.release.terms import make_terms, words_in

LONGEST = 4
"""Letters: of longer words in markup hardly one is a name."""
WRITTEN = ("index.html", "kit/form.html", "kit/role-cards.html", "kit/role-cards.docx")
NAMES = ("Max Example", "Val", "Roman", "Abi", "Vic", "Mac", "Kern", "Lin", "Lang")


def test_nobody_stops_a_site_by_a_name_that_is_a_word_of_its_markup(
    demo_site: Path, lists: Lists, tmp_path: Path
) -> None:
    names = {*NAMES, *(word for name in WRITTEN for word in unseen_words(demo_site / name, lists))}
    terms = make_terms([CastEntry(name=name) for name in names], (), lists)
    of_theme = (*demo_site.glob("assets/**/*"), *demo_site.glob("*.js"), *demo_site.glob("*.css"))
    own = frozenset(path.relative_to(demo_site).as_posix() for path in of_theme)
    found = sweep(demo_site, Published(folder=tmp_path), own, terms)
    assert {name: places for name, places in found.items() if places} == {}


def test_where_readers_see_it_such_a_name_is_found(lists: Lists, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<p>It was max fun when Val came, and Max sang.</p>", encoding="utf-8")
    for name in ("Val", "Max"):
        terms = make_terms([CastEntry(name=f"{name} Hassan")], (), lists)
        assert sweep(tmp_path, Published(folder=tmp_path), frozenset(), terms)["a.html"]


def unseen_words(path: Path, lists: Lists) -> set[str]:
    """Give the short words of a file that its readers do not see and no dictionary has; no hashes, no addresses."""
    texts = list(texts_of(path))
    seen = {word for text in texts if text.seen for word in words_in(text.whole)[0]}
    raw = (re.sub(r"sha256-\S+|(?:href|src)=\S+", "", text.whole) for text in texts if not text.seen)
    words = {word for text in raw for word in words_in(text)[0]}
    short = (word for word in words - seen if word.isalpha() and word.isascii() and 2 < len(word) <= LONGEST)
    return {word.title() for word in short if not is_word(word, lists)}
