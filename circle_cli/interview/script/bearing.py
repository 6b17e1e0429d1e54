"""What to bear in mind in each way to use the circle, and what can be looked at in it. Pure."""

from circle_cli.guidance.records import ModePage
from circle_cli.vocabulary import Focus

FOCUSES = {
    Focus.EVENT: "An event: something that happened",
    Focus.PERSON: "A person you work with",
    Focus.FAMILY: "A family you work with",
    Focus.THEME: "A theme",
    Focus.RESEARCH: "A piece of research",
    Focus.INTERACTION: "An interaction, such as one conversation",
}


def to_bear_in_mind(page: ModePage) -> tuple[str, ...]:
    """Give what to bear in mind in this way to use the circle, and what can be looked at in it."""
    looked_at = "; ".join(f"{FOCUSES[each][0].lower()}{FOCUSES[each][1:]}" for each in page.focus)
    return (*page.considerations, f"You can look at {looked_at}.")
