"""Every system call of a save is killed and failed in turn: the file is absent or whole, never torn."""

import itertools
import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from faulted import calls_of, in_copies, with_fault

from circle_cli.errors import DISK, PERMISSION

OLD, NEW = b"old\n", b"What worked, and why?\n" * 400
LOADED = """
import sys
from pathlib import Path
from circle_cli.errors import CircleError
from circle_cli.log.durable import check_writable, create, replace
new = b"What worked, and why?\\n" * 400
"""
BEGIN = """
path = Path(sys.argv[1])
try:
    """
END = """
except CircleError as error:
    print(error)
    sys.exit(error.exit_code)
except FileExistsError:
    sys.exit(99)
"""
CREATE, REPLACE = "create(path, new)", "replace(path, new, b'old\\n')"
NO_LINKS = ("-e", "inject=link:error=EPERM")

needs_strace = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
needs_root = pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="only root may do this")


def save(path: Path, *before: str, doing: str = CREATE) -> subprocess.CompletedProcess[str]:
    python = [sys.executable, "-S", "-c", LOADED + BEGIN + doing + END, str(path)]
    return subprocess.run([*before, *python], capture_output=True, text=True, timeout=60)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    point: str
    path: Path
    code: int
    words: str

    @property
    def content(self) -> bytes | None:
        return self.path.read_bytes() if self.path.exists() else None

    @property
    def others(self) -> list[str]:
        folder = self.path.parent
        return [each.name for each in folder.iterdir() if each != self.path] if folder.exists() else []


def at_every_call(tmp_path: Path, fault: str, doing: str, *also: str) -> list[Outcome]:
    """Save once for each system call of a save, with `fault` put into that one call."""

    def place(name: str) -> Path:
        path = tmp_path / name / "new" / "a.md"
        path.parent.parent.mkdir()
        if doing == REPLACE:
            path.parent.mkdir()
            path.write_bytes(OLD)
        return path

    work = BEGIN + doing + END
    points = sorted(calls_of(LOADED, work, [str(place("undisturbed"))], tmp_path / "trace", *also))
    assert len(points) > 5
    paths = {at: place(f"{at[0]}-{at[1]}") for at in points}
    tried = [(at, [str(path)]) for at, path in paths.items()]
    alone = itertools.groupby(tried, key=lambda each: each[0][0]) if also else [("all", tried)]  # one fault for a call
    done = [outcome for _, each in alone for outcome in with_fault(LOADED, work, fault, each, *also)]
    return [
        Outcome(point=f"{call}-{number}", path=path, code=code, words=words)
        for ((call, number), path), (code, words) in zip(paths.items(), done, strict=True)
    ]


@needs_strace
@pytest.mark.parametrize("also", [(), NO_LINKS], ids=["links", "no links"])
def test_a_kill_at_any_call_of_a_save_leaves_a_whole_file_or_none(tmp_path: Path, also: tuple[str, ...]) -> None:
    outcomes = at_every_call(tmp_path, "signal=KILL", CREATE, *also)
    assert {outcome.content for outcome in outcomes} == {None, NEW}
    for outcome in outcomes:
        assert outcome.code in (-9, 137), outcome
        again = save(outcome.path).returncode  # and the same save can be made again, if need be under another name
        assert (again, outcome.content) == (0, NEW), outcome
        assert stat.S_IMODE(outcome.path.stat().st_mode) == 0o600


@needs_strace
def test_a_kill_at_any_call_of_an_edit_leaves_the_old_or_the_new_file(tmp_path: Path) -> None:
    outcomes = at_every_call(tmp_path, "signal=KILL", REPLACE)
    assert {outcome.content for outcome in outcomes} == {OLD, NEW}
    assert {outcome.code for outcome in outcomes} <= {-9, 137}


@needs_strace
@pytest.mark.parametrize(
    ("number", "code"),
    [("ENOSPC", DISK), ("EIO", DISK), ("EDQUOT", DISK), ("EACCES", PERMISSION), ("EROFS", PERMISSION)],
)
def test_an_error_at_any_call_of_a_save_is_said_and_leaves_a_whole_file_or_none(
    tmp_path: Path, number: str, code: int
) -> None:
    for outcome in at_every_call(tmp_path, f"error={number}", CREATE):
        if outcome.code == 0:
            assert outcome.content == NEW, outcome
        else:
            assert (outcome.code, outcome.content) == (code, None), outcome
            assert "cannot save here" in outcome.words, outcome
            assert "Traceback" not in outcome.words, outcome
        if not outcome.point.startswith("unlink"):  # that one cannot tidy up: it is what fails
            assert outcome.others == [], outcome


@needs_strace
def test_no_failing_fsync_ever_counts_as_saved(tmp_path: Path) -> None:
    outcomes = [each for each in at_every_call(tmp_path, "error=EIO", CREATE) if each.point.startswith("fsync")]
    assert len(outcomes) == 3  # the parent folder, the file, its folder
    for outcome in outcomes:
        assert (outcome.code, outcome.content) == (DISK, None), outcome


@needs_strace
@pytest.mark.parametrize("number", ["ENOSPC", "EIO", "EACCES"])
def test_an_error_at_any_call_of_an_edit_leaves_the_old_or_the_new_file(tmp_path: Path, number: str) -> None:
    for outcome in at_every_call(tmp_path, f"error={number}", REPLACE):
        assert outcome.content in (OLD, NEW), outcome
        assert outcome.code != 0 or outcome.content == NEW, outcome
        assert "Traceback" not in outcome.words, outcome
        if not outcome.point.startswith("unlink"):
            assert outcome.others == [], outcome


@needs_strace
@pytest.mark.parametrize("doing", [CREATE, REPLACE])
def test_a_signal_at_any_call_does_not_disturb_a_save(tmp_path: Path, doing: str) -> None:
    for outcome in at_every_call(tmp_path, "error=EINTR", doing):
        assert (outcome.code, outcome.content, outcome.others) == (0, NEW, []), outcome


def test_a_file_larger_than_allowed_is_not_saved_and_says_so(tmp_path: Path) -> None:
    result = save(tmp_path / "a.md", "sh", "-c", 'ulimit -f 1; exec "$@"', "sh")
    assert result.returncode == DISK
    assert "larger than is allowed" in result.stdout
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def disk(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Path]:
    """A small disk of its own, mounted with the options that the test asks for."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", request.param, "tmpfs", str(folder)], capture_output=True)
    if mounted.returncode:
        pytest.skip("nothing can be mounted here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


@needs_root
@pytest.mark.parametrize("disk", ["size=64k"], indirect=True)
def test_a_full_disk_is_said_and_the_files_on_it_stay_whole(disk: Path) -> None:
    results = [save(disk / f"{number}.md") for number in range(8)]
    assert [result.returncode for result in results][:2] == [0, 0]
    assert results[-1].returncode == DISK
    assert "the disk is full; free some space" in results[-1].stdout
    assert {path.read_bytes() for path in disk.iterdir()} == {NEW}


@needs_root
@pytest.mark.parametrize("disk", ["ro"], indirect=True)
def test_a_read_only_disk_is_said_before_the_interview(disk: Path) -> None:
    result = save(disk / "sessions", doing="check_writable(path)")
    assert result.returncode == PERMISSION
    assert "read but not written" in result.stdout


@needs_root
@pytest.mark.parametrize("doing", ["check_writable(path.parent)", CREATE, REPLACE])
def test_a_folder_of_somebody_else_is_said(doing: str) -> None:
    # Python drops its rights itself: nobody can neither start this Python nor look into root's tmp_path.
    nobody = "__import__('os').setresgid(65534, 65534, 65534), __import__('os').setresuid(65534, 65534, 65534), "
    folder = Path("/tmp") / f"circle-faults-{os.getpid()}"  # noqa: S108 (made exclusively, and removed)
    folder.mkdir(mode=0o755)
    try:
        (folder / "a.md").write_bytes(OLD)
        result = save(folder / "a.md", doing=nobody + doing)
        assert result.returncode == PERMISSION, result
        assert "you are not allowed to write here" in result.stdout
        assert [(path.name, path.read_bytes()) for path in folder.iterdir()] == [("a.md", OLD)]
    finally:
        shutil.rmtree(folder)


def test_twenty_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    doing = "for n in range(5): create(Path(sys.argv[1]) / f'{sys.argv[2]}-{n}.md', new)"
    writers = [(None, (str(tmp_path / "s"), str(writer))) for writer in range(20)]
    assert in_copies(LOADED, doing, writers, at_once=True) == [(0, "")] * 20
    kept = list((tmp_path / "s").iterdir())
    assert len(kept) == 100
    assert {path.read_bytes() for path in kept} == {NEW}


def test_of_twenty_writers_of_one_name_one_gets_it_and_the_others_know(tmp_path: Path) -> None:
    work = BEGIN + "create(path, sys.argv[2].encode() * 9999)" + END
    writers = [(None, (str(tmp_path / "a.md"), str(writer))) for writer in range(20)]
    done = in_copies(LOADED, work, writers, at_once=True)
    assert sorted(code for code, _ in done) == [0] + [99] * 19
    assert len(list(tmp_path.iterdir())) == 1
