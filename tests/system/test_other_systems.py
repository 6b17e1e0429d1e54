"""The program can at least be started where Windows would start it, and so can its tests."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from systems import MODULES, OF_POSIX

ROOT = Path(__file__).parents[2]
NAMED = re.compile(rf"\b(?:{'|'.join(MODULES)})\b")

AS_WINDOWS_WOULD = f"""
import sys, pkgutil, types
from importlib import import_module
import circle_cli
names = [each.name for each in pkgutil.walk_packages(circle_cli.__path__, "circle_cli.") if "__main__" not in each.name]
for name in names:
    import_module(name)  # what is not ours is loaded now, and stays as it is here
for name in list(sys.modules):
    if name.startswith("circle_cli"):
        del sys.modules[name]
for name in {sorted(MODULES)}:
    sys.modules[name] = None
sys.modules["msvcrt"] = types.ModuleType("msvcrt")
sys.platform = "win32"
import os, signal
for gone in ("O_NOFOLLOW", "O_DIRECTORY", "O_NONBLOCK", "geteuid", "getuid", "fork", "killpg", "fchmod", "mkfifo"):
    delattr(os, gone)
for gone in ("SIGHUP", "SIGKILL", "SIGCONT", "SIGTSTP", "SIGALRM", "SIGPIPE"):
    delattr(signal, gone)
for name in names:
    import_module(name)
"""


def test_every_module_can_be_loaded_without_what_windows_has_not() -> None:
    done = subprocess.run([sys.executable, "-c", AS_WINDOWS_WOULD], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def at_once(path: Path) -> Iterator[str]:
    """Give the names of the modules that a file imports as soon as it is loaded; none if no such name is in it."""
    text = path.read_text(encoding="utf-8")
    for node in ast.parse(text).body if NAMED.search(text) else ():
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def test_every_test_can_be_collected_there() -> None:
    files = sorted((ROOT / "tests").rglob("*.py"))
    assert [(path.name, found) for path in files if (found := MODULES & set(at_once(path)))] == []


def test_what_is_left_out_there_is_still_here() -> None:
    assert [place for place in OF_POSIX if not (ROOT / "tests" / place).exists()] == []
