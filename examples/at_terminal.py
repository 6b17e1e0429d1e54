"""What `make reflect` and `make resume` do at a terminal: what is unfinished comes first, and a pause is no failure."""

import sys

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
        if ended.code != PAUSED:
            raise
        print("In this folder, that is: make resume", file=sys.stderr)


def something_waits() -> bool:
    """Tell whether there is something unfinished; what is wrong with the log is said by what runs next."""
    try:
        return any(each.worth_it for each in waiting_in(the_log(Asked())))
    except CircleError:
        return False


if __name__ == "__main__":
    main()
