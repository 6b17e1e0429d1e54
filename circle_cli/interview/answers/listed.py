"""Lists of answers: items with several parts each, of which one more can always be added. Pure."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass, replace
from typing import Any

from circle_cli.interview.answers.answer import Answer, Answers
from circle_cli.session.record import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class ListItem:
    """One item of a list, given or yet to be given, and what was said of it."""

    number: int
    parts: Mapping[str, Answer[Any]]
    answers: Answers

    @property
    def first(self) -> bool:
        """Whether it is the first of its list."""
        return self.number == 1

    def key(self, part: str) -> str:
        """Give the key of one of its parts."""
        return self.parts[part].key

    def text(self, part: str) -> str:
        """Give what was said of a part, as it is kept."""
        return self.parts[part].text(self.answers)

    def value(self, part: str) -> Any:
        """Give what was said of a part, as a value."""
        return self.parts[part].value(self.answers)


@dataclass(frozen=True, slots=True)
class AnswerList:
    """A list of answers, and the records of type `make` that become of it.

    `parts` are an item's answers by the fields of its record, each with the end of its key; where the first says
    nothing there is no item, nor where one of `needs` does. The list becomes the session's `field`, or what composing
    has a part for. `numbered` records have numbers that stay with them. `none` is what the first part of the first
    item says where somebody was asked and there are none.
    """

    group: str
    make: Callable[..., Any]
    parts: Mapping[str, Answer[Any]]
    _: KW_ONLY
    needs: tuple[str, ...] = ()
    field: str = ""
    numbered: bool = False
    none: str = ""
    unrecorded: str = ""

    @property
    def lead(self) -> str:
        """The part that makes an item."""
        return next(iter(self.parts))

    def takes(self, key: str) -> bool:
        """Tell whether a key is that of a part of some item."""
        return self.number_in(key) > 0

    def number_in(self, key: str) -> int:
        """Give the number of the item that a key belongs to; 0 where it is no key of this list."""
        if not key.startswith(self.group):
            return 0  # as most are, and this is asked of every key
        group, _, rest = key.rpartition("/")
        group, _, number = group.rpartition("/")
        mine = group == self.group and number.isdecimal() and any(part.takes(rest) for part in self.parts.values())
        return int(number) if mine else 0

    def numbers(self, answers: Answers) -> list[int]:
        """Give the numbers of the items of which anything was asked, in the order in which it was."""
        return list(dict.fromkeys(number for key in answers if (number := self.number_in(key))))

    def item(self, number: int, answers: Answers) -> ListItem:
        """Give one item."""
        stem = f"{self.group}/{number}"
        parts = {name: replace(part, key=f"{stem}/{part.key}") for name, part in self.parts.items()}
        return ListItem(number=number, parts=parts, answers=answers)

    def asked(self, answers: Answers) -> Iterator[ListItem]:
        """Give every item, and the one that may come next; nothing given is ever left out."""
        last = max((item.number for item in self.given(answers)), default=0)
        return (self.item(number, answers) for number in range(1, last + 2))

    def given(self, answers: Answers) -> list[ListItem]:
        """Give the items that somebody gave, by their numbers."""
        items = (self.item(number, answers) for number in sorted(self.numbers(answers)))
        return [item for item in items if item.text(self.lead)]

    def is_none(self, text: str | None) -> bool:
        """Tell whether the text of a first part says that there are none."""
        return bool(self.none) and (text or "").strip().casefold() == self.none

    def texts(self, number: int, answers: Answers) -> dict[str, str | None]:
        """Give what was said of one item, by its parts; of what nobody was asked there is nothing."""
        keys = {part: answer.key for part, answer in self.item(number, answers).parts.items()}
        return {part: answers[key] for part, key in keys.items() if key in answers}

    def keyed(self, number: int, texts: Answers) -> dict[str, str | None]:
        """Give the answers by which one item says this."""
        item = self.item(number, texts)
        return {item.key(part): text for part, text in texts.items()}

    def alike(self, one: Answers, other: Answers) -> bool:
        """Tell whether what was said of two items makes them the same."""
        usual = {part: answer.usual for part, answer in self.parts.items()}
        return all(
            answer.notation.alike(one.get(part) or usual[part], other.get(part) or usual[part])
            for part, answer in self.parts.items()
        )

    def records(self, answers: Answers, before: Sequence[Any]) -> tuple[Any, ...]:
        """Give the records that the items become; one that was there `before` keeps what nobody is asked for."""
        made: list[Any] = []
        for item in self.given(answers):
            values = {part: item.value(part) for part in self.parts}
            if self.is_none(item.text(self.lead)) or not all(values[part] for part in self.needs):
                continue
            there = before[item.number - 1] if item.number <= len(before) else None
            made.append(replace(there, **values) if there else self._new(values, (*before, *made)))
        return tuple(made)

    def _new(self, values: Mapping[str, Any], others: Sequence[Any]) -> Any:
        if not self.numbered:
            return self.make(**values)
        return self.make(id=max((other.id for other in others), default=0) + 1, **values)

    def written(self, items: Iterable[Mapping[str, Any]]) -> dict[str, str | None]:
        """Give the answers that say these values, an item each, by its parts."""
        made: dict[str, str | None] = {}
        for number, values in enumerate(items, start=1):
            for name, answer in self.item(number, {}).parts.items():
                if values[name] is not None or not answer.asked_again:
                    made |= answer.given(values[name])
        return made

    def compose(self, answers: Answers, base: Session) -> dict[str, Any]:
        """Give the session's field that it becomes; where none is an answer, no answer changes nothing."""
        if self.none and not self.given(answers):
            return {}
        return {self.field: self.records(answers, getattr(base, self.field) or ())}

    def decompose(self, session: Session) -> dict[str, str | None]:
        """Give the answers that the session's field holds."""
        records = getattr(session, self.field)
        if self.none and records == ():
            return {self.item(1, {}).key(self.lead): self.none}
        return self.written({part: getattr(record, part) for part in self.parts} for record in records or ())
