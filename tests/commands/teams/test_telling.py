"""What is said of files that came in or were sent: what they are to people, and how many."""

import pytest

from circle_cli.commands.teams.telling import told_paths, told_waiting

SESSION = "sessions/2026/2026-11-23-k3f9-kept.md"


@pytest.mark.parametrize(
    ("paths", "told"),
    [
        ([], "nothing that you would see"),
        ([SESSION, SESSION], "1 session (k3f9)"),
        (["circle.yml", ".gitignore", "mkdocs.yml"], "the settings"),
        (["circle.yml", "guidance/.gitkeep", "sessions/.gitkeep", "site/.gitignore"], "the settings"),
        (["guidance/.gitkeep"], "nothing that you would see"),
        (["readers"], "the list of readers"),
        ([SESSION, "proposals/k3f9abcd.md"], "1 session (k3f9), 1 proposal"),
        (["guidance/learning-points/a.md", "guidance/learning-points/b.md"], "2 learning points"),
        (["proposals/reports/a.md", "proposals/reports/b.md"], "2 reports to be read"),
        (["guidance/withdrawn/a.md", "guidance/reports/a.md"], "1 notice of what was withdrawn, 1 report"),
        (["guidance/questions/theory.md"], "1 page of its own"),
        (["identifier-check/names.txt"], "1 list for the identifier check"),
        (["same", "themes-of-teams"], "the list of teams' themes, the list of what says the same"),
        ([".gitlab-ci.yml"], "the file of its checks"),
        (["shopping.doc"], "1 other file"),
        (["guidance/learning-points/a.md", "guidance/withdrawn/a.md"], "1 notice of what was withdrawn"),
    ],
)  # fmt: skip
def test_files_are_told_by_what_they_are(paths: list[str], told: str) -> None:
    assert told_paths(paths) == told


def test_what_waits_is_told_by_its_sessions_and_else_by_what_it_is() -> None:
    assert told_waiting([SESSION, "circle.yml"]) == "1 session waits to be sent."
    assert told_waiting(["circle.yml"]) == "Waiting to be sent: the settings."
    assert told_paths([SESSION], by_id=False) == "1 session"
