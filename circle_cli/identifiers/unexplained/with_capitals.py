"""Words with a capital letter: quiet only where a sentence begins, in letters that are no name, or where cited."""

import re

from circle_cli.identifiers.grammar import words
from circle_cli.identifiers.known.english import is_word
from circle_cli.identifiers.known.name_or_word import names_somebody, owns_without_a_sign
from circle_cli.identifiers.known.titles import TITLES
from circle_cli.identifiers.known.writers import is_cited
from circle_cli.identifiers.rules import Rule, otherwise
from circle_cli.identifiers.seen.tokens import key_at, token_at
from circle_cli.identifiers.unexplained.manner import is_said_so
from circle_cli.identifiers.unexplained.plainly import is_plainly_a_word
from circle_cli.identifiers.unexplained.reading import ON_THE_BENCH, Reading, ReadingRule
from circle_cli.identifiers.unexplained.slips import is_a_slip
from circle_cli.identifiers.unexplained.verdicts import (
    CAPITAL_LETTER,
    NAME_ELSEWHERE,
    NAME_IN_CAPITALS,
    OPENS_A_SENTENCE,
    QUIET,
    STANDS_LIKE_A_NAME,
    UNKNOWN_LETTERS,
)

_TWO_LETTERS = words("writing", "two letters in capitals")
_VERBS = words("name_or_word", "names that are verbs")
_HARDLY = words("name_or_word", "hardly names")
_DONE, _BEFORE_SOMEBODY = words("name_or_word", "will be done"), words("name_or_word", "before somebody")
_I_OR_YOU = words("shorthand", "i and you of dialect")
_ALWAYS_A_WORD = words("writing", "never a name")
_WHOM = ("every", "ever", "his", "her", "us", "them", "all", "friend", "famil", "mates", "most")
_QUESTION = re.compile(r"Q\d{1,2}")
_HEADINGS = ("re", "cc", "bcc")
_AFTER_A_COMMA = words("name_or_word", "told after a comma")


def _is_a_word_in_capitals(reading: Reading, place: int) -> bool:
    word = reading.tokens[place].word
    a_name = word in reading.names or len(word) < 3
    return _is_only_a_word(reading, place) and (place in reading.all_capitals or not a_name)


def _does_in_capitals(reading: Reading, place: int) -> bool:
    """Tell whether a word that is a name only now and then does what people do: "PATIENCE SAID NO"."""
    soft = place in reading.all_capitals and reading.tokens[place].word in reading.lists.soft
    return soft and reading.tokens[place].opens and names_somebody(reading.tokens, place)


def _is_two_letters(reading: Reading, place: int) -> bool:
    return reading.tokens[place].word in _TWO_LETTERS


def _is_a_name(reading: Reading, place: int) -> bool:
    word, lists = reading.tokens[place].word, reading.lists
    return word in lists.always or word in lists.both


def _is_hardly_a_name(reading: Reading, place: int) -> bool:
    word = reading.tokens[place].word
    return place in reading.all_capitals and word in _HARDLY and is_word(word, reading.lists)


def _is_a_helping_verb(reading: Reading, place: int) -> bool:
    """Tell whether "will" or "may" stands between who does something and what: "HE WILL NOT GO"."""
    tokens = reading.tokens
    between = not tokens[place].opens and key_at(tokens, place - 1) not in _BEFORE_SOMEBODY
    return tokens[place].word in ("will", "may") and between and key_at(tokens, place + 1) in _DONE


def _is_cited(reading: Reading, place: int) -> bool:
    return is_cited(reading.tokens, place, reading.lists)


def _is_done(reading: Reading, place: int) -> bool:
    """Tell whether somebody does it who is not named: "I HOPE", "WE MARK IT"."""
    token, before = reading.tokens[place], key_at(reading.tokens, place - 1)
    a_verb = token.word in _VERBS and place in reading.all_capitals and token.gap == " "
    return a_verb and before in ("i", "we", "you", "they", "to") and not names_somebody(reading.tokens, place)


ALL_CAPITALS: tuple[ReadingRule, ...] = (
    Rule("PATIENCE SAID NO", _does_in_capitals, STANDS_LIKE_A_NAME),
    Rule("WE WAITED", _is_a_word_in_capitals, QUIET),
    Rule("NO", _is_two_letters, QUIET),
    Rule("HE WILL NOT GO", _is_a_helping_verb, QUIET),
    Rule("I HOPE", _is_done, QUIET),
    Rule("MA HAUN", is_said_so, QUIET),
    Rule("BOWLBY’S THEORY", _is_cited, QUIET),
    Rule("A BIN LINER, IN A LINE OF CAPITALS", _is_hardly_a_name, QUIET),
    Rule("GRACE", _is_a_name, NAME_IN_CAPITALS),
    Rule("ZQX", otherwise, UNKNOWN_LETTERS),
)


def _is_i_or_you(reading: Reading, place: int) -> bool:
    token = reading.tokens[place]
    if token.key not in _I_OR_YOU or not reading.manner.dialect or token.possessive:
        return False
    return token.key.startswith("ah") or not names_somebody(reading.tokens, place)  # “Thi rang us”


def _is_always_a_word(reading: Reading, place: int) -> bool:
    """Tell whether it is “The” or “What” with no other capital beside it, with which it would be one name."""
    token, after = reading.tokens[place], token_at(reading.tokens, place + 1)
    before = token_at(reading.tokens, place - 1)
    goes_on = after is not None and after.gap in (" ", "-") and (after.capital or after.digits)
    follows = before is not None and token.gap in (" ", "-") and before.capital and not before.opens
    return token.word in _ALWAYS_A_WORD and not goes_on and not follows and _is_plainly_written(reading, place)


def _stands_in_brackets(reading: Reading, place: int) -> bool:
    """Tell whether it is told of somebody in brackets, within a sentence: “the dog (Biscuit, our neighbour’s)”."""
    token, after = reading.tokens[place], token_at(reading.tokens, place + 1)
    before = token_at(reading.tokens, place - 1)
    aside = token.gap == " (" and before is not None
    if aside and key_at(reading.tokens, place + 1) == "to" and key_at(reading.tokens, place + 2).startswith(_WHOM):
        return True  # "(Rosebud to everyone at the day centre)"
    within = aside and before is not None and before.lower
    return within and after is not None and after.gap[:1] in (",", ")") and after.gap != ") "


def _has_a_capital_of_its_own(reading: Reading, place: int) -> bool:
    token = reading.tokens[place]
    opens = token.opens and _is_plainly_written(reading, place) and not _stands_in_brackets(reading, place)
    return not (opens and is_word(token.word, reading.lists))


def _is_a_note_of_a_clinic(reading: Reading, place: int) -> bool:
    """Tell whether it is a letter with an “x”, as clinics shorten assessment or history: “Ax”, “Hx”."""
    text = reading.tokens[place].text
    return len(text) == 2 and text[1] == "x" and text[0] in "ABDFHIMPRST" and not reading.tokens[place].possessive


def _is_letters_made_a_verb(reading: Reading, place: int) -> bool:
    letters, _, ending = reading.tokens[place].text.replace("’", "'").partition("'")
    if not ending:  # “ASYEs”, “DNAd”
        letters, ending = letters[:-1], letters[-1:]
    made = ending in ("d", "ing", "ed", "s") and len(letters) > 1 and letters.isupper()
    return made and letters.lower() in reading.lists.phrases


def _is_a_label(reading: Reading, place: int) -> bool:
    """Tell whether it says what stands behind its colon, in a row of such: "To: all; Date: soon"."""
    token, after = reading.tokens[place], token_at(reading.tokens, place + 1)
    before = token_at(reading.tokens, place - 1)
    if before is not None and before.opens and _QUESTION.fullmatch(before.text):
        return _is_only_a_word(reading, place)  # "Q5 Anything else?"
    in_a_row = token.gap.strip() in (";", "|", "•", "/")
    a_word = token.key in _HEADINGS or _is_only_a_word(reading, place)
    return in_a_row and after is not None and after.gap[:1] == ":" and a_word


def _is_on_the_bench(reading: Reading, place: int) -> bool:
    token, after = reading.tokens[place], token_at(reading.tokens, place + 1)
    return token.opens and token.word in ON_THE_BENCH and after is not None and after.gap == " " and after.lower


def _is_a_name_elsewhere(reading: Reading, place: int) -> bool:
    return reading.tokens[place].word in reading.names


def _is_a_slip(reading: Reading, place: int) -> bool:
    """Tell whether a sentence begins with a slip of the pen: "Thnaks to her", in a text that is full of them."""
    token = reading.tokens[place]
    opens = token.opens and not token.possessive and not _stands_in_brackets(reading, place)
    typed = opens and _is_plainly_written(reading, place) and reading.in_haste
    return typed and is_a_slip(token.word, reading.lists, in_haste=True) and not names_somebody(reading.tokens, place)


def _is_a_title(reading: Reading, place: int) -> bool:
    """Tell whether it says who follows, who is found: “Baby Okonjo”."""
    after = token_at(reading.tokens, place + 1)
    follows = after is not None and after.gap == " " and after.capital and not after.upper
    return reading.tokens[place].key in TITLES and follows


def _owns_without_a_sign(reading: Reading, place: int) -> bool:
    return owns_without_a_sign(reading.tokens, place, reading.lists)


def _only_opens(reading: Reading, place: int) -> bool:
    return reading.tokens[place].word in reading.lists.soft and not _starts_a_name(reading, place)


def _may_open_as_a_name(reading: Reading, place: int) -> bool:
    a_name = reading.tokens[place].word in reading.lists.both
    return a_name and not is_plainly_a_word(reading.tokens, place, reading.lists)


def _stands_like_a_name(reading: Reading, place: int) -> bool:
    word, lists = reading.tokens[place].word, reading.lists
    return word in lists.soft or (word in lists.both and names_somebody(reading.tokens, place))


CAPITAL: tuple[ReadingRule, ...] = (
    Rule("Ah wis", _is_i_or_you, QUIET),
    Rule("Bowlby’s theory", _is_cited, QUIET),
    Rule("she DNA'd, CP'd in spring, two ASYEs", _is_letters_made_a_verb, QUIET),
    Rule("OT Ax, no Ix", _is_a_note_of_a_clinic, QUIET),
    Rule("see The and What", _is_always_a_word, QUIET),
    Rule("To: all; Date: soon", _is_a_label, QUIET),
    Rule("Thnaks to her, where it was typed in haste", _is_a_slip, QUIET),
    Rule("We met Grace, McGrace came", _has_a_capital_of_its_own, CAPITAL_LETTER),
    Rule("Judge asked for it", _is_on_the_bench, QUIET),
    Rule("Hope, where the text also has “we met Hope”", _is_a_name_elsewhere, NAME_ELSEWHERE),
    Rule("Teds brother came", _owns_without_a_sign, OPENS_A_SENTENCE),
    Rule("Baby Okonjo came", _is_a_title, QUIET),
    Rule("Trust takes time", _only_opens, QUIET),
    Rule("Grace was quiet", _may_open_as_a_name, OPENS_A_SENTENCE),
    Rule("Patience told me, Will you be told", _stands_like_a_name, STANDS_LIKE_A_NAME),
    Rule("We waited", otherwise, QUIET),
)


def _is_only_a_word(reading: Reading, place: int) -> bool:
    word, lists = reading.tokens[place].word, reading.lists
    return word not in lists.both and is_word(word, lists)


def _is_plainly_written(reading: Reading, place: int) -> bool:
    """Tell whether no capital letter stands inside the word."""
    rest = reading.tokens[place].text[1:]
    return rest == rest.lower()


def _starts_a_name(reading: Reading, place: int) -> bool:
    """Tell whether what follows tells of somebody: "Joy laughed", "Joy, aged", "Joy Brown"."""
    after = token_at(reading.tokens, place + 1)
    if names_somebody(reading.tokens, place):
        return True
    if after is None:
        return False
    told = after.gap == ", " and (after.digits or after.key in _AFTER_A_COMMA)
    surname = after.gap == " " and after.capital and not reading.lists.phrases.at(reading.tokens, place + 1)
    return told or surname
