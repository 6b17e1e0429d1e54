"""What stands around the questions: how the circle is used, who is there, the closing round, and keeping it."""

from circle_cli.form.pieces import Html, behind, choice, day, field, group, joined, paragraph, rows, text, tick
from circle_cli.form.questions import part
from circle_cli.guidance.records import Guidance
from circle_cli.session.file import FIXED_HEADINGS
from circle_cli.vocabulary import Length, Mode, Role, Setting

_TOGETHER = " ".join(mode for mode in Mode if mode is not Mode.INDIVIDUAL)
_LENGTHS = (
    (Length.FULL, "In full: the eight questions, and what you learnt and will do"),
    (Length.QUICK, "Quick (ours): three questions, in five minutes; the others can follow another day"),
)
_SETTINGS = ((Setting.CHILDREN, "Children"), (Setting.ADULTS, "Adults"), (Setting.BOTH, "Both"))
_ALONE = (Role.PRESENTER, Role.QUESTIONER)
_FEEDBACK = {
    "positive": "What was good about the session?",
    "even_better": "What would have made it better still?",
    "will_use": "What will you do with what you have learnt?",
}


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
    return joined(
        (
            group("How do you use the circle?", *modes),
            group("How long have you got?", *lengths, paragraph("Nothing that you have written goes by changing it.")),
            draft(),
            field("A short name for it, without anybody’s name", name="title", type="text"),
            day("The day", name="date"),
            Html('<div data-block data-title="Services">{}</div>').format(
                choice("Services for", _SETTINGS, name="setting")
            ),
        )
    )


def who(guidance: Guidance) -> Html:
    """Draw who takes part: nobody need be named alone; with others, the roles and what each is there for."""
    titles = {role.id: role.title for role in guidance.roles}
    alone = " ".join(Mode)
    roles = (
        Html('<div data-modes="{}">{}</div>').format(
            alone if role in _ALONE else _TOGETHER,
            field(f"{titles[role]}, by name", name=role, type="text", data_role=True, data_who=titles[role]),
        )
        for role in Role
        if role in titles
    )
    facilitator = Html('<div data-modes="{}">{}</div>').format(
        _TOGETHER, field("Facilitator, by name", name="facilitator", type="text", data_who="Facilitator")
    )
    duties = joined(behind(role.title, role.duties) for role in guidance.roles)
    return group(
        "Who is there?",
        paragraph(
            "Whoever took part, not the people you work with. All of it can stay open; several names with commas."
        ),
        facilitator,
        joined(roles),
        Html('<div data-modes="{}">{}{}</div>').format(
            _TOGETHER, behind("To open with", guidance.running.opening), duties
        ),
    )


def situation() -> Html:
    """Draw the situation, and who is in it."""
    cast = rows(
        "cast",
        "Is anybody named in what you wrote?",
        "Name",
        field("The name, as it stands there", data_field="name", data_main=True),
        field("What could be said instead, such as “her gran”", data_field="say"),
        about="Best leave names out. If one has to be there, it is told here, so that the program can look for it. "
        "This list is never published.",
        data_length=str(Length.FULL),
    )
    about = paragraph("In a few words: what was going on, and what was your work in it?")
    return part("situation", FIXED_HEADINGS["situation"], about, after=(cast,))


def round_together(guidance: Guidance) -> Html:
    """Draw the closing round of those who are not on their own."""
    observed = rows(
        "observations",
        "Good things that were seen",
        "Good thing",
        field("Who noticed it?", data_field="by"),
        field("Whom is it told?", data_field="to"),
        text("What good practice, questioning or sharing was seen?", data_field="text", data_main=True),
    )
    taken = rows(
        "takeaways",
        "What each of you takes away",
        "Takeaway",
        field("Who?", data_field="by"),
        text("What I take away, or will do", data_field="text", data_main=True),
    )
    said = joined(text(words, name=key, data_feedback=True) for key, words in _FEEDBACK.items())
    title = "Feedback on the session"
    feedback = group(title, said, data_block=True, data_title=title)
    closing = behind("How to close", guidance.running.closing)
    shown = Html('<section data-modes="{}"><h2>The closing round</h2>{}</section>')
    return shown.format(_TOGETHER, joined((closing, observed, taken, feedback)))


def draft() -> Html:
    """Draw the two boxes that would let words out of the page, both of them empty; and say where a draft lies."""
    where = (
        "It lies on this computer, in this browser’s own storage, until you forget it. Whoever uses this account, or "
        "looks after the computer, can read it."
    )
    spelling = "Check my spelling. Some browsers send what you write to their maker for it"
    return group(
        "While you write",
        tick("Keep a draft in this browser", id="keep", data_ours=True, aria_describedby="where"),
        Html("<p class='hint' id='where'>{}</p>").format(where),
        Html("<button type='button' id='forget'>Forget the draft</button>"),
        tick(spelling, id="spelling", data_ours=True),
    )


def keeping() -> Html:
    """Draw saving and printing, and say what becomes of the file."""
    mail = (
        "It is a private file. Hand it to whoever in your team has the program, on a drive that only the two of you "
        "can open, if there is one. E-mail is not private: others may read it on its way and keep it for years. Ask "
        "how your service sends what is confidential. The program takes the file in with: circle reflect --from FILE"
    )
    return Html(
        "<section><h2>Keep it</h2>{}{}{}"
        "<button type='button' class='main' id='save'>Save the file</button>"
        "<button type='button' id='print'>Print it</button></section><p id='told' role='status'></p>"
    ).format(
        paragraph("Save it: a text file, called by its day and four letters, in the form that the program reads."),
        paragraph(mail),
        paragraph("It is not a case record."),
    )
