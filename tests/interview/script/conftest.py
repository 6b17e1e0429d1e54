"""A session with others."""

import pytest
from composed import an_interview

from circle_cli.interview.script.script import Interview
from circle_cli.vocabulary import Mode


@pytest.fixture
def group() -> Interview:
    """An interview of people who are together."""
    return an_interview(Mode.GROUP)
