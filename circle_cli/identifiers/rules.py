"""A decision as a table: rules from top to bottom, and the first that holds decides."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, ParamSpec, TypeVar

Where = ParamSpec("Where")
Verdict = TypeVar("Verdict")


@dataclass(frozen=True, slots=True)  # not keyword-only: a row of a table is read across
class Rule(Generic[Where, Verdict]):
    """`when` says it in words or by an example; where it `holds`, `then` is decided."""

    when: str
    holds: Callable[Where, bool]
    then: Verdict


def decided(rules: Iterable[Rule[Where, Verdict]], *args: Where.args, **_none: Where.kwargs) -> Verdict | None:
    """Give what the first rule that holds decides; None where none does."""
    for rule in rules:
        if rule.holds(*args):  # type: ignore[call-arg]  # to hand on what no rule takes is longer than most of them
            return rule.then
    return None


def otherwise(*_args: object, **_kwargs: object) -> bool:
    """Hold always: for the last rule of a table."""
    return True
