"""Where a new site is made, and how it takes the old one's place: at no moment is there none.

A run that is killed leaves its workshop behind, and where the two cannot be exchanged in one step perhaps the old site
under another name. The next run clears the one away, and puts the other back.
"""

import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from circle_cli.locks import Lock, lock
from circle_cli.site.building.carried import take_along
from circle_cli.site.building.exchange import exchange
from circle_cli.system.files import ignore_all, leads_elsewhere

_PREFIX = ".site-"
_KEPT = Path(".circle") / "old-site"
"""The old site, while the new one takes its place, where the two cannot be exchanged."""

_DAY = 24 * 3600.0


@contextmanager
def workshop(log_root: Path, tell: Callable[[str], None]) -> Iterator[Path]:
    """Give a folder to make a site in, and see that it goes; what dead runs left is cleared away or put back first."""
    _put_back(log_root, tell)
    with room(log_root, _PREFIX, tell) as folder:
        yield folder


@contextmanager
def room(beside: Path, prefix: str, tell: Callable[[str], None]) -> Iterator[Path]:
    """Give a folder of its own to make something in, out of git's sight; what dead runs left there is cleared away."""
    for left in sorted(beside.glob(f"{prefix}*")):
        if left.is_dir() and not leads_elsewhere(left) and _is_dead(left):
            shutil.rmtree(left, ignore_errors=True)
            tell("An earlier build was stopped in the middle; what it left is cleared away.")
    with TemporaryDirectory(prefix=prefix, dir=beside, ignore_cleanup_errors=True) as made:
        folder = Path(made)
        ignore_all(folder)  # should we be killed, git does not see it
        with _held(folder):
            yield folder


def release(fresh: Path, site: Path, swap: Callable[[Path, Path], bool] = exchange) -> None:
    """Put a new site in the old one's place; what came before is then where the new one was made.

    Raises:
        OSError: the disk refused; the old site is as it was.
    """
    take_along(site, fresh)
    if not site.exists():
        fresh.rename(site)
    elif not swap(fresh, site):
        _by_turns(fresh, site)


def _by_turns(fresh: Path, site: Path) -> None:
    """Move the old site away and the new one there: whatever comes in between, the old one is put back."""
    kept = site.parent / _KEPT
    kept.parent.mkdir(mode=0o700, exist_ok=True)
    ignore_all(kept.parent)
    try:
        site.rename(kept)
        fresh.rename(site)
    except BaseException:
        if kept.exists() and not site.exists():
            kept.rename(site)
        raise
    shutil.rmtree(kept, ignore_errors=True)


def _put_back(log_root: Path, tell: Callable[[str], None]) -> None:
    """Put the old site back, if a run was killed after it had moved it away; else it is only rubbish."""
    kept, site = log_root / _KEPT, log_root / "site"
    if not kept.is_dir():
        return
    if site.exists():
        shutil.rmtree(kept, ignore_errors=True)
        return
    kept.rename(site)
    tell("An earlier build was stopped at its last step; the site from before it is back in its place.")


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    """Hold a folder, until the run ends in whatever way, so that another run can tell that it is in use."""
    if sys.platform == "win32":
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        lock(descriptor)
        yield
    finally:
        os.close(descriptor)


def _is_dead(folder: Path) -> bool:
    """Tell whether nobody is at work in a workshop; where folders cannot be locked, its age has to tell."""
    if sys.platform == "win32":
        return _is_old(folder)
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return False
    try:
        whose = lock(descriptor)
    finally:
        os.close(descriptor)
    return whose is Lock.OURS or (whose is Lock.NOBODYS and _is_old(folder))


def _is_old(folder: Path) -> bool:
    return time.time() - folder.stat().st_mtime > _DAY
