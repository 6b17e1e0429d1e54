"""What may be names in what somebody wrote stands there when they are asked who is in it, with what to say instead."""

from pathlib import Path

from making import a_session

from circle_cli.commands.asking.seen import names_seen
from circle_cli.log.folder import Log


def seen(log: Path, text: str) -> dict[str, str | None]:
    found = names_seen(Log(root=log), a_session(answers={"what-worked": text}))
    return {each.name: each.say for each in found}


def test_people_are_somebody_and_places_and_services_are_not(tmp_path: Path) -> None:
    said = "Robin lives in Norwich, in Larkspur Road. Oaks Centre helped."
    assert seen(tmp_path, said) == {
        "Robin": "somebody",
        "Norwich": "the place",
        "Larkspur Road": "the street",
        "Oaks Centre": "a community centre",
    }


def test_words_that_only_say_where_are_no_names(tmp_path: Path) -> None:
    assert seen(tmp_path, "We stopped at the bench by the canal, and met behind the Co-op.") == {"Co-op": "somebody"}


def test_a_name_in_small_letters_is_somebodys_too(tmp_path: Path) -> None:
    said = "then robin larkspur came with biscuit the dog, and we met at the bench by the canal"
    assert seen(tmp_path, said) == {"robin larkspur": "somebody", "biscuit": "somebody"}
