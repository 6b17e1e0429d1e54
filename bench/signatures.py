"""Prints what verifying approvals costs, as ratios measured in one run: `python bench/signatures.py [--points N]`.

x is reading the same learning points without their signatures; beside it, one `ssh-keygen -Y verify` for each, of which
a hundred are started and the rest reckoned.
"""

import argparse
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1] / "examples"))
from invented_points import publish
from signed import known

from circle_cli.points.approval import approval_fault, statement
from circle_cli.points.file import read_point
from circle_cli.points.record import LearningPoint
from circle_cli.signing.readers import APPROVAL, READERS

STARTED = 100


def main() -> None:
    """Measure, and print."""
    count = _count()
    with TemporaryDirectory() as place:
        log = Path(place)
        publish(log, count)
        paths = sorted((log / "guidance" / "learning-points").glob("*.md"))
        points = [point for path in paths if isinstance(point := read_point(path), LearningPoint)]
        read = _seconds(lambda: [read_point(path) for path in paths])
        readers = known()
        verified = _seconds(lambda: [approval_fault(point, readers) for point in points])
        started = _seconds(lambda: [_ssh_keygen(log, point) for point in points[:STARTED]]) * count / STARTED
    print(f"{count} learning points, each signature verified in the process: {verified / read:.2f} x reading them")
    print(f"one program start for each: {started / read:.1f} x (of {STARTED}); {started / verified:.0f} x the process")


def _ssh_keygen(log: Path, point: LearningPoint) -> None:
    if point.approval is None:
        raise AssertionError("each is approved")
    signature = log / "signature"
    armour = f"-----BEGIN SSH SIGNATURE-----\n{point.approval.signature}\n-----END SSH SIGNATURE-----\n"
    signature.write_text(armour, encoding="ascii")
    words = ["ssh-keygen", "-Y", "verify", "-f", log / READERS, "-I", known().readers[0].name, "-n", APPROVAL]
    subprocess.run(
        [*words, "-s", signature], input=statement(point, point.approval), check=True, stdout=subprocess.DEVNULL
    )


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _count() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--points", type=int, default=10_000)
    return max(int(parser.parse_args().points), STARTED)


if __name__ == "__main__":
    main()
