"""What Hypothesis invents, and how much: as many examples as a test asks for, or between two edits a share of them."""

from hypothesis import settings

HUNDRED = settings.get_profile("default").max_examples


def examples(number: int) -> int:
    """Give this many with the profile of the whole suite; with the quick one, as many in a hundred as it has."""
    return max(1, number * settings.default.max_examples // HUNDRED)


def with_words(text: str) -> str:
    """Put a word to a text that has none. To leave such a text out would cost the whole example that it is in."""
    return text if text.strip() else f"{text}x"
