"""The circle in one HTML file, in a real browser: what it saves, what it keeps, and that it asks for nothing."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from invented_sessions import HOSTILE, OWN, as_kept, ids, maybe, said, texts
from inventing import examples
from playwright.sync_api import Browser, Download, Page

from circle_cli.form.page import draw_form
from circle_cli.guidance.pages import load_guidance
from circle_cli.ids import QUESTIONS, SECTIONS
from circle_cli.session.file import FIXED_HEADINGS, parse_session, render_session, session_as_json
from circle_cli.session.record import (
    ActionPoint,
    CastEntry,
    Feedback,
    LearningPoint,
    Observation,
    Safeguarding,
    Score,
    Session,
    Takeaway,
    Views,
)
from circle_cli.vocabulary import Mode, Role, Scope, Setting, Status

TITLES = {name: f"About {name}" for name in (*QUESTIONS, *OWN)}
HEADINGS = TITLES | FIXED_HEADINGS


def some(record: type, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    made = st.lists(st.builds(record, **fields), max_size=2)
    return made.map(
        lambda each: tuple(replace(one, id=place) if "id" in fields else one for place, one in enumerate(each, 1))
    )


names = st.lists(said, min_size=1, max_size=2).map(tuple)
numbers = st.just(1)
one_of = {"scope": st.none() | st.sampled_from(Scope), "matters": st.none() | st.integers(1, 10)}
days = st.none() | st.dates()
of_form = st.builds(
    Session,
    id=ids,
    title=said,
    date=st.dates(),
    mode=st.sampled_from(Mode),
    status=st.just(Status.RECORDED),
    setting=st.none() | st.sampled_from(Setting),
    cast=st.none() | st.lists(st.builds(CastEntry, name=said, say=maybe), min_size=1, max_size=2).map(tuple),
    roles=st.dictionaries(st.sampled_from(Role), names, max_size=3),
    scaling=some(Score, question=st.sampled_from(QUESTIONS), asked=said, by=said, score=st.integers(1, 10)),
    observations=some(Observation, by=said, to=said, text=said),
    feedback=st.none() | st.builds(Feedback, positive=said, even_better=maybe, will_use=maybe),
    learning_points=some(LearningPoint, id=numbers, text=said, **one_of),
    action_points=some(ActionPoint, id=numbers, what=said, who=maybe, by=days, tracked_by=maybe),
    safeguarding=st.none() | st.builds(Safeguarding, raised=st.booleans(), on=days),
    facilitator=maybe,
    views=st.none() | st.builds(Views, heard=names, imagined=names),
    takeaways=some(Takeaway, by=said, text=said),
    answers=st.dictionaries(st.sampled_from((*SECTIONS, *OWN)), texts),
)
"""Sessions with all that the page asks for, whatever was written."""


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page as `circle print form` writes it."""
    path = tmp_path_factory.mktemp("locked laptop") / "circle form.html"
    path.write_text(draw_form(load_guidance()), encoding="utf-8", newline="\n")
    return path


class Window:
    """One window with the page in it, from a file; notes all that it asks for and all that goes wrong."""

    def __init__(self, page: Page, form: Path) -> None:
        self.page, self.form = page, form
        self.asked: list[str] = []
        self.errors: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", lambda said: self.errors.append(said.text) if said.type == "error" else None)

    def open(self) -> Page:
        self.page.goto(self.form.as_uri())
        return self.page

    def write(self, name: str, text: str) -> None:
        self.page.locator(f"[name='{name}']").fill(text)

    def answer(self, name: str) -> str:
        return self.page.locator(f"[name='answer {name}']").input_value()

    def save(self) -> Download:
        with self.page.expect_download() as waited:
            self.page.get_by_role("button", name="Save the file").click()
        return waited.value


@pytest.fixture(scope="module")
def window(browser: Browser, form: Path) -> Iterator[Window]:
    context = browser.new_context(reduced_motion="reduce", accept_downloads=True, offline=True)
    yield Window(context.new_page(), form)
    context.close()


@pytest.fixture(autouse=True)
def fresh(window: Window) -> Iterator[None]:
    window.asked.clear()
    window.open()
    yield
    window.page.evaluate("localStorage.clear()")
    window.page.goto("about:blank")
    assert window.errors == []
    assert {url for url in window.asked if not url.startswith("blob:")} <= {window.form.as_uri(), "about:blank"}


@settings(max_examples=examples(60), deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
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
    window.write("presenter", "Sam, O’Neil \x1b[31m, Sam")
    window.write("facilitator", "Jo")
    for name in ("situation", *QUESTIONS, "notes"):
        window.write(f"answer {name}", hostile)
    page.locator("[data-rows=learning_points] [data-field=text]").fill("## x {#safety}\n- a: 'b'")
    page.locator("[data-rows=action_points] [data-field=what]").fill("---")
    page.locator("[data-rows=action_points] [data-field=by]").fill("2026-12-01")
    page.locator("[data-rows=observations] [data-field=text]").fill("You waited.\t")
    page.get_by_role("group", name="managers").get_by_label("Imagined").check()
    page.get_by_label("Yes", exact=True).check()

    saved = window.save()
    text = Path(saved.path()).read_bytes().decode("utf-8")
    session = parse_session(text, "x.md", strict=True)
    assert render_session(session, load_guidance().titles) == text
    taken_in = circle("reflect", "--from", str(saved.path()), "--log", str(log))
    assert taken_in.returncode == 0, taken_in.stderr
    (path,) = (log / "sessions").rglob("*.md")
    assert path.read_bytes().decode("utf-8") == text
    assert re.fullmatch(r"[0-9-]{10}-[a-z2-9]{4}\.md", saved.suggested_filename)
    assert session.id == saved.suggested_filename[:-3] and session.date == date.fromisoformat(session.id[:10])
    typed = re.sub("\r\n?", "\n", hostile).strip("\n")
    assert session.answers == dict.fromkeys(("situation", *QUESTIONS, "notes"), typed)
    assert session.title == 'no: "---" \t# {a: [b} \\ 🌍' and session.mode is Mode.GROUP
    assert session.roles == {"presenter": ("Sam", "O’Neil \x1b[31m")} and session.facilitator == "Jo"
    assert [point.text for point in session.learning_points] == ["## x {#safety} - a: 'b'"]
    assert [(each.what, each.by) for each in session.action_points] == [("---", date(2026, 12, 1))]
    assert session.observations == (Observation(by="encourager", to="Sam", text="You waited."),)
    assert session.views == Views(imagined=("managers",)) and session.safeguarding == Safeguarding(raised=True)


def test_forty_lines_outlive_a_reload_where_a_draft_is_kept_and_only_there(window: Window) -> None:
    page, lines = window.page, "\n".join(f"{number} tea" for number in range(1, 41))
    page.on("dialog", lambda dialog: dialog.accept())
    window.write("answer what-worked", lines)
    assert page.evaluate("Object.keys(localStorage)") == []
    page.reload()
    assert window.answer("what-worked") == ""

    page.get_by_label("Keep a draft in this browser").check()
    page.locator("[name='answer what-worked']").press_sequentially(lines)
    page.get_by_role("button", name="Another: learning point").click()
    page.keyboard.type("A second row")
    page.get_by_label("Quick (ours)", exact=False).check()
    page.reload()
    assert window.answer("what-worked") == lines
    assert page.locator("[data-rows=learning_points] [data-field=text]").nth(1).input_value() == "A second row"
    assert page.get_by_label("Quick (ours)", exact=False).is_checked()
    assert page.locator("#told").inner_text() in ("", "Your draft is back.")

    page.get_by_role("button", name="Forget the draft").click()
    assert page.evaluate("Object.keys(localStorage)") == [] and window.answer("what-worked") == lines
    assert not page.get_by_label("Keep a draft in this browser").is_checked()
    page.reload()
    assert window.answer("what-worked") == ""


def test_words_of_a_question_that_is_asked_no_more_go_from_the_draft_into_the_notes(window: Window) -> None:
    page = window.page
    page.get_by_label("Keep a draft in this browser").check()
    window.write("answer theory", "Attachment.")
    window.write("answer notes", "Read more.")
    page.evaluate("localStorage[KEY] = localStorage[KEY].replace('answer theory', 'answer our-own')")
    page.reload()
    assert (window.answer("theory"), window.answer("notes")) == ("", "Read more.\n\nAttachment.")


def test_it_warns_before_words_are_lost_and_not_when_they_are_saved(window: Window) -> None:
    def warns() -> bool:
        return bool(window.page.evaluate("!dispatchEvent(new Event('beforeunload', {cancelable: true}))"))

    assert not warns()
    window.write("answer influence", "I waited.")
    assert warns()
    window.page.get_by_role("button", name="Save the file").click()
    assert window.page.evaluate("document.activeElement.name") == "title" and warns()
    window.write("title", "Tea")
    window.save()
    assert not warns()
    window.write("answer influence", "I waited for longer.")
    assert warns()


def test_what_was_written_is_never_hidden_by_choosing_less(window: Window) -> None:
    page = window.page
    safety, theory = (page.locator(f"[name='answer {name}']") for name in ("safety", "theory"))
    safety.fill("Everybody sat down.")
    page.get_by_label("Quick (ours)", exact=False).check()
    assert safety.is_visible() and not theory.is_visible()


def test_printed_it_is_words_and_no_form(window: Window) -> None:
    page = window.page
    window.write("title", "Tea")
    window.write("answer what-worked", "Two\nlines")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert not page.locator("form").is_visible()
    assert page.locator("#paper h1").inner_text() == "Tea"
    assert page.locator("#paper p").nth(1).inner_text() == "Two\nlines"
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


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_rule_is_broken_in_a_group_either(window: Window, broken_rules: Callable[[Page], Any], scheme: Any) -> None:
    page = window.page
    page.emulate_media(color_scheme=scheme)
    page.get_by_label("In a group", exact=False).check()
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    assert broken_rules(page) == []
