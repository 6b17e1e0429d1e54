"""What the identifier check sees in what somebody wrote, so that it need not be asked: names, and a quiet title."""

from circle_cli.identifiers.check import find_identifiers
from circle_cli.identifiers.findings.record import Finding, Identifier
from circle_cli.identifiers.lists import load_lists
from circle_cli.interview.answers.answer import Answers
from circle_cli.interview.composing.naming import named_after
from circle_cli.log.folder import Log
from circle_cli.session.record import CastEntry, Session

_NAMES = frozenset((Identifier.NAME, Identifier.PERSON, Identifier.PLACE, Identifier.ORGANISATION))
_MOST = 12
_INSTEAD = {Identifier.PLACE: "the place", Identifier.ORGANISATION: "a service"}
_SOMEBODY = "somebody"
_WORDS = 4
"""A suggestion of more words, or with marks in it, explains what could be said; a shorter one can be said as it is."""


def quiet_name(log: Log, answers: Answers) -> str:
    """Name a session after what was written, by words in which nothing is found; nothing if there are none."""
    lists = load_lists(log.root)
    return named_after(answers, lambda title: not find_identifiers(title, (), lists))


def names_seen(log: Log, session: Session) -> tuple[CastEntry, ...]:
    """Give the names that stand in a session's answers, each once and the first dozen, with what to say instead."""
    lists, found = load_lists(log.root), dict[str, CastEntry]()
    for text in session.answers.values():
        for finding in find_identifiers(text, (), lists):
            name = " ".join(text[finding.start : finding.end].split())
            if _is_a_name(finding, name) and _can_be_typed(name):
                found.setdefault(name.casefold(), CastEntry(name=name, say=_instead(finding)))
    return tuple(found.values())[:_MOST]


def _is_a_name(finding: Finding, name: str) -> bool:
    """Tell whether somebody goes by it: “by the canal” only says where, and a name in small letters is one."""
    somebody = finding.kind not in _INSTEAD
    return finding.kind in _NAMES and not finding.only_warns and (somebody or not name.islower())


def _can_be_typed(name: str) -> bool:
    return not set(name) & set(",;()=→") and "->" not in name


def _instead(finding: Finding) -> str:
    able = len(finding.suggestion.split()) <= _WORDS and finding.suggestion.replace(" ", "").isalpha()
    return finding.suggestion if able else _INSTEAD.get(finding.kind, _SOMEBODY)
