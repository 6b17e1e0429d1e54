"""Killed in the middle of a command: nothing is torn or lost, and the next command finishes it or says so.

One command at a few of its steps; `python bench/kills.py` tries all of them at all.
"""

import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from making import ROOT

from circle_cli.cli.app import ROOM_OF
from circle_cli.log.durable import create_anywhere, replace_anywhere

WRITES_NOTHING = {"show", "search", "sparks", "year", "event", "scan"}
KILLED_IN = {
    "asking/eight_questions": ("reflect", "reflect: planned", "resume", "resume: deepen"),
    "asking/follow_up": ("follow-up",),
    "asking/invitation": ("prepare",),
    "asking/prepare": ("prepare", "prepare: again", "prepare --groups"),
    "asking/reflect_from": ("reflect --from",),
    "asking/reflect_sheet": ("reflect --from: sheet",),
    "carrying/columns": ("import",),
    "carrying/importing": ("import",),
    "copying/copy": ("copy", "copy: instead"),
    "door/approve": ("review: approve", "review: return", "review: decline", "review: revision", "take"),
    "door/learnt": ("share", "share: asked", "share: revision", "review: decline"),
    "door/lists/reading": ("review --lists",),
    "door/overtaken": ("review: overtaken",),
    "door/packets/reading": ("review: packet",),
    "door/packets/writing": ("share --packet",),
    "door/share": ("share", "share: asked", "share: revision"),
    "door/sign_again": ("review --sign",),
    "door/signing": ("readers --admit", "readers --end", "review: ask"),
    "door/trying/publishing": ("review: report", "review: report returned"),
    "door/trying/taken_back": ("withdraw: report",),
    "door/trying/tried": ("tried",),
    "door/withdraw": ("withdraw",),
    "door/words/reading": ("review: words",),
    "drafts/committer": ("reflect", "review: words"),
    "drafts/session_file": ("edit", "follow-up"),
    "edge": ("list: brings home",),
    "erasing/names_kept": ("erase",),
    "evidence/decided": ("portfolio",),
    "for_readers/syncing": ("sync: left for readers", "sync: taken from readers"),
    "keeping/delete": ("delete",),
    "keeping/done": ("done", "done --not"),
    "keeping/edit": ("edit",),
    "keeping/init": ("init",),
    "keeping/put_away": ("discard", "discard --back"),
    "keeping/rename": ("rename",),
    "keeping/undo": ("undo", "undo: delete"),
    "menu/welcome": ("list: brings home",),
    "menu/settings": ("settings",),
    "past": ("site",),
    "paper/delivery": ("takeaway", "print", "digest", "export", "insights"),
    "publishing/base_seen": ("sync: withdrawn in the base",),
    "receiving/same": ("same",),
    "receiving/taking_in": ("review: came in", "review: came in, returned", "review --withdrawals"),
    "reading/actions": ("actions --ics",),
    "running/ci": ("init --ci",),
    "sparks/spark": ("spark",),
    "teams/at_once": ("sync",),
    "teams/kept": ("sync",),
    "teams/use": ("use",),
    "teams/whose": ("sync", "join"),
    "well/entries": ("check", "site"),
    "well/unchanged": ("check",),
    "year/kept": ("evidence",),
}
"""For each module of the commands that writes files: the ways in which it does, as the bench names them."""
_WRITE = re.compile(
    r"^ *from circle_cli\.log\.(?:durable|intents|saving|start) import (?:\([^)]*|.*)"
    r"\b(?:bring_home|change|commit_again|create|create_anywhere|intended|remove|replace|replace_anywhere|save_\w+|start_log)\b",
    re.MULTILINE,
)


@pytest.fixture(autouse=True)
def bench(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make what `bench/` holds to be found, and nothing of it after this test."""
    monkeypatch.syspath_prepend(str(ROOT / "bench"))


@pytest.mark.skipif(not shutil.which("cc") or sys.platform != "linux", reason="what stops it is made with a compiler")
def test_a_kill_in_the_middle_costs_nothing(tmp_path: Path) -> None:
    from killing.commands import WRITING
    from killing.stopping import build
    from killing.target import Kill
    from killing.writing import ready
    from kills import KINDS

    kill = Kill(target=ready(WRITING[0], tmp_path / "place"), library=build(tmp_path), counts=Counter())
    kill.everywhere(every=30, really=0)
    assert kill.counts["all"] > 1
    assert kill.counts["git"] > 1
    assert [kind for kind in KINDS if kill.counts[kind]] == []


def test_each_command_that_writes_is_killed_in_the_bench_and_each_way_in_which_it_does() -> None:
    import kills

    assert {name.partition(" ")[0].rstrip(":") for name in kills.NAMES} == ROOM_OF.keys() - WRITES_NOTHING
    commands = ROOT / "circle_cli" / "commands"
    found = {path for path in commands.rglob("*.py") if _WRITE.search(path.read_text(encoding="utf-8"))}
    assert {path.relative_to(commands).with_suffix("").as_posix() for path in found} == KILLED_IN.keys()
    assert {name for names in KILLED_IN.values() for name in names} <= {*kills.NAMES}


@pytest.mark.parametrize("anew", [False, True])
def test_what_a_killed_run_had_begun_of_a_file_goes_before_it_is_written_anew(tmp_path: Path, anew: bool) -> None:
    ended = subprocess.Popen([sys.executable, "-S", "-c", ""])
    ended.wait()
    (tmp_path / f".a.md.tmp-{ended.pid}-0").write_text("half a takeaw")
    (tmp_path / ".a.md.tmp-1-0").write_text("of a run that is at work")
    if anew:
        replace_anywhere(tmp_path / "a.md", b"whole", None, option="--ics")
    else:
        create_anywhere(tmp_path / "a.md", b"whole", option="--to")
    assert sorted(path.name for path in tmp_path.iterdir()) == [".a.md.tmp-1-0", "a.md"]
