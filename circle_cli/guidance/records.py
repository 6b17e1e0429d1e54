"""The circle's records: Question, Role, Mode, Framework, Theme; what the pages of `guidance/` hold."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from circle_cli.vocabulary import Focus, Role, Setting


class Then(StrEnum):
    """What is asked straight after a question's answer."""

    SAFEGUARDING = "safeguarding"
    LEARNING_POINTS = "learning-points"
    ACTION_POINTS = "action-points"


class NoteKind(StrEnum):
    """What a jotted note may be about."""

    THEORY = "theory"
    RESEARCH = "research"
    ACTION = "action"


class Facilitator(StrEnum):
    """Whether a way of using the circle needs a facilitator."""

    NONE = "none"
    NEEDED = "needed"
    SKILLED = "skilled"


_AT_ONCE = 2
"""So many of a question's prompts are shown with it; the others are one key away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One of the eight: what it is for, and words to put it in.

    `views` are the people and things whose view it asks for; `everyone` means that the whole group is asked.
    """

    id: str
    title: str
    short: str
    order: int
    aims: tuple[str, ...]
    prompts: tuple[str, ...]
    notes: tuple[str, ...]
    quick: bool
    minutes: int
    more: str
    scaling: str | None
    then: tuple[Then, ...]
    recalls: tuple[NoteKind, ...]
    views: tuple[str, ...]
    everyone: bool = False

    @property
    def at_once(self) -> tuple[str, ...]:
        """Give the prompts that are shown with it."""
        return self.prompts[:_AT_ONCE]

    @property
    def behind(self) -> tuple[str, ...]:
        """Give the prompts that are one key away."""
        return self.prompts[_AT_ONCE:]

    def turned(self, times: int) -> "Question":
        """Give it with the prompts that come next shown at once: after as many times all of them have been."""
        start = times * _AT_ONCE % len(self.prompts) if self.prompts else 0
        return replace(self, prompts=(*self.prompts[start:], *self.prompts[:start]))


@dataclass(frozen=True, slots=True, kw_only=True)
class RolePage:
    """One of the five, with its duties."""

    id: str
    title: str
    order: int
    duties: tuple[str, ...]
    several: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadinessCheck:
    """Something to have settled before a session begins."""

    id: str
    check: str
    required: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ModePage:
    """One of the four ways to use the circle. `minutes` is its longest usual length, None where none is known."""

    id: str
    title: str
    order: int
    summary: str
    considerations: tuple[str, ...]
    roles: tuple[Role, ...]
    facilitator: Facilitator
    minutes: int | None
    focus: tuple[Focus, ...]
    readiness: tuple[ReadinessCheck, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameworkStatement:
    """One numbered statement of a framework; `confirmed` is False where its title awaits checking at the source."""

    id: str
    title: str
    group: str | None
    confirmed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework:
    """A professional framework in one edition, in force from and to the days given (both included).

    `setting` is whose services it is for; None where it is for everybody.
    """

    id: str
    title: str
    short: str
    edition: str
    publisher: str
    link: str | None
    valid_from: date | None
    valid_to: date | None
    statements: tuple[FrameworkStatement, ...]
    setting: Setting | None = None

    def named(self, statement: str) -> str:
        """Say one of its statements by name and number, as people know it; nothing where it has no such statement."""
        titles = (f"{self.short}, {each.id} {each.title}" for each in self.statements if each.id == statement)
        return next(titles, "")

    def far_from(self, setting: Setting | None) -> int:
        """Give how far it is from services: none where it is for them, and furthest where it is for others."""
        if setting in (None, Setting.BOTH):
            return 0
        return 0 if self.setting in (setting, Setting.BOTH) else 1 if self.setting is None else 2

    def in_force(self, day: date) -> bool:
        """Tell whether this edition holds on `day`."""
        return (self.valid_from or day) <= day <= (self.valid_to or day)


THEME_LISTS = ("themes", "concerns", "conditions")
"""The keys of the lists of themes: what it is about, whom it concerns, how widely it fits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A word of a closed list by which learning points can be found: a subject, which sessions have too, or another."""

    id: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """What whoever leads a session bears in mind: at its opening, while the questions go round, at its closing."""

    opening: tuple[str, ...]
    during: tuple[str, ...]
    closing: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """Something that is said in a group and asks for what is missing, and what could be asked in its place."""

    heard: str
    instead: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Guidance:
    """All of it: questions, roles and modes in their order, frameworks by id.

    `themes` are subjects, `concerns` are those whom a learning point concerns, `conditions` say how widely it fits.
    `own` are questions that a log has beside the eight: they are never published.
    """

    questions: tuple[Question, ...]
    roles: tuple[RolePage, ...]
    modes: tuple[ModePage, ...]
    frameworks: tuple[Framework, ...]
    themes: tuple[Theme, ...]
    concerns: tuple[Theme, ...]
    conditions: tuple[Theme, ...]
    running: Running
    turns: tuple[Turn, ...]
    own: tuple[Question, ...] = ()

    @property
    def asked(self) -> tuple[Question, ...]:
        """Give all the questions that are asked: the eight, and the log's own after them."""
        return (*self.questions, *self.own)

    @property
    def public(self) -> "Guidance":
        """Give what may be published of it: a log's own questions never are, on a page or in a kit to print."""
        return replace(self, own=())

    def page_of(self, mode: str) -> ModePage:
        """Give the page on a way to use the circle."""
        return next(page for page in self.modes if page.id == mode)

    def turned(self, times: int) -> "Guidance":
        """Give it as somebody meets it who has been through the questions so many times."""
        return replace(self, questions=tuple(question.turned(times) for question in self.questions))

    @property
    def titles(self) -> dict[str, str]:
        """Give the titles of all that is asked, by id."""
        return {question.id: question.title for question in self.asked}

    @property
    def theme_lists(self) -> dict[str, tuple[Theme, ...]]:
        """Give the three lists of themes by their keys, as `themes.yml` has them."""
        return dict(zip(THEME_LISTS, (self.themes, self.concerns, self.conditions), strict=True))

    @property
    def known_themes(self) -> frozenset[str]:
        """What the themes of a learning point's file may name: words of all three lists stand there together."""
        return frozenset(theme.id for theme in (*self.themes, *self.concerns, *self.conditions))

    @property
    def known_statements(self) -> frozenset[tuple[str, str]]:
        """What a link to a framework may name, as (framework, statement)."""
        return frozenset((each.id, statement.id) for each in self.frameworks for statement in each.statements)

    def named(self, framework: str, statement: str) -> str:
        """Say a framework's statement by name and number, as people know it; by its ids where it is not known here."""
        names = (each.named(statement) for each in self.frameworks if each.id == framework)
        return next(names, "") or f"{framework} {statement}"

    @property
    def views(self) -> tuple[str, ...]:
        """Whose views the questions ask for."""
        return tuple(view for question in self.questions for view in question.views)
