"""From a session's record to the answers that it holds; `compose` goes the other way. Pure."""

from circle_cli.interview.composing.during import PARTS
from circle_cli.interview.composing.together import PARTS_OF_TWO, PARTS_TOGETHER
from circle_cli.session.record import Session
from circle_cli.vocabulary import Mode


def decompose(session: Session) -> dict[str, str | None]:
    """Give the answers that a session holds; what it does not hold has no key and can be asked."""
    parts = (*PARTS, *(PARTS_OF_TWO if session.mode is Mode.INDIVIDUAL else PARTS_TOGETHER))
    return {key: text for part in parts for key, text in part.decompose(session).items()}
