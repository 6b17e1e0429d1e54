"""Text that came from a file, made safe to show: control characters are shown, never obeyed; what is invisible."""

import re

INVISIBLE = "\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
INVISIBLE += "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
INVISIBLE += "\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff"
"""Characters that take no room: controls, joiners, direction marks, soft hyphens, variation selectors, tags."""

WIDEST = 78
"""Characters on a line of a terminal: longer ones are hard to read, whatever the window's width."""

_OBEYED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff\ud800-\udfff]"
)
"""What a terminal would act on: C0 and C1 but for tab and newline, direction marks, line separators."""


def shown(text: str) -> str:
    r"""Give text with every character that a terminal would obey spelt out, such as `\x1b`."""
    return _OBEYED.sub(lambda found: _spelt(ord(found.group())), text)


def shown_json(text: str) -> str:
    r"""Give a JSON document with the same characters written as `\u....`: the same document, safe to show."""
    return _OBEYED.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def _spelt(code: int) -> str:
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def one_line(text: str) -> str:
    """Give a text that stays on its line, whatever a file has put into it."""
    return text.replace("\n", " ").replace("\t", " ")
