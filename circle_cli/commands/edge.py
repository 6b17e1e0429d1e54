"""The outside world, as the commands see it: the clock, chance, the environment, the standard streams."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from circle_cli.commands.folders import log_in_use, own_folder, own_log_folder
from circle_cli.commands.own_settings import own_settings, read_own
from circle_cli.commands.remembered import told_before, trust_kept_in
from circle_cli.errors import DISK, NOT_COMMITTED, USAGE, CircleError
from circle_cli.log.folder import INTENTS, NAMES_WAITING, Log, Trust, find_log
from circle_cli.log.reading.settled import refuse_unknown_settings
from circle_cli.log.unsettled import unsettled
from circle_cli.shown import WIDEST, shown, shown_json
from circle_cli.waiting import how_far

if TYPE_CHECKING:  # for the name alone: whoever only reads a log has no need of git
    from circle_cli.log.history.git import Commit

_SAFE = "It lies safely in the log's folder, and not in its history yet.\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was asked for on the command line beside the command itself."""

    log: str | None = None
    plain: bool = False


def the_log(asked: Asked, *, settled: bool = True) -> Log:
    """Find the learning log to work in; what an earlier command had left half done there is brought home first.

    Raises:
        CircleError: there is none; or its circle.yml says what is not known, where that has to be `settled`.
    """
    log = replace(find_log(asked.log, os.environ, Path.cwd, own_log_folder, log_in_use), tell=say, trust=trust())
    keep_closed(log)
    for error in read_own()[1]:
        _say_discreetly(error, log)
    for error in unsettled(log):
        if error.where and error.where.line is None:  # else whoever reads the file says so
            _say_discreetly(error, log)
    with suppress(OSError):
        if any((log.root / INTENTS).iterdir()):
            from circle_cli.log.intents import bring_home

            bring_home(log.root, say, log.trust)
    if os.path.lexists(log.root / NAMES_WAITING):
        from circle_cli.log.erasing.names import bring_names_home

        with suppress(CircleError):
            bring_names_home(log)
    if settled:
        with discreetly(log):
            refuse_unknown_settings(log.root)
    return log


def trust() -> Trust:
    """Give what this person began or agreed to on this computer."""
    return trust_kept_in(own_folder)


def keep_closed(log: Log) -> None:
    """See that nobody else on this computer reads the log; say so once."""
    from circle_cli.log.privacy import close_to_others

    for said, again in close_to_others(log):
        if said and not (again and told_before(own_folder(), log.root, said)):
            say(said)


def where_it_goes(log: Log) -> str:
    """Say where else the log goes: nobody is told that it is private where it is sent on."""
    from circle_cli.log.history.elsewhere import where_it_goes as elsewhere

    return elsewhere(log.root, os.environ)


def _say_discreetly(error: CircleError, log: Log) -> None:
    """Say it without words of the log where many may read it: every command may be run by a CI."""
    say(str(error if at_own_terminal() else _without_words(error, log)))


def _without_words(error: CircleError, log: Log) -> CircleError:
    from circle_cli.discreet import without_words
    from circle_cli.guidance.files import own_pages

    return without_words(error, log.root, own_pages())


@contextmanager
def discreetly(log: Log) -> Iterator[None]:
    """Have what goes wrong said without words of the log where many may read it: for what is made to run in a CI."""
    try:
        yield
    except CircleError as error:
        if at_own_terminal():
            raise
        raise _without_words(error, log) from error


def as_typed(text: str) -> str:
    """Give words from the command line as they were typed, where the system's locale knows no more than ASCII."""
    return os.fsencode(text).decode("utf-8", "replace")


def today() -> date:
    """Give this day, where the person is."""
    return datetime.now().astimezone().date()


def now() -> datetime:
    """Give this moment, in UTC."""
    return datetime.now(UTC)


def pick(alphabet: str) -> str:
    """Draw one character."""
    from random import SystemRandom  # as `secrets` does, which loads OpenSSL, too

    return SystemRandom().choice(alphabet)


def is_plain(asked: Asked) -> bool:
    """Tell whether to ask without redrawing: wished for, or the terminal can do no other.

    What is said for this once goes before a person's own settings.
    """
    if asked.plain or os.environ.get("TERM") == "dumb":
        return True
    wished = os.environ.get("CIRCLE_PLAIN", "")
    return wished != "0" if wished else own_settings().screen == "plain"


def at_terminal() -> bool:
    """Tell whether somebody can be asked."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def columns() -> int:
    """Give how many characters fit on a line of the window; 80 where there is none."""
    if (sys.stdout is None or not sys.stdout.isatty()) and "COLUMNS" not in os.environ:
        return 80
    import shutil  # what it is for is to copy files, and it takes as long to load as all files to be looked at

    return shutil.get_terminal_size().columns


def text_width() -> int:
    """Give how wide a text is set: longer lines are hard to read, whatever the window's width."""
    return max(20, min(columns() - 1, WIDEST))


def at_own_terminal() -> bool:
    """Tell whether words of the log may be shown: at a terminal, but for one that a CI run only pretends to have."""
    from circle_cli.discreet import is_ci

    return at_terminal() and not is_ci(os.environ)


def need_terminal(instead: str) -> None:
    """Refuse to ask where nobody can answer.

    Raises:
        CircleError: there is no terminal; `instead` names the way that needs none.
    """
    if not at_terminal():
        raise CircleError("There is no terminal to ask questions in", USAGE, do=instead)


def show(text: str) -> None:
    """Write to standard output at once, as it is; a reader that has gone (`| head`) ends the program quietly."""
    if sys.stdout is None:
        return
    how_far.clear()
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:  # said here: on its way out, the command line's parser would make it a failure
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(141)
    except OSError as error:
        raise _full(error) from error


def _full(error: OSError) -> CircleError:
    """Make the error for results that cannot be written, and keep Python from trying again on its way out."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return CircleError(f"standard output could not be written: {error.strerror}", DISK, do="see that there is room")


def show_file(content: bytes) -> None:
    """Write a file to standard output as it is, unless a terminal would obey what somebody put into a session."""
    if sys.stdout is None or sys.stdout.isatty():
        show(shown(content.decode("utf-8").replace("\r\n", "\n")))
        return
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _full(error) from error


def result(text: str, indent: str = "") -> None:
    """Print a line of results; whatever a file put into it is shown, not obeyed. In a terminal no word is broken."""
    if sys.stdout is not None:
        show(f"{_fitted(text, sys.stdout, indent, easily_read=False)}\n")


def row(text: str, indent: str = "    ") -> None:
    """Print one of a list of results; in a terminal no word of it is broken, and what follows is indented."""
    rows((text,), indent)


def rows(texts: Iterable[str], indent: str = "    ") -> None:
    """Print a list of results, all at once; in a terminal no word is broken, and what follows on is indented."""
    if sys.stdout is None:
        return
    if sys.stdout.isatty():
        texts = (_fitted(text, sys.stdout, indent) for text in texts)
        show("".join(f"{text}\n" for text in texts))
    else:  # ten thousand at once
        show(shown("".join([f"{text}\n" for text in texts])))


def say(text: str, *, whole: bool = False) -> None:
    """Print talk: about the results, not one of them. In a terminal no word of it is broken; `whole`, no line by us."""
    if sys.stderr is None:
        return
    how_far.clear()
    try:
        sys.stderr.write(f"{shown(text) if whole else _fitted(text, sys.stderr)}\n")
        sys.stderr.flush()
    except OSError:  # nobody hears it; that is no reason to end, nor for Python to try again on its way out
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())


def _fitted(text: str, stream: TextIO, indent: str = "", *, easily_read: bool = True) -> str:
    """Break lines between words: where they are easily read, or, plain ones and results, where the window ends."""
    if not stream.isatty():
        return shown(text)
    from circle_cli.interview.terminal.wrapping import unbroken, wrapped

    if not easily_read or "--plain" in sys.argv or is_plain(Asked()):
        return unbroken(text, indent, stream)
    return "\n".join(wrapped(text, indent))


def say_left_out(error: CircleError) -> None:
    """Say that a file could not be read, and that the rest goes on without it."""
    say(f"Left out: {error}")


def result_json(value: Any) -> None:
    """Print one JSON document: whatever the letters that standard output can carry, nothing in it is lost."""
    import json

    unicode = sys.stdout is not None and sys.stdout.encoding.lower().startswith("utf")
    show(shown_json(json.dumps(value, ensure_ascii=not unicode, indent=2)) + "\n")


def tell_commit(commit: "Commit", *, required: bool) -> None:
    """Say why git does not have what was saved, and what to do; nothing where it has it.

    Raises:
        CircleError: a commit was required.
    """
    if commit.done:
        return
    if commit.without_git and told_before(own_folder(), Path(os.sep), commit.reason) and not required:
        return
    wrong = f"Saved, but not committed: {commit.reason}." if commit.fix else f"Saved, not committed: {commit.reason}."
    error = CircleError(wrong, NOT_COMMITTED, do=f"\n{_SAFE}To put that right: {commit.fix}" if commit.fix else "")
    if required:
        raise error
    say(str(error))
