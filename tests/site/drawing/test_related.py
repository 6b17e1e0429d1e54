"""Which learning points lie near each other: they share a subject, and a reader is told which."""

from dataclasses import replace

from circle_cli.guidance.pages import load_guidance
from circle_cli.points.record import LearningPoint
from circle_cli.site.drawing.labels import labels_of
from circle_cli.site.drawing.related import related_of
from circle_cli.vocabulary import Setting


def test_whom_it_concerns_and_how_widely_it_fits_bring_no_points_together(point: LearningPoint) -> None:
    concerns = replace(point, id="abcdefgh", themes=("concerns-child", "conditions-general"))
    both = replace(point, id="mnpqrstu", themes=("voice", "concerns-child", "conditions-general"))
    points, guidance = [point, concerns, both], load_guidance()
    related = related_of(points, guidance, labels_of(points, guidance, 2))
    assert [(each.point.id, each.why) for each in related[both.id]] == [
        (point.id, "Same theme: Hearing the person's own voice; same setting")
    ]
    assert related[concerns.id] == ()


def test_what_may_not_be_told_brings_none_together_and_is_no_reason(point: LearningPoint) -> None:
    points, guidance = [point, *(replace(point, id=letter * 8) for letter in "abc")], load_guidance()
    assert not any(related_of(points, guidance, labels_of(points, guidance, 5)).values())
    other = replace(point, id="dddddddd", setting=Setting.ADULTS, themes=("voice",))
    related = related_of([*points, other], guidance, labels_of([*points, other], guidance, 4))
    assert [each.why for each in related[other.id]] == ["Same theme: Hearing the person's own voice"] * 4
