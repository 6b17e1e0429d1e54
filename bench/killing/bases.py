"""A base beside a log, and what came in to it."""

from making import notice, publish
from signed import admit

from circle_cli.points.notices import render_notice
from circle_cli.points.record import Withdrawn
from killing.beforehand import HOW_IT_WENT, approved
from killing.place import Place

SEND = ("--log", "{home}/editor", "publish", "--to", "{home}/base.git", "--confirm", "yes")
SAME = ("--log", "{home}/editor", "same", "k3f9abcd", "mmmmabcd")
TRIED = ("--log", "{home}/editor", "tried", "k3f9abcd", *HOW_IT_WENT)
WITHDRAWALS = ("--log", "{home}/editor", "review", "--withdrawals", "--require-commit")


def with_base(place: Place) -> None:
    """Have something approved, and a base to send it to."""
    approved(place)
    editor, bare = str(place.home / "editor"), str(place.home / "base.git")
    place.circle("init", "--base", editor)
    place.git("clone", "-q", "--bare", editor, bare)


def with_base_named(place: Place) -> None:
    """Have it said to which base the log publishes, whose learning points it has not got."""
    (place.log / "circle.yml").write_text(f"base: {place.home / 'base.git'}\n")
    place.git("commit", "-qam", "Our base")


def told_in_base(place: Place) -> None:
    """Have it told in a copy of a base how something there went."""
    two_in_base(place)
    editor, bare = str(place.home / "editor"), str(place.home / "base.git")
    place.git("clone", "-q", "--bare", editor, bare)
    place.circle(*(word.format(home=place.home) for word in TRIED))


def came_in(place: Place) -> None:
    """Have that sent, and there for the base's editor."""
    with_base(place)
    place.circle("publish", "--to", str(place.home / "base.git"), "--confirm", "yes")
    fetched = "refs/heads/in/*:refs/remotes/origin/in/*"
    place.git("-C", str(place.home / "editor"), "fetch", "-q", str(place.home / "base.git"), fetched)


def two_in_base(place: Place) -> None:
    """Have two learning points in a base."""
    editor = place.home / "editor"
    place.circle("init", "--base", str(editor))
    admit(editor)
    for id_ in ("k3f9abcd", "mmmmabcd"):
        publish(editor, id=id_, tried=())
    _committed(place, "Two")


def asked_to_go(place: Place) -> None:
    """Have it asked that both are withdrawn."""
    two_in_base(place)
    editor = place.home / "editor"
    for id_ in ("k3f9abcd", "mmmmabcd"):
        place.git("-C", str(editor), "checkout", "-q", "-b", f"in/{id_}", "main")
        (editor / "guidance" / "withdrawn").mkdir(exist_ok=True)
        (editor / "guidance" / "withdrawn" / f"{id_}.md").write_text(render_notice(Withdrawn(id=id_, year=2026)))
        (editor / "guidance" / "learning-points" / f"{id_}.md").write_text(notice(id_))
        _committed(place, "Gone")
    place.git("-C", str(editor), "checkout", "-q", "main")


def _committed(place: Place, message: str) -> None:
    place.git("-C", str(place.home / "editor"), "add", ".")
    place.git("-C", str(place.home / "editor"), "commit", "-qm", message)


def withdrawn_there(place: Place) -> None:
    """Have the log's own learning point withdrawn in the base to which it publishes."""
    with_base(place)
    with_base_named(place)
    editor = place.home / "editor"
    (point,) = (path.stem for path in (place.log / "guidance" / "learning-points").glob("*.md"))
    (editor / "guidance" / "withdrawn").mkdir(parents=True, exist_ok=True)
    (editor / "guidance" / "withdrawn" / f"{point}.md").write_text(render_notice(Withdrawn(id=point, year=2026)))
    _committed(place, "Gone")
    place.git("-C", str(editor), "push", "-q", str(place.home / "base.git"), "HEAD:main")
