"""What is asked before a portfolio is made: about what the identifier check found in it, and nothing else. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from circle_cli.days import in_print
from circle_cli.errors import CircleError
from circle_cli.evidence.portfolio.answers import READY, SHOWING, WORDS
from circle_cli.evidence.portfolio.gathered import Portfolio
from circle_cli.guidance.records import Guidance
from circle_cli.ids import short_id
from circle_cli.interview.answers.answer import Answer, Answers, nothing_more
from circle_cli.interview.script.prompts import LATER, Prompt, choice
from circle_cli.interview.script.script import Beside
from circle_cli.session.record import Session
from circle_cli.share.proposing.answers import mark_of
from circle_cli.share.proposing.deciding import Before, decided, settled_part, settling
from circle_cli.share.proposing.settling import FindIdentifiers, Resolution, Settled, replace_cast

FOR_YOURSELF = "for your own record"
_CHOOSE = "Please choose; or pause (everything is kept), and say it otherwise in the session: circle edit."


@dataclass(frozen=True, kw_only=True)
class Showing(Beside):
    """What is asked about one portfolio.

    By a session's id, `checks` know its cast, and `before` is what was decided about it another time.
    """

    guidance: Guidance
    portfolio: Portfolio
    checks: Mapping[str, FindIdentifiers]
    before: Mapping[str, Before] = field(default_factory=dict)

    @cached_property
    def texts(self) -> Mapping[str, tuple[str, Answer[str | None]]]:
        """Give every text by its key, with names replaced, and the answer that stands for it."""
        return {
            key: (replace_cast(text, self.checks[session.id])[0], WORDS.of(key))
            for session, key, text in self.portfolio.texts
        }

    @cached_property
    def session_of(self) -> Mapping[str, Session]:
        """Give the session of each text by its key."""
        return {key: session for session, key, _ in self.portfolio.texts}

    def check_of(self, key: str) -> FindIdentifiers:
        """Give the check for a text."""
        return self.checks[self.session_of[key].id]

    def before_of(self, key: str) -> Before:
        """Give what was decided before about the texts of a text's session."""
        return self.before.get(self.session_of[key].id, {})

    def draw_up(self, answers: Answers) -> tuple[Prompt, ...]:
        """Draw up every prompt that these answers lead to."""
        return tuple(_script(self, answers))


def _script(showing: Showing, answers: Answers) -> Iterator[Prompt]:
    told, written = _with_texts(showing, answers), [part for _, part in showing.texts.values()]
    for key, (_, part) in showing.texts.items():
        check, before = showing.check_of(key), showing.before_of(key)
        for prompt in settling(check, part, told, written=written, for_whom=FOR_YOURSELF, before=before):
            yield _said_where(prompt, showing.session_of[key])
    settled = settled_texts(showing, answers)
    if any(each.open for each in settled.values()):
        return
    changed = [each.text for key, each in settled.items() if each.explained or each.text != showing.texts[key][0]]
    yield choice(
        READY.of(mark_of(" ".join(each.text for each in settled.values()))).key,
        "Everything that was found is settled. Shall the portfolio be made?",
        ("yes", "Yes, make it"),
        (LATER, "Not yet: keep it all, and go on another time"),
        remark=tuple(f"- {text}" for text in changed),
        needed="Nothing is made yet. Please choose one, or go back to change something: everything is kept.",
        pauses=LATER,
        guarded=True,
    )


def _said_where(prompt: Prompt, session: Session) -> Prompt:
    """Say from which session the words are; nothing can be written anew here, so nothing is said of that."""
    if not prompt.options:
        return prompt
    where = f"From the session of {in_print(session.date)} ({short_id(session.id)}):"
    return replace(prompt, remark=(where, *prompt.remark), needed=_CHOOSE)


def _with_texts(showing: Showing, answers: Answers) -> Answers:
    return {**{part.key: text for text, part in showing.texts.values()}, **answers}


def settled_texts(showing: Showing, answers: Answers) -> dict[str, Settled]:
    """Give every text by its key, as far as it is settled."""
    told, written = _with_texts(showing, answers), [part for _, part in showing.texts.values()]
    return {
        key: settled_part(showing.check_of(key), part, told, written, showing.before_of(key))
        for key, (_, part) in showing.texts.items()
    }


def decided_texts(showing: Showing, answers: Answers) -> Mapping[str, Before]:
    """Give what was decided about each text, now or before, by the ids of the sessions."""
    told, written = _with_texts(showing, answers), [part for _, part in showing.texts.values()]
    found: dict[str, dict[str, Mapping[str, Resolution]]] = {}
    for key, (text, part) in showing.texts.items():
        made = decided(showing.check_of(key), part, told, written, showing.before_of(key))
        if made:
            found.setdefault(showing.session_of[key].id, {})[text] = made
    return found


def told_texts(showing: Showing, answers: Answers) -> Mapping[str, str]:
    """Give every text by its key as others may read it.

    Raises:
        CircleError: something that the check found is not settled; the words are named.
    """
    nothing_more(answers, SHOWING)
    settled = settled_texts(showing, answers)
    still = [f"- “{found.words}” {found.finding.reason}" for each in settled.values() for found in each.open]
    if still:
        wrong = "Others will read it, and these are still to be settled, at a terminal:\n…"
        raise CircleError(wrong, words="\n".join(dict.fromkeys(still)))
    return {key: each.text.strip() for key, each in settled.items()}
