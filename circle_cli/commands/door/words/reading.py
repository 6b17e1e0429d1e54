"""Reading what is new in a log's own words, and approving it: a signature by the reader, kept under `approvals/`."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from circle_cli import __version__
from circle_cli.commands.casts import names_in_casts
from circle_cli.commands.door.signing import key_of_reader
from circle_cli.commands.door.words.waiting import why_not
from circle_cli.commands.drafts.committer import tell_kept
from circle_cli.commands.drafts.one_prompt import ask
from circle_cli.commands.edge import Asked, is_plain, need_terminal, say
from circle_cli.commands.pace import pace
from circle_cli.commands.said.words import all_words
from circle_cli.errors import CircleError, Place
from circle_cli.identifiers.lists import load_lists
from circle_cli.interview.script.prompts import Prompt, choice
from circle_cli.log.deciding import deciding
from circle_cli.log.durable import replace as replace_file
from circle_cli.log.folder import Log
from circle_cli.log.history.git import Commit
from circle_cli.log.history.keys import Key, sign
from circle_cli.log.intents import intended
from circle_cli.own_words.approval import approval_path, digest, render_approval, statement
from circle_cli.own_words.passages import OwnWords
from circle_cli.own_words.reading import unseen
from circle_cli.points.record import Approval
from circle_cli.settings import load_settings
from circle_cli.share.hurrying import READ_IT, Hurried, once_more
from circle_cli.share.release.sweep import names_in_words
from circle_cli.share.wording import Asked as AskedAbout
from circle_cli.share.wording import asked_about
from circle_cli.signing.readers import APPROVAL
from circle_cli.system.no_links import content_if_there
from circle_cli.vocabulary import CastCheck, ReviewKind

_LEFT = "Nothing was approved; the site does not show it until somebody has read it."
_LEFT_BESIDE = "Nothing was approved; it stays where it is, and `circle check` names it until somebody has read it."
_NOTHING_NEW = (
    "No line of it is new: something of ours was left out, or stands in another place, or a remark that no page shows "
    "was put in."
)
_GOES_ON = ("on", "no", *READ_IT, "approve")
DECISION = choice(
    "decision",
    "What shall become of it?",
    ("approve", "Approve it: everyone may read it, word for word as it stands"),
    ("leave", "Leave it unread, for now"),
    enter="leaves it unread",
    left_open=_LEFT,
    guarded=True,
)
KNOWN = choice(
    "known",
    "Could a relative, a neighbour, a colleague or a local reporter know from it who somebody is, or where, or when?",
    ("no", "No"),
    ("unsure", "I am not sure"),
    ("yes", "Yes"),
    enter="leaves it unread",
    left_open=_LEFT,
    guarded=True,
)


def review_words(asked: Asked, log: Log, words: OwnWords, reader: str, *, require_commit: bool) -> None:
    """Show what is new, ask what there is to ask, and sign.

    Raises:
        CircleError: this person is no second reader of it, or it holds what nobody can approve.
    """
    refuse_own(log, words, reader)
    need_terminal("a second person has to read it; there is no flag for that")
    found = tuple(asked_about(words, load_lists(log.root)))
    refuse_hopeless(log, words, found)
    left = _LEFT if words.on_site else _LEFT_BESIDE
    answers = (ask(asked, replace(prompt, left_open=left)) for prompt in prompts(words, found, pace()))
    if not all(answer in _GOES_ON for answer in answers):  # it ends with the first that is another
        say(left)
        return
    with deciding(log.root):
        key = key_of_reader(log)
    commit = approve_words(log, words, [each.words for each in found], reader, key)
    then = " `circle site` builds it into the site." if words.on_site else ""
    say(f"Approved: thank you for reading it with so much care.{then}")
    tell_kept(log, commit, plain=is_plain(asked), required=require_commit)


def prompts(words: OwnWords, found: Sequence[AskedAbout], hurried: Hurried) -> Iterator[Prompt]:
    """Give what is asked, one after another; whether somebody `hurried` is looked at when they have answered."""
    where = "" if words.on_site else ", where everyone may read it beside its pages"
    yield choice(
        "read",
        "This is what everyone would read",
        ("on", "I have read it, slowly"),
        remark=(
            f"{words.called}: what the log says here in its own words{where}. A + stands before what is new.",
            *shown(words),
        ),
        enter="leaves it unread",
        left_open=_LEFT,
        guarded=True,
    )
    if found:
        noted = dict.fromkeys(f"- “{each.words}” (line {each.place.line}) {each.reason}" for each in found)
        yield pointed_out(tuple(noted))
    yield KNOWN
    texts = (each.text for each in words.passages)
    yield from once_more(texts, hurried, enter="leaves it unread", left_open=_LEFT)
    yield DECISION


def pointed_out(notes: Sequence[str]) -> Prompt:
    """Ask whether any of what the check points out tells something."""
    return choice(
        "noted",
        "The check asks about these words",
        ("on", "None of them tells who somebody is, or where, or when"),
        ("some", "One of them does, or I am not sure"),
        remark=("They do not have to be wrong. Look at each, as somebody would who wants to find out.", *notes),
        enter="leaves it unread",
        left_open=_LEFT,
        guarded=True,
    )


def shown(words: OwnWords) -> Iterator[str]:
    """Give what is new, with its lines, among the lines around it; contacts and names at their own places too."""
    if not words.passages:
        yield _NOTHING_NEW
    for passage in words.passages:
        lines = passage.text.split("\n")
        yield ""
        for number, line in enumerate(lines):
            key = f"{passage.key}: " if passage.key and not number else ""
            yield f"{passage.line + number:5} {'+' if number in passage.new else ' '} {key}{line}"


def refuse_own(log: Log, words: OwnWords, reader: str) -> ReviewKind:
    """Refuse a reader who changed it themselves, unless the log says that one person is enough; gives which kind it is.

    Raises:
        CircleError: so.
    """
    own = why_not(log, words, reader)
    if own is None:
        return ReviewKind.SECOND
    if load_settings(log.root).review is ReviewKind.SINGLE:
        return ReviewKind.SINGLE
    raise own


def refuse_hopeless(log: Log, words: OwnWords, found: Sequence[AskedAbout]) -> None:
    """Refuse what nobody can approve: what nobody can see, what is an identifier wherever it stands, a cast's names.

    Of these the words are not said: a reader does not see the cast.

    Raises:
        CircleError: there is some; file and line are named.
    """
    for where, what in unseen(words):
        raise CircleError(what, where=where, do="whoever wrote it takes it out, or says it in plain words")
    for each in found:
        if not each.may_be_explained:
            do = "whoever wrote it takes it out; contacts have their place in `circle.yml`, under `contact`"
            raise CircleError(
                f"… {each.reason}, and nobody can approve that", where=each.place, do=do, words=each.words
            )
    for place in names_in_words([words], names_in_casts(log, load_lists(log.root))):
        wrong = "names somebody, or a place, of a private session; nobody can approve that"
        raise CircleError(wrong, where=place, do="whoever wrote it says it in other words")


def approve_words(log: Log, words: OwnWords, explained: Sequence[str], reader: str, key: Key) -> Commit:
    """Sign the words as they were read, if they still stand so, and keep that beside them.

    Raises:
        CircleError: they were changed meanwhile, or this person is no second reader of them any more.
    """
    with deciding(log.root):
        if not any(each.name == words.name and each.text == words.text for each in all_words(log.root)):
            wrong = "changed while you read it"
            raise CircleError(wrong, where=Place(words.path), do="please read it anew: circle review")
        approval = Approval(
            sha256=digest(words.text),
            review=refuse_own(log, words, reader),
            tool=__version__,
            lists=load_lists(log.root).version,
            cast=CastCheck.CHECKED,
            explained=tuple(dict.fromkeys(explained)),
        )
        signature = sign(statement(words.name, words.text, approval), APPROVAL, key)
        return _keep(log, words, replace(approval, signature=signature))


def _keep(log: Log, words: OwnWords, approval: Approval) -> Commit:
    path = approval_path(log.root, words.name)
    before = content_if_there(path)
    content = render_approval(words.name, approval).encode()
    with intended(log.root, [path], f"Approve {words.called}", log.tell, log.trust) as commit:
        replace_file(path, content, before)
        return commit()


def title_of(words: OwnWords) -> str:
    """Say what waits, in a line."""
    new = sum(len(each.new) for each in words.passages if each.belongs.is_to_be_read)
    where = "" if words.on_site else ", beside its pages"
    return f"{words.called}  {new} new line{'' if new == 1 else 's'} in the log's own words{where}"
