"""`circle withdraw` of a report from trying a learning point: a notice stays, its words go."""

import os
from contextlib import suppress
from pathlib import Path

from circle_cli.commands.drafts.committer import tell_kept
from circle_cli.commands.drafts.one_prompt import ask
from circle_cli.commands.edge import Asked, is_plain, need_terminal, say, the_log, today
from circle_cli.errors import USAGE, CircleError
from circle_cli.interview.script.prompts import Prompt
from circle_cli.log.deciding import deciding
from circle_cli.log.durable import create, remove
from circle_cli.log.folder import Log
from circle_cli.log.history import git
from circle_cli.log.intents import intended
from circle_cli.log.points import point_files, report_files
from circle_cli.points.notices import is_withdrawn, notice_of, render_notice
from circle_cli.points.record import Withdrawn
from circle_cli.points.report import place_of
from circle_cli.system.no_links import content_of, inside
from circle_cli.vocabulary import Was

_EXPLAINED = (
    "Withdraw the report {name} from trying the learning point? Its words are taken out of the folder, and a short "
    "notice stays, so that no older copy brings it back. Whoever has read it has read it; this cannot undo that."
)


def report_meant(log: Log, short: str) -> Path | None:
    """Find the report whose id is `short` or begins with it, where no learning point's does; one withdrawn before, too.

    Raises:
        CircleError: it could be several.
    """
    wanted = short.strip().lower()
    if not wanted or any(path.stem.startswith(wanted) for path in point_files(log)):
        return None
    found = [path for path in report_files(log) if path.stem.startswith(wanted)]
    if len(found) > 1:
        wrong = f"{short}: could be any of {len(found)} reports"
        raise CircleError(wrong, USAGE, do="give a little more of the id")
    return found[0] if found else None


def withdraw_report(asked: Asked, path: Path, really: Prompt, *, yes: bool, require_commit: bool) -> Path | None:
    """Withdraw a report, and give its file; it need not be readable; of one withdrawn before, nothing is asked."""
    log = the_log(asked)
    again = is_withdrawn(log.root / "guidance", path.stem)
    if not again and not yes:
        need_terminal(f"circle withdraw {path.stem} --yes takes it back without asking")
        say(_EXPLAINED.format(name=path.stem))
        if ask(asked, really) != "yes":
            say("Nothing was changed: others can read it as before.")
            return None
    with deciding(log.root):
        commit = _taken_out(log, path)
    say(
        f"Withdrawn{' already' if again else ''}: {path.stem}\nThe site shows it until you build it anew, and the "
        "history of this log keeps it. If somebody may be recognised, tell them and your data protection lead now."
    )
    tell_kept(log, commit, plain=is_plain(asked), required=require_commit)
    return path


def _taken_out(log: Log, path: Path) -> git.Commit:
    guidance = log.root / "guidance"
    public, place = inside(log.root, place_of(guidance, path.stem)), inside(log.root, notice_of(guidance, path.stem))
    notice = Withdrawn(id=path.stem, year=today().year, was=Was.REPORT)
    with intended(log.root, [public, place], f"Withdraw report {path.stem}", log.tell, log.trust) as commit:
        with suppress(FileExistsError):  # it was withdrawn before, and its words came back
            create(place, render_notice(notice).encode("utf-8"))
            place.chmod(0o644)
        if os.path.lexists(public):
            remove(public, content_of(public))
        return commit()
