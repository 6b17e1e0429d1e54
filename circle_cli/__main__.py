"""Where the program starts: the commonest ways in are answered before the command line's parser is loaded."""

import gc
import sys

TYPE_CHECKING = False  # type checkers read it as true; importing typing for it would slow `--version`
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def main() -> None:
    """Run the program; a reader that has gone (`| head`) ends it quietly."""
    if sys.argv[1:] == ["--version"]:
        from circle_cli import __version__

        print(__version__)
        return
    gc.set_threshold(50_000)  # loading modules makes next to no garbage; looking for it is a tenth of the start
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # standard streams are text wrappers
    try:
        run = _usual(sys.argv[1:])
        if run is None:
            from circle_cli.cli.app import app

            app()
        else:
            from circle_cli.commands.edge import ended

            sys.exit(ended(run))
    except BrokenPipeError:
        import os

        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        sys.exit(141)


def _usual(words: "Sequence[str]") -> "Callable[[], None] | None":
    """Give what the commonest commands do. The parser alone takes longer to load than their first words to show."""
    if words and words[0] == "reflect" and set(words[1:]) <= {"--quick", "--plain"}:
        from circle_cli.cli.asking import reflect
        from circle_cli.commands.edge import Asked

        asked = Asked(plain="--plain" in words)
        quick = "--quick" in words
        return lambda: reflect(asked, quick=quick)
    if list(words) in (["list"], ["actions"]):
        from circle_cli.cli.reading import COMMANDS
        from circle_cli.commands.edge import Asked

        return lambda: COMMANDS[words[0]](Asked())
    return None


if __name__ == "__main__":
    main()
