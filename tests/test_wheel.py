"""The wheel alone, in an empty environment, outside any clone."""

import email
import os
import re
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
IDENTITY = {f"GIT_{who}_{what}": "jo@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make what `make dist` makes: the sdist, and of that alone the wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_carries_the_guidance_once_and_no_session(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    questions = [name for name in names if name.startswith("circle_cli/_guidance/questions/")]
    assert len(questions) == 8
    assert "circle_cli/_mkdocs.yml" in names
    lists = {"english.txt", "SCOWL-LICENCE.txt", "allowed.txt", "names.txt", "nicknames.txt", "writers.txt"}
    grammar = {path.stem for path in (ROOT / "circle_cli/identifiers/words/grammar").glob("*.txt")}
    words = {name.partition("/words/")[2] for name in names if name.startswith("circle_cli/identifiers/words/")}
    assert words == lists | {f"grammar/{name}.txt" for name in grammar}
    assert not [name for name in names if "sessions/" in name or name.startswith(("guidance/", "tests/"))]


def test_an_index_is_told_what_a_stranger_wants_to_know(wheel: Path) -> None:
    packed = zipfile.ZipFile(wheel)
    [name] = [each for each in packed.namelist() if each.endswith(".dist-info/METADATA")]
    told = email.message_from_bytes(packed.read(name))
    assert (told["Name"], told["License-Expression"]) == ("circle-cli", "MIT AND CC-BY-4.0")
    assert told["Requires-Python"] and told["Summary"] and told["Author"] and told["Keywords"]
    assert told["Description-Content-Type"] == "text/markdown"
    licences = [name.replace("METADATA", f"licenses/{each}") for each in told.get_all("License-File")]
    assert len(licences) == 2 and {*licences, "circle_cli/py.typed"} <= {*packed.namelist()}
    links = [each.partition(", ")[2] for each in told.get_all("Project-URL")]
    links += re.findall(r"\]\(([^)]*)\)", told.get_payload())
    assert [each for each in links if not each.startswith("https://") or "example" in each] == []


def test_the_sdist_carries_what_the_wheel_is_made_of_and_no_session(wheel: Path) -> None:
    [sdist] = wheel.parent.glob("*.tar.gz")
    names = [name.partition("/")[2] for name in tarfile.open(sdist).getnames()]
    assert {"LICENSE", "README.md", "pyproject.toml", "mkdocs.yml", "guidance/questions/safety.md"} <= {*names}
    assert [name for name in names if name.startswith(("sessions", "tests", ".git/"))] == []


def needed(requires: Sequence[str]) -> Iterator[Distribution]:
    """Give what somebody needs who says this, and what that needs in turn, as it is installed here."""
    found, wanted = set(), [Requirement(each) for each in requires]
    while wanted:
        each = wanted.pop()
        name = canonicalize_name(each.name)
        if name not in found and (each.marker is None or each.marker.evaluate({"extra": ""})):
            there = distribution(name)
            assert each.specifier.contains(there.version, prereleases=True), f"{each}: {there.version} is installed"
            assert not each.extras, f"{each}: what its extras need should be looked for, too"
            found.add(name)
            wanted += map(Requirement, there.requires or ())
            yield there


def lend(there: Distribution, packages: Path) -> None:
    """Link a package from here into that environment; to have pip unpack it once more takes most of the time."""
    for top in {path.parts[0] for path in there.files or ()} - {"..", "__pycache__"}:
        (packages / top).symlink_to(Path(str(there.locate_file(top))))


def test_the_installed_wheel_reflects_outside_any_clone(wheel: Path, tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(tmp_path / "venv")], check=True)
    scripts = tmp_path / "venv" / ("Scripts" if os.name == "nt" else "bin")
    pip = [sys.executable, "-m", "pip", "--python", scripts / "python", "--disable-pip-version-check", "--quiet"]
    subprocess.run([*pip, "install", "--no-compile", "--no-index", "--no-deps", wheel], check=True)
    (packages,) = (tmp_path / "venv").glob("Lib/site-packages" if os.name == "nt" else "lib/*/site-packages")
    (itself,) = Distribution.discover(name="circle-cli", path=[str(packages)])
    for each in needed(itself.requires or ()):
        lend(each, packages)
    home = tmp_path / "home"
    home.mkdir()
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "CIRCLE", "PYTHON"))}
    env = {**kept, **IDENTITY, "HOME": str(home)}

    def circle(*arguments: str) -> str:
        done = subprocess.run(
            [scripts / "circle", *arguments], cwd=home, env=env, check=True, capture_output=True, text=True, timeout=120
        )
        return done.stdout

    path = Path(circle("reflect", "--from", str(ROOT / "examples" / "handover.yml")).strip())
    assert path.is_relative_to(home)
    assert "## How would others see it? {#perspectives}" in path.read_text(encoding="utf-8")
    assert "The handover that held" in circle("list")
    log, copy, nobody = path.parents[2], tmp_path / "copy", tmp_path / "nobody"
    circle("--log", str(log), "init", "--ci", "github", str(log))
    run_as_ci(log, copy, nobody, {**kept, "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}"}, packages)
    assert (copy / "site" / "questions" / "safety.html").is_file()


def run_as_ci(log: Path, copy: Path, nobody: Path, env: Mapping[str, str], packages: Path) -> None:
    """Do what the log's file for GitHub says, in a copy of its last commit, where nobody is known to git."""
    subprocess.run(["git", "clone", "-q", "--depth", "1", log.as_uri(), str(copy)], check=True)
    lend(distribution("pip"), packages)
    nobody.mkdir()
    told = yaml.safe_load((copy / ".github/workflows/circle.yml").read_text(encoding="utf-8"))
    alone = {**env, **told["env"], "HOME": str(nobody), "CI": "true", "PIP_NO_INDEX": "1"}
    commands = [step["run"] for step in told["jobs"]["check"]["steps"] if "run" in step]
    assert [each for each in commands if "pip" in each] and "circle check" in commands
    for each in commands:
        subprocess.run(["bash", "-ec", each], cwd=copy, env=alone, check=True, stdin=subprocess.DEVNULL, timeout=120)
