"""What `make demo-teams` does: three invented teams and a base, from a first session to a report that came back.

Each person has a home of their own in a temporary folder, and types there what people type; bare repositories between
them stand for the drive or the server that an organisation has. Nothing leaves this computer.
"""

import shutil
import sys
import textwrap
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from stopping import folder_that_goes
from teams.person import WIDTH, Person, Reply
from teams.stories import ALOUD, CHOOSE, LETTER, SETTINGS_OF_BASE, WALK

SITE = Path(__file__).parents[1] / "demo-teams"
"""Where the base's site is left; git does not see it."""

_ASKED = ("know who", "where it was", "when it was", "so unusual", "might they mind")
_INTRUDER: tuple[Reply, ...] = tuple((question, "1") for question in _ASKED)
READS: tuple[Reply, ...] = (("slowly", "1"), ("looked at each", "1"), *_INTRUDER, ("What shall", "1"))
WORDING: tuple[Reply, ...] = (("Which wording", ""),)
READS_ONCE_MORE: tuple[Reply, ...] = (("slowly", "1"), *_INTRUDER, ("What shall", "1"))


class Story:
    """The people of the demo, and what they do, one after another."""

    def __init__(self, root: Path) -> None:
        """Lay out a folder for each of them, and the drive that they share."""
        self.root, self.shared = root, root / "shared"
        self.shared.mkdir(parents=True)

    def person(self, name: str, folder: str) -> Person:
        """Have somebody arrive, with a computer of their own."""
        person = Person(name=name, home=self.root / name.lower(), folder=folder)
        person.arrive()
        return person

    def shares(self, person: Person, kind: str) -> None:
        """Have somebody begin a log, and share it."""
        person.types("init", f"--{kind}", ".")
        person.types("sync", "--with", str(self.shared / f"{person.folder}.git"))

    def team(self, name: str, lead: str, colleague: str) -> tuple[Person, Person]:
        """Have two people begin a team that publishes to the base."""
        told(f"{lead} begins a log for the {name} team, and {colleague} joins it.")
        one, other = self.person(lead, name.lower()), self.person(colleague, name.lower())
        self.shares(one, "team")
        told(f"{lead} writes one line into circle.yml: where the base is.")
        add(one.log / "circle.yml", f"base: {self.shared / 'base.git'}\n")
        one.types("sync")
        other.log.rmdir()
        address = str(self.shared / f"{one.folder}.git")
        other.types("join", address, replies=[("wherever you are", "1")], at=other.home)
        return one, other

    def learns(self, author: Person, reader: Person, session: str, point: str) -> str:
        """Have somebody look at what went well, and somebody else read what was learnt; gives the point's id."""
        with note(author, "session.yml", session), note(author, "point.yml", point):
            saved = author.types("reflect", "--from", "session.yml")
            short = Path(saved.split()[0]).name[11:15]
            proposed = author.types("share", short, "--from", "point.yml")
        author.types("sync")
        reader.types("sync")
        reader.types("review", replies=READS)
        reader.types("sync")
        return Path(proposed.split()[0]).stem


def told(what: str) -> None:
    """Tell what happens next."""
    print("\n" + textwrap.fill(f"* {what}", WIDTH, subsequent_indent="  "), flush=True)


def add(path: Path, text: str) -> None:
    """Write more into a file, as somebody does in an editor."""
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


@contextmanager
def note(person: Person, name: str, text: str) -> Iterator[None]:
    """Have a file ready, so that nobody has to be asked; without it, circle asks its questions."""
    path = person.log / name
    path.write_text(text, encoding="utf-8")
    try:
        yield
    finally:
        path.unlink()


def publishes(person: Person, *shown: Reply) -> None:
    """Have somebody send what was approved to the base."""
    person.types("sync")
    person.types("publish", replies=[*shown, ("To send it, type yes", "yes")])
    person.types("sync")


def reads_in_base(editor: Person, id_: str, replies: Sequence[Reply]) -> None:
    """Have the base's editor fetch what came in, read it, and send what became of it."""
    editor.types("sync")
    editor.types("review")
    editor.types("review", id_, replies=replies)
    editor.types("sync")


def play(root: Path) -> Path:
    """Play the whole story in a folder; gives the site of the base."""
    story = Story(root)
    told("Robin keeps the base of Fictonshire Council, and says in circle.yml whose it is.")
    robin = story.person("Robin", "base")
    story.shares(robin, "base")
    (robin.log / "circle.yml").write_text(SETTINGS_OF_BASE, encoding="utf-8")
    robin.types("sync")

    asha, ben = story.team("North", "Asha", "Ben")
    told("Asha looks at something that went well, and proposes what was learnt. Ben is her second reader.")
    told("(Both come from files here, since nobody is there to be asked; else circle asks, question by question.)")
    place = story.learns(asha, ben, WALK, CHOOSE)
    told("Asha sends it to the base. The first time, she looks at every file that would leave.")
    publishes(asha, ("exactly what would leave", "2"))
    told("Robin reads it once more, as somebody would who wants to know who it is about, and takes it in.")
    reads_in_base(robin, place, READS_ONCE_MORE)

    eli, fay = story.team("West", "Eli", "Fay")
    told("Eli shares something too, and Fay reads it.")
    letter = story.learns(eli, fay, LETTER, ALOUD)
    publishes(eli, ("exactly what would leave", "1"))
    reads_in_base(robin, letter, READS_ONCE_MORE)

    cara, dev = story.team("East", "Cara", "Dev")
    told("Cara has tried what the North team learnt, by the id that its page shows. Dev reads what she says of it.")
    cara.types("tried", place, "--outcome", "worked", "--differed", "We met at a library", replies=WORDING)
    cara.types("sync")
    dev.types("sync")
    dev.types("review", replies=READS_ONCE_MORE)
    dev.types("sync")
    publishes(cara, ("exactly what would leave", "1"))
    told("Robin takes the report in: it came back to where the learning began.")
    robin.types("sync")
    listed = robin.types("review")
    robin.types("review", listed.split()[0], replies=READS_ONCE_MORE)
    robin.types("sync")

    told("Eli thinks better of the letter, and takes it back: here, and in the base.")
    eli.types("withdraw", letter, replies=[("Take it back?", "2"), ("in the base, too", "2")])
    eli.types("sync")
    robin.types("sync")
    robin.types("review", "--withdrawals")
    robin.types("sync")

    told("Robin looks whether all is well, builds the site, and says on one page what is new, for a meeting.")
    robin.types("check")
    robin.types("site")
    robin.types("digest", "--format", "text")
    return robin.log / "site"


def main() -> None:
    """Play it, leave the site, and nothing else."""
    begun = time.monotonic()
    with folder_that_goes() as folder:
        try:
            site = play(folder.resolve())
        except RuntimeError as error:
            sys.exit(f"The demo stopped: {error}")
        shutil.rmtree(SITE, ignore_errors=True)
        shutil.copytree(site, SITE)
    print(
        f"\nThat was all of it, in {time.monotonic() - begun:.0f} seconds. Nothing of it is left but the base's site:"
    )
    print(f"  {SITE / 'index.html'}")


if __name__ == "__main__":
    main()
