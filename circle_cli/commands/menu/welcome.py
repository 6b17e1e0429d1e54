"""`circle` alone: what is waiting, due and planned, and what one might do."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from circle_cli.commands.asking.reflect import reflect
from circle_cli.commands.drafts.unfinished import Waiting, waiting_in
from circle_cli.commands.edge import Asked, is_plain, result, say, tell_commit, the_log, today
from circle_cli.commands.erasing.backups import half_erased
from circle_cli.commands.folders import drafts_folders
from circle_cli.commands.for_readers.syncing import sync
from circle_cli.commands.keeping.version import versions_of
from circle_cli.commands.kinds import kind_of
from circle_cli.commands.menu.coming_up import Ahead, look_ahead
from circle_cli.commands.menu.looking_back import looking_back
from circle_cli.commands.own_settings import own_settings
from circle_cli.commands.sparks.whose import my_open_ones
from circle_cli.commands.teams.standing import news, standing
from circle_cli.errors import CircleError
from circle_cli.ids import PROPOSALS, id_in, short_id
from circle_cli.interview.script.prompts import Prompt, choice
from circle_cli.log.copies import ACopy
from circle_cli.log.folder import Log
from circle_cli.log.reading.actions import still_to_do
from circle_cli.vocabulary import Length, LogKind, Weekday

_MOST_TO_READ = 3


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that one might do now, and what does it."""

    label: str
    take: Callable[[], None]


def welcome(asked: Asked) -> None:
    """Say what is waiting, and offer it."""
    log = the_log(asked)
    _bring_home(log, asked)
    waiting = [each for each in waiting_in(log) if each.worth_it]
    _told("\nThe practice learning circle: learning from what goes well.", asked)
    remind = own_settings().remind
    reminded = remind in (None, list(Weekday)[today().weekday()])
    if reminded:
        _tell_unfinished(waiting, asked, remind)
    for version in versions_of("", drafts_folders(log)):
        session_id = id_in(version.place.name)
        _told(f"\nWhat you wrote in {session_id} was never saved. To go on: circle edit {short_id(session_id)}", asked)
    undone = half_erased(log)
    for session_id in undone:
        _told(f"\nErasing {session_id} was interrupted. `circle erase` finishes it, as does the choice below.", asked)
    ahead = _ahead(log)
    for text in ahead.lines():
        result(text)
    to_read = _to_read(log)
    for text in (*looking_back(log, today()), *_sparks(log), *_returned(log), *_lines_to_read(to_read), *news(log)):
        _told(text, asked)
    if not reminded:
        _tell_unfinished(waiting, asked, None)
    match kind_of(log):
        case LogKind.READER:
            offers = _offers_of_a_reader(asked, to_read)
        case LogKind.BASE:
            offers = _offers_of_a_base(asked, to_read)
        case _:
            offers = _offers(asked, undone, waiting, ahead, to_read, reminded=reminded)
    picked = _picked(asked, (*offers, *_to_sync(asked, log)))
    if picked is not None:
        picked.take()
    else:
        _told("\ncircle --help shows all there is. See you soon.", asked)


def _tell_unfinished(waiting: list[Waiting], asked: Asked, remind: Weekday | None) -> None:
    """Say what is unfinished; and on the day that somebody chose for it, that it is that day."""
    if not waiting:
        return
    result(f"\nIt is {remind.capitalize()}, your day to look at what is unfinished:" if remind else "\nUnfinished:")
    for each in waiting:
        _told(f"  {each.line()}", asked)
    _told("If you no longer want one of these: circle discard puts it away.", asked)


def _bring_home(log: Log, asked: Asked) -> None:
    """Where the history still lacks something that only a person can settle (a name, a lock): ask, and try again."""
    from circle_cli.log.intents import bring_home, left_behind

    if left_behind(log.root):
        from circle_cli.commands.drafts.committer import settled

        commit = settled(log, bring_home(log.root, say, log.trust), plain=is_plain(asked), tell=say)
        tell_commit(commit, required=False)


def _told(text: str, asked: Asked) -> None:
    """Say it, wrapped to the window unless it is a plain one."""
    from circle_cli.interview.terminal.wrapping import wrapped

    for line in [text] if is_plain(asked) else wrapped(text, "    "):
        result(line)


def _ahead(log: Log) -> Ahead:
    """Look ahead; files that cannot be read are not named here, where somebody wants to begin."""
    unread: list[CircleError] = []
    ahead = look_ahead(still_to_do(log, unread.append), today())
    if any(not isinstance(error, ACopy) for error in unread):
        say("\nNot every session file could be read: `circle actions` says which.")
    return ahead


def _sparks(log: Log) -> list[str]:
    """Say how many sparks wait for a session to begin with them."""
    count = len(my_open_ones(log)) if kind_of(log) is None else 0
    if not count:
        return []
    wait = "One spark waits" if count == 1 else f"{count} sparks wait"
    return [f"\n{wait}: circle reflect offers to begin with one, circle sparks shows them."]


def _to_read(log: Log) -> list[tuple[str, str]]:
    """Give what this person may read, by id and name; of no base, nothing is loaded without a proposal or a page.

    Who gave no address is told what others propose: reading it asks for one.
    """
    proposed = (log.root / PROPOSALS).is_dir()
    kind = kind_of(log)
    if kind is None and not proposed and not any((log.root / "guidance").glob("[!.]*.*")):
        return []
    from circle_cli.commands.by_kind import to_read
    from circle_cli.log.history import whose

    reader = whose.identity(log.root)
    return to_read(log, reader or "") if reader or proposed or kind is LogKind.READER else []


def _lines_to_read(to_read: list[tuple[str, str]]) -> list[str]:
    lines = [f"  {id_}  {name}" for id_, name in to_read]
    return ["\nWaiting for you to read, before others may:", *lines] if lines else []


def _returned(log: Log) -> list[str]:
    """Give what readers returned to this person, with their comments and how to go on."""
    if not (log.root / PROPOSALS).is_dir():
        return []
    from circle_cli.commands.door.review import returned_to
    from circle_cli.commands.door.trying.reading import reports_returned_to
    from circle_cli.log.history import whose

    author = whose.identity(log.root)
    returned = [*returned_to(log, author), *reports_returned_to(log, author)] if author else []
    return ["\nReturned to you, with a comment:", *returned] if returned else []


def _offers(
    asked: Asked,
    undone: Iterable[str],
    waiting: list[Waiting],
    ahead: Ahead,
    to_read: list[tuple[str, str]],
    *,
    reminded: bool,
) -> Iterator[Offer]:
    begun = [each.path.stem for each in waiting]
    planned = [each for each in ahead.for_today if each.session.id not in begun]
    for session_id in undone:
        yield Offer(f"Finish erasing {session_id}", partial(_finish_erasing, asked, session_id))
    unfinished = [
        Offer(f"Go on with {short_id(each.path.stem)}: {each.title}", partial(_resume, asked, each.path.stem))
        for each in waiting[:5]
    ]
    if reminded:
        yield from unfinished
    for plan in planned:
        yield Offer(
            f"Begin {plan.short}, planned for today: {plan.session.title}", partial(_resume, asked, plan.session.id)
        )
    full = Offer("Reflect on something that went well: all eight questions", partial(_reflect, asked, quick=False))
    quick = Offer("The quick way: three questions, five minutes", partial(_reflect, asked, quick=True))
    yield from (quick, full) if own_settings().reflect is Length.QUICK else (full, quick)
    yield Offer("One to one: somebody asks you the questions", partial(_reflect, asked, quick=False, one_to_one=True))
    if not reminded:
        yield from unfinished
    for id_, name in to_read[:_MOST_TO_READ]:
        yield Offer(f"Read {id_}: {name}", partial(_review, asked, id_))
    if ahead.due:
        yield Offer("See all that is still to do", partial(_actions, asked))


def _offers_of_a_base(asked: Asked, to_read: list[tuple[str, str]]) -> Iterator[Offer]:
    """Offer what has a place in a base; nobody reflects where everyone may read."""
    for id_, name in to_read[:_MOST_TO_READ]:
        yield Offer(f"Read {id_}: {name}", partial(_review, asked, id_))
    yield Offer("Check that nothing private stands in it", partial(_check, asked))


def _offers_of_a_reader(asked: Asked, to_read: list[tuple[str, str]]) -> Iterator[Offer]:
    """Offer what has a place where only what waits for a reader is."""
    for id_, name in to_read[:_MOST_TO_READ]:
        yield Offer(f"Read {id_}: {name}", partial(_review, asked, id_))
    yield Offer("Send what you decided, and fetch what is new", partial(sync, asked, None))


def _to_sync(asked: Asked, log: Log) -> list[Offer]:
    return (
        [Offer("Send what is new here, and bring in what others did", partial(sync, asked, None))]
        if standing(log)
        else []
    )


def _finish_erasing(asked: Asked, session_id: str) -> None:
    from circle_cli.commands.erasing.erase import finish

    finish(asked, session_id)


def _resume(asked: Asked, known: str) -> None:
    from circle_cli.commands.menu.resume import resume

    resume(asked, known, require_commit=False)


def _reflect(asked: Asked, *, quick: bool, one_to_one: bool = False) -> None:
    reflect(asked, quick=quick, mode=None, title=None, one_to_one=one_to_one, require_commit=False)


def _review(asked: Asked, point_id: str) -> None:
    from circle_cli.commands.by_kind import review

    review(asked, point_id, require_commit=False)


def _check(asked: Asked) -> None:
    from circle_cli.commands.checking.check import check

    check(asked, as_json=False)


def _actions(asked: Asked) -> None:
    from circle_cli.commands.reading.actions import list_actions

    list_actions(asked, who=None, due=None, as_json=False, ics=None)


def menu(labels: Sequence[str]) -> Prompt:
    """Put what is on offer, and nothing as the last; nothing is what Enter alone takes."""
    offers = ((f"offer {number}", label) for number, label in enumerate(labels, start=1))
    return choice("welcome", "What would you like to do?", *offers, ("leave", "Nothing just now"), enter="leaves")


def _picked(asked: Asked, offers: Iterable[Offer]) -> Offer | None:
    """Let somebody choose; None where that is nothing just now."""
    there = list(offers)
    prompt = menu([offer.label for offer in there])
    known = dict(zip((option.value for option in prompt.options), there, strict=False))
    from circle_cli.commands.drafts.interview import How, plain_or_screen
    from circle_cli.interview.asker import Move, Screen, Where
    from circle_cli.interview.script.prompts import Misread
    from circle_cli.interview.terminal.keyboard import system_keys

    keys = system_keys()
    asker = plain_or_screen(How(plain=is_plain(asked), keys=keys, require_commit=False), lambda text: text)
    while True:
        with keys.reading():
            reply = asker.ask(Screen(prompt=prompt, where=Where.ALONE), "", lambda _: None)
        if reply.move is not Move.NEXT:
            return None
        try:
            return known.get(prompt.read(reply.text))
        except Misread as misread:
            asker.say(str(misread))
