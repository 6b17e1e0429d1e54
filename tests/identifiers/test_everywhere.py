"""What is written everywhere is quiet: posts, services, shorthand. What could be somebody beside it is not."""

from collections.abc import Callable

import pytest

Found = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    "text",
    [
        "The Independent Reviewing Officers asked the Assistant Director to come.",
        "She was a Leaving Care Personal Adviser before she joined Early Help.",
        "We asked the Deputy Head of Service for Children in Care.",
        "It went to the Panel, and the Chair thanked our Board.",
        "The Independent Reviewing Officer and the Virtual School Head asked the Heads of Service.",
        "The Safeguarding Adults Board and the Quality Assurance Team agreed.",
        "The Children's Hearing made a Compulsory Supervision Order, and the Reporter explained it.",
        "The Trauma Recovery Model and a Ladder of Inference helped.",
        "The Family Time Worker and the Youth Justice Service came.",
        "Older People's Mental Health asked for a Domestic Homicide Review.",
    ],
)
def test_posts_and_services_of_every_authority_are_quiet(found: Found, text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("We rang the Larkspur Assistant Director.", "Larkspur Assistant Director"),
        ("It went to the Ashgrove Panel.", "Ashgrove Panel"),
        ("Deputy Team Manager Brannock came.", "Brannock"),
        ("We use the Brannock Recovery Model.", "Brannock Recovery Model"),
        ("The Brannock Children's Hearing was long.", "Brannock Children"),
    ],
)
def test_a_post_with_a_name_in_it_is_found(found: Found, text: str, name: str) -> None:
    assert name in [words for _, words in found(text)]


@pytest.mark.parametrize(
    "text",
    [
        "i met her n we talked n she laughed, dont know y it worked tbh. do u want me to write it down",
        "nothing to do w the plan tbh, we just sat n i said thats ok u can wait 4 me. didnt need 2 ask",
        "Mtg w MGM + FA, prev assmt NFA. MO attended 3 sessions, yp happy.",
        "HV prev noted: pt seen x3, 2nd visit, rv in 6/12. BM + PGM at mtg, 4/4 sessions, 2 SWs, item 6.",
        "we got ten min with her, she wasnt ready, isnt that always the way",
        "Pt seen by CPN 2/52, prev OPA 3/12, then depot 4/52.",
        "spoke w housing, n she said its fine, jsut wait",
        "recieved the refferal untill late, shouldve rung, definately my fault",
        "YP1 asked for a lock w/ help from staff, 3rd attempt, 50th centile, Ax2 for transfers.",
        "- MO AND FA AT MTG, PREV ASSMT NFA\n- SW TO RV, NOT A PROB, ALL OK",
    ],
)
def test_the_shorthand_of_messages_and_minutes_is_quiet(found: Found, text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("We spoke to n and she agreed.", "n"),
        ("In supervision MO told us about her week.", "MO"),
        ("It was RM who rang.", "RM"),
        ("Mtg, yp seen 3/7, prev SW there.", "3/7"),
        ("We sat w and talked.", "w"),
        ("we met n n her mum tbh, dont know y, she was with w tbh", "n"),
        ("Mtg with prev SW: children x3 at home, hv aware.", "x3"),
        ("Prev mtg with SW. Review booked for 14/12, yp to come.", "14/12"),
        ("They have 4 brothers.", "4"),
        ("She was 4 when it began.", "4"),
        ("He is in yr 10 now.", "10"),
        ("Flat 4 stairs were broken.", "4"),
    ],
)
def test_what_may_be_somebody_is_found_beside_shorthand(found: Found, text: str, left: str) -> None:
    assert any(left in words for _, words in found(text))


def test_a_role_in_letters_is_the_casts_where_the_cast_has_it(found: Found) -> None:
    minutes = "Mtg w MGM, prev assmt NFA. MO was there, yp happy."
    assert found(minutes) == []
    assert found(minutes, "Mo") == [("cast", "MO")]


def test_a_line_in_capitals_is_read_like_small_letters(found: Found) -> None:
    assert found("WHAT DID THE JUDGE NEED TO SEE?\nFIRST TO STAY HOME.") == []
    assert [words for _, words in found("JUDGE BRANNOCK CAME HOME.")] == ["BRANNOCK"]
