"""A proposal made by a script: its parts and decisions from a file, as the answers that a person would give."""

from collections.abc import Mapping

from circle_cli.fields import Fields
from circle_cli.front_matter import read
from circle_cli.guidance.records import Guidance
from circle_cli.points.record import LONGEST_PART, LONGEST_TITLE, PARTS
from circle_cli.share.proposing.deciding import KEEP, REWORD, TAKE, mark_of
from circle_cli.share.proposing.facets import MOST_CHOSEN
from circle_cli.share.proposing.script import POINT_TITLE
from circle_cli.share.proposing.settling import FindIdentifiers, Resolution, replace_cast
from circle_cli.vocabulary import Setting


def read_sharing(text: str, where: str, guidance: Guidance, check: FindIdentifiers) -> dict[str, str | None]:
    """Read what a person would answer, and give the answers.

    The keys are `title`, the five parts, `themes`, `concerns`, `conditions`, `setting`, `questions`, `replace` and
    `explained`; only the title and the parts have to be there.
    `replace` holds mappings of `words` and `instead`, `explained` of `words` and `reason`.

    Raises:
        CircleError: something is missing, unknown or too long; line and key are named.
    """
    keys = Fields(read(text, where))
    texts = {POINT_TITLE: _short(keys, POINT_TITLE, LONGEST_TITLE)}
    texts |= {f"part/{key}": _short(keys, key, LONGEST_PART) for key in PARTS}
    resolutions = [*(keys.records("replace", _replaced) or ()), *(keys.records("explained", _explained) or ())]
    answers: dict[str, str | None] = {key: replace_cast(text, check)[0] for key, text in texts.items()}
    lists = {"themes": guidance.themes, "concerns": guidance.concerns, "conditions": guidance.conditions}
    answers |= {key: _only(keys, key, [theme.id for theme in themes]) for key, themes in lists.items()}
    answers["questions"] = _only(keys, "questions", [question.id for question in guidance.questions]) or "learning"
    setting = keys.optional_one_of("setting", Setting)
    answers["setting"] = str(setting) if setting else None
    keys.nothing_more()
    for key in texts:
        answers |= _decided(key, answers[key] or "", resolutions)
    return answers


def _short(keys: Fields, key: str, longest: int) -> str:
    text = keys.text(key)
    if len(text) > longest:
        raise keys.problem(key, f"has {len(text)} characters; at most {longest} are read")
    return text


def _only(keys: Fields, key: str, known: list[str]) -> str:
    chosen = keys.texts(key)
    strange = [each for each in chosen if each not in known]
    if strange or len(chosen) > MOST_CHOSEN:
        do = f"use up to {MOST_CHOSEN} of: {', '.join(known)}"
        if strange:
            raise keys.problem(key, "… is not known", do=do, words=", ".join(strange))
        raise keys.problem(key, f"more than {MOST_CHOSEN}", do=do)
    return ", ".join(chosen)


def _replaced(keys: Fields) -> tuple[str, Resolution]:
    made = (keys.text("words"), Resolution(instead=keys.optional_text("instead") or ""))
    keys.nothing_more()
    return made


def _explained(keys: Fields) -> tuple[str, Resolution]:
    made = (keys.text("words"), Resolution(reason=keys.text("reason")))
    keys.nothing_more()
    return made


def _decided(key: str, text: str, resolutions: list[tuple[str, Resolution]]) -> Mapping[str, str]:
    """Give the decisions for one part, as `deciding` keeps them."""
    answers: dict[str, str] = {}
    for words, resolution in resolutions:
        place = f"{key}/{mark_of(text)}/{words}"
        if resolution.reason:
            answers |= {f"finding/{place}": KEEP, f"reason/{place}": resolution.reason}
        elif resolution.instead:
            answers[f"finding/{place}"] = f"{TAKE}{resolution.instead}"
        else:
            answers |= {f"finding/{place}": REWORD, f"reword/{place}": "."}
    return answers
