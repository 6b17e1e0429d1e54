"""What a log says on its site in its own words: found, looked at, and read by somebody else before anybody sees it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from making import admitted, read_words
from signed import known

from circle_cli.errors import CircleError
from circle_cli.guidance.files import own_pages
from circle_cli.identifiers.lists import load_lists
from circle_cli.own_words.approval import approval_path
from circle_cli.own_words.passages import Belongs
from circle_cli.own_words.reading import own_words, refuse_unread
from circle_cli.own_words.site import OF_SITE, said_in_settings
from circle_cli.packed import packed
from circle_cli.points.approval import ApprovalFault
from circle_cli.points.folder import Published
from circle_cli.session.record import CastEntry
from circle_cli.share.release.gate import inspect
from circle_cli.share.release.sweep import names_in_words
from circle_cli.share.release.terms import make_terms
from circle_cli.share.wording import asked_about
from circle_cli.signing.readers import READERS, render_readers

Put = Callable[[str, str], Path]
SITE = packed(OF_SITE).read_text(encoding="utf-8")
PAGE = '---\ntitle: "Our way"\ndescription: "How we do it here."\n---\n# Our way\n\n{}\n'
HOME = "Write to 14 Mafeking Terrace."
THEMES = 'themes:\n  - {{id: "{}", title: "{}"}}\n'
FRAMEWORK = (
    'id: ours\ntitle: "{}"\nshort: "Ours"\nedition: "one"\npublisher: "us"\nlink: null\n'
    "valid-from: null\nvalid-to: null\nstatements:\n"
    '  - {{id: "1", title: "A statement", group: null, confirmed: true}}\n'
)


@pytest.fixture
def put(tmp_path: Path) -> Put:
    """Puts a file into a log."""

    def put_file(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        return path

    return put_file


def faults(log: Path) -> dict[str, ApprovalFault | None]:
    return {each.name: each.fault for each in own_words(log)}


def asked(log: Path) -> list[tuple[str, int, str]]:
    """Give what the check asks about: file, line and words."""
    lists = load_lists(log)
    found = (each for words in own_words(log) for each in asked_about(words, lists))
    return [(Path(each.place.path).relative_to(log).as_posix(), each.place.line or 0, each.words) for each in found]


def ours(name: str) -> str:
    return (own_pages() / name).read_text(encoding="utf-8")


CHANNELS = {
    "a page": ("guidance/principles.md", PAGE.format(HOME)),
    "a line more on a page of ours": ("guidance/principles.md", f"{ours('principles.md')}\n{HOME}\n"),
    "a title": ("guidance/principles.md", PAGE.replace("Our way", HOME, 1).format("")),
    "a description": ("guidance/principles.md", PAGE.replace("How we do it here.", HOME).format("")),
    "letters spelt by their numbers": (
        "guidance/principles.md",
        PAGE.replace("How we do it here.", "Write to \\x314 \\u004dafeking Terrace.").format(""),
    ),
    "entities": ("guidance/principles.md", PAGE.format("Write to 14 &#77;afeking Terrace.")),
    "a word with marks in it": ("guidance/principles.md", PAGE.format("Write to 14 Maf*ek*ing Terrace.")),
    "a prompt of a question": (
        "guidance/questions/safety.md",
        ours("questions/safety.md").replace("prompts:\n", f'prompts:\n  - "{HOME}"\n'),
    ),
    "a theme": ("guidance/themes.yml", THEMES.format("ours", HOME)),
    "a theme's id": ("guidance/themes.yml", THEMES.format("mafeking-terrace", "Ours")),
    "a word that people use": ("guidance/vocabulary.yml", f"{HOME}: home\n"),
    "what a word stands for": ("guidance/vocabulary.yml", f"base: {HOME}\n"),
    "a framework": ("guidance/frameworks/ours.yml", FRAMEWORK.format(HOME)),
    "what the site is called": ("mkdocs.yml", SITE.replace("site_name: What works", "site_name: 14 Mafeking Terrace")),
    "what the site is about": ("mkdocs.yml", SITE.replace("Eight warm", f"{HOME} Eight")),
    "a heading of the menu": ("mkdocs.yml", SITE.replace("The eight questions:", "14 Mafeking Terrace:")),
    "where the menu leads": ("mkdocs.yml", f"{SITE}  - Ours: https://example.org/mafeking-terrace\n"),
    "the name of a switch": ("mkdocs.yml", SITE.replace("Change to dark colours", HOME)),
    "whose copyright it is": ("mkdocs.yml", SITE.replace("copyright: The text", f"copyright: {HOME} The text")),
    "the mark beside a heading": ("mkdocs.yml", f"{SITE}\nmarkdown_extensions:\n  - toc:\n      permalink: {HOME}\n"),
    "the organisation": ("circle.yml", f"organisation: {HOME}\n"),
    "when an answer comes": ("circle.yml", f"reply-within: '{HOME}'\n"),
    "a telephone number with more": ("circle.yml", "contact: {telephone: '01632 960000 at 14 Mafeking Terrace'}\n"),
    "who tested the site": ("circle.yml", f"accessibility: {{tested-by: '{HOME}'}}\n"),
    "what is wrong with the site": ("circle.yml", f"accessibility: {{burden: ['{HOME}']}}\n"),
}
"""Every way in which words of a log itself come onto its site."""


@pytest.mark.parametrize("channel", CHANNELS)
def test_an_address_is_asked_about_wherever_it_stands_and_nothing_is_built(
    tmp_path: Path, put: Put, channel: str
) -> None:
    name, text = CHANNELS[channel]
    put(name, text)
    assert any("afeking" in words.lower().replace("*", "") for file, _, words in asked(tmp_path) if file == name)
    with pytest.raises(CircleError, match="nobody else has read what is new here"):
        refuse_unread(own_words(tmp_path))


@pytest.mark.parametrize("channel", CHANNELS)
def test_no_reader_can_approve_an_address_away(tmp_path: Path, put: Put, channel: str) -> None:
    put(*CHANNELS[channel])
    read_words(tmp_path)  # whatever the check asks about is explained there
    refuse_unread(own_words(tmp_path))
    if "14 " in CHANNELS[channel][1]:
        with pytest.raises(CircleError, match="nobody can explain that here"):
            inspect(Published(folder=tmp_path), load_lists(tmp_path), own_words(tmp_path))


CONTACTS = "Ring 01632 960123, or write to team@example.org, EX1 2AB."


@pytest.mark.parametrize("name", ["guidance/privacy.md", "guidance/index.md", "guidance/kit.md"])
def test_contacts_stand_where_they_belong_and_nowhere_else(tmp_path: Path, put: Put, name: str) -> None:
    put("circle.yml", "contact: {email: team@example.org, telephone: 01632 960123, post: '1 High Street, EX1 2AB'}\n")
    put("mkdocs.yml", f"site_url: https://circle.example.org/ours/\n{SITE}")
    assert asked(tmp_path) == [] and faults(tmp_path) == {"settings": None}
    put(name, PAGE.format(CONTACTS))
    read_words(tmp_path)
    with pytest.raises(CircleError, match=r"\(phone\); nobody can explain(?s:.*)\(email\); nobody(?s:.*)\(postcode\)"):
        inspect(Published(folder=tmp_path), load_lists(tmp_path), own_words(tmp_path))


def test_an_organisations_name_is_excused_in_its_place_and_excuses_nothing_elsewhere(tmp_path: Path, put: Put) -> None:
    put("circle.yml", "organisation: Larkfield Council\n")
    put("mkdocs.yml", SITE.replace("site_name: What", "site_name: Larkfield. What"))
    assert asked(tmp_path) == [] and faults(tmp_path) == {"settings": None}
    put("guidance/principles.md", PAGE.format("At first, we met in Larkfield."))
    assert asked(tmp_path) == [("guidance/principles.md", 7, "Larkfield")]
    terms = make_terms([CastEntry(name="Larkfield", say="the home")], [], load_lists(tmp_path))
    named = {(Path(each.path).name, each.line) for each in names_in_words(own_words(tmp_path), terms)}
    assert named == {("principles.md", 7)}


UNSEEN = {
    "a comment": ("<!-- Amira -->", "a comment"),
    "a comment over lines": ("<!--\nAmira\n-->", "a comment"),
    "a comment as ours look, with more": ("<!-- circle Amira -->", "a comment"),
    "a picture": ("![a child](photo.jpg)", "a picture"),
    "a picture by its name": ("![a child][one]\n\n[one]: photo.jpg", "a picture"),
    "a picture within the page": ("![a](data:image/png;base64,iVBORw0KGgo=)", "a picture"),
    "a picture behind a link": ("[a](data:image/png;base64,iVBORw0KGgo=)", "a picture"),
    "a picture in HTML": ('<img src="photo.jpg">', "a picture"),
    "a drawing": ("<svg><text>Amira</text></svg>", "a picture"),
    "a hidden span": ("Ask <span hidden>Amira</span>.", "HTML"),
    "an attribute": ('<b\ntitle="Amira">them</b>', "HTML"),
    "letters nobody sees": ("Ask A\u200bmira.", "a character that cannot be seen"),
}


@pytest.mark.parametrize("what", UNSEEN)
def test_what_no_reader_could_see_is_refused_whoever_approves(tmp_path: Path, put: Put, what: str) -> None:
    text, wrong = UNSEEN[what]
    put("guidance/principles.md", f"{ours('principles.md')}\n{text}\n")
    read_words(tmp_path)
    with pytest.raises(CircleError, match=rf"principles\.md:\d+: {wrong}"):
        refuse_unread(own_words(tmp_path))


def test_pages_of_ours_are_quiet_by_what_is_in_them(tmp_path: Path, put: Put) -> None:
    for path in own_pages().rglob("*.*"):
        put(f"guidance/{path.relative_to(own_pages()).as_posix()}", path.read_text(encoding="utf-8"))
    put("guidance/index.md", "\ufeff" + ours("index.md").replace("\n", "\r\n"))
    put("mkdocs.yml", SITE)
    put("circle.yml", "review: single\nsmallest-group: 7\n")
    assert own_words(tmp_path) == ()


def test_only_what_is_new_on_a_page_is_shown_and_asked_about(tmp_path: Path, put: Put) -> None:
    first, _, rest = ours("sources.md").partition("\n\n")
    put("guidance/sources.md", f"{first}\n\nAt first, Amira said so.\n\n{rest}")
    (words,) = own_words(tmp_path)
    assert [each.text for each in words.passages] == ["At first, Amira said so."]
    assert asked(tmp_path) == [("guidance/sources.md", first.count("\n") + 3, "Amira")]


def test_links_to_pages_of_the_site_are_not_asked_about_and_others_are(tmp_path: Path, put: Put) -> None:
    put("guidance/kit.md", PAGE.format("See [how](preparing.md) and [why](../questions/theory.md)."))
    assert asked(tmp_path) == []
    put("guidance/kit.md", PAGE.format("See [how](amira.md) and [why](https://example.org/amira)."))
    assert {words for _, _, words in asked(tmp_path)} >= {"(amira.md)", "https://example.org/amira"}


def test_an_approval_counts_for_these_words_on_this_page_by_a_reader_and_no_longer(tmp_path: Path, put: Put) -> None:
    page = put("guidance/kit.md", PAGE.format("One sentence."))
    read_words(tmp_path)
    assert faults(tmp_path) == {"kit.md": None}
    kept = approval_path(tmp_path, "kit.md")
    signed = kept.read_text(encoding="utf-8")
    page.write_text(PAGE.format("Another sentence."), encoding="utf-8")
    assert faults(tmp_path) == {"kit.md": ApprovalFault.CHANGED}
    page.write_text(PAGE.format("One sentence.").replace("\n", "\r\n"), encoding="utf-8", newline="")
    assert faults(tmp_path) == {"kit.md": None}
    kept.write_text(
        signed.replace('explained: ["', 'explained: ["more", "').replace("review: second", "review: single")
    )
    assert faults(tmp_path) == {"kit.md": ApprovalFault.FORGED}
    kept.write_text(signed)
    (tmp_path / READERS).write_text(render_readers(known(seed=2)), encoding="utf-8")
    assert faults(tmp_path) == {"kit.md": ApprovalFault.NO_READER}
    kept.unlink()
    assert faults(tmp_path) == {"kit.md": ApprovalFault.UNAPPROVED}


def test_an_approval_of_one_page_is_none_of_another(tmp_path: Path, put: Put) -> None:
    put("guidance/kit.md", PAGE.format("One sentence."))
    put("guidance/preparing.md", PAGE.format("One sentence."))
    read_words(tmp_path)
    kit = approval_path(tmp_path, "kit.md").read_text(encoding="utf-8")
    other = approval_path(tmp_path, "preparing.md")
    other.write_text(kit.replace('of: "kit.md"', 'of: "preparing.md"'), encoding="utf-8")
    assert faults(tmp_path)["preparing.md"] is ApprovalFault.FORGED
    other.write_text(kit, encoding="utf-8")
    with pytest.raises(CircleError, match="kept for it alone"):
        own_words(tmp_path)


@pytest.mark.parametrize(
    ("page", "beside"), [("settings.md", "settings"), ("themes.md", "themes.yml"), ("vocabulary.md", "vocabulary.yml")]
)
def test_a_page_that_bears_the_name_of_other_words_has_an_approval_of_its_own(
    tmp_path: Path, put: Put, page: str, beside: str
) -> None:
    put("circle.yml", f'organisation: Fictonshire Council\nreply-within: "ten days"\npages: [{page}]\n')
    put(f"guidance/{page}", PAGE.format("One sentence."))
    put("guidance/themes.yml", THEMES.format("ours", "Ours"))
    put("guidance/vocabulary.yml", 'words:\n  - ["ours", "here"]\n')
    read_words(tmp_path)
    assert faults(tmp_path)[page] is faults(tmp_path)[beside] is None

    earlier = approval_path(tmp_path, page).replace(approval_path(tmp_path, beside))  # where it was kept before
    assert faults(tmp_path)[page] is None
    assert faults(tmp_path)[beside] is ApprovalFault.UNAPPROVED
    earlier.unlink()
    assert faults(tmp_path)[page] is ApprovalFault.UNAPPROVED


def test_a_setting_that_is_no_words_of_the_site_needs_no_reader(tmp_path: Path, put: Put) -> None:
    put("circle.yml", "organisation: Fictonshire Council\nreview: single\n")
    put("mkdocs.yml", SITE.replace("primary: custom", "primary: teal").replace("    - navigation.top\n", ""))
    admitted(tmp_path)
    refuse_unread(own_words(tmp_path))
    assert {each.belongs for each in said_in_settings(tmp_path)} == {Belongs.NAME}


def test_an_organisation_that_bears_a_persons_name_is_read_once(tmp_path: Path, put: Put) -> None:
    put("circle.yml", "organisation: Thomas Coram Foundation\n")
    lists = load_lists(tmp_path)
    assert [each.may_be_explained for each in asked_about(own_words(tmp_path)[0], lists)] == [True]
    with pytest.raises(CircleError, match=r"circle\.yml:1: may tell who"):
        inspect(Published(folder=tmp_path), lists, own_words(tmp_path))
    read_words(tmp_path)
    inspect(Published(folder=tmp_path), lists, own_words(tmp_path))
    put("circle.yml", "organisation: Bethany Kowalczyk\n")
    with pytest.raises(CircleError, match=r"circle\.yml:1: may tell who"):
        inspect(Published(folder=tmp_path), lists, own_words(tmp_path))


def test_a_persons_name_on_a_page_is_never_explained(tmp_path: Path, put: Put) -> None:
    put("guidance/kit.md", PAGE.format("Ask Bethany Kowalczyk."))
    read_words(tmp_path)
    with pytest.raises(CircleError, match="nobody can explain that here"):
        inspect(Published(folder=tmp_path), load_lists(tmp_path), own_words(tmp_path))
