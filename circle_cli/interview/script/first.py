"""The very first prompt; alone here, so that it stands on the screen before the guidance is loaded."""

from circle_cli.interview.script.prompts import line

TITLE = line(
    "title",
    "What shall we call it?",
    remark=("A few words for a piece of practice that went well, or part of one. No names needed.",),
)
