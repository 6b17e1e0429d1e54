"""What a page would carry without showing it: comments, tags, link targets, footnotes, templates, invisible letters."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from circle_cli.identifiers.seen.text import comments
from circle_cli.shown import INVISIBLE

_EMOJI = "\u2190-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff\ufe0f"
_DOTS, _DASHES = ".·•∙⋅●", "\\-–—−‐‑_▬"
_BOTH_ON_A_LINE = rf"(?=[^{_DOTS}\n]{{0,200}}[{_DOTS}])(?=[^{_DASHES}\n]{{0,200}}[{_DASHES}])"
_BOTH_IN_A_LETTER = rf"(?=[{_DOTS}{_DASHES}]{{0,4}}(?:[{_DOTS}][{_DASHES}]|[{_DASHES}][{_DOTS}]))"
_SAID = "dot|dash|dit|dah|di|dih"
_IS_MORSE = "Morse code: whoever sees it cannot read it"


def _morse(between: str, ahead: str) -> str:
    """Give a pattern of three letters of Morse or more; `ahead` keeps rules, dots and empty lists out of it."""
    letter = f"[{_DOTS}{_DASHES}]{{1,5}}"
    return rf"(?<!\S){ahead}{letter}(?:{between}{letter}){{2,200}}(?!\S)"


_MARKS = (
    (
        r"</?[a-zA-Z][^<>\n]{0,300}>|<[!?][a-zA-Z][^<>\n]{0,300}>",
        "HTML: it can carry more than it shows",
        "plain words",
    ),
    (r"!\[[^\[\]\n]{0,300}\]\([^()\n]{0,500}\)", "a picture: it can carry more than it shows", "leave it out"),
    (r"(?<=\])\([^()\n]{1,500}\)", "where a link leads to: the page carries it unseen", "take the link out"),
    (r"(?m)^[ \t]{0,3}\[[^\[\]\n]{1,100}\]:[^\n]*", "a note or link target that a page carries unseen", "take it out"),
    (r"\[\^[^\[\]\n]{1,100}\]", "a footnote", "say it in the text, or leave it out"),
    (
        r"(?m)^[ \t]{0,3}\*\[[^\[\]\n]{1,100}\]:[^\n]*",
        "an abbreviation's meaning, which a page carries unseen",
        "take it out",
    ),
    (r"-{1,2}8<-{1,2}[^\n]*", "an order to put another file here", "take it out"),
    (
        r"\{[{%#][^{}\n]{0,300}[}%#]\}|\{:?[ \t]*[.#][^{}\n]{0,300}\}",
        "a template or attribute, not words",
        "take it out",
    ),
    (r"(?m)^[ \t]{0,3}(?:`{3,}|~{3,})[^\n]*", "a block of code", "plain words"),
    (
        rf"(?<![{_EMOJI}])[{INVISIBLE}]+(?![{_EMOJI}])",
        "invisible characters: they can hide a word",
        "type the words anew",
    ),
    (r"[\u2801-\u28ff](?:[ \u2800]?[\u2801-\u28ff])*", "Braille: whoever sees it cannot read it", "plain words"),
    (_morse(r"[ \t/|]{1,5}", _BOTH_ON_A_LINE), _IS_MORSE, "plain words"),
    (_morse(r"\s{1,5}(?:[*+>]\s{1,5})?", _BOTH_IN_A_LETTER), _IS_MORSE, "plain words"),
    (rf"(?i)\b(?:(?:{_SAID})\b[\s,;/|.-]{{0,5}}){{4,400}}", _IS_MORSE, "plain words"),
    (r"[\U000e0020-\U000e007f]{2,}", "words written in invisible characters", "take them out"),
)
_COMMENT = "a comment: a page carries it, though nobody sees it there"
_SIGN = re.compile(rf"[<\[{{{INVISIBLE}\u2801-\u28ff]")
_MORE = rf"(?:[\s/|]{{1,5}}(?:[*+>]\s{{1,5}})?[{_DOTS}{_DASHES}]{{1,5}}){{2}}"
_IN_SIGNS = re.compile(rf"[{_DOTS}{_DASHES}](?<!\S.)[{_DOTS}{_DASHES}]{{0,4}}{_MORE}")
_IN_WORDS = re.compile(rf"[dD](?<!\w.)(?i:{'|'.join(word[1:] for word in _SAID.split('|'))})\b")
"""One of few characters comes first, and then what stands before it: it is sooner found so."""

_ALONE = re.compile(rf"[{_DOTS}{_DASHES}](?<!\S.)[{_DOTS}{_DASHES}]{{0,4}}(?![^\s/|])")


def find_hidden(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Find in the text as it was given: gives where each begins and ends, the reason and a suggestion."""
    if not _may_be_there(text):
        return
    for start, end in comments(text):
        yield start, end, _COMMENT, "take it out"
    told: set[tuple[tuple[int, int], str]] = set()
    for pattern, reason, suggestion in _made_ready():
        for found in pattern.finditer(text):
            if (found.span(), reason) not in told:
                told.add((found.span(), reason))
                yield *found.span(), reason, suggestion


@cache
def _made_ready() -> "Sequence[tuple[re.Pattern[str], str, str]]":
    """Give the marks as they are looked for: most texts hide nothing."""
    return tuple((re.compile(pattern), reason, suggestion) for pattern, reason, suggestion in _MARKS)


def _may_be_there(text: str) -> bool:
    """Tell it of a whole text: most have nothing of it."""
    if _SIGN.search(text) or "8<" in text or "```" in text or "~~~" in text:
        return True
    half_a_link = "](" in text and _ALONE.search(text)  # beside a dash; by itself it leads nowhere
    return bool(half_a_link or _IN_SIGNS.search(text) or _IN_WORDS.search(text))
