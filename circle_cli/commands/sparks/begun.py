"""A session that begins with a spark: its first words, and the mark that the spark gets."""

from collections.abc import Mapping

from circle_cli.commands.edge import say, tell_commit
from circle_cli.errors import CircleError
from circle_cli.guidance.records import Guidance
from circle_cli.interview.answers.during import SECTION, section
from circle_cli.interview.draft.lines import DraftHead
from circle_cli.log.folder import Log
from circle_cli.log.sparks.finding import FoundSpark
from circle_cli.log.sparks.keeping import mark_begun


def first_words_of(guidance: Guidance, text: str, *, quick: bool) -> Mapping[str, str]:
    """Give a spark's words under the key of what is asked first: the situation, or the quick way's first question."""
    asked = next((each.id for each in guidance.asked if each.quick), "") if quick else ""
    return {section(asked).key if asked else SECTION["situation"].key: text}


def first_words(head: DraftHead) -> str:
    """Give the words with which a new session was begun; nothing where it began with none."""
    return next((head.start.get(key) or "" for key in head.anew), "") if head.deepens is None else ""


def begun_with(log: Log, spark: FoundSpark, session_id: str) -> None:
    """Mark the spark; whatever stands in the way of that, the session goes on."""
    try:
        saved = mark_begun(log, spark, session_id)
    except CircleError as error:
        say(str(error))
        return
    if saved:
        tell_commit(saved.commit, required=False)
