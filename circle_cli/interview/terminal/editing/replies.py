"""What a terminal sends by itself, such as its colours, its name, or that its window was left: never words.

prompt_toolkit knows some of these and gives the others key by key: an Escape, then letters that nobody typed. They come
quicker than a hand types.
"""

_STRINGS = "]P_"
"""What follows the Escape of a reply that runs to its own end: BEL, or Escape and a backslash."""


class Replies:
    """Tells, key by key, whether a key belongs to something that the terminal said by itself."""

    def __init__(self) -> None:
        self._begun = ""

    def takes(self, key: str, *, hurried: bool) -> bool:
        """Take a key if it belongs to a reply; `hurried` if it came quicker than a hand types.

        One that did not is never taken, whatever came before, and no letter because of an Escape alone: rather a
        strange sign in the answer than a word less.
        """
        begun = self._begun if hurried else ""
        self._begun = _go_on(begun, key)
        return len(begun) > 1 or bool(self._begun)


def _go_on(begun: str, key: str) -> str:
    """Give what has come of a reply with this key, nothing where it is at its end or there is none."""
    if not begun:
        return key if key == "\x1b" else ""
    if begun == "\x1b":
        return begun + key if key in (*_STRINGS, "[", "O") else ""
    if begun[1] == "[":
        return "" if "@" <= key <= "~" else begun + key
    if begun[1] == "O":
        return ""
    return "" if key == "\x07" or (key == "\\" and begun.endswith("\x1b")) else begun + key
