"""What an editor decided on something that came in: taken in, as commits of the base's own; returned; taken back.

A branch is never merged: its files alone come in, as bytes that were looked at, and nothing else that it holds.
"""

import os
from dataclasses import replace
from pathlib import Path

from circle_cli.commands.door.signing import is_free, new_name, write_readers
from circle_cli.commands.receiving.arrived import Arrived
from circle_cli.errors import USAGE, CircleError
from circle_cli.log.durable import create_anywhere, remove
from circle_cli.log.durable import replace as replace_file
from circle_cli.log.folder import Log
from circle_cli.log.history import git
from circle_cli.log.intents import intended
from circle_cli.points.approval import digest
from circle_cli.points.file import render_withdrawn
from circle_cli.points.history import was_withdrawn
from circle_cli.points.notices import notice_of, render_notice
from circle_cli.points.of_base.returned import RETURNED, load_returned, render_returned
from circle_cli.points.of_base.same import SAME, without
from circle_cli.points.record import LearningPoint, Withdrawn
from circle_cli.points.report import place_of
from circle_cli.signing.readers import Admitted, Reader
from circle_cli.system.files import ignore_all, make_folder
from circle_cli.system.no_links import content_if_there, content_of, inside
from circle_cli.vocabulary import Was


def take_in(log: Log, arrived: Arrived) -> tuple[git.Commit, ...]:
    """Put it where everybody may read it, and admit its reader, as of their team, from today on.

    Raises:
        CircleError: it was withdrawn here, whatever lies in the folder now.
    """
    if isinstance(arrived.what, Withdrawn):
        return (take_back(log, arrived.what),)
    if was_withdrawn(log.root / "guidance", arrived.id):
        raise CircleError(f"{arrived.id}: it was withdrawn here, and stays so", USAGE)
    if arrived.admits:
        _admit(log, arrived.admits, arrived.team)
    place = inside(log.root, log.root / arrived.path)
    with intended(log.root, [place], _message(arrived), log.tell, log.trust) as commit:
        _put(place, arrived.content)
        return (commit(),)


def _message(arrived: Arrived) -> str:
    if isinstance(arrived.what, LearningPoint):
        return f"{'Add' if arrived.what.revision == 1 else 'Revise'} learning point {arrived.id}"
    return f"Add report {arrived.id}"


def _admit(log: Log, reader: Reader, team: str) -> None:
    def admitted(before: Admitted) -> Admitted:
        name = reader.name if is_free(before, reader.name) else new_name(before)
        teams = (*before.teams, (name, team)) if team else before.teams
        return replace(before, readers=(*before.readers, replace(reader, name=name)), teams=teams)

    write_readers(log, admitted, "Admit a team's reader")


def take_back(log: Log, notice: Withdrawn) -> git.Commit:
    """Put the notice in place, and take the words out, where they are here."""
    guidance = log.root / "guidance"
    place = inside(log.root, notice_of(guidance, notice.id))
    is_report = notice.was is Was.REPORT
    words = place_of(guidance, notice.id) if is_report else guidance / "learning-points" / f"{notice.id}.md"
    same, unlinked = inside(log.root, log.root / SAME), None if is_report else without(log.root, notice.id)
    touched = [place, *([inside(log.root, words)] if os.path.lexists(words) else [])]
    touched += [same] if unlinked is not None else []
    message = f"Withdraw {'report' if is_report else 'learning point'} {notice.id}"
    with intended(log.root, touched, message, log.tell, log.trust) as commit:
        _put(place, render_notice(notice).encode())
        if words in touched and is_report:
            remove(words, content_of(words))
        elif words in touched:
            replace_file(words, render_withdrawn(notice).encode(), content_of(words))
        if unlinked is not None:
            replace_file(same, unlinked, content_of(same))
        return commit()


def give_back(log: Log, arrived: Arrived, comment: str) -> tuple[Path, tuple[git.Commit, ...]]:
    """Note that this wording was returned, and keep the comment on this computer alone; gives where that is."""
    if isinstance(arrived.what, Withdrawn):
        raise AssertionError("a notice is not returned")
    kept = _keep_comment(log, arrived.id, comment)
    place = inside(log.root, log.root / RETURNED)
    before = content_if_there(place)
    with intended(log.root, [place], f"Return {arrived.id}", log.tell, log.trust) as commit:
        content = render_returned(load_returned(log.root) | {(arrived.id, digest(arrived.what))}).encode()
        replace_file(place, content, before)
        place.chmod(0o644)
        return kept, (commit(),)


def _keep_comment(log: Log, id_: str, comment: str) -> Path:
    folder = log.root / ".circle" / "comments"
    make_folder(folder)
    ignore_all(folder.parent)
    content, number = f"{comment}\n".encode(), 1
    while True:
        place = folder / f"{id_}{f'-{number}' if number > 1 else ''}.txt"
        try:
            create_anywhere(place, content, option="--log")
            return place
        except FileExistsError:
            if content_of(place) == content:
                return place
            number += 1


def _put(place: Path, content: bytes) -> None:
    replace_file(place, content, content_if_there(place))
    place.chmod(0o644)
