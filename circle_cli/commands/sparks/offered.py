"""The sparks that wait, offered when a session begins: one of them becomes its first words, to be changed."""

from circle_cli.commands.drafts.one_prompt import put
from circle_cli.commands.edge import Asked, today
from circle_cli.commands.sparks.whose import my_open_ones
from circle_cli.days import in_brief
from circle_cli.interview.script.prompts import choice
from circle_cli.log.folder import Log
from circle_cli.log.sparks.finding import FoundSpark
from circle_cli.shown import shortened

_SHOWN = 5
"""How many are offered, the newest: `circle sparks` shows them all."""

_LONG = 70
"""Letters of each that are shown."""


def chosen_spark(asked: Asked, log: Log) -> FoundSpark | None:
    """Ask whether to begin with one of the sparks that wait; None where none does, or with something else.

    Raises:
        Paused: it was left: nothing is to be begun.
    """
    waiting = my_open_ones(log)
    if not waiting:
        return None
    day = today()
    offers = (
        (f"spark {number}", f"{shortened(each.spark.text, _LONG)} ({in_brief(each.spark.day, day)})")
        for number, each in enumerate(waiting[:_SHOWN], start=1)
    )
    more = len(waiting) - _SHOWN
    remark = (f"The newest of {len(waiting)}; circle sparks shows them all.",) if more > 0 else ()
    prompt = choice(
        "spark", "Begin with one of these?", *offers, ("none", "Something else"), remark=remark, enter="begins without"
    )
    reply = put(asked, prompt)
    known = {f"spark {number}": each for number, each in enumerate(waiting, start=1)}
    return known.get(reply or "")
