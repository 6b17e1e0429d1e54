"""Numbers as words, as pieces of patterns for the flat text: "nine", "forty-two", "a hundred and one"."""

from circle_cli.identifiers.grammar import either, phrases
from circle_cli.identifiers.shapes import shape

ONES, TENS = phrases("dates", "ones"), phrases("dates", "tens")
ORDINALS = phrases("dates", "ordinals")

_UP_TO_NINE = either(ONES[:9])
_TENS_AND_ONES = rf"{either(TENS)}(?:[- ]{_UP_TO_NINE})?"
BELOW_HUNDRED = either(_TENS_AND_ONES, reversed(ONES))
_HUNDREDS = rf"(?:an?|{_UP_TO_NINE})[- ](?:hundred|thousand)(?:(?:[- ](?:and|n))?[- ]{BELOW_HUNDRED})?"
IN_WORDS = either(_HUNDREDS, BELOW_HUNDRED)
"""Any number in words, the longest reading first."""

NUMBER = either(r"\d{1,3}", IN_WORDS)
FROM_TWO = either(r"\d{1,3}", _HUNDREDS, _TENS_AND_ONES, reversed(ONES[1:]))
FROM_THREE = either(r"(?:[3-9]|\d\d{1,2})", _HUNDREDS, _TENS_AND_ONES, reversed(ONES[2:]))
FROM_THIRTEEN = either(r"(?:1[3-9]|[2-9]\d|1\d\d)", _HUNDREDS, _TENS_AND_ONES, reversed(ONES[12:]))
FROM_FOURTH = either(r"(?:[4-9]|1\d)th", rf"(?:{either(TENS)}[- ])?{either(ORDINALS[3:])}")

ON_A_SCALE = shape(
    r"\bscal(?:e|ed|ing)\b|\bout of (?:10|ten)\b|\bscor(?:e|ed|es|ing)\b|\brat(?:ed|ing|es)\b|\bcaseloads?\b|\bpages?\b"
    r"|\bbetween (?:0|1"
    r"|zero|one) and\b"
)
"""Near it, a number up to ten says neither an hour nor an age."""
