"""What a command that writes is run on: a log, and what is done in it beforehand."""

import json
import re
import shutil
from collections.abc import Sequence
from pathlib import Path

from proposing import PARTS, SESSION
from signed import public_key

from killing.place import Place, new_place

KEPT = "Kept: the kettle was on."
WORDS = "A heron stood in the doorway"
DRAFTS = Path(".local") / "state" / "circle" / "drafts"
REVIEW, FIVE = ("review", "--plain"), ("1",) * 8
CAME_IN = ("--log", "{home}/editor", "review", "{point}", "--plain")
SEND = ("share", "abcd", "--from", "{home}/parts.json", "--packet", "{home}/text.md")
READ = ("review", "{home}/text.md", "--plain")
HOW_IT_WENT = ("--outcome", "worked", "--differed", "by phone")
PREPARE = ("prepare", "--plain", "--mode", "individual", "--title", "Heron")
_PAGE = '---\ntitle: "Our way"\ndescription: "How we do it here."\n---\n# Our way\n\nWe print these each week.\n'
KEY = DRAFTS.with_name("key-for-approving")
_SESSIONS = Path("log") / "sessions" / "2026"


def put_session(place: Place, session_id: str, front: str = "", text: str = KEPT) -> None:
    """Put a session into the log, uncommitted."""
    head = f"circle: 1\nid: {session_id}\ntitle: Tea\ndate: {session_id[:10]}\nmode: individual\nstatus: recorded\n"
    path = place.home / _SESSIONS / f"{session_id}-tea.md"
    path.write_text(f"---\n{head}{front}---\n\n## What worked {{#what-worked}}\n\n{text}\n")
    path.chmod(0o600)


def make(home: Path) -> Place:
    """Make a log with a session that is left alone, one with an action, and one with something to share."""
    place = new_place(home)
    put_session(place, "2026-11-20-b2cd")
    put_session(place, "2026-11-23-k3f9", "action_points:\n  - {id: 1, what: Ring the school}\n")
    (home / _SESSIONS / "2026-05-05-abcd-the-walk.md").write_text(SESSION)
    (home / "in.yml").write_text(
        f"id: 2026-11-24-mmmm\ndate: 2026-11-24\ntitle: Heron\nanswers: {{what-worked: {WORDS}}}\n"
    )
    (home / "parts.json").write_text(json.dumps(PARTS))
    (home / "editor.py").write_text(
        "import sys, pathlib\npath = pathlib.Path(sys.argv[-1])\n"
        f"path.write_text(path.read_text().replace('the kettle', {WORDS + ', the kettle'!r}))\n"
    )
    place.git("add", ".")
    place.git("commit", "-qm", "A log")
    place.circle("list")
    return place


def shared(place: Place) -> None:
    """Have a learning point proposed, and somebody else there."""
    place.circle("share", "abcd", "--from", str(place.home / "parts.json"))
    become(place, "Bea")


def sent(place: Place) -> None:
    """Have it proposed in a file for a reader elsewhere, and them there."""
    place.circle(*filled_in(SEND, place))
    become(place, "Bea")


def sent_back(place: Place) -> None:
    """Have a packet decided on by somebody whose approvals count."""
    sent(place)
    place.typed(filled_in(READ, place), FIVE)
    key = (place.home / KEY / "key.pub").read_text()
    become(place, "Jo")
    place.circle("readers", "--admit", key)


def become(place: Place, name: str) -> None:
    """Have somebody else sit there, with a key of their own."""
    for key, value in (("user.email", f"{name.lower()}@example.org"), ("user.name", name)):
        place.git("config", "--global", key, value)
    other, own = place.home / f"{name}'s", place.home / KEY
    if own.exists():
        own.rename(place.home / f"{'Jo' if name == 'Bea' else 'Bea'}'s")
    if other.exists():
        other.rename(own)


def reported(place: Place) -> None:
    """Have somebody tell how it went, whom the next reader is not."""
    approved(place)
    place.circle("tried", _point(place), *HOW_IT_WENT)
    place.circle("readers", "--admit", (place.home / "Jo's" / "key.pub").read_text())
    become(place, "Jo")


def report_read(place: Place) -> None:
    """Have such a report read, and there for everybody."""
    reported(place)
    place.typed(REVIEW, FIVE)


def revised(place: Place) -> None:
    """Have its author there again, with another wording of what is published."""
    approved(place)
    become(place, "Jo")
    parts = PARTS | {"title": "Let people choose where they sit"}
    (place.home / "parts.json").write_text(json.dumps(parts))


def revision_shared(place: Place) -> None:
    """Have that proposed."""
    revised(place)
    shared(place)


def words_changed(place: Place) -> None:
    """Have a page of the log's own, which waits for somebody else."""
    _put_by_jo(place, "guidance/kit.md", _PAGE)


def list_changed(place: Place) -> None:
    """Have a list of the identifier check, which waits for somebody else."""
    _put_by_jo(place, "identifier-check/allowed.txt", "Norvale Panel\n")


def _put_by_jo(place: Place, name: str, text: str) -> None:
    path = place.log / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    place.git("add", ".")
    place.git("commit", "-qm", "Our own")
    become(place, "Bea")


def planned(place: Place) -> None:
    """Have a session planned."""
    place.typed(PREPARE, ())


def a_note(place: Place) -> None:
    """Put a note beside the log, to be brought in."""
    (place.home / "note.md").write_text(f"# Heron\n\n{WORDS}\n", encoding="utf-8")


def on_paper(place: Place) -> None:
    """Have the sheet of what was planned filled in."""
    planned(place)
    sheet = place.home / "sheet.md"
    place.circle("print", "sheet", _planned(place), "--format", "md", "--to", str(sheet))
    sheet.write_text(sheet.read_text().replace("{#situation}", f"{{#situation}}\n\n{WORDS}."))


def overtaken(place: Place) -> None:
    """Have a reading begun of what somebody else returned meanwhile, and its author proposed anew."""
    shared(place)
    place.typed(REVIEW, ("1", ".pause"))
    become(place, "Cleo")
    place.typed(REVIEW, (*FIVE[1:], "2", f"{WORDS}\n."))
    (place.home / KEY).rename(place.home / "Cleo's")
    become(place, "Jo")
    parts = place.home / "parts.json"
    parts.write_text(parts.read_text().replace("Ask again each time", "Ask again, each time"))
    place.circle("share", "abcd", "--from", str(parts))
    become(place, "Bea")


def half_home(place: Place) -> None:
    """Leave what a kill between the file and its commit leaves."""
    put_session(place, "2026-11-20-b2cd", text=f"{KEPT} And more.")
    folder = place.log / ".circle" / "intents"
    folder.mkdir(mode=0o700, parents=True)
    names = ["sessions/2026/2026-11-20-b2cd-tea.md"]
    entry = {"paths": names, "message": "Update session 2026-11-20-b2cd", "folder": folder.stat().st_ino}
    (folder / "99999999-0.json").write_text(json.dumps(entry))


def with_people(place: Place) -> None:
    """Have it written down who took part."""
    put_session(place, "2026-11-20-b2cd", "roles:\n  encourager: [Ann, Bo]\n")
    place.git("commit", "-qam", "Who took part")


def with_a_day(place: Place) -> None:
    """Have a day for an action."""
    put_session(place, "2026-11-23-k3f9", "action_points:\n  - {id: 1, what: Ring the school, by: 2026-12-24}\n")
    place.git("commit", "-qam", "By when")


def done(place: Place) -> None:
    """Have an action done."""
    place.circle("done", "k3f9", "1")


def deleted(place: Place) -> None:
    """Have a session deleted."""
    place.circle("delete", "k3f9", "--confirm", "2026-11-23-k3f9")


def approved(place: Place) -> None:
    """Have a learning point there that a second person has approved."""
    shared(place)
    place.typed(REVIEW, FIVE)


def read_by_others(place: Place) -> None:
    """Have it proposed where other people read, and this one does not."""
    shared(place)
    place.circle("readers", "--admit", public_key(2))


def unsigned(place: Place) -> None:
    """Have it approved by an earlier version, which signed nothing."""
    approved(place)
    (path,) = (place.log / "guidance" / "learning-points").glob("*.md")
    path.write_text(re.sub(r', (review: \w+|cast: \w+|signature: "[^"]*")', "", path.read_text()))
    place.git("commit", "-qam", "As it was")


def begun(place: Place) -> None:
    """Leave a session in the middle, with a file beside its draft that an editor left."""
    place.typed(("reflect", "--quick", "--plain", "--title", "Heron"), (f"{WORDS}\n.", ".pause"))
    (place.home / DRAFTS / f"{_draft(place)}-what-worked.md").write_text(f"{WORDS} and waited.\n")


def put_away(place: Place) -> None:
    """Have a draft put away."""
    begun(place)
    place.circle("discard", _draft(place), "--confirm", _draft(place))


def emptied(place: Place) -> None:
    """Have a folder and nothing in it."""
    shutil.rmtree(place.log)
    place.log.mkdir(mode=0o700)


def _point(place: Place) -> str:
    return next((path.stem for path in (place.log / "guidance" / "learning-points").glob("*.md")), "none")


def _report(place: Place) -> str:
    return next((path.stem for path in (place.log / "guidance" / "reports").glob("*.md")), "none")


def _planned(place: Place) -> str:
    return next((path.stem[:15] for path in place.log.glob("sessions/*/*-heron.md")), "none")


def filled_in(command: Sequence[str], place: Place) -> list[str]:
    """Give a command with what is called otherwise each time."""
    named = {
        "home": place.home,
        "point": _point(place),
        "report": _report(place),
        "draft": _draft(place),
        "planned": _planned(place),
        "reader": _reader(place),
    }
    return [word.format(**named) for word in command]


def _reader(place: Place) -> str:
    file = place.log / "readers"
    found = re.search(r"reader-\w+", file.read_text()) if file.exists() else None
    return found[0] if found else "none"


def _draft(place: Place) -> str:
    """Give the id of the draft that is there, put away or not."""
    folder = place.home / DRAFTS
    names = [*(path.stem for path in folder.glob("*.jsonl")), *(path.name for path in folder.glob("put-away/*"))]
    return names[0].partition("--")[0] if names else "none"
