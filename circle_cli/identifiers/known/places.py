"""Places and services that are named in ordinary words: "willow ward", "larkspur road", "in the cedars"."""

from collections.abc import Iterator, Sequence

from circle_cli.identifiers.findings.instead import INSTEAD, PLACES, SERVICES, instead_of, kind_of_name
from circle_cli.identifiers.findings.record import Identifier, Mark
from circle_cli.identifiers.known.frames import WITHIN
from circle_cli.identifiers.seen.tokens import Token

_SCENERY = frozenset(
    "tree trees willow willows oak oaks elm elms ash ashes maple beech beeches cedar cedars chestnut hazel holly ivy "
    "rose roses "
    "lavender larkspur poplar birch birches orchard orchards meadow meadows river riverside lake lakeside harbour "
    "hillside valley forest woodland woodlands sunshine sunny rainbow castle mill bluebell primrose daisy heather fern "
    "acorn acorns robin swan kingfisher skylark sparrow seaside seaview beach cliff cliffs bay quay moor marsh heath "
    "brook spring springs stone ivory jubilee victoria albert queens kings queen king prince princess church chapel "
    "abbey priory station mulberry cherry apple magnolia sycamore rowan laurel hawthorn juniper elder fir pine pines "
    "royal general memorial cottage lime limes linden aspen alder west east north south upper lower little "
    "great".split()
)
_ALWAYS_PLACE = frozenset(
    "road street lane avenue crescent cottage surgery academy infants juniors lodge grange mews".split()
)
_OFTEN_PLACE = frozenset(
    "house court close view unit ward centre school primary nursery gardens farm drive home manor hall estate team hub "
    "terrace grove hospice hospital infirmary park way".split()
)
_PLAIN_BEFORE_PLACE = WITHIN | frozenset(
    "in on by down up across along off main busy same right wrong high whole care nursing residential gp doctor's "
    "doctors dental local nearby long quiet different side memory back dark narrow cross middle bumpy rocky two three "
    "and or at near into from with for medical vet's life country single winding heart eye elective day easter "
    "plastic brain later recent open".split()
)


_HOMES = frozenset(
    "cedars oaks willows elms beeches limes pines firs laurels hollies poplars birches grange manor priory hawthorns "
    "meadows chestnuts maples sycamores rowans ashes limes hollies gables firs".split()
)


def find_homes(tokens: Sequence[Token]) -> Iterator[Mark]:
    """Find homes that are called like trees, with an article: "in the cedars"."""
    for place in range(2, len(tokens)):
        token = tokens[place]
        if (
            token.key in _HOMES
            and tokens[place - 1].key == "the"
            and tokens[place - 2].key in ("in", "at", "to", "from")
        ):
            yield Mark(
                kind=Identifier.PLACE,
                start=token.start,
                end=token.end,
                reason="reads like the name of a home",
                suggestion="the care home",
            )


def find_named_places(tokens: Sequence[Token]) -> Iterator[Mark]:
    """Find places and services named in ordinary words, in any case: "willow ward", "larkspur road"."""
    for place in range(1, len(tokens)):
        token, before = tokens[place], tokens[place - 1]
        if token.gap not in (" ", "-") or (token.possessive and token.key != "children"):
            continue
        named = before.key in _SCENERY and not before.possessive
        sure = token.key in _ALWAYS_PLACE and before.key not in _PLAIN_BEFORE_PLACE and not before.digits
        capitals = before.capital and token.capital and not before.opens
        often = token.key in _OFTEN_PLACE and (named or capitals) and before.key not in WITHIN
        if not (often or (sure and _is_noun_like(before))) or before.text.endswith(("ly", "ing", "ed")):
            continue
        keys = (before.key, token.key)
        yield Mark(
            kind=kind_of_name(keys) if token.key in SERVICES | PLACES else Identifier.PLACE,
            start=before.start,
            end=token.end,
            reason="reads like the name of a place or service",
            suggestion=instead_of(keys) if token.key in SERVICES | PLACES else INSTEAD[Identifier.PLACE],
        )


def _is_noun_like(token: Token) -> bool:
    return len(token.key) > 2 and not token.possessive
