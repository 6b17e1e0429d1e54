"""`circle init --ci`: a file that whoever keeps git repositories can read, whose commands work where nobody is."""

import os
import re
import subprocess
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from copied import lay_down
from making import POINT, ROOT, git, notice, publish
from running import run_here

from circle_cli import __version__
from circle_cli.commands.running.ci import _PLACES as PLACES
from circle_cli.log.start import start_log
from circle_cli.points.notices import render_notice
from circle_cli.points.record import Withdrawn
from circle_cli.vocabulary import Ci, LogKind

Run = Callable[..., Any]
SCHEMAS = {
    Ci.GITHUB: ("vendor.github-workflows",),
    Ci.GITLAB: ("vendor.gitlab-ci", "--data-transform", "gitlab-ci"),
    Ci.AZURE: ("vendor.azure-pipelines", "--data-transform", "azure-pipelines", "--regex-variant", "nonunicode"),
}
EVERY = [(ci, kind) for ci in Ci for kind in (LogKind.TEAM, LogKind.BASE)]
GONE = f"guidance/withdrawn/{POINT.id}.md"
SENDS = ("upload-pages", "deploy-pages", "artifacts", "publish:", "StaticWebApp", "git push")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Callable[[LogKind], Path]:
    """Gives a log of a kind with the file of each place in it, made once; these tests only look at them."""
    folder = tmp_path_factory.mktemp("made")

    @cache
    def make(kind: LogKind) -> Path:
        root = folder / kind
        for ci in Ci:
            done = run_here("init", f"--{kind}", "--ci", ci, str(root), cwd=folder)
            assert done.returncode == 0, done.stderr
            assert str(root / PLACES[ci]) in done.stdout and "circle-cli==" in done.stderr
        return root

    return make


def commands_in(value: Any) -> Iterator[str]:
    """Give every command of a file that a place runs, in the order in which they stand there."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in ("run", "script"):
                yield from (inner,) if isinstance(inner, str) else inner
            else:
                yield from commands_in(inner)
    for inner in value if isinstance(value, list) else ():
        yield from commands_in(inner)


@pytest.mark.parametrize(("ci", "kind"), EVERY, ids=str)
def test_a_file_is_as_its_place_says_that_it_has_to_be(made: Callable[[LogKind], Path], ci: Ci, kind: LogKind) -> None:
    checking = pytest.importorskip("check_jsonschema")
    with pytest.raises(SystemExit) as ended:
        checking.main(["--builtin-schema", *SCHEMAS[ci], "--", str(made(kind) / PLACES[ci])])
    assert not ended.value.code


@pytest.mark.parametrize(("ci", "kind"), EVERY, ids=str)
def test_only_a_base_is_published_and_every_log_is_checked(
    made: Callable[[LogKind], Path], ci: Ci, kind: LogKind
) -> None:
    text = (made(kind) / PLACES[ci]).read_text(encoding="utf-8")
    assert any(sends in text for sends in SENDS) == (kind is LogKind.BASE)
    assert f'CIRCLE: "circle-cli=={__version__}"' in text and "@" not in re.sub(r"@v?\d", "", text)
    commands = [*commands_in(yaml.safe_load(text))]
    assert {"circle check", "circle site"} <= {*commands}
    assert ("circle review --withdrawals --require-commit" in "\n".join(commands)) == (kind is LogKind.BASE)
    assert all(len(line) <= 120 for line in text.splitlines())
    assert git(made(kind), "status", "--porcelain") == ""


def taken_back(base: Path) -> None:
    """Put a learning point into a base, and a branch that came in and takes it out again."""
    publish(base, tried=())
    git(base, "add", ".")
    git(base, "commit", "-qm", "One")
    git(base, "checkout", "-qb", "in/aaaa")
    (base / "guidance/withdrawn").mkdir()
    (base / GONE).write_text(render_notice(Withdrawn(id=POINT.id, year=2026)), encoding="utf-8")
    (base / f"guidance/learning-points/{POINT.id}.md").write_text(notice(POINT.id), encoding="utf-8")
    git(base, "add", ".")
    git(base, "commit", "-qm", "Withdraw")
    git(base, "checkout", "-q", "main")


@pytest.mark.parametrize("ci", Ci)
def test_the_commands_for_a_base_work_in_a_copy_of_the_last_commit_where_nobody_is(
    made: Callable[[LogKind], Path], circle: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ci: Ci
) -> None:
    """The site is built once, for the three; that of a team's log in `tests/test_wheel.py`, from the wheel."""
    base, bare, copy = lay_down(made(LogKind.BASE), tmp_path / "base"), tmp_path / "there.git", tmp_path / "copy"
    taken_back(base)
    git(base, "clone", "-q", "--bare", str(base), str(bare))
    git(bare, "clone", "-q", "--depth", "1", bare.as_uri(), str(copy))
    assert (copy / ".git/shallow").exists()
    (tmp_path / "nobody").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "nobody"))
    monkeypatch.setenv("CI", "true")
    for command in commands_in(yaml.safe_load((copy / PLACES[ci]).read_text(encoding="utf-8"))):
        for line in command.splitlines():
            if line == "circle site" and (ci is not Ci.GITLAB or (copy / "site/index.html").exists()):
                continue
            if line.startswith("circle "):
                done = circle(*line.split()[1:], cwd=copy)
                assert done.returncode == 0, done.stderr
            elif "pip" not in line:
                subprocess.run(
                    ["bash", "-ec", line], cwd=copy, check=True, env={**os.environ, "GIT_TERMINAL_PROMPT": "0"}
                )
    assert "withdrawn" in git(bare, "show", f"main:{GONE}") and POINT.title not in git(bare, "grep", "-h", "", "main")
    assert (copy / "public/index.html").is_file() == (ci is Ci.GITLAB)


def test_a_file_that_is_there_is_never_overwritten_and_a_second_time_nothing_happens(
    circle: Run, log: Path, tmp_path: Path
) -> None:
    (log / ".gitlab-ci.yml").write_text("mine: {script: [x]}\n", encoding="utf-8")
    done = circle("init", "--ci", "gitlab", str(log))
    assert done.returncode == 2 and "nothing was overwritten" in done.stderr
    assert (log / ".gitlab-ci.yml").read_text(encoding="utf-8") == "mine: {script: [x]}\n"
    new = tmp_path / "new"
    new.mkdir()
    (new / "azure-pipelines.yml").write_text("steps: []\n", encoding="utf-8")
    assert circle("init", "--ci", "azure", str(new)).returncode == 2
    assert [*new.iterdir()] == [new / "azure-pipelines.yml"]
    assert circle("init", "--ci", "github", cwd=log).returncode == 0
    before = git(log, "rev-parse", "HEAD")
    done = circle("init", "--ci", "github", cwd=log)
    assert (done.returncode, git(log, "rev-parse", "HEAD")) == (0, before) and "just the same" in done.stderr


def test_a_log_that_is_there_keeps_its_kind_and_its_branch(circle: Run, tmp_path: Path) -> None:
    base = tmp_path / "base"
    assert start_log(base, kind=LogKind.BASE).done
    git(base, "branch", "-m", "main", "trunk/2")
    assert circle("init", "--ci", "github", str(base)).returncode == 0
    assert "refs/heads/trunk/2'" in (base / PLACES[Ci.GITHUB]).read_text(encoding="utf-8")
    assert circle("init", "--ci", "github", "--team", str(base)).returncode == 2


def test_the_folder_of_githubs_files_is_taken_for_no_log(circle: Run, log: Path) -> None:
    assert circle("init", "--ci", "github", cwd=log).returncode == 0
    done = circle("check", cwd=log / ".github/workflows")
    assert done.returncode == 0 and "All is well" in done.stderr, done.stderr


def test_the_hook_for_pre_commit_is_as_that_wants_it_and_names_a_command_that_there_is(circle: Run, log: Path) -> None:
    """Where pre-commit is installed, by its own reading of the file."""
    path = ROOT / ".pre-commit-hooks.yaml"
    (hook,) = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert hook["language"] == "python" and hook["pass_filenames"] is False and hook["id"] == "circle-check"
    program, *words = hook["entry"].split()
    assert program == "circle" and circle(*words, cwd=log).returncode == 0
    pytest.importorskip("pre_commit.clientlib").load_manifest(path)
