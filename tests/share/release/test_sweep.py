"""The sweep: whatever a file of the site is, and however a name is written in it, one hit is found. No false alarms."""

import gzip
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest

from circle_cli.errors import CircleError
from circle_cli.identifiers.lists import Lists
from circle_cli.points.folder import Published, read_published
from circle_cli.session.record import CastEntry
from circle_cli.share.release.listed import lines_with_names
from circle_cli.share.release.sweep import sweep
from circle_cli.share.release.terms import MANY, make_terms

Hits = Callable[..., bool]


@pytest.fixture
def hits(lists: Lists, tmp_path: Path) -> Hits:
    """Tells whether the sweep finds something of the casts in a file: `hits("a.html", "text", "Amira Hassan")`."""

    def run(name: str, content: str | bytes, *cast: str, ids: tuple[str, ...] = ()) -> bool:
        site = tmp_path / "site"
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        terms = make_terms([CastEntry(name=each) for each in cast], ids, lists)
        found = sweep(site, Published(folder=tmp_path), frozenset(), terms)
        assert found.keys() == {name}
        path.unlink()
        return bool(found[name])

    return run


def docx(text: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("word/document.xml", f"<w:t>{text}</w:t>")
    return made.getvalue()


@pytest.mark.parametrize(
    "text",
    [
        "Amélie Oyelaran",
        "AMELIE OYELARAN",
        "amelie",
        "Oyelaran's",
        "Am&eacute;lie",
        "&#65;melie",
        "&amp;#65;melie",
        "Am<em>él</em>ie",
        "Ame\u0301lie",
        "Ame\u200blie",
        "Am\u00adelie",
        "<!-- Amélie -->",
        '<i data-x="Amélie"></i>',
        '<meta name="author" content="Oyelaran">',
        "A m e l i e O y e l a r a n",
        "amelieoyelaran",
        "x-amelie_oyelaran-y",
        "Amelie\nOyelaran",
    ],
)
def test_a_name_is_found_however_it_is_written(hits: Hits, text: str) -> None:
    assert hits("learning-points/k3f9abcd.html", f"<p>We saw {text} there.</p>", "Amélie Oyelaran")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Bjo\u0308rn", "Björn"),
        ("Xan\u00adthi\u200bppe", "Xanthippe"),
        ("X&auml;nthi", "Xänthi"),
        ("\u0645\u064f\u062d\u064e\u0645\u0651\u064e\u062f", "\u0645\u062d\u0645\u062f"),
        ("\u05e4\u05bc\u05b4\u05d9\u05e0\u05d7\u05b8\u05e1", "\u05e4\u05d9\u05e0\u05d7\u05e1"),
        ("Ọla\u0301yínká", "Olayinka"),
    ],
)
def test_a_name_is_read_as_a_page_is(hits: Hits, name: str, said: str) -> None:
    for one, other in ((name, said), (said, name)):
        assert hits("a.html", f"<p>We saw {other} there.</p>", one), (one, other)


@pytest.mark.parametrize("said", ["O'Hare", "O’HARE", "o'hare", "O`Hare", "O Hare", "OHare", "Ms O’Hare’s"])
def test_a_name_with_an_apostrophe_is_no_two_words_of_everybodys(hits: Hits, said: str) -> None:
    assert hits("a.html", f"<p>We saw {said} there.</p>", "Sean O'Hare")
    assert not hits("a.html", "<p>The hare and the tortoise, o dear.</p>", "Sean O'Hare")


@pytest.mark.parametrize("text", ["νικος", "ΝΙΚΟΣ", "Νίκος", "ΝΙΚΟΣ’Α", "α-ΝΙΚΟΣ-α"])
def test_a_letter_that_is_small_in_two_ways_hides_no_name(hits: Hits, text: str) -> None:
    assert hits("a.html", f"<p>We saw {text} there.</p>", "Νίκος")


@pytest.mark.parametrize("others", [0, MANY])
def test_a_name_is_found_alone_and_among_many(hits: Hits, others: int) -> None:
    cast = ("Amélie Oyelaran", *(f"Zor{chr(97 + number // 26)}{chr(97 + number % 26)}dax" for number in range(others)))
    for text, there in (("Amélie", True), ("ameliex", False), ("A–m–é–l–i–e–o–y–e–l–a–r–a–n", True), ("oye", False)):
        assert hits("a.html", f"<p>We saw {text} there.</p>", *cast) is there, text


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("search/search_index.json", json.dumps({"docs": [{"text": "Amélie"}]}).encode()),
        ("search/search_index.json", b'{"text": "x\\nAm\\u00e9lie"}'),
        ("sitemap.xml", b"<loc>amelie.html</loc>"),
        ("sitemap.xml.gz", gzip.compress("<loc>Amélie</loc>".encode(), mtime=0)),
        ("sheet.docx", docx("Amélie")),
        ("a.svg", "<svg><title>Amélie</title></svg>".encode()),
        ("a.js", b"var x='Am\\xe9lie'"),
        ("a.css", "p:after{content:'Amélie'}".encode()),
        ("photo.jpg", b"\xff\xd8\xff\xe1Exif\0\0Amelie\0\xff\xd9"),
        ("a.bin", "Amélie".encode("utf-16-le")),
        ("notes.txt~", "Amélie".encode()),
        ("amelie.html", b"<p>Nothing</p>"),
        ("a.html", f'<a href="{quote("Amélie")}">x</a>'.encode()),
    ],
)
def test_a_name_is_found_in_every_kind_of_file(hits: Hits, name: str, content: bytes) -> None:
    assert hits(name, content, "Amélie Oyelaran")
    assert not hits(name, content, "Zenobia Quill")


FOX, TWO = "\U0001f98a", "\U0001f98a\U0001f43b"


@pytest.mark.parametrize(
    ("text", "cast", "found"),
    [
        (f"<p>We saw {FOX} there.</p>", FOX, True),
        ("<p>We saw &#x1f98a; there.</p>", f" {FOX}\ufe0f ", True),
        ('<script>x = "\\ud83e\\udd8a"</script>', FOX, True),
        ("<p>We saw \U0001f43b there.</p>", FOX, False),
        (f"<p>We saw {TWO} there.</p>", TWO, True),
        (f"<p>We saw {FOX} there.</p>", TWO, False),
        ("<p>Then \U0001f469\U0001f3fd came.</p>", "\U0001f469\U0001f3ff", True),
        (f"<p>We saw {FOX} there.</p>", f"{FOX} Zyx", False),
        ("<p>☐ Is it so? ✓ → ©</p>", "☐", False),
        ("<p>☐ Is it so? ✓ → ©</p>", "?", False),
        ("<p>☐ Is it so? ✓ → ©</p>", "→", False),
    ],
)
def test_a_name_that_is_signs_alone_is_found_and_ticks_are_nobody(
    hits: Hits, text: str, cast: str, found: bool
) -> None:
    assert hits("a.html", text, cast) is found
    assert hits(f"{FOX}.html", "<p>x</p>", cast) is (cast.strip("\ufe0f ") == FOX)


def test_the_id_of_a_session_is_found(hits: Hits) -> None:
    assert hits("a.html", "<p>2026-11-23-k3f9</p>", ids=("2026-11-23-k3f9",))
    assert not hits("a.html", "<p>2026-11-23-k3f8 2026-11-23</p>", ids=("2026-11-23-k3f9",))


@pytest.mark.parametrize(
    ("text", "cast", "found"),
    [
        ("<p>There is hope in it.</p>", "Hope", False),
        ("<p>Hope matters.</p>", "Hope", False),
        ("<p>Then Hope came.</p>", "Hope", True),
        ("<p>Hope said so.</p>", "Hope", True),
        ("<p>We saw <em>Hope</em> there.</p>", "Hope", True),
        ("<p>the rose green wall</p>", "Rose Green", False),
        ("<p>Rose Green came.</p>", "Rose Green", True),
        ("<p>at 14 Elm Road</p>", "14 Elm Road", True),
        ("<p>in the House of Hope</p>", "House of Hope", True),
        ("<p>in a house of hope</p>", "House of Hope", False),
        ("<p>ask Mum, and the school</p>", "Mum", False),
        ("<p>ask Mum, and the school</p>", "the school", False),
        ("<p>at Larkfield School</p>", "the Larkfield School", True),
        ("<p>at Larkfield</p>", "Larkfield School", True),
        ("<p>as Bowlby says</p>", "John Bowlby", False),
        ("<p>as John Bowlby says</p>", "John Bowlby", True),
        ("<p>as Bowlby says</p>", "Bowlby", True),
        ("<p>with O’Brien</p>", "Siobhan O'Brien", True),
        ("<p>with Obrien</p>", "Siobhan O'Brien", True),
        ("<p>Then Jo came.</p>", "Jo", True),
        ('<p class="jo">a jo b</p>', "Jo", False),
        ('<link rel="x" href="a.min.js"><p>minutes</p>', "Min", False),
        ("<p>We met Min there.</p>", "Min", True),
        ("<p>amirahs</p>", "Amirah", False),
    ],
)
def test_words_that_name_nobody_stop_nothing(hits: Hits, text: str, cast: str, found: bool) -> None:
    assert hits("a.html", text, cast) is found


def test_names_in_our_own_stories_count_only_in_what_learning_points_say(
    hits: Hits, lists: Lists, tmp_path: Path, publish: Callable[..., Path]
) -> None:
    assert not hits("index.html", "<p>The circle began in Norfolk.</p>", "Norfolk")
    page = tmp_path / "site/learning-points/k3f9abcd.html"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text("<p>It was in Norfolk.</p>")
    published = read_published(publish(tmp_path, how="Ask.\n\nIt was in Norfolk.").parent)
    terms = make_terms([CastEntry(name="Norfolk")], (), lists)
    found = sweep(tmp_path / "site", published, frozenset(), terms)["learning-points/k3f9abcd.html"]
    assert len(found) == 1 and "k3f9abcd.md:" in found[0] and "Norfolk" not in found[0]


def test_the_name_of_the_site_itself_stops_nothing(lists: Lists, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<title>The Oakshire circle</title>")
    terms = make_terms([CastEntry(name="Oakshire")], (), lists)
    assert any(sweep(tmp_path, Published(folder=tmp_path), frozenset(), terms).values())
    assert not any(sweep(tmp_path, Published(folder=tmp_path), frozenset(), terms, ["The Oakshire circle"]).values())


def test_a_file_of_the_theme_to_the_byte_is_nobodys(lists: Lists, tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text("amira")
    terms = make_terms([CastEntry(name="Amira")], (), lists)
    assert sweep(tmp_path, Published(folder=tmp_path), frozenset({"a.js"}), terms) == {"a.js": []}


@pytest.mark.parametrize("name", ["a.gz", "a.docx"])
def test_what_cannot_be_unpacked_is_refused_whoever_is_looked_for(hits: Hits, name: str) -> None:
    for cast in (["Amira"], []):
        with pytest.raises(CircleError, match="cannot be unpacked"):
            hits(name, b"no archive", *cast)


def test_no_list_excuses_a_name_by_writing_its_letters_in_two_parts(lists: Lists) -> None:
    terms = make_terms([CastEntry(name="Björn")], (), lists)
    assert lines_with_names("tortoise\nBjo\u0308rn\n", terms) == (2,)
