"""The settings of a learning log, in its circle.yml; all of them are optional."""

from dataclasses import dataclass
from enum import StrEnum

from circle_cli.errors import CircleError
from circle_cli.fields import Fields
from circle_cli.front_matter import decode, read
from circle_cli.log.folder import MARK, Log


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


def load_settings(log: Log) -> Settings:
    """Read a log's settings.

    Raises:
        CircleError: a key or value is not known; file and line are named. Nothing is guessed.
    """
    path = log.root / MARK
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise CircleError(f"{path}: could not be read: {error.strerror}; check its permissions") from error
    keys = Fields(read(decode(content, str(path)), str(path)))
    settings = Settings(review=keys.optional_one_of("review", Review) or Review.SECOND)
    keys.nothing_more()
    return settings
