"""Sessions to be handed on, told without names; whoever hands them on sees what is left before it is written."""

from collections.abc import Sequence

from circle_cli.commands.edge import Asked, at_terminal, say
from circle_cli.errors import USAGE, CircleError
from circle_cli.exporting.instead import Exported, distinct, is_a_name, told_without_names
from circle_cli.identifiers.lists import Lists, load_lists
from circle_cli.ids import short_id
from circle_cli.interview.script.prompts import choice
from circle_cli.log.folder import Log
from circle_cli.share.proposing.settling import Open

_MANY = 20
"""More sessions than this are not looked through in the time that somebody waits without wondering."""

_WRITE = choice(
    "write",
    "Write it like this?",
    ("no", "No, write nothing"),
    ("yes", "Yes, write it"),
    enter="writes nothing",
    left_open="Nothing is written.",
    guarded=True,
)


def without_names(asked: Asked, log: Log, exported: Sequence[Exported]) -> Sequence[Exported] | None:
    """Put other words in the place of all names, and say what is left; None where somebody would rather not write it.

    Raises:
        CircleError: a name would stand there, and nobody can be asked or what to say instead is that name again; or
            nobody can be asked, and nobody has said who is in a story.
    """
    told = _replaced(log, exported)
    if not at_terminal():
        _refuse_unasked(told)
    _tell(told)
    return told if _agreed(asked, told) else None


def _replaced(log: Log, exported: Sequence[Exported]) -> Sequence[Exported]:
    if len(exported) > _MANY:
        say(f"Looking for names in {len(exported)} sessions; that may take a while.")
    lists = load_lists(log.root)
    return [_instead(each, lists) for each in exported]


def _instead(exported: Exported, lists: Lists) -> Exported:
    """Put other words in the place of the names.

    Raises:
        CircleError: these words name somebody of the story again.
    """
    told = told_without_names(exported, lists)
    if told.retold and told.retold.stays:
        short = short_id(exported.session.id)
        places = "".join(f"\n  {each.around}" for each in told.retold.stays)
        wrong = f"In {short}, what to say instead names somebody of its story again, so nothing was written:…"
        do = f"\ncircle edit {short} opens it: put other words into its list of people (say)"
        raise CircleError(wrong, USAGE, do=do, words=places)
    return told


def _tell(exported: Sequence[Exported]) -> None:
    """Say what is to stand there instead of names, and what the check still finds: a person has to look at it."""
    told = [(each.session.id, each.retold) for each in exported if each.retold]
    if unasked := [each.session.id for each in exported if each.unasked]:
        say(f"Nobody has said yet who is in the story of {_short(unasked)}, so the check alone finds the names.")
        say("circle resume ID asks who is in it.")
    if unsaid := [f"{entry.say}, for {entry.name}" for each in exported for entry in each.plain]:
        say("Nobody has said what to say instead of these; a plain word stands there:")
        for line in dict.fromkeys(unsaid):
            say(f"  {line}")
        say("circle edit ID opens a session: what to say instead goes into its list of people (say).")
    if unsure := distinct((name, each) for name, retold in told for each in retold.unsure):
        say("These in brackets may be names, or ordinary words; they stand there as they are:")
        for each, where in unsure:
            say(f"  {each.around} ({_short(where)})")
    if others := distinct((name, each) for name, retold in told for each in retold.others):
        say("The identifier check still finds these. Look at each before anybody else reads it:")
        for each, where in others:
            say(f"  {_told(each)} ({_short(where)}). Instead: {each.finding.suggestion}")


def _agreed(asked: Asked, exported: Sequence[Exported]) -> bool:
    """Ask before anything is written that may tell who, where or when; tell whether it may be.

    Raises:
        CircleError: nobody can be asked, and a name would stand there.
    """
    if not any(each.unasked or (each.retold and (each.retold.unsure or each.retold.others)) for each in exported):
        return True
    if not at_terminal():
        _refuse_names(exported)
        return True
    from circle_cli.commands.drafts.one_prompt import ask

    if ask(asked, _WRITE) == "yes":
        return True
    say("Nothing is written.")
    return False


def _refuse_unasked(exported: Sequence[Exported]) -> None:
    """Refuse what nobody would look at and of whose people nobody has said a word."""
    if unasked := [each.session.id for each in exported if each.unasked]:
        wrong = f"Nobody has said who is in the story of {_short(unasked)}, so nothing was written"
        do = f"circle resume {short_id(unasked[0])} asks; at a terminal you are shown what would stand there, and asked"
        raise CircleError(wrong, USAGE, do=do)


def _refuse_names(exported: Sequence[Exported]) -> None:
    left = ((each, one) for each in exported if each.retold for one in each.retold.others)
    if names := distinct((each.session.id, one) for each, one in left if is_a_name(one, unasked=each.unasked)):
        words = "".join(f"\n  {_told(each)} ({_short(where)})" for each, where in names)
        do = "\ncircle edit ID opens a session: its list of people (cast) says what to say instead"
        raise CircleError("These would stand there as they are, so nothing was written:…", USAGE, do=do, words=words)


def _told(found: Open) -> str:
    return f"“{' '.join(found.words.split())}” {found.finding.reason}"


def _short(ids: Sequence[str]) -> str:
    return ", ".join(map(short_id, ids))
