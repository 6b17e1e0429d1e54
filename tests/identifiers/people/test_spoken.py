"""Words of a dialect that are somebody's name, too, are found where a sentence begins with them."""

import pytest

from circle_cli.identifiers.check import find_identifiers
from circle_cli.identifiers.lists import Lists

NAMES = """
Bonnie Mair Fae Cahir Hoy Sargent Netty Vi Kent Bach Gan Ng Thi Marra Santa Nino Pentecost Dow
Yow Roon Furby Bab Ken Geet Nuh Em Auld Dat Dem Tha
""".split()


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_is_also_said_otherwise_is_found_where_a_sentence_begins(name: str, lists: Lists) -> None:
    text = f"It went well. {name} rang us."
    assert [text[each.start : each.end] for each in find_identifiers(text, (), lists)] == [name]


@pytest.mark.parametrize("name", ["Thi", "Em", "Ma", "Mi", "Di", "Fi", "Dae", "Tay"])
def test_so_it_is_in_a_text_that_is_written_as_people_speak(name: str, lists: Lists) -> None:
    text = f"Naebody telt him whit tae say. {name} rang us."
    assert [text[each.start : each.end] for each in find_identifiers(text, (), lists)] == [name]
