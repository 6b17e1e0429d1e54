"""Which session to make evidence of, where nobody named one: two are proposed that differ, one with a peer."""

from pathlib import Path

from circle_cli.commands.drafts.one_prompt import put
from circle_cli.commands.edge import Asked, at_terminal, result, say, say_left_out, today
from circle_cli.commands.year.kept import used
from circle_cli.commands.year.whose import mine_among
from circle_cli.commands.year.year import year_meant
from circle_cli.evidence.pieces import Piece, two_pieces
from circle_cli.ids import short_id
from circle_cli.interview.asker import Paused
from circle_cli.interview.script.prompts import choice
from circle_cli.log.entries.filters import Filters
from circle_cli.log.entries.sessions import newest_sessions
from circle_cli.log.folder import Log, find_session

_NONE = "There is no session in your registration year yet. circle reflect begins one; circle evidence ID takes any."


def choose_one(asked: Asked, log: Log) -> Path | None:
    """Propose two sessions of the year, and ask which to begin with; without a terminal, list them."""
    year = year_meant(None, today())
    found = newest_sessions(log, Filters(since=year.first, until=year.last), say_left_out)
    made = used(log)
    pieces = two_pieces([each.session for each in mine_among(log, found)], tuple(made))
    if not pieces:
        say(_NONE)
        return None
    if not at_terminal():
        for each in pieces:
            result(f"{each.session.id}  {_named(each, made)}")
        return None
    return _asked(asked, log, pieces, made)


def _asked(asked: Asked, log: Log, pieces: tuple[Piece, ...], made: frozenset[str]) -> Path | None:
    offers = [(f"session {each.session.id}", f"{short_id(each.session.id)}  {_named(each, made)}") for each in pieces]
    two = len(pieces) > 1
    good = "These two would make good pieces, since they differ." if two else "It would make a good piece."
    remark = (f"{good} circle evidence ID takes any other.",)
    none = ("none", "Neither" if two else "Not this one")
    prompt = choice(
        "which",
        "Which one first?" if two else "Begin with this one?",
        *offers,
        none,
        remark=remark,
        enter="takes none",
    )
    try:
        chosen = put(asked, prompt) or "none"
    except Paused:
        return None
    return find_session(log, chosen.removeprefix("session ")) if chosen != "none" else None


def _named(piece: Piece, made: frozenset[str]) -> str:
    why = "; ".join(["used already"] * (piece.session.id in made) + list(piece.why))
    return f"{piece.session.title}. {why[:1].upper()}{why[1:]}" if why else piece.session.title
