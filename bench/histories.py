"""Two people work in one log, each on a clone of it, by chance: what they do, and what must hold once both have synced.

Every word that is typed is one that nobody typed before, so that it can be looked for.
"""

import json
import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from killing.place import Place
from proposing import PARTS
from signed import public_key
from typed import TYPED

_ID = re.compile(r"2026-\d\d-\d\d-[a-z0-9]{4}")
_LETTERS = "abcdefghkmnpqrstuvwxyz23456789"


@dataclass(kw_only=True)
class Desk:
    """Where one of the two works: a computer of their own, the chance that leads them, and the words they type."""

    place: Place
    chance: random.Random
    count: Iterator[int]
    said: list[tuple[str, int]] = field(default_factory=list)

    @property
    def log(self) -> Path:
        """Their clone."""
        return self.place.log

    def word(self) -> str:
        """Give a word that nobody has typed yet."""
        return f"typed{next(self.count)}q"

    def circle(self, *words: str) -> None:
        """Run a command; it may refuse, as it would refuse anybody."""
        self.said.append((words[0], self.place.circle(*words).returncode))

    def typed(self, words: Sequence[str], replies: Sequence[str], otherwise: Mapping[str, str] | None = None) -> None:
        """Run one that asks."""
        says = otherwise or {}
        self.place.typed(words, replies, lambda asked: next((says[key] for key in says if key in asked), ".skip"))
        self.said.append((words[0], 0))

    def file(self, name: str, text: str) -> str:
        """Put a file beside the log, to be taken from there."""
        path = self.place.home / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    def sessions(self) -> list[Path]:
        """Give the sessions that are there."""
        return sorted((self.log / "sessions").rglob("2026-*.md"))

    def session(self) -> Path:
        """Choose one; the first ones more often, so that both choose the same."""
        return self._chosen(self.sessions())

    def id_of_one(self) -> str:
        """Choose one, and give its id."""
        return _ID.findall(self.session().name)[0]

    def _chosen(self, some: list[Path]) -> Path:
        return some[int(len(some) * self.chance.random() ** 2)]

    def one_of(self, pattern: str) -> str | None:
        """Choose a file by the id that it is called by."""
        found = sorted(path for path in self.log.glob(pattern) if "also" not in path.name)
        return self._chosen(found).stem if found else None

    def to_read(self, pattern: str) -> str | None:
        """Choose what somebody else has proposed, and nobody has decided on."""
        own = f'author: "{self.place.home.name}@'
        texts = ((path, path.read_text(encoding="utf-8")) for path in sorted(self.log.glob(pattern)))
        found = [path for path, text in texts if "\nstate: proposed\n" in text and own not in text]
        return self._chosen(found).stem if found else None


def reflect(desk: Desk) -> None:
    """Write a session of one's own."""
    short = "".join(desk.chance.choice(_LETTERS) for _ in range(4))
    number = f"2026-11-{desk.chance.randint(10, 26)}-{short}"
    parts = {
        "id": number,
        "date": number[:10],
        "title": f"Tea {desk.word()}",
        "answers": {"what-worked": desk.word(), "notes": desk.word()},
        "learning_points": [{"id": 1, "text": desk.word(), "scope": "general", "share": "no"}],
        "action_points": [{"id": 1, "what": desk.word()}],
        "cast": [],
    }
    desk.circle("reflect", "--from", desk.file("in.yml", json.dumps(parts)))


def _written_into(desk: Desk, text: str) -> str:
    """Change a session's text somewhere."""
    told = desk.word()
    return desk.chance.choice(
        (
            lambda: re.sub(r"(\{#what-worked\}\n\n)", rf"\1{told} ", text),
            lambda: re.sub(r"(\{#what-worked\}\n\n)[^\n]*", rf"\1{told}", text),
            lambda: f"{text.rstrip()}\n\n{told}\n",
            lambda: text.replace("mode:", f"# {told}\nmode:", 1),
            lambda: re.sub(r"(?m)^title: .*", f"title: {told}", text),
            lambda: re.sub(r"(?m)^action_points:\n", rf"\g<0>  - {{id: {70 + len(text) % 9}, what: {told}}}\n", text),
        )
    )()


def edit(desk: Desk) -> None:
    """Write something into a session in an editor."""
    session = desk.session()
    text = session.read_text(encoding="utf-8")
    changed = _written_into(desk, text)
    if changed == text:
        return
    new = desk.file("new.md", changed)
    desk.file("editor.py", f"import sys, shutil\nshutil.copyfile({new!r}, sys.argv[-1])\n")
    desk.typed(("edit", _ID.findall(session.name)[0], "--plain"), ())


def edit_by_hand(desk: Desk) -> None:
    """Write into a session's file, and say nothing to circle."""
    session = desk.session()
    session.write_text(_written_into(desk, session.read_text(encoding="utf-8")), encoding="utf-8")


def done(desk: Desk) -> None:
    """Say that an action is done, with a note."""
    desk.circle("done", desk.id_of_one(), "1", "--note", desk.word())


def not_done(desk: Desk) -> None:
    """Say that it is not."""
    desk.circle("done", desk.id_of_one(), "1", "--not")


def rename(desk: Desk) -> None:
    """Give a session another title."""
    desk.circle("rename", desk.id_of_one(), f"Cake {desk.word()}")


def delete(desk: Desk) -> None:
    """Delete one."""
    session = desk.id_of_one()
    desk.circle("delete", session, "--confirm", session)


def undo(desk: Desk) -> None:
    """Undo what was done last."""
    desk.circle("undo", "--yes")


def share(desk: Desk, session: str = "") -> None:
    """Propose a learning point, or other words of one."""
    own = {"title": f"Ask {desk.word()}", "what-to-try": "Ask where to meet.", "why": f"It is theirs, {desk.word()}."}
    explained = [{"words": word, "reason": "a word"} for word in TYPED.findall(str(own))]
    parts = PARTS | own | {"explained": explained}
    desk.circle("share", session or desk.id_of_one(), "1", "--from", desk.file("parts.json", json.dumps(parts)))


def _review(desk: Desk, *replies: str) -> None:
    if proposal := desk.to_read("proposals/*.md"):
        desk.typed(("review", proposal, "--plain"), replies)


def approve(desk: Desk) -> None:
    """Approve what somebody else proposed."""
    _review(desk, *["1"] * 8)


def give_back(desk: Desk) -> None:
    """Return it with a comment."""
    _review(desk, *["1"] * 7, "2", f"{desk.word()}\n.")


def decline(desk: Desk) -> None:
    """Decline it."""
    _review(desk, *["1"] * 7, "3", f"{desk.word()}\n.")


def approve_report(desk: Desk) -> None:
    """Approve a report from trying one."""
    if report := desk.to_read("proposals/reports/*.md"):
        desk.typed(("review", report, "--plain"), ["1"] * 8)


def withdraw(desk: Desk) -> None:
    """Take a learning point back."""
    if point := desk.one_of("guidance/learning-points/*.md"):
        desk.circle("withdraw", point, "--yes")


def tried(desk: Desk, point: str = "") -> None:
    """Tell how it went, in words that everybody knows: others would have to be explained, and nobody can here."""
    if found := point or desk.one_of("guidance/learning-points/*.md"):
        desk.circle("tried", found, "--outcome", "worked", "--differed", "By phone.")


def admit(desk: Desk) -> None:
    """Admit a reader."""
    desk.circle("readers", "--admit", public_key(desk.chance.randint(20, 25)))


def end(desk: Desk) -> None:
    """End one of those."""
    named = re.findall(r"(?m)^(reader-\w+)", (desk.log / "readers").read_text(encoding="utf-8"))
    desk.circle("readers", "--end", named[-1])


def prepare(desk: Desk) -> None:
    """Plan a session."""
    desk.typed(("prepare", "--plain", "--mode", "individual", "--title", f"Heron {desk.word()}"), ())


def follow_up(desk: Desk) -> None:
    """Say what became of one."""
    desk.typed(("follow-up", desk.id_of_one(), "--plain"), (f"{desk.word()}\n.",))


def think_better(desk: Desk) -> None:
    """Begin a session, leave it, and put it away: nothing of that is the log's."""
    desk.typed(("reflect", "--quick", "--plain", "--title", "Heron"), ("A swan.\n.", ".pause"))
    for draft in (desk.place.home / ".local" / "state" / "circle" / "drafts").glob("*.jsonl"):
        desk.circle("discard", draft.stem, "--confirm", draft.stem)


def own_page(desk: Desk) -> None:
    """Write into a page of one's own."""
    page = desk.log / "guidance" / desk.chance.choice(("principles.md", "kit.md"))
    text = page.read_text(encoding="utf-8") if page.exists() else '---\ntitle: "Our way"\n---\n# Our way\n\nFirst.\n'
    page.write_text(f"{text}\n{desk.word()}\n", encoding="utf-8")


def own_list(desk: Desk) -> None:
    """Write into a list of the identifier check."""
    place = desk.log / "identifier-check" / "names.txt"
    place.parent.mkdir(exist_ok=True)
    text = place.read_text(encoding="utf-8") if place.exists() else ""
    place.write_text(f"{text}{desk.word()}\n", encoding="utf-8")


def settings(desk: Desk) -> None:
    """Change a setting."""
    place = desk.log / "circle.yml"
    lines = place.read_text(encoding="utf-8").splitlines(keepends=True)
    key = desk.chance.choice(("organisation", "contact"))
    told = f"{{email: {desk.word()}@example.org}}" if key == "contact" else desk.word()
    kept = (line for line in lines if not line.startswith(key))
    place.write_text("".join([*kept, f"{key}: {told}\n"]), encoding="utf-8")


Act = Callable[[Desk], None]
ACTS: Mapping[Act, int] = {
    reflect: 5, edit: 3, edit_by_hand: 8, done: 8, not_done: 2, rename: 5, delete: 3, undo: 3, share: 6, approve: 4,
    give_back: 2, decline: 1, approve_report: 2, withdraw: 3, tried: 3, admit: 2, end: 1, prepare: 1, follow_up: 2,
    think_better: 1, own_page: 3, own_list: 2, settings: 3,
}  # fmt: skip
"""What they do, and how often."""
ASKING = {edit, approve, give_back, decline, approve_report, prepare, follow_up, think_better}
"""What needs a terminal."""


def work(desk: Desk, times: int, acts: Mapping[Act, int] = ACTS) -> None:
    """Do something, so many times."""
    for each in desk.chance.choices(list(acts), weights=list(acts.values()), k=times):
        each(desk)


def contents(log: Path) -> dict[str, bytes]:
    """Give what stands in a log's folder, but for git's and circle's own."""
    found = (path for path in log.rglob("*") if path.is_file() and not {".git", ".circle"} & set(path.parts))
    return {path.relative_to(log).as_posix(): path.read_bytes() for path in found}
