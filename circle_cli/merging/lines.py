"""Two versions of a file that is a list of lines, or a page, brought together. Pure."""

from circle_cli.text import brought_together


def merge_lists(base: str, one: str, other: str, *, for_ever: bool = False) -> str:
    """Give what either has added and neither has taken out, below the heading (`[always]`) under which it stands.

    What is `for_ever` nobody takes out.
    """
    before, first, second = (_by_heading(text) for text in (base, one, other))
    found: list[str] = []
    for heading in dict.fromkeys((*first, *second)):
        was, mine, theirs = (each.get(heading, []) for each in (before, first, second))
        gone = set() if for_ever else {line for line in was if line not in mine or line not in theirs}
        lines = [line for line in mine if line not in gone or not line.strip()]
        found += [*([heading] if heading else []), *lines, *(line for line in theirs if line not in {*gone, *mine})]
    return "".join(f"{line}\n" for line in found)


def _by_heading(text: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {"": []}
    heading = ""
    for line in text.removesuffix("\n").split("\n") if text else []:
        if line.startswith("[") and line.rstrip().endswith("]"):
            heading = line.rstrip()
            found.setdefault(heading, [])
        else:
            found[heading].append(line)
    return found


def merge_page(base: str | None, one: str, other: str) -> str | None:
    """Give a page that holds both people's changes; None where they changed the same passage of it."""
    if base is None:
        return None
    text, twice = brought_together(one, other, base, ("", ""))
    return None if twice else text
