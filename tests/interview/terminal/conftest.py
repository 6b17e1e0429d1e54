"""A terminal at a question."""

from collections.abc import Callable
from typing import Any

import pytest
from terminals import Terminal


@pytest.fixture
def quick_at(terminal: Callable[..., Terminal]) -> Callable[..., Terminal]:
    """Opens a terminal at the first question of the quick path: `quick_at(size=..., env=...)`."""

    def start(**how: Any) -> Terminal:
        at = terminal("reflect", "--quick", "--title", "Tea", **how)
        return at.until("Question 1 of 3", "Ctrl-G")

    return start
