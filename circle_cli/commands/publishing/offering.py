"""What is withdrawn in a log is offered to be withdrawn in its base, too."""

from pathlib import Path

from circle_cli.commands.drafts.one_prompt import certain
from circle_cli.commands.edge import Asked, at_terminal, say
from circle_cli.commands.publishing.base_seen import seen_of
from circle_cli.log.folder import Log
from circle_cli.settings import load_settings
from circle_cli.vocabulary import LogKind


def offer_withdrawal(asked: Asked, withdrawn: Path, *, may_ask: bool) -> None:
    """Offer to take back in the base as well, at once, what was withdrawn here; without a base, nothing is said."""
    settings = load_settings(withdrawn.parents[2])
    if not settings.base or settings.kind is LogKind.BASE:
        return
    if withdrawn.stem in seen_of(Log(root=withdrawn.parents[2])).withdrawn:
        say("The base has withdrawn it, too.")
        return
    again = f"circle publish {withdrawn.stem}"
    if not (may_ask and at_terminal()):
        say(f"The base may still have it. To have it withdrawn there too: {again} --confirm yes")
    elif certain(asked, "Is it to be withdrawn in the base, too, now?", "Yes, tell the base", "No, not now"):
        from circle_cli.commands.publishing.publish import publish

        publish(asked, [withdrawn.stem], to=None, dry_run=False, confirm="yes")
    else:
        say(f"The base may still have it. To have it withdrawn there too: {again}")
