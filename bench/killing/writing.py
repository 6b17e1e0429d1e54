"""A command that writes, made ready to be killed."""

import shutil
from collections.abc import Hashable
from pathlib import Path

from killing.beforehand import DRAFTS, make
from killing.commands import Writing
from killing.looking import Look, shape
from killing.place import Place
from killing.target import Target


def ready(writing: Writing, folder: Path) -> Target:
    """Make ready what a command is run on, and see that it works without a kill."""
    place = make(folder / "home")
    writing.before(place)
    before, stood = shape(place), _made(place)
    pattern = folder / "pattern"
    shutil.copytree(place.home, pattern, symlinks=True)
    writing.run(place)
    look, made = Look(writing=writing, before=before, after=shape(place)), _made(place) != stood
    wrong = look(place, heard=bool(writing.words))
    if wrong or not made:
        raise SystemExit(f"{writing.name}: it does not even work without a kill: {wrong or 'it made nothing'}")
    typed = any(writing.words in each for each in (*(writing.typed or ()), *writing.answers.values()))
    return Target(name=writing.name, pattern=pattern, start=writing.run, look=look, words=writing.words, typed=typed)


def _made(place: Place) -> Hashable:
    """Give what a command is run for: the history, a base's and its editor's too, files beside, what is put away.

    What `circle check` remembers is one of these; nothing else makes that.
    """
    beside = tuple(path.name for path in place.home.iterdir())
    away = tuple((place.home / DRAFTS).glob("put-away/*"))
    refs = [place.git("-C", str(folder), "for-each-ref").stdout for folder in (place.log, *place.elsewhere)]
    own = (place.log / ".circle" / "checked", place.home / ".config" / "circle" / "settings.yml")
    return tuple(refs), beside, away, tuple(each.exists() for each in own)
