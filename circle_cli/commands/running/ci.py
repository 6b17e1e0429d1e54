"""`circle init --ci`: a file by which a place that keeps git repositories checks a log after every push.

It publishes a base's site, since a base is public; of any other log nothing that is made there is kept.
"""

import os
import re
from pathlib import Path

from circle_cli import __version__
from circle_cli.commands.edge import result, say
from circle_cli.errors import USAGE, CircleError, Place
from circle_cli.log.durable import create
from circle_cli.log.folder import NO_TRUST, Log, Trust
from circle_cli.log.history import git
from circle_cli.log.history.repository import find_repository
from circle_cli.log.intents import intended
from circle_cli.settings import load_settings
from circle_cli.system.files import make_folder
from circle_cli.system.no_links import content_of, inside
from circle_cli.vocabulary import Ci, LogKind

_FILES = Path(__file__).with_name("files")
_MESSAGE = "Check this log after every push"
_BRANCH = re.compile(rb"ref: refs/heads/([A-Za-z0-9_][A-Za-z0-9_./-]*)\s*")
_USUAL = "main"


_PLACES = {
    Ci.GITHUB: ".github/workflows/circle.yml",
    Ci.GITLAB: ".gitlab-ci.yml",
    Ci.AZURE: "azure-pipelines.yml",
}
_FROM = {Ci.GITHUB: "GitHub", Ci.GITLAB: "GitLab", Ci.AZURE: "Azure"}
_ON_ONCE = {
    Ci.GITHUB: "Settings, Pages: for “Source” choose “GitHub Actions”",
    Ci.GITLAB: "Settings, General, Visibility: for Pages choose “Everyone”; and Settings, CI/CD, Job token permissions",
    Ci.AZURE: "a pipeline with this file, a Static Web App, and its token in the pipeline as the secret SITE_TOKEN",
}


def refuse_another(root: Path, ci: Ci, kind: LogKind | None) -> None:
    """Refuse, before anything is made, where the file is there and not as we write it.

    Raises:
        CircleError: so; or a link is in its way.
    """
    path = inside(root, root / _PLACES[ci])
    if os.path.lexists(path) and content_of(path) != _content(root, ci, kind):
        wrong = f"there is one already, and circle {__version__} writes another; nothing was overwritten"
        do = "to have ours, move it away and say this again; then take over from yours what you need"
        raise CircleError(wrong, USAGE, where=Place(path), do=do)


def add_ci(log: Log, ci: Ci, trust: Trust = NO_TRUST) -> git.Commit:
    """Write the file of a log that is there, in a commit, and say what is to be switched on once."""
    kind = load_settings(log.root).kind
    refuse_another(log.root, ci, kind)
    path = log.root / _PLACES[ci]
    if os.path.lexists(path):
        say(f"{path} is there already, just the same.")
        return git.Commit(done=True)
    make_folder(path.parent)
    with intended(log.root, [path], _MESSAGE, trust=trust) as commit:
        create(path, _content(log.root, ci, kind))
        made = commit()
    result(str(path))
    say(_told(ci, kind))
    return made


def kind_of(root: Path, asked: LogKind | None) -> LogKind | None:
    """Give the kind of log that is there, or would be made."""
    return asked or load_settings(root).kind


def _content(root: Path, ci: Ci, kind: LogKind | None) -> bytes:
    name = f"{ci}-base.yml" if kind is LogKind.BASE else f"{ci}.yml"
    text = (_FILES / name).read_text(encoding="utf-8")
    return text.replace("@VERSION@", __version__).replace("@BRANCH@", _branch(root)).encode("utf-8")


def _branch(root: Path) -> str:
    """Give the branch on which this log is; `main` where nobody can tell, or it is called as no command may say it."""
    repository = find_repository(root.resolve())
    if repository is None or repository.top == repository.folder:
        return _USUAL
    head = _BRANCH.fullmatch((repository.folder / "HEAD").read_bytes())
    return head[1].decode() if head and not head[1].endswith((b".lock", b".", b"/")) else _USUAL


def _told(ci: Ci, kind: LogKind | None) -> str:
    where = _FROM[ci]
    pip = f"It installs circle-cli=={__version__}: where your pip cannot find that, change the line CIRCLE in the file."
    if kind is LogKind.BASE:
        return (
            f"{where} checks this base after every push, and publishes its site.\n"
            f"To be switched on once, there: {_ON_ONCE[ci]}. The file says it step by step.\n{pip}"
        )
    once = "\nTo be switched on once, there: a pipeline with this file." if ci is Ci.AZURE else ""
    return (
        f"{where} checks this log after every push, and builds its site to see that it can be; nothing is published."
        f"{once}\n{pip}\nThe log holds sessions: whoever may read it there reads them. Keep that place private."
    )
