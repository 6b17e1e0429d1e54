"""A log and another one beside it: its copy elsewhere, or one from which something comes."""

import shutil

from killing.beforehand import KEPT, WORDS, put_session
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
