"""What `circle check` found, in words: for people, and for a CI whose log anybody may read."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from circle_cli.commands.checking.examined import Examined, examine
from circle_cli.commands.checking.found.bases.removing import removing
from circle_cli.commands.checking.found.before import before_of
from circle_cli.commands.checking.found.problem import Problem
from circle_cli.commands.checking.found.since import Since, since
from circle_cli.commands.edge import result, result_json, say
from circle_cli.discreet import nameless
from circle_cli.errors import CircleError
from circle_cli.guidance.files import own_pages
from circle_cli.ids import MARK, PROPOSALS, SPARKS
from circle_cli.log.folder import ERASED, Log
from circle_cli.log.history.looking import uncommitted
from circle_cli.log.history.past import GET_THE_REST, NOBODY_CAN_TELL, is_cut_short
from circle_cli.own_words.approval import APPROVALS
from circle_cli.own_words.picture import logo_file
from circle_cli.own_words.site import OF_SITE
from circle_cli.points.of_base.returned import RETURNED
from circle_cli.points.of_base.same import SAME
from circle_cli.points.of_base.themes import THEMES_OF_TEAMS
from circle_cli.settings import is_base
from circle_cli.signing.lists import LISTS_FOLDER
from circle_cli.signing.readers import READERS

_COMMITTED = (
    "sessions",
    SPARKS,
    PROPOSALS,
    "guidance",
    APPROVALS,
    LISTS_FOLDER,
    MARK,
    OF_SITE,
    READERS,
    ERASED,
    RETURNED,
    SAME,
    THEMES_OF_TEAMS,
)
"""What a log's history should hold."""

_SHOWN = 10

_WHOLE = (
    "Whole all the same, since all else rests on it: the names in all sessions, if something changed that others may "
    "read; what the site says in the log's own words; settings, lists, readers; what was withdrawn."
)

_JOINED = (
    "A name in the list of people and places has commas in it. If it is several, give each an entry of its own "
    "(circle edit), so that each is looked for:"
)
_UNNAMED = (
    "A line looks like the heading of a question of your own. If it is one, name its id at the top of the file, such "
    "as own_questions: [family-words], and it opens a section:"
)


class Said(NamedTuple):
    """What there is to say in the end: that all is well, or how much is not, and whether more was said before."""

    well: str
    wrong: int
    more: bool
    base: bool


def look_and_tell(log: Log, *, as_json: bool, rev: str | None, anew: bool, words: bool) -> Said:
    """Check a log, or what has changed in it since `rev`, and say what was found, with `words` of the log or without.

    `anew` looks at what was found well before, too.
    """
    looked = since(log, rev)
    examined = examine(log, since=looked, before=before_of(log, anew=anew))
    base = _may_be_base(log)
    more = _tell(examined, log, looked, as_json=as_json, words=words, base=base)
    return Said(well=_well(examined), wrong=len(examined.findings), more=more, base=base)


def _tell(examined: Examined, log: Log, looked: Since, *, as_json: bool, words: bool, base: bool) -> bool:
    """Say what was found, and what else is worth knowing; give whether there was something of that."""
    more: list[str] = []
    if as_json:
        result_json(_as_json(examined, log, words=words))
    else:
        for each in examined.findings:
            result(_line(each, log, words=words))  # whole, at a terminal too: path, line and kind, as editors know them
    more += _of_sessions(examined, log, words=words)
    logo = logo_file(log.root)
    if left := uncommitted(log.root, (*_COMMITTED, *((logo,) if logo else ())), log.trust):
        more.append(_not_committed(left, log, words=words))
    if out := sorted({branch for branch, _ in removing(log)} if base else ()):
        more.append(_only_remove(out))
    if is_cut_short(log.root, looked.commit):
        more.append(f"{NOBODY_CAN_TELL}. To {GET_THE_REST}")
    if looked.commit:
        more.append(_of_what(looked))
    for what in more:
        say(what)
    return bool(more or examined.findings)


def _may_be_base(log: Log) -> bool:
    """Tell whether it is a base; so it counts where its settings cannot be read, which is found and said."""
    try:
        return is_base(log.root)
    except CircleError:
        return True


def _only_remove(branches: Sequence[str]) -> str:
    many = len(branches) > 1
    named = f"{', '.join(branches)} only take{'' if many else 's'} something out"
    return f"Came in: {named}. `circle review --withdrawals` takes {'them' if many else 'it'} in."


def _of_what(looked: Since) -> str:
    """Say what was looked at, where not all was asked for."""
    since_when = f"since commit {looked.commit[:12]}"
    if looked.rule:
        return f"{looked.rule} has changed {since_when}, and all is judged by it: so everything was looked at."
    return f"Looked at: what has changed {since_when}. {_WHOLE}"


def _line(each: Problem, log: Log, *, words: bool) -> str:
    what = each.detail if words and each.detail else each.what
    return f"{_place(each.path, log, words=words)}:{each.line}: {each.kind}: {what}"


def _as_json(examined: Examined, log: Log, *, words: bool) -> dict[str, Any]:
    return {
        "sessions": examined.sessions,
        "learning_points": examined.points,
        "reports": examined.reports,
        "proposals": examined.proposals,
        "open_to_others": examined.open,
        "findings": [
            {
                "kind": str(each.kind),
                "path": _place(each.path, log, words=words),
                "line": each.line,
                "what": each.what,
                "detail": each.detail if words else None,
            }
            for each in examined.findings
        ],
    }


def _place(path: str, log: Log, *, words: bool) -> str:
    """Name a file: in full at a terminal; elsewhere without what people wrote."""
    return path if words else nameless(path, log.root, own_pages())


def _open(examined: Examined, log: Log) -> str:
    count = examined.open
    return (
        f"Everybody on this computer may read {count} of the session files. If others use it, close the folder to "
        f"them: chmod o= {log.sessions}"
    )


def _of_sessions(examined: Examined, log: Log, *, words: bool) -> Iterator[str]:
    """Say what of the sessions is no mistake, and may not be as it was meant."""
    if examined.open:
        yield _open(examined, log)
    for why, paths in ((_JOINED, examined.joined), (_UNNAMED, examined.unnamed)):
        if paths:
            yield "\n".join((why, *(_place(path, log, words=words) for path in paths[:_SHOWN])))


def _not_committed(left: Sequence[str], log: Log, *, words: bool) -> str:
    named = [_place(str(log.root / name), log, words=words) for name in left[:_SHOWN]]
    more = [f"and {len(left) - _SHOWN} more"] if len(left) > _SHOWN else []
    return "\n".join(("Not in git's history as they are now, so no other copy of this log has them:", *named, *more))


def _well(examined: Examined) -> str:
    looked_at = ", ".join(
        f"{count} {name}{'' if count == 1 else 's'}"
        for count, name in (
            (examined.sessions, "session"),
            (examined.points, "learning point"),
            (examined.reports, "report"),
            (examined.proposals, "proposal"),
        )
        if count or name == "session"
    )
    return f"All is well: {looked_at}. Thank you for taking care; only people can tell that nobody is recognisable."
