"""Two versions of a log made one by what its files mean, in the shape in which git's side asks for it."""

from circle_cli.log.syncing.together import Brought, Contents, Listed
from circle_cli.merging.trees import Entry, merge_trees


def merge(base: Listed, ours: Listed, theirs: Listed, content: Contents) -> Brought:
    """Bring two versions together."""
    found = merge_trees(_entries(base), _entries(ours), _entries(theirs), content)
    files = {path: (each.mode, each.id if each.new is None else each.new) for path, each in found.files.items()}
    return Brought(files=files, both=found.both, beside=found.beside)


def _entries(files: Listed) -> dict[str, Entry]:
    return {path: Entry(mode=mode, id=name) for path, (mode, name) in files.items()}
