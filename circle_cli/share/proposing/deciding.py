"""What is asked about each thing that the identifier check found, and what was decided. Pure.

A decision holds for its words in one very text: when the part is written anew, all of it is asked anew.
"""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from circle_cli.identifiers.findings.record import Finding, Identifier
from circle_cli.identifiers.seen.tokens import key_of
from circle_cli.interview.answers.answer import Answer, Answers
from circle_cli.interview.script.prompts import Misread, Prompt, choice, line
from circle_cli.share.proposing.answers import (
    A_WORD,
    FINDING,
    KEEP,
    MEANT,
    NOTHING,
    REASON,
    REWORD,
    REWORDING,
    WRITTEN,
    about,
    taken,
    taking,
)
from circle_cli.share.proposing.settling import (
    FindIdentifiers,
    Open,
    Resolution,
    Settled,
    is_a_word_too,
    is_ready,
    settle,
)

Part = Answer[str | None]

Before = Mapping[str, Mapping[str, Resolution]]
"""What was decided another time, by the very text in which it holds, and there by the words."""

_NEVER: Before = MappingProxyType({})

SECOND_READER = "for the second reader"

_NO_REASON = "This one cannot stay."
_INVENTED = f"{_NO_REASON} For an invented example there are invented forms: 07700 900123, jo@example.org."


def settling(
    check: FindIdentifiers,
    part: Part,
    answers: Answers,
    *,
    written: Sequence[Part] = WRITTEN,
    for_whom: str = SECOND_READER,
    before: Before = _NEVER,
) -> Iterator[Prompt]:
    """Ask about the first finding that is open in a part; when a part is written anew, all of it is asked anew.

    `written` are all the parts of the text, `for_whom` says for whom a reason is given. What was decided `before` is
    not asked again.
    """
    text = part.text(answers)
    for words, decision in _decisions(part, answers).items():
        rewording, reason = (about(each, part, text, words) for each in (REWORDING, REASON))
        if decision == REWORD and not rewording.text(answers):
            yield _rewording(check, rewording.key, words)
        if decision == KEEP and not reason.text(answers):
            yield _reasoning(reason.key, words, for_whom)
        if decision == A_WORD and not MEANT.of(key_of(words)).text(answers):
            yield _meaning(words, for_whom)
    for found in settled_part(check, part, answers, written, before).open:
        if found.words not in _decisions(part, answers):
            yield _finding(about(FINDING, part, text, found.words).key, found)
            return


def _decisions(part: Part, answers: Answers) -> Mapping[str, str]:
    start = about(FINDING, part, part.text(answers), "").key
    return {
        key.removeprefix(start): decision for key, decision in answers.items() if key.startswith(start) and decision
    }


def _finding(key: str, found: Open) -> Prompt:
    finding = found.finding
    ready = is_ready(finding.suggestion)
    take = [(taking(finding.suggestion), f"Say “{finding.suggestion}” instead")] if ready else []
    return choice(
        key,
        f"“{found.words}” {finding.reason}",
        *take,
        (REWORD, "Put other words there"),
        *_kept(finding, found.words),
        remark=(
            found.around,
            *([] if ready else [f"Better: {finding.suggestion}."]),
            *_cannot_stay(finding),
        ),
        needed="Please choose; or go back (Ctrl-B or .back) and write the part anew.",
        guarded=True,
    )


def _cannot_stay(finding: Finding) -> list[str]:
    if finding.may_stay or finding.kind in (Identifier.CAST, Identifier.HIDDEN):
        return []
    return [_NO_REASON if finding.kind is Identifier.PERSON else _INVENTED]


def _kept(finding: Finding, words: str) -> list[tuple[str, str]]:
    """Give the choice that lets words stand, where they may."""
    if is_a_word_too(finding):
        return [(A_WORD, f"In this text, “{words}” is the ordinary word, here and everywhere")]
    return [(KEEP, "It is no identifier, and I can say why")] if finding.may_stay else []


def _rewording(check: FindIdentifiers, key: str, words: str) -> Prompt:
    def read(typed: str) -> str:
        if any(not found.only_warns for found in check(typed)):
            raise Misread("Something in those words would be asked about as well. Please type more general ones.")
        return typed

    return line(
        key,
        f"What could stand there instead of “{words}”?",
        remark=("General words, which fit many people. A full stop alone takes it out.",),
        needed="Please type some words, or go back and choose something else.",
        reading=read,
    )


def _reasoning(key: str, words: str, for_whom: str) -> Prompt:
    return line(
        key,
        f"Why does “{words}” tell nobody who, where or when?",
        remark=(f"In a few words, {for_whom}: “an author”, “a method”.",),
        needed="Please say why, or go back and choose something else.",
    )


def _meaning(words: str, for_whom: str) -> Prompt:
    return line(
        MEANT.of(key_of(words)).key,
        f"What does “{words}” mean in this text?",
        remark=(f"In a word or two, {for_whom}: “the plant”, “the month”. It is asked once for the whole text.",),
        needed="Please say what it means, or go back and choose something else.",
    )


def _meant(written: Sequence[Part], answers: Answers) -> Mapping[str, Resolution]:
    """Give what was said once for the whole text, in whichever part it was asked."""
    words = {each for part in written for each, decision in _decisions(part, answers).items() if decision == A_WORD}
    said = {each: MEANT.of(key_of(each)).text(answers) for each in words}
    return {each: Resolution(reason=reason) for each, reason in said.items() if reason}


def _resolutions(part: Part, answers: Answers, written: Sequence[Part]) -> Mapping[str, Resolution]:
    """Give what was decided about the words found in a part."""
    made = dict(_meant(written, answers))
    for words, decision in _decisions(part, answers).items():
        rewording, reason = (about(each, part, part.text(answers), words).text(answers) for each in (REWORDING, REASON))
        suggestion = taken(decision)
        if suggestion is not None:
            made[words] = Resolution(instead=suggestion)
        elif decision == REWORD and rewording:
            made[words] = Resolution(instead="" if rewording == NOTHING else rewording)
        elif decision == KEEP and reason:
            made[words] = Resolution(reason=reason)
    return made


def settled_part(
    check: FindIdentifiers,
    part: Part,
    answers: Answers,
    written: Sequence[Part] = WRITTEN,
    before: Before = _NEVER,
) -> Settled:
    """Give one part as far as it is settled; `written` are all the parts of the text."""
    text = part.text(answers)
    return settle(text, check, {**before.get(text, {}), **_resolutions(part, answers, written)})


def decided(
    check: FindIdentifiers, part: Part, answers: Answers, written: Sequence[Part], before: Before
) -> Mapping[str, Resolution]:
    """Give what was decided about the words of one part, now or before, so that it need not be asked another time."""
    made = {**before.get(part.text(answers), {}), **_resolutions(part, answers, written)}
    explained = settled_part(check, part, answers, written, before).explained
    instead = {words: each for words, each in made.items() if each.instead is not None}
    return {**instead, **{words: Resolution(reason=reason) for words, reason in explained.items()}}
