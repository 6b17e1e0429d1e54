"""`circle review --lists`: a second person reads and approves what a log adds to the lists of the check."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from circle_cli.commands.door.review import reader_of
from circle_cli.commands.door.signing import key_of_reader
from circle_cli.commands.drafts.committer import WHO_READS, name_committer, need_git, tell_kept
from circle_cli.commands.drafts.one_prompt import ask
from circle_cli.commands.edge import Asked, is_plain, need_terminal, result, say, the_log
from circle_cli.commands.listed import refuse_names_in_lists
from circle_cli.commands.pace import pace
from circle_cli.errors import USAGE, CircleError, Place
from circle_cli.identifiers.lists import load_lists
from circle_cli.interview.script.prompts import Prompt, choice
from circle_cli.log.deciding import deciding
from circle_cli.log.durable import replace as replace_file
from circle_cli.log.folder import Log
from circle_cli.log.history import git, whose
from circle_cli.log.history.keys import sign
from circle_cli.log.history.past import has_as_it_is, who_changed
from circle_cli.log.history.whose import known_as
from circle_cli.log.intents import intended
from circle_cli.settings import load_settings
from circle_cli.share.hurrying import READ_IT, Hurried, once_more
from circle_cli.signing.lists import (
    LISTS_FOLDER,
    ListApproval,
    approval_path,
    digest,
    list_fault,
    read_approval,
    render_approval,
    statement,
    unread_lists,
)
from circle_cli.signing.readers import APPROVAL, load_readers
from circle_cli.system.no_links import content_if_there, content_of
from circle_cli.text import decode, text_of
from circle_cli.vocabulary import ReviewKind

APPROVE = choice(
    "approve-lists",
    "May these words stand in every text of this log without a question?",
    ("no", "No, leave them as they are"),
    ("yes", "Yes, I have read each of them: none tells who, where or when"),
    enter="leaves them as they are",
    left_open="Nothing is approved.",
    guarded=True,
)


def review_lists(asked: Asked, *, require_commit: bool) -> None:
    """Show the lists that nobody has approved as they stand, and sign them once this person says so."""
    log = the_log(asked)
    need_git()
    if whose.identity(log.root) is None:
        name_committer(log.root, WHO_READS, plain=is_plain(asked))
    reader_of(log)
    load_lists(log.root)  # what is malformed is said first
    unread = [(name, path) for name, path, _ in unread_lists(log.root, load_readers(log.root))]
    if not unread:
        say("No list of this log waits to be read.")
        return
    refuse_names_in_lists(log)
    kinds = [_kind_for(log, name, path) for name, path in unread]
    read = [text_of(path) for _, path in unread]
    hurried = pace()
    for (name, _), text in zip(unread, read, strict=True):
        result(f"{LISTS_FOLDER}/{name}")
        for line in text.split("\n"):
            if line.strip():
                result(f"    {line}")
    say("The identifier check asks about none of this, in any text of this log; people of a session it always finds.")
    need_terminal("a second person has to read them; there is no flag for that")
    if not all(ask(asked, prompt) in ("yes", *READ_IT) for prompt in prompts(read, hurried)):
        say("Nothing was approved.")
        return
    commit = _approve(log, unread, read, kinds)
    say(f"Approved: {len(unread)}. Thank you for reading with care.")
    tell_kept(log, commit, plain=is_plain(asked), required=require_commit)


def prompts(read: Sequence[str], hurried: Hurried) -> Iterator[Prompt]:
    """Give what is asked of these lists, one after another; whoever `hurried` over many words is asked once more."""
    yield APPROVE
    yield from once_more(read, hurried, enter="leaves them as they are", left_open="Nothing is approved.")


def _approve(
    log: Log, unread: Sequence[tuple[str, Path]], read: Sequence[str], kinds: Sequence[ReviewKind]
) -> git.Commit:
    with deciding(log.root):
        key = key_of_reader(log)
    places = [approval_path(log.root, name) for name, _ in unread]
    message = "Approve lists of the identifier check"
    with deciding(log.root), intended(log.root, places, message, log.tell, log.trust) as commit:
        for (name, path), text, kind, place in zip(unread, read, kinds, places, strict=True):
            if text_of(path) != text:
                raise CircleError("changed while you read it; nothing was approved", USAGE, where=Place(path))
            said = ListApproval(sha256=digest(text), review=kind)
            signature = sign(statement(name, text, said), APPROVAL, key)
            content = render_approval(name, replace(said, signature=signature)).encode()
            replace_file(place, content, content_if_there(place))
        return commit()


def _kind_for(log: Log, name: str, path: Path) -> ReviewKind:
    """Tell which kind of reading this is; whoever wrote into the list since it was approved is no second reader.

    Raises:
        CircleError: they wrote it and the log asks for a second person, or git does not say who did.
    """
    if load_settings(log.root).review is ReviewKind.SINGLE:
        return ReviewKind.SINGLE
    if not has_as_it_is(log.root, path, content_of(path)):
        do = "whoever wrote it commits it first, so that it is known who is somebody else"
        raise CircleError("it is not committed as it stands", USAGE, where=Place(path), do=do)
    approved, readers = read_approval(log.root, name), load_readers(log.root)

    def was_approved(content: bytes) -> bool:
        return list_fault(name, decode(content, str(path)), approved, readers) is None

    people = who_changed(log.root, path, was_approved)
    reader = known_as(log.root, [whose.by_address(log.root, reader_of(log))])
    if not people or reader & known_as(log.root, people):
        wrong = f"whoever wrote into {name} cannot approve it, so somebody else reads it"
        do = "Working alone? `review: single` in circle.yml lets you approve your own, and says so in the file"
        raise CircleError(wrong, USAGE, where=Place(path), do=do)
    return ReviewKind.SECOND
