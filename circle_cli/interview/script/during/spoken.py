"""What people say one after another, as somebody types it meanwhile: a line each, with a name first. Pure."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from circle_cli.interview.answers.people import names_in
from circle_cli.interview.script.people import EVERYONE
from circle_cli.session.people import folded

CONTINUED = "  "
"""What a line begins with that goes on with the one before: a text may have several."""

_ALL = frozenset(("everyone", "everybody", "all", "all of us", "all of you", "the group"))
_TO = re.compile(r"^(?:to|for)\s+", re.IGNORECASE)
_FROM_TO = re.compile(r"(.+?)\s*(?:\bto\b|\bfor\b|→|->)\s*(.+)", re.IGNORECASE)
_BEHIND_A_NAME = re.compile(r":|\s[-–—]\s")
_SAYS = re.compile(r"\s+(?:said|says|noticed|saw)$", re.IGNORECASE)
_A_BEGINNING = 3
"""With fewer letters, the beginning of a name may be any word."""


def lines_in(text: str) -> tuple[str, ...]:
    """Give what was said, one by one."""
    lines: list[str] = []
    for line in text.split("\n"):
        if line.startswith(CONTINUED) and lines:
            lines[-1] += f"\n{line.removeprefix(CONTINUED)}"
        elif line.strip():
            lines.append(line)
    return tuple(lines)


def said_in(text: str, people: Sequence[str]) -> Iterator[str]:
    """Give what was said, one by one; a name alone on a line is that of the next, or of somebody who passed."""
    name = ""
    for line in lines_in(text):
        alone = line.rstrip()
        if alone.endswith(":") and not _apart(alone)[1] and named_first(f"{alone} -", people)[0]:
            name = alone
            continue
        yield f"{name} {line}" if name and not named_first(line, people)[0] else line
        name = ""


def as_line(words: str) -> str:
    """Write something of several lines so that it reads as one."""
    return words.replace("\n", f"\n{CONTINUED}")


def named_first(line: str, people: Sequence[str]) -> tuple[tuple[str, ...], str]:
    """Give whom a line names before a colon or a dash, and the rest; nobody where that is none of these people."""
    head, words = _apart(line)
    named = [_meant(part, people) for part in names_in(_TO.sub("", head.strip()))]
    found = tuple(dict.fromkeys(name for name in named if name))
    whole = bool(words.strip() and found and len(named) == sum(map(bool, named)))
    return (found, words.strip()) if whole else ((), line.strip())


def without_speaker(line: str, speaker: str, people: Sequence[str]) -> str:
    """Give a line without the name of whoever says it: `Aisha: ...`, `Aisha said: ...`, or `Aisha to Jo: ...`."""
    head, words = _apart(line)
    from_to = _FROM_TO.fullmatch(head.strip())
    if words and from_to and _meant(from_to[1], people) == speaker and _meant(from_to[2], people):
        return f"{from_to[2]}:{words}"
    says = words.strip() and _meant(_SAYS.sub("", head.strip()), people) == speaker
    return words if says else line


def _apart(line: str) -> tuple[str, str]:
    """Give what stands before the first colon, or dash with room around it, and what stands behind."""
    sign = _BEHIND_A_NAME.search(line)
    return (line[: sign.start()], line[sign.end() :]) if sign else ("", "")


def _meant(named: str, people: Sequence[str]) -> str | None:
    """Find the one person meant: by the whole name, its first word, or an unmistakable beginning."""
    wanted = _plain(named)
    if wanted in _ALL:
        return EVERYONE
    exact = [name for name in people if _plain(name) == wanted]
    found = exact or [name for name in people if _begins(_plain(name), wanted)]
    return found[0] if len(found) == 1 else None


def _plain(name: str) -> str:
    """Give a name as it is typed in haste: without its accents."""
    return "".join(sign for sign in unicodedata.normalize("NFD", folded(name)) if not unicodedata.combining(sign))


def _begins(name: str, wanted: str) -> bool:
    return name.startswith(wanted) and (name.startswith(f"{wanted} ") or len(wanted) >= _A_BEGINNING)


def in_a_list(names: Iterable[str]) -> str:
    """Give names as they are said: `Sam, Jo and Bea`."""
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last
