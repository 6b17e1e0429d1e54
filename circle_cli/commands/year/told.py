"""A year, said in plain lines: kindly where it was quiet, and without a score. Pure."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from circle_cli.days import in_brief, in_print, month_in_words
from circle_cli.evidence.contents import Agreed, YearSeen
from circle_cli.evidence.pieces import Piece
from circle_cli.ids import short_id
from circle_cli.session.record import Session
from circle_cli.shown import shortened
from circle_cli.vocabulary import Mode

_KINDS = {
    Mode.INDIVIDUAL: "individual",
    Mode.GROUP: "in a group",
    Mode.COLLABORATIVE: "with those involved",
    Mode.TRAINING: "in training",
}
_LONG, _MOST, _GROUP, _JUST_ENDED = 160, 12, 2, 31
_NOTHING = (
    'Nothing of it is in this log yet. A line is a beginning: circle spark "what went well". circle reflect --quick '
    "takes five minutes."
)


def told(seen: YearSeen) -> Iterator[str]:
    """Give the lines, the longer ones to be broken where the window ends."""
    yield f"Registration year {seen.year.name} ({seen.year.in_words})"
    yield _left(seen)
    if not (seen.sessions or seen.sparks or seen.ahead):
        yield ""
        yield _NOTHING if seen.year.holds(seen.today) else "Nothing of it is in this log."
        yield from _before(seen)
        return
    yield from _sessions(seen)
    yield from _learnt(seen)
    yield from _actions(seen)
    yield from _sparks(seen)
    yield from _frameworks(seen)
    yield from _quiet(seen)
    yield from _made(seen)
    yield from _pieces(seen)
    yield from _before(seen)


def _before(seen: YearSeen) -> Iterator[str]:
    """Say where the year is that has just ended: many write down what they have of it around its last day."""
    if 0 <= (seen.today - seen.year.first).days < _JUST_ENDED:
        last = seen.year.first - timedelta(days=1)
        yield ""
        yield f"The year before it ended on {in_print(last)}: circle year {last.year} shows it."


def _left(seen: YearSeen) -> str:
    if seen.today < seen.year.first:
        return "It has not begun yet."
    if not seen.days_left:
        return "It is over."
    return f"{_count(seen.days_left, 'day')} left, today among them."


def _sessions(seen: YearSeen) -> Iterator[str]:
    kinds = ", ".join(f"{count} {_KINDS[mode]}" for mode, count in seen.kinds.items())
    yield ""
    yield f"Sessions: {len(seen.sessions)}{f' ({kinds})' if kinds else ''}"
    for each in seen.sessions:
        yield f"- {_named(each, seen)}"
    if seen.ahead:
        yield f"Planned or begun: {len(seen.ahead)}"
        for each in seen.ahead:
            yield f"- {_named(each, seen)}"


def _learnt(seen: YearSeen) -> Iterator[str]:
    if seen.learnt:
        yield ""
        yield "What was learnt"
        for each in seen.learnt:
            yield f"- {shortened(each.text, _LONG)} ({short_id(each.session.id)})"


def _actions(seen: YearSeen) -> Iterator[str]:
    if not seen.actions:
        return
    yield ""
    yield "Actions, and what became of them"
    for each in seen.actions:
        yield f"- {shortened(each.action.what, _LONG)}: {_became(each, seen)}"


def _became(each: Agreed, seen: YearSeen) -> str:
    action = each.action
    if action.done:
        became = f"done {in_brief(action.done, seen.today)}"
    else:
        became = f"open, by {in_brief(action.by, seen.today)}" if action.by else "open"
    return f"{became}; {' '.join(action.note.split())}" if action.note else became


def _sparks(seen: YearSeen) -> Iterator[str]:
    if not seen.sparks:
        return
    waiting = sum(not each.sessions for each in seen.sparks)
    yield ""
    yield f"Sparks: {len(seen.sparks)}{f', {waiting} of them waiting' if waiting else ''}"
    for each in seen.sparks[-_MOST:]:
        yield f"- {in_brief(each.day, seen.today)}: {shortened(each.text, _LONG)}"
    if len(seen.sparks) > _MOST:
        yield f"These are the last {_MOST}; circle sparks --all shows them all."


def _frameworks(seen: YearSeen) -> Iterator[str]:
    yield ""
    yield "Frameworks"
    if not seen.spoken:
        yield "No session names a statement of one yet. circle resume, and a session's id, offers to add some."
    for each in seen.spoken:
        framework = each.framework
        yield f"{framework.title}, {framework.edition}"
        for statement in framework.statements:
            if those := each.by_statement.get(statement.id):
                yield f"- {statement.id} {statement.title} ({', '.join(short_id(one.id) for one in those)})"
        if each.not_yet:
            yield f"  Not spoken to: {'; '.join(f'{one.id} {one.title}' for one in each.not_yet)}"


def _quiet(seen: YearSeen) -> Iterator[str]:
    if seen.quiet:
        twice = seen.year.first.day != 1  # it has one month at both ends
        months = [f"{month_in_words(month)}{f' {year}' if twice else ''}" for year, month in seen.quiet]
        yield ""
        yield f"Quiet: {_listed(months)}. Quiet months belong to a year; nothing needs to be made up for."


def _made(seen: YearSeen) -> Iterator[str]:
    if not seen.made:
        return
    yield ""
    yield "Evidence made"
    for each in seen.made:
        yield f"- {_named(each.session, seen)}{', with what you learnt from a peer' if each.with_peer else ''}"
    if len(seen.made) >= _GROUP and not any(each.with_peer for each in seen.made):
        yield "None says yet what you learnt from a peer. circle evidence, and its id, goes through one again."


def _pieces(seen: YearSeen) -> Iterator[str]:
    if not seen.pieces or len(seen.made) >= _GROUP:
        return
    yield ""
    yield (
        "Two pieces that would make good evidence" if len(seen.pieces) > 1 else "A piece that would make good evidence"
    )
    for number, each in enumerate(seen.pieces, start=1):
        used = ["made already"] * any(each.session.id == made.session.id for made in seen.made)
        why = "; ".join([*used, *each.why])
        yield f"{number}. {_named(each.session, seen)}{f': {why}' if why else ''}"
    if lacking := _lacking(seen.pieces):
        yield lacking


def _lacking(pieces: Sequence[Piece]) -> str:
    """Say what two pieces would still need: that they differ, and that one was talked over with a peer."""
    if len(pieces) < _GROUP:
        return "Social Work England asks for two that differ, one of them with a peer's reflection."
    if not any(why.startswith("with a peer") for each in pieces for why in each.why):
        return (
            "Neither was with a peer. A conversation about one of them is enough: circle reflect --one-to-one takes it "
            "down."
        )
    if not any(why.startswith("it differs") for why in pieces[1].why):
        return "Their records do not show in what they differ; you may know."
    return ""


def _named(session: Session, seen: YearSeen) -> str:
    return f"{short_id(session.id)}  {session.title} ({in_brief(session.date, seen.today)})"


def _listed(words: Sequence[str]) -> str:
    return " and ".join((", ".join(words[:-1]), words[-1])) if len(words) > 1 else "".join(words)


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
