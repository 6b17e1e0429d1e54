"""What an organisation's base has withdrawn comes home to the team's log: a notice stays here too, and the words go.

Of the base no more is asked, mostly, than where its branch stands: what was seen there once is not looked at again.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path, PurePosixPath

from circle_cli.commands.door.withdraw import back_to_private
from circle_cli.commands.drafts.committer import tell_kept
from circle_cli.commands.edge import Asked, is_plain, row, say
from circle_cli.commands.publishing.base_seen import Seen, note_seen, seen_of
from circle_cli.commands.publishing.ready import NOTICES_THERE, POINTS_THERE, REPORTS_THERE
from circle_cli.commands.receiving.taking_in import take_back
from circle_cli.errors import CircleError
from circle_cli.ids import MARK
from circle_cli.log.deciding import deciding
from circle_cli.log.folder import Log
from circle_cli.log.history import git
from circle_cli.log.travel.abroad import address_of, ask_there, refused
from circle_cli.log.travel.base_copy import BaseCopy, copy_of_base
from circle_cli.points.approval import digest
from circle_cli.points.file import read_point
from circle_cli.points.notices import is_withdrawn, parse_notice
from circle_cli.points.of_base.returned import RETURNED, parse_returned
from circle_cli.points.record import LearningPoint, Withdrawn
from circle_cli.settings import kind_in, load_settings
from circle_cli.system.no_links import is_there
from circle_cli.text import decode
from circle_cli.vocabulary import LogKind

_REST = "Everything else goes on; circle sync asks it again."


def bring_home(asked: Asked, log: Log) -> None:
    """Withdraw here what the base has withdrawn, and say what it returned; one that cannot be asked is asked again."""
    settings = load_settings(log.root)
    if not settings.base or settings.kind is LogKind.BASE:
        return
    address = address_of(settings.base, log.root)
    output = ask_there("ls-remote", "--", address, "HEAD")
    if output.code != 0:
        say(f"{refused(output, address, 'What was withdrawn is not known from')}. {_REST}")
        return
    head, seen = output.out.decode("ascii", "replace").partition("\t")[0].strip(), seen_of(log)
    if head in ("", seen.head):
        return
    try:
        with copy_of_base(address, log.root) as copy:
            files = copy.files()
            _look_through(asked, log, copy, files, seen)
            head = copy.store.git("rev-parse", "HEAD").decode("ascii").strip()
            note_seen(log, Seen(head=head, withdrawn=_withdrawn_there(log, files)))
    except CircleError as error:
        say(f"{error}. {_REST}")


def _withdrawn_there(log: Log, files: Mapping[str, str]) -> tuple[str, ...]:
    """Give the ids of what is here, and the base has withdrawn."""
    places = (PurePosixPath(path) for path in files)
    return tuple(each.stem for each in places if str(each.parent) == NOTICES_THERE and _is_here(log, each.stem))


def _look_through(asked: Asked, log: Log, copy: BaseCopy, files: Mapping[str, str], seen: Seen) -> None:
    if MARK not in files or kind_in(decode(_content(copy, MARK), MARK), MARK) is not LogKind.BASE:
        say(f"`base:` in {MARK} does not lead to a base: nothing was taken from there.")
        return
    notices = {each.id: each for each in _new_notices(log, copy, files, seen)}
    if notices:
        note_seen(log, replace(seen, taking=tuple(notices)))
        commits: list[git.Commit] = []
        with deciding(log.root):
            for notice in notices.values():
                commits += _withdrawn(log, notice)
        tell_kept(log, *commits, plain=is_plain(asked), required=True)  # else it is taken up again
        say("Nothing brings their words back. circle site builds the site without them.")
    if RETURNED in files:
        _tell_returned(log, decode(_content(copy, RETURNED), RETURNED))


def _content(copy: BaseCopy, path: str) -> bytes:
    """Give what a file of the base holds.

    Raises:
        CircleError: git could not say: then nothing counts as seen.
    """
    content = copy.content(path)
    if content is None:
        raise CircleError("The base could not be read to its end")
    return content


def _new_notices(log: Log, copy: BaseCopy, files: Mapping[str, str], seen: Seen) -> Iterator[Withdrawn]:
    """Give the notices of what is here, and was not withdrawn here, or not to the end."""
    for name in _withdrawn_there(log, files):
        path = f"{NOTICES_THERE}/{name}.md"
        if is_withdrawn(log.root / "guidance", name) and name not in seen.taking:
            continue
        content = _content(copy, path)
        try:
            yield parse_notice(decode(content, path), path, name)
        except CircleError as error:
            say(f"In the base: {error}")


def _is_here(log: Log, name: str) -> bool:
    return any(is_there(log.root / folder / f"{name}.md") for folder in (POINTS_THERE, REPORTS_THERE, NOTICES_THERE))


def _withdrawn(log: Log, notice: Withdrawn) -> list[git.Commit]:
    named = _named(log, notice.id)
    commits = [take_back(log, notice)]
    commits += [each.commit for each in back_to_private(log, notice.id)]
    row(f"Withdrawn in the base, and now here too: {named}")
    return commits


def _named(log: Log, name: str) -> str:
    with suppress(CircleError):
        point = read_point(log.root / POINTS_THERE / f"{name}.md")
        if isinstance(point, LearningPoint):
            return f"“{point.title}” ({name})"
    return name


def _tell_returned(log: Log, told: str) -> None:
    """Say which of this log's learning points the base returned as they stand; why, its editor tells a person."""
    for name, wording in sorted(parse_returned(told, Path(RETURNED))):
        with suppress(CircleError):
            point = read_point(log.root / POINTS_THERE / f"{name}.md")
            if isinstance(point, LearningPoint) and digest(point) == wording:
                say(f"Returned by an editor of the base: “{point.title}” ({name}). Ask them for their comment.")
