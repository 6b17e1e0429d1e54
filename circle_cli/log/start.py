"""Starting a learning log: its folders, its settings, the site's, and git."""

import os
from contextlib import suppress
from pathlib import Path

from circle_cli.errors import USAGE, CircleError, Place
from circle_cli.ids import MARK
from circle_cli.log.durable import create
from circle_cli.log.folder import NO_TRUST, Trust
from circle_cli.log.history import git
from circle_cli.log.history.foreign import note_beginning
from circle_cli.log.history.refused import in_words
from circle_cli.log.history.repository import find_repository
from circle_cli.log.intents import bring_home, intended
from circle_cli.packed import packed
from circle_cli.settings import is_base, is_readers_copy, load_settings
from circle_cli.system.files import make_folder, remove_tree
from circle_cli.system.processes import left_by_the_dead
from circle_cli.system.running import Output, run_git
from circle_cli.vocabulary import LogKind

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
PRIVATE = """\
/sessions/
/sparks/
/proposals/
"""
LINE_ENDS = """\
# As they were written, on Windows too: what was approved is compared to the byte.
*.md text eol=lf
*.txt text eol=lf
*.yml text eol=lf
# Two people's changes are brought together by what they mean, where git was told how (README says it).
*.md merge=circle
*.txt merge=circle
*.yml merge=circle
readers merge=circle
erased-names merge=circle
"""
SITE_IGNORED = """\
*
!.gitignore
"""

_LIMIT = 10.0  # seconds
_BESIDE, _MADE = ".circle", "beginning-"


def start_log(root: Path, trust: Trust = NO_TRUST, kind: LogKind | None = None) -> git.Commit:
    """Make a learning log at `root`, of a kind if one is given: whatever is there already stays as it is.

    Raises:
        CircleError: the folder cannot be written, or it is a log of another kind.
    """
    _refuse_other_kind(root, kind)
    if kind is None and is_base(root):  # said again, it makes no folder for sessions there
        kind = LogKind.BASE
    fresh = not root.exists()
    contents = {
        root / MARK: f"{SETTINGS}kind: {kind}\n" if kind else SETTINGS,
        root / "mkdocs.yml": packed("mkdocs.yml").read_text(encoding="utf-8"),
        root / ".gitignore": IGNORED + (PRIVATE if kind is LogKind.BASE else ""),
        root / ".gitattributes": LINE_ENDS,
        root / "sessions" / ".gitkeep": "",
        root / "guidance" / ".gitkeep": "",
        root / "site" / ".gitignore": SITE_IGNORED,
    }
    if kind is LogKind.BASE:
        del contents[root / "sessions" / ".gitkeep"]
    missing = [path for path in contents if not path.exists()]
    if not missing:
        return _under_git(root, trust, fresh=fresh)
    with intended(root, missing, "Start a learning log", trust=trust) as commit:
        for path in missing:
            create(path, contents[path].encode("utf-8"))
        begun = _under_git(root, trust, fresh=fresh)
        return commit() if begun.done else begun


def _refuse_other_kind(root: Path, kind: LogKind | None) -> None:
    if not (root / MARK).exists():
        return
    if is_readers_copy(root):
        wrong = "it is a reader's copy of what waits to be read, and no session has a place in it"
        raise CircleError(wrong, USAGE, where=Place(root), do="name another folder")
    if kind is None:
        return
    found = load_settings(root).kind
    if found is not kind:
        wrong = f"it is a learning log already, and not begun as a {kind}"
        do = f"name another folder; or write `kind: {kind}` into its {MARK}, if you know what it holds"
        raise CircleError(wrong, USAGE, where=Place(root), do=do)


def _under_git(root: Path, trust: Trust, *, fresh: bool) -> git.Commit:
    """Put it under git; what was begun, and stopped in the middle, goes into the history then."""
    if fresh:
        root.chmod(0o700)  # sessions are private: on a shared computer too; one that was there is closed by `privacy`
    begun = init(root, trust)
    return bring_home(root, lambda _: None, trust) if begun.done else begun


def init(root: Path, trust: Trust = NO_TRUST) -> git.Commit:
    """Put `root` (made if missing) under git, on a branch `main`; done if it is a repository's top already.

    Inside somebody else's repository (a home folder kept in git, say) it gets one of its own: what is private must
    not go where that one is pushed to.
    """
    try:
        repository = find_repository(root.resolve())
        if repository is not None and repository.top == repository.folder:
            return in_words("must be run in a work tree", root)
        ours = repository is not None and repository.top == root.resolve()
        output = Output() if ours else _begin(root)
    except OSError as error:
        return git.Commit(
            done=False,
            reason=f"git could not be used: {error}",
            fix="ask whoever looks after your git: `git status` says more there",
        )
    if output.code == 0 and not ours:
        note_beginning(root, trust)
    return git.Commit(done=True) if output.code == 0 else in_words(output.text, root)


def _begin(root: Path) -> Output:
    """Make the repository elsewhere, and give it its name when it is whole: git does not go on with half of one."""
    if os.path.lexists(root / ".git"):
        return _init(root)
    for left in left_by_the_dead(root / _BESIDE, _MADE):
        _clear_away(left)
    made = root / _BESIDE / f"{_MADE}{os.getpid()}"
    make_folder(made)
    try:
        output = _init(made)
        if output.code == 0:
            (made / ".git").rename(root / ".git")
        return output
    finally:
        _clear_away(made)


def _init(folder: Path) -> Output:
    return run_git("-c", "init.defaultBranch=main", "init", "-q", "--", os.fsencode(folder), limit=_LIMIT)


def _clear_away(folder: Path) -> None:
    with suppress(OSError):
        remove_tree(folder)
