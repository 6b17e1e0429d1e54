"""The names of erased sessions, kept as hashes; and what was hashed of others, in the person's own folder."""

import json
import secrets
from collections.abc import Iterable, Sequence
from contextlib import suppress

from circle_cli.commands.folders import own_folder
from circle_cli.errors import CircleError
from circle_cli.identifiers.lists import load_lists
from circle_cli.log.durable import replace_anywhere
from circle_cli.log.erasing.names import keep_names
from circle_cli.log.folder import ERASED, NAMES_WAITING, Log
from circle_cli.session.record import CastEntry
from circle_cli.share.release.erased import (
    Erased,
    Hash,
    hashes_of,
    hashing,
    parse_erased,
    render_erased,
    terms_in,
)
from circle_cli.share.release.terms import Term
from circle_cli.share.release.unfit import FindErased
from circle_cli.system.files import ignore_all, make_folder
from circle_cli.system.no_links import content_of, is_there
from circle_cli.text import decode

_CACHE = "hashed"


def kept_of_erased(log: Log) -> tuple[Erased, ...]:
    """Read what is kept of erased sessions.

    Raises:
        CircleError: it cannot be read.
    """
    places = [path for path in (log.root / ERASED, log.root / NAMES_WAITING) if is_there(path)]
    return tuple(each for path in places for each in parse_erased(decode(content_of(path), str(path)), str(path)))


def finding_erased(log: Log) -> FindErased:
    """Give what finds the names of erased sessions; what was hashed once is kept for the next time.

    Raises:
        CircleError: what is kept of them cannot be read.
    """
    kept = kept_of_erased(log)

    def find(texts: Iterable[str]) -> frozenset[Term]:
        said, found = tuple(texts), set[Term]()
        for each in kept:
            with _Hashing(each.salt) as hashed:
                found |= terms_in(said, each, load_lists(None), hashed)
        return frozenset(found)

    return find


def remember_erased(log: Log, cast: Sequence[CastEntry]) -> None:
    """Keep the names of a session that is being erased as hashes.

    Raises:
        CircleError: what is kept already cannot be read, or the disk refused.
    """
    if not cast:
        return
    kept = kept_of_erased(log)
    salt = kept[0].salt if kept else secrets.token_hex(16)
    known = {each for one in kept if one.salt == salt for each in one.hashes}
    more = {each: how for each, how in hashes_of(cast, load_lists(None), hashing(salt)).items() if each not in known}
    if more:
        keep_names(log, render_erased(Erased(salt=salt, hashes=more)))


class _Hashing:
    """Hashes, and keeps in the person's own folder what it hashed: words of the site, which anybody may read."""

    def __init__(self, salt: str) -> None:
        self._hash, self._known = hashing(salt), dict[str, str]()
        own = own_folder()
        self._path = own / _CACHE / f"{salt}.json" if own else None

    def __enter__(self) -> Hash:
        if self._path:
            with suppress(OSError, ValueError, CircleError, AttributeError):
                found = json.loads(self._path.read_text(encoding="utf-8"))
                self._known = {words: each for words, each in found.items() if type(each) is str}
        self._before = len(self._known)
        return self._of

    def _of(self, words: str) -> str:
        if words not in self._known:
            self._known[words] = self._hash(words)
        return self._known[words]

    def __exit__(self, *_: object) -> None:
        if self._path and len(self._known) > self._before:
            with suppress(OSError, CircleError):
                make_folder(self._path.parent)
                ignore_all(self._path.parent)
                before = self._path.read_bytes() if self._path.is_file() else None
                replace_anywhere(self._path, json.dumps(self._known).encode("utf-8"), before)
