"""`circle withdraw`: a learning point is taken back. A short notice stays; its words go from every page."""

import os
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from circle_cli.commands.door.trying.taken_back import report_meant, withdraw_report
from circle_cli.commands.drafts.committer import tell_kept
from circle_cli.commands.drafts.one_prompt import ask
from circle_cli.commands.edge import Asked, is_plain, need_terminal, say, say_left_out, the_log, today
from circle_cli.errors import USAGE, CircleError
from circle_cli.ids import REPORTS
from circle_cli.interview.script.prompts import choice
from circle_cli.log.deciding import deciding
from circle_cli.log.durable import create
from circle_cli.log.durable import replace as replace_file
from circle_cli.log.folder import Log
from circle_cli.log.history.elsewhere import places
from circle_cli.log.intents import commit_again, intended
from circle_cli.log.points import find_point, point_files, sessions_with
from circle_cli.log.saving import Saved, save_over
from circle_cli.points.file import read_point, render_withdrawn
from circle_cli.points.notices import is_withdrawn, notice_of, render_notice
from circle_cli.points.of_base.same import SAME, without
from circle_cli.points.record import LearningPoint, Withdrawn
from circle_cli.session.file import parse_session, rewrite_session
from circle_cli.share.proposal import State, path_of, proposal_files, read_proposal
from circle_cli.share.reporting import read_reported, reported_files
from circle_cli.system.no_links import content_of, inside
from circle_cli.text import TwoVersions, decode
from circle_cli.vocabulary import Share

EXPLAINED = (
    "Its words are taken out of the file, and a short notice stays: that there was one, and that it was withdrawn. "
    "Nothing says why, or where it came from. Whoever has read it has read it; this cannot undo that."
)
REALLY = choice(
    "withdraw",
    "Take it back?",
    ("no", "No, leave it as it is"),
    ("yes", "Yes, take it back"),
    enter="leaves it as it is",
    left_open="It stays as it is.",
    guarded=True,
)


def withdraw(asked: Asked, short: str, *, yes: bool, require_commit: bool) -> Path | None:
    """Withdraw a learning point, and give its file; one that was withdrawn before is seen through to the end."""
    log = the_log(asked)
    if report := report_meant(log, short):
        return withdraw_report(asked, report, REALLY, yes=yes, require_commit=require_commit)
    _refuse_unpublished(log, short)
    path = find_point(log, short)
    point = _read(path)
    again = isinstance(point, Withdrawn) or is_withdrawn(log.root / "guidance", path.stem)
    if not again and not yes:
        need_terminal(f"circle withdraw {path.stem} --yes takes it back without asking")
        say(f"Withdraw {_named(point, path)}\n{EXPLAINED}")
        if ask(asked, REALLY) != "yes":
            say("Nothing was changed: others can read it as before.")
            return None
    with deciding(log.root):
        saved = [*_take_out(log, path, point), *back_to_private(log, path.stem)]
    say(_where_it_stays(log, path, again=again))
    commits = (*(each.commit for each in saved), commit_again(log, path))
    tell_kept(log, *commits, plain=is_plain(asked), required=require_commit)
    return path


def _refuse_unpublished(log: Log, short: str) -> None:
    """Say of what is only proposed that there is nothing to take back yet.

    Raises:
        CircleError: so.
    """
    wanted = short.strip().lower()
    if not wanted or any(path.stem.startswith(wanted) for path in point_files(log)):
        return
    for path in (*proposal_files(log.root), *reported_files(log.root)):
        if not path.stem.startswith(wanted):
            continue
        state = (read_reported if path.parent.name == REPORTS else read_proposal)(path).state
        if state is not State.APPROVED:
            do = "whoever reads it can decline it: `circle review`" if state is State.PROPOSED else "nobody can read it"
            raise CircleError(f"{path.stem}: it is {state}, and nothing of it is published", USAGE, do=do)


def _read(path: Path) -> LearningPoint | Withdrawn | None:
    """Read it; one that is malformed can be taken back all the same, and all the sooner."""
    try:
        return read_point(path)
    except TwoVersions as error:
        say(f"{error}\nTo take it back is safe all the same: both versions of its words go.")
    except CircleError:
        pass
    return None


def _named(point: LearningPoint | Withdrawn | None, path: Path) -> str:
    return f"“{point.title}” ({point.id})?" if isinstance(point, LearningPoint) else f"{path.stem}?"


def _take_out(log: Log, path: Path, point: LearningPoint | Withdrawn | None) -> list[Saved]:
    """Put a notice of its own in place, which wins over any file of this id, and take the words out of the point's."""
    year = point.year if isinstance(point, Withdrawn) else today().year
    notice = Withdrawn(id=path.stem, year=year)
    place = inside(log.root, notice_of(log.root / "guidance", path.stem))
    if isinstance(point, Withdrawn) and os.path.lexists(place):
        return []
    same, unlinked = inside(log.root, log.root / SAME), without(log.root, path.stem)
    touched = [path, place, *([same] if unlinked is not None else [])]
    with intended(log.root, touched, f"Withdraw learning point {path.stem}", log.tell, log.trust) as commit:
        with suppress(FileExistsError):
            create(place, render_notice(notice).encode("utf-8"))
            place.chmod(0o644)
        if not isinstance(point, Withdrawn):
            replace_file(path, render_withdrawn(notice).encode("utf-8"), content_of(path))
        if unlinked is not None:
            replace_file(same, unlinked, content_of(same))
        return [Saved(path=path, commit=commit())]


def back_to_private(log: Log, point_id: str) -> list[Saved]:
    """Put the session's own learning point back to where it was before it was shared; in a commit of its own."""
    saved: list[Saved] = []
    for found in sessions_with(log, point_id, say_left_out):
        content = content_of(found.path)
        text = decode(content, str(found.path))
        session = parse_session(text, str(found.path))
        learnt = tuple(
            replace(each, share=Share.NO, point=None) if each.point == point_id else each
            for each in session.learning_points
        )
        kept = rewrite_session(text, replace(session, learning_points=learnt), {})
        saved.append(save_over(log, found.path, kept, content, f"Withdraw learning point {point_id}: its session"))
    return saved


def _where_it_stays(log: Log, path: Path, *, again: bool) -> str:
    """Say what still holds the words, and what to do about each."""
    proposal = path_of(log.root, path.stem)
    others = ", ".join(places(log.root))
    pushed = f", here and in its copies elsewhere ({others})" if others else ""
    return "\n".join(
        (
            f"Withdrawn{' already' if again else ''}: {path}",
            "Its words may still be in these places:",
            "- the site, until you build it anew and put that in the old one's place: circle site",
            f"- the history of this log{pushed}. Whoever may read that can read them. If they must go from there too, "
            "ask whoever looks after your git to take this file out of it in every copy, with git filter-repo.",
            *(
                [f"- {proposal}, which is not published: delete it if you need it no more"]
                if proposal.is_file()
                else []
            ),
            "- search engines: Google and Bing each have a form to report outdated content; give it the page's address",
            "- archives and caches: the Internet Archive takes requests at info@archive.org; a proxy of your "
            "organisation's empties itself, or its keeper can",
            "- readers: feeds they follow, pages they printed or saved. If somebody may be recognised, tell them and "
            "your data protection lead now.",
            *(["Those who share this log have it so once circle sync has sent it to them."] if others else []),
        )
    )
