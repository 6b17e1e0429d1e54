"""What every test stands on: a home of its own, a learning log, the program as a process, golden files."""

import gc
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from circle_cli.log.start import start_log
from circle_cli.points.file import digest, render_point
from circle_cli.points.record import Approval, LearningPoint, Outcome, Setting, StatementLink, Trial

Publish = Callable[..., Path]
Circle = Callable[..., subprocess.CompletedProcess[str]]
Golden = Callable[[str, str], None]

GIT_CONFIG = "[user]\n\tname = Jo\n\temail = jo@example.org\n[init]\n\tdefaultBranch = main\n"
LIMIT = 60  # seconds for one command: a hang is a failure, not a wait

gc.set_threshold(50_000)  # as the program does; with all the tests loaded, looking for garbage takes most of the time
settings.register_profile("circle", deadline=None)  # several test processes share the machine
settings.load_profile("circle")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew; read the diff")


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home where git knows Jo; nothing of whoever runs the tests is read or written."""
    home = tmp_path_factory.mktemp("home")
    (home / ".gitconfig").write_text(GIT_CONFIG, encoding="utf-8")
    for name in list(os.environ):
        if name.startswith(("GIT_", "CIRCLE_", "XDG_")) or name in ("EDITOR", "VISUAL", "NO_COLOR", "FORCE_COLOR"):
            monkeypatch.delenv(name)
    for name, folder in (("CONFIG", ".config"), ("DATA", ".local/share"), ("STATE", ".local/state")):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / folder))
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    return home


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """An empty learning log, under git."""
    start_log(tmp_path / "log")
    return tmp_path / "log"


@pytest.fixture
def circle(tmp_path: Path) -> Circle:
    """Runs `circle` as a process of its own, without a terminal: `circle("list", "--json", cwd=..., stdin=...)`."""

    def run(
        *arguments: str, cwd: Path | None = None, stdin: str | bytes = "", env: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, "-m", "circle_cli", *arguments],
            input=stdin.encode("utf-8", "surrogateescape") if isinstance(stdin, str) else stdin,
            capture_output=True,
            cwd=cwd or tmp_path,
            env={**os.environ, **(env or {})},
            timeout=LIMIT,
            check=False,
        )
        out, err = (said.decode("utf-8", "replace") for said in (done.stdout, done.stderr))
        return subprocess.CompletedProcess(done.args, done.returncode, out, err)

    return run


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares a text, to the byte, with the golden file of that name; `--update-golden` writes the file anew."""

    def compare(name: str, text: str) -> None:
        path = Path(__file__).parent / "golden" / name
        if request.config.getoption("--update-golden"):
            path.write_bytes(text.encode("utf-8"))
        assert text == path.read_bytes().decode("utf-8"), (
            f"{name} is not as it was: pytest --update-golden, read the diff"
        )

    return compare


POINT = LearningPoint(
    id="k3f9abcd",
    title="Let people choose the place",
    themes=("relationships", "voice"),
    setting=Setting.BOTH,
    questions=("learning", "perspectives"),
    frameworks=(StatementLink(framework="pcf-2018", statement="6"),),
    year=2026,
    tried=(Trial(outcome=Outcome.PARTLY, year=2027, differed="There was no time to walk."),),
    parts={
        "what-to-try": "Ask where a first meeting should be.",
        "why": "A place of one's own choosing is a safe one.",
        "where-not": "Where it has to be private, and there is only one such room.",
        "how": "- Offer three places.\n- Ask *again* each time.",
        "rests-on": "One account; people said that nobody had asked before.",
    },
)


@pytest.fixture(scope="session")
def point() -> LearningPoint:
    """A learning point as it is before its approval."""
    return POINT


@pytest.fixture(scope="session")
def publish() -> Publish:
    """Puts an approved learning point into a log, with what is to be different: `publish(log, title="...", how="...")`.

    `explained` are words that its reviewer accepted.
    """

    def write(log_root: Path, *, explained: tuple[str, ...] = (), **different: Any) -> Path:
        parts = {key: different.pop(key.replace("-", "_"), text) for key, text in POINT.parts.items()}
        made = replace(POINT, parts=parts, **different)
        approval = Approval(sha256=digest(made), tool="0.1.0", lists="1-abc", explained=explained)
        path = log_root / "guidance/learning-points" / f"{made.id}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(render_point(replace(made, approval=approval)), encoding="utf-8")
        return path

    return write
