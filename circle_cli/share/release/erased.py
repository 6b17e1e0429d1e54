"""What is kept of the people in an erased session, so that a site is still swept for them: hashes, and no name. Pure.

Each name, or word of one, goes through scrypt with the log's own salt: slow, so that a list of all names there are
takes long to try. Names are compared with what people wrote: learning points, and what a log says in its own
words. The program's own pages name nobody.
The file says of each hash how many words it was made of, and whether they count only where written as a name.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from circle_cli.errors import CircleError, Place
from circle_cli.identifiers.lists import Lists
from circle_cli.session.record import CastEntry
from circle_cli.share.release.opened import unescaped, with_marks
from circle_cli.share.release.signs import signs_in
from circle_cli.share.release.terms import Term, is_ordinary, terms_of, was_ordinary, written_as_names

COST = 2**14
"""scrypt's n: with r=8 and p=1 it takes 16 MB, and a twentieth of a second."""

_HEAD = """\
# Names of the people and places in sessions that were erased, as salted scrypt hashes: nobody can read them here, and
# no site is built that says one of them. Added to by `circle erase`. A line: words, how they count, hash.
"""
_SALT = re.compile(r"salt ([0-9a-f]{32})")
_LINE = re.compile(r"([1-9]) (anywhere|as-a-name) ([0-9a-f]{64})")
_MOST = 9
"""Words of one name; of a longer one, the first."""

KIND = "a name of an erased session’s cast"

Hash = Callable[[str], str]
"""Hashes words with a log's salt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """The names of erased sessions under one salt: for each hash, of how many words it is, whether they count anywhere.

    A log has one salt; two, where two copies of it each began to keep names, and were brought together.
    """

    salt: str
    hashes: Mapping[str, tuple[int, bool]]


def hashing(salt: str) -> Hash:
    """Give what hashes words with a salt, slowly."""
    return lambda words: hashlib.scrypt(
        words.encode(), salt=bytes.fromhex(salt), n=COST, r=8, p=1, maxmem=2**26, dklen=32
    ).hex()


def parse_erased(text: str, where: str) -> tuple[Erased, ...]:
    """Read the file.

    Raises:
        CircleError: it is not as it was written, so nobody knows what is missing; the line is named.
    """
    kept: dict[str, dict[str, tuple[int, bool]]] = {}
    hashes: dict[str, tuple[int, bool]] | None = None
    for number, line in enumerate(text.splitlines(), start=1):
        if found := _SALT.fullmatch(line):
            hashes = kept.setdefault(found[1], {})
        elif hashes is not None and (found := _LINE.fullmatch(line)):
            hashes[found[3]] = int(found[1]), found[2] == "anywhere"
        elif line and not line.startswith("#"):
            raise _wrong(where, number)
    if not kept:
        raise _wrong(where, 1)
    return tuple(Erased(salt=salt, hashes=each) for salt, each in kept.items())


def render_erased(erased: Erased) -> str:
    """Write it; the hashes in their own order, which tells nothing of who is whose."""
    lines = (
        f"{count} {'anywhere' if anywhere else 'as-a-name'} {each}\n"
        for each, (count, anywhere) in sorted(erased.hashes.items())
    )
    return f"{_HEAD}salt {erased.salt}\n{''.join(lines)}"


def hashes_of(cast: Iterable[CastEntry], lists: Lists, hashed: Hash) -> Mapping[str, tuple[int, bool]]:
    """Hash the names of a cast, as the sweep would look for them."""
    names = (name for entry in cast for name in (entry.name, *entry.also))
    terms = {term for name in names for term in terms_of(name, lists)}
    return {hashed(_hashed_of(term)): (len(term.words[:_MOST]), not term.common) for term in terms}


def terms_in(texts: Iterable[str], erased: Erased, lists: Lists, hashed: Hash) -> frozenset[Term]:
    """Give the names of erased sessions that stand in what people wrote."""
    sizes = frozenset(erased.hashes.values())
    candidates = {term for text in _read(texts) for term in _candidates(text, sizes, lists)}
    found = (term for term in candidates if hashed(_hashed_of(term)) in erased.hashes)
    return frozenset(found)


def _read(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from {unescaped(text), with_marks(text)}


def _hashed_of(term: Term) -> str:
    return f"{'as a name' if term.common else 'anywhere'}: {' '.join(term.words[:_MOST])}"


def _candidates(text: str, sizes: Iterable[tuple[int, bool]], lists: Lists) -> Iterator[Term]:
    """Give whatever could be a name of these sizes: English accounts for each of its words, or not for all."""
    yield from (Term(words=(sign,), kind=KIND) for sign in signs_in(text))
    for count, anywhere in sizes:
        for words, is_name in written_as_names(text, count):
            ordinary = all(is_ordinary(word, lists) for word in words)
            always = ordinary and all(was_ordinary(word, lists) for word in words)
            if (anywhere and not always) or (not anywhere and ordinary and is_name):
                yield Term(words=words, kind=KIND, common=not anywhere)


def _wrong(where: str, number: int) -> CircleError:
    wrong = "not as it was written, so nobody can tell whom erased sessions were about"
    return CircleError(wrong, where=Place(where, number), do="take it from the log's history as it was")
