"""Company that tells a name from a word: titles, kin, what only people do, and words of places beside it."""

from collections.abc import Iterator, Sequence

from circle_cli.identifiers.findings.instead import INSTEAD
from circle_cli.identifiers.findings.record import Identifier, Mark
from circle_cli.identifiers.seen.tokens import Token

TITLES = frozenset(
    "mr mrs ms mx miss dr prof professor sir lady lord dame rev revd cllr councillor pc dc sgt ds di sister nurse "
    "judge "
    "hhj dj justice imam rabbi pastor auntie aunty uncle aunt nana nanny grandma grandad granny cousin baby father "
    "mrs. "
    "officer inspector constable sergeant magistrate bishop canon deacon sheikh pandit".split()
)
_SURE_TITLES = frozenset("mr mrs ms mx miss dr prof cllr hhj rev revd auntie aunty".split())
KIN = frozenset(
    "mum mom mam mummy dad daddy mother father brother sister son daughter aunt auntie uncle nan gran grandma grandad "
    "grandmother grandfather cousin friend partner husband wife colleague boyfriend girlfriend twin nephew niece "
    "sibling "
    "stepdad stepmum".split()
)
_CALLED = frozenset("called named nicknamed told asked met visited phoned rang texted thanked invited".split())
_DOES = frozenset(
    "said says told tells asked asks replied answered explained laughed cried smiled nodded shouted whispered sighed "
    "texted phoned rang wanted wants liked likes loved loves hated hates thinks thought knew knows believed wished "
    "preferred refused agreed disagreed admitted disclosed arrived came went left moved lived lives stayed sat stood "
    "walked ran drove slept ate woke cooked painted played wrote reads chose decided described attended joined visited "
    "met turned's rang's didn't doesn't won't wouldn't couldn't hadn't wasn't isn't hasn't can't and's felt feels "
    "became remembered forgot hugged nodded shrugged mentioned suggested offered showed brought helped called spoke "
    "speaks talks talked listened waited returned's disappeared disengaged opened's shared's struggled".split()
) - {"turned's", "rang's", "and's", "returned's", "opened's", "shared's"}
_FEELS = frozenset(
    "with at home late upset happy sad angry anxious worried born aged keen quiet tired calm ready able excited "
    "scared shy "
    "nervous proud pregnant alone asleep unwell ill homeless safe discharged placed adopted fostered living staying "
    "waiting crying laughing smiling sitting doing struggling engaging attending refusing".split()
)
_SPOKE = frozenset(
    "spoke spoken speak speaking talked talk talking listened wrote written listening introduced".split()
)
_MODALS = frozenset("can could would should is was has had does did says said will may".split())
_BE = frozenset("is was seemed looked felt became".split())
_SMALL = frozenset(
    "a about after again all also and any are as asked at be because been before but by can could did do does for from "
    "gave had has have he her here him his how i if in into is it made my no not of off on or our out over s "
    "said she should so some than that the their them then there they this to too took up us was we were what when "
    "where which who why will with would you your told came went visit visits".split()
)
WITHIN = frozenset(
    "the a an this that these those some any no every each my your our her his their its of to as more much great "
    "good full new first last next early late all such very real little one another what which".split()
)
_DWELLS = frozenset(
    "back move moved moves moving live lives lived living born came come comes placed placement house flat home family "
    "families services team grew up stayed stays staying grandparents dad mum office works worked away hostel school "
    "hospital carers court hub over down".split()
)


def names_somebody(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a word that may be a name stands where only a name would, whatever its capitals."""
    token = tokens[place]
    before = tokens[place - 1].key if place else ""
    after = _next_key(tokens, place)
    if before in ("to", "with", "by") and place > 1 and tokens[place - 2].key in _SPOKE and not token.opens:
        return True
    if before in ("said", "says", "told") and after in _MODALS:
        return True
    if before in WITHIN:
        return False
    if token.possessive and token.key not in ("summer", "autumn", "winter", "spring"):
        return True
    if not token.opens and (before in _CALLED or (before in KIN and token.gap == " ")):
        return True
    if after == "and" and [each.key for each in tokens[place + 2 : place + 4]][:1] in (["her"], ["his"], ["their"]):
        return any(each.key in KIN for each in tokens[place + 3 : place + 5])
    if token.key in ("will", "may"):
        return after in _MODALS or (after in _DOES and after.endswith(("ed", "s", "t", "said", "told", "came", "went")))
    return after in _DOES or (after in _BE and _next_key(tokens, place + 1) in _FEELS)


def may_name_somebody(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a word may be a name here in a text without capital letters."""
    before = tokens[place - 1].key if place else ""
    return names_somebody(tokens, place) or not (
        before in WITHIN or before in ("in", "on") or _next_key(tokens, place) == "of"
    )


def is_where_somebody_is(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a word stands where people say where they live: "moved to", "services in"."""
    if (
        place < 2
        or tokens[place].gap != " "
        or tokens[place - 1].key not in ("in", "to", "from", "near", "at", "outside")
    ):
        return False
    return tokens[place - 2].key in _DWELLS


def _next_key(tokens: Sequence[Token], place: int) -> str:
    if place + 1 >= len(tokens) or tokens[place + 1].gap != " ":
        return ""
    return tokens[place + 1].key


def find_titles(tokens: Sequence[Token]) -> Iterator[Mark]:
    """Find who stands behind a title: "Mr", "auntie", "PC"."""
    last = 0
    for place, token in enumerate(tokens[:-1]):
        if place < last or token.key not in TITLES or tokens[place + 1].gap not in (" ", ". ", "."):
            continue
        first = tokens[place + 1]
        if first.text == "I":
            continue
        if token.key in _SURE_TITLES and token.opens and token.key == "miss" and first.lower:
            continue
        if not (first.capital or token.key in _SURE_TITLES) or (first.lower and first.key in _SMALL) or first.opens:
            continue
        last = place + 1
        while last + 1 < len(tokens) and tokens[last + 1].capital and tokens[last + 1].gap in (" ", ".", ". ", "-"):
            if tokens[last + 1].opens:
                break
            last += 1
        yield Mark(
            kind=Identifier.PERSON,
            start=first.start,
            end=tokens[last].end,
            reason="follows a title, so it is somebody's name",
            suggestion=INSTEAD[Identifier.PERSON],
        )
