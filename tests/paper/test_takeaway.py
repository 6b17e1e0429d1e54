"""`circle takeaway`: each page holds all that was told to its person, and nothing that was told to others."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from inventing import examples

from circle_cli.guidance.pages import load_guidance
from circle_cli.paper.document import Document
from circle_cli.paper.drawing.html import draw_html
from circle_cli.paper.drawing.markdown import draw_markdown
from circle_cli.paper.drawing.word import draw_word
from circle_cli.paper.prints.takeaway import takeaway_page
from circle_cli.session.file import render_session
from circle_cli.session.people import people_of
from circle_cli.session.record import ActionPoint, CastEntry, FeedbackFrom, Observation, Session, Takeaway
from circle_cli.vocabulary import Mode, Role, Status

Here = Callable[..., tuple[int, str, str]]
GUIDANCE = load_guidance()
NAMES = ("Sam", "Samira", "Jo", "Ade", "Bea O'Hare")
BARE = Session(id="2026-12-01-g7up", title="A lunch", date=date(2026, 12, 1), mode=Mode.GROUP, status=Status.RECORDED)
FOLLOWED = "By hand.\n\n### The main learning\n\nSummed up.\n\n### Some thoughts for the presenter\n\nI valued it.\n"
STORY = ("The story.", "Jotted.", "By hand.", "Summed up.", "I valued it.")


def page(session: Session, person: str) -> str:
    return draw_markdown(takeaway_page(GUIDANCE, session, person))


@st.composite
def groups(draw: st.DrawFn) -> Session:
    """A session in which everything that somebody said or was told has a word of its own."""
    people = draw(st.permutations(NAMES))
    held = {role: tuple(draw(st.lists(st.sampled_from(people), max_size=3, unique=True))) for role in Role}
    whom = st.sampled_from((*NAMES, *Role, "facilitator", "everyone", "sam", "Pat"))
    by = st.sampled_from((*NAMES, "facilitator"))
    observed, taken, said, agreed = (draw(st.lists(some, max_size=6)) for some in (st.tuples(by, whom), by, by, whom))
    return replace(
        BARE,
        roles={role: names for role, names in held.items() if names},
        facilitator=draw(st.none() | st.sampled_from(people)),
        observations=tuple(Observation(by=giver, to=to, text=f"seen{n}.") for n, (giver, to) in enumerate(observed)),
        takeaways=tuple(Takeaway(by=name, text=f"taken{n}.") for n, name in enumerate(taken)),
        feedback_from=tuple(
            FeedbackFrom(by=name, positive=f"good{n}.", even_better=f"better{n}.", will_use=f"use{n}.")
            for n, name in enumerate(said)
        ),
        action_points=tuple(
            ActionPoint(id=n + 1, what=f"act{n}.", who=who, note=f"note{n}.") for n, who in enumerate(agreed)
        ),
        learning_points=(),
        cast=(CastEntry(name="Robin Vale", also=("Bobkin",), say="the lad"),),
        answers={"what-worked": "The story.", "notes": "Jotted.", "follow-up": FOLLOWED},
    )


def own_words(session: Session, person: str) -> set[str]:
    """What must stand on somebody's page, worked out another way than the program does."""
    leads = session.facilitator == person
    known_as = {person.casefold(), "everyone", *(role for role, names in session.roles.items() if person in names)}
    known_as |= {"facilitator"} if leads else set()
    speaks_as = {person} | ({"facilitator"} if leads else set())
    return {
        *(each.text for each in session.observations if each.to.casefold() in known_as),
        *(each.text for each in session.takeaways if each.by in speaks_as),
        *(each.will_use or "" for each in session.feedback_from if each.by in speaks_as),
        *(text or "" for each in session.action_points if (each.who or "").casefold() in known_as
          for text in (each.what, each.note)),
        *({"I valued it."} if person in session.roles.get("presenter", ()) else ()),
    }  # fmt: skip


def all_words(session: Session) -> set[str]:
    said = {text for each in session.feedback_from for text in (each.positive, each.even_better, each.will_use) if text}
    done = {text for each in session.action_points for text in (each.what, each.note) if text}
    told = {each.text for each in (*session.observations,)} | {each.text for each in session.takeaways}
    return said | done | told | {"Robin", "Bobkin", "the lad", *STORY}


@settings(max_examples=examples(150), suppress_health_check=[HealthCheck.too_slow])
@given(groups())
def test_a_page_holds_all_that_is_its_persons_and_nothing_that_is_anothers(session: Session) -> None:
    for person in people_of(session):
        text = page(session, person)
        assert {word for word in all_words(session) if word in text} == own_words(session, person)
        assert "A lunch" in text and "2026-12-01" in text


def test_a_page_says_which_roles_the_person_had_and_is_written_on_by_the_person() -> None:
    session = replace(BARE, roles={"questioner": ("Jo",), "recorder": ("Ade",)}, facilitator="Jo")
    text = page(session, "Jo")
    assert "| My role | Curious questioner, Facilitator |" in text
    assert "Private to Jo" in text
    document: Document = takeaway_page(GUIDANCE, session, "Jo")
    empty = [block for block in document.blocks if getattr(block, "lines", 0) and not getattr(block, "text", "x")]
    assert len(empty) >= 6


@pytest.mark.parametrize("name", ["a\nb {#sheet}", "\x1b[31m", "\ufffe\x00", "<script>", "../x", "_x001B_"])
def test_whatever_a_name_is_made_of_it_has_a_page(name: str) -> None:
    document = takeaway_page(GUIDANCE, replace(BARE, roles={"presenter": (name,)}), name)
    assert "<script>" not in draw_html(document)
    assert draw_markdown(document).split("\n")[0].endswith(" takes away")
    opened = docx.Document(BytesIO(draw_word(document)))
    assert opened.paragraphs[0].text.startswith("What ")


@pytest.fixture
def held(log: Path) -> Path:
    session = replace(
        BARE,
        roles={"presenter": ("Sam",), "encourager": ("Ṣadé", "Sade", "Мо", "Ли")},
        observations=(
            Observation(by="Sade", to="Sam", text="You waited."),
            Observation(by="Sam", to="Pat", text="Oh."),
        ),
    )
    path = log / "sessions" / "2026" / f"{session.id}-lunch.md"
    path.parent.mkdir()
    path.write_text(render_session(session, {}), encoding="utf-8")
    return log


def test_thoughts_for_a_presenter_whom_nobody_named_are_said_to_stand_on_no_page(held: Path, circle_here: Here) -> None:
    path = next((held / "sessions").rglob("*.md"))
    text = path.read_text(encoding="utf-8").replace('presenter: ["Sam"]', 'recorder: ["Sam"]')
    path.write_text(f"{text}\n## Following up {{#follow-up}}\n\n{FOLLOWED}", encoding="utf-8")
    _, _, err = circle_here("takeaway", "g7up", "--to", "pages", "--log", str(held))
    assert "On no page: the thoughts for the presenter" in err and "I valued" not in err


def test_everyone_gets_a_page_and_names_that_look_alike_get_files_of_their_own(
    held: Path, tmp_path: Path, circle_here: Here
) -> None:
    code, out, err = circle_here("takeaway", "g7up", "--to", "pages", "--log", str(held))
    slugs = ("sam", "sade", "sade-2", "person", "person-2")
    assert (code, out) == (
        0, "".join(f"{tmp_path}/pages/circle-takeaway-2026-12-01-g7up-{slug}.html\n" for slug in slugs)
    )  # fmt: skip
    assert "private to the person" in err
    assert "what Sam said to “Pat”" in err and "Oh." not in err
    for slug, name in zip(slugs, ("Sam", "Ṣadé", "Sade", "Мо", "Ли"), strict=True):
        text = (tmp_path / "pages" / f"circle-takeaway-2026-12-01-g7up-{slug}.html").read_text(encoding="utf-8")
        assert f"What {name} takes away" in text
        assert ("You waited." in text) == (name == "Sam")


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (("Sade",), "circle-takeaway-2026-12-01-g7up-sade-2.html"),
        (("SAM", "--format", "docx"), "circle-takeaway-2026-12-01-g7up-sam.docx"),
        (("sa", "--to", "for Sam.md"), None),
        (("sam", "--to", "for Sam.md"), "for Sam.md"),
        (("sam", "--format", "md", "--to", "."), "circle-takeaway-2026-12-01-g7up-sam.md"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_one_person_is_named_as_shortly_as_it_stays_clear(
    arguments: tuple[str, ...], name: str | None, held: Path, tmp_path: Path, circle_here: Here
) -> None:
    code, out, err = circle_here("takeaway", "g7up", *arguments, "--log", str(held))
    if name is None:
        assert (code, out, err) == (2, "", "sa: could be any of Sam, Sade; give a little more of the name\n")
        return
    assert (code, out) == (0, f"{tmp_path / name}\n")
    if name.endswith("docx"):
        text = "\n".join(each.text for each in docx.Document(str(tmp_path / name)).paragraphs)
        assert "My reflection with peers" in text


def test_an_unknown_name_lists_who_took_part(held: Path, circle_here: Here) -> None:
    code, out, err = circle_here("takeaway", "g7up", "Pat", "--log", str(held))
    assert (code, out) == (2, "")
    assert err == "Pat: nobody of that name took part; there were Sam, Ṣadé, Sade, Мо, Ли\n"


def test_where_nobody_is_named_it_says_where_names_go(log: Path, circle_here: Here) -> None:
    (log / "sessions" / "2026").mkdir()
    (log / "sessions" / "2026" / f"{BARE.id}-x.md").write_text(render_session(BARE, {}), encoding="utf-8")
    code, out, err = circle_here("takeaway", "g7up", "--log", str(log))
    assert (code, out) == (2, "")
    assert "`circle edit 2026-12-01-g7up`" in err


def test_one_page_that_cannot_be_written_stops_them_all(held: Path, tmp_path: Path, circle_here: Here) -> None:
    (tmp_path / "circle-takeaway-2026-12-01-g7up-person.html").write_text("mine", encoding="utf-8")
    code, out, err = circle_here("takeaway", "g7up", "--log", str(held))
    assert (code, out) == (2, "")
    assert "nothing was overwritten" in err
    assert [path.name for path in tmp_path.glob("*.html")] == ["circle-takeaway-2026-12-01-g7up-person.html"]


@pytest.mark.parametrize("to", ["-", "pages.docx", "there.txt"])
def test_several_pages_need_a_folder(to: str, held: Path, tmp_path: Path, circle_here: Here) -> None:
    (tmp_path / "there.txt").touch()
    code, out, err = circle_here("takeaway", "g7up", "--to", to, "--format", "md", "--log", str(held))
    assert (code, out) == (2, "")
    assert "there are 5 pages" in err


@pytest.mark.parametrize(
    "to", ["log/guidance", "log/guidance/a.html", "way-in/b.html", "other/guidance/c.html", "~/log/guidance"]
)
def test_no_page_goes_where_anybody_may_read_it(
    to: str, held: Path, tmp_path: Path, circle_here: Here, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "way-in").symlink_to(held / "guidance")
    circle_here("init", "other")
    code, out, err = circle_here("takeaway", "g7up", "sam", "--to", to, "--log", str(held))
    assert (code, out) == (2, "")
    assert "private" in err
    assert not [path for path in tmp_path.rglob("*.html") if "guidance" in path.parts]
