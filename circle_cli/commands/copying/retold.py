"""What a session is to be like in another log: with its cast, or with what to say instead, as somebody has seen it."""

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from circle_cli.commands.drafts.one_prompt import ask
from circle_cli.commands.edge import Asked, at_terminal, need_terminal, say
from circle_cli.errors import USAGE, CircleError
from circle_cli.identifiers.check import find_identifiers
from circle_cli.identifiers.lists import load_lists
from circle_cli.ids import short_id
from circle_cli.interview.script.prompts import Option, Prompt, choice
from circle_cli.log.folder import Log
from circle_cli.session.record import Session
from circle_cli.share.proposing.settling import FindIdentifiers
from circle_cli.share.retelling import Retold, retell
from circle_cli.vocabulary import Unsure


class Way(StrEnum):
    """How a session goes into another log."""

    CAST = "with-cast"
    """With the names of its people and places, and the list of them."""

    INSTEAD = "say-instead"
    """With what to say instead of each name, and without the list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What was told beforehand, by flags; None, or False, is asked for."""

    way: Way | None = None
    unsure: Unsure | None = None
    again: bool = False


_WAY = choice(
    "way",
    "How is it to stand there?",
    ("cast", "With the names of the people in it, and the list of them"),
    ("instead", "With what to say instead of each name; the list stays here"),
    ("no", "Leave it: copy nothing"),
    remark=("Whoever has that log can read all of it.",),
    enter="copies nothing",
    left_open="Nothing is copied.",
    guarded=True,
)
_WAYS = {"cast": Way.CAST, "instead": Way.INSTEAD}


def chosen_way(asked: Asked, session: Session, told: Told) -> Way | None:
    """Find out whether the cast goes along; None where nothing is to be copied.

    Raises:
        CircleError: there is no cast to go by, or nobody can be asked.
    """
    if told.way is Way.INSTEAD and session.cast is None:
        wrong = f"{session.id}: nobody has said yet who is in its story, so nothing says what to say instead"
        raise CircleError(wrong, USAGE, do=f"circle resume {short_id(session.id)} asks for it")
    if told.way:
        return told.way
    need_terminal(f"say --{Way.CAST} or --{Way.INSTEAD}")
    return _WAYS.get(ask(asked, _WAY if session.cast else _as_it_is(session)) or "")


def _as_it_is(session: Session) -> Prompt:
    """Ask of a session without a list of people whether it is to go there."""
    said = "It names nobody." if session.cast == () else "Nobody has said yet who is in its story, so all names stay."
    options = (Option(value="cast", label="Copy it as it is"), _WAY.options[-1])
    return replace(_WAY, ask="Copy it?", options=options, remark=(said, *_WAY.remark))


def without_names(asked: Asked, log: Log, session: Session, told: Told) -> Session | None:
    """Put what to say instead in the place of each name, and show it; None where somebody would rather not copy it.

    Raises:
        CircleError: a name cannot be replaced, or words are unsure and nobody can be asked.
    """
    check = _check(log, session)
    retold = _retold(session, check, unsure_too=told.unsure is Unsure.REPLACE)
    _show(retold)
    asks = bool(retold.unsure) and told.unsure is None
    if not at_terminal():
        if asks:
            raise CircleError("Some words may be names", USAGE, do="say --unsure leave, or --unsure replace")
        return retold.session
    if told.way and not asks:
        return retold.session
    answer = ask(asked, _looks(unsure=asks))
    if answer == "replace":
        return _retold(session, check, unsure_too=True).session
    return retold.session if answer == "yes" else None


def _check(log: Log, session: Session) -> FindIdentifiers:
    lists, cast = load_lists(log.root), session.cast or ()

    @lru_cache(maxsize=512)
    def find(text: str) -> tuple[object, ...]:
        return find_identifiers(text, cast, lists)

    return find  # type: ignore[return-value]  # the cache hides the type of what it keeps


def _retold(session: Session, check: FindIdentifiers, *, unsure_too: bool) -> Retold:
    retold = retell(session, check, unsure_too=unsure_too)
    if retold.stays:
        places = "".join(f"\n  {each.around}" for each in retold.stays)
        wrong = "What to say instead names somebody of its story again, so nothing was copied:…"
        do = f"\ncircle edit {short_id(session.id)} opens it: put other words into its list of people (say)"
        raise CircleError(wrong, USAGE, do=do, words=places)
    return retold


def _show(retold: Retold) -> None:
    say("Instead of names, it says there:" if retold.replaced else "None of the names stands in it.")
    spellings: dict[str, list[str]] = {}
    for before, after in retold.replaced:
        spellings.setdefault(after, []).append(" ".join(before.split()))
    for after, names in spellings.items():
        say(f"  {after}, for {', '.join(dict.fromkeys(names))}")
    if retold.unsure:
        say("These in brackets may be names, or ordinary words:")
        for each in retold.unsure:
            say(f"  {each.around}")


def _looks(*, unsure: bool) -> Prompt:
    replaced = (("replace", "Yes, with what to say instead for these, too"),) if unsure else ()
    return choice(
        "looks",
        "Copy it like this?",
        ("no", "No, copy nothing"),
        ("yes", "Yes; those in brackets are ordinary words" if unsure else "Yes, copy it like this"),
        *replaced,
        remark=("Days, numbers, and whatever is not in its list of people, stand there as they do here.",),
        enter="copies nothing",
        left_open="Nothing is copied.",
        guarded=True,
    )
