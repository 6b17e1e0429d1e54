"""`circle reflect --from` a filled-in sheet: what was made of it, and whether it is in the log already."""

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from circle_cli.commands.asking.twice import Alike, most_alike
from circle_cli.commands.edge import say
from circle_cli.errors import CircleError, Place
from circle_cli.log.folder import Log
from circle_cli.log.saving import Saved, save_again, save_new
from circle_cli.paper.intake.sheet import SheetContent
from circle_cli.paper.layout import ABOUT
from circle_cli.session.file import parse_session, render_session, rewrite_session
from circle_cli.session.incoming import filled_in
from circle_cli.session.record import Session
from circle_cli.system.no_links import content_of
from circle_cli.text import decode
from circle_cli.vocabulary import Status


def save_sheet(
    log: Log,
    session: Session,
    path: Path | None,
    said: Collection[str],
    chosen: Collection[str],
    where: str,
    titles: Mapping[str, str],
) -> tuple[Session, Saved, Alike | None]:
    """Save what a sheet has: as a session of its own, or in the planned one at `path`; and give which is most like it.

    `said` are the keys for which the sheet has a value, `chosen` those that were given beside it.

    Raises:
        CircleError: all of it is in the log already, or its session is no longer planned; nothing is added.
    """
    if path:
        return *_fill_in(log, path, session, {*said, *chosen, "status"}, where, titles), None
    alike = _not_twice(log, session, {*said, *({"title"} & {*chosen})}, where)
    return session, save_new(log, session.id, session.title, render_session(session, titles)), alike


def _not_twice(log: Log, session: Session, keys: Collection[str], where: str) -> Alike | None:
    """Give the session that is most like the sheet's, if any is.

    Raises:
        CircleError: all that the sheet says is in it; nothing is added.
    """
    alike = most_alike(log, session, keys)
    if alike and alike.in_words and alike.in_name:
        wrong, do = "this sheet is in the log already: …", "give it another name or another day to add it again"
        raise CircleError(wrong, where=Place(where), do=do, words=str(alike.path))
    return alike


def tell(sheet: SheetContent, alike: Alike | None) -> None:
    """Say what was made of a sheet, beside the session that came of it."""
    if sheet.understood:
        say(f"Understood: {'; '.join(sheet.understood)}.")
    if sheet.unplaced:
        say("\n".join(("Some of the sheet has no place of its own. It is all in the notes:", *sheet.unplaced)))
    if sheet.left_open:
        say("\n".join(("Left open:", *sheet.left_open)))
    if alike:
        what = "These words are" if alike.in_words else "A session of that name and day is"
        say(f"{what} in the log already, and this one was added beside it: {alike.path}")


def _fill_in(
    log: Log, path: Path, sheet: Session, keys: Iterable[str], where: str, titles: Mapping[str, str]
) -> tuple[Session, Saved]:
    """Fill in the planned session that a sheet was printed from.

    Raises:
        CircleError: the session is no longer planned; what is in the log stays.
    """
    content = content_of(path)
    before = decode(content, str(path))
    planned = parse_session(before, str(path))
    if planned.status is not Status.PLANNED:
        do = f"empty the sheet's row “{ABOUT['id']}” to add it as another one, with a name or a day of its own"
        raise there_already(sheet.id, path, where, do)
    session = filled_in(planned, sheet, keys)
    return session, save_again(log, path, rewrite_session(before, session, titles), content, session.id)


def there_already(session_id: str, path: Path, where: str, do: str) -> CircleError:
    """Say that a session of this id is in the log."""
    wrong = f"the session {session_id} is in the log already: …"
    return CircleError(wrong, where=Place(where), do=do, words=str(path))
