"""The record of one learning point that everyone may read. There is no place in it for a name, a date or a session."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from circle_cli.vocabulary import CastCheck, Outcome, ReviewKind, Setting, Was

POINT_FORMAT = 1
"""The version of the file format that this program writes and reads."""

PARTS = {
    "what-to-try": "What to try",
    "why": "Why it seems to work",
    "where-not": "Where it may not fit",
    "how": "How to do it",
    "rests-on": "What it rests on",
}
"""The sections of a learning point, each needed, by key with their headings; in the order of the file."""

LONGEST_TITLE = 120
LONGEST_PART = 4000
"""Characters in a section: a learning point is read in a minute, and a long text tells more than it means to."""
LONGEST_REPORT = 300
"""Characters in what somebody says differed: a few words help, and a story would be about somebody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementLink:
    """A framework's statement that a learning point speaks to."""

    framework: str
    statement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What somebody reports from trying it: how it went, in which year, and what differed, in a few checked words.

    Without an outcome they suggest other words for it, and these are what `differed` holds.

    It speaks of one `revision` of the learning point, and has a file of its own, named by its id in `report`. Earlier
    versions wrote it into the learning point's file: then there is none, and no second person had to read it.
    """

    outcome: Outcome | None
    year: int
    differed: str | None = None
    revision: int = 1
    report: str | None = None
    team: str | None = None
    """In a base, whose reader approved it, under a pseudonym; empty where too few teams told to count them, or none.

    None: nobody counts teams.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report from trying a learning point, as everyone may read it: a file of its own, which is never rewritten.

    Without an outcome it suggests other words for the learning point: those in `differed`.
    """

    id: str
    point: str
    revision: int = 1
    outcome: Outcome | None
    year: int
    differed: str | None = None
    approval: "Approval | None" = None

    def as_trial(self) -> Trial:
        """Give it as it stands beside its learning point."""
        return Trial(
            outcome=self.outcome, year=self.year, differed=self.differed, revision=self.revision, report=self.id
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """A reader's yes to exactly these words: the digest of the canonical text, and how it was read and checked.

    `explained` are words in it that the identifier check asks about and that are no identifiers, such as an author's.
    `signature` is the reader's, over the text and all that is said here (`points/approval.py`). Earlier versions had
    none, and did not say what kind of review it was, nor who compared the text with the people of its story.
    """

    sha256: str
    review: ReviewKind | None = None
    tool: str
    lists: str
    cast: CastCheck | None = None
    explained: tuple[str, ...] = ()
    signature: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LearningPoint:
    """One learning point, as everyone may read it. `parts` has a text for each of PARTS.

    Revised, it keeps its id; the first wording is revision 1.
    """

    id: str
    revision: int = 1
    title: str
    themes: tuple[str, ...]
    setting: Setting
    questions: tuple[str, ...]
    frameworks: tuple[StatementLink, ...] = ()
    year: int
    tried: tuple[Trial, ...] = ()
    approval: Approval | None = None
    parts: Mapping[str, str] = field(default_factory=dict)

    @property
    def trials(self) -> tuple[Trial, ...]:
        """Give what those report who tried it, in order of time as far as their years tell."""
        trials = (trial for trial in self.tried if trial.outcome)
        return tuple(sorted(trials, key=lambda trial: (trial.year, trial.revision)))

    @property
    def suggested(self) -> tuple[str, ...]:
        """Give what readers suggest for the words that it has now."""
        now = (trial for trial in self.tried if trial.revision == self.revision)
        return tuple(trial.differed or "" for trial in now if trial.outcome is None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn:
    """What is left of a learning point, or of a report, that was taken back: its id, and the year."""

    id: str
    year: int
    was: Was = Was.POINT
