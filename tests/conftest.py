"""What every test stands on: a home of its own, a learning log, the program as a process, golden files."""

import gc
import itertools
import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import making
import pytest
import terminals
from _pytest.runner import runtestprotocol
from checked_once import checked_once
from compiled import compiled_first, compiled_now, forget_mark
from copied import lay_down
from hypothesis import settings
from making import GOLDEN, POINT
from once import Once, make_once, refuse_changed
from running import Run, run_apart, run_here
from slow import SLOW_FIXTURES, SLOW_PLACES
from systems import OF_POSIX, TERMINALS
from terminals import Terminal

from circle_cli.guidance.pages import load_guidance
from circle_cli.guidance.records import Guidance
from circle_cli.identifiers.lists import Lists, load_lists
from circle_cli.log.start import start_log
from circle_cli.points.record import LearningPoint

Golden = Callable[[str, str], None]

TESTS = Path(__file__).parent
ENOUGH_MEMORY = 4 << 30  # bytes; all tests write about one
HOMES = itertools.count()
NOT_OURS = ("EDITOR", "VISUAL", "NO_COLOR", "FORCE_COLOR", "CI", "TF_BUILD", "JENKINS_URL", "TEAMCITY_VERSION")
GIT_CONFIG = "[user]\n\tname = Jo\n\temail = jo@example.org\n[init]\n\tdefaultBranch = main\n"

gc.set_threshold(50_000)  # as the program does; with all the tests loaded, looking for garbage takes most of the time
signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever runs the tests may ignore it, and so would children
if hasattr(signal, "SIGQUIT"):
    signal.signal(signal.SIGQUIT, signal.SIG_DFL)  # the same: a shell has what it runs in the background ignore both
settings.register_profile("circle", deadline=None)  # several test processes share the machine
settings.register_profile("quick", deadline=None, max_examples=20)  # `make check`; see `standing/invented/inventing.py`
settings.load_profile("circle")


def pytest_configure(config: pytest.Config) -> None:
    """Have all that tests write in memory where there is plenty: half of their time went into waiting for the disk."""
    terminals.THERE = config.getoption("markexpr") != "not slow"
    memory = Path("/dev/shm")  # noqa: S108  # pytest makes a folder of its own there, for its owner alone
    if memory.is_dir() and os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > ENOUGH_MEMORY:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(memory))


def pytest_collection(session: pytest.Session) -> None:
    """Let one process compile the tests where they are not compiled yet, and the others find that done."""
    compiled_first(session.config, TESTS)


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Where nothing slow is wanted, load no file of which all is slow, nor what only such files need."""
    if config.getoption("markexpr") != "not slow":
        return None
    return True if collection_path in {TESTS / place for place in SLOW_PLACES} else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        fixtures, place = set(getattr(item, "fixturenames", ())), item.nodeid.removeprefix("tests/")
        if SLOW_FIXTURES & fixtures or place.startswith(SLOW_PLACES):
            item.add_marker("slow")
        if sys.platform == "win32" and (TERMINALS & fixtures or place.startswith(OF_POSIX)):
            item.add_marker(pytest.mark.skip(reason="needs a terminal, signals, modes or links as Linux has them"))


def pytest_collection_finish() -> None:
    """Never again look for garbage among all that was loaded and collected: it stays to the end."""
    compiled_now()
    gc.collect()
    gc.freeze()


def pytest_sessionfinish() -> None:
    forget_mark()


@pytest.hookimpl(optionalhook=True)  # there may be no xdist
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Of all tests, those at terminals and in browsers wait for half of their time: others can run meanwhile.

    Two processes more, and with many processors half as many again, are enough for that; each loads and collects all
    tests for itself. Without what is slow there is less to wait for, such as git: one more for every two processors.
    """
    processors = os.cpu_count() or 1
    few = config.getoption("markexpr")
    return processors + ((processors + 1) // 2 if few else max(2, processors // 2))


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
    """Have a process beside others send one report of a test that went well, and not five: that costs most."""
    if "PYTEST_XDIST_WORKER" not in os.environ or item.config.getoption("durations"):
        return None
    for report in runtestprotocol(item, log=False, nextitem=nextitem):
        if report.when == "call" or not report.passed:
            item.ihook.pytest_runtest_logreport(report=report)
    return True


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew; read the diff")
    parser.addoption("--pictures", action="store_true", help="put pictures of the site's pages into tests/screenshots/")


def at_home(base: Path, patch: pytest.MonkeyPatch) -> Path:
    """Make a home where git knows Jo, and live there: nothing of whoever runs the tests is read or written."""
    home = base / f"home{next(HOMES)}"
    home.mkdir()
    (home / ".gitconfig").write_text(GIT_CONFIG, encoding="utf-8")
    for name in list(os.environ):
        if name.startswith(("GIT_", "CIRCLE_", "XDG_")) or name in NOT_OURS:
            patch.delenv(name)
    for name, folder in (("CONFIG", ".config"), ("DATA", ".local/share"), ("STATE", ".local/state")):
        patch.setenv(f"XDG_{name}_HOME", str(home / folder))
    patch.setenv("HOME", str(home))
    patch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    return home


@pytest.fixture(scope="session", autouse=True)
def _home_of_many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A home for what is made for several tests, before any of them has its own."""
    with pytest.MonkeyPatch.context() as patch:
        at_home(tmp_path_factory.getbasetemp(), patch)
        yield


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of the test's own."""
    return at_home(tmp_path_factory.getbasetemp(), monkeypatch)


@pytest.fixture
def log(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty learning log, under git: started once, and a copy for each test, since git takes longer."""
    started = tmp_path_factory.getbasetemp() / "started-log"
    if not started.exists():
        start_log(started)
        for sample in (started / ".git" / "hooks").glob("*.sample"):
            sample.unlink()  # half of all that would be copied
    return lay_down(started, tmp_path / "log")


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Once]:
    """Makes a folder once for all processes that run the tests, to be looked at: `once("a site", build_it)`."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    made: set[Path] = set()

    def make(name: str, fill: Callable[[Path], object]) -> Path:
        folder = make_once(shared, name, fill)
        made.add(folder)
        return folder

    yield make
    for folder in made:
        refuse_changed(folder)


@pytest.fixture(scope="session", autouse=True)
def _checked_once() -> Iterator[None]:
    with checked_once():
        yield


@pytest.fixture(scope="session")
def drawn_once(once: Once) -> Iterator[None]:
    """Has whoever builds sites in this process make once what is the same for all of them."""
    from drawn_once import drawn_once

    with drawn_once(once):
        yield


@pytest.fixture
def drafts(own_home: Path) -> Path:
    """Where drafts are kept."""
    return own_home / ".local" / "state" / "circle" / "drafts"


@pytest.fixture
def sessions(log: Path) -> Callable[[], list[Path]]:
    """Gives the session files that are there."""
    return lambda: sorted(path for path in (log / "sessions").rglob("*") if path.suffix == ".md")


@pytest.fixture(scope="session")
def guidance() -> Guidance:
    return load_guidance(None)


@pytest.fixture(scope="session")
def lists() -> Lists:
    return load_lists()


@pytest.fixture(scope="session")
def point() -> LearningPoint:
    """A learning point as it is before its approval."""
    return POINT


@pytest.fixture(scope="session")
def publish() -> Callable[..., Path]:
    """Puts an approved learning point into a log, different in fields or parts: `publish(log, title="x", how="y")`."""
    return making.publish


@pytest.fixture
def circle(tmp_path: Path) -> Run:
    """Runs `circle` without a terminal, in this process: `circle("list", "--json", cwd=..., stdin=..., env=...)`."""
    return lambda *arguments, cwd=tmp_path, **how: run_here(*arguments, cwd=cwd, **how)


@pytest.fixture
def circle_apart(tmp_path: Path) -> Run:
    """Runs it in a process of its own, for what only a process can show: a kill, or what is loaded."""
    return lambda *arguments, cwd=tmp_path, **how: run_apart(*arguments, cwd=cwd, **how)


@pytest.fixture
def terminal(log: Path) -> Iterator[Callable[..., Terminal]]:
    """Opens terminals: `terminal("reflect")`, in the log, 80 by 24 unless said otherwise."""
    opened: list[Terminal] = []

    def start(
        *arguments: str, size: tuple[int, int] = (24, 80), env: Mapping[str, str] | None = None, **how: Any
    ) -> Terminal:
        found = Terminal(arguments, size, env or {}, cwd=how.pop("cwd", str(log)), **how)
        opened.append(found)
        return found

    yield start
    for each in opened:
        if not each.child.closed:
            terminals.let_go(each.child)


@pytest.fixture
def editor(tmp_path: Path) -> Callable[[str], str]:
    """Makes an editor out of Python lines, where `path` is the file to edit; gives what to set EDITOR to."""

    def make(code: str) -> str:
        script = tmp_path / "an editor" / "edit.py"
        script.parent.mkdir(exist_ok=True)
        script.write_text(f"import sys\nfrom pathlib import Path\npath = Path(sys.argv[-1])\n{code}\n")
        return f'"{sys.executable}" -S "{script}" --wait'

    return make


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares a text, to the byte, with the golden file of that name; `--update-golden` writes the file anew."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.write_bytes(text.encode("utf-8"))
        assert text == path.read_bytes().decode("utf-8"), (
            f"{name} is not as it was: pytest --update-golden, read the diff"
        )

    return compare
