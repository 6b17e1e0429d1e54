"""What singles somebody out without a name is found in ordinary words, and must be settled; what does not is quiet."""

from collections.abc import Callable
from typing import Any

import pytest

Find = Callable[..., Any]
Found = Callable[..., list[tuple[str, str]]]

DAYS = """
    [in the first week of term] he hid
    since [the summer holidays] he reads
    it was [the day after her birthday]
    we went back [thurs] to say sorry
    contact is on [Tuesdays] at the centre
    her dad has her [sats] and his nan has the rest
    we met the [monday] before half-term
    it was [the week before Ramadan] that he asked
    nobody had rung since [feb]
    he came home in [march] and slept
    she moved on [the third of the month]
    they have been there since [nineteen eighty four]
    it was [two thousand and eleven] when he came
    he had not been out [since half-term]
    [st david's day] was the first time he sang
    they fed us on [boxing day]
    [by whitsun] the garden was dug
    he was back before [xmas]
    on [the last day of term] he waved
    she rang on [weds] night and again [fri]
    we sat with him on [the anniversary of the crash]
"""
TIMES = """
    [ten past] and no sign of him
    we took [the six forty] home
    she rang at [quarter to 4] and again later
    the bus goes at [half ten]
    we were there [ten to six]
    he gets up [at four] to bake
    it was [gone eleven] when they left
    she works [nine till five]
    they ring [at seven] every evening
    he is awake [until midnight]
    we came [at twenty past eight]
    [nine thirty] was too early for him
"""
AGES = """
    she's um what [eighty four] now bless her
    it was him, [thirteen], who said so
    two boys, [nine and eleven], sat apart
    she's [the wrong side of fifty] and dances
    [sixteen and pregnant], she ran the room
    she's [9] and she reads everything
    shes [nine] and she reads everything
    her boy is [nearly eleven] now
    he is [rising five] and tall
    Mum had him at [seventeen]
    he was deaf [by thirty two]
    her two, Maisie (7) and the baby
    the lad, [twelve], cooked for us all
    he is [in Year nine] and bored
    she is in her [nineties] and swims
    her father is [getting on for eighty]
    they think he is [sixteen], he says [eighteen]
    a girl of [six] opened the door
    he's [fourteen going on forty]
    she is [six and a half] and has a list
    he will be [ten] on his birthday
    he sat [his GCSEs] in the ward
    the baby is [not yet one], the other two
"""
PHONES = """
    it ends [double seven nine]
    extension [four two one six]
    ring her on [oh seven seven double-oh, nine hundred, one two three]
    it is [nought one six three two, nine six oh, four five six]
    his number is [zero seven seven zero zero nine zero zero four six one]
    the file is [four four seven one nine oh two]
    ring [oh seven seven, oh oh, nine double oh, treble one]
    it ended [plus four four seven seven hundred nine double oh one two three]
"""
FAMILY = """
    the eldest girl has [a different mum]
    he has a son [older than his wife]
    [two of the six] are hers
    his [brothers, all four of them]
    [both her brothers are in the army]
    there are [seven of us], she said
    she looks after [her three brothers and the twins]
    he is [one of nine] and shares a bed
    she is [the middle one of five]
    a mother of [four] who never sat down
    he has [two mums] and a tortoise
    the youngest of [six], and the loudest
    [five girls and a boy], all in one room
    they are [by different dads] and say so
    her [husband is on the rigs] till spring
    he is [a single dad], which he is proud of
    [two sets of grandparents] came
    she was expecting [her fifth]
    [four under five], she said, laughing
    [three half-brothers], all of them older
"""
ROLES = """
    [the girl on the till] knows
    [the lady at number nine] knows
    [her old headmistress] still writes
    [the bloke who walks the huskies] saw him
    [the fella upstairs] takes her bins out
    [the school crossing lady] has a spare key
    [the barber on the parade] cuts his hair
    [the landlord of the pub] kept his coat
    he is a [trapeze artist] and a cook
    mum [does the teas] at the cricket
    [the chap at the shop by the bridge] keeps an eye out
    [the lady from the bakery] had seen him
    [the woman who runs the post office] knew at once
    the key is with [the man in the kiosk]
    he [drives the school bus] in the mornings
    she [works nights at the biscuit factory]
    his uncle was [a signalman] for years
    she had been [a lighthouse keeper] once
    we asked [the caretaker at the grammar]
    [the bloke with the two greyhounds] waved
    they stay [in the caravan behind the pub]
    he is [a retired bus driver] and a painter
    [the lad off the fish stall] carried it in
    [the night porter at the hospital] let us in
    he was once [head of the county police]
    we asked [our village baker] about it
    [the town's vet] came out at night
    [the woman across the landing] took it in
    [the dentist's receptionist] saw her cry
"""
FACTS = """
    he is [the only one left] who can thatch
    she had [never seen the sea] before
    in the [same room since] the war
    he was [the last of the old trawler men]
    it was [all over facebook] that week
    he was [the baby found on the church steps]
    she had [swum the channel] twice
    they'd been through [nine social workers] in two years
    she had slept in [eighteen different beds] that year
    [no other child in the school] speaks her language
    he has [the rarest blood group there] is
    the family [lost everything in] the floods
    he kept [thirty seven budgies] in the back bedroom
    she was [the first in the family] to read
    he [holds the school high jump record]
    she was [born on the night] of the storm
    they'd waited [two years and four months] for the letter
    her husband [was killed at the] crossroads
    evicted [9 times in 14 weeks]
    she was [the first woman to drive a tram] there
    he is [the last man on the island] who can do it
    [the only boy] in the dance class
    it was [in the local paper]
    they are the couple [off the telly]
    she had been [on the local news] about it
    that was [his seventh placement]
    he had waited [for nineteen days]
    they were married [for sixty one years]
    [seventeen cats] and no litter tray
    he [won a medal] for it
    he [played for the county] as a boy
    her brother [was stabbed] outside it
    since [the fire at the mill] she has not slept
    she [walked across four countries] with him
    he came [in the back of a lorry]
    they paid [eight hundred pounds a week] for it
    attendance is [ninety three per cent]
    we did it for [eleven Mondays]
    [there's a plaque] to him by the door
    he was [the fastest runner in the school]
    it [made the papers]
    she is [the oldest resident in the home]
    everybody [knows him round here]
"""


def cases(text: str) -> list[str]:
    return [line.strip() for line in text.strip().split("\n")]


def parts(line: str) -> tuple[str, list[tuple[int, int]]]:
    """Give the text, and where what stands in brackets begins and ends in it."""
    text, spans, begin = "", [], 0
    for sign in line:
        if sign == "[":
            begin = len(text)
        elif sign == "]":
            spans.append((begin, len(text)))
        else:
            text += sign
    return text, spans


def missed(find: Find, told: str) -> list[tuple[str, str]]:
    """Give what nothing that must be settled touches, in small letters and in capitals."""
    missed = []
    for line in cases(told):
        for text in (parts(line)[0], parts(line)[0].upper()):
            must = [each for each in find(text) if not each.only_warns]
            missed += [
                (line, text)
                for start, end in parts(line)[1]
                if not any(each.start < end and each.end > start for each in must)
            ]
    return missed


@pytest.mark.parametrize(
    "told",
    [DAYS, TIMES, AGES, PHONES, FAMILY, ROLES, FACTS],
    ids=lambda told: told.split("\n")[1],
)
def test_it_is_found_and_must_be_settled(find: Find, told: str) -> None:
    assert missed(find, told) == []


QUIET = """
    We met every Sunday, and on a wet Tuesday we walked.
    The office is open Monday to Friday. Sunday lunch was her idea. The group runs Tuesday to Thursday.
    On a scale of 0 to 10 he said seven, at first, and she was at three.
    There are three houses, and one of the three is full of hopes.
    Two or three visits later she was one step ahead of us.
    We waited for ten minutes, and then for a quarter of an hour.
    In the second session we went through five of the questions.
    He may march to his own tune, and she may come.
    The first thing that she said was that nobody had asked.
    It was the only time that anybody listened to him.
    We talked about the best day of the week, at last, and at length.
    The person at the centre of the plan knows what works at home.
    I spoke to the teacher and to the nurse about what we had seen.
    She has the right to be heard, and the team has the duty to listen.
    After twenty years of practice I still ask the same question.
    A mother of a young child needs time, and half of that is rest.
    Half of the plan was hers; nearly all of it worked.
    I counted to five: one, two, three, four, five.
    One to one, at a good time or at any time, is a way of working.
    His new social worker and the last one met on the doorstep.
    On the one hand it is a risk, on the other it is a life.
    The elephant in the room was a dark horse, and a guinea pig with a busy bee in its bonnet.
    She used to enjoy going out, and we talked about what had made that harder over the last few months.
    His mother and father are both involved, and both parents are keen.
    The teacher described what she saw, and the manager of the service wrote back.
    I was the first person to ask, and it was the last thing that she expected.
    After three months in the role I had three visits in two weeks to write up.
    We were swamped, drowning in paperwork, and felt that the plan had sunk.
    The decision maker was a team player with a sense of humour.
    In the past two years of practice I have worked in the team and in a school.
    It was the third visit in the fifth week of the assessment.
    The chair read out the words of the young person, one by one.
"""


def test_ordinary_sentences_stay_quiet(found: Found) -> None:
    assert [(line, found(line)) for line in cases(QUIET) if found(line)] == []


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("it was in the local paper", "fact", "was in the local paper"),
        ("the chap at the shop by the bridge knew", "role", "chap at the shop by the bridge"),
        ("ring oh one six three two, nine six oh, four", "phone", "oh one six three two, nine six oh, four"),
        ("her three brothers came", "family", "three brothers"),
        ("they paid £4,000 a month", "number", "£4,000 a month"),
    ],
)  # fmt: skip
def test_one_question_is_asked_and_it_says_of_what_kind(found: Found, text: str, kind: str, words: str) -> None:
    assert found(text) == [(kind, words)]


def test_an_age_in_words_gets_an_age_band(find: Find) -> None:
    said = {text: find(text)[0].suggestion for text in ("he is in Year nine and bored", "she is nine", "in year 3")}
    assert list(said.values()) == ["at secondary school", "a child", "at primary school"]


def test_a_name_that_is_also_a_day_is_a_name(found: Found) -> None:
    assert found("Sunday told me so.") == [("name", "Sunday")]


def test_a_phrase_of_a_log_explains_a_day_inside_it(find: Find, tmp_path: Any) -> None:
    from circle_cli.identifiers.check import find_identifiers
    from circle_cli.identifiers.lists import LISTS_FOLDER, load_lists

    (tmp_path / LISTS_FOLDER).mkdir()
    (tmp_path / LISTS_FOLDER / "allowed.txt").write_text("the Friday Club\n", encoding="utf-8")
    assert find_identifiers("We met at the Friday Club.", (), load_lists(tmp_path)) == ()
    assert find("We met at the Friday Club.") != ()
