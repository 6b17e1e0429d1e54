"""Days in the language that a log asks for on its site; English as it is said in the UK without one.

Babel knows the languages. The theme needs it too, so that it is there; it is loaded for other languages only.
"""

from datetime import date

from circle_cli.days import in_print, in_words
from circle_cli.fields import Fields
from circle_cli.front_matter.located import quoted

ENGLISH = ("", "en", "en-GB")


def read_language(keys: Fields, key: str) -> str:
    """Read the code of a language; empty is English.

    Raises:
        CircleError: nobody knows how to say days in it.
    """
    code = keys.line(key)
    if code not in ENGLISH and not _is_known(code):
        do = "write its code, such as `cy` for Welsh, `ga` for Irish, `gd` for Gaelic or `pl` for Polish"
        raise keys.problem(key, "… is no language that days can be said in", do=do, words=quoted(code))
    return code


def _is_known(code: str) -> bool:
    from babel.core import Locale, UnknownLocaleError

    try:
        return bool(Locale.parse(code, sep="-"))
    except (UnknownLocaleError, ValueError):
        return False


def plain_day(day: date, language: str = "", *, weekday: bool = True) -> str:
    """Say a day: `Friday 4 December 2026`, `Dydd Gwener, 4 Rhagfyr 2026`; or without its weekday."""
    if language in ENGLISH:
        return in_words(day) if weekday else in_print(day)
    return _said(day, language, weekday=weekday)


def _said(day: date, language: str, *, weekday: bool) -> str:
    from babel.core import Locale
    from babel.dates import format_date

    return format_date(day, "full" if weekday else "long", locale=Locale.parse(language, sep="-"))
