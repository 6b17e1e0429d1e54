"""What others did, brought into the folder, with what was done here."""

from circle_cli.commands.teams.telling import Came
from circle_cli.commands.teams.whose import refuse_another
from circle_cli.log.deciding import deciding
from circle_cli.log.folder import Log
from circle_cli.log.privacy import close_pulled
from circle_cli.log.syncing.folder import go
from circle_cli.log.syncing.history import History
from circle_cli.log.syncing.together import Brought, Contents, Listed, bring_together
from circle_cli.merging.trees import Entry, merge_trees


def bring_in(log: Log, history: History, ours: str, theirs: str, before: Came) -> Came:
    """Take the folder to where both sides are together."""
    if ours and history.holds(theirs, ours):
        return before
    refuse_another(log, history, ours, theirs)
    paths = history.changed(ours, theirs) if ours else history.changed("", theirs)
    brought = None
    with deciding(log.root):
        if ours and not history.holds(ours, theirs):
            made = bring_together(history, ours, theirs, _merged)
            target, brought = made.commit, made.brought
        else:
            target = theirs
        go(history, ours, target, "circle sync")
    close_pulled(log.root)
    return Came(paths=tuple(dict.fromkeys((*before.paths, *paths))), brought=brought or before.brought)


def _merged(base: Listed, ours: Listed, theirs: Listed, content: Contents) -> Brought:
    """Bring two versions together by what their files mean, in the shape in which git's side asks for it."""
    found = merge_trees(_entries(base), _entries(ours), _entries(theirs), content)
    files = {path: (each.mode, each.id if each.new is None else each.new) for path, each in found.files.items()}
    return Brought(files=files, both=found.both, beside=found.beside)


def _entries(files: Listed) -> dict[str, Entry]:
    return {path: Entry(mode=mode, id=name) for path, (mode, name) in files.items()}
