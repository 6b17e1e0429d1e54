"""Has what a log changes of its site read as the building of it does: links, menu, settings."""

from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from circle_cli.commands.checking.found.problem import Problem, malformed
from circle_cli.errors import CircleError
from circle_cli.own_words.pages import GUIDANCE
from circle_cli.own_words.reading import own_words
from circle_cli.own_words.site import OF_SITE
from circle_cli.packed import packed
from circle_cli.system.no_links import is_there
from circle_cli.text import text_of


def look_at_site(log_root: Path, found: Collection[Problem]) -> Iterator[Problem]:
    """Find what MkDocs would stop at, where nothing is `found` already; an error only if there is nothing at all."""
    if not _is_changed(log_root):
        return
    from circle_cli.site.rehearsal import rehearse

    rehearsed = rehearse(log_root)
    places = {(each.path, each.line) for each in found}
    for error in rehearsed.warned:
        problem = malformed(error, str(log_root / OF_SITE))
        if (problem.path, problem.line) not in places:
            yield replace(problem, what=error.what)
    if rehearsed.stopped and not found and not rehearsed.warned:
        yield malformed(rehearsed.stopped, str(log_root / GUIDANCE))


def _is_changed(log_root: Path) -> bool:
    """Tell whether a log's site has anything of its own but learning points."""
    with suppress(CircleError):
        settings = log_root / OF_SITE
        same = not is_there(settings) or text_of(settings) == text_of(packed(OF_SITE))
        return not same or bool(own_words(log_root))
    return True
