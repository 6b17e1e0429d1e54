"""How an answer stands in a terminal while it is written: in rows that end between words, tabs as spaces.

prompt_toolkit breaks a long line anywhere. Here each row is filled with spaces up to where the next word would not fit
whole; what is shown changes, the text does not.
"""

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import accumulate

from prompt_toolkit.application import get_app
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.formatted_text.utils import fragment_list_to_text
from prompt_toolkit.layout.processors import (
    ConditionalProcessor,
    Processor,
    TabsProcessor,
    Transformation,
    TransformationInput,
)
from prompt_toolkit.utils import get_cwidth


def shown_in_rows(beside: int) -> list[Processor]:
    """Give what prompt_toolkit needs to show an answer so; `beside` is how many columns stand before each row."""
    tabs = TabsProcessor(tabstop=4, char1=" ", char2=" ")
    return [ConditionalProcessor(tabs, Condition(lambda: "\t" in get_app().current_buffer.text)), _WholeWords(beside)]


@lru_cache(maxsize=1000)
def gaps(line: str, room: int) -> dict[int, int]:
    """Say before which letters of a line how many spaces go, so that rows of `room` columns end between words.

    A word that is longer than a row is left as it is. Remembered, because a line is shown several times for each key.
    """
    found: dict[int, int] = {}
    column = 0
    for word in re.finditer(r"\S+\s?|\s+", line):
        widths = [get_cwidth(letter) for letter in word[0]]
        if column + sum(widths) > room >= sum(widths) and not word[0].isspace():
            if column < room:
                found[word.start()] = room - column
            column = 0
        for wide in widths:
            column = column + wide if column + wide <= room else wide
    return found


class _WholeWords(Processor):
    def __init__(self, beside: int) -> None:
        self._beside = beside

    def apply_transformation(self, transformation_input: TransformationInput) -> Transformation:
        """Put the gaps in, and tell which letter stands where: the cursor goes by that."""
        fragments = transformation_input.fragments
        put = gaps(fragment_list_to_text(fragments), max(1, transformation_input.width - self._beside))
        places, spaces = list(put), list(accumulate(put.values(), initial=0))
        shown = [place + so_far for place, so_far in zip(places, spaces, strict=False)]

        def source_to_display(position: int) -> int:
            return position + spaces[bisect_right(places, position)]

        def display_to_source(position: int) -> int:
            passed = bisect_right(shown, position)
            return max(position - spaces[passed], places[passed - 1] if passed else 0)

        return Transformation(_filled(fragments, put, places), source_to_display, display_to_source)


def _filled(fragments: StyleAndTextTuples, put: dict[int, int], places: list[int]) -> StyleAndTextTuples:
    filled: StyleAndTextTuples = []
    start = 0
    for style, text, *_ in fragments:
        done, end = 0, start + len(text)
        for at in places[bisect_left(places, start) : bisect_left(places, end)]:
            filled += [(style, text[done : at - start]), ("", " " * put[at])]
            done = at - start
        filled.append((style, text[done:]))
        start = end
    return filled
