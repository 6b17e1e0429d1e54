"""Every command that writes: what it is run on, what is typed, and what makes it go on after a kill."""

import json
import re
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from proposing import PARTS, SESSION
from signed import public_key

from killing.place import Place, new_place

KEPT = "Kept: the kettle was on."
WORDS = "A heron stood in the doorway"
DRAFTS = Path(".local") / "state" / "circle" / "drafts"
_KEY = DRAFTS.with_name("key-for-approving")
_SESSIONS = Path("log") / "sessions" / "2026"


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """A command that writes."""

    name: str
    command: tuple[str, ...]
    typed: tuple[str, ...] | None = None
    """None: it needs no terminal."""
    words: str = ""
    """What a person typed, and must find again somewhere."""
    before: Callable[[Place], None] = lambda _: None
    again: tuple[str, ...] | None = None
    """What goes on with it, where that is another command; where there was nothing yet to go on with, nothing comes."""
    back: tuple[str, ...] | None = None
    """What brings it back, for a last look: all of it must be there again."""

    def run(self, place: Place, *, again: bool = False, **how: object) -> None:
        """Run it there."""
        self.start(place, self.again if again and self.again else self.command, again=again, **how)

    def start(self, place: Place, command: Sequence[str], *, again: bool = False, **how: object) -> None:
        """Run another command there, as this one is run."""
        words = _write(command, place)
        if self.typed is None:
            place.circle(*words, **{key: how[key] for key in ("env", "apart") if key in how})  # type: ignore[arg-type]
        else:
            place.typed(words, () if again and self.again else self.typed, **how)  # type: ignore[arg-type]


def _put_session(place: Place, session_id: str, front: str = "", text: str = KEPT) -> None:
    head = f"circle: 1\nid: {session_id}\ntitle: Tea\ndate: {session_id[:10]}\nmode: individual\nstatus: recorded\n"
    path = place.home / _SESSIONS / f"{session_id}-tea.md"
    path.write_text(f"---\n{head}{front}---\n\n## What worked {{#what-worked}}\n\n{text}\n")
    path.chmod(0o600)


def make(home: Path) -> Place:
    """Make a log with a session that is left alone, one with an action, and one with something to share."""
    place = new_place(home)
    _put_session(place, "2026-11-20-b2cd")
    _put_session(place, "2026-11-23-k3f9", "action_points:\n  - {id: 1, what: Ring the school}\n")
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


def _shared(place: Place) -> None:
    place.circle("share", "abcd", "--from", str(place.home / "parts.json"))
    _become(place, "Bea")


def _sent(place: Place) -> None:
    place.circle(*_write(_SEND, place))
    _become(place, "Bea")


def _sent_back(place: Place) -> None:
    """Have a packet decided on by somebody whose approvals count."""
    _sent(place)
    place.typed(_write(_READ, place), _FIVE)
    key = (place.home / _KEY / "key.pub").read_text()
    _become(place, "Jo")
    place.circle("readers", "--admit", key)


def _become(place: Place, name: str) -> None:
    """Have somebody else sit there, with a key of their own."""
    for key, value in (("user.email", f"{name.lower()}@example.org"), ("user.name", name)):
        place.git("config", "--global", key, value)
    other, own = place.home / f"{name}'s", place.home / _KEY
    own.rename(place.home / f"{'Jo' if name == 'Bea' else 'Bea'}'s")
    if other.exists():
        other.rename(own)


def _done(place: Place) -> None:
    place.circle("done", "k3f9", "1")


def _deleted(place: Place) -> None:
    place.circle("delete", "k3f9", "--confirm", "2026-11-23-k3f9")


def approved(place: Place) -> None:
    """Have a learning point there that a second person has approved."""
    _shared(place)
    place.typed(_REVIEW, _FIVE)


def _read_by_others(place: Place) -> None:
    _shared(place)
    place.circle("readers", "--admit", public_key(2))


def _unsigned(place: Place) -> None:
    """Have it approved by an earlier version, which signed nothing."""
    approved(place)
    (path,) = (place.log / "guidance" / "learning-points").glob("*.md")
    path.write_text(re.sub(r', (review: \w+|cast: \w+|signature: "[^"]*")', "", path.read_text()))
    place.git("commit", "-qam", "As it was")


def _begun(place: Place) -> None:
    """Leave a session in the middle, with a file beside its draft that an editor left."""
    place.typed(("reflect", "--quick", "--plain", "--title", "Heron"), (f"{WORDS}\n.", ".pause"))
    (place.home / DRAFTS / f"{_draft(place)}-what-worked.md").write_text(f"{WORDS} and waited.\n")


def _put_away(place: Place) -> None:
    _begun(place)
    place.circle("discard", _draft(place), "--confirm", _draft(place))


def _emptied(place: Place) -> None:
    shutil.rmtree(place.log)
    place.log.mkdir(mode=0o700)


def _point(place: Place) -> str:
    return next((path.stem for path in (place.log / "guidance" / "learning-points").glob("*.md")), "none")


def _write(command: Sequence[str], place: Place) -> list[str]:
    """Give a command with what is called otherwise each time."""
    named = {"home": place.home, "point": _point(place), "draft": _draft(place), "reader": _reader(place)}
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


_RESUME = ("resume", "--plain")
_REVIEW, _FIVE = ("review", "--plain"), ("1",) * 8
_SEND = ("share", "abcd", "--from", "{home}/parts.json", "--packet", "{home}/text.md")
_SEND_AGAIN = ("share", "abcd", "--packet", "{home}/text.md")
_READ = ("review", "{home}/text.md", "--plain")
_TYPED = (f"{WORDS}\n.",)
_BACK = ("discard", "--back", "{draft}")
_DISCARD = ("discard", "{draft}", "--confirm", "{draft}")
_HOW_IT_WENT = ("--outcome", "worked", "--differed", "by phone")
_QUICK = ("reflect", "--quick", "--plain", "--title", "Heron")
_PREPARE = ("prepare", "--plain", "--mode", "individual", "--title", "Heron")
_FOLLOW_UP = ("follow-up", "k3f9", "--plain")
WRITING = (
    Writing(name="reflect --from", command=("reflect", "--from", "{home}/in.yml")),
    Writing(name="reflect", command=_QUICK, typed=_TYPED, words=WORDS, again=_RESUME),
    Writing(name="resume", command=_RESUME, typed=(), words=WORDS, before=_begun),
    Writing(name="prepare", command=_PREPARE, typed=(), again=_RESUME),
    Writing(name="follow-up", command=_FOLLOW_UP, typed=_TYPED, words=WORDS, again=_RESUME),
    Writing(name="edit", command=("edit", "b2cd"), typed=(), words=WORDS),
    Writing(name="done", command=("done", "k3f9", "1", "--note", "Rang")),
    Writing(name="done --not", command=("done", "k3f9", "1", "--not"), before=_done),
    Writing(name="rename", command=("rename", "k3f9", "Cake")),
    Writing(name="delete", command=("delete", "k3f9", "--confirm", "2026-11-23-k3f9")),
    Writing(name="undo", command=("undo", "--yes"), before=_done, again=("list",)),
    Writing(name="undo: delete", command=("undo", "--yes"), before=_deleted, again=("list",)),
    Writing(name="discard", command=_DISCARD, before=_begun, back=_BACK),
    Writing(name="discard --back", command=_BACK, before=_put_away, back=("list",)),
    Writing(name="share", command=("share", "abcd", "--from", "{home}/parts.json")),
    Writing(name="review: approve", command=_REVIEW, typed=_FIVE, before=_shared, again=_RESUME),
    Writing(name="review: return", command=_REVIEW, typed=(*_FIVE[1:], "2", *_TYPED), before=_shared, again=_RESUME),
    Writing(name="review: decline", command=_REVIEW, typed=(*_FIVE[1:], "3", *_TYPED), before=_shared, again=_RESUME),
    Writing(name="share --packet", command=_SEND, again=_SEND_AGAIN),
    Writing(name="review: packet", command=_READ, typed=_FIVE, before=_sent),
    Writing(name="take", command=("take", "{home}/text.decision.md"), before=_sent_back),
    Writing(name="tried", command=("tried", "{point}", *_HOW_IT_WENT), before=approved),
    Writing(name="withdraw", command=("withdraw", "{point}", "--yes"), before=approved),
    Writing(name="readers --admit", command=("readers", "--admit", public_key(2)), before=approved),
    Writing(name="readers --end", command=("readers", "--end", "{reader}"), before=approved),
    Writing(name="review: ask", command=_REVIEW, typed=_FIVE, before=_read_by_others, again=_RESUME),
    Writing(name="review --sign", command=("review", "--sign", "--plain"), typed=("2",), before=_unsigned),
    Writing(name="init", command=("init", "."), before=_emptied),
)
