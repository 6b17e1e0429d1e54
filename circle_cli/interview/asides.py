"""What somebody does in the middle of a prompt without leaving it: jots a note, looks at a role card, finds words."""

from collections.abc import Sequence

from circle_cli.guidance.records import Guidance, NoteKind, Turn
from circle_cli.interview.asker import Asker, Move, Paused, Screen, Where
from circle_cli.interview.script.company import Company
from circle_cli.interview.script.prompts import Misread, Prompt, choice, line

_BACK = "goes back"
NOTE = line("note", "Your note", remark=("A thought to come back to; Enter alone goes back.",))
NOTE_KIND = choice(
    "note-kind",
    "What is it about?",
    (NoteKind.THEORY, "Theory: an idea or model that explains it"),
    (NoteKind.RESEARCH, "Research: something read or heard"),
    (NoteKind.ACTION, "Action: something to do"),
    default=NoteKind.ACTION,
)


def choose(asker: Asker, prompt: Prompt, where: Where = Where.ASIDE) -> str | None:
    """Put a choice that is not kept; None where somebody closes it (Esc), or takes nothing.

    Raises:
        Paused: somebody stops here; or leaves (Esc) what stands alone.
    """
    text, again = "", False
    while True:
        reply = asker.ask(Screen(prompt=prompt, again=again, where=where), text, lambda _: None)
        if reply.move in (Move.PAUSE, Move.END):
            raise Paused(interrupted=reply.move is Move.PAUSE)
        if reply.move is not Move.NEXT:
            if where is Where.ALONE:
                raise Paused(interrupted=False)
            return None
        try:
            return prompt.read(reply.text) or None
        except Misread as misread:
            text, again = reply.text, True
            asker.say(str(misread))


def show_card(asker: Asker, guidance: Guidance, company: Company) -> None:
    """Show what a role asks for: the role that somebody chooses."""
    cards = [(page.id, _held(page.title, company.roles.get(page.id, ()))) for page in guidance.roles]
    leads = _held("Facilitator", (company.facilitator,) if company.facilitator else ())
    chosen = choose(asker, choice("card", "Whose card?", *cards, ("facilitator", leads), enter=_BACK))
    page = next((page for page in guidance.roles if page.id == chosen), None)
    if page:
        asker.say("\n".join((f"{page.title}:", *(f"- {duty}" for duty in page.duties))))
    elif chosen:
        asker.say(
            "\n".join(("Facilitator, while the questions go round:", *(f"- {x}" for x in guidance.running.during)))
        )


def _held(title: str, names: Sequence[str]) -> str:
    return f"{title} ({', '.join(names)})" if names else title


def bring_back(asker: Asker, turns: Sequence[Turn]) -> None:
    """Give other words for a question that asked for what went wrong."""
    heard = ((turn.heard, f"“{turn.heard}”") for turn in turns)
    chosen = choose(asker, choice("bring-back", "What was it like?", *heard, enter=_BACK))
    turn = next((turn for turn in turns if turn.heard == chosen), None)
    if turn:
        asker.say(
            "\n".join(
                (
                    "First show that you heard it. Then you could ask (ours):",
                    *(f"- {ask}" for ask in turn.instead),
                )
            )
        )
