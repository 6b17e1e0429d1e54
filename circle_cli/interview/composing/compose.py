"""From an interview's answers to a session's record; `decompose` goes the other way. Pure."""

from datetime import date

from circle_cli.interview.answers.answer import Answers, nothing_more
from circle_cli.interview.answers.before import BEFORE
from circle_cli.interview.answers.known import KNOWN
from circle_cli.interview.composing.decompose import decompose
from circle_cli.interview.composing.during import PARTS
from circle_cli.interview.composing.part import Telling, all_answers, put_together
from circle_cli.interview.composing.together import PARTS_OF_TWO, PARTS_TOGETHER
from circle_cli.interview.script.during.round import pair_of
from circle_cli.interview.script.script import Interview
from circle_cli.session.record import Session
from circle_cli.vocabulary import Mode, Status

TAKEN = (*all_answers((*PARTS, *PARTS_TOGETHER)), *(each for each in KNOWN if each.unrecorded))
"""The answers that become something of a session, and those that say why they become nothing."""

UNTITLED = "Something that went well"


def new_session(session_id: str, day: date, mode: Mode) -> Session:
    """Give the session as it is before the first answer."""
    return Session(id=session_id, title=UNTITLED, date=day, mode=mode, status=Status.RECORDED)


def compose(interview: Interview, answers: Answers, base: Session) -> Session:
    """Put the answers into `base`; what it holds and nobody answered anew stays, to the letter."""
    nothing_more(answers, (*TAKEN, *BEFORE))  # what was settled before the session is in its file already
    telling = Telling(interview=interview, company=interview.company(answers), answers=answers, base=base)
    others = PARTS_TOGETHER if telling.company else PARTS_OF_TWO if pair_of(answers) else ()
    parts = (*PARTS, *others)
    return put_together(parts, telling, decompose(base))
