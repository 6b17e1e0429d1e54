"""Settling what the identifier check has found: replaced, reworded, or explained as no identifier. Pure.

Nothing is forced: whatever is not settled stays open, and an open finding stops a proposal.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from circle_cli.identifiers.findings.record import Finding, Identifier
from circle_cli.identifiers.grammar import words
from circle_cli.identifiers.seen.tokens import key_of

FindIdentifiers = Callable[[str], tuple[Finding, ...]]
"""The identifier check with cast and lists already given."""

_ARTICLES = re.compile(r"\b(?:the|a|an|his|her|their|my|our|your|its)\s+$", re.IGNORECASE)
_TITLE = re.compile(rf"\b(?:{'|'.join(sorted(words('people', 'titles')))})\.?\s+$", re.IGNORECASE)
_SURE_TITLES = words("people", "sure titles")
_WHEN = re.compile(r"\b(?:on|in|at|during|by)\s+$", re.IGNORECASE)
_OPENS = re.compile(r"(?:^|[.!?:]\s+|\n\s*(?:[-*]\s+)?)$")
_ROUNDS = 200
"""Each round settles one finding; a text has a few dozen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """A finding that a person has to settle: its words, and the text around it with the words in brackets."""

    finding: Finding
    words: str
    around: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A text as far as it is settled. `explained` are its words that are no identifiers, with the reason for each."""

    text: str
    explained: Mapping[str, str]
    open: tuple[Open, ...]
    warnings: tuple[Open, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """What somebody decided about some words: `instead` to put there, or the `reason` why they identify nobody."""

    instead: str | None = None
    reason: str | None = None


def is_a_word_too(finding: Finding) -> bool:
    """Tell whether it is a name of the cast that may be the ordinary word here, as in "the ash fell"."""
    return finding.kind is Identifier.CAST and finding.may_stay


def settle(text: str, check: FindIdentifiers, resolutions: Mapping[str, Resolution]) -> Settled:
    """Apply resolutions (by the words they are for) until nothing changes; what comes into the text is checked too."""
    explained: dict[str, str] = {}
    for _ in range(_ROUNDS):
        found = check(text)
        must = [each for each in found if not each.only_warns]
        again = None
        for each in must:
            words = text[each.start : each.end]
            resolution = resolutions.get(words) or _said_of_the_word(each, words, resolutions)
            if resolution is None:
                continue
            if resolution.instead is not None and resolution.instead != words:
                again = put_instead(text, each, resolution.instead)
                break
            if resolution.reason and each.may_stay:
                explained[words] = resolution.reason
        if again is None:
            still = (each for each in must if not (each.may_stay and text[each.start : each.end] in explained))
            opened = tuple(_opened(text, each) for each in still)
            warned = tuple(_opened(text, each) for each in found if each.only_warns)
            return Settled(text=text, explained=explained, open=opened, warnings=warned)
        text = again
    raise RuntimeError("a replacement brings back what it replaces")  # the caller refuses such a wording first


def _said_of_the_word(finding: Finding, words: str, resolutions: Mapping[str, Resolution]) -> Resolution | None:
    """Give what was said of a word wherever it stands in the text, with a capital letter or without."""
    if not is_a_word_too(finding):
        return None
    return next((each for said, each in resolutions.items() if each.reason and key_of(said) == key_of(words)), None)


def replace_cast(
    text: str, check: FindIdentifiers, *, capitals_too: bool = False
) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Put the general wordings of the cast in the place of its names; also gives what was replaced by what.

    `capitals_too`: also of a word with a capital that may be an ordinary one.
    """
    done: list[tuple[str, str]] = []
    for each in sorted(check(text), key=lambda finding: -finding.start):
        is_meant = not each.may_stay or (capitals_too and text[each.start].isupper())
        if each.kind is Identifier.CAST and is_meant and not each.only_warns and is_ready(each.suggestion):
            done.append((text[each.start : each.end], each.suggestion))
            text = put_instead(text, each, each.suggestion)
    return text, tuple(dict.fromkeys(reversed(done)))


def is_ready(suggestion: str) -> bool:
    """Tell whether a suggestion can stand in the text as it is; others only say what kind of words would do."""
    return not re.search("[“”,:]", suggestion)


def put_instead(text: str, finding: Finding, instead: str) -> str:
    """Replace what was found: one article where there would be two, a capital letter where a sentence opens.

    A title goes with the name that it stands before: nobody says “Mrs the mother”.
    """
    before, after = text[: finding.start], text[finding.end :]
    if finding.kind in (Identifier.CAST, Identifier.PERSON) and not instead[:1].isupper():
        before = _without_title(before)
    if instead.startswith("in ") and (when := _WHEN.search(before)):
        before = before[: when.start()]
    if _ARTICLES.search(before):
        instead = re.sub(r"^(?:the|an?)\s+", "", instead)
    if instead and _OPENS.search(before):
        instead = instead[0].upper() + instead[1:]
    if not instead:  # nothing at all: no gap is left where it stood
        return before.rstrip(" ") + (after if after[:1] in ".,;:!?" or not after else f" {after.lstrip(' ')}")
    return f"{before}{instead}{after}"


def _without_title(before: str) -> str:
    found = _TITLE.search(before)
    is_one = found is not None and (found[0][0].isupper() or found[0].rstrip(". ").casefold() in _SURE_TITLES)
    return before[: found.start()] if found and is_one else before


def _opened(text: str, finding: Finding) -> Open:
    before = text[max(0, finding.start - 60) : finding.start]
    after = text[finding.end : finding.end + 60]
    words = text[finding.start : finding.end]
    left = "… " if finding.start > 60 else ""
    right = " …" if len(text) > finding.end + 60 else ""
    around = f"{left}{_whole(before, cut=finding.start > 60)}[{words}]{_whole_end(after, cut=bool(right))}{right}"
    return Open(finding=finding, words=words, around=" ".join(around.split()))


def _whole(before: str, *, cut: bool) -> str:
    return before.partition(" ")[2] if cut and " " in before else before


def _whole_end(after: str, *, cut: bool) -> str:
    return after.rpartition(" ")[0] if cut and " " in after else after


QUOTES = "It quotes somebody's words. Family may recognise them, and words can be searched for."


def quotes_somebody(text: str) -> bool:
    """Tell whether words stand between quotation marks that could be searched for."""
    return any(len(quoted.split()) >= 4 for quoted in re.findall('[“"]([^”"]{1,400})[”"]', text))


RECENT = 90
"""Days for which those who were there may still place what happened."""


def warnings_about(texts: Iterable[str], days_since: int) -> tuple[str, ...]:
    """Say what a second reader should think about in the text as a whole.

    None of it names anybody; each makes it easier for those who know the story to know it again. The figures are ours.
    """
    whole = "\n".join(texts)
    count = len(whole.split())
    warnings: list[str] = []
    if not 30 <= count <= 250:
        warnings.append(f"It has {count} words; between 30 and 250 are read and remembered best, and tell least.")
    if quotes_somebody(whole):
        warnings.append(QUOTES)
    if days_since < RECENT:
        warnings.append(f"The session is fewer than {RECENT} days ago: those who were there may still place it.")
    return tuple(warnings)
