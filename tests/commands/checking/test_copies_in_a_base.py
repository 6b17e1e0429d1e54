"""What circle wrote of a session, in whichever form and whatever it went through, is known again in a base."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from making import GOLDEN, git
from running import Run

from circle_cli.commands.checking.found.bases.private import private_in
from circle_cli.confided.words import COUNTED, IN_THE_STORY, MADE_BY, OF_A_PORTFOLIO, OF_AN_EVENT, OF_LEARNING
from circle_cli.exporting.account import account
from circle_cli.exporting.instead import Exported
from circle_cli.exporting.tables import tables
from circle_cli.guidance.records import Guidance
from circle_cli.log.reading.private import is_private
from circle_cli.log.start import start_log
from circle_cli.paper.document import Document, Paragraph
from circle_cli.paper.drawing.html import draw_html
from circle_cli.paper.drawing.markdown import draw_markdown
from circle_cli.paper.drawing.word import draw_word
from circle_cli.paper.prints.cards import role_cards
from circle_cli.paper.prints.circle import circle_page
from circle_cli.paper.prints.prompts import prompt_sheet
from circle_cli.paper.prints.sheet import recording_sheet
from circle_cli.paper.prints.takeaway import takeaway_page
from circle_cli.session.file import parse_session
from circle_cli.session.record import Session
from circle_cli.vocabulary import LogKind

DRAWN: dict[str, Callable[[Document], bytes]] = {
    "html": lambda document: draw_html(document).encode(),
    "docx": draw_word,
    "md": lambda document: draw_markdown(document).encode(),
}
SENTENCES = (COUNTED, OF_AN_EVENT, OF_LEARNING, OF_A_PORTFOLIO)


@pytest.fixture
def session() -> Session:
    return parse_session((GOLDEN / "session-full.md").read_text(encoding="utf-8"), "x.md")


@pytest.fixture
def base(tmp_path: Path) -> Path:
    assert start_log(tmp_path / "base", kind=LogKind.BASE).done
    return tmp_path / "base"


def documents(guidance: Guidance, session: Session) -> dict[str, Document]:
    exported = [Exported(session=session, headings={})]
    return {
        "as told": account(exported, guidance, as_told=True),
        "with other words": account(exported * 2, guidance, as_told=False),
        "to take away": takeaway_page(guidance, session, "Ade"),
        "a filled-in sheet": recording_sheet(guidance, session=session),
        **{each: Document(title="x", blocks=(Paragraph(text=each, hint=True),)) for each in SENTENCES},
    }


@pytest.mark.parametrize("kind", DRAWN)
def test_every_document_of_sessions_is_found_and_what_holds_none_is_not(
    base: Path, guidance: Guidance, session: Session, kind: str
) -> None:
    made = {name: DRAWN[kind](each) for name, each in documents(guidance, session).items()}
    blank = (recording_sheet(guidance), role_cards(guidance, 2, None), prompt_sheet(guidance), circle_page(guidance))
    names = [f"a-{number}.{kind}" for number, _ in enumerate(made)]
    for name, content in zip(names, made.values(), strict=True):
        (base / name).write_bytes(content)
    for number, each in enumerate(blank):
        (base / f"blank-{number}.{kind}").write_bytes(DRAWN[kind](each))
    assert [each.path for each in private_in(base)] == names


def test_tables_and_what_a_spreadsheet_makes_of_them_are_found(guidance: Guidance, session: Session) -> None:
    made = tables([Exported(session=session, headings={})], guidance)
    for content in made.values():
        assert is_private("a.csv", content)
        as_excel = content.decode("utf-8-sig").split("\r\n")[0].replace('"', "").replace(",", ";")
        assert is_private("a.csv", as_excel.encode("cp1252"))
        cells = "".join(f"<si><t>{cell}</t></si>" for cell in as_excel.split(";"))
        assert is_private("a.xlsx", packed({"xl/sharedStrings.xml": f"<sst>{cells}</sst>".encode()}))
    assert not is_private("a.csv", b"Session,Learnt\nMonday,something\n")


def packed(parts: dict[str, bytes]) -> bytes:
    whole = BytesIO()
    with ZipFile(whole, "w") as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return whole.getvalue()


CHANGED: dict[str, Callable[[str], str]] = {
    "wrapped in an e-mail": lambda told: told.replace(" ", "\n> "),
    "with other marks": lambda told: f"**{told.replace(':', ' :').replace('.', '…')}**",
    "with fixed spaces": lambda told: told.replace(" ", "\u00a0"),
    "as a page of Word": lambda told: f"<p class=MsoNormal><span>{told[:9]}</span>{told[9:]}</p>",
}


@pytest.mark.parametrize("how", CHANGED)
def test_its_words_are_known_however_they_were_broken(how: str) -> None:
    for told in SENTENCES:
        assert is_private("a.txt", CHANGED[how](f"Before. {told} And after.").encode())


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-23-k3f9  The handover that held  (group)\n",
        "The handover that held\n======\n\n2026-11-23-k3f9 · group · recorded\n",
        f"{IN_THE_STORY}: Robin\n",
        f"BEGIN:VCALENDAR\r\nPRODID:{MADE_BY}\r\n",
        '[{"session": "2026-11-23-k3f9", "what": "x"}]',
    ],
)
def test_what_a_command_showed_and_somebody_kept_is_found(text: str) -> None:
    assert is_private("kept.txt", text.encode())


def test_a_session_in_a_packed_file_is_found_and_one_that_cannot_be_opened_is_passed_over() -> None:
    session = (GOLDEN / "session-full.md").read_bytes()
    assert is_private("a.zip", packed({"ours/x.md": session}))
    assert is_private("a.zip", packed({"b.zip": packed({"x.md": session})}))
    assert not is_private("a.zip", packed({"readme.txt": b"ours"}))
    assert not is_private("a.zip", b"PK\3\4" + bytes(40))


def test_it_is_found_in_the_history_and_said_where_and_what_to_do(
    base: Path, circle: Run, guidance: Guidance, session: Session
) -> None:
    (base / "for-the-panel.docx").write_bytes(draw_word(takeaway_page(guidance, session, "Ade")))
    git(base, "add", ".")
    git(base, "commit", "-qm", "x")
    git(base, "rm", "-q", "for-the-panel.docx")
    git(base, "commit", "-qm", "y")
    done = circle("check", cwd=base)
    assert done.returncode == 1 and "a session, a copy of one, or waits to be read" in done.stdout
    assert "take it out of every commit" in done.stdout
