"""What is proposed to be taken in, or was, as a value for other programs: `schema/import.schema.json` says it."""

from collections.abc import Mapping, Sequence
from typing import Any

from circle_cli.importing.composing import Composed
from circle_cli.importing.entry import LeftOut
from circle_cli.importing.proposal import Proposed
from circle_cli.importing.sorting import Becomes


def as_json(
    proposed: Sequence[Proposed],
    forms: Mapping[tuple[str, ...], Becomes],
    left_out: Sequence[LeftOut],
    taken: Sequence[Composed],
    saved: Mapping[str, tuple[str, str]],
    *,
    dry_run: bool,
) -> dict[str, Any]:
    """Give each session that was found, what becomes of each label, and all that is left out."""
    wanted = {each.entry.where for each in taken}
    labels = dict.fromkeys((label, becomes.get(label)) for form, becomes in forms.items() for label in form)
    chosen = [left for each in proposed if each.is_new for left in each.composed.left_out]
    return {
        "dry_run": dry_run,
        "becomes": [{"label": label, "becomes": target} for label, target in labels],
        "sessions": [_session(each, saved, taken=each.composed.entry.where in wanted) for each in proposed],
        "left_out": [{"where": each.where, "why": each.why} for each in (*chosen, *left_out)],
    }


def _session(each: Proposed, saved: Mapping[str, tuple[str, str]], *, taken: bool) -> dict[str, Any]:
    session, where = each.composed.session, each.composed.entry.where
    name, path = saved.get(where, (None, None))
    return {
        "where": where,
        "title": session.title,
        "date": session.date.isoformat(),
        "dated": each.composed.dated,
        "understood": list(each.composed.told),
        "there": each.there or None,
        "like": each.like or None,
        "taken": taken,
        "id": name,
        "path": path,
    }
