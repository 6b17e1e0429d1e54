"""What is settled before a session, whichever way the circle will be used. Pure.

Source: what the pages in guidance/modes/ ask to bear in mind, and guidance/preparing.md, which is our own page.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from circle_cli.guidance.records import Guidance, ModePage
from circle_cli.interview.answers.answer import Answers
from circle_cli.interview.answers.before import CONSIDERED, EVIDENCE, FOCUS, GATHERED, ONE_GROUP, READY, WISHES, day_of
from circle_cli.interview.answers.during import FRAMEWORKS, SECTION
from circle_cli.interview.answers.notation import NO, YES
from circle_cli.interview.answers.people import PEOPLE, is_alone
from circle_cli.interview.answers.together import ON
from circle_cli.interview.script.bearing import FOCUSES, to_bear_in_mind
from circle_cli.interview.script.before.appointing import ask_when, ask_where
from circle_cli.interview.script.before.choosing import chosen_mode, which_mode
from circle_cli.interview.script.before.settled import open_prompts, still_settled, what_is_settled
from circle_cli.interview.script.before.splitting import into_groups, one_group, to_split, who_brings
from circle_cli.interview.script.company import alone_or_with, facilitator_prompt, who_presents
from circle_cli.interview.script.dealing import Turns
from circle_cli.interview.script.during.about import framework_links, learning_outcomes
from circle_cli.interview.script.first import TITLE
from circle_cli.interview.script.opening import who_does_what
from circle_cli.interview.script.people import read_people
from circle_cli.interview.script.prompts import Prompt, choice, line, writing
from circle_cli.interview.script.script import Beside
from circle_cli.vocabulary import Mode, Setting

_EVENT_TITLE = "A few words for the day, such as: Strengths in supervision. Each group chooses what it looks at."
_EVIDENCE = (
    "Will it be evidence, for a portfolio perhaps?",
    "You can choose parts of the PCF or the KSS now; learning outcomes come next.",
)
_SPLIT_LATER = "Enter leaves it open; they are split into groups once it is known."
_PROTECTS = "This has to be settled before the session begins: it is there to protect people."
_SPECIFIC = "Nobody's name is needed: “the young person”, “her daughter”, “a colleague” will do."


@dataclass(frozen=True, slots=True, kw_only=True)
class Preparation(Beside):
    """What is asked to prepare a session; `mode` where it is settled already, `groups` where their number is.

    `settled` is what a session holds that is prepared again; a group of a training event then stands on its own.
    `services` are those in which whoever prepares it works.
    """

    guidance: Guidance
    today: date
    mode: Mode | None = None
    groups: int | None = None
    settled: Answers = field(default_factory=dict)
    turns: Turns = field(default_factory=dict)
    services: Setting | None = None

    def chosen(self, answers: Answers) -> Mode | None:
        """Give the way to use the circle that was chosen, None while it is open."""
        chosen = self.mode or chosen_mode(answers)
        return Mode.GROUP if chosen is Mode.TRAINING and ONE_GROUP.value(answers) else chosen

    def of_several_groups(self, answers: Answers) -> bool:
        """Tell whether it is a whole training event that is prepared: nobody is in a group of it yet."""
        return self.chosen(answers) is Mode.TRAINING and not PEOPLE.text(self.settled)

    def draw_up(self, answers: Answers) -> tuple[Prompt, ...]:
        """Draw up every prompt that these answers lead to; what is settled is asked again only where it is wished."""
        mode = self.chosen(answers)
        if not self.settled or mode is None:
            return tuple(_script(self, answers))
        known = {**still_settled(self.settled, answers), **answers}
        settled = what_is_settled(self.guidance.page_of(mode), self.settled, FOCUSES)
        return (settled, *open_prompts(_script(self, known), self.settled, answers))


def _script(preparation: Preparation, answers: Answers) -> Iterator[Prompt]:
    if preparation.mode is None:
        yield from which_mode(preparation.guidance, answers)
    mode = preparation.chosen(answers)
    if mode is None:
        return
    page, event = preparation.guidance.page_of(mode), preparation.of_several_groups(answers)
    if not preparation.settled:
        yield _considered(page)
    title = replace(TITLE, more=to_bear_in_mind(page))
    yield replace(title, remark=(_EVENT_TITLE,)) if event else title
    if not event:  # there, each group's presenter chooses their own
        yield writing(SECTION["situation"].key, "The practice situation", remark=_situation(mode))
    yield choice(FOCUS.key, "What will you look at?", *((each, FOCUSES[each]) for each in page.focus))
    yield from ask_when(page, preparation.today, answers)
    if mode is Mode.INDIVIDUAL:
        yield from alone_or_with(answers)
    if not is_alone(mode, answers):
        yield ask_where()
    if event:
        yield from _training(preparation, answers)
    elif mode is not Mode.INDIVIDUAL:
        yield from _others(preparation, mode, answers)
    yield from _gathered(answers)
    if mode is Mode.INDIVIDUAL or CONSIDERED.text(answers) == EVIDENCE or FRAMEWORKS.given(preparation.settled):
        yield from _evidence(preparation, answers)
    yield from _checks(page, preparation.guidance.running.opening)


def _considered(page: ModePage) -> Prompt:
    """Say what to bear in mind; with others, evidence is for whoever says here that it will be some."""
    evidence = () if page.id == Mode.INDIVIDUAL else ((EVIDENCE, "Go on, and settle what it will be evidence for"),)
    return choice(
        CONSIDERED.key,
        f"{page.title}: what to bear in mind",
        (ON, "Go on"),
        *evidence,
        remark=tuple(f"- {each}" for each in page.considerations),
        default=ON,
    )


def _evidence(preparation: Preparation, answers: Answers) -> Iterator[Prompt]:
    day = day_of(answers) or preparation.today
    services = preparation.services
    yield from framework_links(preparation.guidance, day, answers, _EVIDENCE, how=False, services=services)
    if not any(FRAMEWORKS.takes(key) for key in still_settled(preparation.settled, answers)):
        yield learning_outcomes(())  # beside those that are there, where evidence is asked for again


def _situation(mode: Mode) -> tuple[str, ...]:
    known = "A few words, if it is known already."
    words = {
        Mode.INDIVIDUAL: f"{known} You choose it: a success of your own, or part of one.",
        Mode.COLLABORATIVE: "The one that was agreed beforehand with the manager, or managers, it concerns.",
    }
    others = f"{known} Let whoever presents choose it: a success of their own, or part of one."
    return (words.get(mode, others), "Without names. It can be left for the day.")


def _others(preparation: Preparation, mode: Mode, answers: Answers) -> Iterator[Prompt]:
    yield line(
        PEOPLE.key,
        "Who is coming?",
        remark=("First names are enough, with commas between. Invite key people too, where it helps.",),
        reading=read_people,
    )
    people = PEOPLE.value(answers)
    if ONE_GROUP.key in answers:
        yield one_group()
    yield facilitator_prompt(mode, people, later=True)
    if not people:
        return
    if mode is Mode.COLLABORATIVE:
        yield _wishes()
    yield from who_presents(mode, answers, preparation.turns, "Enter leaves it open until the day.")
    yield from who_does_what(preparation.guidance.roles, mode, answers, preparation.turns)


def _wishes() -> Prompt:
    """Ask what people whose own life it is would like, before any role is spoken of."""
    return line(
        WISHES.key,
        "Whose own life is it about, and what would each of them like to do?",
        remark=(
            "Ask them first: to tell, to add something, only to listen, to send a few words.",
            "Such as: Mrs Vale: to tell it herself; her son: to listen. Enter leaves it open.",
        ),
    )


def _training(preparation: Preparation, answers: Answers) -> Iterator[Prompt]:
    yield facilitator_prompt(Mode.TRAINING, (), later=True)
    yield line(
        PEOPLE.key,
        "Who is coming?",
        remark=(
            "Everybody, of all the groups, with commas between; without whoever is in charge of the whole.",
            _SPLIT_LATER,
        ),
        reading=read_people,
    )
    people = PEOPLE.value(answers)
    if people:
        yield who_brings(people)
        yield from into_groups(to_split(answers), preparation.groups, answers)


def _gathered(answers: Answers) -> Iterator[Prompt]:
    for view in GATHERED.asked(answers):
        yield line(
            view.key("by"),
            "Has anybody said what they thought of it?" if view.first else "Has anybody else said something?",
            remark=("A child, an adult or family, colleagues: whose view is it?", f"{_SPECIFIC} Enter goes on.")
            if view.first
            else ("Enter goes on.",),
        )
        if view.text("by"):
            remark = ("In their own words.",)
            yield writing(view.key("text"), f"What did they say? ({view.text('by')})", remark=remark)


def _checks(page: ModePage, opening: tuple[str, ...]) -> Iterator[Prompt]:
    """Ask for each check of the mode's page whether it holds; the one on the opening shows what is said there."""
    for check in page.readiness:
        remark = tuple(f"- {each}" for each in opening) if check.id == "opening" else ()
        protects = check.required and page.id == Mode.COLLABORATIVE
        yield choice(
            READY.of(check.id).key,
            check.check,
            (YES, "Yes"),
            (NO, "Not yet"),
            remark=(_PROTECTS,) if protects else remark,
            left_open="It is not ticked" + (", and the session cannot begin before it is." if protects else "."),
            guarded=True,
        )
