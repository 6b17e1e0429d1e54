"""What a heading, or a column, of somebody else's form becomes in a session: found by its words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from circle_cli.guidance.ours import unmarked
from circle_cli.guidance.records import Guidance
from circle_cli.ids import SECTIONS, in_order
from circle_cli.importing.phrases import BY_THE_FORM, KEYWORDS, LESS_WELL, NOT_ASKED, OTHER_DAYS, PHRASES
from circle_cli.paper.intake.earlier import TITLES
from circle_cli.paper.layout import ABOUT, HEADINGS
from circle_cli.paper.letters import letters

TITLE, DATE, THEMES, MODE, SETTING, PRESENTER, NOTES = (
    "title", "date", "themes", "mode", "setting", "presenter", "notes",
)  # fmt: skip
SITUATION = "situation"
OUT = "leave-out"
FIELDS = (TITLE, DATE, THEMES, MODE, SETTING, PRESENTER)
"""What is no section of a session's text."""

_CALLED = {
    TITLE: "the session's title (title)",
    DATE: "its day (date)",
    THEMES: "its themes (themes)",
    MODE: "how the circle was used (mode)",
    SETTING: "whom the services are for (setting)",
    PRESENTER: "whose practice it is (presenter)",
    OUT: "left out of the log (leave-out)",
}

_NUMBERED = re.compile(
    r"^[\s(]*(?:(?:q|question|part|section|step)\s*)?(?:\d{1,2}(?:\.\d{1,2})*|[a-h])[\s.):–-]+", re.I
)
_HINT = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*[:?*]*\s*$")
_BY_THE_FORM = frozenset(letters(each) for each in BY_THE_FORM)
_LONGEST = 300
"""In characters: nothing longer is the name of anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Targets:
    """What labels may become, and which words say so: `known` by their letters; `titles` are the sections' own."""

    known: Mapping[str, str]
    sections: tuple[str, ...]
    titles: Mapping[str, str]

    @property
    def all(self) -> tuple[str, ...]:
        """Give everything that a label can become."""
        return (*FIELDS[:2], *self.sections, *FIELDS[2:], OUT)

    def called(self, target: str) -> str:
        """Say what something becomes, in words."""
        if title := self.titles.get(target):
            return f"{title} ({target})"
        return _CALLED.get(target, target)

    def word_for_word(self, label: str) -> bool:
        """Tell whether a label is what a form asks for and, but for a number, nothing else."""
        return any(letters(text) in self.known for text in (label, _NUMBERED.sub("", label)))

    def surely(self, label: str) -> str | None:
        """Find what a label becomes whose words nobody would write for anything else."""
        if len(label) > _LONGEST:
            return None
        bare = _NUMBERED.sub("", label)
        words = (letters(text) for text in (label, bare, _HINT.sub("", bare)))
        return next((self.known[key] for key in words if key in self.known), None)

    def nearly(self, label: str) -> str | None:
        """Find what a label becomes that stands where only labels stand: by its words, and else by one of them."""
        if len(label) > _LONGEST:
            return None
        if sure := self.surely(label):
            return sure
        folded = " ".join(re.findall(r"[^\W_]+", label.casefold().replace("’", "'").replace("n't", " not")))
        if NOT_ASKED.search(folded):
            return None
        asked = ((words.search(folded), rank, target) for rank, (target, words) in enumerate(KEYWORDS))
        found = [(place.start(), rank, target) for place, rank, target in asked if place]
        if less := LESS_WELL.search(folded):
            found.append((less.start(), -1, "barriers"))
        target = min(found)[2] if found else None
        return None if target == DATE and OTHER_DAYS.search(folded) else target


def is_by_the_form(label: str) -> bool:
    """Tell whether a day was noted by a program while a form was filled in."""
    return letters(label) in _BY_THE_FORM


def targets_of(guidance: Guidance) -> Targets:
    """Gather the words of a log's guidance, of our sheets, and of other people's forms."""
    own = tuple(question.id for question in guidance.own)
    sections = in_order((*SECTIONS, *own))
    known = {letters(phrase): target for target, phrases in PHRASES.items() for phrase in phrases}
    known |= {letters(label): key for key, label in ABOUT.items() if key in FIELDS}
    known |= {letters(title): name for name, title in (*TITLES, *HEADINGS.items()) if name in sections}
    for question in (*guidance.questions, *guidance.own):
        words = (*question.prompts, question.title, question.short, question.id)
        known |= {letters(form): question.id for text in words for form in (text, unmarked(text))}
    known |= {letters(name): name for name in (*FIELDS, *sections)}
    titles = {**HEADINGS, **{question.id: question.title for question in (*guidance.questions, *guidance.own)}}
    return Targets(
        known={key: target for key, target in known.items() if key},
        sections=sections,
        titles={name: titles[name] for name in sections},
    )
