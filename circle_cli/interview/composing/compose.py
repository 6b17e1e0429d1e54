"""From an interview's answers to a session's record; `decompose` goes the other way. Pure."""

from datetime import date

from circle_cli.interview.answers.answer import Answers
from circle_cli.interview.composing.decompose import decompose
from circle_cli.interview.composing.during import PARTS
from circle_cli.interview.composing.part import Telling, put_together
from circle_cli.interview.composing.together import PARTS_TOGETHER
from circle_cli.interview.script.script import Interview
from circle_cli.session.record import Session
from circle_cli.vocabulary import Mode, Status

UNTITLED = "Something that went well"


def new_session(session_id: str, day: date, mode: Mode) -> Session:
    """Give the session as it is before the first answer."""
    return Session(id=session_id, title=UNTITLED, date=day, mode=mode, status=Status.RECORDED)


def compose(interview: Interview, answers: Answers, base: Session) -> Session:
    """Put the answers into `base`; what it holds and nobody answered anew stays, to the letter."""
    telling = Telling(interview=interview, company=interview.company(answers), answers=answers, base=base)
    parts = (*PARTS, *PARTS_TOGETHER) if telling.company else PARTS
    return put_together(parts, telling, decompose(base))
