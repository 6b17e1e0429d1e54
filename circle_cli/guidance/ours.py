"""What is ours and not the guide's carries a sign, wherever it stands; `guidance/sources.md` explains it."""

SIGN = "(ours)"
"""Stands behind a line, a sentence or a heading: short, and words, so that a screen reader says it too."""

MEANS = f"{SIGN}: added by this tool; the original guide does not have it."


def ours(text: str) -> str:
    """Mark a text as ours."""
    return f"{text} {SIGN}"


def unmarked(text: str) -> str:
    """Give a text without the sign."""
    return text.replace(f" {SIGN}", "")


def explained(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Give lines, and what the sign means where one of them has it."""
    return (*lines, MEANS) if any(SIGN in line for line in lines) else lines
