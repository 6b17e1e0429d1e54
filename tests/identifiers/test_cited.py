"""Writers who are cited as people do, without a year, and people who only share their names."""

from collections.abc import Callable

import pytest

Found = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    "text",
    [
        "Kolb made sense of it for me, and so did Gibbs.",
        "I used Gibbs to reflect, and Saleebey for the strengths.",
        "Schön calls it reflection in action; Vygotsky would call it scaffolding.",
        "Bronfenbrenner helped us see the systems around her.",
        "Miller and Rollnick remind us to roll with resistance.",
        "The core conditions (Rogers) mattered, and the window of Siegel.",
        "As Kolb puts it, we learn by doing; for Bowlby it was loss.",
        "I kept thinking of Egan and what the literature says about listening.",
        "Featherstone and others have written about it, and Farmer's research finds the same.",
        "Munro on bias, Ruch on use of self, Taylor and White on certainty.",
        "Lord Laming said so years ago.",
        "Lave and Wenger's communities of practice were new to us.",
    ],
)
def test_a_writer_who_is_taught_needs_no_year(found: Found, text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gibbs came late.", "Gibbs"),
        ("The Gibbs family moved.", "Gibbs"),
        ("We met Saleebey yesterday.", "Saleebey"),
        ("Mrs Kolb was kind.", "Kolb"),
        ("We spoke to Kolb and his mother.", "Kolb"),
        ("Munro told us to think.", "Munro"),
        ("Jordan called me.", "Jordan"),
        ("I read Munro and Ruch and then saw Jordan.", "Jordan"),
        ("Taylor suggested a walk.", "Taylor"),
        ("Jackson put the kettle on.", "Jackson"),
        ("Morris needs help.", "Morris"),
        ("Harris moved in 2019 to be near her.", "Harris"),
        ("The report by Rogers was read.", "Rogers"),
    ],
)
def test_a_namesake_of_a_writer_is_found(found: Found, text: str, name: str) -> None:
    assert [words for _, words in found(text)] == [name]


@pytest.mark.parametrize("name", ["Kolb", "Gibbs", "Vygotsky", "Rollnick"])
def test_an_authors_name_in_the_cast_is_the_casts(found: Found, name: str) -> None:
    text = f"I used {name}'s model of learning, and {name.lower()} again."
    assert found(text, f"Zofia {name}") == [("cast", name), ("cast", name.lower())]
