"""Two files of one session: which of them counts, who made the other, and in what they differ."""

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from circle_cli.errors import CircleError, Place
from circle_cli.ids import SECTIONS, SESSION_ID, id_in, in_order, short_id
from circle_cli.system.files import leads_elsewhere
from circle_cli.system.no_links import a_link, content_of
from circle_cli.text import TwoVersions, decode

Named = tuple[str, str]
"""A session file: a name that begins with its id, where it has one, and its path."""

_AS_WE_NAME_IT = rf"{SESSION_ID.pattern}(?:-[a-z0-9-]+)?\.md"
"""As a text: hardly any log has copies, and each start would pay for it."""


class Copy(NamedTuple):  # a list pays for this module, and a dataclass would cost more
    """A file that holds a session of which another file counts, `of`."""

    session_id: str
    path: str
    of: str


class ACopy(CircleError):
    """A file that was left out, since another one holds the session."""


def apart(named: Sequence[Named], id_inside: Callable[[str], str | None]) -> tuple[list[Named], list[Copy]]:
    """Give the files that count, one for each session, and the copies of them; hardly ever is a file opened for it.

    A file that says another id than its name is no copy. The name that we would give, or else the shortest, counts:
    whoever copies makes it longer.
    """
    if len({name[:15] for name, _ in named}) == len(named):
        return list(named), []
    by_id: dict[str, list[Named]] = {}
    for name, path in named:
        by_id.setdefault(id_in(name) if SESSION_ID.match(name) else path, []).append((name, path))
    final: dict[str, list[Named]] = {}
    for key, members in by_id.items():
        for name, path in members:
            inside = (id_inside(path) or key) if len(members) > 1 else key
            final.setdefault(inside, []).append((name if inside == key else inside, path))
    counting = {key: min(members, key=_by_name) for key, members in final.items()}
    copies = [
        Copy(session_id=key, path=path, of=counting[key][1])
        for key, members in final.items()
        for _, path in members
        if path != counting[key][1]
    ]
    return sorted(counting.values(), reverse=True), copies


def _by_name(member: Named) -> tuple[bool, bool, bool, int, str]:
    place = Path(member[1])
    in_a_year = re.fullmatch("[0-9]{4}", place.parent.name)  # a whole folder may be a copy, such as `2026 (1)`
    return (
        leads_elsewhere(place),
        not in_a_year,
        not re.fullmatch(_AS_WE_NAME_IT, place.name),
        len(place.name),
        member[1],
    )


def told(copy: Copy) -> CircleError:
    """Say what a copy is, and in what it differs: by our own names of the parts, without a word of either."""
    place = Path(copy.path)
    if leads_elsewhere(place):
        return a_link(place)
    from circle_cli.system.copied import made_by

    maker = made_by(place.stem) or made_by(place.parent.name)
    by = f" (by its name, made by {maker})" if maker else ""
    differs = _compared(copy)
    short = short_id(copy.session_id)
    do = f"`circle edit {short}` opens the one that counts; put in what is missing there, then delete the copy"
    if not differs:
        do, differs = "it can be deleted", "says the same"
    return ACopy(f"a copy of {copy.session_id}{by} that {differs}", where=Place(copy.path), do=do)


def _compared(copy: Copy) -> str:
    """Say in what two files differ; nothing where they say the same."""
    try:
        one, other = content_of(copy.of), content_of(copy.path)
        return "" if one == other else _parts(one, other)
    except TwoVersions:
        return "cannot be compared, since git left two versions in one of the two"
    except CircleError:
        return "cannot be compared, since one of the two cannot be read"


def _parts(one: bytes, other: bytes) -> str:
    from dataclasses import fields

    from circle_cli.session.file import parse_session, session_as_json
    from circle_cli.session.record import Session

    first, second = (session_as_json(parse_session(decode(content, ""), "")) for content in (one, other))
    named_in = in_order((*first["answers"], *second["answers"]))
    texts = [name for name in named_in if first["answers"].get(name) != second["answers"].get(name)]
    keys = {key for key in {*first, *second} - {"answers"} if first.get(key) != second.get(key)}
    ours = {field.name for field in fields(Session)}
    named = [*sorted(keys & ours), *(name if name in SECTIONS else "a question of your own" for name in texts)]
    listed = ", ".join([*named, *(["a key of another program"] if keys - ours else [])])
    return f"differs in: {listed}" if listed else ""


def of_one(copies: Iterable[Copy], session_id: str) -> list[Copy]:
    """Give the copies of one session."""
    return [copy for copy in copies if copy.session_id == session_id]
