"""All the answers that a session's file can have a part in. Pure."""

from circle_cli.interview.answers.after import AFTER
from circle_cli.interview.answers.answer import Declared
from circle_cli.interview.answers.before import BEFORE
from circle_cli.interview.answers.during import DURING
from circle_cli.interview.answers.people import WHO_TAKES_PART
from circle_cli.interview.answers.together import TOGETHER

KNOWN: tuple[Declared, ...] = (*BEFORE, *WHO_TAKES_PART, *DURING, *TOGETHER, *AFTER)
