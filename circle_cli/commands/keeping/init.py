"""`circle init`: a new learning log."""

from pathlib import Path

from circle_cli.commands.edge import keep_closed, result, say, trust, where_it_goes
from circle_cli.log.folder import Log
from circle_cli.log.start import start_log
from circle_cli.system.typed import typed


def init(folder: str) -> None:
    """Make a learning log in a folder, which may exist; what is there stays as it is."""
    root = Path(folder).expanduser().absolute()
    begun = start_log(root, trust())
    keep_closed(Log(root=root))
    result(str(root))
    if elsewhere := where_it_goes(Log(root=root)):
        say(elsewhere)
    say("A learning log. Its sessions/ are private: keep the folder, and any copy of its git history, private too.")
    say(f"To begin: {typed('circle', '--log', str(root), 'reflect')}")
    if not begun.done:
        say(f"Git does not keep its history yet: {begun.reason}.\nTo put that right: {begun.fix}")
