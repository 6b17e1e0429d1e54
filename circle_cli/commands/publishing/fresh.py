"""Of what may leave, what a base has not got yet, and why something else is not sent; nothing is sent twice."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from circle_cli.commands.checking.found.bases.removing import what_goes
from circle_cli.commands.publishing.ready import NOTICES_THERE, POINTS_THERE, REPORTS_THERE, Ready
from circle_cli.errors import USAGE, CircleError
from circle_cli.ids import MARK
from circle_cli.log.history.elsewhere import without_password
from circle_cli.log.travel.base_copy import BaseCopy, id_of
from circle_cli.points.approval import approved_by, digest
from circle_cli.points.file import parse_point
from circle_cli.points.of_base.returned import RETURNED, parse_returned
from circle_cli.points.record import LearningPoint, Report, Withdrawn
from circle_cli.settings import kind_in
from circle_cli.signing.readers import READERS, Admitted, readers_in, render_readers
from circle_cli.text import decode
from circle_cli.vocabulary import LogKind

_WITHDRAWN_THERE = "the base has withdrawn it; `circle withdraw` takes it back here too"
_WAITS = "it waits there for an editor already"
_RETURNED = "an editor of the base returned it as it stands, and has a word for you: ask them, and revise it"
_OTHER = "the base has other words under this id, or a later wording"
_POINT_WITHDRAWN = "the base has withdrawn the learning point that it speaks of"
_NO_POINT = "the base has not got the learning point that it speaks of"
_ENDED = "the base takes nothing more by the key that approved it"

Files = tuple[tuple[str, bytes | None], ...]
"""Paths with their new bytes; None takes one out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fresh:
    """What would go, the files in which it does, and the team's pseudonym; what is not sent, and why."""

    going: tuple[Ready, ...] = ()
    files: Files = ()
    team: str = ""
    readers: tuple[str, ...] = ()
    """The pseudonyms of readers whose public keys go along."""
    there: int = 0
    """So many the base has, byte for byte."""
    kept_back: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Base:
    copy: BaseCopy
    files: Mapping[str, str]
    incoming: Sequence[Mapping[str, str]]
    readers: Admitted
    asking: Sequence[Admitted]
    returned: frozenset[tuple[str, str]] = field(default_factory=frozenset)

    def has(self, path: str, content: bytes) -> bool:
        return self._is(self.files, path, content)

    def waits(self, path: str, content: bytes) -> bool:
        return any(self._is(files, path, content) for files in self.incoming)

    def knows(self, path: str) -> bool:
        return any(path in files for files in (self.files, *self.incoming))

    def _is(self, files: Mapping[str, str], path: str, content: bytes) -> bool:
        return path in files and files[path] == id_of(content, files[path])


def fresh(copy: BaseCopy, ready: Sequence[Ready], own: Admitted, new_name: Callable[[str], str]) -> Fresh:
    """Compare what is ready in a log, whose readers are its `own`, with a base.

    `new_name` draws a pseudonym that begins so.

    Raises:
        CircleError: what lies there is no base.
    """
    base = _look(copy)
    going: list[Ready] = []
    kept_back: list[tuple[str, str]] = []
    there = 0
    for each in ready:
        why = _why_not(base, each, [one.id for one in going])
        if why is None:
            going.append(each)
        elif why:
            kept_back.append((each.id, why))
        else:
            there += 1
    files = [file for each in going for file in _files(base, each)]
    team, asking, changed = _with_keys(base, going, own, new_name)
    if asking:
        files.append((READERS, render_readers(changed).encode()))
    return Fresh(
        going=tuple(going),
        files=tuple(files),
        team=team,
        readers=asking,
        there=there,
        kept_back=tuple(kept_back),
    )


def _look(copy: BaseCopy) -> _Base:
    marked = copy.content(MARK)
    where = Path(MARK)
    if marked is None or kind_in(decode(marked, MARK), MARK) is not LogKind.BASE:
        wrong = f"{without_password(copy.address)} is no base: its {MARK} does not say `kind: base`; nothing was sent"
        raise CircleError(wrong, USAGE, do="a team's log is no place to publish in; name a base with --to")
    branches = copy.incoming()
    returned = copy.content(RETURNED)
    return _Base(
        copy=copy,
        files=copy.files(),
        incoming=[copy.files(branch) for branch in branches],
        readers=readers_in(copy.content(READERS)),
        asking=[readers_in(copy.content(READERS, branch)) for branch in branches],
        returned=parse_returned(decode(returned, RETURNED), where) if returned else frozenset(),
    )


def _why_not(base: _Base, each: Ready, going: Sequence[str]) -> str | None:
    """Say why something is not sent; empty where the base has it, None where nothing speaks against it."""
    if base.has(each.path, each.content):
        return ""
    if isinstance(each.what, Withdrawn):
        return _why_no_notice(base, each)
    if base.knows(f"{NOTICES_THERE}/{each.id}.md"):
        return _WITHDRAWN_THERE
    if (each.id, digest(each.what)) in base.returned:
        return _RETURNED
    if base.waits(each.path, each.content):
        return _WAITS
    if not _is_new(base, each):
        return _OTHER
    if isinstance(each.what, Report) and (why := _why_no_report(base, each.what, going)):
        return why
    reader = base.readers.by_key(approved_by(each.what) or "")
    return _ENDED if reader and reader.until else None


def _why_no_report(base: _Base, report: Report, going: Sequence[str]) -> str:
    if base.knows(f"{NOTICES_THERE}/{report.point}.md"):
        return _POINT_WITHDRAWN
    return "" if report.point in going or base.knows(f"{POINTS_THERE}/{report.point}.md") else _NO_POINT


def _why_no_notice(base: _Base, each: Ready) -> str | None:
    """Say nothing of what the base never had: to whom nothing was told, nothing is taken back."""
    known = base.knows(f"{POINTS_THERE}/{each.id}.md") or base.knows(f"{REPORTS_THERE}/{each.id}.md")
    if not known or base.files.get(each.path):
        return ""
    return _WAITS if base.waits(each.path, each.content) else None


def _is_new(base: _Base, each: Ready) -> bool:
    """Tell whether it may take its place: nothing is there, or an earlier wording; a report is never another."""
    if each.path not in base.files:
        return True
    if not isinstance(each.what, LearningPoint):
        return False
    there = parse_point(decode(base.copy.content(each.path) or b"", each.path), each.path, each.id)
    return isinstance(there, LearningPoint) and there.revision < each.what.revision


def _files(base: _Base, each: Ready) -> Iterator[tuple[str, bytes | None]]:
    yield each.path, each.content
    if isinstance(each.what, Withdrawn):
        path, left = what_goes(each.what)
        if path in base.files:
            yield path, left


def _with_keys(
    base: _Base, going: Sequence[Ready], own: Admitted, new_name: Callable[[str], str]
) -> tuple[str, tuple[str, ...], Admitted]:
    """Give the team's pseudonym there, and the base's readers with those asking who approved what goes."""
    keys = dict.fromkeys(
        key for each in going if not isinstance(each.what, Withdrawn) if (key := approved_by(each.what))
    )
    if not keys:
        return "", (), base.readers
    team = _team(base, frozenset(each.key for each in own.readers))
    admitted, asking = base.readers, list[str]()
    known = {*(each.key for each in admitted.readers), *(key for _, key in admitted.asking)}
    if not team and keys.keys() - known:
        team = next((team for _, team in own.teams), "") or new_name("team")
    for key in keys:
        if key not in known:
            name = _free_name(admitted, own, key, new_name)
            asking.append(name)
            admitted = replace(admitted, asking=(*admitted.asking, (name, key)), teams=(*admitted.teams, (name, team)))
    return team, tuple(asking), admitted


def _team(base: _Base, keys: frozenset[str]) -> str:
    """Give the pseudonym under which the base knows, or is being told of, a team with these keys."""
    for admitted in (base.readers, *base.asking):
        named = [(each.name, each.key) for each in admitted.readers] + [*admitted.asking]
        for name, key in named:
            if key in keys and (team := admitted.team_of(name)):
                return team
    return ""


def _free_name(admitted: Admitted, own: Admitted, key: str, new_name: Callable[[str], str]) -> str:
    taken = {each.name for each in admitted.readers} | {name for name, _ in admitted.asking}
    reader = own.by_key(key)
    name = reader.name if reader else new_name("reader")
    while name in taken:
        name = new_name("reader")
    return name
