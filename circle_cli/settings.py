"""The settings of a learning log, in its circle.yml; all of them are optional.

The commands read them, and so does the site: also where plain `mkdocs build` makes it.
"""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from circle_cli.errors import CircleError
from circle_cli.fields import Fields
from circle_cli.front_matter import decode, read
from circle_cli.ids import MARK

LEAST = 5
"""Of how many learning points a site says that they have something in common: a smaller group may point to somebody."""

_NO_GROUP = 2
"""One or two are no group: no setting makes them one."""


class Review(StrEnum):
    """Who approves what is to be shared."""

    SECOND = "second"
    """Somebody other than the author."""

    SINGLE = "single"
    """Anybody: for somebody who works alone. The site says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What circle.yml says; what it leaves out is as here."""

    review: Review = Review.SECOND
    smallest_group: int = LEAST


def load_settings(log_root: Path) -> Settings:
    """Read a log's settings.

    Raises:
        CircleError: a key or value is not known; file and line are named. Nothing is guessed.
    """
    path = log_root / MARK
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise CircleError(f"{path}: could not be read: {error.strerror}; check its permissions") from error
    keys = Fields(read(decode(content, str(path)), str(path)))
    settings = Settings(
        review=keys.optional_one_of("review", Review) or Review.SECOND,
        smallest_group=keys.number("smallest-group", _NO_GROUP + 1, 1000) if "smallest-group" in keys.left else LEAST,
    )
    keys.nothing_more()
    return settings
