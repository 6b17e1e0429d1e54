"""A log and another one beside it: its copy elsewhere, or one from which something comes."""

import shutil

from killing.beforehand import FIVE, KEPT, KEY, WORDS, become, put_session
from killing.place import Place


def elsewhere(place: Place) -> None:
    """Have the log elsewhere too."""
    there = place.home / "there.git"
    place.git("init", "-q", "--bare", "--initial-branch=main", str(there))
    place.circle("sync", "--with", str(there))


def both_changed(place: Place) -> None:
    """Have it elsewhere with another text of a session that was changed here."""
    elsewhere(place)
    there, other = place.home / "there.git", place.home / "other"
    place.git("clone", "-q", str(there), str(other))
    changed = other / "sessions" / "2026" / "2026-11-23-k3f9-tea.md"
    changed.write_text(changed.read_text().replace(KEPT, "They came back."))
    place.git("-C", str(other), "add", ".")
    place.git("-C", str(other), "commit", "-qm", "Elsewhere")
    place.git("-C", str(other), "push", "-q", "origin", "HEAD:main")
    shutil.rmtree(other)
    put_session(place, "2026-11-23-k3f9", "action_points:\n  - {id: 1, what: Ring the school}\n", f"{WORDS}.")


def one_elsewhere(place: Place) -> None:
    """Have a session in another log, to be copied into this one."""
    place.circle("init", str(place.home / "own"))
    _name_somebody(place)
    place.circle("--log", str(place.home / "own"), "reflect", "--from", str(place.home / "in.yml"))


def _name_somebody(place: Place) -> None:
    with (place.home / "in.yml").open("a") as file:
        file.write("cast: [{name: Amira Hassan, say: the young person}]\nlearning_points: [{id: 1, text: Ask Amira}]\n")


def to_be_left(place: Place) -> None:
    """Have something proposed in a team's log that is elsewhere too, and not left there for its readers yet."""
    (place.log / "circle.yml").write_text("kind: team\n")
    place.git("commit", "-qam", "A team's")
    elsewhere(place)
    place.circle("share", "abcd", "--from", str(place.home / "parts.json"))


def left(place: Place) -> None:
    """Have it left there."""
    to_be_left(place)
    place.circle("sync")


def decided_there(place: Place) -> None:
    """Have a reader's copy, in which somebody decided."""
    left(place)
    place.circle("join", "--reader", str(place.home / "there.git"), str(place.home / "joined"))
    become(place, "Bea")
    place.typed(("--log", str(place.home / "joined"), "review", "--plain"), FIVE)


def decided_elsewhere(place: Place) -> None:
    """Have that sent, and its reader admitted."""
    decided_there(place)
    place.circle("--log", str(place.home / "joined"), "sync")
    key = (place.home / KEY / "key.pub").read_text()
    become(place, "Jo")
    place.circle("readers", "--admit", key)
