"""What is asked before a portfolio is made: about what the identifier check found in it, and nothing else. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from circle_cli.errors import CircleError
from circle_cli.evidence.portfolio.answers import READY, SHOWING, WORDS
from circle_cli.evidence.portfolio.gathered import Portfolio
from circle_cli.guidance.records import Guidance
from circle_cli.interview.answers.answer import Answer, Answers, nothing_more
from circle_cli.interview.script.prompts import Prompt, choice
from circle_cli.interview.script.script import Beside
from circle_cli.share.proposing.answers import mark_of
from circle_cli.share.proposing.deciding import settled_part, settling
from circle_cli.share.proposing.settling import FindIdentifiers, Settled, replace_cast

FOR_YOURSELF = "for your own record"


@dataclass(frozen=True, kw_only=True)
class Showing(Beside):
    """What is asked about one portfolio; `checks` know the cast of each session, by its id."""

    guidance: Guidance
    portfolio: Portfolio
    checks: Mapping[str, FindIdentifiers]

    @cached_property
    def texts(self) -> Mapping[str, tuple[str, Answer[str | None]]]:
        """Give every text by its key, with names replaced, and the answer that stands for it."""
        return {
            key: (replace_cast(text, self.checks[session.id])[0], WORDS.of(key))
            for session, key, text in self.portfolio.texts
        }

    @cached_property
    def check_of(self) -> Mapping[str, FindIdentifiers]:
        """Give the check for each text by its key."""
        return {key: self.checks[session.id] for session, key, _ in self.portfolio.texts}

    def draw_up(self, answers: Answers) -> tuple[Prompt, ...]:
        """Draw up every prompt that these answers lead to."""
        return tuple(_script(self, answers))


def _script(showing: Showing, answers: Answers) -> Iterator[Prompt]:
    told, written = _with_texts(showing, answers), [part for _, part in showing.texts.values()]
    for key, (_, part) in showing.texts.items():
        yield from settling(showing.check_of[key], part, told, written=written, for_whom=FOR_YOURSELF)
    settled = settled_texts(showing, answers)
    if any(each.open for each in settled.values()):
        return
    changed = [each.text for key, each in settled.items() if each.explained or each.text != showing.texts[key][0]]
    yield choice(
        READY.of(mark_of(" ".join(each.text for each in settled.values()))).key,
        "Everything that was found is settled. Shall the portfolio be made?",
        ("yes", "Yes, make it"),
        remark=tuple(f"- {text}" for text in changed),
        needed="Nothing is made yet. Please choose it, go back to change something, or pause: everything is kept.",
        guarded=True,
    )


def _with_texts(showing: Showing, answers: Answers) -> Answers:
    return {**{part.key: text for text, part in showing.texts.values()}, **answers}


def settled_texts(showing: Showing, answers: Answers) -> dict[str, Settled]:
    """Give every text by its key, as far as it is settled."""
    told, written = _with_texts(showing, answers), [part for _, part in showing.texts.values()]
    return {key: settled_part(showing.check_of[key], part, told, written) for key, (_, part) in showing.texts.items()}


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
