"""The readers of a log: those whose approvals count there, in its file `readers`. No name is in it: pseudonyms.

The file has OpenSSH's own form (`allowed_signers`), which `ssh-keygen -Y verify` and git read as well: a line for each
reader, with the day since when, and until when, they are one. Three kinds of comments say more than that form can:

    # asks: reader-9x2p ssh-ed25519 AAAA...    somebody would like to become a reader
    # stood: reader-7k2m 0f3a...               what an ended reader had approved, which stays approved
    # team: reader-9x2p team-4h8w              in a base: they read for this team, and not for the base

A signature says no time of its own that could be trusted: so what stood when a reader ended is written down then, and
nothing else by that key counts any more.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from circle_cli.errors import CircleError, Place
from circle_cli.ids import ALPHABET
from circle_cli.signing.signatures import known_key
from circle_cli.system.no_links import content_of, is_there
from circle_cli.text import decode

READERS = "readers"
"""The file's name, in the root of a log."""

APPROVAL = "circle-approval"
"""What an approving signature is for: it is valid for nothing else."""

NAME = re.compile(rf"reader-[{ALPHABET}]{{4}}")
_HEAD = "# Whose approvals count in this log: `circle readers` shows, admits and ends them.\n"
_DAY = "[0-9]{8}"
_LINE = re.compile(
    rf'({NAME.pattern}) namespaces="{APPROVAL}",valid-after="({_DAY})"(?:,valid-before="({_DAY})")? (\S+ \S+)'
)
_ASKS = re.compile(rf"# asks: ({NAME.pattern}) (\S+ \S+)")
TEAM = re.compile(rf"team-[{ALPHABET}]{{4}}")
_TEAM = re.compile(rf"# team: ({NAME.pattern}) ({TEAM.pattern})")
_STOOD = re.compile(rf"# stood: ({NAME.pattern}) ([0-9a-f]{{64}})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """One reader: a pseudonym, a public key in one spelling, the day they were admitted, and the day they ended.

    `stood` has the digests of what they had approved by then.
    """

    name: str
    key: str
    since: date
    until: date | None = None
    stood: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Admitted:
    """The readers of a log, in the order of the file, and those who ask to become one (pseudonym and key).

    `teams` has, for those of either who read for a team that sends to this base, their pseudonym and the team's.
    `comments` are other people's, which say nothing to us and stay.
    """

    readers: tuple[Reader, ...] = ()
    asking: tuple[tuple[str, str], ...] = ()
    teams: tuple[tuple[str, str], ...] = ()
    comments: tuple[str, ...] = ()

    @property
    def current(self) -> tuple[Reader, ...]:
        """Those who are readers now."""
        return tuple(each for each in self.readers if each.until is None)

    @property
    def at_home(self) -> "Admitted":
        """The same without those who read for a team elsewhere: what the log says of itself, they do not approve."""
        return replace(self, readers=tuple(each for each in self.readers if not self.team_of(each.name)))

    def team_of(self, name: str) -> str:
        """Give the pseudonym of the team that somebody reads for; empty where they read for the log itself."""
        return dict(self.teams).get(name, "")

    def team_of_key(self, key: str | None) -> str:
        """Give the same of whoever has this key; empty where nobody here has."""
        reader = self.by_key(key or "")
        return self.team_of(reader.name) if reader else ""

    def by_key(self, key: str) -> Reader | None:
        """Find the reader with this key: one who is a reader now, before one who was."""
        return next((each for each in (*self.current, *self.readers) if each.key == key), None)

    def counts(self, key: str, digest: str) -> bool:
        """Tell whether an approval with this key counts for what has this digest."""
        return any(each.key == key and (each.until is None or digest in each.stood) for each in self.readers)


def load_readers(log_root: Path) -> Admitted:
    """Read the readers of a log; one without the file has none.

    Raises:
        CircleError: a line is not of the form above; file and line are named.
    """
    path = log_root / READERS
    if not is_there(path):
        return Admitted()
    return parse_readers(text_of_readers(content_of(path), str(path)), path)


def readers_in(content: bytes | None) -> Admitted:
    """Read the bytes of such a file from elsewhere; one that is not there has none. Raises as `parse_readers` does."""
    return parse_readers(text_of_readers(content, READERS), Path(READERS)) if content else Admitted()


def text_of_readers(content: bytes, where: str) -> str:
    """Give the text of such a file.

    To git and ssh-keygen a lone carriage return ends no line: behind one, what is a comment there would admit somebody.

    Raises:
        CircleError: it has one, or is no text; the line is named.
    """
    before, lone, _ = content.replace(b"\r\n", b"\n").partition(b"\r")
    if lone:
        wrong, do = "a line that is one to some programs and two to others", "put it back as it was"
        raise CircleError(wrong, where=Place(where, before.count(b"\n") + 1), do=do)
    return decode(content, where)


def parse_readers(text: str, where: Path) -> Admitted:
    """Read the text of the file."""
    readers: list[Reader] = []
    asking: list[tuple[str, str]] = []
    stood: list[tuple[str, str]] = []
    teams: list[tuple[str, str]] = []
    comments: list[str] = []
    for number, line in enumerate(text.split("\n"), start=1):
        try:
            if found := _LINE.fullmatch(line):
                readers.append(_reader(found))
            elif found := _ASKS.fullmatch(line):
                asking.append((found[1], _key(found[2])))
            elif found := _STOOD.fullmatch(line):
                stood.append((found[1], found[2]))
            elif found := _TEAM.fullmatch(line):
                teams.append((found[1], found[2]))
            elif _is_comment(line):
                comments += [line] if f"{line}\n" != _HEAD else []
            elif line.strip():
                raise ValueError
        except ValueError:
            wrong, do = "this is no reader", "put the line back as it was; `circle readers` writes them"
            raise CircleError(wrong, where=Place(where, number), do=do) from None
    current = (each.key for each in readers if not each.until)
    if any(map(_any_twice, ((each.name for each in readers), current, (name for name, _ in teams)))):
        wrong = "names a reader, or a key, twice, or two teams of one"
        raise CircleError(wrong, where=Place(where), do="keep one of the two lines")
    return Admitted(
        readers=tuple(
            replace(each, stood=frozenset(digest for name, digest in stood if name == each.name)) for each in readers
        ),
        asking=tuple(asking),
        teams=tuple(teams),
        comments=tuple(comments),
    )


def _is_comment(line: str) -> bool:
    return line.startswith("#") and not line.startswith(("# asks:", "# stood:", "# team:"))


def _any_twice(found: Iterable[str]) -> bool:
    return max(Counter(found).values(), default=0) > 1


def render_readers(admitted: Admitted) -> str:
    """Write the file's text."""
    return "".join((_HEAD, *_lines(admitted)))


def _lines(admitted: Admitted) -> Iterator[str]:
    yield from (f"{comment}\n" for comment in admitted.comments)
    for each in admitted.readers:
        until = f',valid-before="{each.until:%Y%m%d}"' if each.until else ""
        yield f'{each.name} namespaces="{APPROVAL}",valid-after="{each.since:%Y%m%d}"{until} {each.key}\n'
        yield from (f"# stood: {each.name} {digest}\n" for digest in sorted(each.stood))
    yield from (f"# asks: {name} {key}\n" for name, key in admitted.asking)
    yield from (f"# team: {name} {team}\n" for name, team in admitted.teams)


def _reader(found: re.Match[str]) -> Reader:
    since, until = date.fromisoformat(found[2]), date.fromisoformat(found[3]) if found[3] else None
    return Reader(name=found[1], key=_key(found[4]), since=since, until=until)


def _key(text: str) -> str:
    key = known_key(text)
    if key != text:
        raise ValueError
    return key
