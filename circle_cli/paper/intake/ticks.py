"""Crosses and ticks, however they are made: typed, drawn as a symbol, or ticked in a box."""

TICKED, UNTICKED = "☒", "☐"
"""What a box that a program can tick is read as."""

TICKS = {*"x×✓✔✗✘✕✖☓☑☒√⊠⊗❌❎✅⌧⮽⮾🗙🗴🗵🗶🗷🗸🗹■●◉⬛◼v/+*", "yes", "y", "ok", "true"}
NO_TICKS = {"", "no", "n", "n/a", *"-–—☐□◻◽▢⬜❏❐❑❒○◯"}
_AROUND = " \t\n\r\u00a0\ufe0e\ufe0f\u200b.,;:()[]{}|_-–—•"
_BOXES = "☐□◻◽▢⬜❏❐❑❒"

_WINGDINGS = {
    0x4A: "☺", 0x4B: "😐", 0x4C: "☹", 0x6C: "●", 0x6E: "■", 0x6F: "☐", 0x70: "☐", 0x71: "☐", 0x72: "☐", 0x78: "☒",
    0xA1: "○", 0xA8: "☐", 0xDF: "←", 0xE0: "→", 0xE7: "←", 0xE8: "→", 0xF3: "↔", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒",
    0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {
    0x2A: "☐", 0x30: "☐", 0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0x9F: "●",
    0xA2: "■", 0xA3: "☐", 0xCD: "✗", 0xCE: "✗", 0xD0: "✗",
}  # fmt: skip
_WEBDINGS = {0x31: "☐", 0x61: "✓", 0x63: "☐", 0x67: "■", 0x72: "✗", 0x6E: "●"}
_DINGBATS = {0x33: "✓", 0x34: "✔", 0x35: "✕", 0x36: "✖", 0x37: "✗", 0x38: "✘", 0x6E: "■", 0x6F: "☐", 0x71: "☐"}
_FONTS = {
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "webdings": _WEBDINGS,
    "zapfdingbats": _DINGBATS,
    "zapf dingbats": _DINGBATS,
    "itc zapf dingbats": _DINGBATS,
    "marlett": {0x61: "✓", 0x62: "✔", 0x72: "✗"},
    "symbol": {0xB7: "●", 0xD6: "√"},
}
"""What letters of fonts that hold no letters look like."""


def in_plain_letters(text: str, font: str) -> str:
    """Give a text as its signs look in this font, if it is one of those that hold signs in place of letters."""
    looks = _FONTS.get(font.casefold())
    return text if looks is None and text.isascii() else "".join(_plain(letter, looks) for letter in text)


def _plain(letter: str, looks: dict[int, str] | None) -> str:
    code = ord(letter)
    if 0xF000 <= code <= 0xF0FF:  # where such fonts keep their signs, so that no letter can be mistaken for one
        return (_WINGDINGS if looks is None else looks).get(code - 0xF000, letter)
    return looks.get(code, letter) if looks else letter


def is_marked(text: str) -> bool:
    """Tell whether there is a cross, or a word, in a cell that is meant for a cross."""
    return _bare(text) not in NO_TICKS


def is_only_a_mark(text: str) -> bool:
    """Tell whether a cell that is meant for a cross holds no more than one, or none."""
    return _bare(text) in TICKS | NO_TICKS


def is_sign(text: str) -> bool:
    """Tell whether a text is one tick, cross or empty box, and no word."""
    bare = _bare(text)
    return len(bare) == 1 and is_only_a_mark(text) and (bare == "x" or not bare.isalpha())


def _bare(text: str) -> str:
    """Take away what stands around a cross, and the empty box that somebody typed it beside."""
    bare = text.casefold().strip(_AROUND)
    beside = bare.strip(_BOXES + _AROUND)
    return beside if beside in TICKS else bare
