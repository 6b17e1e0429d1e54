"""What a log knows of learning points that it has not got: they may be of the base to which it publishes."""

import os
from pathlib import Path

from circle_cli.points.notices import is_withdrawn
from circle_cli.vocabulary import LogKind


def may_be_of_base(guidance: Path, point_id: str) -> bool:
    """Tell whether a learning point that this log never had may be one of the base that it publishes to."""
    if os.path.lexists(guidance / "learning-points" / f"{point_id}.md") or is_withdrawn(guidance, point_id):
        return False
    from circle_cli.settings import load_settings  # most points that are asked about are here

    settings = load_settings(guidance.parent)
    return bool(settings.base) and settings.kind is not LogKind.BASE
