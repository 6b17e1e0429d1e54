"""Two versions of a session's answers brought together, so that neither is lost. Pure."""

from collections.abc import Mapping

from circle_cli.ids import SECTIONS
from circle_cli.interview.script.answers import NOBODY, Answers
from circle_cli.vocabulary import Role, Scope

_JOINED = {name: "\n\n" for name in SECTIONS} | {"title": " / ", "themes": ", "}
"""Where two versions both stand, and what comes between them."""

_JOINED_GROUPS = {"observations": " / ", "takeaways": " / ", "feedback": " / ", "views": ", ", "follow-up": "\n\n"}
"""The same for answers by whose they are."""


def merge(ours: Answers, start: Answers, theirs: Answers) -> dict[str, str | None]:
    """Bring together answers given here and a file that was changed meanwhile, both having begun at `start`.

    What only one side changed is as that side has it. Where both changed the same section, it holds both texts;
    where both changed or added the same item of a list (a learning point, say), both items are there.
    """
    merged = dict(theirs)
    for key, text in ours.items():
        there, before = theirs.get(key), start.get(key)
        if text == before or _item(key) or (there and there != before and not (text or "").strip()):
            continue
        between = _JOINED.get(key) or _JOINED_GROUPS.get(key.partition("/")[0])
        both = between and there and text and there != before
        merged[key] = _both(there or "", text or "", between or "") if both else text
    for item in dict.fromkeys(item for key in ours if (item := _item(key))):
        merged |= _merged_item(item, ours, start, merged)
    return merged


def _both(there: str, text: str, between: str) -> str:
    """Give two texts, or the longer where it holds all of the other."""
    ours, theirs = text.strip("\n"), there.strip("\n")
    if theirs in ours:
        return text
    return there if ours in theirs else f"{there}{between}{text}"


def _merged_item(item: str, ours: Answers, start: Answers, merged: Answers) -> dict[str, str | None]:
    mine, before, theirs = (_fields(item, answers) for answers in (ours, start, merged))
    if _alike(mine, before) or _alike(mine, theirs):
        return {}
    if any(theirs.values()) and not _alike(theirs, before) and not _nobody(theirs):
        if _nobody(mine) or not any(mine.values()):
            return {}
        group = item.rpartition("/")[0]
        taken = [found.rpartition("/") for key in (*ours, *merged) if (found := _item(key))]
        item = f"{group}/{max(int(number) for name, _, number in taken if name == group) + 1}"
    return {f"{item}/{field}": text for field, text in mine.items()}


def _item(key: str) -> str:
    """Give the item of a list that a key belongs to (`cast/2` of `cast/2/name`); empty if it belongs to none."""
    stem, _, _ = key.rpartition("/")
    return stem if stem.rpartition("/")[2].isdecimal() else ""


def _fields(item: str, answers: Answers) -> dict[str, str | None]:
    return {key.rpartition("/")[2]: text for key, text in answers.items() if _item(key) == item}


def _alike(one: Mapping[str, str | None], other: Mapping[str, str | None]) -> bool:
    """Tell whether two items say the same, whatever is left out where there is a usual value."""
    usual: dict[str, str] = {"by": Role.PRESENTER} if "score" in {*one, *other} else {"scope": Scope.SPECIFIC}
    said = [{key: fields.get(key) or usual.get(key, "") for key in {*one, *other}} for fields in (one, other)]
    scores = [each.pop("score", "").partition(" ") for each in said]
    asked_alike = scores[0][2] == scores[1][2] or not (scores[0][2] and scores[1][2])
    return said[0] == said[1] and scores[0][0] == scores[1][0] and asked_alike


def _nobody(fields: Mapping[str, str | None]) -> bool:
    return (fields.get("name") or "").strip().casefold() == NOBODY
