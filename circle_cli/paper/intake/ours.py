"""The words that are printed on a sheet, known again when the marks that a program set beside them are gone.

They are compared by their letters alone: other programs change quotation marks, dashes, spaces and line breaks.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from circle_cli.guidance.ours import unmarked
from circle_cli.guidance.records import Guidance
from circle_cli.paper.document import CREDIT, fingerprint
from circle_cli.paper.intake import earlier
from circle_cli.paper.layout import HINTS, PRIVATE
from circle_cli.paper.letters import letters
from circle_cli.paper.prints.sheet import headings_of

_ORNAMENT = ' \t\n>*_#•·-–—"“”.?!…:'
"""What programs put before and after a quotation, or an item of a list."""

_ENDING = re.compile(r"^[.?!…:]+")

_SHORT = 12
"""Fewer letters than this could stand in any sentence: they are ours as a whole paragraph only."""

_MOST_PIECES = 10
"""Into so many paragraphs a program may have broken one hint."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OurWords:
    """What is printed on a sheet, by its letters: headings, roles and modes with their ids, whose views, what advises.

    `hints` stand on every sheet; `prompts` on the page of prompts, from which people copy them.
    """

    headings: Mapping[str, str]
    roles: Mapping[str, str]
    modes: Mapping[str, str]
    mode_titles: Mapping[str, str]
    views: Mapping[str, str]
    hints: tuple[str, ...]
    prompts: tuple[str, ...]

    def lost(self, found: Collection[str]) -> tuple[frozenset[str], frozenset[str]]:
        """Give the letters of the hints, and of the prompts, that have to be looked for by their words.

        `found` are the fingerprints of those that were found by their marks: a person may well have written the very
        words of these, too.
        """
        hints = frozenset(letters(hint) for hint in self.hints if fingerprint(hint) not in found)
        return hints, frozenset() if found else frozenset(letters(prompt) for prompt in self.prompts)


def our_words(*guidances: Guidance) -> OurWords:
    """Gather the words of all guidances that a sheet may have been printed with; the first stands before the others."""
    questions = [question for guidance in guidances for question in guidance.asked]
    titles = [*(pair for guidance in guidances for pair in headings_of(guidance).items()), *earlier.TITLES]
    roles = [(role.id, role.title) for guidance in guidances for role in guidance.roles]
    modes = [(mode.id, mode.title) for guidance in guidances for mode in guidance.modes]
    views = [view for guidance in guidances for view in guidance.views]
    aims = [aim for question in questions for aim in question.aims]
    prompts = [form for question in questions for prompt in question.prompts for form in (prompt, unmarked(prompt))]
    return OurWords(
        headings={letters(title): name for name, title in reversed(titles)},
        roles={letters(title): name for name, title in reversed(roles)},
        modes={letters(title): name for name, title in reversed(modes)},
        mode_titles=dict(reversed(modes)),
        views={letters(view): view for view in reversed(views)},
        hints=tuple(dict.fromkeys((*aims, *HINTS.values(), PRIVATE, CREDIT))),
        prompts=tuple(dict.fromkeys((*prompts, *earlier.LINES))),
    )


def heading_in(text: str, headings: Mapping[str, str]) -> tuple[str, str] | None:
    """Find the heading that a paragraph which looks like one begins with, and what a person wrote behind it."""
    text = text.lstrip("0123456789 \t\n\xa0.)")  # a number that a program, or somebody, gave it
    found = letters(text)
    if name := headings.get(found):
        return name, ""
    for each, name in headings.items():
        if found.startswith(each) and (rest := _after(text, len(each))).startswith(("?", "\n")):
            return name, rest.lstrip("?").strip()
    return None


def without_hints(pieces: Sequence[str], hints: Collection[str], prompts: Collection[str]) -> list[str]:
    """Give paragraphs without the hints in them, whole or broken over several; whatever else was written there stays.

    A prompt goes where it is a whole paragraph: within one, somebody answers it.
    """
    left = list(pieces)
    within = [hint for hint in hints if len(hint) >= _SHORT]
    for place, piece in enumerate(left):
        found = letters(piece)
        if not found:
            continue
        if found in prompts or found in hints:
            left[place] = ""
        elif any(hint in found for hint in within):
            left[place] = _cut_out(piece, within)
        elif any(hint.startswith(found) for hint in hints):
            _cut_broken(left, place, hints)
    return left


def _cut_out(piece: str, hints: Collection[str]) -> str:
    """Take the hints out of a paragraph, and the full stop that was theirs."""
    placed = [(letter, place) for place, sign in enumerate(piece) for letter in letters(sign)]
    found = "".join(letter for letter, _ in placed)
    for hint in sorted(hints, key=len, reverse=True):
        found = found.replace(hint, "\0" * len(hint))
    kept, start = [], 0
    for cut in re.finditer("\0+", found):
        kept.append(piece[start : placed[cut.start()][1]])
        start = placed[cut.end() - 1][1] + 1
    kept.append(piece[start:])
    return "\n".join(part for each in kept if (part := _without_ornament(each)))


def _cut_broken(pieces: list[str], start: int, hints: Collection[str]) -> None:
    """Take out a hint that begins with a whole paragraph and goes on in the next ones."""
    found = letters(pieces[start])
    for place in range(start + 1, min(start + _MOST_PIECES, len(pieces))):
        before, found = found, found + letters(pieces[place])
        whole = next((hint for hint in hints if found.startswith(hint)), None)
        if whole is not None:
            pieces[start:place] = [""] * (place - start)
            pieces[place] = _without_ornament(_after(pieces[place], len(whole) - len(before)))
        if whole is not None or not any(hint.startswith(found) for hint in hints):
            return


def _after(text: str, count: int) -> str:
    """Give what stands in a text after so many letters and digits."""
    place = 0
    while count > 0:
        count -= len(letters(text[place]))
        place += 1
    return text[place:]


def _without_ornament(text: str) -> str:
    return _ENDING.sub("", text).strip() if text.strip(_ORNAMENT) else ""
