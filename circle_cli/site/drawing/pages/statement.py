"""What the accessibility statement says of one site: from its circle.yml, and from what a program checked.

Silence is never taken for a good answer: a site is said to be fully compliant only where its organisation has given its
name, a day, who tested it, and a list of problems with nothing in it.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from markupsafe import Markup

from circle_cli.settings import Accessibility, Barrier, Contact, Settings
from circle_cli.site.checked import Checked
from circle_cli.site.drawing.drawn import draw_day, draw_items
from circle_cli.site.drawing.pages.about import draw_contact, draw_gap, draw_sentence, unsaid

STATEMENT = "accessibility.md"

_WCAG = "the Web Content Accessibility Guidelines (WCAG) version 2.2 AA standard"
_RULES = "the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018"

_NEEDED = {"organisation", "accessibility: problems", "accessibility: written", "accessibility: tested-by"}
"""What has to be said before a site can be said to be fully compliant."""


def statement_marks(settings: Settings, checked: Checked) -> Mapping[str, Markup]:
    """Give what stands in the place of each mark of the accessibility statement."""
    accessibility = settings.accessibility
    return {
        "scope": _scope(settings),
        "known": _known(accessibility),
        "contact": draw_contact(settings.contact),
        "reply": draw_sentence("We answer within {}.", settings.reply_within, "how soon they answer"),
        "visit": _in_person(settings.contact),
        "commitment": draw_sentence(
            f"{{}} is committed to making its website accessible, in accordance with {_RULES}.",
            settings.organisation,
            "which organisation commits itself to this",
        ),
        "compliance": _compliance(settings),
        "problems": _problems(accessibility, settings.look.days),
        "burden": _listed(accessibility.burden, "Nothing is claimed to be too great a burden to mend."),
        "outside": _listed(accessibility.out_of_scope, "Nothing is claimed to lie outside the regulations."),
        "prepared": _prepared(accessibility, settings.look.days),
        "checked": _checked(checked, settings.look.days),
    }


def _scope(settings: Settings) -> Markup:
    covers = Markup("<p>This accessibility statement applies to this website: all its pages, and the files on it.</p>")
    return covers + draw_sentence("It is run by {}.", settings.organisation, "who runs this website")


def _in_person(contact: Contact) -> Markup:
    telephone = draw_sentence("Telephone: {}.", contact.telephone, "a telephone number")
    meet = "Post: {}. If you would like to meet us, ask us for a time and a place."
    return telephone + draw_sentence(meet, contact.post, "a postal address")


def _known(accessibility: Accessibility) -> Markup:
    if accessibility.problems is None:
        return draw_gap("which parts of this website do not work for everybody")
    if not accessibility.problems:
        return Markup("<p>The publisher knows of no part of it that fails the standard.</p>")
    return Markup("<p>Some parts of this website do not work for everybody:</p><ul>{}</ul>").format(
        draw_items(barrier.what for barrier in accessibility.problems)
    )


def _compliance(settings: Settings) -> Markup:
    accessibility = settings.accessibility
    if accessibility.problems or accessibility.burden:
        words = f"This website is partially compliant with {_WCAG}, because of what is listed as not accessible below."
        return Markup("<p><strong>{}</strong></p>").format(words)
    if not _NEEDED.intersection(unsaid(settings)):
        return Markup("<p><strong>This website is fully compliant with {}.</strong> {} says so.</p>").format(
            _WCAG, settings.organisation
        )
    return Markup("<p><strong>Not yet stated by the organisation.</strong> {}</p>{}").format(
        f"Nobody has said yet whether this website is fully, partially or not compliant with {_WCAG}.",
        draw_gap("how far the standard is met"),
    )


def _problems(accessibility: Accessibility, days: str) -> Markup:
    if accessibility.problems is None:
        return draw_gap("what fails the standard, and by when it is mended")
    return _listed((_barrier(each, days) for each in accessibility.problems), "The publisher has listed nothing.")


def _barrier(barrier: Barrier, days: str) -> Markup:
    mended = Markup("It is to be mended by {}.")
    by = mended.format(draw_day(barrier.by, days)) if barrier.by else "There is no date yet for mending it."
    fails = Markup("{}. This fails WCAG 2.2 criterion {}. {}")
    return fails.format(barrier.what.rstrip("."), barrier.criterion, by)


def _listed(items: Iterable[Markup | str], none: str) -> Markup:
    drawn = draw_items(items)
    return Markup("<ul>{}</ul>").format(drawn) if drawn else Markup("<p>{}</p>").format(none)


def _prepared(accessibility: Accessibility, days: str) -> Markup:
    written, reviewed = accessibility.written, accessibility.reviewed
    return Markup("").join(
        (
            _day("This statement was prepared on {}.", written, "when this statement was prepared", days),
            _day("It was last reviewed on {}.", reviewed, "when it was last reviewed", days),
            draw_sentence(
                "This website was tested by {}.",
                accessibility.tested_by,
                "who tested this website itself, when and how",
            ),
        )
    )


def _day(sentence: str, day: date | None, what: str, days: str) -> Markup:
    return draw_sentence(sentence, draw_day(day, days) if day else "", what)


def _checked(checked: Checked, days: str) -> Markup:
    return Markup(
        "<p>The people who make the program behind this site check its pages with {tool} {version}, in {browser}, "
        "against those rules of WCAG 2.2, levels A and AA, that a program can check: {widths} pixels wide, in "
        "{schemes} colours. It found <strong>no violation</strong>, and no page was wider than the window. The pages, "
        'with invented learning points on them, were:</p><ul data-search-exclude="true">{kinds}</ul>'
        "<p>On the home page every stop of the keyboard could be seen, at {walked} pixels.</p>"
        "<p>These checks have been as they are here since {since}, and are run again whenever the program is changed. "
        "A program finds only some of the barriers that people meet: this is <strong>no complete test</strong>, and "
        "nothing here says how far the standard is met.</p>"
        "<p>What nobody has tested:</p><ul>{unchecked}</ul>"
    ).format(
        tool=checked.tool,
        version=checked.version,
        browser=checked.browser,
        widths=_all_of(checked.widths),
        schemes=_all_of(checked.schemes),
        kinds=draw_items(checked.kinds),
        walked=_all_of(checked.walked),
        since=draw_day(checked.since, days),
        unchecked=draw_items(checked.unchecked),
    )


def _all_of(several: Iterable[object]) -> str:
    *most, last = map(str, several)
    return f"{', '.join(most)} and {last}"
