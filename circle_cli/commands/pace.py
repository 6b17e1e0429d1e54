"""How long somebody took over a text that they were to read; the clock comes in here."""

import time
from collections.abc import Callable

WORDS_A_SECOND = 10
"""Nobody reads so fast: twice as fast as those who are quick."""


def pace(clock: Callable[[], float] = time.monotonic) -> Callable[[int], bool]:
    """Begin now; gives what tells, once and for all, whether so many words were done with too soon."""
    began, told = clock(), list[bool]()

    def too_soon(words: int) -> bool:
        if not told:
            told.append(clock() - began < words / WORDS_A_SECOND)
        return told[0]

    return too_soon
