"""`circle erase`: a session is taken out of the log, its history and its drafts; told plainly, and confirmed."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from circle_cli.commands.drafts.committer import offer_to_unlock
from circle_cli.commands.drafts.one_prompt import ask, certain
from circle_cli.commands.edge import Asked, as_typed, at_terminal, is_plain, need_terminal, result, say, the_log
from circle_cli.commands.erasing.backups import half_erased
from circle_cli.commands.erasing.doomed import Doomed, cast_of, is_revised, look
from circle_cli.commands.erasing.erase_told import TO_COPY, explained, still_to_do, told_afterwards
from circle_cli.commands.erasing.names_kept import remember_erased
from circle_cli.commands.erasing.spark import as_a_session, spark_meant
from circle_cli.commands.erasing.spark import explained as of_spark
from circle_cli.errors import PERMISSION, USAGE, CircleError, Place
from circle_cli.interview.script.prompts import Misread, Prompt, line
from circle_cli.log.debris import removed
from circle_cli.log.deciding import deciding
from circle_cli.log.erasing.afterwards import Told, backups_holding, still_holding, told_by_backups
from circle_cli.log.erasing.begun import begun
from circle_cli.log.erasing.clearing import forget
from circle_cli.log.erasing.erasing import erase_from
from circle_cli.log.erasing.finding.leftovers import Search
from circle_cli.log.erasing.finding.sparked import take_out
from circle_cli.log.erasing.refusing import locks_in, repository_of
from circle_cli.log.folder import Log
from circle_cli.log.history.repository import find_repository
from circle_cli.log.index.forgetting import forget_all
from circle_cli.log.sparks.finding import FoundSpark
from circle_cli.session.spelling import folded


@dataclass(frozen=True, slots=True, kw_only=True)
class _Left:
    """What holds something of the session afterwards: backups, and what could not be removed."""

    backups: tuple[Path, ...]
    places: tuple[Path, ...]


def erase(asked: Asked, short: str | None, *, confirm: str | None) -> None:
    """Erase a session for good, once its id has been typed; without one, finish what was interrupted."""
    log = the_log(asked)
    undone = half_erased(log)
    if short is None:
        if not undone:
            raise CircleError("Nothing was left half erased", USAGE, do="name a session: circle erase ID")
        for session_id in undone:
            finish(asked, session_id)
        return
    _offer_to_unlock(asked, log)
    forget_all(log.root)
    if spark := spark_meant(log, as_typed(short)):
        _erase_spark(asked, log, spark, confirm)
        return
    doomed = look(log, short, undone)
    if confirm is None:
        need_terminal(f"--confirm {doomed.id} erases it without asking")
    elif confirm.strip() != doomed.id:
        raise CircleError(f"--confirm {confirm}: not its id, which is {doomed.id}; nothing was erased", USAGE)
    for text in explained(doomed):
        say(text)
    if confirm is None and ask(asked, confirmation(doomed.id)) is None:
        say("Nothing was erased.")
        return
    _erased(doomed)


def _erase_spark(asked: Asked, log: Log, found: FoundSpark, confirm: str | None) -> None:
    """Erase a spark by itself, once somebody has said so, or given its words again."""
    repository_of(log.root)  # what stands in the way is said before anything is marked
    if confirm is None:
        need_terminal("--confirm and its words, or its file and line as you gave them, erases it without asking")
    elif folded(confirm) not in (folded(found.spark.text), f"sparks/{found.path.name}:{found.line}"):
        raise CircleError(f"--confirm {confirm}: not the words of this spark; nothing was erased", USAGE)
    for text in of_spark(found):
        say(text)
    certainly = ("Erase this spark?", "Yes, erase it for good", "No, leave it as it is")
    if confirm is None and not certain(asked, *certainly):
        say("Nothing was erased.")
        return
    _erased(look(log, as_a_session(log, found), ()))


def finish(asked: Asked, session_id: str) -> None:
    """Finish what was confirmed, and interrupted."""
    say(f"Erasing {session_id} was interrupted; it is finished now.")
    log = the_log(asked)
    _offer_to_unlock(asked, log)
    _erased(look(log, session_id, (session_id,)))


def _offer_to_unlock(asked: Asked, log: Log) -> None:
    """Offer to take away what gits that were stopped have left; what stays is in the way, and is named."""
    repository = find_repository(log.root.resolve())
    if repository is None or not at_terminal():
        return
    for path in locks_in(repository.folder):
        if path.name != "gc.pid" and not offer_to_unlock(repository.top, path, plain=is_plain(asked)):
            return


def confirmation(session_id: str) -> Prompt:
    """Ask for the whole id of what is to be erased."""

    def exactly(typed: str) -> str:
        if typed != session_id:
            raise Misread(f"That is not {session_id}. Type the whole id, or Enter alone to leave all as it is.")
        return typed

    asked = line("erase", "To erase it, type its id", reading=exactly, remark=("Enter alone leaves all as it is.",))
    return replace(asked, guarded=True, left_open="All stays as it is.")


def _erased(doomed: Doomed) -> None:
    left = _erase(doomed)
    for text in (*told_afterwards(doomed, left.places), *still_to_do(doomed, backups=bool(left.backups))):
        say(text, whole=text.startswith(TO_COPY))
    for backup in left.backups:
        result(str(backup))


def _refuse_approved(proposals: Iterable[Path]) -> None:
    """Refuse where somebody approved a learning point of it after it was said that nobody had.

    Raises:
        CircleError: so; nothing was erased.
    """
    for path in proposals:
        with suppress(OSError):
            public = path.parents[1] / "guidance" / "learning-points" / path.name
            if public.is_file() and not is_revised(path.parents[1], path.stem):
                wrong = f"somebody approved {path.stem} meanwhile, and everybody may read it; nothing was erased"
                raise CircleError(wrong, USAGE, where=Place(path), do=f"first: circle withdraw {path.stem}")


def _erase(doomed: Doomed) -> _Left:
    """Do it; the session's own files go last, so that whatever is interrupted can be done again."""
    with deciding(doomed.root), begun(doomed.backup_folder, doomed.root, doomed.id) as doing:
        _refuse_approved(doomed.proposals)
        earlier = told_by_backups(doomed.backup_folder, doomed.id, doing.folder) if doomed.undone else Told()
        words = doomed.words | earlier.words
        if doomed.repository and doomed.backup:
            erase_from(doomed.repository, doomed.id, doomed.traces, words, doomed.backup, doing)
        doing.changed = True
        log, people = Log(root=doomed.root, tell=say), (*doomed.cast, *cast_of(earlier.versions))
        if by_spark := bool(words.sparked.sparks):  # who is named in it is lost with its line
            remember_erased(log, people)
        take_out(doomed.sparked, words.sparked)
        if doomed.repository:
            forget(doomed.repository, doomed.traces, words, doomed.id)
        refused = removed(doomed.leftovers, doomed.id)
        search = Search(session_id=doomed.id, words=words, but=frozenset((*doomed.proposals, *doomed.files)))
        places = dict.fromkeys((*refused, *still_holding(doomed.root, doomed.repository, search, doing.folder)))
        if not by_spark:
            remember_erased(log, people)
        if own := removed((*doomed.proposals, *doomed.files), doomed.id):
            raise CircleError("could not be deleted", PERMISSION, where=Place(own[0]), do="delete it by hand")
        forget_all(doomed.root)  # last: somebody may have listed the log meanwhile
        backups = tuple(backups_holding(doomed.backup_folder, search, doing.folder))
        return _Left(backups=backups, places=tuple(places))
