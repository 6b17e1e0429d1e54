"""The words that files, pages and the command line have in common, each set declared here alone.

A set that one room uses by itself stands in that room. None of these words ever changes once it is published.
"""

from enum import StrEnum


class LogKind(StrEnum):
    """Whose learning log it is: a person's own, a team's, or an organisation's base, which is public.

    Or no log, but a reader's copy of what waits for them: no session is in it.
    """

    OWN = "own"
    TEAM = "team"
    BASE = "base"
    READER = "reader"


class Ci(StrEnum):
    """Where a log may lie whose pushes are checked."""

    GITHUB = "github"
    GITLAB = "gitlab"
    AZURE = "azure"


ME = "me"
"""Whose an action is, in a log that nobody else reads."""


class Mode(StrEnum):
    """The four ways to use the circle."""

    INDIVIDUAL = "individual"
    GROUP = "group"
    COLLABORATIVE = "collaborative"
    TRAINING = "training"


class Role(StrEnum):
    """What somebody does in a session; the order is that of the guidance."""

    PRESENTER = "presenter"
    QUESTIONER = "questioner"
    RECORDER = "recorder"
    BOUNDARY_SETTER = "boundary-setter"
    ENCOURAGER = "encourager"


class Status(StrEnum):
    """How far a session has come."""

    PLANNED = "planned"
    IN_PROGRESS = "in-progress"
    RECORDED = "recorded"
    FOLLOWED_UP = "followed-up"

    @property
    def is_ahead(self) -> bool:
        """Tell whether the session has yet to take place, or to end."""
        return self in (Status.PLANNED, Status.IN_PROGRESS)


class Setting(StrEnum):
    """Whose services practice belongs to."""

    CHILDREN = "children"
    ADULTS = "adults"
    BOTH = "both"


class Focus(StrEnum):
    """What a session looks at."""

    EVENT = "event"
    PERSON = "person"
    FAMILY = "family"
    THEME = "theme"
    RESEARCH = "research"
    INTERACTION = "interaction"


class Scope(StrEnum):
    """Whether a learning point belongs to one situation alone or may hold elsewhere."""

    SPECIFIC = "specific"
    GENERAL = "general"


class View(StrEnum):
    """How the view of somebody who is not in the room came in."""

    TOLD = "told"
    IMAGINED = "imagined"


class Share(StrEnum):
    """How far a learning point has come on its way to others; anything but a plain yes is private."""

    NO = "no"
    PROPOSED = "proposed"
    PUBLISHED = "published"


class Outcome(StrEnum):
    """How it went for somebody who tried a learning point."""

    WORKED = "worked"
    PARTLY = "partly"
    NOT = "not"


class ReviewKind(StrEnum):
    """Who approves what is to be shared."""

    SECOND = "second"
    """Somebody other than the author."""

    SINGLE = "single"
    """Anybody: for somebody who works alone. The learning point and the site say so."""


class CastCheck(StrEnum):
    """How it is known that nobody of the story is named in a text."""

    CHECKED = "checked"
    """The reader's own computer compared it with the people and places of its session."""

    STATED = "stated"
    """Its author's did, and its author signed that."""


class Was(StrEnum):
    """What was taken back."""

    POINT = "learning-point"
    REPORT = "report"


class Unsure(StrEnum):
    """What becomes of a word that is a name of the cast, or an ordinary word, where names are replaced."""

    LEAVE = "leave"
    REPLACE = "replace"


class ExportFormat(StrEnum):
    """What sessions can be handed on as; each is also the file's ending."""

    HTML = "html"
    DOCX = "docx"
    MD = "md"
    JSON = "json"
    CSV = "csv"


class DigestFormat(StrEnum):
    """What a page of news can be written as."""

    MD = "md"
    HTML = "html"
    TEXT = "text"


class Drawing(StrEnum):
    """How somebody is asked."""

    DRAWN = "drawn"
    PLAIN = "plain"
    """Lines that are never drawn anew: for screen readers and simple terminals."""


class Length(StrEnum):
    """How much a reflection asks, unless somebody says so."""

    FULL = "full"
    QUICK = "quick"


class Weekday(StrEnum):
    """The days of the week, in their order."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


class Format(StrEnum):
    """The kinds of file that a print can be; each is also the file's ending."""

    HTML = "html"
    DOCX = "docx"
    MD = "md"
