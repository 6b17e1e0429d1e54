"""An e-mail in which a reader shares something of their own: its questions as headings, to be read as a note. Pure."""

import re

from circle_cli.points.by_email.letters import OWN, REMINDER
from circle_cli.points.by_email.reading import flexible, without_quotes

_ASKED = tuple(re.compile(rf"(?i){flexible(each)}") for each in OWN)
_END = re.compile(rf"(?i)(?=\b{flexible(REMINDER)})")
_BELOW = "The end of the e-mail"


def with_headings(text: str) -> str:
    """Give the questions of such a letter as headings, and what stands below it under one of its own.

    Any other text is given back as it is.
    """
    if not all(asked.search(text) for asked in _ASKED):
        return text
    text = without_quotes(text)
    for asked, sentence in zip(_ASKED, OWN, strict=True):
        text = asked.sub(f"\n\n## {sentence}\n\n", text, count=1)
    return _END.sub(f"\n\n## {_BELOW}\n\n", text, count=1)
