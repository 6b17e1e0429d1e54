"""What is asked at the end of a session with those involved: how its wider learning is passed on. Pure.

Source: guidance/modes/collaborative.md. It becomes the part of the follow-up on sharing, which goes on from it.
"""

from circle_cli.interview.answers.during import SECTION
from circle_cli.interview.script.prompts import Prompt, PromptKind
from circle_cli.session.body import FOLLOW_UP_PARTS

_HEADING = f"### {FOLLOW_UP_PARTS['sharing']}"


def passing_on() -> Prompt:
    """Ask which learning could hold for others too, and how it will reach them."""
    return Prompt(
        key=SECTION["follow-up"].key,
        kind=PromptKind.WRITING,
        ask="What of this could hold for others too, and how will it be passed on?",
        remark=("To whom, by whom and when? What is passed on is the idea, never the story.",),
        reading=_as_part,
    )


def _as_part(text: str) -> str:
    """Give it under the heading of its part, unless one stands there."""
    return text if text.startswith("### ") else f"{_HEADING}\n\n{text}"
