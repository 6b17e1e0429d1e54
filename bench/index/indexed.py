"""Random histories of a log's files, each looked at with the index and without: the answers have to be the same.

`python bench/index/indexed.py [--histories N] [--first SEED]` prints a line for each answer that differs, and how many.
A history writes, changes, moves, copies and takes away files, breaks them, sets their times back and the clock's ahead,
flips bits of the index, puts another's in its place; after every few steps the log is listed, searched, and asked for
what is to do.
"""

import argparse
import os
import random
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from circle_cli.errors import CircleError
from circle_cli.log.entries.filters import Filters
from circle_cli.log.folder import INDEX, NO_TRUST, Log, Trust
from circle_cli.log.index import finding, rows
from circle_cli.log.index.casts import Sought, in_sessions
from circle_cli.log.index.finding import newest_entries, search_entries
from circle_cli.log.reading.actions import still_to_do
from circle_cli.session.cast.called import ANYHOW
from circle_cli.session.file import render_session
from circle_cli.session.record import ActionPoint, CastEntry, Session
from circle_cli.vocabulary import Mode, Status

WORDS = ("kettle", "Kettle's", "tea", "TEA", "café", "cafe\u0301", "Straße", "it’s", "a\u00adb", "🌍", "ring", "x--y")
ASKED = ("kettle", "tea", "CAFÉ", "strasse", "it's", "ab", "et", "kettle tea", "ring", "x-y", "nowhere", "2026")


def main() -> None:
    """Run the histories, and print what differed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--histories", type=int, default=2000, metavar="N")
    parser.add_argument("--first", type=int, default=0, metavar="SEED")
    wanted = parser.parse_args()
    finding.WORTH_IT, rows.TICK = 1, 10_000_000
    asked = found = 0
    for seed in range(wanted.first, wanted.first + wanted.histories):
        with TemporaryDirectory() as folder:
            for same, said in history(Path(folder), seed):
                asked += 1
                if not same:
                    found += 1
                    print(f"history {seed}: {said}", flush=True)
    print(f"{wanted.histories} histories, {asked} answers, {found} differ")
    sys.exit(1 if found else 0)


def history(folder: Path, seed: int) -> Iterator[tuple[bool, str]]:
    """Live through one, and tell of every answer whether both ways give the same."""
    chance = random.Random(seed)  # noqa: S311  # no secret
    remembered: set[tuple[Path, str]] = set()
    trust = Trust(knows=lambda *what: what in remembered, keep=lambda *what: remembered.add(what))
    log = Log(root=folder / "log", trust=trust)
    log.sessions.mkdir(parents=True)
    for _ in range(chance.randint(3, 12)):
        _write(log, chance)
    for _ in range(5):
        for _ in range(chance.randint(0, 4)):
            chance.choice(STEPS)(log, chance)
        settled = chance.random() < 0.5
        if settled:
            time.sleep(0.015)  # longer than a tick is here: nothing can change unseen any more
        for name, ask in _questions(chance) + (_questions(chance) if settled else []):
            with_index, without = _answer(ask, log), _answer(ask, replace(log, trust=NO_TRUST))
            yield with_index == without, f"{name}: {with_index!s:.700} and not {without!s:.700}"


def _questions(chance: random.Random) -> list[tuple[str, Callable[[Log, Callable[[CircleError], None]], Any]]]:
    text, status, limit = chance.choice(ASKED), chance.choice((None, *Status)), chance.choice((None, 1, 3))
    filters = Filters(status=status, since=chance.choice((None, date(2026, 3, 5))))
    wanted = chance.choice((None, {ANYHOW}, {ANYHOW, "tea"}, {"kettle", "ring"}))
    sought = Sought(among=lambda known: {*known.split()} if wanted is None else wanted, ids=chance.random() < 0.5)
    questions: list[tuple[str, Callable[[Log, Callable[[CircleError], None]], Any]]] = [
        ("list", lambda log, report: newest_entries(log, filters, limit, report)),
        (f"search {text}", lambda log, report: search_entries(log, text, filters, limit, report)),
        ("actions", still_to_do),
        (f"casts {wanted}", lambda log, report: in_sessions(log, sought, report)),
    ]
    return chance.sample(questions, 4)


def _answer(ask: Callable[[Log, Callable[[CircleError], None]], Any], log: Log) -> tuple[Any, list[str]]:
    """Give what is found, and what was said of files that cannot be read, in whichever order."""
    said: list[str] = []
    try:
        found = ask(log, lambda error: said.append(str(error)))
    except CircleError as error:
        found = str(error)
    return found, sorted(said)


def _write(log: Log, chance: random.Random, path: Path | None = None) -> None:
    name = path.name[:15] if path else f"2026-0{chance.randint(1, 4)}-0{chance.randint(1, 9)}-{_end(chance)}"
    action = ActionPoint(id=1, what="Ring the school", done=chance.choice((None, date(2026, 5, 1))))
    session = Session(
        id=name,
        title=" ".join(chance.choices(WORDS, k=2)),
        date=date.fromisoformat(name[:10]),
        mode=chance.choice(list(Mode)),
        status=chance.choice([Status.RECORDED, Status.RECORDED, Status.PLANNED]),
        themes=("tea",) if chance.random() < 0.3 else (),
        answers={"what-worked": " ".join(chance.choices(WORDS, k=chance.randint(0, 9)))},
        action_points=(action,) if chance.random() < 0.5 else (),
        cast=tuple(_somebody(chance) for _ in range(chance.randint(0, 2))),
    )
    path = path or log.sessions / chance.choice((".", "2026", "2026")) / f"{name}-{chance.choice(('a', 'ü', 'x y'))}.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(render_session(session, {}), encoding="utf-8", newline="\n")


def _somebody(chance: random.Random) -> CastEntry:
    also = (chance.choice(WORDS),) if chance.random() < 0.3 else ()
    return CastEntry(
        name=" ".join(chance.choices(WORDS, k=chance.randint(1, 2))), also=also, say=chance.choice((None, "the child"))
    )


def _end(chance: random.Random) -> str:
    return "".join(chance.choices("abcdefghjkmnpqrstuvwxyz23456789", k=4))


def _rewrite(log: Log, chance: random.Random) -> None:
    path = _one(log, chance)
    if path and path.name.startswith("2026"):
        _write(log, chance, path)


def _swap_letters(log: Log, chance: random.Random) -> None:
    """Change a file, and nothing of its size; now and then its time is set back, too."""
    if path := _one(log, chance):
        before, content = path.stat(), path.read_bytes()
        path.write_bytes(content.replace(b"kettle", b"kettlf").replace(b"tea", b"ate"))
        if chance.random() < 0.5:
            os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def _take_away(log: Log, chance: random.Random) -> None:
    if path := _one(log, chance):
        path.unlink()


def _rename(log: Log, chance: random.Random) -> None:
    if path := _one(log, chance):
        path.rename(path.with_name(chance.choice((f"{path.stem}-2.md", f"Notes {chance.random()}.md"))))


def _copy(log: Log, chance: random.Random) -> None:
    if path := _one(log, chance):
        shutil.copy2(path, path.with_name(f"{path.stem} (1).md"))


def _put_in_place(log: Log, chance: random.Random) -> None:
    """Put one file in the place of another, with all that the other's name and time said."""
    one, other = _one(log, chance), _one(log, chance)
    if one and other and one != other:
        before = other.stat()
        os.replace(one, other)  # noqa: PTH105  # as a program would that keeps its own copy
        os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))


def _break(log: Log, chance: random.Random) -> None:
    if path := _one(log, chance):
        hurt = (b"---\ntitle: [\n---\nkettle\n", b"", b"\xff\xfekettle", b"no front matter, tea\n")
        path.write_bytes(chance.choice(hurt))


def _set_times(log: Log, chance: random.Random) -> None:
    if path := _one(log, chance):
        os.utime(path, (chance.choice((0, 4e9)), chance.choice((0, 4e9))))


def _move_folder(log: Log, chance: random.Random) -> None:
    here, there = (log.sessions / name for name in chance.sample(("2026", "2025"), 2))
    if here.exists() and not there.exists():
        here.rename(there)


def _flip(log: Log, chance: random.Random) -> None:
    """Turn a few bits of the index over."""
    place = log.root / INDEX
    if place.is_file() and (content := bytearray(place.read_bytes())):
        for _ in range(chance.randint(1, 3)):
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        place.write_bytes(content)


def _cut(log: Log, chance: random.Random) -> None:
    place = log.root / INDEX
    if place.is_file():
        content = place.read_bytes()
        place.write_bytes(content[: chance.randrange(len(content) + 1)])


def _keep_old(log: Log, chance: random.Random) -> None:
    """Keep the index aside, or put back the one that was kept."""
    place, kept = log.root / INDEX, log.root / "kept"
    if kept.exists() and not place.is_dir():
        shutil.copy2(kept, place)
        kept.unlink()
    elif place.is_file():
        shutil.copy2(place, kept)


def _close(log: Log, chance: random.Random) -> None:
    """Have something in the way of the index: a folder, or nothing that can be opened."""
    place = log.root / INDEX
    if not place.exists():
        place.parent.mkdir(exist_ok=True)
        chance.choice((place.mkdir, place.touch))()
    elif place.is_dir():
        place.rmdir()


def _one(log: Log, chance: random.Random) -> Path | None:
    paths = sorted(log.sessions.rglob("*.md"))
    return chance.choice(paths) if paths else None


STEPS: Sequence[Callable[[Log, random.Random], None]] = (
    _write,
    _write,
    _rewrite,
    _swap_letters,
    _swap_letters,
    _take_away,
    _rename,
    _copy,
    _put_in_place,
    _break,
    _set_times,
    _move_folder,
    _flip,
    _cut,
    _keep_old,
    _close,
)


if __name__ == "__main__":
    main()
