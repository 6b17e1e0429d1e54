"""The page for whoever keeps a base says what the program does, and no more."""

import re
from pathlib import Path
from typing import Any

import pytest
import typer

from circle_cli.cli.app import app
from circle_cli.guidance.files import own_pages
from circle_cli.settings import load_settings

PAGE = (own_pages() / "keeping-a-base.md").read_text(encoding="utf-8")
TYPED = sorted(set(re.findall(r"`circle ([^`]+)`", PAGE)))


@pytest.mark.parametrize("typed", TYPED)
def test_each_command_and_option_that_it_names_is_there(typed: str) -> None:
    group: Any = typer.main.get_command(app)
    name, *words = typed.split()
    command = group.get_command(group.make_context("circle", [], resilient_parsing=True), name)
    known = {option for each in command.params for option in each.opts}
    assert {word for word in words if word.startswith("--")} <= known


def test_it_walks_through_all_of_it() -> None:
    commands = {typed.split()[0] for typed in TYPED}
    wanted = {
        "reflect",
        "share",
        "review",
        "publish",
        "site",
        "tried",
        "withdraw",
        "same",
        "readers",
        "digest",
        "check",
    }
    assert wanted - commands == set()
    ways = {"init --base", "init --team", "init --ci", "sync --with", "join ADDRESS", "join --reader"}
    assert ways - {" ".join(typed.split()[:2]) for typed in TYPED} == set()


def test_the_settings_that_it_shows_are_taken_and_each_is_explained(tmp_path: Path) -> None:
    (shown,) = (block for block in re.findall(r"(?m)^```\n(.*?)^```", PAGE, re.DOTALL) if "colours:" in block)
    (tmp_path / "circle.yml").write_text(shown, encoding="utf-8")
    assert load_settings(tmp_path).look.pages == ("who-we-are.md",)
    assert set(re.findall(r"(?m)^([a-z-]+):", shown)) == set(re.findall(r"(?m)^- `([a-z-]+)`:", PAGE))
    assert max(len(line) for line in shown.splitlines()) <= 34  # a telephone shows no more of it
