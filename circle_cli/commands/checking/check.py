"""`circle check`: is everything here well-formed and safe?"""

from circle_cli.commands.edge import Asked, at_own_terminal, discreetly, now, say, where_it_goes
from circle_cli.commands.kinds import marked_log
from circle_cli.commands.well.unchanged import keep_well, was_well, whole_state
from circle_cli.errors import FINDINGS, CircleError
from circle_cli.log.folder import Log


def check(asked: Asked, *, as_json: bool, rev: str | None = None, anew: bool = False) -> None:
    """Check the log, or what has changed in it since `rev`; ends with 1 if there is anything to put right.

    `anew` looks at what was found well before, too. Where no file is other than it was when all was well, that is said
    without a look into any. Words of the log are shown at a terminal of whoever owns it alone.
    """
    log, all_of_it = marked_log(asked, settled=False), not (as_json or rev or anew)
    before = whole_state(log.root, now()) if all_of_it else None
    if before and (known := was_well(log.root, before)):
        _end(log, known.said, base=known.base)
        return
    from circle_cli.commands.checking.told import look_and_tell
    from circle_cli.log.privacy import close_pulled

    private = at_own_terminal()
    with discreetly(log):
        close_pulled(log.root)
        before = None if rev else whole_state(log.root, now())
        found = look_and_tell(log, as_json=as_json, rev=rev, anew=anew, words=private)
    if before and not found.more and whole_state(log.root, now()) == before:
        keep_well(log.root, before, found.well, base=found.base)
    _end(log, "" if found.wrong else found.well, base=found.base)
    if found.wrong:
        hint = "" if private else " Their words are shown at a terminal only."
        raise CircleError(f"{found.wrong} thing{'' if found.wrong == 1 else 's'} to put right.{hint}", FINDINGS)


def _end(log: Log, well: str, *, base: bool) -> None:
    """Say what becomes of a log, unless it is a base, which is for all to read; and that all is well, if it is."""
    if not base and (elsewhere := where_it_goes(log)):
        say(f"What becomes of this log: {elsewhere}")
    if well:
        say(well)
