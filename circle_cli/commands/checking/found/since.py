"""`circle check --since`: which files have changed, and which must be looked at all the same."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from circle_cli.commands.checking.found.problem import Problem
from circle_cli.errors import CircleError
from circle_cli.identifiers.lists import LISTS_FOLDER
from circle_cli.ids import MARK, POINT_FILE, PROPOSALS
from circle_cli.log.folder import ERASED, Log
from circle_cli.log.history.since import changed_since
from circle_cli.log.survey import FileFault
from circle_cli.points.of_base.themes import THEMES_OF_TEAMS
from circle_cli.share.release.opened import unescaped
from circle_cli.share.release.terms import Terms
from circle_cli.signing.readers import READERS
from circle_cli.system.no_links import content_of

_RULES = (MARK, READERS, ERASED, "guidance/themes.yml", THEMES_OF_TEAMS, f"{LISTS_FOLDER}/", "guidance/frameworks/")
"""What every other file is judged by: where one of these has changed, all are looked at."""
_OF_SITE = ("mkdocs.yml", "guidance/", "approvals/")
_PUBLIC = ("guidance/", f"{PROPOSALS}/", "approvals/", "mkdocs.yml", "site/")
"""What others read, or may come to read: where something of it has changed, it may say any name of any session."""

_BY_ID = ("learning-points", "reports", "withdrawn")


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """What is not as it was in a commit; with none, all of it.

    `ids` are those of the learning points and reports that changed, on either side of the door.
    """

    root: Path
    commit: str = ""
    changed: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()

    @property
    def rule(self) -> str:
        """Name what changed, if it is something by which all is judged; what somebody called a file is left out."""
        return next((rule for rule in _RULES if any(name.startswith(rule) for name in self.changed)), "")

    @property
    def all(self) -> bool:
        """Whether everything is looked at."""
        return not self.commit or bool(self.rule)

    @property
    def touches_site(self) -> bool:
        """Whether anything changed of what the site says beside its learning points."""
        return self.all or any(
            (name.startswith(_OF_SITE) or _may_be_logo(name)) and not set(PurePosixPath(name).parts[:2]) & {*_BY_ID}
            for name in self.changed
        )

    @property
    def needs_every_name(self) -> bool:
        """Whether the names in all sessions have to be known, and not only those in what changed."""
        return self.all or any(name.startswith(_PUBLIC) or _may_be_logo(name) for name in self.changed)

    def has(self, path: str) -> bool:
        """Tell whether a file is not as it was."""
        return self.all or self._name(path) in self.changed

    def wants(self, path: str, of_points: Collection[str], new: Terms) -> bool:
        """Tell whether a file has to be looked at.

        It changed, or the session that it came from did (`of_points` are the ids of such), or it says one of the names
        that are `new` in the log.
        """
        if self.has(path) or PurePosixPath(path).stem in {*self.ids, *of_points}:
            return True
        try:
            return bool(new.by_word) and any(new.find(unescaped(content_of(path).decode("utf-8", "replace"))))
        except CircleError:  # whoever looks at it says what it is
            return True

    def keeps(self, found: Problem) -> bool:
        """Tell whether something found counts: of strays and the like, those that came since."""
        return found.kind not in (FileFault.STRAY, FileFault.LINK) or self.has(found.path)

    def _name(self, path: str) -> str:
        place = Path(path)
        return place.relative_to(self.root).as_posix() if place.is_relative_to(self.root) else path


def _may_be_logo(name: str) -> bool:
    """Tell whether it is a picture beside the settings, where the logo lies, whatever it is called."""
    return "/" not in name and name.endswith(".png")


def since(log: Log, rev: str | None) -> Since:
    """Find out what has changed since a commit; without one, everything counts.

    Raises:
        CircleError: there is no such commit.
    """
    if rev is None:
        return Since(root=log.root)
    commit, changed = changed_since(log.root, rev, log.trust)
    ids = {PurePosixPath(name).stem for name in changed if POINT_FILE.fullmatch(PurePosixPath(name).name)}
    return Since(root=log.root, commit=commit, changed=changed, ids=frozenset(ids))
