"""The shapes that the circle is drawn with: pieces of a ring, the first at the top, clockwise."""

from math import cos, pi, sin

CENTRE, OUTER = 200, 194
"""Of a drawing that is 400 wide and 400 high."""


def at(radius: float, angle: float) -> tuple[float, float]:
    """Give the place at an angle in radians, seen clockwise from the top."""
    return CENTRE + radius * sin(angle), CENTRE - radius * cos(angle)


def middle_of(place: int, around: int) -> float:
    """Give the angle at which the middle of a piece is."""
    return place * 2 * pi / around


def outline(inner: float, place: int, around: int) -> str:
    """Give the outline of a piece as the path of an SVG; `inner` is the radius of the hole in the middle."""
    start, end = middle_of(place, around) - pi / around, middle_of(place, around) + pi / around
    (a, b), (c, d), (e, f), (g, h) = at(OUTER, start), at(OUTER, end), at(inner, end), at(inner, start)
    return (
        f"M{a:.1f} {b:.1f}A{OUTER} {OUTER} 0 0 1 {c:.1f} {d:.1f}L{e:.1f} {f:.1f}A{inner} {inner} 0 0 0 {g:.1f} {h:.1f}Z"
    )
