"""`circle spark`: a line of what went well, kept at once."""

from collections.abc import Sequence

from circle_cli.commands.edge import Asked, as_typed, at_terminal, is_plain, say, tell_commit, today, where_it_goes
from circle_cli.commands.kinds import log_for_sessions
from circle_cli.commands.sparks.whose import signed_by, who_else_reads
from circle_cli.errors import USAGE, CircleError
from circle_cli.log.folder import Log
from circle_cli.log.saving import Saved
from circle_cli.log.sparks.keeping import keep_sparks
from circle_cli.sparks.file import on_one_line
from circle_cli.sparks.record import Spark

_ASK, _ABOUT = "What went well?", "One line, as it comes to mind."
_PRIVATE = "It is kept for you alone."


def spark(asked: Asked, words: Sequence[str]) -> None:
    """Keep what was said behind the command, each line of standard input (`-`), or a line that is asked for."""
    log = log_for_sessions(asked)
    said = _said(asked, log, words)
    if said is None:
        say("Nothing was kept.")
        return
    lines = [line for each in said if (line := on_one_line(each))]
    if not lines:
        raise CircleError("There are no words in it, so nothing was kept", USAGE, do='say it: circle spark "..."')
    if log.own:
        from circle_cli.log.start import start_log

        start_log(log.root, log.trust)
    day, by = today(), signed_by(log)
    saved = keep_sparks(log, [Spark(day=day, text=line, by=by) for line in lines])
    kept = "Kept" if len(lines) == 1 else f"Kept: {len(lines)} sparks"
    others = who_else_reads(log)
    say(f"{kept}, in {saved.path}.{f' {others}' if others else ''}")
    _tell_commit(asked, log, saved)


def _tell_commit(asked: Asked, log: Log, saved: Saved) -> None:
    """Say why the history has not got it; at a terminal, ask for what is missing, such as a name."""
    if saved.commit.done or not at_terminal():
        tell_commit(saved.commit, required=False)
        return
    from circle_cli.commands.drafts.committer import tell_kept

    tell_kept(log, saved.commit, plain=is_plain(asked), required=False)


def _said(asked: Asked, log: Log, words: Sequence[str]) -> list[str] | None:
    """Give what is to be kept, a spark an entry; None where it was asked for, and nothing was said."""
    if list(words) == ["-"]:
        from circle_cli.commands.sources import read_source
        from circle_cli.text import decode

        return decode(read_source("-"), "standard input").splitlines()
    if words:
        return [as_typed(" ".join(words))]
    if not at_terminal():
        do = 'give the line itself, circle spark "...", or - for standard input'
        raise CircleError("There is no terminal to ask questions in", USAGE, do=do)
    from circle_cli.commands.drafts.one_prompt import ask
    from circle_cli.interview.script.prompts import line

    about = who_else_reads(log) or where_it_goes(log) or _PRIVATE
    typed = ask(asked, line("spark", _ASK, remark=(f"{_ABOUT} {about}",)))
    return None if typed is None else [typed]
