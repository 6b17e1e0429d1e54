"""What an interview goes by: the log's guidance, or ours where a page of that cannot be used."""

from functools import cache

from circle_cli.commands.edge import say
from circle_cli.errors import CircleError
from circle_cli.guidance.pages import load_guidance
from circle_cli.guidance.records import Guidance
from circle_cli.log.folder import Log

_UNTIL_THEN = "Until that is put right, what is asked is as circle has it. `circle check` says all that is wrong."


def guidance_to_write_by(log: Log) -> Guidance:
    """Read the guidance for somebody who is about to write: a slip in a page must not keep them from it."""
    return load_guidance(log.guidance, _tell)


def _tell(error: CircleError) -> None:
    _say_once(f"{error}\n{_UNTIL_THEN}")


@cache
def _say_once(text: str) -> None:
    """Say it: a command may come to the guidance several times."""
    say(text)
