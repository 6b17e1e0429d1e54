"""A writer's own name in a session as they would say it themselves: “Sam asks” is “I ask”. Pure.

Only what stands right beside the name is looked at; it is a beginning, which whoever writes it reads and changes.
"""

import re

_IRREGULAR = {"is": "am", "has": "have", "does": "do", "goes": "go", "isn’t": "am not", "hasn’t": "haven’t"}
_NO_VERBS = frozenset(
    "was as us his its this yes always perhaps sometimes afterwards besides thus less unless across towards".split()
)
_AS_OBJECT = (
    "to with by for from of at about after before behind beside near like than told asked gave helped thanked saw let "
    "made showed sent joined heard met followed watched"
)
_OWN = r"(?:’s|'s)"


def as_i_say_it(text: str, name: str) -> str:
    """Put “I”, “me” and “my” in the place of a name, by its first word too, where one can tell which it is."""
    if not (words := name.split()):
        return text
    called = rf"\b(?:{re.escape(' '.join(words))}|{re.escape(words[0])})\b"
    text = re.sub(rf"{called}{_OWN}", lambda own: "My" if _opens(text, own.start()) else "my", text)
    text = re.sub(rf"(?i:\b({_AS_OBJECT.replace(' ', '|')})) {called}(?!{_OWN})", r"\1 me", text)
    return re.sub(rf"{called} ([a-z]+(?:’t)?)\b", _said, text)


def _said(found: re.Match[str]) -> str:
    """Give “I ask” for “Sam asks”. Before any other word the name stays: it is told as “I” like all in the cast."""
    verb = _with_i(found[1])
    return f"I {verb}" if verb != found[1] else found[0]


def _opens(text: str, place: int) -> bool:
    return not (before := text[:place].rstrip()) or before[-1] in ".!?:-"


def _with_i(verb: str) -> str:
    """Give a verb as it goes with “I”; any other word as it is."""
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb in _NO_VERBS or verb.endswith("ss") or len(verb) < 4 or not verb.endswith("s"):
        return verb
    if verb.endswith("ies") and len(verb) > 4:
        return f"{verb[:-3]}y"
    return verb[:-2] if re.search("(?:ch|sh|ss|x|zz)es$", verb) else verb[:-1]
