"""Has Pagefind make an index of the learning points' words, where they are too many for the theme's own search.

That search has every visitor fetch all words of the site before the first one is found. Pagefind's index is fetched
piece by piece. It is an optional extra; the program is taken from our own environment, never from PATH.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from circle_cli.errors import CircleError

MOST_WITHOUT_INDEX = 1500
"""Learning points up to which the theme's own search opens soon enough."""

INDEX_FOLDER = "pagefind"
LIMIT = 300
"""Seconds that it may take; 10,000 learning points take ten."""

RunProgram = Callable[[Sequence[str], Path, float], str]
"""Runs a program in a folder, for at most so many seconds; gives what went wrong, nothing where all went well."""

_SETTINGS = ("--silent", "--force-language", "en", "--exclude-selectors", "h2, .facts, .ladder, .origin")
"""What every learning point's page says in the same words is left out."""

_BLANK = '<!doctype html><html lang="en"><body data-pagefind-body>words</body></html>'
_PROGRAM = frozenset(("pagefind.js", "pagefind-worker.js", "wasm.en.pagefind", "wasm.unknown.pagefind"))
_UNUSED = re.compile(r"pagefind-(ui|modular-ui|component-ui|highlight)\.(js|css)")
_WRITTEN = re.compile(
    r"pagefind-entry\.json|pagefind\.en_[0-9a-f]+\.pf_meta|(fragment|index|filter)/en_[0-9a-f]+\.pf_\1"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WordIndex:
    """How the words of learning points are indexed: with which program (None: it is not installed), above how many."""

    program: Path | None
    run: RunProgram
    most: int = MOST_WITHOUT_INDEX


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """The files of an index: those that were made of the site's pages, and where those of the program come from."""

    made: frozenset[str] = frozenset()
    of_program: Mapping[str, Path] = field(default_factory=dict)


def find_program() -> Path | None:
    """Find Pagefind where `circle` is installed; None if the extra is not."""
    try:
        from pagefind_bin import get_executable

        return Path(get_executable())
    except (ImportError, FileNotFoundError):
        return None


def choose_search(count: int, most: int, *, installed: bool) -> tuple[bool, str]:
    """Choose whether learning points get an index of their own; gives the sentence to be said about it, if any."""
    if count <= most:
        return False, ""
    if not installed:
        return False, (
            f"With more than {most:,} learning points ({count:,} here) the site's search is slow to open: install "
            "circle with its extra `search`, in a clone with `pipx install '.[search]'`, and readers get a quicker one."
        )
    return True, (
        f"With more than {most:,} learning points ({count:,} here) their words are searched for on the page of all of "
        "them, with Pagefind; the search at the top of the site finds the guidance."
    )


def index_words(site: Path, words: WordIndex, count: int, workshop: Path) -> Index:
    """Put an index of the learning points' words into a built site.

    What Pagefind writes for a blank page too is its own, to the byte, and so holds nothing of anybody's.

    Raises:
        CircleError: it fails, or the index does not hold `count` learning points.
    """
    blank = workshop / "blank"
    blank.mkdir()
    (blank / "index.html").write_text(_BLANK, encoding="utf-8")
    for folder in (blank, site):
        wrong = words.run([str(words.program), "--site", str(folder), *_SETTINGS], workshop, LIMIT)
        if wrong:
            raise CircleError(f"The index of words was not made; nothing was published. Pagefind: {wrong}")
        for path in (folder / INDEX_FOLDER).glob("*"):
            if _UNUSED.fullmatch(path.name):
                path.unlink()
    files = {
        path.relative_to(site / INDEX_FOLDER).as_posix() for path in (site / INDEX_FOLDER).rglob("*") if path.is_file()
    }
    written = {name for name in files if _WRITTEN.fullmatch(name)}
    held = sum(name.endswith(".pf_fragment") for name in written)
    if held != count:
        raise CircleError(f"The index of words holds {held} of {count} learning points; nothing was published")
    return Index(
        made=frozenset(f"{INDEX_FOLDER}/{name}" for name in written),
        of_program={f"{INDEX_FOLDER}/{name}": blank / INDEX_FOLDER / name for name in _PROGRAM & files},
    )
