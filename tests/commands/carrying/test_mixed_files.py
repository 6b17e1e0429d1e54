"""A hundred mixed files, ten of them broken: each word is in the log or named as left out; again, nothing is added."""

import re
from pathlib import Path

import pytest
from mixed_files import BROKEN, mixed_files
from running import Run

WORD = re.compile(r"w\d{5}x")


@pytest.mark.parametrize("seed", [14])
def test_every_word_is_in_the_log_or_named_and_a_second_time_adds_nothing(
    circle: Run, log: Path, tmp_path: Path, seed: int
) -> None:
    """The name of a column stands over every row of it: it is told what becomes of it, once."""
    made = mixed_files(tmp_path / "mixed", seed)
    done = circle("import", "mixed", "--yes", "--log", str(log))
    assert done.returncode == 0
    saved = sorted(log.glob("sessions/2*/*.md"))
    kept = {path: set(WORD.findall(path.read_text(encoding="utf-8"))) for path in saved}
    left_out = done.stderr.partition("Left out, and not in the log:")[2]
    columns = set(WORD.findall(done.stderr.partition("To be taken in:")[0]))
    known = set().union(*kept.values(), WORD.findall(left_out))
    lost = {
        name: missing
        for name, words in made.words.items()
        if (missing := [each for each in words if each not in (known | columns if "tables" in name else known)])
    }
    assert lost == {}
    assert [name for name in made.broken if name not in left_out.replace("\\", "/")] == []
    assert len(made.broken) == BROKEN
    again = circle("import", "mixed", "--yes", "--log", str(log))
    assert (again.returncode, again.stdout) == (0, "")
    assert sorted(log.glob("sessions/2*/*.md")) == saved
    assert circle("check", "--log", str(log)).returncode == 0
