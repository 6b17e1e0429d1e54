"""Places and services in ordinary words and small letters are found; what is only said so is not."""

from collections.abc import Callable

import pytest

from circle_cli.identifiers.check import find_identifiers
from circle_cli.identifiers.lists import load_lists

Found = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the little one started at tiny treasures in spring", "tiny treasures"),
        ("rising stars let us use the hall", "rising stars"),
        ("a woman from guiding lights came with us", "guiding lights"),
        ("the group is called new horizons", "new horizons"),
        ("she likes it at the haven", "the haven"),
        ("we had the drop-in at the spinney", "the spinney"),
        ("he goes to sunny corner nursery now", "sunny corner nursery"),
        ("they were kind at the acorn tree playgroup", "acorn tree playgroup"),
        ("he was moved to bluebell croft last week", "bluebell croft"),
        ("they live near otter croft", "otter croft"),
        ("she waits by the viaduct", "the viaduct"),
        ("they had a flat above the bookies", "the bookies"),
        ("they drink in the red lion", "red lion"),
        ("we met at the dog and duck", "dog and duck"),
        ("he got into the grammar at last", "the grammar"),
        ("they moved off the manor estate", "the manor estate"),
        ("he keeps the books of the bowls club", "bowls club"),
        ("she helps at the polish church", "polish church"),
        ("he sings with lost property, a choir, these days", "lost property"),
        ("they lounge in the domino lounge", "domino lounge"),
        ("he goes to brambles on mondays", "brambles"),
        ("a bed at elm tree fell through", "elm tree"),
        ("it is where the post office used to be", "where the post office used to be"),
        ("took her to open door and she ate", "open door"),
        ("three mornings at holy rosary so far", "holy rosary"),
        ("they put him in spring lodge", "spring lodge"),
        ("the rosemary day club let her do it", "rosemary day club"),
        ("his place is the willows base from then", "willows base"),
        ("the driver of the number nine who waits", "number nine"),
        ("he has a trial at the rovers", "the rovers"),
        ("the baby unit at the general", "the general"),
        ("excluded from kingfisher high by then", "kingfisher high"),
        ("she had not attended the rowans for most of it", "the rowans"),
        ("the bus drops him at four elms", "four elms"),
        ("she started brambles at last", "brambles"),
        ("he joined holly bank mid year", "holly bank"),
        ("got him in til wee steps up there", "wee steps"),
        ("he's up the ragged thistle shed most days", "the ragged thistle shed"),
        ("the pantry did her a shop", "the pantry"),
        ("one bag a week at rope walk library", "rope walk library"),
        ("he goes to a class at the reading room", "the reading room"),
        ("she had been on larch seventy nights", "larch"),
        ("got him on the workshop at second gear behind it", "second gear"),
        ("we got a food parcel via shine a light", "shine"),
        ("rang the meadow about it", "the meadow"),
        ("the lads at second chance know him", "second chance"),
        ("her worker from bridges was there", "bridges"),
        ("he is off to stepping stones", "stepping stones"),
        ("takes him to wild about wood and he makes spoons", "wild"),
        ("her flat is over sew simple in the end", "sew simple"),
        ("Safe space said no", "Safe space"),
        ("the school, hilltop, wants him on half days", "hilltop"),
        ("HE WILL NOT GO BACK TO THE ANCHOR", "THE ANCHOR"),
        ("the listening post would suit her", "listening post"),
        ("she is on cedar and settled", "cedar"),
        ("mill brow is all steps", "mill brow"),
        ("i took the letter to clover house", "clover house"),
        ("he reports to the old dairy in spring", "the old dairy"),
        ("her lad helps at the butter market twice a week", "the butter market"),
        ("he has joined the young archivists and writes", "the young archivists"),
        ("the busy fingers kept her a chair", "the busy fingers"),
        ("we got him a shower at the boxing gym", "the boxing gym"),
        ("the cabin was shut so we sat on the wall", "the cabin"),
        ("his choir's the barrio boys", "the barrio boys"),
        ("mentoring via draw the line has a list", "draw the line"),
        ("i rang mums like us about it", "mums like us"),
        ("a parcel from words on wheels came", "words on wheels"),
        ("his tutor at third space says he is bright", "third space"),
        ("green shoots has a place for him", "green shoots"),
        ("brave mothers gave her mondays", "brave mothers"),
        ("- venue: pickles and gin, upstairs", "pickles and gin"),
        ("the project is still waters", "still waters"),
        ("someone from time to talk came", "time to talk"),
        ("they found him on the towpath", "the towpath"),
        ("they live on the ridings past the school", "the ridings"),
        ("he does tuesdays at jumping beans", "jumping beans"),
        ("the lunch bunch sent a card", "the lunch bunch"),
    ],
)
def test_a_name_in_ordinary_words_is_found(found: Found, text: str, name: str) -> None:
    assert any(name in words for _, words in found(text))


@pytest.mark.parametrize(
    "text",
    [
        "He is in safe hands at home, and we take small steps.",
        "She liked the new nursery and the local youth club.",
        "We met at the community centre, after the support project ended.",
        "They walked along the river bank, and turned over a new leaf.",
        "We asked about the breakfast club and the family centre.",
        "The manager of the day centre spoke about the pilot project.",
        "They live on the council estate, by the new housing estate.",
        "She joined a book club and a walking group at the church.",
        "It felt safe at the table, with an open door and warm hearts.",
        "I got nowhere via email, and went from work to the duty team at the end of the day.",
        "From the start she was good at cooking, and he was at home or at school by then.",
        "He was referred to adult services, and discharged from hospital with support from carers.",
        "I was told at handover, and we looked at photos in the waiting room.",
        "She rang to say thank you, and they have offered respite.",
        "Someone at the door said that he was kept in line by hand.",
        "He went to collect tablets, and came to help with the shopping.",
        "We met in the family room, walked to the bus stop and sat at the kitchen table by the back door.",
        "She went back to talking about cases, and then to draw the line on the board.",
        "The older boys and the other mums were at the school gate with the duty team.",
        "It was side by side with the plan, step by step, and made by people who like it.",
        "The baby stayed at home on a plan, and it was given by hand - in full.",
        "The rating was moved to green at the review, which I have come to distrust.",
        "I told the night nurse at the bedside, and rang round the night shelters.",
        "They live in the same house, and he lives in the hope of a flat; she lives in the area.",
        "The children have a place, new roots take time and small steps are good.",
    ],
)
def test_general_words_are_quiet(found: Found, text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ask Bethany Kowalczyk at bridges",
        "her worker from Zofia Kowalska",
        "referred to zofia Kowalska",
        "via jack smith",
    ],
)
def test_a_full_name_stays_one_where_a_service_could_stand(text: str) -> None:
    found = find_identifiers(text, (), load_lists())
    assert any(not each.may_stay for each in found)
