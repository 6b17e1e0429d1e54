"""The closing round: what each has noticed, how the session was, what each takes away. Pure.

Each is asked by name and may pass. Whoever types does so while people speak: there is a prompt for each who tells what
they noticed, and one for all together where everybody says a little.
Source: guidance/recording-sheet.md and guidance/roles/encourager.md.
"""

from collections.abc import Iterator

from circle_cli.interview.answers.answer import Answer, Answers
from circle_cli.interview.answers.people import COMPANY, PRESENTER, QUESTIONER, WITH_SOMEBODY
from circle_cli.interview.answers.together import (
    FEEDBACK,
    FEEDBACK_FROM,
    NOTICED,
    OBSERVATIONS,
    SAID_OF_IT,
    TAKEAWAYS,
    TAKEN_AWAY,
    each_given,
)
from circle_cli.interview.script.company import Company
from circle_cli.interview.script.during.spoken import in_a_list, named_first, said_in
from circle_cli.interview.script.during.told import everybody, told_back, told_so_far
from circle_cli.interview.script.people import known_as
from circle_cli.interview.script.prompts import Prompt, PromptKind
from circle_cli.vocabulary import Role

_MATTERS = "It matters a great deal, so time is kept for it: one good thing at least; one sentence is plenty."
_TWO = 2
_NOTHING = "Nobody has told of anything yet, and it matters. One sentence is plenty: Ctrl-B (or .back) goes back."
_SAID_OF_IT = {
    "positive": "what was good about the session?",
    "even_better": "what would have made the session better still?",
}


def closing_round(company: Company, answers: Answers) -> Iterator[Prompt]:
    """Give the prompts of the closing round, for everybody who takes part."""
    asked = [name for name in tellers(company) if not _was_asked(name, answers)]
    for name in asked:
        yield _noticed(name, company, answers, first=name == asked[0], last=name == asked[-1])
    people = everybody(company)
    for part, answer in SAID_OF_IT.items():
        spoke = {name for name in people if _spoke_before(part, name, people, answers)}
        yield from _asked_of_all(answer, _SAID_OF_IT[part], people, spoke, answers)
    took = {name for name in people if TAKEAWAYS.of(name).key in answers}
    yield from _asked_of_all(TAKEN_AWAY, "what do you take away, and what will you do with it?", people, took, answers)


def pair_of(answers: Answers) -> Company | None:
    """Give the two who are one to one, as far as they are named; None where somebody is alone, or with a group."""
    if COMPANY.text(answers) != WITH_SOMEBODY:
        return None
    named = {Role.PRESENTER: PRESENTER.value(answers), Role.QUESTIONER: QUESTIONER.value(answers)}
    people = tuple(dict.fromkeys(name for names in named.values() for name in names))
    return Company(people=people, facilitator="", roles={role: names for role, names in named.items() if names})


def tellers(company: Company) -> tuple[str, ...]:
    """Give who tells what they saw: the facilitator shows the way, then the encouragers, then all but the presenter.

    One to one it is whoever asks, named or not.
    """
    others = (name for role, names in company.roles.items() if role != Role.PRESENTER for name in names)
    order = (company.facilitator, *company.roles.get(Role.ENCOURAGER, ()), *others)
    found = tuple(dict.fromkeys(name for name in order if name and name not in company.presenters))
    return found or (() if company.facilitator else (str(Role.QUESTIONER),))


def _noticed(name: str, company: Company, answers: Answers, *, first: bool, last: bool) -> Prompt:
    answer, was_told = NOTICED.of(name), any(each_given(OBSERVATIONS, answers))
    presenter = in_a_list(company.presenters or ("the presenter",))
    others = [each for each in (*company.questioners, *company.people) if each not in (name, *company.presenters)]
    asks = in_a_list(company.questioners or ("the questioner",))
    where = [f"in {presenter}'s practice"]
    where += [f"in how {asks} asked"] if others and name not in company.questioners else []
    where += ["in what people shared"] if others else []
    lead = "You show the way. " if name == company.facilitator else ""

    def said_back(text: str) -> str:
        if not last:
            return told_back(text, name, company)
        return told_so_far({**answers, answer.key: text}, company) or ("" if was_told else _NOTHING)

    return Prompt(
        key=answer.key,
        kind=PromptKind.WRITING,
        ask="Whoever asked, what did you notice?" if name == Role.QUESTIONER else f"{name}, what did you notice?",
        remark=(
            *((f"{lead}{_MATTERS}",) if first else ()),
            f"I{in_a_list(where)[1:]}. A line each.",
            *((f"For {presenter}, unless another name comes first, such as {others[0]}: ...",) if others else ()),
        ),
        echo=said_back,
    )


def _was_asked(name: str, answers: Answers) -> bool:
    """Tell whether an earlier version asked somebody already, kind by kind: drafts go on where they were."""
    return any(each.of(name).key in answers for each in OBSERVATIONS.values())


def _spoke_before(part: str, name: str, people: tuple[str, ...], answers: Answers) -> bool:
    """Tell whether somebody spoke when an earlier version asked, or did not wish to."""
    wished = [known_as(typed, people) for typed in FEEDBACK_FROM.value(answers)]
    return FEEDBACK_FROM.key in answers and (name not in wished or FEEDBACK[part].of(name).key in answers)


def _asked_of_all(
    answer: Answer[str | None], ask: str, people: tuple[str, ...], spoke: set[str], answers: Answers
) -> Iterator[Prompt]:
    """Ask all who have not spoken yet; nobody where all of them have, for an earlier version asked one by one."""
    if people and len(spoke) == len(people):
        return
    there = said_in(answer.text(answers), people)
    spoken = spoke.union(*(named_first(line, people)[0] for line in there))
    still = [name for name in people if name not in spoken] if len(people) > 1 else []
    all_of_you = "All of you" if len(people) > _TWO else "Both of you"
    how = (f"A line each, the name first ({[*still, *people][0]}: ...). Anyone may pass.",) if len(people) > 1 else ()
    yield Prompt(
        key=answer.key,
        kind=PromptKind.WRITING,
        ask=f"{in_a_list(still) if still else all_of_you}: {ask}",
        remark=how or ("Either of you may pass.",),
        echo=lambda text: _nameless(text, people),
    )


def _nameless(text: str, people: tuple[str, ...]) -> str:
    """Say what was kept as said by all, lest a name was mistyped."""
    lines = [words for line in said_in(text, people) for names, words in (named_first(line, people),) if not names]
    return "\n".join(f"Kept as from all of you: {words}" for words in lines) if len(people) > 1 else ""
