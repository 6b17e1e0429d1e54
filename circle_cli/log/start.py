"""Starting a learning log: its folders, its settings, the site's, and git."""

from pathlib import Path

from circle_cli.ids import MARK
from circle_cli.log.durable import create
from circle_cli.log.folder import NO_TRUST, Trust
from circle_cli.log.history import git
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
    made = [
        path
        for path, content in (
            (root / MARK, SETTINGS),
            (root / "mkdocs.yml", packed("mkdocs.yml").read_text(encoding="utf-8")),
            (root / ".gitignore", IGNORED),
            (root / ".gitattributes", LINE_ENDS),
            (root / "sessions" / ".gitkeep", ""),
            (root / "guidance" / ".gitkeep", ""),
            (root / "site" / ".gitignore", "*\n!.gitignore\n"),
        )
        if not path.exists() and create(path, content.encode("utf-8"))
    ]
    if fresh:
        root.chmod(0o700)  # sessions are private: on a shared computer too; one that was there is closed by `privacy`
    begun = git.init(root, trust)
    if not begun.done or not made:
        return begun
    return git.commit(root, made, "Start a learning log", trust=trust)
