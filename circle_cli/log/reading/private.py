"""Tells by place, name and content what has no place in a base: sessions, and what nobody has read yet."""

import re
from pathlib import PurePosixPath

from circle_cli.ids import PROPOSALS, SESSION_ID, SPARKS
from circle_cli.log.folder import session_id_in

_FOLDERS = frozenset(("sessions", SPARKS, PROPOSALS, ".circle"))
_DRAFT = ".jsonl"
_TEXT = (".md", ".markdown", ".txt", ".yml", ".yaml", ".json", "")
_FRONT = re.compile(rb"(?:\xef\xbb\xbf)?\s*---\r?\n(.*?)\n---", re.DOTALL)
_KEYS = re.compile(rb"^(?:cast|mode|what_was_asked):|^kind:[ \t]*[\"']?(?:proposal|told)\b", re.MULTILINE)


def is_private(name: str, content: bytes) -> bool:
    """Tell whether a file has no place in a base; `name` is its path with `/`, as git has it."""
    path = PurePosixPath(name)
    if path.name in (".gitkeep", ".gitignore"):
        return False
    if _FOLDERS & set(path.parts[:-1]) or path.suffix == _DRAFT or SESSION_ID.match(path.name):
        return True
    front = _FRONT.match(content)
    return front is not None and (session_id_in(front[1]) is not None or _KEYS.search(front[1]) is not None)


def may_hold(name: str) -> bool:
    """Tell whether a file of that name may hold the text of a session, so that it has to be read."""
    return PurePosixPath(name).suffix.lower() in _TEXT
