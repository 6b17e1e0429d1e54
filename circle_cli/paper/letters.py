"""Words compared by their letters alone, whatever a program or a person made of the signs between them."""

import re
import unicodedata

_NO_LETTERS = re.compile(r"[\W_]+")


def letters(text: str) -> str:
    """Give a text's letters and digits alone, in one case, without accents."""
    plain = text if text.isascii() else unicodedata.normalize("NFKD", text)
    return _NO_LETTERS.sub("", plain.casefold())
