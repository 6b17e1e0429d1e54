"""`circle evidence`: a piece of continuing professional development from a session, in the six fields of the form."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache, partial
from pathlib import Path

from circle_cli.commands.drafts.guided import guidance_to_write_by
from circle_cli.commands.drafts.interview import How, begin_draft, greet, hold, what_next
from circle_cli.commands.drafts.one_prompt import ask
from circle_cli.commands.drafts.session_file import file_there, head_beside
from circle_cli.commands.drafts.unfinished import begun_with, go_on
from circle_cli.commands.edge import Asked, at_terminal, is_plain, need_terminal, result, say, today
from circle_cli.commands.evidence.handing import hand_over, refuse_taken, show_in_turn, where_to
from circle_cli.commands.evidence.proposed import choose_one
from circle_cli.commands.kinds import log_for_sessions
from circle_cli.commands.own_settings import my_name
from circle_cli.commands.year.kept import keep_evidence, kept_evidence, used
from circle_cli.commands.year.year import year_meant
from circle_cli.days import in_print
from circle_cli.errors import USAGE, CircleError
from circle_cli.evidence.writing.drawn import all_named, whose
from circle_cli.evidence.writing.fields import TO, TO_COPY, Evidence, asked_for
from circle_cli.evidence.writing.script import Writing, what_to_make, written_evidence
from circle_cli.identifiers.check import find_identifiers
from circle_cli.identifiers.lists import load_lists
from circle_cli.ids import short_id
from circle_cli.interview.draft.draft import Draft
from circle_cli.interview.draft.lines import DraftKind, DraftState
from circle_cli.interview.script.prompts import choice
from circle_cli.log.folder import Log, find_session
from circle_cli.session.file import read_session
from circle_cli.session.people import people_of
from circle_cli.session.record import Session
from circle_cli.settings import load_settings
from circle_cli.share.proposing.settling import FindIdentifiers
from circle_cli.vocabulary import Format

_FIRST_WORDS = (
    "Six fields, as the form asks for them. What you said in the session stands there for you to change. Others will "
    "read it, so names are replaced, and whatever else might tell who, where or when is pointed out for you to settle."
)
_READ_IT = "Read it once more before you send it: a check cannot know what those who know the story know."
_NO_CAST = "Nobody has said yet who is in this story, so look twice for names: circle resume asks."
_WHO = (
    "Which of those who took part are you? Say your name in circle settings, as the session has it: then your own part "
    "stands there, and what you were told when it closed."
)
_AGAIN = choice(
    "again",
    "Go through it again?",
    ("again", "Yes: what I wrote then stands there, to be changed"),
    ("as-it-is", "No: take it as it is"),
    default="again",
)


def make_evidence(asked: Asked, shorts: Sequence[str], *, to: str | None, copy: bool) -> None:
    """Make a piece of evidence of each session named; of one that is proposed where none is."""
    log = log_for_sessions(asked)
    place = where_to(to)
    if place and copy:
        raise CircleError("--to and --copy: one or the other", USAGE, do="ask for the other afterwards")
    paths = list(dict.fromkeys(find_session(log, short) for short in shorts))
    if len(paths) > 1 and place and not Path(place).is_dir():
        do = "name a folder that is there with --to"
        raise CircleError(f"--to: there are {len(paths)} sessions", USAGE, do=do)
    if not paths:
        chosen = choose_one(asked, log)
        if chosen is None:
            return
        paths = [chosen]
    for path in paths:
        _that_took_place(path)
    for path in paths:
        if not _one(asked, log, path, place, copy=copy):
            return


def _that_took_place(path: Path) -> Session:
    session = read_session(path)
    if session.status.is_ahead:
        do = f"circle reflect {short_id(session.id)} begins it"
        raise CircleError(f"{session.id}: it has yet to take place", USAGE, do=do)
    return session


def _one(asked: Asked, log: Log, path: Path, to: str, *, copy: bool) -> bool:
    """Make one piece; tell whether it was made, so that the next is begun."""
    session = _that_took_place(path)
    start = asked_for(to, copy=copy)
    head = head_beside(log, session, path, DraftKind.EVIDENCE, start, apart="-evidence", named=session.title)
    earlier = kept_evidence(log, session.id)
    begun = begun_with(log, head.id)
    if begun is not None and start and {**start} != {**begun.state.head.start}:
        do = f"circle resume {short_id(head.id)} goes on with it, circle discard takes it away"
        raise CircleError(f"evidence of {session.id} is begun, for another place", USAGE, do=do)
    if earlier and begun is None:
        say(f"You made evidence of this session on {in_print(earlier.made)}. The form wants two different pieces.")
        if (to or copy) and (not at_terminal() or ask(asked, _AGAIN) == "as-it-is"):
            _hand_over(asked, log, earlier, to, TO_COPY if copy else "")
            return True
    need_terminal("what was made at a terminal is written out again with --to FILE or --copy")
    refuse_taken(to)
    from circle_cli.interview.terminal.keyboard import system_keys

    keys = system_keys()
    how = How(plain=is_plain(asked), keys=keys, require_commit=False)
    made: list[Evidence] = []
    with keys.reading():
        if begun is not None:
            go_on(log, begun, how, partial(hold_evidence, made=made))
        else:
            if session.cast is None:
                say(_NO_CAST)
            if people_of(session) and not whose(session, my_name(log)):
                say(_WHO)
            greet(f"{session.title}\n{_FIRST_WORDS}", how)
            hold_evidence(log, begin_draft(log, head), DraftState(head=head), how, made)
    return bool(made)


def hold_evidence(log: Log, draft: Draft, state: DraftState, how: How, made: list[Evidence] | None = None) -> None:
    """Ask, settle what is found, and make what was asked for; what was `made` goes there."""
    script = writing_of(log, file_there(log, state.head))
    asked = Asked(log=str(log.root), plain=how.plain)

    def finish(answers: Mapping[str, str | None]) -> Callable[[], None]:
        evidence, to, what = written_evidence(script, answers), TO.text(answers), what_to_make(script, answers)
        if what != TO_COPY:
            hand_over(log, evidence, script.year, to, Format(what) if what in list(Format) else None)
        keep_evidence(log, evidence)
        if made is not None:
            made.append(evidence)
        return lambda: _last_words(asked, log, evidence, what)

    hold(log, script, draft, state, how, finish)


def writing_of(log: Log, path: Path) -> Writing:
    """Give what is asked about the session at `path`, as its file has it now."""
    session = read_session(path)
    person = whose(session, my_name(log))
    lists, cast = load_lists(log.root), all_named(session, person)

    @lru_cache(maxsize=512)
    def find(text: str) -> tuple[object, ...]:
        return find_identifiers(text, cast, lists)

    check: FindIdentifiers = find  # type: ignore[assignment]  # the cache hides the type of what it keeps
    return Writing(
        guidance=guidance_to_write_by(log),
        session=session,
        person=person,
        today=today(),
        year=year_meant(None, today()),
        check=check,
        limit=load_settings(log.root).evidence_limit,
        earlier=kept_evidence(log, session.id),
    )


def _second(log: Log) -> Iterator[tuple[str, str]]:
    """Say how to come to the second piece of the year, where there is one so far."""
    year = year_meant(None, today())
    if sum(year.holds(date.fromisoformat(each[:10])) for each in used(log)) == 1:
        yield "circle evidence", "the second piece: the form wants two that differ"


def _hand_over(asked: Asked, log: Log, evidence: Evidence, to: str, what: str) -> None:
    if what == TO_COPY:
        show_in_turn(asked, evidence, load_settings(log.root).evidence_limit)
    else:
        hand_over(log, evidence, year_meant(None, today()), to)


def _last_words(asked: Asked, log: Log, evidence: Evidence, what: str) -> None:
    if what == TO_COPY:
        show_in_turn(asked, evidence, load_settings(log.root).evidence_limit)
    short = short_id(evidence.session)
    result("\nMade, and kept beside the session for you alone, so that you know that you used it.")
    result(f"{_READ_IT}\n")
    what_next(
        *_second(log),
        (f"circle evidence {short} --copy", "each field in turn, to be copied into a form"),
        (f"circle evidence {short} --to FILE", "the same as a document (.docx, .md)"),
        ("circle year", "your registration year"),
    )
