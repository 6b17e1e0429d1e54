"""A text as patterns are tried on it: in small letters, apostrophes and hyphens straight, every place as it was."""

_STRAIGHT = str.maketrans("’‘ʼ‐‑‒–—\u00a0", "'''-----\u0020")


def flat(text: str) -> str:
    """Give the text with as many characters as it had, so that a place found in one is the same place in the other."""
    if text.isascii():
        return text.lower()
    small = text.translate(_STRAIGHT).lower()
    if len(small) == len(text):
        return small
    return "".join(low if len(low := letter.translate(_STRAIGHT).lower()) == 1 else letter for letter in text)
