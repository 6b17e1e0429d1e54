"""Of everybody in a log's sessions, those are told beforehand whom a text may name: nobody else is found in it."""

import random
from collections.abc import Callable, Sequence

import pytest
from inventing import examples

from circle_cli.identifiers.check import find_identifiers
from circle_cli.identifiers.known.cast.shapes import make_cast
from circle_cli.identifiers.lists import Lists
from circle_cli.session.cast.called import called
from circle_cli.session.record import CastEntry
from circle_cli.share.release.may_name import may_name, may_name_a_session
from circle_cli.share.release.opened import unescaped
from circle_cli.share.release.terms import make_terms

FORENAMES = (
    "Amira Oluwaseun Margaret Peggy Aleksandr Rose Grace Hope Will Jo Ed Thi Ann-Marie Bo Iris Mary Dora Christopher "
    "Xochi Wren R2o Iain"
).split()
SURNAMES = "Hassan Adeyemi Green Larkfield Okoro Hare Smith-Jones Featherstonehaugh Church Lee Vo More Bowlby".split()
ODD = (
    "A", "Mum", "the school", "Zoë Łukasik", "O'Hare", "D’Arcy Hart", "🦊", "🌍 Bo", "Амира Хассан", "Mr Robin Lane",
    "Dr. J. Vo", "Rose Green House", "House of Grace", "14 Larkfield Lane", "Fiona Fox (the aunt)", "x--y", "...", "Ро",
    "Anna of the Very Long Lane of the Church of Hope", "Longlanelonglanelonglanelonglanelonglanelonglane Lee", "İpek",
    "A_B", "Da<b>na</b>", "&#65;mira", "Chris\u00adtopher", "straße", "Σίσυφος", "ANN MARIE", "Vo Thi Hope",
    "Zoë Nowák", "Şebnem İnce", "Ĳsbrand Ögmund", "Bjo\u0308rn", "Łucja Çelik", "Ŀull Ŋo", "Renée-Chloé Ĝil", "Ÿ",
    "É. Ó.",
)  # fmt: skip
FILLING = (
    "we asked and she chose the time, more time; what worked before in the school. Outside It took longer with older "
    "adults: Never Again, EHCP GP at A home. They met by phone 2 times, on 2026-03-04. Not every never even"
).split(" ")
SESSIONS = ("2026-03-04-abcd", "2025-11-30-hope", "2026-03-04-2345")

Spell = Callable[[str, random.Random], str]


def slipped(name: str, chance: random.Random) -> str:
    """Put a letter wrong, or leave one out, or put one in, or two of these."""
    for _ in range(chance.choice((1, 1, 2))):
        at = chance.randrange(len(name) + 1)
        name = name[:at] + chance.choice(("", "", *"aeimnrst")) + name[at + chance.choice((0, 1, 1, 2)) :]
    return name


def leet(name: str, chance: random.Random) -> str:
    return "".join(
        {"o": "0", "l": "1", "i": "1", "e": "3", "a": "4", "s": "5", "t": "7", "b": "8"}.get(x, x) for x in name
    )


def hidden(name: str, chance: random.Random) -> str:
    between = chance.choice(("\u200b", "*", "<b>", "</b>", "`", "\u0301", "\\", "<!-- x -->", "%20", "&shy;", "\u00ad"))
    at = chance.randrange(len(name) + 1)
    return name[:at] + between + name[at:]


def of_entities(name: str, _: random.Random) -> str:
    return "".join(f"&#{ord(letter)};" for letter in name)


def widened(name: str, _: random.Random) -> str:
    return "".join(chr(ord(x) + 0xFEE0) if "!" <= x <= "~" else x for x in name)


def apart(name: str, chance: random.Random) -> str:
    return chance.choice((" ", "-", ". ", "\n", "\n1. ", " \n- ", ".", "_", "")).join(name)


def moved(name: str, chance: random.Random) -> str:
    """Put the gaps elsewhere."""
    letters = [x for x in name if x.isalnum()]
    return "".join(x + " " * (chance.random() < 0.3) for x in letters)


def of_words(name: str, chance: random.Random) -> str:
    return chance.choice((" ", "-", "  ", ", ", " of ", "", "and", "n", "s")).join(
        chance.sample(words := name.split(), len(words))
    )


def initials(name: str, chance: random.Random) -> str:
    letters = [word[0] for word in name.split()]
    return chance.choice(("", ".", " ", ". ", "-")).join(
        letters if chance.random() < 0.6 else (letters[0], letters[-1])
    )


def shortened(name: str, chance: random.Random) -> str:
    word = chance.choice(name.split())
    cut = word[: chance.randint(2, 6)] if chance.random() < 0.6 else word[-chance.randint(3, 6) :]
    return cut + chance.choice(("", cut[-1], "y", "ie", "ey", "i", "o", "s", "kins", cut[-1] + "y", "a", "bear"))


def down_the_lines(name: str, chance: random.Random) -> str:
    return "".join(f"\n{letter}{chance.choice(('', 'nd', 'sk'))} it" for letter in name if letter.isalnum())


def run_in(name: str, chance: random.Random) -> str:
    around = ("ask", "today", "and", "s", "2010", "xq", chance.choice(FORENAMES).lower(), "the")
    return chance.choice(around) + chance.choice(name.split()).lower() + chance.choice(around)


SPELLINGS: Sequence[Spell] = (
    lambda name, _: name,
    lambda name, _: name.lower(),
    lambda name, _: name.upper(),
    lambda name, chance: chance.choice(name.split()),
    lambda name, chance: chance.choice(name.split()).lower() + chance.choice(("s", "es", "'s", "’s", "ses", "2010")),
    slipped, leet, hidden, of_entities, widened, apart, moved, of_words, initials, shortened, down_the_lines, run_in,
)  # fmt: skip


IDS: Sequence[Callable[[str], str]] = (
    str,
    str.upper,
    lambda each: widened(each, random.Random()),  # noqa: S311  # no secret
    lambda each: each.replace("-", ""),
    lambda each: each.replace("-", " / "),
    lambda each: " ".join(each),
)


def a_name(chance: random.Random) -> str:
    if chance.random() < 0.4:
        return chance.choice(ODD)
    return " ".join(
        (*chance.choices(FORENAMES, k=chance.randint(1, 2)), *chance.choices(SURNAMES, k=chance.randint(0, 2)))
    )


def a_text(people: Sequence[str], chance: random.Random) -> str:
    """Put names into words, most of them spelt otherwise, some twice otherwise."""
    words = chance.choices(FILLING, k=chance.randint(0, 12))
    for _ in range(chance.randint(1, 3)):
        said = chance.choice(people) if chance.random() < 0.85 else a_name(chance)
        for spell in chance.sample(SPELLINGS, chance.choice((1, 1, 1, 2))):
            said = spell(said, chance) if said.strip() else said
        words.insert(chance.randint(0, len(words)), said)
    if chance.random() < 0.1:
        words.insert(0, chance.choice(IDS)(chance.choice(SESSIONS)))
    return chance.choice((" ", " ", "", "\n")).join(words) if chance.random() < 0.1 else " ".join(words)


def those_who_may_be(text: str, everybody: Sequence[CastEntry], lists: Lists) -> list[CastEntry]:
    told = [called((each.name, *each.also)) for each in everybody]
    wanted = may_name(text, lists).among("\n".join(told))
    return [each for each, line in zip(everybody, told, strict=True) if not wanted.isdisjoint(line.split())]


def found(text: str, people: Sequence[CastEntry], ids: Sequence[str], lists: Lists) -> object:
    """Give what the check finds with a cast, with the entries themselves, and what the sweep does."""
    checked = [
        (each.kind, each.start, each.end, each.reason, each.suggestion, each.only_warns, each.may_stay, each.line,
         None if each.entry is None else people[each.entry])
        for each in find_identifiers(text, make_cast(people, lists), lists)
    ]  # fmt: skip
    return checked, {term for term, _ in make_terms(people, ids, lists).find(unescaped(text))}


def test_nobody_is_missed_however_a_name_is_spelt(lists: Lists) -> None:
    for seed in range(examples(200)):
        chance = random.Random(seed)  # noqa: S311  # no secret
        names = [a_name(chance) for _ in range(chance.randint(1, 8))]
        everybody = [CastEntry(name=name, also=(a_name(chance),) if chance.random() < 0.2 else ()) for name in names]
        text = a_text(names, chance)
        some, ids = those_who_may_be(text, everybody, lists), SESSIONS if may_name_a_session(text) else ()
        assert found(text, some, ids, lists) == found(text, everybody, SESSIONS, lists), (seed, text)


@pytest.mark.parametrize(
    ("text", "may_be"),
    [
        ("We had more time and met outside", ""),
        ("They met amira's aunt", "Amira Hassan"),
        ("Askmarytoday", "Mary Okoro"),
        ("rosemary grew there", "Rose Vo, Mary Okoro"),
        ("Peg came", "Margaret Lee"),
        ("Hasan came", "Amira Hassan"),
        ("M.L. came", "Margaret Lee"),
        ("outside by thehassan", "Amira Hassan"),
        ("Zoe came", "Zoë Fox"),
    ],
)
def test_of_many_hardly_anybody_may_be_named_in_a_few_words(text: str, may_be: str, lists: Lists) -> None:
    everybody = [CastEntry(name=name) for name in ("Amira Hassan", "Margaret Lee", "Rose Vo", "Mary Okoro", "Zoë Fox")]
    assert ", ".join(each.name for each in those_who_may_be(text, everybody, lists)) == may_be
