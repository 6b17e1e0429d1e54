"""Names that Windows cannot have, tried with its answers on any system."""

from collections.abc import Callable
from datetime import date
from pathlib import PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from circle_cli.errors import USAGE, CircleError
from circle_cli.ids import new_point_id, new_session_id
from circle_cli.log.saving import file_name, slug_of
from circle_cli.system.names import is_too_long, refuse_unfit, unfit

KEPT = "con CON nul.txt Aux.html prn com1 com9.tar.gz lpt1.md COM¹ conin$ CONOUT$".split()
FIT = "cone con-1 nullable.md auxiliary com10 com lpt .con a.con circle-cards.html élan 2026-11-23-k3f9-con.md".split()


@pytest.mark.parametrize(
    "name", [*KEPT, "con .txt", "sheet.", "sheet ", "sheet. .", "...", "who: me.html", "who?", "a\tb"]
)
def test_a_name_that_windows_cannot_have_is_refused_in_words_there_and_nowhere_else(name: str) -> None:
    assert unfit(name)
    for path in (PureWindowsPath("C:/prints", name), PureWindowsPath("C:/prints", name, "sheet.html")):
        with pytest.raises(CircleError, match="choose another name with --to") as caught:
            refuse_unfit(path, "--to", windows=True)
        assert caught.value.exit_code == USAGE
        refuse_unfit(path, "--to", windows=False)


@pytest.mark.parametrize("name", FIT)
def test_any_other_name_may_be_had(name: str) -> None:
    refuse_unfit(PureWindowsPath("C:/Users/Jo O'Neill", "..", ".", name), "--to", windows=True)


@given(st.text(max_size=300))
@pytest.mark.parametrize(
    "made", [lambda text: file_name("2026-11-23-k3f9", text), lambda text: f"x-{slug_of(text, 40)}"]
)
def test_no_title_and_no_persons_name_makes_such_a_name(made: Callable[[str], str], text: str) -> None:
    name = made(text)
    assert unfit(name) == "" and len(name) <= 80


def test_no_id_is_such_a_name() -> None:
    for letter in "abcdefghjkmnpqrstuvwxyz23456789":
        assert unfit(new_point_id(lambda _, letter=letter: letter)) == ""
        assert unfit(new_session_id(date(2026, 11, 23), lambda _, letter=letter: letter)) == ""


def test_a_path_that_is_longer_than_windows_takes_is_known() -> None:
    path = PureWindowsPath("C:/", "a" * 257)
    assert (len(str(path)), is_too_long(path, windows=True)) == (260, True)
    assert not is_too_long(PureWindowsPath("C:/", "a" * 256), windows=True)
    assert not is_too_long(path, windows=False)
