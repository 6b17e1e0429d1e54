"""What is asked about each thing that the identifier check found, and what was decided. Pure.

A decision holds for its words in one very text: when the part is written anew, all of it is asked anew.
"""

import zlib
from collections.abc import Iterator, Mapping

from circle_cli.interview.script.answers import Answers
from circle_cli.interview.script.prompts import Misread, Prompt, choice, line
from circle_cli.share.proposing.settling import (
    NEVER_EXPLAINED,
    FindIdentifiers,
    Open,
    Resolution,
    Settled,
    is_ready,
    settle,
)

TAKE = "say "
"""What stands before a suggestion that was taken."""

REWORD, KEEP = "reword", "keep"


def settling(check: FindIdentifiers, key: str, answers: Answers) -> Iterator[Prompt]:
    """Ask about the first finding that is open in a part; when a part is written anew, all of it is asked anew."""
    for words, decision in _decisions(key, answers).items():
        if decision == REWORD and not answers.get(_at("reword", key, words, answers)):
            yield _rewording(check, _at("reword", key, words, answers), words)
        if decision == KEEP and not answers.get(_at("reason", key, words, answers)):
            yield _reasoning(_at("reason", key, words, answers), words)
    settled = settled_part(check, key, answers)
    for found in settled.open:
        if found.words not in _decisions(key, answers):
            yield _finding(_at("finding", key, found.words, answers), found)
            return


def _at(what: str, key: str, words: str, answers: Answers) -> str:
    """Give the key of a decision: it holds for these words in this very text, and for no other."""
    return f"{what}/{key}/{mark_of(answers.get(key) or '')}/{words}"


def _decisions(key: str, answers: Answers) -> Mapping[str, str]:
    start = _at("finding", key, "", answers)
    return {
        name.removeprefix(start): decision for name, decision in answers.items() if name.startswith(start) and decision
    }


def _finding(name: str, found: Open) -> Prompt:
    finding = found.finding
    ready = is_ready(finding.suggestion)
    take = [(f"{TAKE}{finding.suggestion}", f"Say “{finding.suggestion}” instead")] if ready else []
    keep = [(KEEP, "It is no identifier, and I can say why")] if finding.kind not in NEVER_EXPLAINED else []
    return choice(
        name,
        f"“{found.words}” {finding.reason}",
        *take,
        (REWORD, "Put other words there"),
        *keep,
        remark=(found.around, *([] if ready else [f"Better: {finding.suggestion}."])),
        needed="Please choose; or go back (Ctrl-B or .back) and write the part anew.",
    )


def _rewording(check: FindIdentifiers, name: str, words: str) -> Prompt:
    def read(typed: str) -> str:
        if any(not found.only_warns for found in check(typed)):
            raise Misread("Something in those words would be asked about as well. Please type more general ones.")
        return typed

    return line(
        name,
        f"What could stand there instead of “{words}”?",
        remark=("General words, which fit many people. A full stop alone takes it out.",),
        needed="Please type some words, or go back and choose something else.",
        reading=read,
    )


def _reasoning(name: str, words: str) -> Prompt:
    return line(
        name,
        f"Why does “{words}” tell nobody who, where or when?",
        remark=("In a few words, for the second reader: “an author”, “a method”.",),
        needed="Please say why, or go back and choose something else.",
    )


def resolutions(key: str, answers: Answers) -> Mapping[str, Resolution]:
    """Give what was decided about the words found in a part."""
    made: dict[str, Resolution] = {}
    for words, decision in _decisions(key, answers).items():
        reword, reason = (answers.get(_at(what, key, words, answers)) for what in ("reword", "reason"))
        if decision.startswith(TAKE):
            made[words] = Resolution(instead=decision.removeprefix(TAKE))
        elif decision == REWORD and reword:
            made[words] = Resolution(instead="" if reword == "." else reword)
        elif decision == KEEP and reason:
            made[words] = Resolution(reason=reason)
    return made


def settled_part(check: FindIdentifiers, key: str, answers: Answers) -> Settled:
    """Give one part as far as it is settled."""
    return settle(answers.get(key) or "", check, resolutions(key, answers))


def mark_of(text: str) -> str:
    """Give a few characters that change when a text does."""
    return f"{zlib.crc32(text.encode('utf-8', 'surrogatepass')):08x}"
