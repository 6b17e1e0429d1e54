"""The e-mails that a learning point's page begins, with everything filled in that can be. Pure.

A mail program gets them by a `mailto:` address, which not every one takes when it is longer than 2,000 characters: what
is said in them is short, and a title that is too long for that is cut.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote

from circle_cli.aloud.words import aloud
from circle_cli.points.record import LearningPoint
from circle_cli.vocabulary import Outcome

LONGEST = 2000
"""Characters of an address that every mail program takes."""

ITS_WORDS = "Its words:"
WORDING = "wording"
HOW = "How did it go? Please put an x between the brackets of one:"
BOXES = {
    Outcome.WORKED: "It worked",
    Outcome.PARTLY: "It worked in part",
    Outcome.NOT: "It did not work here",
}
DIFFERED = (
    "What differed where you tried it? A few words help, such as: by phone, with older adults. Or leave it empty."
)
BETTER = "Which words of it could be better, and what would you say instead? In a sentence or two, please."
OWN = (
    "What went well, and what could others try?",
    "Why do you think it helped?",
    "Where might it not fit?",
)
REMINDER = (
    "Before you send this: could anybody tell who it is about? Please leave out names, places and dates. "
    "An e-mail is not private, and no case record."
)
THANKS = (
    "Thank you! It helps the next person, also where it did not work.",
    "Thank you! Its author will see it.",
    "Thank you! That is how learning travels.",
)
_ROOM = "\n\n\n"


class Letter(StrEnum):
    """What somebody may like to say of a learning point, or beside it."""

    TRIED = "tried"
    BETTER = "better"
    OWN = "own"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """An e-mail before it is sent."""

    subject: str
    body: str


def address_of(letter: Letter, point: LearningPoint, to: str) -> str:
    """Give the address that opens a mail program with the letter to somebody."""
    title = point.title
    while len(address := _address(to, mail_of(letter, point, title))) > LONGEST and len(title) > 1:
        title = title[: len(title) * 3 // 4].rstrip() + ("" if len(title) < 8 else "…")
    return address


def mail_of(letter: Letter, point: LearningPoint, title: str) -> Mail:
    """Write a letter about a learning point that goes by such a title."""
    match letter:
        case Letter.TRIED:
            boxes = "\n".join(f"[ ] {words}" for words in BOXES.values())
            said = [f"I tried “{title}”.\n{_known(point)}", f"{HOW}\n{boxes}", f"{DIFFERED}{_ROOM}"]
            return _mail(f"I tried: {title}", said, THANKS[0])
        case Letter.BETTER:
            said = [f"This is about “{title}”.\n{_known(point)}", f"{BETTER}{_ROOM}"]
            return _mail(f"Better words for: {title}", said, THANKS[1])
        case Letter.OWN:
            said = [f"I read “{title}”, and would like to share one of ours.", *(f"{each}{_ROOM}" for each in OWN)]
            return _mail("Something that worked for us", said, THANKS[2])


def _known(point: LearningPoint) -> str:
    return f"{ITS_WORDS} {aloud(point.id)}, {WORDING} {point.revision}"


def _mail(subject: str, said: Iterable[str], thanks: str) -> Mail:
    return Mail(subject=subject, body="\n\n".join(["Hello,", *said, REMINDER, thanks, ""]))


def _address(to: str, mail: Mail) -> str:
    body = mail.body.replace("\n", "\r\n")
    return f"mailto:{quote(to, safe='@')}?subject={quote(mail.subject, safe='')}&body={quote(body, safe='')}"
