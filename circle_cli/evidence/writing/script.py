"""What is asked to write a piece of evidence: the six fields, and what the identifier check found in each. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from circle_cli.days import in_print, read_day
from circle_cli.errors import CircleError
from circle_cli.evidence.writing.drawn import beside_what, drawn, from_peers
from circle_cli.evidence.writing.fields import (
    ANSWERS,
    COPY,
    DAY,
    FIELDS,
    IN_MARKDOWN,
    IN_WORD,
    KIND,
    MADE,
    PEER,
    TO,
    TO_COPY,
    WHAT,
    WRITING,
    WRITTEN,
    Evidence,
)
from circle_cli.evidence.year import Year
from circle_cli.guidance.records import Guidance
from circle_cli.interview.answers.answer import Answers, nothing_more
from circle_cli.interview.script.prompts import Misread, Prompt, choice, line, writing
from circle_cli.interview.script.script import Beside
from circle_cli.session.record import Session
from circle_cli.share.proposing.answers import mark_of
from circle_cli.share.proposing.deciding import Before, settled_part, settling
from circle_cli.share.proposing.settling import FindIdentifiers, Resolution, Settled, replace_cast
from circle_cli.text import tidy

FOR_YOURSELF = "for your own record"
_READ = "This is what others would read"
_NOT_YET = "Nothing is made yet. Please choose, go back to change something, or pause: everything is kept."


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing(Beside):
    """What is asked of one session. `check` knows the cast, and who took part, already; `person` is who writes.

    `limit` is how many characters a field may have where somebody set one; `earlier` is what was made of it before.
    """

    guidance: Guidance
    session: Session
    person: str
    today: date
    year: Year
    check: FindIdentifiers
    limit: int | None = None
    earlier: Evidence | None = None

    @property
    def before(self) -> Before:
        """Give what was explained the last time; it holds for a field that stands as it did."""
        said = self.earlier.explained if self.earlier else {}
        why = {words: Resolution(reason=reason) for words, reason in said.items()}
        return dict.fromkeys(self.earlier.fields.values(), why) if self.earlier else {}

    def draw_up(self, answers: Answers) -> tuple[Prompt, ...]:
        """Draw up every prompt that these answers lead to."""
        return tuple(_script(self, answers))


def _script(writing_up: Writing, answers: Answers) -> Iterator[Prompt]:
    begun = writing_up.earlier.fields if writing_up.earlier else _begun(writing_up)
    for key in FIELDS:
        yield _prompt(writing_up, key, begun.get(key, ""))
        if key != DAY:
            yield from settling(
                writing_up.check,
                ANSWERS[key],
                answers,
                written=WRITTEN,
                for_whom=FOR_YOURSELF,
                before=writing_up.before,
            )
    settled = settled_fields(writing_up, answers)
    texts = {key: part.text for key, part in settled.items()}
    if any(part.open for part in settled.values()) or not all(
        texts[key].strip() for key in FIELDS if FIELDS[key].needed
    ):
        return
    warned = dict.fromkeys(
        f"- “{each.words}” {each.finding.reason}" for part in settled.values() for each in part.warnings
    )
    copy = tuple(_reading_copy(texts))
    think = ("", "Please think about these once more:", *warned) if warned else ()
    yield choice(
        MADE.of(mark_of(" ".join((*copy, *warned)))).key,
        f"{_READ}. What shall be made of it?",
        *_offers(answers),
        remark=(*copy, *think),
        needed=_NOT_YET,
        guarded=True,
    )


def _begun(writing_up: Writing) -> Mapping[str, str]:
    begun = drawn(writing_up.guidance, writing_up.session, writing_up.person)
    return {key: text if key == DAY else _without_names(writing_up, text) for key, text in begun.items()}


def _without_names(writing_up: Writing, text: str) -> str:
    return replace_cast(text, writing_up.check, capitals_too=True)[0]


def _prompt(writing_up: Writing, key: str, begun: str) -> Prompt:
    field, answer = FIELDS[key], ANSWERS[key].key
    if key == DAY:
        prompt = line(answer, field.heading, remark=(field.about,), reading=lambda typed: _day(typed, writing_up.today))
        return replace(prompt, prefill=begun, needed=field.needed, echo=lambda kept: day_told(kept, writing_up.year))
    beside = _beside(writing_up, key)
    made = (line if key == KIND else writing)(answer, field.heading, remark=(field.about, *beside))
    return replace(
        made,
        prefill=begun,
        needed=field.needed,
        reading=lambda typed: replace_cast(typed, writing_up.check)[0],
        heard=lambda typed: _names_replaced(writing_up.check, typed),
        echo=lambda kept: too_long(kept, writing_up.limit),
    )


def _beside(writing_up: Writing, key: str) -> tuple[str, ...]:
    shown: tuple[str, ...] = ()
    if key == PEER:
        shown = from_peers(writing_up.guidance, writing_up.session, writing_up.person)
    elif key == WHAT:
        shown = beside_what(writing_up.session)
    return tuple(_without_names(writing_up, each) for each in shown)


def _names_replaced(check: FindIdentifiers, typed: str) -> str:
    pairs = "; ".join(f"“{name}” by “{instead}”" for name, instead in replace_cast(typed, check)[1])
    return f"Replaced, since others will read it: {pairs}." if pairs else ""


def _day(typed: str, today: date) -> str:
    day = read_day(typed, today)
    if day is None:
        raise Misread("That is no day. Please write it as 2026-11-23, or 23 November 2026.")
    return day.isoformat()


def day_told(kept: str, year: Year) -> str:
    """Say that a day lies outside the registration year; nothing where it does not."""
    if not kept or year.holds(day := date.fromisoformat(kept)):
        return ""
    return f"{in_print(day)} is not in your registration year ({year.in_words}), so it may not count for it."


def too_long(text: str, limit: int | None) -> str:
    """Say that a field is longer than somebody's limit; nothing where it is not, or where there is none."""
    if limit is None or len(text) <= limit:
        return ""
    return f"That is {len(text):,} characters; the limit in circle.yml is {limit:,}. It is kept as it is."


def settled_fields(writing_up: Writing, answers: Answers) -> dict[str, Settled]:
    """Give the fields by their keys, each as far as it is settled."""
    return {
        key: Settled(text=each.text(answers), explained={}, open=(), warnings=())
        if key == DAY
        else settled_part(writing_up.check, each, answers, WRITTEN, writing_up.before)
        for key, each in ANSWERS.items()
    }


def _reading_copy(texts: Mapping[str, str]) -> Iterator[str]:
    for key, field in FIELDS.items():
        text = in_print(date.fromisoformat(texts[key])) if key == DAY else texts[key].strip()
        yield f"{field.heading}:"
        yield text or "(left out)"
        yield ""


def _offers(answers: Answers) -> list[tuple[str, str]]:
    to = TO.text(answers)
    if to:
        return [("file", f"Write it to {to}")]
    if COPY.text(answers):
        return [(TO_COPY, "Show each field in turn, to be copied")]
    return [
        (IN_WORD, "A Word document"),
        (IN_MARKDOWN, "A Markdown file"),
        (TO_COPY, "Each field in turn, to be copied into a form"),
    ]


def what_to_make(writing_up: Writing, answers: Answers) -> str:
    """Give what was chosen to be made of the fields as they stand; nothing where nothing was."""
    last = writing_up.draw_up(answers)[-1].key
    return (answers.get(last) or "") if MADE.takes(last) else ""


def written_evidence(writing_up: Writing, answers: Answers) -> Evidence:
    """Give the piece of evidence that the answers make.

    Raises:
        CircleError: something that the check found is not settled; the words are named.
    """
    nothing_more(answers, WRITING)
    settled = settled_fields(writing_up, answers)
    still = [f"- “{found.words}” {found.finding.reason}" for part in settled.values() for found in part.open]
    if still:
        raise CircleError("Not made: these are still to be settled:\n…", words="\n".join(still))
    return Evidence(
        session=writing_up.session.id,
        made=writing_up.today,
        fields={key: tidy(part.text).strip() for key, part in settled.items()},
        explained={words: reason for part in settled.values() for words, reason in part.explained.items()},
    )
