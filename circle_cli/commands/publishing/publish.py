"""`circle publish`: what a log has approved goes to its base, once somebody has seen what, and typed yes."""

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePosixPath

from circle_cli.commands.drafts.committer import need_git
from circle_cli.commands.drafts.one_prompt import ask, certain
from circle_cli.commands.edge import (
    Asked,
    as_typed,
    discreetly,
    need_terminal,
    pick,
    result,
    say,
    show,
    the_log,
    today,
)
from circle_cli.commands.folders import own_folder
from circle_cli.commands.publishing.fresh import Files, Fresh, fresh
from circle_cli.commands.publishing.ready import Ready, ready
from circle_cli.commands.publishing.told_here import to_send
from circle_cli.commands.remembered import told_before
from circle_cli.errors import USAGE, CircleError, Place
from circle_cli.ids import INCOMING, MARK, random_letters
from circle_cli.interview.script.prompts import Misread, Prompt, line
from circle_cli.log.folder import Log
from circle_cli.log.history.elsewhere import without_password
from circle_cli.log.syncing.history import came_from
from circle_cli.log.travel.abroad import address_of
from circle_cli.log.travel.apart import NOBODY
from circle_cli.log.travel.base_copy import MESSAGE, Sent, copy_of_base
from circle_cli.points.record import LearningPoint, Report, Withdrawn
from circle_cli.settings import is_base, load_settings
from circle_cli.shown import shown
from circle_cli.signing.readers import load_readers

YES = "yes"
_NAMED = 6
"""So many ids are said of those for which the same holds."""

_SHOW_FIRST = (
    "It is the first time from here. Would you like to see exactly what would leave?",
    "Yes, show me every file",
    "No, I know what it is",
)
_READ_BY = (
    "Whoever may read the base can read it from then on, before its editors decide, and nobody can call back what was "
    "read. Its server also knows which account sends, and when."
)


def publish(asked: Asked, named: Sequence[str], *, to: str | None, dry_run: bool, confirm: str | None) -> None:
    """Send what was named, or all that is approved and that the base has not got; or only show what would leave."""
    log = the_log(asked)
    with discreetly(log):
        _publish(asked, log, [as_typed(each) for each in named], to=to, dry_run=dry_run, confirm=confirm)


def _publish(
    asked: Asked, log: Log, wanted: Sequence[str], *, to: str | None, dry_run: bool, confirm: str | None
) -> None:
    need_git()
    address = _address(log, to)
    if confirm is None and not dry_run:
        need_terminal(f"--dry-run shows what would leave, and --confirm {YES} sends it without asking")
    there, people = to_send(log, wanted) if is_base(log.root) else (ready(log, wanted), load_readers(log.root))
    with copy_of_base(address, log.root) as copy:
        found = _in_random_order(fresh(copy, there, people, _new_name))
        for why in dict.fromkeys(why for _, why in found.kept_back):
            say(f"Not sent: {_some([id_ for id_, each in found.kept_back if each == why])}: {why}.")
        if not found.going:
            say(_nothing(found))
            return
        _tell(found, address)
        if dry_run:
            show("".join(_every_byte(found, today())))
            say("Nothing was sent.")
        elif _is_meant(asked, log, found, confirm):
            for files in _commits(found):
                _say_sent(copy.send(files, f"{INCOMING}{random_letters(pick, 8)}", today()), found, files)
        else:
            say("Nothing was sent.")


def _address(log: Log, to: str | None) -> str:
    if to is not None:
        return address_of(as_typed(to), Path.cwd())
    if is_base(log.root):
        settled, do = came_from(log.root), "name it with --to"
    else:
        settled = load_settings(log.root).base
        do = f"name it with --to, or write `base:` and its address or folder into {MARK}"
    if not settled:
        raise CircleError("nothing says where to publish", USAGE, where=Place(log.root), do=do)
    return address_of(settled, log.root)


def _new_name(what: str) -> str:
    return f"{what}-{random_letters(pick, 4)}"


def _in_random_order(found: Fresh) -> Fresh:
    """Mix them: the order in which a log has them may tell when each was made."""
    chance = secrets.SystemRandom()
    going, files = list(found.going), list(found.files)
    chance.shuffle(going)
    chance.shuffle(files)
    return replace(found, going=tuple(going), files=tuple(files))


def _some(ids: Sequence[str]) -> str:
    """Name a few of them, and say how many more there are."""
    more = f" and {len(ids) - _NAMED} more" if len(ids) > _NAMED else ""
    return f"{', '.join(ids[:_NAMED])}{more}"


def _nothing(found: Fresh) -> str:
    if found.there:
        return "There is nothing new to send: the base has all of it."
    return "There is nothing to send." + ("" if found.kept_back else " What a second person has approved can be.")


def _tell(found: Fresh, address: str) -> None:
    """Say what would be told, and to whom."""
    say(f"To the base at {without_password(address)} would go:")
    for each in found.going:
        say(f"  {each.id}  {_named(each)}")
    *first, last = _beside(found)
    beside = f"{', '.join(first)} and {last}" if first else last
    say(f"With {'it' if len(found.going) == 1 else 'them'}: {beside}. No name, and nothing else of this log.")
    say(_READ_BY)


def _named(each: Ready) -> str:
    match each.what:
        case LearningPoint():
            again = f" (wording {each.what.revision})" if each.what.revision > 1 else ""
            return f"{each.what.title}{again}"
        case Report():
            return f"a report from trying {each.what.point}"
        case _:
            return "that it was withdrawn; its words are taken out there, too"


def _beside(found: Fresh) -> Iterator[str]:
    if found.team:
        yield f"your team's pseudonym there ({found.team})"
    if found.readers:
        many = len(found.readers) > 1
        whose = f"{len(found.readers)} readers, under pseudonyms" if many else "its reader, under a pseudonym"
        yield f"the public key{'s' if many else ''} of {whose} ({', '.join(found.readers)})"
    yield "this day, without the time"


def _every_byte(found: Fresh, day: date) -> Iterator[str]:
    """Give each file that would leave, whole, and the commit that it would leave in."""
    for files in _commits(found):
        yield f"One commit by {NOBODY}, of {day.isoformat()}: “{MESSAGE}”\n"
        for path, content in files:
            if content is None:
                yield f"\n==== {path}: taken out\n"
            else:
                text = shown(content.decode("utf-8", "replace"))
                yield f"\n==== {path}: {len(content)} bytes\n{text}"


def _commits(found: Fresh) -> Iterator[Files]:
    """Give what goes together: what is taken back goes alone, since a base may take that in without anybody's help."""
    gone = {each.id for each in found.going if isinstance(each.what, Withdrawn)}
    removing = tuple(file for file in found.files if PurePosixPath(file[0]).stem in gone)
    adding = tuple(file for file in found.files if file not in removing)
    yield from (files for files in (removing, adding) if files)


def _is_meant(asked: Asked, log: Log, found: Fresh, confirm: str | None) -> bool:
    """Tell whether it is to be sent: yes was typed, after a look at all of it the first time."""
    if confirm is not None:
        if confirm.strip() != YES and {*confirm.replace(",", " ").split()} != {each.id for each in found.going}:
            wrong = f"--confirm {confirm}: neither {YES} nor the ids of what would go; nothing was sent"
            raise CircleError(wrong, USAGE, do="circle publish --dry-run shows them")
        return True
    if not told_before(own_folder(), log.root, "what would leave for a base can be seen") and certain(
        asked, *_SHOW_FIRST
    ):
        show("".join(_every_byte(found, today())))
    return ask(asked, confirmation()) == YES


def confirmation() -> Prompt:
    """Ask for a yes, in letters."""

    def exactly(typed: str) -> str:
        if typed.casefold() != YES:
            raise Misread(f"Type {YES}, in letters, to send it; or Enter alone, and nothing is sent.")
        return YES

    asked = line("publish", f"To send it, type {YES}", reading=exactly, remark=("Enter alone sends nothing.",))
    return replace(asked, guarded=True, left_open="Nothing is sent.")


def _say_sent(sent: Sent, found: Fresh, files: Files) -> None:
    paths = {path for path, _ in files}
    going = [each for each in found.going if each.path in paths]
    many = f"{len(going)} thing{'' if len(going) == 1 else 's'}"
    taken_back = all(isinstance(each.what, Withdrawn) for each in going)
    say(f"Sent: {many}, for an editor of the base to {'take out' if taken_back else 'read'}, on this branch there:")
    result(sent.branch)
    for each in sent.answer:
        say(f"It answers: {each}")
