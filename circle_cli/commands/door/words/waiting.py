"""Which of a log's own words wait for a second reader: whoever changed them last does not read them themselves."""

from collections.abc import Callable, Sequence
from pathlib import Path

from circle_cli.commands.said.words import all_words, text_beside
from circle_cli.errors import USAGE, CircleError, Place
from circle_cli.identifiers.lists import load_lists
from circle_cli.ids import MARK
from circle_cli.log.folder import Log
from circle_cli.log.history import whose
from circle_cli.log.history.past import has_as_it_is, who_changed
from circle_cli.log.history.whose import known_as
from circle_cli.own_words.approval import fault_of
from circle_cli.own_words.passages import OwnWords
from circle_cli.own_words.reading import SETTINGS
from circle_cli.own_words.site import OF_SITE
from circle_cli.settings import load_settings
from circle_cli.share.wording import unsettled_in
from circle_cli.signing.readers import load_readers
from circle_cli.system.no_links import content_of, is_there
from circle_cli.text import decode
from circle_cli.vocabulary import ReviewKind


def unread_words(log: Log) -> tuple[OwnWords, ...]:
    """Give what nobody has approved as it stands, or what the check asks about and no reader has explained.

    Raises:
        CircleError: a page or a setting is malformed, so that nobody can read it.
    """
    lists = load_lists(log.root)
    return tuple(each for each in all_words(log.root) if each.fault or unsettled_in(each, lists))


def for_reader(log: Log, words: Sequence[OwnWords], reader: str) -> list[OwnWords]:
    """Give what this person may read: all of it where the log says that one person is enough."""
    single = load_settings(log.root).review is ReviewKind.SINGLE
    return [each for each in words if single or why_not(log, each, reader) is None]


def for_others(log: Log, words: Sequence[OwnWords], reader: str) -> list[CircleError]:
    """Say of each that waits and is not for this person to read, why it is not, and who does."""
    if load_settings(log.root).review is ReviewKind.SINGLE:
        return []
    return [why for each in words if (why := why_not(log, each, reader))]


def why_not(log: Log, words: OwnWords, reader: str) -> CircleError | None:
    """Say why this person is no second reader of some words: they changed them, or nobody can tell who did."""
    known = known_as(log.root, [whose.by_address(log.root, reader)])
    for path in _files(log, words):
        if not has_as_it_is(log.root, path, content_of(path)):
            wrong = "not in git's history as it stands, so nobody can tell who changed it"
            do = "whoever did commits it; then somebody else reads it"
            return CircleError(wrong, USAGE, where=Place(path), do=do)
        people = who_changed(log.root, path, _was_settled(log, words))
        if not people or known & known_as(log.root, people):
            do = "somebody else reads it. Working alone? `review: single` in circle.yml lets you read your own"
            return CircleError("you changed it since it was last read", USAGE, where=Place(path), do=do)
    return None


def _was_settled(log: Log, words: OwnWords) -> Callable[[bytes], bool]:
    """Give how far back somebody counts as an author: to what was approved; of settings, to the change before the last.

    What else a team's settings say was written when the log began, and nobody could read them otherwise.
    """
    if words.name == SETTINGS:
        newest = iter((False,))
        return lambda _: next(newest, True)
    readers = load_readers(log.root)

    def was_read(content: bytes) -> bool:
        text = decode(content, words.name)
        said = text if words.on_site else text_beside(words, text)
        return fault_of(words.name, said, words.approval, readers) is None

    return was_read


def _files(log: Log, words: OwnWords) -> list[Path]:
    named = [log.root / MARK, log.root / OF_SITE] if words.name == SETTINGS else [words.path]
    return [path for path in named if is_there(path)]


def chosen_words(words: Sequence[OwnWords], name: str) -> OwnWords | None:
    """Find the words that somebody names: by the page's file, with or without its folder and ending."""
    wanted = name.strip().removeprefix("guidance/")
    return next((each for each in words if wanted in (each.called, each.called.rpartition(".")[0])), None)
