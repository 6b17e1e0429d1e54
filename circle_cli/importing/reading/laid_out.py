"""Lines of a document, whatever program it is of, gathered under the labels that they stand below or beside."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from circle_cli.importing.entry import Piece
from circle_cli.importing.targets import FIELDS, Targets

_BESIDE = re.compile(r"[\s#>*_-]*([^:\n]{2,80}?)[\s*_]*::?[\s*_]*(\S[^\n]*)?", re.DOTALL)
_APART = re.compile(r"[ ]*\t\s*|\s{3,}|\s+\|\s+")
_AROUND = " \t*_>:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A line that looks like a heading; `line` is how it stood there."""

    text: str
    line: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A paragraph, or a line of one; `tight` where no blank line parts it from the next."""

    text: str
    tight: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A label and what stands beside it."""

    label: str
    text: str


Line = Heading | Words | Pair


def pieces_of(lines: Iterable[Line], targets: Targets) -> tuple[Piece, ...]:
    """Gather the lines. A plain line opens a part where it is, word for word, what a form asks for."""
    found: list[Piece] = [Piece(text="")]
    tight = False
    for line in lines:
        match line:
            case Heading() if beside := [*_several(line.text, targets)] or [*_beside(line.text, "", targets)]:
                found += beside
            case Heading():
                own = not targets.word_for_word(line.text)
                found.append(Piece(label=line.text, text="", heading=line.line, level=line.level, own=own))
            case Pair():
                own = not targets.word_for_word(line.label)
                found += [Piece(label=line.label, text=line.text, own=own), Piece(text="")]
            case Words():
                opened = list(_opened(line.text, targets))
                if opened:
                    found += opened
                elif line.text or tight:
                    found[-1] = _with_more(found[-1], line.text, tight=tight and line.tight)
        tight = isinstance(line, Words) and line.tight
    return tuple(replace(each, text=each.text.strip("\n")) for each in found if each.label or each.text.strip())


def _opened(text: str, targets: Targets) -> Iterator[Piece]:
    """Give what a plain line opens: `What went well?`, or `Date: 4 March 2026`, or both over two lines."""
    first, _, rest = text.partition("\n")
    label = first.strip(_AROUND)
    if targets.surely(label) and not first.rstrip().endswith("."):
        yield Piece(label=label, text=rest, heading=first, own=not targets.word_for_word(label))
        return
    if several := list(_several(first, targets)):
        yield from (*several, Piece(text=rest))
        return
    yield from _beside(first, rest, targets)


def _several(line: str, targets: Targets) -> Iterator[Piece]:
    """Give the labels of a line that has several, each with what stands beside it: `Name: Bea     Date: 4 March`."""
    found = [_BESIDE.fullmatch(part) for part in _APART.split(line.strip())]
    if len(found) > 1 and all(found) and any(each and targets.surely(each[1]) for each in found):
        labels = [each[1].strip(_AROUND) for each in found if each]
        texts = [each[2] or "" for each in found if each]
        for label, text in zip(labels, texts, strict=True):
            yield Piece(label=label, text=text, own=not targets.word_for_word(label))


def _beside(first: str, rest: str, targets: Targets) -> Iterator[Piece]:
    """Give a label and what stands beside it on its line, if that is one of those that forms ask for."""
    found = _BESIDE.fullmatch(first)
    target = targets.surely(found[1]) if found else None
    if not found or not target:
        return
    beside, label = (found[2] or "").strip(), found[1].strip(_AROUND)
    own = not targets.word_for_word(label)
    if target in FIELDS:
        yield Piece(label=label, text=beside or rest, heading=first, own=own)
        if beside:
            yield Piece(text=rest)
    elif " " in found[1].strip() or not beside:
        yield Piece(label=label, text="\n".join(part for part in (beside, rest) if part), own=own)


def _with_more(piece: Piece, text: str, *, tight: bool) -> Piece:
    between = "" if not piece.text else "\n" if tight else "\n\n"
    return replace(piece, text=f"{piece.text}{between}{text}")


def headed(pieces: tuple[Piece, ...], targets: Targets) -> tuple[str, tuple[Piece, ...]]:
    """Take the name of a document from the heading at its beginning, if that asks for nothing; give the rest, too.

    One that looks like a title may have a word of ours in it, as in “Learning to wait”.
    """
    place = next((number for number, piece in enumerate(pieces) if not piece.aside), None)
    first = None if place is None else pieces[place]
    if place is None or first is None or not first.is_heading or first.level > 1:
        return "", pieces
    titled = first.level == 1 and not first.label.endswith("?")
    if targets.surely(first.label) if titled else targets.nearly(first.label):
        return "", pieces
    rest = (Piece(text=first.text),) if first.text else ()
    return first.label, (*pieces[:place], *rest, *pieces[place + 1 :])
