"""Something to put right, with its words for the owner's eyes alone."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from circle_cli.errors import CircleError, Place
from circle_cli.log.survey import FileFault
from circle_cli.system.no_links import ALink, content_of
from circle_cli.text import TwoVersions, decode

MALFORMED = "format"
_AS_WRITTEN = "not as it should be written; circle check says more at a terminal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something to put right. `what` holds no words of any file; `detail` says it with them, for the owner's eyes."""

    kind: str
    path: str
    line: int = 1
    what: str
    detail: str | None = None


def unread(error: CircleError, path: str) -> Problem:
    """Give why a file is not read, or the system does not hand it over, which may be said anywhere."""
    if isinstance(error, ALink) and error.where:
        return Problem(kind=str(FileFault.LINK), path=str(error.where.path), what=error.message)
    return Problem(kind=MALFORMED, path=path, what=error.message)


def malformed(error: CircleError, path: str) -> Problem:
    """Give an error's file and line, which may be said anywhere, beside its message, which may quote the file."""
    if isinstance(error, ALink):
        return unread(error, path)
    where = error.where or Place(path)
    if isinstance(error, TwoVersions):
        return Problem(kind=str(FileFault.CONFLICT), path=str(where.path), line=where.line or 1, what=error.message)
    return Problem(kind=MALFORMED, path=str(where.path), line=where.line or 1, what=_AS_WRITTEN, detail=error.message)


def read_file(path: str, parse: Callable[[str, str], object]) -> Iterator[Problem]:
    """Read a file; where git left two versions in it, nothing else is said of it."""
    try:
        content = content_of(path)
    except CircleError as error:
        yield unread(error, path)
        return
    try:
        parse(decode(content, path), path)
    except CircleError as error:
        yield malformed(error, path)


def looked_at(path: str, look: Callable[[str, str], Iterable[Problem]]) -> list[Problem]:
    """Read a file, and give all that is wrong with it."""
    found: list[Problem] = []
    return [*read_file(path, lambda text, where: found.extend(look(text, where))), *found]
