"""What the documents say is what the program does."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
TEXTS = [*ROOT.glob("*.md"), *ROOT.glob("guidance/**/*.md")]


@pytest.fixture(scope="module")
def commands() -> list[str]:
    done = subprocess.run([sys.executable, "-m", "circle_cli", "--help"], check=True, capture_output=True, text=True)
    return re.findall(r"^  ([a-z-]+)  +[A-Z]", done.stdout.partition("Commands:")[2], re.MULTILINE)


def test_the_readme_names_every_command(commands: list[str]) -> None:
    assert len(commands) >= 8
    assert [name for name in commands if f"circle {name}" not in README] == []


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_document_names_a_command_that_is_not_there(path: Path, commands: list[str]) -> None:
    named = re.findall(r"`circle ([a-z][a-z-]*)[ `]", path.read_text(encoding="utf-8"))
    assert [name for name in named if name not in commands] == []


@pytest.mark.parametrize("path", list(ROOT.glob("*.md")), ids=lambda path: path.name)
def test_every_link_inside_the_repository_leads_somewhere(path: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", path.read_text(encoding="utf-8"))
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_two_commands_of_the_readme_are_in_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in ("reflect", "test"):
        assert f"\nmake {target}\n" in README
        assert f"\n{target}:" in makefile


def test_the_invented_sessions_are_well_formed() -> None:
    from circle_cli.session.file import read_session, render_session

    paths = sorted(ROOT.glob("sessions/*/*.md"))
    assert len(paths) == 4
    for path in paths:
        session = read_session(path)
        assert path.name.startswith(session.id)
        assert render_session(session, {}).startswith(path.read_text(encoding="utf-8").partition("\n## ")[0])
