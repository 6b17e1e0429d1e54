"""The demo of three teams and a base: the whole story, and what is left of it."""

from pathlib import Path

import pytest


def test_it_goes_from_a_first_session_to_a_report_that_came_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import demo_teams  # which stops where there are no terminals as Linux has them

    site = demo_teams.play(tmp_path)
    story = capsys.readouterr().out
    assert story.count("> circle review") == 10 and "All is well" in story
    assert str(tmp_path) not in story  # it can be read as a story
    titles = {path.stem: path.read_text(encoding="utf-8") for path in (site / "learning-points").glob("????????.html")}
    (place,) = (name for name, page in titles.items() if "Let people choose the place" in page)
    assert "We met at a library" in titles[place]  # the report came back
    assert not any("Read a letter aloud" in page for page in titles.values())  # what was withdrawn has gone
    words = "".join(path.read_text(encoding="utf-8", errors="replace") for path in site.rglob("*.html"))
    assert "What works in Fictonshire" in words
    assert not [name for name in ("Larkspur", "Edna", "Marlow") if name in words]
