"""Whether a surname is a writer's who is cited here, and not somebody's who was met."""

from collections.abc import Sequence

from circle_cli.identifiers.grammar import words
from circle_cli.identifiers.known.english import is_only_a_word
from circle_cli.identifiers.known.figures.numbers import is_year
from circle_cli.identifiers.known.name_or_word import KIN, names_somebody
from circle_cli.identifiers.known.titles import TITLES
from circle_cli.identifiers.lists import RARE, Lists
from circle_cli.identifiers.rules import Rule, decided
from circle_cli.identifiers.seen.tokens import Token, key_at, token_at

_ABOUT = words("citing", "about")
_LEADING = words("citing", "leading")
_THEORY = words("citing", "theory")
_WORKS = words("citing", "works")
_THEY_SAY, _TELLS = words("citing", "they say"), words("citing", "tells")
_FORENAMES = words("citing", "also forenames")
_THINKS = words("citing", "thinks")
_THEIRS = words("citing", "theirs")
_LINKED = words("citing", "linked")
_LITERATURE = words("citing", "literature")
_AS_THEY_SAY = words("citing", "as they say")
_BEHIND_A_THEORY = ("of", "by", "from", "after", "in")
_TOWNS = words("citing", "also towns")
_BEFORE_A_PLACE = ("in", "at", "near", "from", "to", "around", "outside", "through", "into")
_ROW = 14
_NEAR = 12  # words on either side, about a sentence


def is_cited(tokens: Sequence[Token], place: int, lists: Lists) -> bool:
    """Tell whether the word at `place` is part of a citation: beside a year, a forename or a word such as "theory"."""
    if tokens[place].key not in lists.writers:
        return _is_forename(tokens, place, lists)
    return decided(_RULES, tokens, place, lists) is True


def dates_a_citation(tokens: Sequence[Token], place: int, lists: Lists) -> bool:
    """Tell whether a year belongs to a writer named just before it: "(Bowlby, 1969)"."""
    near = tokens[max(0, place - 4) : place]
    return is_year(tokens[place].text) and any(token.key in lists.writers or token.key == "al" for token in near)


def _is_forename(tokens: Sequence[Token], place: int, lists: Lists) -> bool:
    for length, after in enumerate(tokens[place + 1 : place + 4]):
        if after.gap not in (" ", "-", ". "):
            return False
        if after.key in lists.writers:
            return tokens[place].key in lists.writers[after.key]
        if length and not (after.capital or len(after.key) <= 3):
            return False
    return False


def _follows_a_title(tokens: Sequence[Token], place: int, _lists: Lists) -> bool:
    return key_at(tokens, place - 1) in TITLES


def _is_rare_and_alone(tokens: Sequence[Token], place: int, lists: Lists) -> bool:
    token, before = tokens[place], token_at(tokens, place - 1)
    leads = before is None or token.opens or not before.capital or before.key in lists.writers
    alone = leads or (before is not None and before.opens and is_only_a_word(before.word, lists))  # "As Kolb puts it"
    rare = alone and RARE in lists.writers[token.key] and not _stands_like_somebody(tokens, place)
    return rare and not (_may_be_where_it_was(tokens, place) and not _is_about_theory(tokens, place))


def _may_be_where_it_was(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a surname that is a town as well may stand for the town: "he lives in Appleby"."""
    a_town = tokens[place].key in _TOWNS and tokens[place].gap == " "
    return a_town and key_at(tokens, place - 1) in _BEFORE_A_PLACE


def _stands_like_somebody(tokens: Sequence[Token], place: int) -> bool:
    after = key_at(tokens, place + 1)
    if after in _THEIRS:
        return True  # "the Gibbs family"
    if tokens[place].possessive:
        return after in KIN  # "Bowlby's mother", and not "Bowlby's theory"
    return names_somebody(tokens, place) and not (after in _THINKS and _is_about_theory(tokens, place))


def _is_about_theory(tokens: Sequence[Token], place: int) -> bool:
    near = tokens[max(0, place - _NEAR) : place + _NEAR]
    return any(token.key in _THEORY for token in near)


def _follows_its_forename(tokens: Sequence[Token], place: int, lists: Lists) -> bool:
    token = tokens[place]
    return key_at(tokens, place - 1) in lists.writers[token.key] and token.gap in (" ", "-")


def _follows_another_name(tokens: Sequence[Token], place: int, lists: Lists) -> bool:
    before = token_at(tokens, place - 1)
    a_name = before is not None and before.capital and not before.opens and before.key not in lists.writers
    return a_name and tokens[place].gap == " "


def _comes_before_a_work(tokens: Sequence[Token], place: int, lists: Lists) -> bool:
    return _is_of_a_work(tokens, place, lists)


def _is_of_a_work(tokens: Sequence[Token], place: int, lists: Lists) -> bool:
    """Tell whether a year follows, or what a writer is known for: "Kolb (1984)", "Kolb's learning cycle".

    Where somebody's forename is the same, only a theory or a year in brackets is proof: "Jordan called me".
    """
    after = tokens[place + 1 : place + 4]
    if any(is_year(token.text) and (not number or "(" in token.gap) for number, token in enumerate(after)):
        return True
    works = {token.key for token in after[:2]} & _ABOUT
    return not works.isdisjoint(_WORKS) or (bool(works) and not _may_be_a_forename(tokens[place].word, lists))


def _may_be_a_forename(word: str, lists: Lists) -> bool:
    return word in _FORENAMES or any(word in names for names in (lists.always, lists.both, lists.soft, lists.forenames))


def _comes_with_others(tokens: Sequence[Token], place: int, _lists: Lists) -> bool:
    others = key_at(tokens, place + 1) == "and" and key_at(tokens, place + 2) in ("others", "colleagues")
    return key_at(tokens, place + 1) == "et" or (others and key_at(tokens, place + 3) in _THEY_SAY)


def _says_with_another(tokens: Sequence[Token], place: int, lists: Lists) -> bool:
    return _comes_before_a_writer(tokens, place, lists) and key_at(tokens, place + 3) in _THEY_SAY


def _is_in_a_row_of_writers(tokens: Sequence[Token], place: int, lists: Lists) -> bool:
    """Tell whether two others are named near it, one of them by a surname that nobody has for a forename."""
    if tokens[place].lower or _follows_another_name(tokens, place, lists) or _stands_like_somebody(tokens, place):
        return False
    near = (*tokens[max(0, place - _ROW) : place], *tokens[place + 1 : place + 1 + _ROW])
    others = {token.key for token in near if token.capital and token.key in lists.writers}
    if _may_be_a_forename(tokens[place].word, lists) and not _is_listed_with_writers(tokens, place, lists):
        return False
    speaks_of = key_at(tokens, place + 1) in ("on", "about")
    return len(others) > (not speaks_of) and any(not _may_be_a_forename(key, lists) for key in others)


def _is_listed_with_writers(tokens: Sequence[Token], place: int, lists: Lists) -> bool:
    """Tell whether "and" or a comma stands between it and another: "Taylor and White", "White, Morris"."""
    before, after = token_at(tokens, place - 1), token_at(tokens, place + 1)
    behind = before is not None and tokens[place].gap == ", " and before.key in lists.writers
    ahead = after is not None and after.gap == ", " and after.key in lists.writers
    joined = key_at(tokens, place - 1) == "and" and key_at(tokens, place - 2) in lists.writers
    return behind or ahead or joined or _comes_before_a_writer(tokens, place, lists)


def _follows_a_rare_one(tokens: Sequence[Token], place: int, lists: Lists) -> bool:
    """Tell whether it is the second who is named: "that is Bowlby, or the one after, Ainsworth"."""
    told = tokens[place].gap == ", " or key_at(tokens, place - 1) in ("and", "or")
    if tokens[place].lower or not told or _may_be_a_forename(tokens[place].word, lists):
        return False
    near = tokens[max(0, place - _NEAR) : place]
    rare = any(token.capital and RARE in lists.writers.get(token.key, ()) for token in near)
    return rare and not _stands_like_somebody(tokens, place)


def _tells_us(tokens: Sequence[Token], place: int, lists: Lists) -> bool:
    told = key_at(tokens, place + 1) in _TELLS and key_at(tokens, place + 2) == "us"
    return told and not _may_be_a_forename(tokens[place].word, lists)


def _follows_a_theory(tokens: Sequence[Token], place: int, _lists: Lists) -> bool:
    """Tell whether a theory is said to be theirs: "core conditions (Rogers)", "the cycle of Gibbs"."""
    if tokens[place].gap == " (":
        return key_at(tokens, place - 1) in _THEORY
    return key_at(tokens, place - 1) in _BEHIND_A_THEORY and key_at(tokens, place - 2) in _THEORY


def _stands_beside_a_rare_one(tokens: Sequence[Token], place: int, lists: Lists) -> bool:
    beside = (_second(tokens, place), _first(tokens, place))
    return any(RARE in lists.writers.get(key, ()) for key in beside)


def _shares_a_work(tokens: Sequence[Token], place: int, lists: Lists) -> bool:
    return _comes_before_a_writer(tokens, place, lists) and _is_of_a_work(tokens, place + 2, lists)


def _comes_before_a_writer(tokens: Sequence[Token], place: int, lists: Lists) -> bool:
    return _second(tokens, place) in lists.writers


def _second(tokens: Sequence[Token], place: int) -> str:
    """Give the second of "Kolb and Egan", "Kolb & Egan", if the first stands at this place."""
    after = token_at(tokens, place + 1)
    if after is None or after.gap == " & ":
        return after.key if after is not None else ""
    return key_at(tokens, place + 2) if after.key == "and" else ""


def _first(tokens: Sequence[Token], place: int) -> str:
    if tokens[place].gap == " & ":
        return key_at(tokens, place - 1)
    return key_at(tokens, place - 2) if key_at(tokens, place - 1) == "and" else ""


def _follows_a_writer(tokens: Sequence[Token], place: int, lists: Lists) -> bool:
    by = key_at(tokens, place - 2) if key_at(tokens, place - 1) == "by" else ""
    return (by or _first(tokens, place)) in lists.writers


def _is_led_to(tokens: Sequence[Token], place: int, _lists: Lists) -> bool:
    return key_at(tokens, place - 1) in _LEADING and not tokens[place].opens


def _is_according_to(tokens: Sequence[Token], place: int, _lists: Lists) -> bool:
    return key_at(tokens, place - 1) == "to" and key_at(tokens, place - 2) == "according"


def _is_linked_to(tokens: Sequence[Token], place: int, lists: Lists) -> bool:
    """Tell whether something is linked to it: "she linked this to Rogers"."""
    if key_at(tokens, place - 1) != "to" or tokens[place].lower or _may_be_a_forename(tokens[place].word, lists):
        return False
    return not _LINKED.isdisjoint(token.key for token in tokens[max(0, place - 5) : place - 1])


def _is_as_they_say(tokens: Sequence[Token], place: int, _lists: Lists) -> bool:
    return key_at(tokens, place - 1) == "as" and key_at(tokens, place + 1) in _AS_THEY_SAY and not tokens[place].lower


def _is_in_talk_of_literature(tokens: Sequence[Token], place: int, lists: Lists) -> bool:
    if (
        tokens[place].lower
        or _may_be_a_forename(tokens[place].word, lists)
        or _follows_another_name(tokens, place, lists)
        or _stands_like_somebody(tokens, place)
    ):
        return False
    near = tokens[max(0, place - _NEAR) : place + _NEAR]
    return any(token.key in _LITERATURE for token in near)


_RULES: tuple[Rule[[Sequence[Token], int, Lists], bool], ...] = (
    Rule("Mr Bowlby", _follows_a_title, False),
    Rule("a surname so rare that it needs no citation: Bowlby", _is_rare_and_alone, True),
    Rule("Carl Rogers", _follows_its_forename, True),
    Rule("Zofia Rogers", _follows_another_name, False),
    Rule("Miller, of “Miller and Rollnick”", _stands_beside_a_rare_one, True),
    Rule("core conditions (Rogers)", _follows_a_theory, True),
    Rule("Rogers (1961), Rogers' core conditions", _comes_before_a_work, True),
    Rule("Rogers et al, Rogers and others argue", _comes_with_others, True),
    Rule("Egan on listening, Munro on systems, Ruch on use of self", _is_in_a_row_of_writers, True),
    Rule("that is Bowlby, or the one after, Ainsworth", _follows_a_rare_one, True),
    Rule("Egan reminds us", _tells_us, True),
    Rule("Schofield and Beek describe", _says_with_another, True),
    Rule("Kolb and Egan (2019)", _shares_a_work, True),
    Rule("Kolb and Egan", _comes_before_a_writer, False),
    Rule("the second of “Kolb and Egan”", _follows_a_writer, True),
    Rule("using Egan", _is_led_to, True),
    Rule("according to Egan", _is_according_to, True),
    Rule("she linked this to Rogers", _is_linked_to, True),
    Rule("as Egan puts it", _is_as_they_say, True),
    Rule("I thought of Egan, and of what the research says", _is_in_talk_of_literature, True),
)
