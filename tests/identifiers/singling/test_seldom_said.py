"""What hardly any text says of ages, services and facts, and what is found all the same, whole."""

import pytest

from tests.identifiers.singling.test_singling import Find, cases, parts

AGES = """
    we kept [her eighty-eighth] is next
    she is [iv weeks pregnant] now
    she is [20 weeks pregnant] now
    he must have been [nine] at the time
    the lad is in [upper sixth] now
    a child [of primary school age] came
    he is nudging [sixty] now
    she looks more like [fifteen], they said
    he is [not a day old] yet
    they are [nearing retirement age] now
    [he is six] at the end of the week they said
    a lad came, [six] and does as he likes
    a woman in [early middle-aged] company
    [they are coming up to seven], they said
    he is just shy of [sixty], they said
    with the twins, [ten weeks] in
    she said “[nine] today” and laughed
    she is [10.5] they said
    the baby was [12 days old] then
    he is [barely out of nappies] now
    we met a [septuagenarian] there
    we met a [centenarian] there
    a boy of about [nine] came
    [he is sixteen] by his passport they said
    a lad ("Dizz", [16]) came
    it was [her final year at primary] then
    she goes [into junior infants] soon
    he took his [junior cert] then
    she is in [blwyddyn 9] now
    she is [in form 3] now
    he had a [bar mitzvah] then
    she had a [quinceañera] then
"""
SERVICES = """
    somebody from [little acorns], who said it
    it was [little acorns], which is a place they like
    she worked in [little acorns] then
    the group ([lost property], a choir) came
"""
FACTS = """
    the [last of the coal miners]
    she is [the one with the parrot]
    the [oldest lifeboat they ever had]
    he is [louder than anybody in the] street
    [nobody else in the village] did
    she is [the only surviving twin]
    he [held the county record]
    it was [his third placement] then
    the [bench is named after him]
    they [were live on the telly] then
    she [sold her story] then
    there are [photos of him in the hall]
    she is [known locally] for it
    we met that [lad from the chip shop]
    we heard of [the flood, the one] here
    it was her [uncle had drowned] there
    he was [born deaf] they said
    he is [the man who jumped] in
    she [survived the fire] then
    it is the school [that closed for a day] then
    it was after the [pit closure] there
    he has [total disability] now
    she had [loss of sight] then
    he is [a champion] now
    he was [picked for the county] then
    she [met the queen] then
    he was in a [detention centre] then
    they [came on a small boat] then
    they came [on foot across] it
"""


@pytest.mark.parametrize("told", [AGES, SERVICES, FACTS], ids=["ages", "services", "facts"])
def test_what_is_seldom_said_is_found_whole(find: Find, told: str) -> None:
    found = {line: [(each.start, each.end) for each in find(parts(line)[0])] for line in cases(told)}
    assert [line for line, places in found.items() if not set(parts(line)[1]) <= set(places)] == []
