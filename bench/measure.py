"""Times whole processes, in turn within each round, and a terminal's first words."""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

CIRCLE = (str(Path(sys.executable).with_name("circle")),)
"""As it is installed and typed: `python -m` takes Python another 3 ms."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """Something to time. `awaits` runs it on a terminal, and stops the clock when that text is on the screen."""

    arguments: Sequence[str]
    awaits: str = ""
    input: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One run: seconds by the clock and of the processor, its children's too, and the most memory it held, in MB."""

    seconds: float
    megabytes: float
    processor: float = 0.0


def rounds(commands: Mapping[str, Command], env: Mapping[str, str], cwd: Path, count: int) -> dict[str, list[Reading]]:
    """Run every command once per round, in turn, after a round to warm up."""
    readings: dict[str, list[Reading]] = {name: [] for name in commands}
    for number in range(count + 1):
        for name, command in commands.items():
            reading = (_on_terminal if command.awaits else alone)(command, env, cwd)
            if number:
                readings[name].append(reading)
    return readings


def alone(command: Command, env: Mapping[str, str], cwd: Path) -> Reading:
    """Run a command once."""
    start = time.perf_counter()
    child = subprocess.Popen(
        command.arguments, env=env, cwd=cwd, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    if child.stdin is None or child.stdout is None:
        raise RuntimeError("no pipes")
    child.stdin.write(command.input.encode())
    child.stdin.close()
    said = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise RuntimeError(f"{command.arguments}: {child.returncode}: {said.decode(errors='replace')}")
    return Reading(seconds=seconds, megabytes=_megabytes(usage), processor=usage.ru_utime + usage.ru_stime)


def _on_terminal(command: Command, env: Mapping[str, str], cwd: Path) -> Reading:
    import pty
    import signal

    start = time.perf_counter()
    pid, descriptor = pty.fork()
    if pid == 0:
        os.chdir(cwd)
        os.execve(command.arguments[0], list(command.arguments), dict(env))  # noqa: S606  # no shell wanted
    seen = b""
    while command.awaits.encode() not in seen:
        seen += os.read(descriptor, 65536)
    seconds = time.perf_counter() - start
    time.sleep(0.7)  # until the editor stands: for the memory, not the clock
    os.kill(pid, signal.SIGKILL)
    _, _, usage = os.wait4(pid, 0)
    os.close(descriptor)
    return Reading(seconds=seconds, megabytes=_megabytes(usage))


def _megabytes(usage: resource.struct_rusage) -> float:
    return usage.ru_maxrss / 1024
