"""The very first prompt; alone here, so that it stands on the screen before the guidance is loaded."""

from circle_cli.interview.answers.first import TITLE_KEY
from circle_cli.interview.script.prompts import line

TITLE = line(
    TITLE_KEY,
    "What shall we call it?",
    remark=(
        "A few words for something that went well, or part of it. No names needed. Enter: named from what you write. "
        "? says what to bear in mind.",
    ),
)
