"""Tests compiled once: of several processes that would all do it at once, one does it, and the others wait for it."""

import os
import tempfile
import time
from pathlib import Path

import pytest

FEW = 40
"""Files that each process may as well compile for itself."""
PATIENCE = 60  # seconds; whoever should have done it may be gone


def compiled_first(config: pytest.Config, tests: Path) -> None:
    """Wait until the first process has collected all tests, where many of them have never been compiled."""
    if os.environ.get("PYTEST_XDIST_WORKER", "gw0") == "gw0" or config.getoption("collectonly") or not _are_new(tests):
        return
    end = time.monotonic() + PATIENCE
    while not _mark().exists() and time.monotonic() < end:
        time.sleep(0.1)


def compiled_now() -> None:
    """Tell the others."""
    if os.environ.get("PYTEST_XDIST_WORKER") == "gw0":
        _mark().touch()


def forget_mark() -> None:
    """Leave nothing of it behind."""
    if os.environ.get("PYTEST_XDIST_WORKER") == "gw0":
        _mark().unlink(missing_ok=True)


def _mark() -> Path:
    return Path(tempfile.gettempdir()) / f"circle-compiled-{os.environ['PYTEST_XDIST_TESTRUNUID']}"


def _are_new(tests: Path) -> bool:
    files = [path for path in tests.rglob("test_*.py") if not _is_compiled(path)]
    return len(files) > FEW


def _is_compiled(path: Path) -> bool:
    made = path.stat().st_mtime
    return any(each.stat().st_mtime >= made for each in (path.parent / "__pycache__").glob(f"{path.stem}.*pytest*.pyc"))
