"""`circle reflect`: the first words on the screen, before anything slow is loaded."""

import os

from circle_cli.commands.edge import Asked, as_typed, is_plain, need_terminal, result, say, show, where_it_goes
from circle_cli.commands.kinds import log_for_sessions
from circle_cli.commands.own_settings import own_settings
from circle_cli.ids import SPARKS
from circle_cli.interview.asker import Paused, Screen
from circle_cli.interview.script.first import TITLE
from circle_cli.log.durable import check_writable
from circle_cli.shown import shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from circle_cli.log.folder import Log
    from circle_cli.log.sparks.finding import FoundSpark
    from circle_cli.vocabulary import Mode

WELCOME = (
    "Let us look at something that went well. Take your time: skip what does not fit, and stop whenever you like. "
    "Everything is kept as you type.",
    "",
    "It is private: it will be saved in {place}",
    "It is not a case record: what belongs in one, please write there as well.",
)


_AS_SETTLED = "It is the quick way, as your settings say; circle reflect --mode individual asks all eight questions."

SENT_ON = "It will be saved in {place}"
"""What takes the place of the words about privacy where they would not be true."""


def reflect(
    asked: Asked,
    *,
    quick: bool | None,
    mode: "Mode | None",
    title: str | None,
    require_commit: bool,
    one_to_one: bool = False,
    bell: bool = False,
) -> None:
    """Hold an interview and save the session; alone, unless another way to use the circle is asked for.

    Where `quick` is None, it is as the person has settled it.
    """
    log = log_for_sessions(asked)
    need_terminal("use --from FILE to take a session from a file")
    check_writable(log.sessions)
    plain = is_plain(asked)
    if mode is not None and _is_prepared_first(mode):
        _prepare_first(asked, title, require_commit=require_commit)
        return
    settled = quick is None and own_settings().reflect == "quick"
    _welcome(str(log.sessions), where_it_goes(log), plain=plain, more=_AS_SETTLED if settled else "")
    try:
        spark = _chosen_spark(asked, log)
    except Paused:
        say("Nothing was begun. Until another time.")
        return
    if not (title and title.strip()):
        _show_first(Screen(prompt=TITLE), plain=plain)
    from circle_cli.interview.terminal.keyboard import system_keys

    title = as_typed(title).strip() if title else None
    keys = system_keys()
    with keys.reading():
        from circle_cli.commands.asking.eight_questions import begin
        from circle_cli.commands.drafts.interview import How
        from circle_cli.vocabulary import Mode

        how = How(plain=plain, keys=keys, require_commit=require_commit, bell=bell)
        way = mode or Mode.INDIVIDUAL
        begin(log, how, quick=quick or settled, mode=way, title=title, one_to_one=one_to_one, spark=spark)


def _chosen_spark(asked: Asked, log: "Log") -> "FoundSpark | None":
    """Offer the sparks that wait; whoever has none waits for nothing of theirs."""
    if not os.path.lexists(log.root / SPARKS):
        return None
    from circle_cli.commands.sparks.offered import chosen_spark

    return chosen_spark(asked, log)


def _is_prepared_first(mode: "Mode") -> bool:
    from circle_cli.vocabulary import Mode

    return mode is Mode.COLLABORATIVE


def _prepare_first(asked: Asked, title: str | None, *, require_commit: bool) -> None:
    """A collaborative session is prepared with great care before it begins; so that is where it starts."""
    from circle_cli.commands.asking.prepare import prepare
    from circle_cli.vocabulary import Mode

    words = (
        "A session with those involved is prepared before it begins, so that everybody in it is safe. Let us do that."
    )
    result(f"\n{words}")
    prepare(asked, None, mode=Mode.COLLABORATIVE, groups=None, title=title, require_commit=require_commit)


def _welcome(place: str, elsewhere: str, *, plain: bool, more: str) -> None:
    lines = [line.format(place=shown(place)) for line in WELCOME]
    if elsewhere:
        lines[2:3] = [SENT_ON.format(place=shown(place)), shown(elsewhere)]
    lines += [more] if more else []
    if plain:
        result("\n".join(line for line in lines if line))
    else:
        from circle_cli.interview.terminal.wrapping import wrapped

        show("\n" + "\n".join(part for line in lines for part in wrapped(line)) + "\n")


def _show_first(screen: Screen, *, plain: bool) -> None:
    if plain:
        result("\n" + "\n".join((screen.prompt.ask, *screen.prompt.remark)))
    else:
        from circle_cli.interview.terminal.screen import heading_of

        show(heading_of(screen))
