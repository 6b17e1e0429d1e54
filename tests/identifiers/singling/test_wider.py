"""What single words and wider kinds single out: rare things, what happened, who does what, how a family is made up."""

import pytest

from tests.identifiers.singling.test_singling import Find, missed

THINGS = """
    she [kept bees] on the roof of the flats
    he has [a barn owl] in the kitchen
    it was a [three-legged] dog that found her
    she has [a glass eye] and winks with it
    he plays [the euphonium] to the cows
    she was [airlifted] from the hill
    he was on [a quiz] once
    the baby has [epidermolysis bullosa]
    they live in [a converted chapel]
    he has [a pacemaker] and a plan
"""
UNLIKE = """
    she was [the first in the borough] to ask
    [the only child in Key Stage 2] who signs
    it is [the strictest house in the street]
    he was [the last patient to leave] the ward
    one of [the last silver service waitresses] told her
    they are [the people from the house that blew up]
    he spent [eleven months in a hotel] with her
    there were [six referrals in nine days]
    the letter got [four thousand signatures]
    she had not left the flat [in six years]
    he was [evicted four times]
    she [came second on] a baking show
    he [danced at the] Royal something
    nobody [collects beer mats] like him
    she is [fourth in that village] to have it
    [only three surgeons in the country] could do it
    she [taught herself] the words from the radio
    he has been stopped [forty-three times] this year
    [her face was on the side] of the buses
    he [eats chalk], always has
    dad [spent eleven years fighting] over a fence
    the lift has [been broken for seven months]
"""
TOLD = """
    he swam it [for a bet] and won
    she [has eleven toes] and shows them
    she is [the mum in the bus video]
    he pleaded [guilty to the theft of a swan]
    he [walked away]. nobody knew how
    [the roof came off] in the end
    [nine flats since the] wedding
    it's [him and his nan] in the flat
    [the eldest is his], the baby is not
    he [married twins] in the end
    [the little one's with her] for now
    mum is [a cleaner at the college]
"""
HAPPENED = """
    he [lost two fingers] and a friend
    she was [bitten by an] angry neighbour's pet
    he [swallowed a battery] at nursery
    his brother was [jailed for the post office] business
    he has not spoken [since the boat went] down
    it was the week that [a bus went through] the chemist's
    he has [a steel plate in his head]
    she has [never worn shoes] outdoors
    they [won their case] at last
    she keeps his letters [in the freezer]
    he [fell asleep on a train] and met her
    she was born [with no left hand]
    he is [missing the top of one ear]
    they have [sued the school]
    there is [a rocket in the garden]
    her mother [came on the boat], and kept the suitcase
"""
KIN = """
    [both her parents are deaf], and she signs
    [great-gran], gran and the baby share a room
    her [mum, her nan and an uncle] came
    there are [sixteen years between] them
    they [adopted all four of her sister's] children
    he was [brought up by two aunts]
    her [brother's ex-wife] has the key
    he is [one of two brothers and a sister]
    she is [rearing her sister's] three
    [neither of her daughters] rings
    [their dads are brothers]
    gran [had custody of six]
    she is [the eldest girl], so she does the mothering
    the baby came [eleven years after the rest]
    a girl [the same age as her sister]
    [two of her five] are back home
"""
DOING = """
    mum [works on the fish counter], so mornings are out
    her uncle [teaches woodwork at the] boys' school
    dad [coaches the under-nines]
    he is [treasurer of the bowls club]
    she is [a dog breeder] and kind
    he was [a wheelwright] all his life
    she [used to run the] pasty shop
    [the neighbour opposite] has a key
    [the vicar's daughter] rang
    they live [above the bookies]
    [the girl who did her lashes] told her
    [the nurse from the blood van] wrote
    ask her [with the wool stall]
    [someone at the mosque] rang
    his boss, [who has the fruit stall], wrote
"""


@pytest.mark.parametrize("told", [THINGS, UNLIKE, HAPPENED, TOLD, KIN, DOING], ids=lambda told: told.split("\n")[1])
def test_it_is_found_and_must_be_settled(find: Find, told: str) -> None:
    assert missed(find, told) == []
