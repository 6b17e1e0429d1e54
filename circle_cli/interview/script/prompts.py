"""What can be asked: a prompt with its wording and the way its reply is understood. Pure."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # for the name alone, as in asker.py
    from circle_cli.guidance.records import Question


class Misread(Exception):
    """A reply that was not understood; the message says, kindly, what would be."""


LATER = "later"
"""The option by which somebody leaves it for another time."""


class PromptKind(StrEnum):
    """How a prompt is answered."""

    WRITING = "writing"
    LINE = "line"
    CHOICE = "choice"
    SEVERAL = "several"


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One of the things to choose from. Its value is no number: numbers are places in the list."""

    value: str
    label: str

    def __post_init__(self) -> None:
        """Hold the rule: a value that is a number would be taken for another option's place."""
        if self.value.isdecimal():
            raise ValueError(f"{self.value} is a number")


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """One thing that is asked. `key` names its answer in the draft; `remark` stands above it, a line an entry.

    `question` is set where it is one of the eight. `default` is what an empty reply means, if it means anything;
    `prefill` stands there to be changed; where it is said `anew`, that is likely to be something else altogether, and
    typing takes its place. `more` is what `?` shows, where it is none of the eight. `needed` says why it cannot be left
    empty; `urged`, said once, why it would be a pity. `enter` tells what an empty reply does where it means nothing,
    and `left_open` what that comes to. `pauses` is the option that keeps all for another time. `guarded` where the
    answer protects somebody: nothing but a reply that was meant for it is one. `echo`
    gives what is said back of what was understood; `heard`, of the reply as it was typed.
    """

    key: str
    kind: PromptKind
    ask: str
    remark: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    default: str = ""
    prefill: str = ""
    question: "Question | None" = None
    reading: Callable[[str], str] | None = None
    needed: str = ""
    urged: str = ""
    enter: str = "leaves it open"
    left_open: str = ""
    pauses: str = ""
    guarded: bool = False
    echo: Callable[[str], str] | None = None
    heard: Callable[[str], str] | None = None
    more: tuple[str, ...] = ()
    anew: bool = False

    def __post_init__(self) -> None:
        """Hold the rule: what protects somebody is never answered by itself, and leaving it open is told."""
        if self.guarded and (self.default or self.prefill or not (self.needed or self.left_open)):
            raise ValueError(f"{self.key} protects somebody")

    def read(self, reply: str) -> str:
        """Understand a reply: the text to keep, or the value of the option meant.

        Raises:
            Misread: the reply fits nothing that was asked for.
        """
        typed = reply.strip() or self.default
        if not typed and self.needed:
            raise Misread(self.needed)
        if self.kind is PromptKind.WRITING:
            return "" if not typed else self.reading(reply) if self.reading else reply
        if self.kind is PromptKind.CHOICE:
            return self._choice(typed) if typed else ""
        if self.kind is PromptKind.SEVERAL:
            parts = [part.strip() for part in typed.split(",") if part.strip()]
            chosen = ", ".join(dict.fromkeys(self._one_of(part) for part in parts))
            return self.reading(chosen) if self.reading and chosen else chosen
        return self.reading(typed) if self.reading and typed else typed

    def _choice(self, typed: str) -> str:
        found = self.option(typed)
        if found is None:
            many = len(self.options)
            raise Misread(
                f"Please type a number from 1 to {many}." if many > 1 else f"Please type 1. {self.enter_alone()}"
            )
        return found.value

    def _one_of(self, typed: str) -> str:
        """Understand one of several: a number from the list, or words of one's own."""
        found = self.option(typed)
        if found is None and typed.isdigit():
            raise Misread(f"There is no number {typed}; please type numbers from 1 to {len(self.options)}, or words.")
        return found.value if found else self.reading(typed) if self.reading else typed

    def option(self, typed: str) -> Option | None:
        """Give the option that is meant by its number, its value, its words, or the first of them."""
        if typed.isdecimal():
            return self.options[int(typed) - 1] if 1 <= int(typed) <= len(self.options) else None
        folded = typed.casefold()
        for option in self.options:
            if folded in (option.value.casefold(), option.label.casefold()):
                return option
        starts = [option for option in self.options if typed and option.label.casefold().startswith(folded)]
        return starts[0] if len(starts) == 1 else None

    def by_number(self, text: str) -> str:
        """Give what stands there of several as somebody would type it: options by their numbers, not by our names."""
        numbers = {option.value: str(number) for number, option in enumerate(self.options, start=1) if option.value}
        parts = ((part, part.strip()) for part in text.split(","))
        return ",".join(part.replace(said, numbers[said]) if said in numbers else part for part, said in parts)

    def in_words(self, text: str) -> str:
        """Give what stands there as the options say it, and words of one's own as they are."""
        parts = text.split(",") if self.kind is PromptKind.SEVERAL else [text]
        labels = {option.value: option.label for option in self.options}
        return "; ".join(labels.get(part.strip(), part.strip()) for part in parts)

    def enter_alone(self) -> str:
        """Say what an empty reply does, where nothing is chosen."""
        usual = next((option.label for option in self.options if option.value == self.default), None)
        if usual:
            return f"Enter takes “{usual}”."
        return "Enter alone chooses nothing." if self.needed else f"Enter {self.enter}."


def choice(
    key: str,
    ask: str,
    *options: tuple[str, str],
    remark: tuple[str, ...] = (),
    default: str = "",
    needed: str = "",
    enter: str = "leaves it open",
    left_open: str = "",
    pauses: str = "",
    guarded: bool = False,
) -> Prompt:
    """Make a prompt with options given as (value, label)."""
    return Prompt(
        key=key,
        kind=PromptKind.CHOICE,
        ask=ask,
        options=tuple(Option(value=value, label=label) for value, label in options),
        remark=remark,
        default=default,
        needed=needed,
        enter=enter,
        left_open=left_open,
        pauses=pauses,
        guarded=guarded,
    )


def several(
    key: str,
    ask: str,
    *options: tuple[str, str],
    remark: tuple[str, ...] = (),
    reading: Callable[[str], str] | None = None,
    echo: Callable[[str], str] | None = None,
) -> Prompt:
    """Make a prompt for any number of options given as (value, label), or words of one's own: `reading` reads those."""
    made = tuple(Option(value=value, label=label) for value, label in options)
    return Prompt(key=key, kind=PromptKind.SEVERAL, ask=ask, options=made, remark=remark, reading=reading, echo=echo)


def writing(key: str, ask: str, *, remark: tuple[str, ...] = (), prefill: str = "") -> Prompt:
    """Make a prompt for a text of several lines."""
    return Prompt(key=key, kind=PromptKind.WRITING, ask=ask, remark=remark, prefill=prefill)


def line(
    key: str,
    ask: str,
    *,
    remark: tuple[str, ...] = (),
    default: str = "",
    prefill: str = "",
    reading: Callable[[str], str] | None = None,
    needed: str = "",
    urged: str = "",
    echo: Callable[[str], str] | None = None,
    anew: bool = False,
) -> Prompt:
    """Make a prompt for one line of text."""
    return Prompt(
        key=key,
        kind=PromptKind.LINE,
        ask=ask,
        remark=remark,
        default=default,
        prefill=prefill,
        reading=reading,
        needed=needed,
        urged=urged,
        echo=echo,
        anew=anew,
    )
