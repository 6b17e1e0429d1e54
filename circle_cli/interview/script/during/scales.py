"""Numbers from 1 to 10: whose view an answer is, and how much each learning point matters. Pure."""

import re
from collections.abc import Collection, Mapping, Sequence
from functools import partial

from circle_cli.guidance.ours import ours
from circle_cli.guidance.records import Question, Then
from circle_cli.ids import QUESTIONS
from circle_cli.interview.answers.during import MATTERS, SCALES
from circle_cli.interview.answers.listed import ListItem
from circle_cli.interview.script.prompts import Misread, Prompt, line
from circle_cli.vocabulary import Role


def scaled(question: Question) -> bool:
    """Tell whether its scale is about its answer; that of the learning points waits until there are some."""
    return bool(question.scaling) and Then.LEARNING_POINTS not in question.then


def scale(question: Question, there: Collection[str], *kept: str) -> Prompt:
    """Ask for numbers, all in a line: somebody's own, others', or imagined ones. `there` are those who took part.

    `kept` says how these are kept, where it is not as they are typed.
    """
    return line(
        SCALES[question.id].key,
        ours(question.scaling or ""),
        remark=("Such as 8; or 8, Maria 9 told, Jaydn 7 imagined, for those who are not here. Enter to go on.", *kept),
        reading=_read_scores,
        echo=partial(_told_or_imagined, there),
    )


def _read_scores(typed: str) -> str:
    scores = SCALES[QUESTIONS[0]].notation
    try:
        return scores.write(scores.read(typed))
    except ValueError:
        raise Misread("Please type a number from 1 to 10, with a name if it is not yours: 8, or Maria 8.") from None


def _told_or_imagined(there: Collection[str], text: str) -> str:
    """Ask, of those for whom nobody has said so, whether it was told or is imagined; no answer is one, too."""
    scores = SCALES[QUESTIONS[0]].notation.read(text)
    here = {name.casefold() for name in (*there, Role.PRESENTER)}
    open_yet = [f"{each.by} {each.score}" for each in scores if each.by.casefold() not in here and not each.view]
    if not open_yet:
        return ""
    kept = f"Kept: {', '.join(open_yet)}. To say whether that was told or is imagined, Ctrl-B (or .back) goes back"
    return f"{kept}: {open_yet[0]} told."


def how_much_they_matter(ask: str, points: Sequence[ListItem]) -> Prompt:
    """Ask for a number for each of the points, all in a line."""
    so_far = (f" ({point.text('matters')} so far)" if point.text("matters") else "" for point in points)
    there = [f"{point.text('text')}{number}" for point, number in zip(points, so_far, strict=True)]
    numbered = (f"{place}: {text}" for place, text in enumerate(there, start=1))
    how = "Such as 8." if len(there) == 1 else "Such as 1: 8, 2: 6; or a number for each, in this order."
    return line(
        MATTERS.key,
        ours(ask),
        remark=(*(there if len(there) == 1 else numbered), f"{how} Enter to go on."),
        reading=partial(_read_matters, [point.number for point in points]),
        echo=lambda given: _side_by_side({point.number: point.text("text") for point in points}, given),
    )


def _read_matters(numbers: Sequence[int], typed: str) -> str:
    """Read a number for each point, or for those that are named by their places."""
    many = len(numbers)
    how = "Please type a number from 1 to 10" + ("." if many == 1 else " for each point, such as 1: 8, 2: 6.")
    pairs = re.fullmatch(r"\d+\s*[:=]\s*\d+(?:[\s,;]+\d+\s*[:=]\s*\d+)*", typed.strip(" ,;"))
    found = [int(number) for number in re.findall(r"\d+", typed)]
    places, scores = (found[::2], found[1::2]) if pairs else (range(1, many + 1), found)
    bare = re.fullmatch(r"[\d\s,;]+", typed)
    fits = all(1 <= place <= many for place in places) and all(1 <= score <= 10 for score in scores)
    if not (pairs or (bare and len(scores) == many)) or not fits:
        raise Misread(how)
    return MATTERS.notation.write({numbers[place - 1]: score for place, score in zip(places, scores, strict=True)})


def _side_by_side(texts: Mapping[int, str], given: str) -> str:
    scores = MATTERS.notation.read(given)
    return "\n".join(f"Kept: {score} for “{texts[number]}”" for number, score in scores.items() if number in texts)
