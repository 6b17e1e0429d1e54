"""The lists that account for words: English, the field's terms, names that are also words, writers who are cited.

They are plain files in `words/`, reviewed like code. A learning log adds to them with files of the same names in its
folder `identifier-check/`. The cast of a session always comes before any list.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from circle_cli.errors import CircleError, Place
from circle_cli.identifiers.phrases import Phrases
from circle_cli.identifiers.seen.tokens import key_of
from circle_cli.signing.lists import LISTS
from circle_cli.signing.lists import LISTS_FOLDER as LISTS_FOLDER
from circle_cli.system.no_links import is_there, names_in
from circle_cli.system.worked_out import worked_out
from circle_cli.text import refuse_two_versions, text_of

RULES = 78
"""Raised whenever the same text and lists may give other findings than before, by the code or by its words.

It stands for both in the version of the lists. A digest of `words/grammar/` would be another version for every word
put in another place, and for the same findings.
"""

RARE = "*"
ALLOWED, NAMES, WRITERS = LISTS
_SECTIONS = ("always", "both", "soft", "places")


@dataclass(frozen=True)  # without slots: the phrases are made on first use, and kept
class Lists:
    """What the check knows. `version` names the rules, and every list to the byte.

    A word in `always` is a name wherever it stands; one in `both` is a name with a capital letter, and without one
    where only a name can stand; one in `soft` opens sentences so often that only what people do makes it a name.
    Those in `places` are towns, where people say where they live. `writers` are surnames, with the forenames that may
    stand before them.
    """

    english: frozenset[str]
    allowed: tuple[str, ...]
    always: frozenset[str]
    both: frozenset[str]
    soft: frozenset[str]
    places: frozenset[str]
    writers: Mapping[str, frozenset[str]]
    version: str
    added_writers: frozenset[str] = frozenset()
    """Surnames that the log's own list alone knows: they excuse nothing where all casts are looked for."""

    @cached_property
    def phrases(self) -> Phrases:
        """The field's terms, ready to be looked for."""
        return Phrases(self.allowed)

    @cached_property
    def ordinary(self) -> dict[str, str]:
        """What is ordinary by these lists of words as they are written, for those that were asked about already."""
        return {}

    @cached_property
    def forenames(self) -> frozenset[str]:
        """The forenames of all writers."""
        return frozenset(name for names in self.writers.values() for name in names)

    def is_word(self, key: str) -> bool:
        """Tell whether a word is ordinary English; a name that is hardly ever a word is not."""
        return key in self.english and key not in self.always


def load_lists(log_root: Path | None = None, without: str = "") -> Lists:
    """Read the tool's lists, and what the log adds to them; `without` one of its files.

    Raises:
        CircleError: a file of the log's cannot be read or holds what it should not; file and line are named.
    """
    added = names_in(log_root / LISTS_FOLDER, ".txt") if log_root else []
    wanted = {path.name for path in added} & set(LISTS) - {without}
    return _load(log_root, without) if wanted else _ours()


@cache
def _ours() -> Lists:
    return _load(None)


def _load(log_root: Path | None, without: str = "") -> Lists:
    own = Path(__file__).parent / "words"
    english = (own / "english.txt").read_text(encoding="utf-8")
    digest = hashlib.sha256(english.encode("utf-8"))
    lines: dict[str, list[tuple[str, str]]] = {ALLOWED: [], NAMES: [], WRITERS: []}
    for folder in (own, log_root / LISTS_FOLDER) if log_root else (own,):
        for name, known in lines.items():
            path = folder / name
            if is_there(path) and not (name == without and folder != own):
                text = _read(path)
                digest.update(f"\0{name}\0{text}".encode())
                known += _ours_in(path, text) if folder == own else _entries(path, text, name)
    named = {
        section: frozenset(key_of(word) for group, word in lines[NAMES] if group == section) for section in _SECTIONS
    }
    writers = _writers(name for _, name in lines[WRITERS])
    return Lists(
        english=frozenset(english.split("\n")),
        allowed=tuple(phrase for _, phrase in lines[ALLOWED]),
        always=named["always"],
        both=named["both"],
        soft=named["soft"],
        places=named["places"],
        writers=writers,
        version=f"{RULES}-{digest.hexdigest()[:16]}",
        added_writers=frozenset(writers) - frozenset(_ours().writers) if log_root else frozenset(),
    )


def _read(path: Path) -> str:
    text = text_of(path)
    refuse_two_versions(text, str(path))
    return text


def _ours_in(path: Path, text: str) -> list[tuple[str, str]]:
    source = Path(__file__)
    sources = (source.read_bytes() if source.is_file() else b"", text.encode())
    (entries,) = worked_out(source.parent, path.stem, sources, lambda: (_entries(path, text, path.name),))
    return entries


def _entries(path: Path, text: str, name: str) -> list[tuple[str, str]]:
    """Give (section, entry) for each entry; `#` at the start of a line, or after two spaces, begins a remark."""
    section = ""
    found: list[tuple[str, str]] = []
    for number, line in enumerate(text.split("\n"), start=1):
        entry = line.partition("  #")[0].strip()
        if not entry or entry == "#" or entry.startswith("# "):
            continue
        if entry.startswith("["):
            section = entry.strip("[]")
            if name != NAMES or section not in _SECTIONS:
                wrong, do = f"… is no part of {name}", "see the beginning of the file"
                raise CircleError(wrong, where=Place(path, number), do=do, words=entry)
        elif name == NAMES and not section:
            raise CircleError(
                "put [always], [both], [soft] or [places] above the first name", where=Place(path, number)
            )
        elif not any(letter.isalnum() for letter in entry):
            wrong, do = "… has no word in it", "write words, or take the line out"
            raise CircleError(wrong, where=Place(path, number), do=do, words=entry)
        else:
            found += [(section, word) for word in (entry.split() if name == NAMES else (entry,))]
    return found


def _writers(names: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """Give the forenames by surname, with RARE among them for a surname that the list marks with a star."""
    known: dict[str, set[str]] = {}
    for name in names:
        *forenames, surname = (key_of(part) for part in name.removesuffix(RARE).replace("-", " ").split())
        known.setdefault(surname, set()).update(forenames, {RARE} if name.endswith(RARE) else ())
    return {surname: frozenset(forenames) for surname, forenames in known.items()}
