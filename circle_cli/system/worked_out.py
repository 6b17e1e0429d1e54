"""What takes long to work out and only depends on the program, kept beside it as Python keeps compiled modules.

Whoever can write there can change the program itself, so it is trusted as that is. What was worked out from something
else, or was damaged, is worked out anew; and where nothing may be written, each time.
"""

import contextlib
import hashlib
import marshal
import os
import sys
from collections.abc import Callable, Iterable
from importlib.util import cache_from_source
from pathlib import Path
from typing import TypeVar

Worked = TypeVar("Worked", bound=tuple[object, ...])


def worked_out(beside: Path, name: str, sources: Iterable[bytes], work_out: Callable[[], Worked]) -> Worked:
    """Give what `work_out` makes of the sources: numbers and texts, in lists, tuples and dictionaries.

    An empty source is one that could not be read, as in a program that is one file: then nothing is kept.
    """
    read = [*sources]
    if not all(read):
        return work_out()
    place = Path(cache_from_source(str(beside / f"{name}.py")))
    made_of = _digest(b"\0".join(read))
    kept = _read(place, made_of)
    if kept is None:
        made = work_out()
        if not sys.dont_write_bytecode:
            _write(place, made_of, marshal.dumps(made))  # type: ignore[arg-type]  # what it takes has no name
        return made
    known: Worked = marshal.loads(kept)  # noqa: S302  # as Python itself loads what lies there; its digest is right
    return known


def _read(place: Path, made_of: bytes) -> bytes | None:
    with contextlib.suppress(OSError):
        content, size = place.read_bytes(), len(made_of)
        whole = content[2 * size :]
        if content[: 2 * size] == made_of + _digest(whole):
            return whole
    return None


def _write(place: Path, made_of: bytes, whole: bytes) -> None:
    fresh = place.with_name(f"{place.name}.{os.getpid()}")
    with contextlib.suppress(OSError):
        place.parent.mkdir(exist_ok=True)
        with fresh.open("xb") as file:
            file.write(made_of + _digest(whole) + whole)
        os.replace(fresh, place)  # noqa: PTH105  # nothing that a Path adds


def _digest(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()
