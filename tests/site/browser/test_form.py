"""The circle in one HTML file, in a real browser: what it saves, what it keeps, and that it asks for nothing."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from invented_sessions import HOSTILE, OWN, as_kept
from inventing import examples
from of_form import of_form
from of_six import by_six, by_two
from playwright.sync_api import Browser, Page
from windows import Window

from circle_cli.form.page import draw_form
from circle_cli.guidance.pages import load_guidance
from circle_cli.ids import QUESTIONS, SECTIONS
from circle_cli.session.file import FIXED_HEADINGS, parse_session, render_session, session_as_json
from circle_cli.session.record import Observation, Safeguarding, Session, Views
from circle_cli.vocabulary import Mode

TITLES = {name: f"About {name}" for name in (*QUESTIONS, *OWN)}
HEADINGS = TITLES | FIXED_HEADINGS


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page as `circle print form` writes it."""
    path = tmp_path_factory.mktemp("locked laptop") / "circle form.html"
    path.write_text(draw_form(load_guidance()), encoding="utf-8", newline="\n")
    return path


@pytest.fixture
def window(browser: Browser, form: Path) -> Iterator[Window]:
    """A browser of its own for each test: what one has cleared can still lie there when the next page opens."""
    context = browser.new_context(reduced_motion="reduce", accept_downloads=True, offline=True)
    window = Window(context.new_page(), form)
    window.open()
    yield window
    context.close()
    assert window.errors == []
    assert {url for url in window.asked if not url.startswith("blob:")} <= {window.form.as_uri()}


@settings(max_examples=examples(40), deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
@given(of_form)
def test_the_page_writes_a_session_as_the_program_does_to_the_byte(window: Window, session: Session) -> None:
    written = window.page.evaluate(
        "([session, sections, headings]) => sessionText(session, sections, headings)",
        [session_as_json(session), list(SECTIONS), HEADINGS],
    )
    assert written == render_session(session, TITLES)
    assert parse_session(written, "x.md") == as_kept(session)


def test_hostile_words_typed_into_it_come_back_from_the_file_and_into_the_log(
    window: Window, circle: Callable[..., Any], log: Path
) -> None:
    page, hostile = window.page, "\n".join(HOSTILE)
    page.get_by_label("In a group", exact=False).check()
    window.write("title", 'no: "---" \t# {a: [b} \\ 🌍')
    window.write("presenter", "O’Neil \x1b[31m")
    window.write("encourager", "Sam, Ade and Bea, Sam")
    window.write("facilitator", "Jo")
    for name in ("situation", *QUESTIONS, "notes"):
        window.write(f"answer {name}", hostile)
    page.locator("[data-rows=learning_points] [data-field=text]").fill("## x {#safety}\n- a: 'b'")
    page.locator("[data-rows=action_points] [data-field=what]").fill("---")
    page.locator("[data-rows=action_points] [data-field=by]").fill("2026-12-01")
    page.locator("[data-rows=observations] [data-field=text]").first.fill("You waited.\t")
    page.get_by_role("group", name="managers").get_by_label("Imagined").check()
    page.get_by_label("Yes", exact=True).check()

    saved = window.save()
    text = Path(saved.path()).read_bytes().decode("utf-8")
    session = parse_session(text, "x.md", strict=True)
    assert render_session(session, load_guidance().titles) == text
    mailed = log.with_name("Fwd reflection.md.txt")
    mailed.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode("utf-8"))
    taken_in = circle("reflect", "--from", str(mailed), "--log", str(log))
    assert taken_in.returncode == 0, taken_in.stderr
    (path,) = (log / "sessions").rglob("*.md")
    assert path.read_bytes().decode("utf-8") == text
    assert re.fullmatch(r"[0-9-]{10}-[a-z2-9]{4}\.md", saved.suggested_filename)
    assert session.id == saved.suggested_filename[:-3] and session.date == date.fromisoformat(session.id[:10])
    typed = re.sub("\r\n?", "\n", hostile).strip("\n")
    assert session.answers == dict.fromkeys(("situation", *QUESTIONS, "notes"), typed)
    assert session.title == 'no: "---" \t# {a: [b} \\ 🌍' and session.mode is Mode.GROUP
    assert (
        session.roles == {"presenter": ("O’Neil \x1b[31m",), "encourager": ("Sam", "Ade", "Bea")}
        and session.facilitator == "Jo"
    )
    assert [point.text for point in session.learning_points] == ["## x {#safety} - a: 'b'"]
    assert [(each.what, each.by) for each in session.action_points] == [("---", date(2026, 12, 1))]
    assert session.observations == (Observation(by="Jo", to="O’Neil \x1b[31m", text="You waited."),)
    assert session.views == Views(imagined=("managers",)) and session.safeguarding == Safeguarding(raised=True)


@pytest.mark.parametrize("fill_in", [by_six, by_two])
def test_people_get_the_bytes_that_the_program_would_write_for_their_answers(
    window: Window, fill_in: Callable[[Window], Session]
) -> None:
    session = fill_in(window)
    with window.page.expect_download() as saved:
        window.page.keyboard.press("Control+s")
    assert Path(saved.value.path()).read_text(encoding="utf-8") == render_session(session, load_guidance().titles)


def test_forty_lines_outlive_a_reload_where_a_draft_is_kept_and_only_there(window: Window) -> None:
    page, lines = window.page, "".join(f"{number} tea\n" for number in range(1, 41))
    window.write("answer what-worked", lines)
    assert page.evaluate("Object.keys(localStorage)") == []
    page.reload()
    assert window.answer("what-worked") == ""

    page.get_by_label("Keep a draft in this browser").check()
    page.locator("[name='answer what-worked']").focus()
    for line in lines.splitlines():
        page.keyboard.insert_text(line)
        page.keyboard.press("Enter")
    page.get_by_role("button", name="Another: learning point").click()
    page.keyboard.type("A second row")
    page.get_by_label("Quick:", exact=False).check()
    page.reload()
    assert window.answer("what-worked") == lines
    assert page.locator("[data-rows=learning_points] [data-field=text]").nth(1).input_value() == "A second row"
    assert page.get_by_label("Quick:", exact=False).is_checked()
    assert page.locator("#told").inner_text() in ("", "Your draft is back.")

    page.get_by_role("button", name="Forget the draft").click()
    assert page.evaluate("Object.keys(localStorage)") == [] and window.answer("what-worked") == lines
    assert not page.get_by_label("Keep a draft in this browser").is_checked()
    page.reload()
    assert window.answer("what-worked") == ""


def test_whatever_has_no_place_on_the_page_any_more_goes_from_the_draft_into_the_notes(window: Window) -> None:
    page = window.page
    page.get_by_label("Keep a draft in this browser").check()
    window.write("answer theory", "Attachment.")
    window.write("answer notes", "Read more.")
    window.fill("action_points", {"what": "Wait", "tracked_by": "Jo"})
    window.fill("learning_points", {"text": "Tea helps.", "scope": "general"})
    page.get_by_role("group", name="managers").get_by_label("Heard").check()
    for was in ("answer theory", "tracked_by", "learning_points", '"managers"'):
        page.evaluate("was => localStorage[KEY] = localStorage[KEY].replaceAll(was, was.replace(/\\w/, 'x'))", was)
    page.reload()
    assert page.get_by_label("Keep a draft in this browser").is_checked() and window.answer("theory") == ""
    notes = window.answer("notes").split("\n\n")
    assert notes[0] == "Read more." and {*notes[1:]} == {
        "Attachment.",
        "heard: xanagers",
        "Jo",
        "Tea helps.",
        "general",
    }


@pytest.mark.parametrize(
    "broken",
    [
        "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') }",
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('', 'SecurityError') }})",
    ],
    ids=["full", "forbidden"],
)
def test_it_is_said_and_stays_said_that_no_draft_can_be_kept(window: Window, broken: str) -> None:
    page = window.page
    page.get_by_label("Keep a draft in this browser").check()
    window.write("answer theory", "Attachment.")
    page.evaluate(f"() => {{ {broken} }}")
    page.locator("[name='answer theory']").press_sequentially(" And more.")
    assert "Save the file before you close the page" in window.told()
    page.locator("[name='answer theory']").press_sequentially(" More.")
    assert "Save the file before you close the page" in window.told() and window.warns()
    assert not page.get_by_label("Keep a draft in this browser").is_checked()
    page.reload()  # a browser that is whole again


def test_no_draft_of_another_window_is_ever_written_over(window: Window) -> None:
    page = window.page
    page.evaluate("localStorage.setItem(KEY, 'Words of another window')")
    window.write("answer theory", "Attachment.")
    page.get_by_label("Keep a draft in this browser").click()
    assert "Another draft" in window.told() and window.warns()
    assert page.evaluate("localStorage.getItem(KEY)") == "Words of another window"
    page.reload()
    assert window.answer("notes") == "Words of another window"


def test_everything_that_can_be_written_is_in_the_file_and_on_paper(window: Window) -> None:
    page = window.page
    page.get_by_label("Collaborative", exact=False).check()
    page.get_by_label("Yes", exact=True).check()
    written = page.evaluate("""() => all("input, textarea, select").map((each, place) => {
        if (each.matches("[type=checkbox], [type=radio]")) return ""
        if (each.matches("select")) each.selectedIndex = each.options.length - 1
        else if (each.type !== "date") return each.value = `word${place}.`
        else each.value = `20${10 + place % 80}-01-02`
        return ""
    }).filter(Boolean)""")
    assert page.evaluate("incomplete()") is None and len(written) > 40
    page.evaluate("paper()")
    kept, paper = page.evaluate("textNow()"), page.locator("#paper").text_content() or ""
    assert [each for each in written if each not in kept or each not in paper] == []


def test_it_warns_before_words_are_lost_and_not_when_they_are_saved(window: Window) -> None:
    assert not window.warns()
    window.write("answer influence", "I waited.")
    assert window.warns()
    window.rows("action_points", "who").fill("Jo")
    window.page.get_by_role("button", name="Save the file").click()
    assert window.page.evaluate("document.activeElement.dataset.field") == "what" and window.warns()
    window.rows("action_points", "what").fill("Wait")
    window.save()
    assert not window.warns()
    window.write("answer influence", "I waited for longer.")
    assert window.warns()


def test_what_was_written_is_never_hidden_by_choosing_less(window: Window) -> None:
    page = window.page
    safety, theory = (page.locator(f"[name='answer {name}']") for name in ("safety", "theory"))
    safety.fill("Everybody sat down.")
    page.get_by_label("Quick:", exact=False).check()
    assert safety.is_visible() and not theory.is_visible()


def test_printed_it_is_words_and_no_form(window: Window) -> None:
    page = window.page
    window.write("title", "Tea")
    window.write("answer what-worked", "Two\nlines")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert not page.locator("form").is_visible()
    assert page.locator("#paper h1").inner_text() == "Tea"
    assert page.locator("#paper p").nth(2).inner_text() == "Two\nlines"
    page.emulate_media(media="screen")


def test_its_policy_forbids_every_connection(window: Window) -> None:
    asking = "addEventListener('securitypolicyviolation', event => done(event.effectiveDirective))"
    refused = window.page.evaluate(f"new Promise(done => {{ {asking}; fetch('https://example.org').catch(() => 0) }})")
    assert refused == "connect-src"
    assert all("Content Security Policy" in said for said in window.errors)
    window.errors.clear()


def test_it_says_what_becomes_of_the_words(window: Window) -> None:
    said = window.page.locator("main").inner_text()
    assert all(
        words in said
        for words in ("sends nothing", "E-mail is not private", "not a case record", "until you forget it")
    )


def test_every_stop_has_a_name_and_can_be_seen_at_320_pixels(window: Window, walk: Callable[[Page], Any]) -> None:
    window.page.set_viewport_size({"width": 320, "height": 640})
    stops = walk(window.page)
    window.page.set_viewport_size({"width": 1280, "height": 800})
    assert [stop for stop in stops if not stop["seen"]] == []
    assert len(stops) > 40


def test_no_rule_is_broken_in_a_group_either(window: Window, broken_rules: Callable[[Page], Any]) -> None:
    page, contrast = window.page, "axe.run(document, {runOnly: ['color-contrast']}).then(found => found.violations)"
    page.get_by_label("In a group", exact=False).check()
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    assert broken_rules(page) == []
    page.get_by_label("On your own", exact=False).first.check()
    page.get_by_label("Quick:", exact=False).check()
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(contrast) == []
    page.emulate_media(color_scheme="light")
