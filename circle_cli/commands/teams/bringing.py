"""What is new on either side: brought into the folder, sent and told. Loaded where something is, which is not often."""

from circle_cli.commands.edge import row
from circle_cli.commands.teams.beginning import gone_on
from circle_cli.commands.teams.sending import tell_sent
from circle_cli.commands.teams.telling import Came, told_both, told_paths
from circle_cli.commands.teams.whose import note_synced, refuse_another
from circle_cli.log.deciding import deciding
from circle_cli.log.folder import Log
from circle_cli.log.index.forgetting import forget_gone
from circle_cli.log.privacy import close_pulled
from circle_cli.log.syncing.folder import go
from circle_cli.log.syncing.history import History, There
from circle_cli.log.syncing.network import Asked, send
from circle_cli.log.syncing.packing import pack
from circle_cli.log.syncing.together import Brought, Contents, Listed, bring_together
from circle_cli.log.travel.abroad import Answer
from circle_cli.merging.trees import Entry, merge_trees


def exchange(log: Log, history: History, there: There, before: Came | None) -> tuple[Came, bool]:
    """Bring together what was fetched, and send it; give what came in, and whether nobody was quicker than we."""
    came = before or Came()
    theirs, ours = history.commits(there.tracking, "HEAD")
    if not theirs:
        there = gone_on(history, there)
        theirs = history.commit(there.tracking)
    if theirs not in ("", ours):
        came = _bring_in(log, history, ours, theirs, came)
    head = history.commit("HEAD") if theirs != ours else ours
    waiting = history.changed(theirs, head) if theirs != head else ()
    answered = send(history, there, head) if head != theirs else Asked(answer=Answer.DONE)
    if answered.answer is Answer.MOVED_ON:
        return came, False
    _tell(log, came)
    if head and answered.answer is Answer.DONE:
        note_synced(history, head, head)
    tell_sent(log, history, there, answered, waiting)
    pack(history)
    return came, True


def _bring_in(log: Log, history: History, ours: str, theirs: str, before: Came) -> Came:
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
    forget_gone(log, (log.root / path for path in paths if path.startswith("sessions/")))
    return Came(paths=tuple(dict.fromkeys((*before.paths, *paths))), brought=brought or before.brought)


def _merged(base: Listed, ours: Listed, theirs: Listed, content: Contents) -> Brought:
    """Bring two versions together by what their files mean, in the shape in which git's side asks for it."""
    found = merge_trees(_entries(base), _entries(ours), _entries(theirs), content)
    files = {path: (each.mode, each.id if each.new is None else each.new) for path, each in found.files.items()}
    return Brought(files=files, both=found.both, beside=found.beside)


def _entries(files: Listed) -> dict[str, Entry]:
    return {path: Entry(mode=mode, id=name) for path, (mode, name) in files.items()}


def _tell(log: Log, came: Came) -> None:
    if came.paths:
        row(f"Came in: {told_paths(came.paths)}.")
    if came.brought:
        for line in told_both(log, came.brought):
            row(line)
