"""Words of which no rule need be asked, as the tables would call them quiet whatever stands around them.

Most words of a text are such. The lists keep what each is, so that it is told once for all texts.
"""

from circle_cli.identifiers.grammar import words
from circle_cli.identifiers.known.english import is_word
from circle_cli.identifiers.lists import Lists

_HARDLY = words("name_or_word", "hardly names")
_KEPT = 20_000


def keep_as_ordinary(text: str, lists: Lists) -> str:
    """Tell of a word as it is written whether it is ordinary, and keep that: gives it in small letters, or else "".

    With a capital letter, it is so where it opens a sentence, and the text has it nowhere as a name.
    """
    if len(lists.ordinary) > _KEPT:
        lists.ordinary.clear()
    word = text.lower()
    plain = len(text) > 1 and text.isascii() and not any(map(str.isdigit, word))
    is_so = is_a_word_anywhere if text == word else is_a_word_that_opens
    found = lists.ordinary[text] = word if plain and text[1:] == word[1:] and is_so(word, lists) else ""
    return found


def is_a_word_anywhere(word: str, lists: Lists) -> bool:
    """Tell whether it is quiet in small letters: by “table”, whatever the rules before say."""
    a_name = word in lists.always or word in lists.places or _owns_without_a_sign(word, lists)
    return not a_name and is_no_name(word, lists)


def is_a_word_that_opens(word: str, lists: Lists) -> bool:
    """Tell whether it is quiet with a capital letter where a sentence begins: by “We waited”, in the same way."""
    a_name = word in lists.both or word in lists.soft or _owns_without_a_sign(word, lists)
    return not a_name and is_word(word, lists)


def is_no_name(word: str, lists: Lists) -> bool:
    """Tell whether it is a word, and in small letters none that stands like a name now and then."""
    a_name = (word in lists.both or word in lists.soft) and len(word) > 2 and word not in _HARDLY
    return not a_name and is_word(word, lists)


def _owns_without_a_sign(word: str, lists: Lists) -> bool:
    return word[-1] == "s" and (word[:-1] in lists.always or word[:-1] in lists.both)
