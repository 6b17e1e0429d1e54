"""What is asked to propose a learning point: its five parts, and what the identifier check found in each. Pure."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from circle_cli.errors import CircleError
from circle_cli.guidance.records import Guidance
from circle_cli.interview.answers.answer import Answers, Declared, nothing_more
from circle_cli.interview.script.prompts import LATER, Misread, Prompt, choice, line, writing
from circle_cli.interview.script.script import Beside
from circle_cli.points.record import LONGEST_PART, LONGEST_TITLE, PARTS, LearningPoint, StatementLink
from circle_cli.session.record import LearningPoint as Learnt
from circle_cli.session.record import Session
from circle_cli.share.proposal import Proposal
from circle_cli.share.proposing.answers import (
    FINDING,
    LEARNT_NUMBER,
    MEANT,
    POINT_ID,
    POINT_PARTS,
    POINT_TITLE,
    REASON,
    REWORDING,
    SEND,
    WARNED,
    WRITTEN,
    mark_of,
)
from circle_cli.share.proposing.deciding import settled_part, settling
from circle_cli.share.proposing.facets import FACETS, QUESTIONS, SETTING, chosen_themes, facets
from circle_cli.share.proposing.settling import FindIdentifiers, Settled, replace_cast, warnings_about
from circle_cli.share.statement import Explained
from circle_cli.text import tidy
from circle_cli.vocabulary import Setting

PROPOSING: tuple[Declared, ...] = (
    *WRITTEN,
    FINDING,
    REWORDING,
    REASON,
    MEANT,
    *FACETS,
    WARNED,
    SEND,
    LEARNT_NUMBER,
    POINT_ID,
)
"""All that is answered to propose a learning point, and made into it."""

_FOUND_BY = "Others will find it by this."
_ASK = {
    "what-to-try": ("What to try", "What could a colleague elsewhere do? The idea, never the story."),
    "why": ("Why it seems to work", "What made the difference, as far as you can tell? A theory may help to say it."),
    "where-not": (
        "Where it may not fit",
        "For whom, where or when might it not be right? “Not known yet” will do.",
    ),
    "how": ("How to do it", "In a few steps: what would somebody need, and how much time?"),
    "rests-on": (
        "What it rests on",
        "One account, several, research? And what did children, families or adults say mattered?",
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sharing(Beside):
    """What is asked about one learning point of a session. `check` knows the cast and the lists already.

    `earlier` is what was proposed before and came back.
    """

    guidance: Guidance
    session: Session
    learnt: Learnt
    today: date
    check: FindIdentifiers
    earlier: Proposal | None = None

    def draw_up(self, answers: Answers) -> tuple[Prompt, ...]:
        """Draw up every prompt that these answers lead to."""
        return tuple(_script(self, answers))


def _script(sharing: Sharing, answers: Answers) -> Iterator[Prompt]:
    yield _title(sharing)
    yield from settling(sharing.check, POINT_TITLE, answers)
    for key in PARTS:
        yield _part(sharing, key)
        yield from settling(sharing.check, POINT_PARTS[key], answers)
    yield from facets(sharing.guidance, sharing.session, sharing.earlier.point if sharing.earlier else None)
    settled = settled_parts(sharing, answers)
    if any(part.open or not part.text.strip() for part in settled.values()):
        return
    warned = warnings_of(sharing, settled)
    if warned:
        yield choice(
            WARNED.of(mark_of(" ".join(warned))).key,
            "Please think about this once more",
            ("on", "It may stand as it is; the second reader will look at each of these"),
            remark=tuple(f"- {each}" for each in warned),
            needed="Please say that it may stand, or go back (Ctrl-B or .back) and change it.",
            guarded=True,
        )
    copy = tuple(reading_copy({key: part.text for key, part in settled.items()}))
    yield choice(
        SEND.of(mark_of(" ".join(copy))).key,
        "This is what others would read. Shall it go to a second reader?",
        ("yes", "Yes, propose it"),
        (LATER, "Not yet: keep it all, and go on another time"),
        remark=copy,
        needed="Nothing is proposed yet. Please choose one, or go back to change something: everything is kept.",
        pauses=LATER,
        guarded=True,
    )


def _title(sharing: Sharing) -> Prompt:
    earlier = sharing.earlier
    comment = earlier.readings[-1].comment if earlier and earlier.readings else None
    returned = (f"A reader said: {comment}",) if comment else ()
    named = _first(sharing, " ".join((earlier.point.title if earlier else sharing.learnt.text).split()))
    stands, cut = beginning(named, LONGEST_TITLE)
    return replace(
        line(POINT_TITLE.key, "A name for it, in a few words", remark=(*returned, _FOUND_BY, *cut)),
        prefill=stands,
        needed="It needs a name by which others can find it.",
        reading=lambda typed: _replaced(sharing, typed, LONGEST_TITLE),
        heard=lambda typed: _names_replaced(sharing, typed),
    )


def _part(sharing: Sharing, key: str) -> Prompt:
    ask, about = _ASK[key]
    views = tuple(f"- {each.by}: {each.text}" for each in sharing.session.gathered) if key == "rests-on" else ()
    stands, cut = beginning(_first(sharing, _prefill(sharing, key)), LONGEST_PART)
    return replace(
        writing(POINT_PARTS[key].key, ask, remark=(about, *views, *cut), prefill=stands),
        needed="A sentence is enough; “not known yet” is one too.",
        reading=lambda typed: _replaced(sharing, typed, LONGEST_PART),
        heard=lambda typed: _names_replaced(sharing, typed),
    )


def _first(sharing: Sharing, text: str) -> str:
    """Give words of the session as a first draft, with the cast already out of them."""
    return replace_cast(text.strip(), sharing.check)[0]


def beginning(text: str, longest: int) -> tuple[str, tuple[str, ...]]:
    """Give as many sentences of a text as are read, or else words; and what to say of it where that is not all."""
    if len(text) <= longest:
        return text, ()
    sentences = [found.end() - 1 for found in re.finditer(r"(?<=[.!?])[”’\")]*\s|\n", text[: longest + 1])]
    words = [found.start() for found in re.finditer(r"\s", text[: longest + 1])]
    at_sentence = max(sentences, default=0)
    end = at_sentence if at_sentence * 3 > longest else max(words, default=longest)
    return text[:end].rstrip(" \n\t,;:"), (f"This is the beginning of it; at most {longest} characters are read.",)


def _prefill(sharing: Sharing, key: str) -> str:
    if sharing.earlier:
        return sharing.earlier.point.parts[key]
    answers = sharing.session.answers
    if key == "what-to-try":
        return sharing.learnt.text
    if key == "why":
        return answers.get("theory", "")
    return "One account." if key == "rests-on" else ""


def _replaced(sharing: Sharing, typed: str, longest: int) -> str:
    if len(typed) > longest:
        raise Misread(f"That is {len(typed)} characters; at most {longest} are read. Could it be shorter?")
    text = replace_cast(typed, sharing.check)[0]
    if len(text) > longest:
        raise Misread(f"With names replaced it is {len(text)} characters; at most {longest} are read.")
    return text


def _names_replaced(sharing: Sharing, typed: str) -> str:
    """Say which names were replaced as they were typed."""
    done = replace_cast(typed, sharing.check)[1]
    pairs = "; ".join(f"“{name}” by “{instead}”" for name, instead in done)
    return f"Replaced, since they are in the cast: {pairs}." if done else ""


def settled_parts(sharing: Sharing, answers: Answers) -> dict[str, Settled]:
    """Give title and parts by their keys, each as far as it is settled."""
    return {part.key: settled_part(sharing.check, part, answers) for part in WRITTEN}


def warnings_of(sharing: Sharing, settled: Mapping[str, Settled]) -> tuple[str, ...]:
    """Give what should be thought about once more."""
    each = (f"“{warned.words}” {warned.finding.reason}" for part in settled.values() for warned in part.warnings)
    days = (sharing.today - sharing.session.date).days
    return (*dict.fromkeys(each), *warnings_about((part.text for part in settled.values()), days))


def reading_copy(texts: Mapping[str, str]) -> Iterator[str]:
    """Set a learning point out for reading: `texts` are those of the title and the parts by their keys."""
    yield texts[POINT_TITLE.key]
    for key, heading in PARTS.items():
        yield ""
        yield f"{heading}:"
        yield texts[POINT_PARTS[key].key]


def proposed_point(sharing: Sharing, answers: Answers, point_id: str) -> tuple[LearningPoint, tuple[Explained, ...]]:
    """Give the learning point that the answers make, built field by field, and the words explained in it.

    Raises:
        CircleError: something that the check found is not settled; the words are named.
    """
    nothing_more(answers, PROPOSING)
    settled = settled_parts(sharing, answers)
    still = [f"“{found.words}” {found.finding.reason}" for part in settled.values() for found in part.open]
    if still:
        listed = "\n".join(f"- {each}" for each in still)
        raise CircleError("Not proposed: these are still to be settled:\n…", words=listed)
    for key, part in settled.items():
        longest = LONGEST_TITLE if key == POINT_TITLE.key else LONGEST_PART
        if len(part.text) > longest:
            wrong = f"Not proposed: one part has {len(part.text)} characters by now; at most {longest} are read"
            raise CircleError(wrong, do="go back to it, and make it shorter")
    session = sharing.session
    known = sharing.guidance.known_statements
    links = dict.fromkeys((each.framework, each.statement) for each in session.frameworks)
    point = LearningPoint(
        id=point_id,
        title=" ".join(settled[POINT_TITLE.key].text.split()),
        themes=chosen_themes(answers),
        setting=SETTING.value(answers) or Setting(session.setting or Setting.BOTH),
        questions=QUESTIONS.value(answers),
        frameworks=tuple(StatementLink(framework=each[0], statement=each[1]) for each in links if each in known),
        year=sharing.today.year,
        parts={key: tidy(settled[POINT_PARTS[key].key].text) for key in PARTS},
    )
    explained = {words: reason for part in settled.values() for words, reason in part.explained.items()}
    return point, tuple(Explained(words=" ".join(words.split()), reason=reason) for words, reason in explained.items())
