"""Commands as somebody types them, in the shell of their system."""

import re
import sys

_WINDOWS = sys.platform == "win32"
_PLAIN = re.compile(r"[\w@%+=:,./\\~-]+")


def typed(*words: str, windows: bool = _WINDOWS) -> str:
    """Give words so that a shell takes each as one: with quotation marks where they need them.

    Windows has two shells. Both know the double ones; within them PowerShell has a meaning for `$` and the back-tick,
    so that a word with these is given in its single ones.
    """
    if not windows:
        from shlex import join

        return join(words)
    return " ".join(_quoted(word) for word in words)


def _quoted(word: str) -> str:
    if _PLAIN.fullmatch(word):
        return word
    if "$" in word or "`" in word:
        return "'" + word.replace("'", "''") + "'"
    return '"' + word.replace('"', "'") + '"'  # no name of a file has one there
