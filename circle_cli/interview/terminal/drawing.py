"""The circle, drawn small beside a question. Pure."""


def ring(done: tuple[bool, ...], current: int, mark: str = "●") -> tuple[str, ...]:
    """Draw the questions as a ring, clockwise from the top: `mark` where done, [n] the current one, else its number.

    `current` counts from 1. Eight make four lines of equal length; any other number of questions makes one.
    """
    spots = [
        f"[{number}]" if number == current else f" {mark if is_done else number} "
        for number, is_done in enumerate(done, start=1)
    ]
    if len(spots) != 8:
        return (" ".join(spots),)
    gap = " " * 6
    return (
        f"   {spots[0]}{spots[1]}   ",
        f"{spots[7]}{gap}{spots[2]}",
        f"{spots[6]}{gap}{spots[3]}",
        f"   {spots[5]}{spots[4]}   ",
    )
