"""Text that came from a file, made safe to show: control characters are shown, never obeyed."""

import re

_OBEYED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff\ud800-\udfff]"
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
