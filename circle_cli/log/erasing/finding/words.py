"""What a session can be told by wherever it lies: its id, and words of it that stand in no other session.

They are kept in memory alone: a list of them on the disk would be what is to be erased.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace

from circle_cli.errors import CircleError
from circle_cli.log.erasing.finding.sparked import Sparked
from circle_cli.log.saving import slug_of
from circle_cli.session.file import parse_session
from circle_cli.session.record import Session
from circle_cli.session.values import front_of
from circle_cli.text import decode

_SENTENCE, _TITLE, _SLUG, _NAME = 16, 9, 12, 5
"""Letters from which on a sentence, a title, a title in a file's name, and a person's name are told apart."""

_MOST = 200
_BREAK = re.compile(r"[\n\r\t\"|]|(?<=[.!?…])\s+")
_LETTER = rb"[A-Za-z0-9\x80-\xff]"
INSTEAD = b"(erased)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What tells a session; `names` count only where no letter stands beside them."""

    phrases: tuple[bytes, ...] = field(default=(), repr=False)
    names: tuple[bytes, ...] = field(default=(), repr=False)
    sparked: Sparked = field(default=Sparked(), repr=False)
    """The sparks that it began with: lines of files that stay."""

    def found_in(self, content: bytes) -> frozenset[bytes]:
        """Give those that stand in a content, be it in UTF-8 or in the two bytes a letter of Windows."""
        found = frozenset(phrase for phrase in self.phrases if phrase in content)
        if self.names:
            found |= frozenset(match[1] for match in _whole(self.names).finditer(content))
        return found | self.found_in(content.replace(b"\0", b"")) if b"\0" in content else found

    def taken_out_of(self, text: bytes) -> bytes:
        """Give a text without them."""
        for phrase in self.phrases:
            text = text.replace(phrase, INSTEAD)
        return _whole(self.names).sub(INSTEAD, text) if self.names else text

    def __or__(self, others: "Words") -> "Words":
        """Give these, and others."""
        return replace(
            self,
            phrases=tuple(dict.fromkeys((*others.phrases, *self.phrases))),
            names=tuple(dict.fromkeys((*others.names, *self.names))),
        )

    def without(self, common: frozenset[bytes]) -> "Words":
        """Give those that are not among `common`."""
        return replace(
            self,
            phrases=tuple(phrase for phrase in self.phrases if phrase not in common),
            names=tuple(name for name in self.names if name not in common),
        )


def words_of(session_id: str, versions: Iterable[bytes], others: Iterable[bytes], named: Iterable[str] = ()) -> Words:
    """Gather what tells a session from its versions, and from who and what else is `named` in it.

    What stands in `others` too tells nothing, but for the id.
    """
    phrases: set[str] = set()
    names = {name for name in named if len(name) >= _NAME}
    for version in versions:
        text = version.decode("utf-8", "replace")
        phrases |= set(_sentences(_body(text)))
        with suppress(CircleError):
            session = parse_session(decode(version, ""), "")
            told = {key: value for key, value in front_of(session).items() if key != "cast"}
            phrases |= {sentence for text in _texts(told) for sentence in _sentences(text)} | set(_titles(session))
            names |= set(_cast(session))
    longest = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))[:_MOST]
    words = Words(
        phrases=tuple(dict.fromkeys(spelt for phrase in longest for spelt in _spellings(phrase))),
        names=tuple(spelt for name in sorted(names, key=len, reverse=True) for spelt in _spellings(name)),
    )
    for other in others:
        words = words.without(words.found_in(other))
    return Words(phrases=(*words.phrases, session_id.encode()), names=words.names)


def _sentences(text: str) -> Iterator[str]:
    for piece in _BREAK.split(text):
        sentence = piece.strip(" #>*_-`'")
        if len(sentence) >= _SENTENCE and " " in sentence:
            yield sentence


def _body(text: str) -> str:
    """Give the answers, without the headings, which every session has."""
    body = text.removeprefix("---").partition("\n---")[2]
    return "\n".join(line for line in body.splitlines() if not line.startswith("#"))


def _texts(value: object) -> Iterator[str]:
    """Give the texts of what stands above the answers."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from (text for each in value.values() for text in _texts(each))
    elif isinstance(value, Sequence):
        yield from (text for each in value for text in _texts(each))


def _titles(session: Session) -> Iterator[str]:
    if len(session.title) >= _TITLE and " " in session.title:
        yield session.title
    slug = slug_of(session.title, 80)
    if len(slug) >= _SLUG and "-" in slug:
        yield slug


def _cast(session: Session) -> Iterator[str]:
    return (name for entry in session.cast or () for name in (entry.name, *entry.also) if len(name) >= _NAME)


def _spellings(text: str) -> Iterator[bytes]:
    """Give a text as it stands in a file, and in a line of JSON."""
    yield text.encode("utf-8", "replace")
    if not text.isascii():
        yield json.dumps(text)[1:-1].encode()


def _whole(names: Iterable[bytes]) -> re.Pattern[bytes]:
    either = b"|".join(re.escape(name) for name in names)
    return re.compile(b"(?<!%b)(%b)(?!%b)" % (_LETTER, either, _LETTER))
