"""`circle site`, killed: there is a whole site at any moment, and the next build clears up after the last."""

import re
import shutil
from collections.abc import Callable, Hashable
from pathlib import Path

from killing.beforehand import approved, make
from killing.place import Place
from killing.target import Target

_LEFT = ("log/.site-*", ".circle-export-*", "log/.circle/old-site", ".local/**/.*.tmp-*")


def built_again(folder: Path) -> Target:
    """Make ready a log whose site was built before."""
    return _target(folder, "site", ("site",), "log/site", lambda place: place.circle("site", apart=True))


def exported(folder: Path) -> Target:
    """Make ready a log whose pages are written for another builder."""
    return _target(folder, "site --export", ("site", "--export", "../out"), "out", lambda _: None)


def _target(folder: Path, name: str, command: tuple[str, ...], made: str, before: Callable[[Place], object]) -> Target:
    place = make(folder / "home")
    approved(place)
    before(place)
    pattern = folder / "pattern"
    shutil.copytree(place.home, pattern, symlinks=True)
    old = _site(place, made)

    def start(place: Place, **how: object) -> None:
        env = how.get("env")
        place.circle(*command, env=env, apart=True)  # type: ignore[arg-type]  # as `typed` has it

    start(place)
    new = _site(place, made)
    if not new:
        raise SystemExit(f"{name}: it does not even work without a kill")

    def look(place: Place, *, heard: bool) -> set[str]:
        if (whole := _site(place, made)) == new and made == "out":
            return set()  # an export that is there already is not made again
        wrong = set() if whole in (old, new) else {"torn: the site is neither the old one nor the new"}
        if said := place.git("status", "--porcelain", "-uall", "--", ":!*.gitignore*").stdout:
            wrong.add(f"unsaid: {said!r}")
        start(place)
        left = [path for pattern in _LEFT for path in place.home.glob(pattern)]
        if left or _site(place, made) != new:
            wrong.add(f"left: {left}")
        return wrong

    def state(place: Place) -> Hashable:
        own = place.home.glob(".local/**/*")
        names = (re.sub(r"-\w+$", "-", path.name) for path in (*place.home.iterdir(), *place.log.iterdir(), *own))
        found = (*place.home.glob(".circle*/*gitignore*"), *place.log.glob(".*/*gitignore*"))
        marks = ((path.parent.name[:6], path.stat().st_size) for path in found)
        return frozenset(names), frozenset(marks), _site(place, made)

    return Target(name=name, pattern=pattern, start=start, look=look, state=state)


def _site(place: Place, made: str) -> frozenset[tuple[str, int]]:
    """Give the files of what was made, by name and size."""
    folder = place.home / made
    files = (path for path in folder.rglob("*") if path.is_file())
    return frozenset((path.relative_to(folder).as_posix(), path.stat().st_size) for path in files)
