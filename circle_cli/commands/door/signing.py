"""The key that an author or a reader signs with, and whether the log knows it: its first reader admits themselves."""

from collections.abc import Callable
from dataclasses import replace

from circle_cli import __version__
from circle_cli.commands.edge import pick, say, tell_commit, today, where_it_goes
from circle_cli.commands.folders import own_folder
from circle_cli.errors import PERMISSION, USAGE, CircleError
from circle_cli.ids import random_letters
from circle_cli.log.durable import replace as replace_file
from circle_cli.log.folder import Log
from circle_cli.log.history.keys import Key, keys_of, public_keys, sign
from circle_cli.log.intents import intended
from circle_cli.points.approval import statement
from circle_cli.points.record import Approval, LearningPoint, Report
from circle_cli.share.statement import STATEMENT, Explained, Statement, stated
from circle_cli.signing.readers import APPROVAL, READERS, Admitted, Reader, load_readers, render_readers
from circle_cli.system.no_links import content_if_there, inside


def own_keys() -> tuple[Key, ...]:
    """Give the keys that this person can sign with; one is made for whoever has none."""
    folder = own_folder()
    if folder is None:
        wrong = "It is signed with a key of your own, and there is no folder of yours to keep that in"
        raise CircleError(wrong, PERMISSION, do="set HOME to a folder that you can write")
    return keys_of(folder)


def own_public_keys() -> frozenset[str]:
    """Give the public halves of all keys of whoever types here."""
    return public_keys(own_folder())


def key_of_reader(log: Log) -> Key:
    """Give the key with which this person approves here. The first one who approves in a log becomes its reader.

    Whoever is none yet asks to become one, in the log's file: those who are see it, and admit them.

    Raises:
        CircleError: they are no reader yet.
    """
    keys, admitted = own_keys(), load_readers(log.root)
    current = {each.key for each in admitted.at_home.current}
    for key in keys:
        if key.public in current:
            return key
    if not admitted.at_home.readers:
        name = admit(log, keys[0].public)
        say(
            f"From now on approvals in this log are signed. You are its first reader, as {name}: no name of yours "
            "is written down for it. `circle readers` shows and admits others."
        )
        return keys[0]
    wrong = "Your key is not among those whose approvals count in this log."
    raise CircleError(wrong, USAGE, do=f" {_ask(log, admitted, keys[0].public)}")


def signed(point: LearningPoint, approval: Approval, key: Key) -> LearningPoint:
    """Give the learning point with its approval, signed."""
    return replace(point, approval=signature_of(point, approval, key))


def signature_of(text: LearningPoint | Report, approval: Approval, key: Key) -> Approval:
    """Give an approval, signed."""
    return replace(approval, signature=sign(statement(text, approval), APPROVAL, key))


def state(
    point: LearningPoint, explained: tuple[Explained, ...], lists: str, key: Key, author: str | None = None
) -> Statement:
    """Have an author sign that this text was compared, with these lists, with the people of its story."""
    said = Statement(tool=__version__, lists=lists)
    return replace(said, signature=sign(stated(point, explained, said, author), STATEMENT, key))


def admit(log: Log, key: str, name: str | None = None) -> str:
    """Make the owner of a public key a reader of the log, and give the pseudonym."""
    given = name or new_name(load_readers(log.root))

    def admitted(before: Admitted) -> Admitted:
        reader = Reader(name=given, key=key, since=today())
        asking = tuple(each for each in before.asking if each[1] != key)
        return replace(before, readers=(*before.readers, reader), asking=asking)

    write_readers(log, admitted, f"Admit {given}")
    return given


def write_readers(log: Log, change: Callable[[Admitted], Admitted], message: str) -> None:
    """Change the file of readers, in a commit of its own; where git refuses it, that is said."""
    path = inside(log.root, log.root / READERS)
    before = content_if_there(path)
    with intended(log.root, [path], message, log.tell, log.trust) as commit:
        content = render_readers(change(load_readers(log.root))).encode()
        replace_file(path, content, before)
        made = commit()
    tell_commit(made, required=False)


def _ask(log: Log, admitted: Admitted, key: str) -> str:
    """Write down that somebody would like to become a reader, and say what happens next."""
    name = next((name for name, known in admitted.asking if known == key), None)
    if name is None:
        name = new_name(admitted)
        asked = (name, key)
        write_readers(log, lambda before: replace(before, asking=(*before.asking, asked)), f"Ask to admit {name}")
    sent = "once `circle sync` has sent that, " if where_it_goes(log) else ""
    return (
        f"You asked to become one, as {name}: {sent}a reader of this log types `circle readers --admit {name}`, "
        "and then you go on with `circle review`."
    )


def new_name(admitted: Admitted) -> str:
    """Draw a pseudonym that nobody has there."""
    while not is_free(admitted, name := f"reader-{random_letters(pick, 4)}"):
        pass
    return name


def is_free(admitted: Admitted, name: str) -> bool:
    """Tell whether nobody has this pseudonym there."""
    return name not in {*(each.name for each in admitted.readers), *(asks for asks, _ in admitted.asking)}
