"""What comes back of an e-mail that a page began, whichever program it went through: every answer, and no sender."""

import quopri
import re
from dataclasses import replace
from email.message import EmailMessage
from textwrap import fill

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import POINT

from circle_cli.errors import CircleError
from circle_cli.points.by_email.letters import BOXES, LONGEST, REMINDER, Letter, address_of, mail_of
from circle_cli.points.by_email.opened import open_email
from circle_cli.points.by_email.reading import Answer, read_answer
from circle_cli.vocabulary import Outcome

DIFFERED = "By phone, with older adults; it took “longer” – an hour."
BLANK = mail_of(Letter.TRIED, POINT, POINT.title).body
ROOM = "Or leave it empty.\n\n"
FILLED = BLANK.replace("[ ] It worked in part", "[x] It worked in part").replace(ROOM, f"{ROOM}{DIFFERED}\n")


def read(content: bytes) -> Answer:
    return read_answer(open_email(content, "a.eml").text, "a.eml")


def message(body: str, kind: str = "plain", **how: str) -> bytes:
    made = EmailMessage()
    made["From"], made["To"] = "Kim Ashdown <kim@example.org>", "team@example.org"
    made["Subject"], made["Date"] = "I tried: Let people choose the place", "Thu, 26 Nov 2026 09:00:00 +0000"
    made.set_content(body, subtype=kind, **how)
    return made.as_bytes()


def quoted(body: str) -> str:
    return "Thanks, here it is.\n\n" + "".join(f"> {line}\n" for line in body.split("\n"))


def as_html(body: str) -> str:
    return "<html><head><style>p{}</style></head><body><p>" + body.replace("\n", "<br>\n") + "</p></body></html>"


WAYS = {
    "as text": FILLED.encode(),
    "as text from Windows": FILLED.replace("\n", "\r\n").encode("cp1252"),
    "as text, with a mark": b"\xef\xbb\xbf" + FILLED.encode(),
    "as UTF-16": FILLED.replace("\n", "\r\n").encode("utf-16"),
    "quoted-printable without a head": quopri.encodestring(FILLED.encode()),
    "a message": message(FILLED),
    "a message, quoted-printable": message(FILLED, cte="quoted-printable"),
    "a message in base64": message(FILLED, cte="base64").replace(b"\n", b"\r\n"),
    "a message in Latin letters": message(re.sub("[“”–]", "", FILLED), charset="latin-1"),
    "a message as HTML": message(as_html(FILLED), "html"),
    "wrapped": "\n".join(fill(line, 60) for line in FILLED.split("\n")).encode(),
    "wrapped and repeated": quoted("\n".join(fill(line, 68) for line in FILLED.split("\n"))).encode(),
    "above what was asked": (FILLED + "\n\nOn Thu, 26 Nov 2026, the site wrote:\n" + quoted(BLANK)).encode(),
    "as Outlook saves it": b"From:\tKim Ashdown\r\nSent:\t26 November 2026 09:00\r\nSubject:\tI tried\r\n\r\n"
    + FILLED.replace("\n", "\r\n").encode("cp1252"),
    "from a folder of messages": b"From kim@example.org Thu Nov 26\n" + message(FILLED),
    "without our last words": FILLED.split("Before you send")[0].encode() + b"-- \nKim\n",
    "with hard spaces": FILLED.replace(" ", "\u00a0").encode(),
}


@pytest.mark.parametrize("way", WAYS)
def test_every_answer_comes_back_whichever_way_it_was_saved(way: str) -> None:
    answer = read(WAYS[way])
    assert (answer.letter, answer.point, answer.revision) == (Letter.TRIED, "k3f9abcd", 1)
    assert answer.outcome is Outcome.PARTLY
    assert re.findall(r"\w+", answer.words) == re.findall(r"\w+", DIFFERED)
    assert "example.org" not in str(answer) and "Ashdown" not in str(answer)


@pytest.mark.parametrize(
    ("before", "after", "outcome"),
    [
        ("[ ] It worked\n", "[X] It worked\n", Outcome.WORKED),
        ("[ ] It worked\n", "[ ✓ ]It worked\n", Outcome.WORKED),
        ("[ ] It worked\n", "x [] It worked\n", Outcome.WORKED),
        ("[ ] It worked\n", "[ ] It worked x\n", Outcome.WORKED),
        ("[ ] It worked\n", "(yes) It worked\n", Outcome.WORKED),
        ("[ ] It did not work here", "[x]\nIt did not\nwork here", Outcome.NOT),
        ("[ ] It worked\n[ ] It worked in part\n", "", Outcome.NOT),
        ("[ ] It worked", "[no] It worked", None),
        ("[ ]", "[x]", None),
        ("", "", None),
    ],
)
def test_a_cross_is_known_as_people_make_it_and_two_are_no_answer(
    before: str, after: str, outcome: Outcome | None
) -> None:
    assert read(BLANK.replace(before, after).encode()).outcome is outcome


def test_what_somebody_types_elsewhere_is_given_too() -> None:
    body = FILLED.replace("Hello,", "Hello,\nwe loved it.").replace("work here", "work here\nsee below")
    answer = read(message(body + "\nSent from my phone\nKim\n"))
    assert answer.words == DIFFERED
    assert answer.beside == ("we loved it.", "see below", "Sent from my phone", "Kim")


def test_words_that_look_like_a_head_or_like_thanks_are_words() -> None:
    words = "From: the start it was hard. Thank you! To: be honest, twice."
    assert read(BLANK.replace(ROOM, f"{ROOM}{words}\n").encode()).words == words


def test_a_suggestion_is_told_from_a_report() -> None:
    body = mail_of(Letter.BETTER, replace(POINT, revision=3), POINT.title).body
    answer = read(message(body.replace("please.\n\n", "please.\n\nSay “ask” and not “tell”.\n")))
    assert (answer.letter, answer.outcome, answer.revision) == (Letter.BETTER, None, 3)
    assert answer.words == "Say “ask” and not “tell”."


@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        (b"\xd0\xcf\x11\xe0....", "Outlook’s own kind"),
        (b"PK\x03\x04...", "packed"),
        (b"  \n", "no words"),
        (message("Lunch at one?"), "none of the e-mails"),
        (mail_of(Letter.OWN, POINT, "x").body.encode(), "circle import"),
    ],
)
def test_what_is_no_such_letter_is_said_with_what_to_do(content: bytes, wrong: str) -> None:
    with pytest.raises(CircleError, match=wrong):
        read(content)


@settings(max_examples=30)
@given(title=st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=120))
def test_no_letter_is_longer_than_a_mail_program_takes(title: str) -> None:
    for letter in Letter:
        address = address_of(letter, replace(POINT, title=title), "practice.learning@example.org")
        assert len(address) <= LONGEST and re.fullmatch(r"[!#-;=?-~]+", address)
        assert address.count("&") == 1


@given(words=st.text(st.characters(categories=("L", "N", "P", "Zs")), max_size=200))
def test_no_word_of_an_answer_is_lost(words: str) -> None:
    body = BLANK.replace("[ ] It worked\n", "[x] It worked\n").replace(ROOM, f"{ROOM}{words}\n")
    answer = read(body.encode())
    given = " ".join((answer.words, *answer.beside))
    wanted = re.sub(r"[^\w]", "", words)
    assert wanted in re.sub(r"[^\w]", "", given)


def test_the_letter_reminds_of_who_could_be_recognised_and_asks_for_one_cross() -> None:
    assert REMINDER in BLANK and all(f"[ ] {words}" in BLANK for words in BOXES.values())
    assert "frequency-cricket-album-bookshelf, wording 1" in BLANK
