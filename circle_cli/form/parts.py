"""What stands before the questions: how the circle is used, who is there, how to open, and the situation."""

from circle_cli.form.pieces import Html, behind, bullets, day, field, group, joined, only, paragraph, tick
from circle_cli.form.questions import part
from circle_cli.form.ways import GROUPS, ONE_OR_TWO, TWO
from circle_cli.guidance.ours import MEANS
from circle_cli.guidance.records import Guidance, ModePage
from circle_cli.interview.answers.people import ALONE
from circle_cli.interview.composing.compose import UNTITLED
from circle_cli.interview.script.bearing import to_bear_in_mind
from circle_cli.interview.script.opening import opening_of_two
from circle_cli.session.file import FIXED_HEADINGS
from circle_cli.vocabulary import Length, Mode, Role

_WAYS = {Mode.INDIVIDUAL: ONE_OR_TWO}
_COMPANY = ((ALONE, "On my own"), (TWO, "One to one, with somebody who asks the questions"))
_LENGTHS = (
    (Length.FULL, "In full: the eight questions, and what you learnt and will do"),
    (Length.QUICK, "Quick: three questions, in five minutes; the others can follow another day"),
)


def how(guidance: Guidance) -> Html:
    """Draw how the circle is used, at what length, and what the reflection is called."""
    modes = (
        tick(f"{page.title}. {page.summary}", "radio", name="mode", value=page.id,
             checked=page.id == Mode.INDIVIDUAL, data_title=page.title)
        for page in guidance.modes
    )  # fmt: skip
    lengths = (
        tick(words, "radio", name="length", value=length, checked=length is Length.FULL) for length, words in _LENGTHS
    )
    company = (tick(words, "radio", name="company", value=value, checked=value == ALONE) for value, words in _COMPANY)
    return joined(
        (
            group("How do you use the circle?", *modes),
            group("How long have you got?", *lengths, paragraph("Nothing that you have written goes by changing it.")),
            only(ONE_OR_TWO, only(Length.FULL, group("Are you on your own?", *company))),
            joined(_in_mind(page) for page in guidance.modes),
            draft(),
            field(f"What shall we call it? Without names; left open, “{UNTITLED}”", name="title", type="text"),
            day("The day", name="date"),
        )
    )


def _in_mind(page: ModePage) -> Html:
    ways = _WAYS.get(Mode(page.id), page.id)
    return only(ways, behind("Worth bearing in mind", to_bear_in_mind(page), open=page.id != Mode.INDIVIDUAL))


def who(guidance: Guidance) -> Html:
    """Draw who takes part, with others: the roles, what each is there for, and how to open and lead."""
    titles = {role.id: role.title for role in guidance.roles}
    asks = {role: field(_named(titles[role]), name=role, type="text", data_role=True, data_who=titles[role])
            for role in Role if role in titles}  # fmt: skip
    facilitator = field(_named("Facilitator"), name="facilitator", type="text", data_who="Facilitator")
    of_two = [asks.pop(role) for role in (Role.PRESENTER, Role.QUESTIONER) if role in asks]
    turns = tuple(f"“{turn.heard}” You could ask (ours): {' '.join(turn.instead)}" for turn in guidance.turns)
    opening = tuple(line for line in opening_of_two(guidance).remark if line != MEANS)  # the page's foot has that
    together = (
        behind("To open with", guidance.running.opening),
        *(behind(role.title, role.duties) for role in guidance.roles),
        behind("While the questions go round", guidance.running.during),
        behind("To bring it back to what works", turns),
    )
    inner = (
        paragraph("Whoever took part, not the people you work with. First names are enough; several with commas."),
        only(GROUPS, paragraph("Somebody facilitates: plans, guides, sees that all take part. Everybody has a role."),
             facilitator),
        *of_two,
        only(GROUPS, *asks.values(), *together),
        only(TWO, behind("To open with", opening)),
    )  # fmt: skip
    return only(f"{TWO} {GROUPS}", group("Who is there?", *inner))


def _named(title: str) -> str:
    return f"{title}, by name"


def situation() -> Html:
    """Draw the situation; of somebody alone who is quick, the first question tells it."""
    about = paragraph("In a few words: what was going on, and what was your work in it?")
    return only(f"{Length.FULL} {GROUPS}", part("situation", FIXED_HEADINGS["situation"], about))


def draft() -> Html:
    """Draw the two boxes that would let words out of the page, both of them empty; and say where a draft lies."""
    where = (
        "It lies on this computer, in this browser’s own storage, until you forget it. Whoever uses this account, or "
        "looks after the computer, can read it. A private window forgets it when it closes, and so do some offices’ "
        "browsers."
    )
    spelling = "Check my spelling. Some browsers send what you write to their maker for it"
    return group(
        "While you write",
        tick("Keep a draft in this browser", id="keep", data_ours=True, aria_describedby="where"),
        Html("<p class='hint' id='where'>{}</p>").format(where),
        Html("<button type='button' id='forget'>Forget the draft</button>"),
        tick(spelling, id="spelling", data_ours=True),
    )


_MAIL = (
    "It is a private file. Hand it to whoever in your team has the program, on a drive that only the two of you "
    "can open, if there is one. E-mail is not private: others may read it on its way and keep it for years. Ask "
    "how your service sends what is confidential. The program takes the file in with: circle reflect --from FILE"
)
_BESIDES = (
    "It looks for words by which somebody could be known, and this page does not: leave them out yourself.",
    "Where several take part, it proposes who has which role, by turns, and keeps an eye on the time.",
    "It offers a line that you kept before, to begin with, and sentences of yours as learning points and actions.",
    "It names a reflection that you leave without a name from what you wrote.",
    "A note on theory, research or an action comes back at the question that it belongs to.",
    "After a very short answer it asks, once, for a little more.",
    "Preparing a session, a training event with several groups, and following up afterwards are there alone.",
)


def keeping() -> Html:
    """Draw saving and printing, and say what becomes of the file and what the program does besides."""
    return Html(
        "<section><h2>Keep it</h2>{}{}{}{}"
        "<button type='button' class='main' id='save'>Save the file</button>"
        "<button type='button' id='print'>Print it</button></section><p id='told' role='status'></p>"
    ).format(
        paragraph("Save it: a text file, called by its day and four letters, in the form that the program reads."),
        paragraph(_MAIL),
        paragraph("It is not a case record."),
        Html("<details><summary>{}</summary>{}</details>").format("What the program does besides", bullets(_BESIDES)),
    )
