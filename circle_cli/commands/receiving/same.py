"""`circle same`: in a base, two learning points say the same, as its editors see it; each page then leads to the other.

The link stands in a file of the base. No team's words or signatures are touched, and what is linked can be told apart
again.
"""

from pathlib import Path

from circle_cli.commands.door.trying.meant import read_public
from circle_cli.commands.drafts.committer import WHY_A_NAME, name_committer, need_git, tell_kept
from circle_cli.commands.edge import Asked, is_plain, say
from circle_cli.commands.kinds import marked_log
from circle_cli.errors import USAGE, CircleError, Place
from circle_cli.ids import MARK, POINT_ID
from circle_cli.log.deciding import deciding
from circle_cli.log.durable import replace
from circle_cli.log.folder import Log
from circle_cli.log.history import git, whose
from circle_cli.log.intents import commit_again, intended
from circle_cli.log.points import find_point
from circle_cli.points.of_base.same import SAME, load_same, pair, render_same
from circle_cli.settings import is_base
from circle_cli.system.no_links import content_if_there, inside


def same(asked: Asked, one: str, other: str, *, undo: bool, require_commit: bool) -> None:
    """Link two learning points of a base, or take the link back; said twice, it is there once.

    Raises:
        CircleError: this is no base; or one of them is not there, or is the other.
    """
    log = marked_log(asked)
    if not is_base(log.root):
        wrong = "which learning points say the same is for a base's editors to say; this is none"
        raise CircleError(wrong, USAGE, where=Place(log.root / MARK))
    need_git()
    both = pair(_id(log, one, undo=undo), _id(log, other, undo=undo))
    if both[0] == both[1]:
        raise CircleError(f"{one} and {other}: this is one learning point, and not two", USAGE)
    if whose.identity(log.root) is None:
        name_committer(log.root, WHY_A_NAME, plain=is_plain(asked))
    with deciding(log.root):
        before = load_same(log.root)
        after = before - {both} if undo else before | {both}
        commit = _kept(log, after, both, undo=undo) if before != after else commit_again(log, log.root / SAME)
    named = " and ".join(both)
    again = " already" if before == after else ""
    if undo:
        say(f"{named} are no longer linked{again}. The site shows them so when it is next built.")
    else:
        say(
            f"{named} are linked{again}: each page leads to the other, when the site is next built. "
            f"circle same {' '.join(both)} --undo takes that back."
        )
    tell_kept(log, commit, plain=is_plain(asked), required=require_commit)


def _id(log: Log, short: str, *, undo: bool) -> str:
    """Find which is meant; of a link that is taken back, nothing needs to be there any more."""
    wanted = short.strip().lower()
    if undo and POINT_ID.fullmatch(wanted):
        return wanted
    path = find_point(log, short)
    return path.stem if undo else read_public(log, path).id


def _kept(log: Log, pairs: frozenset[tuple[str, str]], both: tuple[str, str], *, undo: bool) -> git.Commit:
    message = f"{'Unlink' if undo else 'Link'} learning points {' and '.join(both)}"
    return keep(log, SAME, render_same(pairs), message)


def keep(log: Log, name: str, text: str, message: str) -> git.Commit:
    """Put a file of the base in place, in a commit of its own."""
    place: Path = inside(log.root, log.root / name)
    before = content_if_there(place)
    with intended(log.root, [place], message, log.tell, log.trust) as commit:
        replace(place, text.encode(), before)
        place.chmod(0o644)
        return commit()
