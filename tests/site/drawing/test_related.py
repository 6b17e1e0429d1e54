"""Which learning points lie near each other: they share a subject, and a reader is told which."""

from dataclasses import replace

from circle_cli.guidance.pages import load_guidance
from circle_cli.points.record import LearningPoint
from circle_cli.site.drawing.related import related_of


def test_whom_it_concerns_and_how_widely_it_fits_bring_no_points_together(point: LearningPoint) -> None:
    concerns = replace(point, id="abcdefgh", themes=("concerns-child", "conditions-general"))
    both = replace(point, id="mnpqrstu", themes=("voice", "concerns-child", "conditions-general"))
    related = related_of([point, concerns, both], load_guidance())
    assert [(each.point.id, each.why) for each in related[both.id]] == [
        (point.id, "Same theme: Hearing the person's own voice; same setting")
    ]
    assert related[concerns.id] == ()
