"""`circle tried`: somebody used a learning point. How it went shows others that learning travels."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from circle_cli.commands.door.signing import own_keys, own_public_keys
from circle_cli.commands.door.trying.by_email import Taken, refuse_again, refuse_another, take_in
from circle_cli.commands.door.trying.known import all_reported, known_to, refuse_own, refuse_twice
from circle_cli.commands.door.trying.meant import Meant, meant, which_wording
from circle_cli.commands.drafts.committer import name_committer, need_git, tell_kept, who_is_here
from circle_cli.commands.drafts.one_prompt import ask
from circle_cli.commands.edge import Asked, as_typed, at_terminal, is_plain, need_terminal, pick, say, today
from circle_cli.commands.kinds import log_for_sessions
from circle_cli.errors import USAGE, CircleError
from circle_cli.ids import new_point_id
from circle_cli.interview.script.prompts import Misread, Prompt, choice, line
from circle_cli.log.deciding import deciding
from circle_cli.log.durable import create
from circle_cli.log.folder import Log
from circle_cli.log.history import git, whose
from circle_cli.log.history.elsewhere import places
from circle_cli.log.history.keys import Key, sign
from circle_cli.log.intents import intended
from circle_cli.log.points import point_files, report_files
from circle_cli.points.elsewhere import may_be_of_base
from circle_cli.points.notices import is_withdrawn
from circle_cli.points.record import LONGEST_REPORT, Report
from circle_cli.points.report import parse_report, render_report
from circle_cli.share.proposal import State
from circle_cli.share.reporting import REPORT, Reported, path_of, render_reported, reported_files, told
from circle_cli.system.no_links import inside
from circle_cli.vocabulary import Outcome

if TYPE_CHECKING:
    from circle_cli.share.release.unfit import Known

WHO_TELLS = "Each person's report counts once, and people are told apart by their addresses; nobody else reads them."
_WORDS = "words"
HOW = choice(
    "outcome",
    "How did it go?",
    (Outcome.WORKED, "It worked"),
    (Outcome.PARTLY, "It worked in part"),
    (Outcome.NOT, "It did not work here"),
    (_WORDS, "I would like to suggest better words for it"),
    remark=("Each of these helps whoever tries it next.",),
    enter="adds nothing",
)


def propose_report(
    asked: Asked,
    short: str,
    *,
    outcome: Outcome | None,
    differed: str | None,
    require_commit: bool,
    wording: int | None = None,
    suggest: str | None = None,
    source: str | None = None,
) -> None:
    """Propose a report: how it went, the year, and what differed in a few words. A second person reads it next.

    Or words that would say it better: `suggest`. Both may come in an e-mail, from `source`.
    """
    log = log_for_sessions(asked)
    given = given_by(outcome, differed, suggest, source)
    point = given.meant(log, short, wording)
    author = _author(asked, log)
    keys = own_keys()
    begun = begun_on(log, point)
    if not given.taken and not given.suggests:
        _refuse(log, begun, author, keys)
    known = known_to(log)
    report = report_of(asked, point, begun, given, known)
    if report is None:
        say("Nothing was added.")
        return
    words = report.differed
    with deciding(log.root):
        if given.taken:
            from circle_cli.share.reviewing_reports import in_words

            say(f"Understood: {in_words(report)}")
            refuse_again(given.taken, report, (each for _, each in all_reported(log)))
        elif report.outcome:
            _refuse(log, report, author, keys)
        commit = _saved(log, report, author, keys[0], given.taken.digest if given.taken else None)
    _warn(words, known)
    say(f"{thanks(report.outcome)}\n{_next(log, report)}")
    tell_kept(log, commit, plain=is_plain(asked), required=require_commit)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What was said beforehand: on the command line, or in an e-mail. `words` are what differed, or better words."""

    outcome: Outcome | None = None
    words: str | None = None
    suggests: bool = False
    taken: Taken | None = None

    def meant(self, log: Log, short: str, wording: int | None) -> Meant:
        """Find the learning point that was named; an e-mail has to be about it, and says in which wording."""
        if self.taken is None:
            return meant(log, short, wording)
        refuse_another(self.taken, meant(log, short, None))
        return meant(log, short, wording or self.taken.answer.revision)


def given_by(outcome: Outcome | None, differed: str | None, suggest: str | None, source: str | None) -> Given:
    """Gather what was said beforehand; what is said beside an e-mail goes before what stands in it.

    Raises:
        CircleError: two things were said that go alone; or the e-mail is none that a page began.
    """
    if suggest is not None and (outcome or differed is not None or source is not None):
        wrong = "--suggest goes alone: it says nothing of how it went"
        raise CircleError(wrong, USAGE, do="tell that with another `circle tried`")
    if source is None:
        words = suggest if suggest is not None else differed
        return Given(outcome=outcome, words=words and as_typed(words), suggests=suggest is not None)
    taken = take_in(source)
    words = taken.answer.words if differed is None else as_typed(differed)
    return Given(outcome=outcome or taken.answer.outcome, words=words, suggests=taken.suggests, taken=taken)


def report_of(
    asked: Asked, point: Meant, begun: Report, given: Given, known: Callable[[str], "Known"]
) -> Report | None:  # fmt: skip
    """Ask for what is not said yet; None where how it went is left out, or no better words are given.

    Raises:
        CircleError: words that may not be told; or something has to be asked, and there is no terminal.
    """
    how: str | None = _WORDS if given.suggests else given.outcome
    if how is None:
        need_terminal("say how it went: --outcome worked, partly or not")
        say(f"“{point.title}”")
        how = ask(asked, HOW)
        if how is None:
            return None
    outcome = None if how == _WORDS else Outcome(how)
    revision = point.revision
    if revision is None:
        revision = int((ask(asked, which_wording()) if at_terminal() else None) or 1)
    words = _words(asked, given, what_differed if outcome else what_instead, known)
    if not outcome and not words:
        need_terminal("say which words: --suggest TEXT")
        return None
    year = given.taken.year if given.taken else begun.year
    report = replace(begun, revision=revision, outcome=outcome, differed=words or None, year=year)
    parse_report(render_report(report), report.id, report.id)  # refuses what nobody could see
    return report


def _words(
    asked: Asked, given: Given, prompt: Callable[[Callable[[str], str]], Prompt], known: Callable[[str], "Known"]
) -> str:  # fmt: skip
    """Give the words that were said, or ask for them; what may not stand in an e-mail is put to whoever takes it in.

    Raises:
        CircleError: they may not be told, and nobody can be asked for others.
    """
    put = prompt(lambda typed: accepted(typed, known))
    if given.words is None or (given.suggests and not given.words):
        return (ask(asked, put) or "") if at_terminal() else ""
    try:
        return accepted(given.words, known) if given.words else ""
    except CircleError as error:
        if given.taken is None or not at_terminal():
            raise
        say(f"The e-mail says: “{given.words}”\n{error}")
        return ask(asked, put) or ""


def _author(asked: Asked, log: Log) -> str:
    need_git()
    known = whose.identity(log.root)
    if known is not None:
        return known
    name_committer(log.root, WHO_TELLS, plain=is_plain(asked))
    return who_is_here(log, "each person's report counts once")


def _refuse(log: Log, report: Report, author: str, keys: tuple[Key, ...]) -> None:
    public = {*own_public_keys(), *(key.public for key in keys)}
    refuse_own(log, report.point, author, public)
    refuse_twice(log, report, author, public)


def begun_on(log: Log, point: Meant) -> Report:
    """Begin a report, of which nothing is known yet but what it speaks of."""
    return Report(id=_new_id(log), point=point.id, revision=point.revision or 1, outcome=Outcome.NOT, year=today().year)


def _new_id(log: Log) -> str:
    taken = {path.stem for path in (*point_files(log), *report_files(log), *reported_files(log.root))}
    while (made := new_point_id(pick)) in taken or is_withdrawn(log.root / "guidance", made):
        pass
    return made


def _saved(log: Log, report: Report, author: str, key: Key, letter: str | None) -> git.Commit:
    place = inside(log.root, path_of(log.root, report.id))
    proposed = today()
    signature = sign(told(report, author, proposed, letter), REPORT, key)
    reported = Reported(
        report=report, state=State.PROPOSED, author=author, proposed=proposed, signature=signature, letter=letter
    )
    with intended(log.root, [place], f"Report on learning point {report.point}", log.tell, log.trust) as commit:
        create(place, render_reported(reported).encode("utf-8"))
        return commit()


def what_differed(accept: Callable[[str], str]) -> Prompt:
    """Ask what differed, in words that `accept` takes."""

    def reading(typed: str) -> str:
        try:
            return accept(typed)
        except CircleError as error:
            raise Misread(str(error)) from error

    return line(
        "differed",
        "What differed where you tried it?",
        remark=(
            "A few words that help the next one, such as: by phone, with older adults, it took longer.",
            f"Nobody's name, no place, no date. At most {LONGEST_REPORT} characters; Enter alone leaves it out.",
        ),
        reading=reading,
    )


def what_instead(accept: Callable[[str], str]) -> Prompt:
    """Ask for better words, which `accept` takes."""
    remark = (
        "A sentence or two: which words, and what you would say instead. They stand below its text once they are read.",
        f"Nobody's name, no place, no date. At most {LONGEST_REPORT} characters; Enter alone leaves it.",
    )
    return replace(what_differed(accept), key="suggests", ask="Which words could be better?", remark=remark)


def accepted(typed: str, known: Callable[[str], "Known"]) -> str:
    """Give the words on one line; `known` gives what the log knows that may be in them.

    Raises:
        CircleError: there are too many, or some of them might tell who, where or when.
    """
    text = " ".join(typed.split())
    if len(text) > LONGEST_REPORT:
        raise CircleError(f"That has {len(text)} characters", USAGE, do=f"please say it in {LONGEST_REPORT}")
    if not text:
        return text
    from circle_cli.share.release.unfit import findings_in, unfit

    known_here = known(text)
    if findings := findings_in(text, known_here):
        lines = [f"- “{text[each.start : each.end]}” {each.reason}. Instead: {each.suggestion}" for each in findings]
        raise CircleError("Everyone may read this, so please say it in other words:\n…", words="\n".join(lines))
    if unfit(text, known_here):
        wrong = "Everyone may read this, and somebody in a session of this log goes by a name that stands in it"
        raise CircleError(wrong, do="please say it in other words")
    return text


def _warn(words: str | None, known: Callable[[str], "Known"]) -> None:
    """Say what the reader will be shown beside the words."""
    if words:
        from circle_cli.share.release.unfit import warnings_in

        for warning in warnings_in(words, known(words)):
            say(f"The reader will be shown, too: {warning}")


def thanks(outcome: Outcome | None) -> str:
    """Thank for a report, whatever it says."""
    return {
        None: "Thank you: words that say it better help everybody who reads it.",
        Outcome.WORKED: "Thank you: it worked for somebody else too. That is how learning travels.",
        Outcome.PARTLY: "Thank you: what worked in part tells the next one where to take care.",
        Outcome.NOT: "Thank you: knowing where it does not fit is as useful as knowing where it does.",
    }[outcome]


def _next(log: Log, report: Report) -> str:
    on = "\nThen `circle publish` takes it to the base." if may_be_of_base(log.root / "guidance", report.point) else ""
    sent = "\n`circle sync` sends it to them." if places(log.root) else ""
    return (
        "It is proposed, and nothing is published yet. A second person reads it next, in this log, under "
        f"their own name: circle review {report.id}{sent}{on}"
    )
