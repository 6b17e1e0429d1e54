"""The ways to use the circle, as the page's script knows them: alone, one to one, or the kind of group."""

from circle_cli.interview.answers.people import ALONE, WITH_SOMEBODY
from circle_cli.vocabulary import Mode

TWO = WITH_SOMEBODY
"""One to one with somebody who asks."""

ONE_OR_TWO = f"{ALONE} {TWO}"
GROUPS = " ".join(mode for mode in Mode if mode is not Mode.INDIVIDUAL)
"""Those in which several people take part."""
