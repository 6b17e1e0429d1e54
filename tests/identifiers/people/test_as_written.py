"""As people really write: what letters, figures and dialect say of nobody is quiet, and their twins are found."""

import pytest

from circle_cli.identifiers.check import find_identifiers
from circle_cli.identifiers.lists import Lists

NOBODY = (
    "He said no. And she waited. And then she said it again.",
    "Q. What went well?\nA. Nobody hurried. The worker asked.",
    "It helped so much 🙂 The worker came back, and the tea was good.",
    "S: fell at home. B: lives alone. A: well. R: home with support.",
    "We wrote section F again, and then Plan B.",
    "thank you for today, see you then x",
    "They met at the top o' the hill.",
    "He sat w mum and was quiet.",
    "At the Court of Protection we asked what P wanted.",
    "It cost £5, and the card £3.40.",
    "He wis feart o the thing, and his granny wisnae.",
    "she was queuin and cryin outside",
    "His Honour read it.",
    "They were told to let ward know.",
    "It is for whoever said so.",
    "I asked what she would miss most.",
    "HE SAT WITH A NEW LAD.",
    "hes 2 weeks into it and shes 3 sessions in",
    "what helped 1 she listened 2 we ate 3 the music",
    "it was late b/c they waited",
    "He takes Sertraline and plays Cluedo. Diolch.",
    "i definetly wnt evrything to be ok",
    "Ay up, yow know that t'other day was good.",
    "The track doctor offered a seat, and the District Judge agreed.",
    "He came for 97% attendance, and the bullet summary was read.",
    "OT Ax was done, no further Ix.",
    "We rang a B&B, and it was not just the last 1.",
    "lol u know her week was n let her moan b4 tea",
    "no safeguardin alert, and he were on t'list",
    "It was Carers Week, and obs q30 were done: x30 secs, sats 96% on air.",
    "Dear all, Please find the note of it.",
    "1.1 Before the meeting we ate.",
    "it was sooo good, yesss",
    "he went 1st and was 2nd on the list",
    "hello miss its me again, and it is 97.5% att",
    "There were 40+ calls, and I tell thee what.",
    "She has a budgie and a spaniel, and plays the trumpet.",
)
SOMEBODY = (
    ("A. Baker said no.", "Baker"),
    ("We met The Willows there.", "The Willows"),
    ("He sat with the dog (Biscuit, a lab) and waited.", "Biscuit"),
    ("We asked B what she wanted.", "B"),
    ("He met w and she talked.", "w"),
    ("the house of x", "x"),
    ("P wanted to go home.", "P"),
    ("It cost £85 then.", "£85"),
    ("It was £40 a week.", "£40 a week"),
    ("baby rhys came", "rhys"),
    ("mister vane came back", "vane"),
    ("She has a barn owl.", "barn owl"),
    ("his nan came up from hastings then", "hastings"),
    ("we met mrs kissinger", "kissinger"),
    ("she was an ex tank transporter driver", "ex tank transporter driver"),
    ("a letter that she wrote at nine about her mum", "at nine"),
    ("he has 2 brothers and 3 sisters", "2"),
    ("Patience had lived there for long.", "Patience"),
    ("so basicly mo is deaf n u can see he dont mind", "mo"),
    ("his dad came from slough", "slough"),
    ("the hotel by junction nine w the mice", "junction nine"),
    ("we saw him with shearin then", "shearin"),
    ("he knew t'jack well", "t'jack"),
    ("Hi all, Zofia came.", "Zofia"),
    ("justice told me so, and page said it too", "justice"),
    ("bubbles (thats what we call her) cried all night", "bubbles"),
    ("she loved it, junipers mum less so", "junipers"),
    ("somebody from number twelve rang", "number twelve"),
    ("he ran off towards the viaduct", "the viaduct"),
    ("it was on the 1st that we met", "1st"),
    ("we met miss vane there", "vane"),
    ("teds brother is back sunday", "teds"),
    ("pickle as we call him now reads to me", "pickle"),
    ("shes only 8 bless", "shes only 8"),
    ("J.P. 16 yrs. Attended.", "16 yrs"),
    ("Bilal, eleven months, was losing weight.", "eleven months"),
    ("he was on heron ward then", "heron ward"),
    ("a solicitor from harbour law rang", "harbour law"),
)


@pytest.mark.parametrize("text", NOBODY)
def test_what_says_nothing_of_anybody_is_quiet(text: str, lists: Lists) -> None:
    assert [text[each.start : each.end] for each in find_identifiers(text, (), lists) if not each.only_warns] == []


@pytest.mark.parametrize(("text", "name"), SOMEBODY)
def test_what_may_be_somebody_is_found_beside_it(text: str, name: str, lists: Lists) -> None:
    assert name in [text[each.start : each.end] for each in find_identifiers(text, (), lists) if not each.only_warns]
