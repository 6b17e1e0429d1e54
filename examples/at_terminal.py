"""What `make reflect` and `make resume` do at a terminal: what is unfinished comes first, and a pause is no failure."""

import os
import shutil
import sys
from pathlib import Path

from circle_cli.__main__ import main as circle
from circle_cli.commands.drafts.unfinished import waiting_in
from circle_cli.commands.edge import Asked, the_log
from circle_cli.errors import PAUSED, CircleError


def main() -> None:
    """Run the program, and say how to go on here, where `circle` is no command of the shell yet."""
    words = sys.argv[1:]
    if words == ["reflect"] and something_waits():
        words = []  # `circle` alone offers it, and a new reflection beside it
    sys.argv = ["circle", *words]
    try:
        circle()
    except SystemExit as ended:
        if ended.code == PAUSED:
            print("In this folder, that is: make resume", file=sys.stderr)
            return
        if not ended.code and shutil.which("circle") is None:
            here = os.path.relpath(Path(sys.executable).with_name("circle"))
            print(f"In this folder, circle is typed as {here}, until you have it for good (README).", file=sys.stderr)
        raise


def something_waits() -> bool:
    """Tell whether there is something unfinished; what is wrong with the log is said by what runs next."""
    try:
        return any(each.worth_it for each in waiting_in(the_log(Asked())))
    except CircleError:
        return False


if __name__ == "__main__":
    main()
