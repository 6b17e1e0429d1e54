"""Puts a fault into each system call of some work in turn: one Python under strace, and a copy of it for each call.

To start a program for each takes ten times as long as what it does. A copy makes as many calls beforehand as it needs
for its own to be the one that strace waits for; the Python that is copied, and what the work starts, make fewer.
"""

import json
import os
import subprocess
import sys
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

NOWHERE = 9999
"""No file that is open."""
CALLS: dict[str, Callable[[], object]] = {
    "openat": lambda: os.close(os.open(os.devnull, os.O_RDONLY)),
    "write": lambda: os.write(NOWHERE, b""),
    "fsync": lambda: os.fsync(NOWHERE),
    "link": lambda: os.link("", ""),
    "unlink": lambda: os.unlink(""),  # noqa: PTH108  # nothing but the call, here and below
    "mkdir": lambda: os.mkdir(""),  # noqa: PTH102
    "rename": lambda: os.rename("", ""),  # noqa: PTH104
}
"""What may fail, and how to make the call without doing anything."""
STRUCK = dict.fromkeys(CALLS, 60) | {"openat": 1000}
"""The how manieth of its kind has the fault."""

QUICK = ("--seccomp-bpf",)
"""Stops no process for other calls."""

Struck = tuple[str, int]
"""A call, and the how manieth of its kind that the work makes."""
Done = tuple[int, str]
"""How a copy ended, and what it said."""


def calls_of(setup: str, doing: str, arguments: Sequence[str], trace: Path, *also: str) -> list[Struck]:
    """Give the calls that the work makes when nothing fails."""
    tracer = ("strace", "-f", *QUICK, "-o", str(trace), "-e", f"trace={','.join(CALLS)}", *also)
    [(code, said)] = in_copies(setup, doing, [(None, arguments)], tracer)
    assert code == 0, said
    lines = trace.read_text("utf-8", "replace").splitlines()
    copy = next(line.split()[0] for line in lines if f'"{BEGUN}' in line)
    seen: Counter[str] = Counter()
    found = []
    for line in lines[next(at for at, line in enumerate(lines) if f'"{BEGUN}' in line) + 1 :]:
        process, call = line.split(maxsplit=1)
        name = call.split("(")[0]
        if process == copy and name in CALLS:
            seen[name] += 1
            found.append((name, seen[name]))
    return found


def with_fault(
    setup: str, doing: str, fault: str, tried: Iterable[tuple[Struck, Sequence[str]]], *also: str
) -> list[Done]:
    """Do the work once for each call, with its own arguments and the fault in that one call."""
    tried = list(tried)
    injected = [
        word
        for call in dict.fromkeys(call for (call, _), _ in tried)
        for word in ("-e", f"inject={call}:{fault}:when={STRUCK[call]}")
    ]
    quick = () if fault.startswith("signal") else QUICK  # strace 6.1 would send none then
    tracer = ("strace", "-f", *quick, "-o", os.devnull, "-e", f"trace={','.join(CALLS)}", *also, *injected)
    return in_copies(setup, doing, tried, tracer)


def in_copies(
    setup: str,
    doing: str,
    tried: Sequence[tuple[Struck | None, Sequence[str]]],
    before: Sequence[str] = (),
    *,
    at_once: bool = False,
) -> list[Done]:
    """Load what the work needs, and do it in a copy for each; `before` says under what."""
    python = [sys.executable, "-c", "import faulted; faulted.serve()"]
    told = json.dumps({"setup": setup, "doing": doing, "tried": tried, "at_once": at_once})
    path = os.pathsep.join((str(Path(__file__).parent), str(Path(__file__).parents[2])))
    done = subprocess.run(
        [*before, *python],
        input=told,
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, "PYTHONPATH": path},
    )
    assert done.returncode == 0, done.stderr
    return [(code, said) for code, said in json.loads(done.stdout)]


BEGUN = "/the work begins"
"""A file that is not there: where it is looked for, the trace of a copy begins."""


def serve() -> None:
    """Be the Python that is copied."""
    told, answer = json.load(sys.stdin), os.dup(1)
    os.dup2(2, 1)  # what is said while the work is loaded is no answer
    known: dict[str, Any] = {}
    exec(told["setup"], known)  # noqa: S102  # the test's own words
    doing = compile(told["doing"], "the work", "exec")
    copies = []
    for struck, arguments in told["tried"]:
        ends = os.pipe()
        pid = os.fork()
        if not pid:
            _be_a_copy(ends[1], known, doing, struck, arguments)
        os.close(ends[1])
        copies.append((pid, ends[0]))
        if not told["at_once"]:
            copies[-1] = _ended(*copies[-1])
    with os.fdopen(answer, "w") as file:
        json.dump([_ended(*each) for each in copies] if told["at_once"] else copies, file)


def _ended(pid: int, said: int) -> Done:
    with os.fdopen(said, "rb") as file:
        words = file.read().decode("utf-8", "replace")
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), words


def _be_a_copy(told: int, known: dict[str, Any], doing: Any, struck: Struck | None, arguments: Sequence[str]) -> None:
    code = 1
    try:
        os.dup2(told, 1)
        os.dup2(told, 2)
        sys.argv = ["the work", *arguments]
        with suppress(OSError):
            os.open(BEGUN, os.O_RDONLY)
        call, number = struck or ("openat", STRUCK["openat"])
        for _ in range(STRUCK[call] - number - (call == "openat")):
            with suppress(OSError):
                CALLS[call]()
        exec(doing, known)  # noqa: S102
        code = 0
    except SystemExit as ended:
        code = int(ended.code or 0)
    except BaseException:
        traceback.print_exc()
    finally:
        with suppress(OSError):
            sys.stdout.flush()
        os._exit(code)
