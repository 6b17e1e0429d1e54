"""`circle discard`: what is unfinished is put away, and can be had back for a month."""

from pathlib import Path

from circle_cli.commands.drafts.left_by_editor import left_by_editor
from circle_cli.commands.drafts.unfinished import Waiting, chosen_among, waiting_in
from circle_cli.commands.edge import Asked, result, result_json, say, the_log
from circle_cli.commands.folders import drafts_folders
from circle_cli.commands.keeping.confirmed import confirmed
from circle_cli.commands.keeping.put_away import DAYS, clear_old, is_session, move_away, move_back, put_away_of
from circle_cli.commands.keeping.version import Version, versions_of
from circle_cli.errors import USAGE, CircleError
from circle_cli.ids import id_in, short_id
from circle_cli.log.folder import Log
from circle_cli.system.typed import typed


def discard(asked: Asked, short: str | None, *, confirm: str | None) -> None:
    """Put away one unfinished thing, once somebody has read what that is."""
    log = the_log(asked)
    clear_old(log)
    waiting, versions = _waiting(log), _versions(log)
    chosen = _chosen(waiting, versions, short)
    if chosen is None:
        _list(waiting, versions)
        return
    name = chosen.path.stem if isinstance(chosen, Waiting) else id_in(chosen.place.name)
    if isinstance(chosen, Waiting) and chosen.open_elsewhere:
        raise CircleError(f"{name}: it is open in another terminal", USAGE, do="leave it there first")
    say(f"Put away: {_line(chosen)}\nNothing of it is in the log. {_kept_saved(chosen)}")
    question = ("Put it away?", f"Yes, put it away; it can be had back for {DAYS} days", "No, leave it as it is")
    if not confirmed(asked, confirm, name, question):
        say("Nothing was changed.")
        return
    place = move_away(log, name, _files(chosen))
    result(f"Put away: {name}")
    say(
        f"To have it back within {DAYS} days: circle discard --back {short_id(name)}\nUntil then it lies in {place}",
    )


def list_unfinished(asked: Asked) -> None:
    """Say what is unfinished as JSON: sessions and the like, newest first, then what editors left."""
    log = the_log(asked)
    drafts = [
        {
            "id": each.state.head.id,
            "kind": str(each.state.head.kind),
            "title": each.title,
            "open": each.open_elsewhere,
            "path": str(each.path),
        }
        for each in _waiting(log)
    ]
    edits = [
        {"id": id_in(each.place.name), "kind": "edit", "title": None, "open": False, "path": str(each.place)}
        for each in _versions(log)
    ]
    result_json([*drafts, *edits])


def bring_back(asked: Asked, short: str | None) -> None:
    """Bring back what was put away last under this id."""
    log = the_log(asked)
    found = put_away_of(log, (short or "").strip().lower())
    if not found:
        raise CircleError(f"{short or 'Nothing'}: nothing was put away under that id", USAGE, do="check the id")
    names = {folder.name.partition("--")[0] for folder in found}
    if len(names) > 1:
        raise CircleError("Several were put away", USAGE, do=f"name one of them: {', '.join(sorted(names))}")
    name = names.pop()
    session = next((path for path in found[0].iterdir() if is_session(path)), None)
    if session:
        say(f"A session that was deleted. To have it back: circle reflect --from {typed(str(session))}")
        return
    paths = move_back(found[0])
    result(f"It is back: {name}")
    draft = any(path.suffix == ".jsonl" for path in paths)
    say(f"To go on with it: circle {'resume' if draft else 'edit'} {short_id(name)}")


def _chosen(waiting: list[Waiting], versions: list[Version], short: str | None) -> Waiting | Version | None:
    if short is None:
        together: list[Waiting | Version] = [*waiting, *versions]
        return together[0] if len(together) == 1 else None
    wanted = short.strip().lower()
    if draft := chosen_among(waiting, wanted):
        return draft
    named = [each for each in versions if wanted and any(each.place.name.startswith(wanted, at) for at in (0, 11))]
    if not named:
        raise CircleError(f"{short}: nothing of that id is unfinished", USAGE, do="`circle discard` lists what is")
    return named[0]


def _waiting(log: Log) -> list[Waiting]:
    return [each for each in waiting_in(log) if each.state.written or each.open_elsewhere]


def _versions(log: Log) -> list[Version]:
    return versions_of("", drafts_folders(log))


def _line(chosen: Waiting | Version) -> str:
    if isinstance(chosen, Waiting):
        return chosen.line()
    return f"{id_in(chosen.place.name)}  what you wrote in your editor and did not save ({chosen.when:%d %B, %H:%M})"


def _kept_saved(chosen: Waiting | Version) -> str:
    there = isinstance(chosen, Version) or chosen.state.head.deepens
    return "The session that it belongs to stays as it is saved." if there else "It was never saved as a session."


def _files(chosen: Waiting | Version) -> list[Path]:
    if isinstance(chosen, Version):
        return [path for path in (chosen.place, chosen.base) if path.exists()]
    draft = chosen.path
    beside = [*left_by_editor(draft), draft.with_suffix(".typing")]
    return [draft, *(path for path in beside if path.is_file())]


def _list(waiting: list[Waiting], versions: list[Version]) -> None:
    if not waiting and not versions:
        say("Nothing is unfinished, so there is nothing to put away.")
        return
    for line in (*map(_line, waiting), *map(_line, versions)):
        result(line)
    say("To put one away: circle discard, and its id or the last four letters of it.")
