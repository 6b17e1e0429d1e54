"""A theme that a team uses and a base has not got: its editor says, once for the team, under which of its own it is."""

from circle_cli.commands.drafts.committer import tell_kept
from circle_cli.commands.drafts.one_prompt import ask
from circle_cli.commands.edge import Asked, is_plain, say
from circle_cli.commands.receiving.arrived import Arrived, unknown_themes
from circle_cli.commands.receiving.same import keep
from circle_cli.guidance.pages import load_guidance
from circle_cli.interview.script.prompts import Prompt, choice
from circle_cli.log.deciding import deciding
from circle_cli.log.folder import Log
from circle_cli.points.of_base.themes import (
    MAY_BE_MAPPED,
    THEMES_OF_TEAMS,
    Meaning,
    load_meanings,
    render_meanings,
)


def ask_what_is_meant(asked: Asked, log: Log, each: Arrived, *, require_commit: bool) -> bool:
    """Ask under which of the base's themes each unknown one of a team is shown; tell whether anything was settled."""
    unknown = [theme for theme in unknown_themes(log, each) if MAY_BE_MAPPED.fullmatch(theme)]
    if not unknown or not each.team:
        return False
    found: list[Meaning] = []
    for theme in unknown:
        if ours := ask(asked, _which(log, theme, each.team)):
            found.append(Meaning(team=each.team, theirs=theme, ours=ours))
    if not found:
        return False
    with deciding(log.root):
        lines = load_meanings(log.root).lines | {*found}
        commit = keep(log, THEMES_OF_TEAMS, render_meanings(lines), f"Say which theme {each.team} means")
    say("That is noted, and holds for all that this team sends. Its own file stays as it signed it.")
    tell_kept(log, commit, plain=is_plain(asked), required=require_commit)
    return True


def _which(log: Log, theme: str, team: str) -> Prompt:
    guidance = load_guidance(log.guidance)
    themes = (*guidance.themes, *guidance.concerns, *guidance.conditions)
    return choice(
        "theme",
        f"{team} calls a theme “{theme}”, and this base has none of that name. Under which of yours is it?",
        *((each.id, each.title) for each in themes),
        remark=("The word stands in the team's file, which everyone may read: return it if it tells who they are.",),
        enter="leaves it, and then it cannot be taken in",
        left_open="It is left as it is.",
    )
