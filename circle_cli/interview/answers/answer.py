"""What an answer is declared with, where it stands alone or once for each name. Pure."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import KW_ONLY, dataclass
from typing import Any, Generic, Protocol, TypeVar

from circle_cli.interview.answers.notation import Notation
from circle_cli.session.record import Session

T = TypeVar("T")

Answers = Mapping[str, str | None]
"""Replies by prompt key, as a draft holds them; None where a prompt was seen and left empty."""


class Declared(Protocol):
    """An answer, or several of one sort, as they are declared."""

    @property
    def unrecorded(self) -> str:
        """Why it becomes nothing in the record; nothing where it becomes something."""

    def takes(self, key: str) -> bool:
        """Tell whether a key is its own."""


@dataclass(frozen=True, slots=True)
class Answer(Generic[T]):
    """One answer. `usual` is what it says where nothing was said.

    `field` is what it becomes of a session, where it is a field whole; where more than that has to be known, composing
    has a part for it. One that `stays` is not taken out of the session when its text is. One that is `asked_again`
    stays open, where it was left so, for whoever opens the session next.
    """

    key: str
    notation: Notation[T]
    _: KW_ONLY
    usual: str = ""
    field: str = ""
    stays: bool = False
    asked_again: bool = False
    unrecorded: str = ""

    def takes(self, key: str) -> bool:
        """Tell whether a key is its own."""
        return key == self.key

    def text(self, answers: Answers) -> str:
        """Give what was said, as it is kept."""
        return answers.get(self.key) or self.usual

    def value(self, answers: Answers) -> T:
        """Give what was said, as a value."""
        return self.notation.read(self.text(answers))

    def given(self, value: T) -> dict[str, str | None]:
        """Give the answer that says this value."""
        return {self.key: None if value is None else self.notation.write(value)}

    def compose(self, answers: Answers, base: Session) -> dict[str, Any]:
        """Give the session's field that it becomes."""
        return {} if self.stays and not self.text(answers) else {self.field: self.value(answers)}

    def decompose(self, session: Session) -> dict[str, str | None]:
        """Give the answer that the session's field holds; one that holds nothing can be asked."""
        return {key: text for key, text in self.given(getattr(session, self.field)).items() if text}


@dataclass(frozen=True, slots=True)
class AnswerForEach(Generic[T]):
    """An answer for each of several names, which nobody knows beforehand; in `keys`, {} is where a name stands."""

    keys: str
    notation: Notation[T]
    _: KW_ONLY
    unrecorded: str = ""

    def takes(self, key: str) -> bool:
        """Tell whether a key is one of its own."""
        return bool(self.name_in(key))

    def name_in(self, key: str) -> str:
        """Give the name that stands in a key; nothing where the key is none of its own."""
        begin, _, end = self.keys.partition("{}")
        mine = key.startswith(begin) and key.endswith(end) and len(key) > len(begin) + len(end)
        return key[len(begin) : len(key) - len(end)] if mine else ""

    def of(self, name: str) -> Answer[T]:
        """Give the answer for one name."""
        return Answer(self.keys.replace("{}", name, 1), self.notation, unrecorded=self.unrecorded)


def nothing_more(answers: Answers, taken: Iterable[Declared]) -> None:
    """Refuse an answer that nobody takes: somebody's words would vanish from the record, and nobody would know.

    Raises:
        LookupError: there is one. It is a mistake of ours; what was written stays in the draft.
    """
    known = tuple(taken)
    for key in answers:
        if not any(each.takes(key) for each in known):
            group = re.split("[/ ]", key, maxsplit=1)[0]  # what follows may be somebody's name
            raise LookupError(f"nothing takes the answer under “{group}”; declare it in interview/answers/")
