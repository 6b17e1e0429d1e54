"""The names of an erased session: kept as slow hashes, so that no site says one of them, and nobody reads one there."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from committed import OURS
from making import git, keep_session, read_words

from circle_cli.identifiers.lists import load_lists
from circle_cli.log import durable
from circle_cli.log.erasing import names
from circle_cli.log.erasing.names import bring_names_home, keep_names
from circle_cli.log.folder import NAMES_WAITING, Log
from circle_cli.session.record import CastEntry
from circle_cli.share.release.erased import Erased, hashes_of, hashing, parse_erased, render_erased, terms_in

LISTS = load_lists(None)
SALT = "5a" * 16
CAST = [
    CastEntry(name="Oluwaseun Adeyemi", also=("Seun",), say=None),
    CastEntry(name="Rose Green", also=("\U0001f98a",), say=None),
]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Then adeyemi said so.", True),
        ("Ask SEUN first.", True),
        ("A walk with Rose Green helped.", True),
        ("The rose green of the wall helped.", False),
        ("Ask them where they want to meet.", False),
        ("Ask \U0001f98a\U0001f43b first.", True),
        ("Ask \U0001f43b first.", False),
    ],
)
def test_a_learning_point_is_looked_through_for_them(text: str, found: bool) -> None:
    kept = Erased(salt=SALT, hashes=hashes_of(CAST, LISTS, hashing(SALT)))
    assert bool(terms_in([text], kept, LISTS, hashing(SALT))) is found
    written = render_erased(kept)
    assert parse_erased(written, "x") == (kept,)
    assert parse_erased(written + render_erased(Erased(salt="6b" * 16, hashes={})), "x")[0] == kept
    assert "eun" not in written and "Green" not in written


def test_a_name_that_was_kept_with_its_vowels_is_found_with_them() -> None:
    whole = "\u0645\u064f\u062d\u064e\u0645\u0651\u064e\u062f"
    said = "as a name: \u0645 \u062d \u0645 \u062f"  # so an earlier version took it apart
    kept = Erased(salt=SALT, hashes={hashing(SALT)(said): (4, False)})
    assert terms_in([f"Ask {whole} first."], kept, LISTS, hashing(SALT))


def test_the_site_is_not_built_with_such_a_name(log: Path, publish: Callable[..., Path], circle: Any) -> None:
    keep_session(log, "2026-11-23-k3f9", "One", 'cast:\n  - {name: "Oluwaseun Adeyemi", also: ["Seun"]}\n')
    assert circle("erase", "k3f9", "--confirm", "2026-11-23-k3f9", cwd=log).returncode == 0
    publish(log, how="Ask as Seun did.", explained=("Seun",))
    done = circle("site", cwd=log)
    assert done.returncode == 65 and "erased session" in done.stderr and "Seun" not in done.stderr, done.stderr
    kept = (log / "erased-names").read_text(encoding="utf-8")  # the next command took it into the log
    assert "salt " in kept and "Seun" not in kept
    (log / "erased-names").write_text(kept.replace("salt", "sault"), encoding="utf-8")
    assert circle("site", cwd=log).returncode == 65 and circle("check", cwd=log).returncode == 1


def test_nor_with_one_in_what_the_log_says_in_its_own_words(log: Path, circle: Any) -> None:
    keep_session(log, "2026-11-23-k3f9", "One", 'cast:\n  - {name: "Oluwaseun Adeyemi", also: ["Seun"]}\n')
    assert circle("erase", "k3f9", "--confirm", "2026-11-23-k3f9", cwd=log).returncode == 0
    page = log / "guidance" / "kit.md"
    page.write_text('---\ntitle: "Ours"\ndescription: "How."\n---\n# Ours\n\nAsk as Seun did.\n', encoding="utf-8")
    read_words(log)
    done = circle("site", cwd=log)
    assert done.returncode == 65 and "kit.md:7" in done.stderr and "Seun" not in done.stderr, done.stderr
    assert "erased session" in done.stderr
    page.write_text(page.read_text(encoding="utf-8").replace("Seun", "we"), encoding="utf-8")
    read_words(log)
    assert circle("site", cwd=log).returncode == 0


@pytest.mark.parametrize("what", ["another is erased", "another program brings them home"])
def test_while_names_are_brought_home_none_is_lost(log: Path, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    here, waiting, later = Log(root=log, trust=OURS), log / NAMES_WAITING, f"1 anywhere {'7' * 64}\n"

    def meanwhile(path: Path, expected: bytes) -> None:
        keep_names(here, later) if what == "another is erased" else waiting.unlink()
        durable.remove(path, expected)

    keep_names(here, f"salt {SALT}\n1 anywhere {'5' * 64}\n")
    with monkeypatch.context() as once:
        once.setattr(names, "remove", meanwhile)
        bring_names_home(here)
    assert git(log, "status", "--porcelain", "erased-names") == ""
    assert "5" * 64 in (log / "erased-names").read_text(encoding="utf-8")
    if what == "another is erased":
        bring_names_home(here)
        assert later in (log / "erased-names").read_text(encoding="utf-8")
    assert not waiting.exists()


def test_what_names_somebody_who_was_erased_is_not_imported_again(log: Path, circle: Any) -> None:
    keep_session(log, "2026-11-23-k3f9", "One", 'cast:\n  - {name: "Oluwaseun Adeyemi", also: ["Seun"]}\n')
    assert circle("erase", "k3f9", "--confirm", "2026-11-23-k3f9", cwd=log).returncode == 0
    (log / "old.csv").write_text("Learning\nAsk as Seun did.\nTo wait for somebody.\n", encoding="utf-8")
    done = circle("import", "old.csv", "--yes", cwd=log)
    assert (done.returncode, len(done.stdout.splitlines())) == (0, 1)
    assert "old.csv, line 2: it names somebody of a session that was erased" in done.stderr
