"""A command that writes, made ready to be killed."""

import shutil
from pathlib import Path

from killing.commands import Writing, make
from killing.looking import Look, shape
from killing.target import Target


def ready(writing: Writing, folder: Path) -> Target:
    """Make ready what a command is run on, and see that it works without a kill."""
    place = make(folder / "home")
    writing.before(place)
    before = shape(place)
    pattern = folder / "pattern"
    shutil.copytree(place.home, pattern, symlinks=True)
    writing.run(place)
    look = Look(writing=writing, before=before, after=shape(place))
    if wrong := look(place, heard=bool(writing.words)):
        raise SystemExit(f"{writing.name}: it does not even work without a kill: {wrong}")
    return Target(name=writing.name, pattern=pattern, start=writing.run, look=look, words=writing.words)
