"""Two versions of any file of a log, brought together by what the file is. Pure.

Nothing here knows whose version is whose: the two are put into an order first, so both computers get the same bytes.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import PurePosixPath

from circle_cli.errors import CircleError
from circle_cli.front_matter.reading import read
from circle_cli.ids import MARK, PROPOSALS, REPORTS, SPARKS, WITHDRAWN
from circle_cli.log.folder import ERASED
from circle_cli.merging.door import merge_points, merge_proposals, merge_readers, merge_reported
from circle_cli.merging.lines import merge_lists, merge_page
from circle_cli.merging.sessions import merge_sessions
from circle_cli.merging.sparks import merge_sparks
from circle_cli.points.of_base.returned import RETURNED
from circle_cli.points.of_base.same import SAME
from circle_cli.points.of_base.themes import THEMES_OF_TEAMS
from circle_cli.signing.readers import READERS, text_of_readers
from circle_cli.text import decode, two_versions

_LISTS = (".gitignore", ".gitattributes", RETURNED, SAME, THEMES_OF_TEAMS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """One file of two versions; `beside` is a second one that could not go into it, and is kept under another name."""

    content: bytes
    beside: bytes | None = None


def merge_files(path: str, base: bytes | None, ours: bytes, theirs: bytes) -> Merged:
    """Bring two versions of the file at `path` (as git has it, in the log) together."""
    one, other = sorted((ours, theirs))
    if one == other or base in (one, other):
        return Merged(content=one if other == base else other)
    try:
        before = None if base is None else _text(base, path)
        found = _rule(PurePosixPath(path))(before, _text(one, path), _text(other, path))
    except CircleError:
        found = None
    if found is None:
        return _apart(one, other, path)
    text, whole = found
    content = text.encode("utf-8")
    return Merged(content=content) if whole else _beside(content, one, other)


def name_beside(path: str, content: bytes) -> str:
    """Name the file for a second version: by its content, so that it is the same on both computers."""
    place = PurePosixPath(path)
    return str(place.with_name(f"{place.stem} (also {sha256(content).hexdigest()[:8]}){place.suffix}"))


Rule = Callable[[str | None, str, str], tuple[str, bool] | None]


def _rule(place: PurePosixPath) -> Rule:
    """Find by what a file lies in, and is called, how two versions of it become one."""
    folder = str(place.parent)
    if place.parts[0] == "sessions" and place.suffix == ".md":
        return lambda base, one, other: (merge_sessions(base, one, other), True)
    if folder == SPARKS:
        return lambda base, one, other: (merge_sparks(base, one, other), True)
    if folder == PROPOSALS and place.suffix == ".md":
        return partial(merge_proposals, place.stem)
    if folder == f"{PROPOSALS}/{REPORTS}":
        return partial(merge_reported, place.stem)
    if folder == "guidance/learning-points":
        return lambda _, one, other: _whole(merge_points(place.stem, one, other))
    if folder in (f"guidance/{REPORTS}", f"guidance/{WITHDRAWN}"):
        return lambda *_: None  # never rewritten: of two, nobody can say which is right
    if str(place) == READERS:
        return lambda base, one, other: (merge_readers(base, one, other), True)
    if str(place) in _LISTS or place.parts[0] == "identifier-check" or str(place) == ERASED:
        always = str(place) == ERASED
        return lambda base, one, other: (merge_lists(base or "", one, other, for_ever=always), True)
    return partial(_page, place)


def _page(place: PurePosixPath, base: str | None, one: str, other: str) -> tuple[str, bool] | None:
    text = merge_page(base, one, other)
    if text is not None and str(place) == MARK:
        read(text, MARK)  # a key that both added would be there twice
    return _whole(text)


def _whole(text: str | None) -> tuple[str, bool] | None:
    return None if text is None else (text, True)


def _text(content: bytes, path: str) -> str:
    text = text_of_readers(content, "") if path == READERS else decode(content, "")
    if two_versions(text):
        raise CircleError("git left two versions in it")
    return text


def _apart(one: bytes, other: bytes, path: str) -> Merged:
    """Keep both, the one that can be read in its place."""
    if not _is_read(one, path) and _is_read(other, path):
        one, other = other, one
    return Merged(content=one, beside=other)


def _is_read(content: bytes, path: str) -> bool:
    try:
        text = _text(content, path)
        _rule(PurePosixPath(path))(text, text, text)
    except CircleError:
        return False
    return True


def _beside(content: bytes, one: bytes, other: bytes) -> Merged:
    """Keep that of the two whose words are not in what came of them."""
    body = content.partition(b"\n---\n")[2]
    return Merged(content=content, beside=one if other.partition(b"\n---\n")[2] == body else other)
