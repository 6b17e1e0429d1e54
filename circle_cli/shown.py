"""Text as it is shown: whatever a file put into it is shown and not obeyed, and lines are broken between words."""

import os
import re

INVISIBLE = "\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
INVISIBLE += "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
INVISIBLE += "\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff"
"""Characters that take no room: controls, joiners, direction marks, soft hyphens, variation selectors, tags."""

WIDEST = 78
"""Characters on a line of a terminal: longer ones are hard to read, whatever the window's width."""

_OBEYED = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff\ud800-\udfff]"
"""What a terminal would act on: C0 and C1 but for tab and newline, direction marks, line separators; as a text."""

_CUT = " ..."
_BULLETS = ("· ", "- ")
_BEGINS_A_PATH = r"[\"'“(`]*(?:~?/|[A-Za-z]:[\\/]|\\\\)"
_AROUND_A_PATH = r"^[\"'“(`]+|(?::[0-9]+)*[:.,;)”'\"`]*$"
"""As texts: a line that is not broken has no need of them, and each start would pay."""
_MOST_WORDS_OF_A_PATH = 12
_TAKE_NO_ROOM, _WIDE = ("Mn", "Me", "Cf"), "WF"


def shown(text: str) -> str:
    r"""Give text with every character that a terminal would obey spelt out, such as `\x1b`."""
    if text.replace("\n", "").isprintable():  # mostly; none of what is obeyed is
        return text
    return re.sub(_OBEYED, lambda found: _spelt(ord(found.group())), text)


def shown_json(text: str) -> str:
    r"""Give a JSON document with the same characters written as `\u....`: the same document, safe to show."""
    return re.sub(_OBEYED, lambda found: f"\\u{ord(found.group()):04x}", text)


def _spelt(code: int) -> str:
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def one_line(text: str) -> str:
    """Give a text that stays on its line, whatever a file has put into it."""
    return text.replace("\n", " ").replace("\t", " ")


def lines_of(text: str, width: int, indent: str = "") -> list[str]:
    """Break a text into lines of so many columns, between words alone; a longer word has a line of its own.

    What follows in a line stands below its beginning, or as far in as `indent` says.
    """
    return [part for line in text.split("\n") for part in _parts(line, width, indent)]


def _parts(line: str, width: int, indent: str) -> list[str]:
    line = line.rstrip()
    if columns_of(line) <= width:
        return [line]
    words = line.expandtabs()
    lead = words[: len(words) - len(words.lstrip())]
    follow = indent or lead + ("  " if words.lstrip().startswith(_BULLETS) else "")
    parts: list[str] = []
    so_far = ""
    for gap, word in re.findall(r"(\s*)(\S+)", _with_whole_paths(words)):
        longer = f"{so_far}{gap}{word}"
        if so_far and columns_of(longer) > width:
            parts.append(so_far)
            longer = f"{follow}{word}"
        so_far = longer
    return [part.replace("\0", " ") for part in (*parts, so_far)]


def shortened(text: str, most: int) -> str:
    """Give the beginning of a text on one line: as many words as fit, and one at least. None is cut."""
    whole = " ".join(text.split())
    if len(whole) <= most:
        return whole
    cut = whole.rfind(" ", 0, max(0, most - len(_CUT)) + 1)
    cut = cut if cut > 0 else whole.find(" ")
    return f"{whole[:cut]}{_CUT}" if cut > 0 else whole


def columns_of(text: str) -> int:
    """Give how many columns a text takes in a terminal."""
    if text.isascii():
        return len(text)
    return sum(_columns(letter) for letter in text)


def _columns(letter: str) -> int:
    import unicodedata  # most texts that are shown have no need of it

    if unicodedata.category(letter) in _TAKE_NO_ROOM:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in _WIDE else 1


def _with_whole_paths(line: str) -> str:
    """Hold together, with a sign that no shown text has, the words of each path that is there."""
    words = line.split(" ")
    held: list[str] = []
    while words:
        many = 1
        if re.match(_BEGINS_A_PATH, words[0]):
            many = _words_of_path(words, begins=not held or held[-1].endswith(":"))
        held.append("\0".join(words[:many]))
        words = words[many:]
    return " ".join(held)


def _words_of_path(words: list[str], *, begins: bool) -> int:
    """Count the words of a path: with the last, and with none behind it, something is there, or could be made there.

    Where an error `begins` with what is not there, a colon ends it.
    """
    several = range(1, min(_MOST_WORDS_OF_A_PATH, len(words)) + 1)
    found = max((many for many in several if _could_be(words[:many])), default=1)
    if not begins or os.path.lexists(_path_in(words[:found])):
        return found
    return next((many for many in several if words[many - 1].endswith(":")), found)


def _could_be(words: list[str]) -> bool:
    path = _path_in(words)
    leads_on = "/" in words[-1] or "\\" in words[-1]
    return os.path.lexists(path) or (leads_on and os.path.isdir(os.path.dirname(path)))  # noqa: PTH112, PTH120 (Path's own raises where it may not look)


def _path_in(words: list[str]) -> str:
    return os.path.expanduser(re.sub(_AROUND_A_PATH, "", " ".join(words)))  # noqa: PTH111 (Path's own raises where nobody has a home)
