"""Starting a learning log: its folders, its settings, the site's, and git."""

from pathlib import Path

from circle_cli.ids import MARK
from circle_cli.log.durable import create
from circle_cli.log.folder import NO_TRUST, Trust
from circle_cli.log.history import git
from circle_cli.log.history.begin import init
from circle_cli.log.intents import bring_home, intended
from circle_cli.packed import packed

SETTINGS = """\
# The settings of this learning log; the file marks its root. All of them are optional.
"""
IGNORED = """\
/.circle/
.*.tmp-*
.*.claim
/site/*
!/site/.gitignore
"""
LINE_ENDS = """\
# As they were written, on Windows too: what was approved is compared to the byte.
*.md text eol=lf
*.txt text eol=lf
*.yml text eol=lf
"""


def start_log(root: Path, trust: Trust = NO_TRUST) -> git.Commit:
    """Make a learning log at `root`: whatever is there already stays as it is.

    Raises:
        CircleError: the folder cannot be written.
    """
    fresh = not root.exists()
    contents = {
        root / MARK: SETTINGS,
        root / "mkdocs.yml": packed("mkdocs.yml").read_text(encoding="utf-8"),
        root / ".gitignore": IGNORED,
        root / ".gitattributes": LINE_ENDS,
        root / "sessions" / ".gitkeep": "",
        root / "guidance" / ".gitkeep": "",
        root / "site" / ".gitignore": "*\n!.gitignore\n",
    }
    missing = [path for path in contents if not path.exists()]
    if not missing:
        return _under_git(root, trust, fresh=fresh)
    with intended(root, missing, "Start a learning log", trust=trust) as commit:
        for path in missing:
            create(path, contents[path].encode("utf-8"))
        begun = _under_git(root, trust, fresh=fresh)
        return commit() if begun.done else begun


def _under_git(root: Path, trust: Trust, *, fresh: bool) -> git.Commit:
    """Put it under git; what was begun, and stopped in the middle, goes into the history then."""
    if fresh:
        root.chmod(0o700)  # sessions are private: on a shared computer too; one that was there is closed by `privacy`
    begun = init(root, trust)
    return bring_home(root, lambda _: None, trust) if begun.done else begun
