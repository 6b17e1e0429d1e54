"""Words that nobody typed before, so that they can be looked for in what came of two people's versions of a log."""

import re
from collections.abc import Mapping, Sequence

TYPED = re.compile(r"typed[0-9]+q")
_REPORT = re.compile(r"(?:guidance|proposals)/reports/(\w+)\.md")
_NOTICE = re.compile(r"guidance/withdrawn/(\w+)\.md")

Files = Mapping[str, bytes]
"""What stands in a log's files, by their paths."""


def words_of(files: Files) -> dict[str, set[str]]:
    """Give the words that somebody typed, with the files in which each stands; a report's id is one of them.

    What a report says is in few words that all know, so that no other tells it from the next.
    """
    found: dict[str, set[str]] = {}
    for name, content in files.items():
        for word in (*TYPED.findall(f"{name}\n{content.decode('utf-8', 'replace')}"), *_REPORT.findall(name)):
            found.setdefault(word, set()).add(name)
    return found


def lost(before: Files, sides: Sequence[Files], after: Files) -> set[str]:
    """Name the words that are not there any more, though no one has taken them out.

    What both had, or one has written, has to be there; but for what was said of a learning point that was taken back.
    """
    was, one, other, now = (words_of(each) for each in (before, *sides, after))
    wanted = {word for word in {*one, *other} if word not in was or (word in one and word in other)}
    back = {found[1] for name in after if (found := _NOTICE.fullmatch(name))}
    of_these = {f"guidance/{folder}/{name}.md" for folder in ("learning-points", "reports") for name in back}
    return {word for word in wanted - {*now} if not one.get(word, set()) | other.get(word, set()) <= of_these}
