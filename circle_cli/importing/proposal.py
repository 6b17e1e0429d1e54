"""What is proposed to be taken in, and what not, told line by line before anything is written."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from circle_cli.days import in_print
from circle_cli.importing.composing import Composed, brief
from circle_cli.importing.entry import LeftOut
from circle_cli.importing.sorting import Becomes
from circle_cli.importing.targets import Targets

_ROWS_TOLD = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """A session that could be taken in: where the same one is `there` already, in the log or here; or one `like` it."""

    composed: Composed
    there: str = ""
    like: str = ""

    @property
    def is_new(self) -> bool:
        """Tell whether it is to be taken in, if nobody says otherwise."""
        return not self.there


def told(
    proposed: Sequence[Proposed],
    forms: Mapping[tuple[str, ...], Becomes],
    targets: Targets,
    left_out: Sequence[LeftOut],
    taken: int,
    *,
    again: bool,
    whole: bool,
) -> Iterator[str]:
    """Tell of it; `again` where somebody wants what is there already, too, and `whole` without leaving a line out."""
    yield f"{_count(len(proposed), 'session')} found; {taken} to be taken in."
    yield from _part("What becomes what:", _becoming(forms, targets, whole=whole))
    yield from _part("To be taken in:", (_one(each) for each in proposed if each.is_new))
    yield from _part(
        f"In the log already, or twice here; {'once more, as you say' if again else 'left out'}:",
        (f"{_name(each.composed)}, {each.composed.entry.where}: {each.there}" for each in proposed if not each.is_new),
    )
    yield from _part("Understood:", _understood(proposed, whole=whole))
    chosen = [left for each in proposed if each.is_new for left in each.composed.left_out]
    yield from _part("Left out, and not in the log:", (f"{each.where}: {each.why}" for each in (*chosen, *left_out)))


def _part(title: str, lines: Iterable[str]) -> Iterator[str]:
    shown = [f"  {line}" for line in lines]
    yield from ("", title, *shown) if shown else ()


def _becoming(forms: Mapping[tuple[str, ...], Becomes], targets: Targets, *, whole: bool) -> Iterator[str]:
    """Tell of each label what it becomes; of the same label in several forms once, if it becomes the same."""
    seen = dict.fromkeys((label, becomes.get(label, "")) for form, becomes in forms.items() for label in form)
    for label, target in seen:
        if target:
            yield f"“{' '.join(label.split())}”: {targets.called(target)}"
    if homeless := [f"“{label if whole else brief(label)}”" for label, target in seen if not target]:
        yield f"No place of their own, so they go to the situation or the notes: {', '.join(homeless)}"


def _one(each: Proposed) -> str:
    told = f"{_name(each.composed)}, {each.composed.entry.where}"
    return f"{told} (one like it is there: {each.like})" if each.like else told


def _name(each: Composed) -> str:
    return f"{in_print(each.session.date)}, “{each.session.title}”"


def _understood(proposed: Sequence[Proposed], *, whole: bool) -> Iterator[str]:
    """Tell what was understood, unless `whole` without what is mostly alike.

    Of the rows of a long table the first ones are told; of many files, once what is the same in all.
    """
    entries = [each.composed for each in proposed if each.is_new]
    alike = Counter(line for each in entries if not each.entry.table for line in each.told)
    rows, told_of_all = Counter[str](), set[str]()
    for each in entries:
        entry = each.entry
        for line in each.told:
            rows[entry.table] += 1
            if whole or (rows[entry.table] <= _ROWS_TOLD if entry.table else alike[line] <= _ROWS_TOLD):
                yield f"{entry.where}: {line}"
            elif not entry.table and line not in told_of_all:
                told_of_all.add(line)
                yield f"{entry.where}, and {alike[line] - 1} more, of which --dry-run tells each: {line}"
    for table, count in rows.items():
        if table and count > _ROWS_TOLD and not whole:
            yield f"{table}: {count - _ROWS_TOLD} more of its rows; --dry-run tells of each"


def _count(number: int, name: str) -> str:
    return f"{number} {name}" if number == 1 else f"{number} {name}s"
