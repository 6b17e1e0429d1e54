"""`circle init` makes a log where it is told to."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Circle = Callable[..., Any]


@pytest.mark.parametrize(
    "words", [("--log", "mine", "init"), ("init", "--log=mine"), ("--log", "mine", "init", "./mine")]
)
def test_the_folder_that_log_names_is_the_one(circle: Circle, tmp_path: Path, words: tuple[str, ...]) -> None:
    assert circle(*words).stdout.splitlines()[0] == str(tmp_path / "mine")
    assert (tmp_path / "mine" / "circle.yml").is_file()
    assert not (tmp_path / "circle.yml").exists()


def test_the_folder_behind_it_goes_before_that_of_log(circle: Circle, tmp_path: Path) -> None:
    circle("--log", "mine", "init", "another")
    assert [each.name for each in tmp_path.glob("*")] == ["another"]


def test_without_a_folder_it_is_the_one_in_which_somebody_stands(circle: Circle, tmp_path: Path) -> None:
    circle("init")
    assert (tmp_path / "circle.yml").is_file()
