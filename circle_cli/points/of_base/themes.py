"""Which of a base's themes a team's theme means: a line each, in the base's file `themes-of-teams`.

team-4h8w our-own-word relationships    what this team calls so is shown under that

The team's file, and what it signed, stays as it is. Where it means two of the base's themes, there are two lines.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from circle_cli.points.approval import approved_by
from circle_cli.points.of_base.rows import rows_in
from circle_cli.points.record import LearningPoint
from circle_cli.signing.readers import TEAM, Admitted
from circle_cli.system.no_links import content_of, is_there
from circle_cli.text import decode

THEMES_OF_TEAMS = "themes-of-teams"
"""The file's name, in the root of a base."""

MAY_BE_MAPPED = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""What a theme is called that a line can name."""

_HEAD = "# Under which of this base's themes a team's own is shown: `circle review` asks when a point comes in.\n"
_LINE = re.compile(rf"({TEAM.pattern}) ({MAY_BE_MAPPED.pattern}) ({MAY_BE_MAPPED.pattern})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """One line: what a team calls `theirs` is shown under `ours`."""

    team: str
    theirs: str
    ours: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Meanings:
    """All of them."""

    lines: frozenset[Meaning] = frozenset()

    def of(self, theme: str, team: str) -> tuple[str, ...]:
        """Give under what a theme of a team is shown: itself, where nothing else is said."""
        found = sorted(each.ours for each in self.lines if (each.team, each.theirs) == (team, theme))
        return tuple(found) or (theme,)

    def applied(self, point: LearningPoint, readers: Admitted) -> LearningPoint:
        """Give a learning point as the base shows it, whose approval is looked at no more."""
        if not self.lines:
            return point
        team = readers.team_of_key(approved_by(point))
        themes = dict.fromkeys(shown for theme in point.themes for shown in self.of(theme, team))
        return replace(point, themes=tuple(themes))


def load_meanings(log_root: Path) -> Meanings:
    """Read them; where there is no such file, every theme is shown as itself."""
    path = log_root / THEMES_OF_TEAMS
    return parse_meanings(decode(content_of(path), str(path)), path) if is_there(path) else Meanings()


def parse_meanings(text: str, where: Path) -> Meanings:
    """Read the text of the file.

    Raises:
        CircleError: a line is of another form; file and line are named.
    """
    rows = rows_in(text, where, _LINE, none="no theme of a team", writer="circle review")
    return Meanings(lines=frozenset(Meaning(team=team, theirs=theirs, ours=ours) for team, theirs, ours in rows))


def render_meanings(lines: Iterable[Meaning]) -> str:
    """Write the file's text."""
    return _HEAD + "".join(sorted(f"{each.team} {each.theirs} {each.ours}\n" for each in lines))
