"""An organisation's colours: whether words in them can be read, and what the site makes of them.

It gives one or two for each scheme; the drawings' lighter ones are mixed from these. Contrast is WCAG's: 4.5 is what
words need.
"""

import re
from dataclasses import dataclass
from typing import NamedTuple

from circle_cli.fields import Fields

LEAST = 4.5
"""The contrast that words need with what they stand on: WCAG 2.2, level AA."""

_EASY = 7
"""The contrast that a colour gets of which only its look on white is known: level AAA."""

_WRITTEN = re.compile(r"#?(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_TOLD = 'a colour such as "#4b286d", in quotation marks, since what follows a # is a remark otherwise'


class Colour(NamedTuple):
    """Red, green and blue, each from 0 to 255."""

    red: int
    green: int
    blue: int

    def __str__(self) -> str:
        return "#" + "".join(f"{part:02x}" for part in self)

    @property
    def light(self) -> float:
        """How light it looks: WCAG's relative luminance."""
        parts = (part / 255 for part in self)
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue


WHITE, BLACK = Colour(255, 255, 255), Colour(0, 0, 0)
NIGHT = Colour(30, 39, 41)
"""What a dark page is painted with: the theme's `slate`, with the hue that our style gives it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """The colours of one scheme: `main` for the bar, links and drawings, `accent` for what the pointer is on."""

    main: Colour | None = None
    accent: Colour | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """What circle.yml says of both schemes."""

    light: Scheme
    dark: Scheme


def contrast(one: Colour, other: Colour) -> float:
    """Give the contrast of two colours, from 1 to 21."""
    darker, lighter = sorted((one.light, other.light))
    return (lighter + 0.05) / (darker + 0.05)


def mixed(colour: Colour, ground: Colour, share: float) -> Colour:
    """Give so much of a colour on a ground."""
    red, green, blue = (round(part * share + under * (1 - share)) for part, under in zip(colour, ground, strict=True))
    return Colour(red, green, blue)


def lightened(colour: Colour, ground: Colour = NIGHT) -> Colour:
    """Mix white into a colour until words in it are easily read on a dark ground."""
    return next(each for share in range(11) if contrast(each := mixed(WHITE, colour, share / 10), ground) >= _EASY)


def read_colours(keys: Fields) -> Colours:
    """Read the colours of both schemes.

    Raises:
        CircleError: one of them is none, or words in it could not be read; the contrast is named.
    """
    light = keys.record("light", lambda inner: _scheme(inner, WHITE, "white", "darker")) or Scheme()
    dark = keys.record("dark", lambda inner: _scheme(inner, NIGHT, f"{NIGHT}, a dark page", "lighter")) or Scheme()
    keys.nothing_more()
    return Colours(light=light, dark=dark)


def _scheme(keys: Fields, ground: Colour, called: str, better: str) -> Scheme:
    found = Scheme(
        main=_colour(keys, "main", ground, called, better), accent=_colour(keys, "accent", ground, called, better)
    )
    keys.nothing_more()
    return found


def _colour(keys: Fields, key: str, ground: Colour, called: str, better: str) -> Colour | None:
    if key not in keys.left:
        return None
    written = keys.take(key)
    if not isinstance(written, str) or not _WRITTEN.fullmatch(written):
        raise keys.problem(key, "no colour that can be read", do=f"write {_TOLD}")
    colour = _read(written.lstrip("#"))
    ratio = contrast(colour, ground)
    if ratio < LEAST:
        wrong = f"{colour} on {called} has a contrast of {_told(ratio)} : 1, and words need {LEAST} : 1"
        raise keys.problem(key, wrong, do=f"choose a {better} one")
    return colour


def _read(digits: str) -> Colour:
    whole = digits if len(digits) == 6 else "".join(2 * digit for digit in digits)
    return Colour(*bytes.fromhex(whole))


def _told(ratio: float) -> str:
    """Say it with two digits behind the point, cut off: 4.499 must not read as enough."""
    return f"{int(ratio * 100) / 100:.2f}"
