"""Makes what tests need: sessions, learning points, their files, and a git that keeps them. All of it is invented."""

import json
import os
import re
import struct
import subprocess
import zlib
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from committed import OURS
from jsonschema import Draft202012Validator, FormatChecker
from signed import admit, approve, approve_words, private_key, public_key, sign

from circle_cli.commands.edge import trust
from circle_cli.commands.said.words import all_words
from circle_cli.identifiers.lists import load_lists
from circle_cli.log.history.foreign import note_beginning
from circle_cli.log.history.git import commit
from circle_cli.log.saving import file_name
from circle_cli.own_words.approval import approval_path, render_approval
from circle_cli.points.file import render_point
from circle_cli.points.record import LearningPoint, Report, StatementLink, Trial
from circle_cli.points.report import place_of, render_report
from circle_cli.session.record import Session
from circle_cli.share.wording import asked_about
from circle_cli.signing import lists
from circle_cli.signing.readers import READERS
from circle_cli.vocabulary import Mode, Outcome, ReviewKind, Setting, Status

ROOT = Path(__file__).parents[3]
GOLDEN = ROOT / "tests" / "golden"
SESSION_ID = "2026-11-23-k3f9"

POINT = LearningPoint(
    id="k3f9abcd",
    title="Let people choose the place",
    themes=("relationships", "voice"),
    setting=Setting.BOTH,
    questions=("learning", "perspectives"),
    frameworks=(StatementLink(framework="pcf-2018", statement="6"),),
    year=2026,
    tried=(Trial(outcome=Outcome.PARTLY, year=2027, differed="There was no time to walk."),),
    parts={
        "what-to-try": "Ask where a first meeting should be.",
        "why": "A place of one's own choosing is a safe one.",
        "where-not": "Where it has to be private, and there is only one such room.",
        "how": "- Offer three places.\n- Ask *again* each time.",
        "rests-on": "One account; people said that nobody had asked before.",
    },
)
"""A learning point as it is before its approval."""

_BY_CHANCE = re.compile(r"[A-Za-z0-9+/=]{40,}|[0-9a-f]{16,}")
_GREY = b"\x08\x00\x00\x00\x00"
MARKS = "<<<<<<< HEAD\n{ours}\n=======\n{theirs}\n>>>>>>> side\n"
DIFF3 = "<<<<<<< HEAD\n{ours}\n||||||| 1234567\n{base}\n=======\n{theirs}\n>>>>>>> a branch\n"
"""How git marks two versions, shortly and with what both came of."""


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder, and give what it prints."""
    command = ["git", "-C", str(folder), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, errors="replace").stdout


def without_signatures(text: str) -> str:
    """Leave out of a file what a short name may stand in by chance: signatures, digests, the version of the lists."""
    return _BY_CHANCE.sub("", text)


def schema(name: str) -> Draft202012Validator:
    """Read one of the schemas that other people's scripts are written after."""
    text = (ROOT / "schema" / f"{name}.schema.json").read_text(encoding="utf-8")
    return Draft202012Validator(json.loads(text), format_checker=FormatChecker())


def a_session(**different: Any) -> Session:
    """Make a session of what every session has, but for what is to be different."""
    bare = {"id": SESSION_ID, "title": "x", "date": date(2026, 11, 23), "mode": Mode.GROUP, "status": Status.RECORDED}
    return Session(**(bare | different))


def session_text(session_id: str = SESSION_ID, title: str = "x", front: str = "", **answers: str) -> str:
    """Write a session's file by hand: lines of `front` stand below, or in place of, what every session has."""
    usual = {"id": session_id, "title": title, "date": session_id[:10], "mode": "individual", "status": "recorded"}
    given = {line.partition(":")[0] for line in front.split("\n")}
    head = "".join(f"{key}: {value}\n" for key, value in usual.items() if key not in given)
    body = "".join(f"\n## {name} {{#{name.replace('_', '-')}}}\n\n{text}\n" for name, text in answers.items())
    return f"---\ncircle: 1\n{head}{front}---\n{body}"


def put_session(log: Path, session_id: str = SESSION_ID, title: str = "x", front: str = "", **answers: str) -> Path:
    """Put a session's file where it belongs; nothing in it need be right."""
    path = log / "sessions" / session_id[:4] / file_name(session_id, title)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(session_text(session_id, title, front, **answers).encode("utf-8", "surrogateescape"))
    path.chmod(0o600)
    return path


def keep_session(log: Path, session_id: str, title: str, front: str = "", **answers: str) -> Path:
    """Put a session's file into a commit of its own, as the program does."""
    path = put_session(log, session_id, title, front, **answers)
    assert commit(log, [path], f"Record session {session_id}", trust=OURS).done
    return path


def begun_here(log: Path) -> None:
    """Have it noted that this person began the log on this computer: what its settings run is theirs."""
    note_beginning(log, trust())


def admitted(log_root: Path) -> None:
    """Make whoever approves in tests a reader of this log, in a commit of its own, with the key in this home."""
    if admit(log_root) and (log_root / ".git").is_dir():
        assert commit(log_root, [log_root / READERS], "Admit reader-exam").done
    if home := os.environ.get("XDG_STATE_HOME"):
        give_key(Path(home) / "circle")


def give_key(folder: Path, seed: int = 1) -> None:
    """Put a key to sign with where the program looks for one."""
    key = folder / "key-for-approving" / "key"
    key.parent.mkdir(parents=True, exist_ok=True)
    if not key.exists():
        key.write_bytes(private_key(seed))
        key.chmod(0o600)
        key.with_suffix(".pub").write_text(public_key(seed) + "\n", encoding="utf-8")


def hold_key(seed: int) -> None:
    """Have whoever types here sign with this key from now on."""
    folder = Path(os.environ["XDG_STATE_HOME"]) / "circle"
    key = folder / "key-for-approving" / "key"
    half = key.with_suffix(".pub")  # the private one is never written in the same bytes
    if not half.exists() or half.read_text(encoding="utf-8").strip() != public_key(seed):
        key.unlink(missing_ok=True)
        give_key(folder, seed)


def put_point(log_root: Path, point: LearningPoint) -> Path:
    """Put a learning point where everybody may read it, as it is."""
    path = log_root / "guidance" / "learning-points" / f"{point.id}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    (log_root / "sessions").mkdir(exist_ok=True)
    admitted(log_root)
    path.write_text(render_point(point), encoding="utf-8")
    return path


def publish(
    log_root: Path,
    *,
    explained: tuple[str, ...] = (),
    review: ReviewKind = ReviewKind.SECOND,
    **different: Any,
) -> Path:
    """Put an approved learning point into a log, different in fields or parts: `publish(log, title="x", how="y")`."""
    parts = {key: different.pop(key.replace("-", "_"), text) for key, text in POINT.parts.items()}
    return put_point(log_root, approve(replace(POINT, parts=parts, **different), *explained, review=review))


def approve_list(log_root: Path, path: Path, seed: int = 1, text: str | None = None) -> None:
    """Have a reader approve a list that a log adds to the identifier check, as it is or as another `text`."""
    text = text or path.read_text(encoding="utf-8")
    said = lists.ListApproval(sha256=lists.digest(text), review=ReviewKind.SECOND)
    whole = replace(said, signature=sign(lists.statement(path.name, text, said), seed=seed))
    place = lists.approval_path(log_root, path.name)
    place.write_text(lists.render_approval(path.name, whole), encoding="utf-8", newline="\n")


def read_words(log_root: Path, seed: int = 1) -> None:
    """Have a reader approve a log's own words on its site, and explain each thing that the check asks about."""
    admitted(log_root)
    for words in all_words(log_root):
        explained = dict.fromkeys(each.words for each in asked_about(words, load_lists(log_root)))
        path = approval_path(log_root, words.name)
        path.parent.mkdir(parents=True, exist_ok=True)
        approval = approve_words(words, *explained, seed=seed)
        path.write_text(render_approval(words.name, approval), encoding="utf-8", newline="\n")


def report(point_id: str = POINT.id, **different: Any) -> Report:
    """Make a report from trying a learning point, which nobody has approved yet."""
    usual = {"id": "abcd2345", "point": point_id, "outcome": Outcome.WORKED, "year": 2026}
    return Report(**(usual | different))


def put_report(log_root: Path, report: Report) -> Path:
    """Put a report where everybody may read it, as it is."""
    path = place_of(log_root / "guidance", report.id)
    path.parent.mkdir(parents=True, exist_ok=True)
    admitted(log_root)
    path.write_text(render_report(report), encoding="utf-8")
    return path


def notice(point_id: str, year: int = 2026) -> str:
    """Write what stays of a learning point that was taken back."""
    return f'---\ncircle: 1\nkind: learning-point\nid: "{point_id}"\nwithdrawn: {year}\n---\n'


def png(width: int = 2, height: int = 2, more: bytes = b"", head: bytes = _GREY, **beside: bytes) -> bytes:
    """Give a grey picture; `beside` are other parts of the file by their names, `more` stands behind the pixels."""
    pixels = b"".join(b"\0" + b"\x80" * width for _ in range(height)) + more
    parts = {"IHDR": struct.pack(">II", width, height) + head, **beside, "IDAT": zlib.compress(pixels, 9), "IEND": b""}
    return b"\x89PNG\r\n\x1a\n" + b"".join(part(kind.encode(), data) for kind, data in parts.items())


def part(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
