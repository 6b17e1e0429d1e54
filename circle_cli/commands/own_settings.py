"""A person's own settings: a few lines in a small file of theirs, which no log has.

A line that is not understood is passed over, and said: it never keeps anybody from reflecting. YAML would read the
file, and is not loaded for it: whether to draw is known before the first question.
"""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeVar

from circle_cli.commands.folders import place_of_own_settings
from circle_cli.errors import CircleError, Place
from circle_cli.vocabulary import Drawing, Length, Setting, Weekday

TYPE_CHECKING = False
if TYPE_CHECKING:
    from circle_cli.fields import Fields
    from circle_cli.front_matter.located import Located
    from circle_cli.log.folder import Log

T = TypeVar("T")


class OwnSettings(NamedTuple):  # each command pays for this module, and a dataclass would cost more
    """What somebody settled for themselves; None, or nothing, where it is as circle does it otherwise."""

    screen: Drawing | None = None
    editor: str = ""
    reflect: Length | None = None
    name: str = ""
    services: Setting | None = None
    remind: Weekday | None = None
    year: str = ""


KEYS = OwnSettings._fields


def own_settings() -> OwnSettings:
    """Read them, and pass over what is not understood."""
    return read_own()[0]


def read_own() -> tuple[OwnSettings, tuple[CircleError, ...]]:
    """Read them; with what is wrong in their file, by its lines."""
    try:
        place = place_of_own_settings()
        content = content_of_settings(place)
        if not content:
            return OwnSettings(), ()
    except (OSError, CircleError):  # nowhere, or not to be read: nothing is settled
        return OwnSettings(), ()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return OwnSettings(), (CircleError("not UTF-8 text", where=Place(place), do="save the file as UTF-8"),)
    return understood(text, place)


def content_of_settings(place: Path) -> bytes | None:
    """Give what the file holds; a link to it is somebody's own, and anything else than a file is none."""
    return place.read_bytes() if place.is_file() else None


def understood(text: str, place: Path) -> tuple[OwnSettings, tuple[CircleError, ...]]:
    """Understand the file's text, line by line."""
    from circle_cli.fields import Fields

    source, wrong = _lines(text, place)
    keys = Fields(source)

    def taken(take: Callable[[], T], instead: T) -> T:
        try:
            return take()
        except CircleError as error:
            wrong.append(error)
            return instead

    settings = OwnSettings(
        screen=taken(lambda: keys.optional_one_of("screen", Drawing), None),
        editor=taken(lambda: keys.line("editor"), ""),
        reflect=taken(lambda: keys.optional_one_of("reflect", Length), None),
        name=taken(lambda: keys.line("name"), ""),
        services=taken(lambda: keys.optional_one_of("services", Setting), None),
        remind=taken(lambda: keys.optional_one_of("remind", Weekday), None),
        year=taken(lambda: _year(keys), ""),
    )
    for key in keys.left:
        do = f"take it out, or use one of: {', '.join(KEYS)}"
        wrong.append(keys.problem(key, "unknown key", do=do, unknown_key=True))
    return settings, tuple(sorted(wrong, key=lambda error: (error.where and error.where.line) or 0))


def _year(keys: "Fields") -> str:
    """Take the day on which the person's registration year begins."""
    found = keys.line("year")
    if found:
        from circle_cli.evidence.year import begins_on
        from circle_cli.front_matter.located import quoted

        if begins_on(found) is None:
            raise keys.problem(
                "year", "… is no day that every year has", do="write it as 1 September", words=quoted(found)
            )
    return found


def _lines(text: str, place: Path) -> "tuple[Located, list[CircleError]]":
    """Take the file apart into keys and values, each with its line; what is neither is wrong."""
    from circle_cli.front_matter.located import Located, given_twice

    values, lines, wrong = dict[str, str](), dict[tuple[str | int, ...], int](), list[CircleError]()
    for number, line in enumerate(text.split("\n"), start=1):
        key, colon, value = (part.strip() for part in line.partition(":"))
        where = Place(place, number)
        if not key or key.startswith("#"):
            continue
        if not colon:
            wrong.append(CircleError("expected a key and its value", where=where, do=f"write `{KEYS[0]}: ...`"))
        elif key in values:
            wrong.append(given_twice(key, where))
        else:
            values[key], lines[(key,)] = _bare(value), number
    return Located(values=values, lines=lines, where=str(place)), wrong


def _bare(value: str) -> str:
    """Take off what somebody who knows YAML may have put around a value: quotation marks, and a comment behind it."""
    quote = value[:1] if value[:1] in ("'", '"') else ""
    inside, closed, behind = value[1:].rpartition(quote) if quote else ("", "", "")
    if closed and (not behind.strip() or behind.lstrip().startswith("#")):
        return inside
    return value.partition(" #")[0].rstrip()


def with_setting(text: str, key: str, value: str) -> str:
    """Give the file's text with this setting, or without it where `value` is nothing; other lines stay."""
    if _bare(value) != value:
        value = f"'{value}'" if "'" not in value else f'"{value}"'
    lines = [line for line in text.split("\n") if line.partition(":")[0].strip() != key]
    while lines and not lines[-1].strip():
        lines.pop()
    return "\n".join([*lines, *([f"{key}: {value}"] if value else []), ""]).lstrip("\n")


def my_name(log: "Log") -> str:
    """Give the name of whoever types here: their own setting, else what git knows; nothing where neither says one."""
    from circle_cli.log.history.whose import given

    return own_settings().name or given(log.root).name
