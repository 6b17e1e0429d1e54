"""Runs `circle` without a terminal: here, in the process of the test, or in a process of its own."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from circle_cli.__main__ import main

Ended = subprocess.CompletedProcess[str]
Run = Callable[..., Ended]
LIMIT = 60  # seconds for one command: a hang is a failure, not a wait


def run_here(*arguments: str, cwd: Path, stdin: str | bytes = "", env: Mapping[str, str] | None = None) -> Ended:
    """Run a command as the program's start does, without what it takes to load it: most of its time."""
    out, err = (TextIOWrapper(BytesIO(), encoding="utf-8") for _ in range(2))
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(cwd)
        patch.setattr(sys, "argv", ["circle", *arguments])
        patch.setattr(sys, "stdin", TextIOWrapper(BytesIO(_bytes(stdin)), encoding="utf-8"))
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", err)
        for name, value in (env or {}).items():
            patch.setenv(name, value)
        try:
            main()
            code = 0
        except SystemExit as ended:
            code = int(ended.code or 0)
    return Ended(arguments, code, _text(out), _text(err))


def run_apart(*arguments: str, cwd: Path, stdin: str | bytes = "", env: Mapping[str, str] | None = None) -> Ended:
    """Run a command in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "circle_cli", *arguments],
        input=_bytes(stdin),
        capture_output=True,
        cwd=cwd,
        env={**os.environ, **(env or {})},
        timeout=LIMIT,
        check=False,
    )
    return Ended(arguments, done.returncode, *(said.decode("utf-8", "replace") for said in (done.stdout, done.stderr)))


def _bytes(text: str | bytes) -> bytes:
    return text.encode("utf-8", "surrogateescape") if isinstance(text, str) else text


def _text(stream: TextIOWrapper) -> str:
    stream.flush()
    return stream.buffer.getvalue().decode("utf-8", "replace")  # type: ignore[attr-defined]  # made above, of bytes
