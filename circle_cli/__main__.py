"""Where the program starts: the commonest ways in are answered before the command line's parser is loaded.

What is imported here is there already, or built in: until `start` runs, Ctrl-C is Python's, with a traceback.
"""

import _signal  # type: ignore[import-not-found]  # what `signal` is made of, which takes a fifth of `--version` to load
import gc
import os
import sys

TYPE_CHECKING = False  # type checkers read it as true; importing typing for it would slow `--version`
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from circle_cli.commands.teams.at_once import Fetched

_DISK, _PAUSED, _READER_GONE = 74, 130, 141
"""Exit codes; `errors.py` explains the first two, and is loaded later."""


def start() -> None:
    """Be a process: Ctrl-C before a command runs, and after it, ends that as it ends any program, without a word."""
    try:
        if _signal.getsignal(_signal.SIGINT) is _signal.default_int_handler:  # else it is ignored, as behind `nohup`
            _signal.signal(_signal.SIGINT, _signal.SIG_DFL)
        _fill_closed()
        main()
        _leave(0)
    except SystemExit as end:
        if not isinstance(end.code, int):
            raise
        _leave(end.code)
    except KeyboardInterrupt:
        os._exit(_PAUSED)


def _leave(code: int) -> None:
    """End at once, unless something goes on: to take all modules apart first is a tenth of a short command's time."""
    threading = sys.modules.get("threading")
    if threading is None or threading.active_count() == 1:
        if known := sys.modules.get("atexit"):
            known._run_exitfuncs()  # what ending at once passes over; Python has no other name for it
        if sys.stderr is not None:
            sys.stderr.flush()
        os._exit(code)
    sys.exit(code)


def main() -> None:
    """Run the program; a reader that has gone (`| head`), or a disk that is full, ends it quietly."""
    try:
        _begin(sys.argv[1:])
        _flush()
    except SystemExit:
        _flush()
        raise
    except KeyboardInterrupt:
        sys.exit(_PAUSED)


def _begin(words: "Sequence[str]") -> None:
    try:
        if words == ["--version"]:
            from circle_cli import __version__

            print(__version__)
            return
        fetched = None
        if words == ["sync"]:
            from circle_cli.commands.teams.at_once import sync_at_once

            said, fetched = sync_at_once()
            if said:
                print(said)
                return
        from circle_cli.system.early.later import load_later

        load_later("inspect")  # Python 3.11's `dataclasses` asks it about records without a docstring; ours have one
        gc.set_threshold(100_000)  # loading modules makes next to no garbage; looking for it is a tenth of the start
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # standard streams are text wrappers
        run = _usual(words, fetched) or _telling(*words)
        if run is None:
            from circle_cli.cli.app import app

            app(prog_name="circle")
        else:
            from circle_cli.commands.ending import ended

            sys.exit(ended(run))
    except OSError as error:
        _let_go(error)


def _flush() -> None:
    """Bring out what is still held back, so that Python on its way out need not try and complain."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError as error:
        _let_go(error)


def _let_go(error: OSError) -> None:
    """End, since what stands on standard output goes nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    if isinstance(error, BrokenPipeError):
        sys.exit(_READER_GONE)
    from circle_cli.commands.edge import say

    say(f"standard output could not be written: {error.strerror}; see that there is room")
    sys.exit(_DISK)


def _fill_closed() -> None:
    """Take the places of closed streams: else the next file opened gets one, and what others say goes into it."""
    if None in (sys.stdin, sys.stdout, sys.stderr):
        for number in range(3):
            try:
                os.fstat(number)
            except OSError:
                os.open(os.devnull, os.O_RDWR)


def _is_option(word: str) -> bool:
    """Tell whether it is no word of a spark; "- Robin laughed" is, since no name of an option has a space."""
    return word[:1] == "-" != word and (" " not in word or word.startswith("--log="))


def _usual(words: "Sequence[str]", fetched: "Fetched | None") -> "Callable[[], None] | None":
    """Give what the commonest commands do. The parser alone takes longer to load than their first words to show."""
    if words and words[0] == "reflect" and set(words[1:]) <= {"--quick", "--plain"}:
        from circle_cli.cli.asking import reflect
        from circle_cli.commands.edge import Asked

        asked = Asked(plain="--plain" in words)
        quick = "--quick" in words
        return lambda: reflect(asked, quick=quick)
    if words[:2] == ["reflect", "--from"] and len(words) > 2 and not _is_option(words[2]):
        required = words[3:] == ["--require-commit"]
        if required or len(words) == 3:
            from circle_cli.cli.asking import reflect
            from circle_cli.commands.edge import Asked

            return lambda: reflect(Asked(), source=[words[2]], require_commit=required)
    if words[:2] == ["list", "-n"] and len(words) == 3 and words[2].isdecimal() and words[2].isascii():
        from circle_cli.cli.reading import list_sessions
        from circle_cli.commands.edge import Asked

        return lambda: list_sessions(Asked(), limit=int(words[2]))
    if list(words) in (["list"], ["actions"], ["sparks"]):
        from circle_cli.cli.reading import COMMANDS
        from circle_cli.commands.edge import Asked

        return lambda: COMMANDS[words[0]](Asked())
    if list(words) == ["check"]:
        from circle_cli.cli.keeping import check
        from circle_cli.commands.edge import Asked

        return lambda: check(Asked())
    if words[:1] == ["search"] and len(words) > 1 and not any(word[:1] == "-" for word in words):
        from circle_cli.cli.reading import search
        from circle_cli.commands.edge import Asked

        return lambda: search(Asked(), [*words[1:]])
    if words[:1] == ["spark"] and len(words) > 1 and not any(map(_is_option, words)):
        from circle_cli.cli.asking import spark
        from circle_cli.commands.edge import Asked

        return lambda: spark(Asked(), [*words[1:]])
    if list(words) == ["sync"]:
        from circle_cli.commands.edge import Asked
        from circle_cli.commands.for_readers.syncing import sync

        return lambda: sync(Asked(), None, fetched)
    return None


def _telling(*words: str) -> "Callable[[], None] | None":
    """Give what tells how a learning point went, where nothing else is said but in a few words what differed."""
    if words[:1] != ("tried",) or words[2:3] != ("--outcome",) or _is_option(words[1]):
        return None
    from circle_cli.vocabulary import Outcome

    required = words[-1] == "--require-commit"
    how, *differed = words[3 : len(words) - required] or ("",)
    plain = not differed or (differed[0] == "--differed" and len(differed) == 2 and not _is_option(differed[1]))
    if how not in [each.value for each in Outcome] or not plain:
        return None
    from circle_cli.cli.door import tried
    from circle_cli.commands.edge import Asked

    said = differed[1] if differed else None
    return lambda: tried(Asked(), [words[1]], outcome=Outcome(how), differed=said, require_commit=required)


if __name__ == "__main__":
    start()
