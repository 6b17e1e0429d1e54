"""`circle settings`: how somebody likes to work with circle, shown, and asked about in a few plain questions."""

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from circle_cli.commands.drafts.one_prompt import put
from circle_cli.commands.edge import Asked, at_terminal, is_plain, result, result_json, say
from circle_cli.commands.folders import log_in_use, own_log_folder, place_of_own_settings
from circle_cli.commands.own_settings import (
    KEYS,
    OwnSettings,
    content_of_settings,
    own_settings,
    read_own,
    with_setting,
)
from circle_cli.errors import USAGE, CircleError
from circle_cli.evidence.year import begins_on
from circle_cli.interview.asker import Paused
from circle_cli.interview.script.prompts import Misread, Prompt, choice, line
from circle_cli.interview.terminal.wrapping import wrapped
from circle_cli.log.durable import clear_begun, replace
from circle_cli.text import decode
from circle_cli.vocabulary import Drawing, Length, Setting, Weekday

_OPEN, _OPEN_LABEL = "open", "Not settled"
_NONE, _STAYS = "-", "leaves it as it is"
_WORDS: dict[str, tuple[str, dict[str, str]]] = {
    "screen": (
        "How would you like to be asked?",
        {Drawing.DRAWN: "Drawn: the page keeps in place", Drawing.PLAIN: "Plain lines: good for a screen reader"},
    ),
    "reflect": (
        "What does `circle reflect` ask, unless you say so?",
        {Length.FULL: "Full: all eight questions", Length.QUICK: "Quick: three questions, five minutes"},
    ),
    "services": (
        "Which services do you work in?",
        {Setting.CHILDREN: "Children's", Setting.ADULTS: "Adults'", Setting.BOTH: "Both"},
    ),
    "remind": (
        "On which day may `circle` remind you of a reflection that is unfinished?",
        {day: day.capitalize() for day in Weekday},
    ),
}
"""What is chosen from: the question, and the words for each value."""

_LINES = {
    "editor": (
        "Which editor do you write in?",
        f"What starts it, such as nano or code --wait. It goes before VISUAL and EDITOR. {_NONE} takes it away.",
    ),
    "year": (
        "On which day does your registration year begin?",
        f"A day and its month, such as 1 September; circle year goes by it. {_NONE} takes it away.",
    ),
    "name": (
        "What is your name?",
        f"Whose an action is that you give to yourself, where others read the log. {_NONE} takes it away.",
    ),
}
_NAMES = {
    "screen": "How you are asked",
    "editor": "Editor",
    "reflect": "A reflection",
    "name": "Your name",
    "services": "Services",
    "remind": "Reminder",
    "year": "Registration year from",
}
_OTHERWISE = {
    "screen": "drawn, where the terminal can",
    "editor": "the one that the system or git names",
    "reflect": "full",
    "name": "the one that git knows",
    "services": "not said",
    "remind": "every day",
    "year": "1 December, as Social Work England has it",
}
"""What holds where nothing is settled."""


def settings(asked: Asked, *, as_json: bool) -> None:
    """Show what is settled, then ask about each of it.

    Raises:
        CircleError: a value is not understood, where a program reads them; or nobody is there to be asked.
    """
    place = place_of_own_settings()
    found, wrong = read_own()
    if as_json:
        for error in wrong:
            raise error
        result_json(_as_json(found))
        return
    if not at_terminal():
        do = f"write them into {place}, one on a line: {'; '.join(_possible())}"
        raise CircleError("There is no terminal to ask questions in", USAGE, do=do)
    clear_begun(place)
    for error in wrong:
        say(str(error))
    for shown in _told(found):
        for part in [shown] if is_plain(asked) else wrapped(shown, "    "):
            result(part)
    changed = False
    with suppress(Paused):
        for key in KEYS:
            changed = _ask(asked, key) or changed
    result("\nKept." if changed else "\nAll is as it was.")


def _told(found: OwnSettings) -> Iterator[str]:
    yield "Your settings:"
    for key in KEYS:
        value = getattr(found, key)
        yield f"  {_NAMES[key]}: {_in_words(key, value) if value else f'{_OTHERWISE[key]} (not settled)'}"
    yield "  Log in use (circle use changes it):"
    yield f"    {log_in_use() or own_log_folder()}"
    yield "\nThey stand in this file, for you alone. Enter leaves each as it is."
    yield f"  {place_of_own_settings()}"


def _in_words(key: str, value: str) -> str:
    label = _WORDS[key][1][value] if key in _WORDS else value
    return label.partition(":")[0] if key in ("screen", "reflect") else label


def _ask(asked: Asked, key: str) -> bool:
    """Ask about one, and keep it at once; tells whether it is another now."""
    now = getattr(own_settings(), key) or ""
    reply = put(asked, _prompt(key, now))
    if reply is None or reply == now:
        return False
    value = "" if reply in (_OPEN, _NONE) else reply
    if value == now:
        return False
    place = place_of_own_settings()
    before = content_of_settings(place)
    text = decode(before, str(place)) if before is not None else ""
    replace(place, with_setting(text, key, value).encode("utf-8"), before)
    return True


def _prompt(key: str, now: str) -> Prompt:
    if key in _LINES:
        question, about = _LINES[key]
        reading = _a_day_of_every_year if key == "year" else None
        return line(f"settings/{key}", question, remark=(about, *([f"Now: {now}"] if now else [])), reading=reading)
    question, words = _WORDS[key]
    label = f"{_OPEN_LABEL}: {_OTHERWISE[key]}"
    remark = (f"Now: {_in_words(key, now) if now else label}",)
    return choice(f"settings/{key}", question, *words.items(), (_OPEN, label), remark=remark, enter=_STAYS)


def _a_day_of_every_year(typed: str) -> str:
    if typed != _NONE and begins_on(typed) is None:
        raise Misread("Please write a day and its month, such as 1 September.")
    return typed


def _possible() -> Iterator[str]:
    """Say of each key what may stand behind it."""
    for key in KEYS:
        yield f"{key}: {' | '.join(_WORDS[key][1]) if key in _WORDS else '...'}"


def _as_json(found: OwnSettings) -> dict[str, Any]:
    values = {key: getattr(found, key) or None for key in KEYS}
    return {**values, "file": str(place_of_own_settings()), "log": str(log_in_use() or own_log_folder())}
