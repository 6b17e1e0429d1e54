"""What stands where a file or folder of the log should be: it is named in a line, and the rest goes on."""

import os
import socket
from collections.abc import Callable
from contextlib import chdir
from pathlib import Path
from typing import Any

import pytest

from circle_cli.cli.app import ROOM_OF

Run = Callable[..., Any]

pytestmark = pytest.mark.usefixtures("never_waits")


def a_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made, chdir(path.parent):
        made.bind(path.name[:90])


def huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(20 << 30)


ODD: dict[str, Callable[[Path], object]] = {
    "folder": lambda path: path.mkdir(),
    "file": lambda path: path.write_text("words\n"),
    "link-to-nothing": lambda path: path.symlink_to("/nowhere/at/all"),
    "link-to-itself": lambda path: path.symlink_to(path.name),
    "endless": lambda path: path.symlink_to("/dev/zero"),
    "pipe": os.mkfifo,
    "socket": a_socket,
    "huge": huge,
    "nul": lambda path: path.write_bytes(b"---\ncircle: 1\0\n---\n"),
    "latin-1": lambda path: path.write_bytes("---\ncircle: 1\ntitle: café\n---\n".encode("latin-1")),
    "utf-16": lambda path: path.write_bytes("---\ncircle: 1\n---\n".encode("utf-16")),
    "empty": lambda path: path.write_bytes(b""),
    "nested": lambda path: path.write_text("---\na: " + "[" * 5000 + "\n---\n"),
}
NO_SITE = ("folder", "file", "link-to-nothing")
"""What a site is tried with: it takes longer than all else, and reads files as all else does."""

NOT_READ = ("site", "README.md")
NO_FILE = ("folder", "link-to-nothing", "link-to-itself", "endless", "pipe", "socket", "latin-1")
NO_FOLDER = ("file", "link-to-nothing", "link-to-itself", "pipe", "socket")

OUT = ("insights", "export --to -", "year", "evidence", "portfolio --framework pcf-2018 --to -")
SESSIONS = ("list", "search heron", "actions", "actions --ics -", "event ev2n", "show k3f9", *OUT)
READING = (*SESSIONS, "check", "scan text.txt")
PAPER = ("print cards --to -", "takeaway k3f9 Sam --to -")
ASKING = (*PAPER, "reflect --from in.yml", "prepare", "follow-up k3f9", "")
DOOR = ("review", "readers", "share k3f9 1", "tried k3f9abcd", "withdraw k3f9abcd --yes", "erase k3f9", "done k3f9 1")
DELETE = "delete k3f9 --confirm 2026-11-23-k3f9"
SITE = "site --export out"
PUBLISH = "publish --to nowhere --dry-run"
CODES = {0, 1, 2, 3, 65, 74, 77, 130}

ITSELF = ("edit q3f9", "rename q3f9 Tea", "prepare q3f9", "reflect q3f9", "follow-up q3f9", "erase q3f9")
FILES = {
    "sessions/2026/2026-11-24-q3f9-odd.md": (*READING, *ITSELF, SITE, "delete q3f9 --confirm 2026-11-24-q3f9"),
    "sessions/odd.md": (*READING, "edit k3f9"),
    "circle.yml": ("list", "check", "scan text.txt", "import text.txt --dry-run", "review", "init .", SITE, PUBLISH),
    "mkdocs.yml": ("check", "init .", "digest", SITE),
    "README.md": ("init .", "check"),
    "readers": ("readers", "check", "tried k3f9abcd", PUBLISH),
    "same": ("check", "same k3f9abcd mmmmabcd"),
    "themes-of-teams": ("check",),
    "guidance/questions/safety.md": ("check", *ASKING),
    "guidance/principles.md": ("check", "digest", SITE),
    "guidance/themes.yml": ("check", *ASKING, SITE),
    "guidance/vocabulary.yml": ("check", SITE),
    "guidance/frameworks/zzz.yml": ("check", "print cards --to -", SITE),
    "guidance/learning-points/x3f9abcd.md": (
        "check",
        "tried x3f9abcd",
        "withdraw x3f9abcd --yes",
        "tried k3f9abcd",
        SITE,
    ),
    "identifier-check/names.txt": ("check", "scan text.txt", SITE),
    "identifier-check/writers.txt": ("check", "scan text.txt"),
    "proposals/x3f9abcd.md": ("check", "review", "review x3f9abcd", "done k3f9 1", SITE, DELETE),
    "sent.md": ("take sent.md", "review sent.md"),
    ".circle/evidence/2026-11-23-k3f9.json": ("evidence k3f9 --copy", "evidence", "year"),
    ".circle/intents/x.json": ("list", "done k3f9 1", "undo --yes"),
    "@state/circle/drafts/2026-11-25-x3f9.jsonl": (
        "resume",
        "resume x3f9",
        "discard x3f9",
        "reflect --from in.yml",
        "",
    ),
    "@state/circle/drafts/2026-11-25-x3f9.typing": ("resume", "discard", "list"),
    "@state/../../.config/circle/settings.yml": ("settings --json", "list", "reflect --from in.yml"),
    "@state/circle/drafts/2026-11-23-k3f9-edit.md": ("edit k3f9", "discard", DELETE),
}
FOLDERS = {
    "sessions": ("list", "check", "copy k3f9 --to .", "edit k3f9", "reflect --from in.yml", "init .", SITE),
    "sessions/2025": (*READING, "edit k3f9", SITE),
    "guidance": ("list", "check", *ASKING, "tried k3f9abcd", "init .", SITE),
    "guidance/questions": ("check", *ASKING, SITE),
    "guidance/frameworks": ("check", "print cards --to -"),
    "guidance/learning-points": ("list", "check", "digest", *DOOR[3:], SITE),
    "sparks": ("spark Tea", "sparks", "year"),
    ".circle/evidence": ("evidence", "year", "evidence k3f9 --copy"),
    "identifier-check": ("check", "scan text.txt", SITE),
    "proposals": ("list", "check", *DOOR, SITE),
    "site": ("check", SITE, "init ."),
    ".git": (
        "list",
        "check",
        "sync",
        "use .",
        "join .git ../joined",
        "done k3f9 1",
        "reflect --from in.yml",
        "undo --yes",
        "init .",
        DELETE,
        "erase k3f9",
    ),
    ".circle": ("list", "check", "sync", "done k3f9 1", "rename k3f9 Tea", "resume", "discard"),
    ".circle/intents": ("list", "done k3f9 1", "undo --yes"),
    "@state": ("list", "resume", "reflect --from in.yml", "discard", DELETE, "erase k3f9"),
    "@state/circle": ("list", "resume", "erase k3f9"),
    "@state/circle/drafts": ("list", "resume", "reflect --from in.yml", "discard x3f9 --back", DELETE),
}
ROWS = [(place, odd) for place in FILES for odd in NO_FILE] + [(place, odd) for place in FOLDERS for odd in NO_FOLDER]
ROWS += [("sessions/2026/2026-11-24-q3f9-odd.md", odd) for odd in ("nul", "utf-16", "empty", "nested")]
ROWS += [("guidance/themes.yml", "huge"), ("proposals/x3f9abcd.md", "huge"), ("sessions/odd.md", "huge")]
IDS = ["-".join(row).replace("/", "_") for row in ROWS]
TRIED = {**FILES, **FOLDERS}


def put_odd(place: Path, odd: str) -> None:
    if place.is_dir():
        for path in sorted(place.rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
        place.rmdir()
    place.unlink(missing_ok=True)
    place.parent.mkdir(parents=True, exist_ok=True)
    ODD[odd](place)


def test_every_command_has_its_surroundings() -> None:
    """Sixty-eight of them, by name, had been tracebacks."""
    tried = {words.partition(" ")[0] for all_words in TRIED.values() for words in all_words}
    assert set(ROOM_OF) <= tried
    assert len(ROWS) > 68


def said_in_words(circle: Run, log: Path, words: str) -> Any:
    done = circle("--log", str(log), *words.split(), cwd=log)
    told = f"{words}: {done.returncode}\n{done.stderr}"
    assert done.returncode in CODES, told
    assert "Usage:" not in done.stderr, told
    assert done.stderr.count("\n") <= 12, told
    return done


@pytest.mark.parametrize(("place", "odd"), ROWS, ids=IDS)
def test_it_is_said_in_words_and_the_rest_goes_on(
    circle: Run, plain_log: Path, own_home: Path, place: str, odd: str
) -> None:
    put_odd(own_home / ".local" / place[1:] if place[0] == "@" else plain_log / place, odd)
    for words in (words for words in TRIED[place] if words != SITE):
        done = said_in_words(circle, plain_log, words)
        told = f"{words}: {done.returncode}\n{done.stderr}"
        if words in ("list", "search heron") and place != "sessions":
            assert "Kept" in done.stdout, told
        if words == "check" and place[0] not in ".@" and place not in NOT_READ and odd != "endless":
            assert done.returncode == 1 or place == "circle.yml", told


@pytest.mark.slow
@pytest.mark.parametrize(("place", "odd"), [row for row in ROWS if SITE in TRIED[row[0]] and row[1] in NO_SITE])
def test_the_pages_are_written_or_it_is_said_in_words_why_not(
    circle: Run, plain_log: Path, place: str, odd: str
) -> None:
    put_odd(plain_log / place, odd)
    said_in_words(circle, plain_log, SITE)


@pytest.mark.parametrize("odd", ["folder", "pipe", "socket", "link-to-nothing", "link-to-itself", "latin-1"])
def test_the_sites_settings_are_read_or_named_and_never_passed_over(circle: Run, plain_log: Path, odd: str) -> None:
    put_odd(plain_log / "mkdocs.yml", odd)
    done = circle("--log", str(plain_log), "site", cwd=plain_log)
    named = [line for line in done.stderr.split("\n") if line.startswith("mkdocs.yml:")]
    assert (done.returncode, len(named)) == (65, 1), done.stderr
