"""Turns a file of the guidance into the page that is shown: its body, and what its front matter holds.

What a question, role or mode page shows is made from its record, so that page and interview cannot differ.
"""

import html
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from markupsafe import Markup, escape

from circle_cli.front_matter.reading import read, split
from circle_cli.guidance.ours import MEANS, ours
from circle_cli.guidance.pages import heading_of
from circle_cli.guidance.records import Facilitator, Guidance, ModePage, Question, ReadinessCheck, RolePage
from circle_cli.site.drawing.inert import inert
from circle_cli.site.drawing.pages.home import HOME
from circle_cli.text import text_of

_MARK = re.compile(r"^<!-- ([a-z]+) -->[ \t]*$", re.MULTILINE)
_MARKED = re.compile(r"\(ours\\?\)")
_EXPLAINS = "sources.md"
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+.!-])")

_FACILITATOR = {
    Facilitator.NONE: "No facilitator is needed",
    Facilitator.NEEDED: "A facilitator is needed",
    Facilitator.SKILLED: "A skilled facilitator is needed",
}
_FOCUS = {
    "event": "one event in practice",
    "person": "a child or an adult you work with",
    "family": "a family you work with",
    "theme": "a theme",
    "research": "a piece of research",
    "interaction": "an interaction",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PageText:
    """A page as the site builder wants it; `meta` is safe to put into HTML as it is."""

    markdown: str
    meta: dict[str, Markup]


Marks = Mapping[str, Mapping[str, Markup]]
"""By page: what stands in the place of each of its marks, as one block of HTML without blank lines."""


def compose_pages(chosen: Mapping[str, Path], guidance: Guidance, marks: Marks) -> dict[str, PageText]:
    """Make every page, from the folder chosen for it; a mark of a page that is not in `marks` is not shown.

    Raises:
        CircleError: a page is malformed; file and line are named.
    """
    pages = {uri: _compose(folder / uri, uri, guidance, marks.get(uri, {})) for uri, folder in chosen.items()}
    return {uri: page if uri == _EXPLAINS else _explained(page, uri.count("/")) for uri, page in pages.items()}


def _compose(path: Path, uri: str, guidance: Guidance, marks: Mapping[str, Markup]) -> PageText:
    where = str(path)
    front, body = split(text_of(path), where)
    kind, _, stem = uri.removesuffix(".md").rpartition("/")
    match kind:
        case "questions":
            return _question(next(item for item in guidance.questions if item.id == stem), guidance, body)
        case "modes":
            return _mode(next(item for item in guidance.modes if item.id == stem), guidance, body)
        case "roles":
            return _role(next(item for item in guidance.roles if item.id == stem), guidance, body)
    title, description = heading_of(read(front, where, line_offset=1), stem)
    lists = _LISTS.get(stem, {})
    body = _MARK.sub(lambda mark: lists[mark[1]](guidance) if mark[1] in lists else _drawn(marks, mark[1]), body)
    if uri == HOME:  # its title is the site's own name
        return PageText(markdown=body, meta={"description": escape(description)})
    return _page(title, description, [body])  # it brings its own heading


def _explained(page: PageText, depth: int) -> PageText:
    """Say what the sign of what is ours means, below the block of a page in which it first stands."""
    blocks = page.markdown.split("\n\n")
    first = next((number for number, block in enumerate(blocks) if _MARKED.search(block)), None)
    if first is None:
        return page
    more = f"[What is ours]({'../' * depth}{_EXPLAINS}#what-is-ours)"
    return replace(page, markdown="\n\n".join((*blocks[: first + 1], f"*{MEANS} {more}*", *blocks[first + 1 :])))


def _drawn(marks: Mapping[str, Markup], mark: str) -> str:
    return inert(marks[mark]) if mark in marks else ""


def _question(question: Question, guidance: Guidance, body: str) -> PageText:
    count = len(guidance.questions)
    facts = [f"Question {question.order} of {count}", ours(f"About {question.minutes} minutes")]
    facts += ["For everyone in the group"] * question.everyone
    if question.quick:
        facts.append(ours(f"One of the {sum(item.quick for item in guidance.questions)} to take when time is short"))
    deeper = [question.more, *([question.scaling] if question.scaling else [])]
    parts = [
        f"# {plain(question.title)}",
        _facts(facts),
        _part("What it is for", question.aims),
        _part("Ways to ask it", question.prompts),
        _part("Whose view to ask for", question.views),
        _part(ours("To go further"), deeper),
        _part("Keep in mind", question.notes),
        f"## {ours('More about it')}\n\n{body}",
        "All eight questions are on [the circle](../index.md).",
    ]
    return _page(f"{question.order}. {question.title}", question.aims[0], parts)


def _mode(mode: ModePage, guidance: Guidance, body: str) -> PageText:
    facts = [_FACILITATOR[mode.facilitator]]
    if mode.minutes is not None:
        facts.append(f"Usually no longer than {mode.minutes} minutes")
    roles = [f"[{plain(role.title)}](../roles/{role.id}.md)" for role in guidance.roles if role.id in mode.roles]
    parts = [
        f"# {plain(mode.title)}",
        plain(mode.summary),
        _facts(facts),
        _part("Things to think about", mode.considerations),
        _ready(mode.readiness),
        f"## {ours('More about it')}\n\n{body}",
        f"## What you can look at\n\nIt can be {_either([_FOCUS[name] for name in mode.focus])}.",
        "## Roles\n\n" + _listed(roles),
    ]
    return _page(mode.title, mode.summary, parts)


def _ready(checks: tuple[ReadinessCheck, ...]) -> str:
    needed = [check.check for check in checks if check.required]
    wished = [check.check for check in checks if not check.required]
    if not checks:
        return ""
    must = f"It should not go ahead until this is settled:\n\n{_listed(map(plain, needed))}" if needed else ""
    may = f"{'This helps too' if needed else 'This helps'}:\n\n{_listed(map(plain, wished))}" if wished else ""
    return _joined(["## Before you begin", must, may, "More in [Preparing a session](../preparing.md)."])


def _role(role: RolePage, guidance: Guidance, body: str) -> PageText:
    modes = [f"[{plain(mode.title)}](../modes/{mode.id}.md)" for mode in guidance.modes if role.id in mode.roles]
    parts = [
        f"# {plain(role.title)}",
        _facts([f"One of the {len(guidance.roles)} roles"] + ["Several people can share it"] * role.several),
        _part("What you do", role.duties),
        f"## {ours('More about it')}\n\n{body}",
        "## Where it is used\n\n" + _listed(modes) if modes else "",
    ]
    return _page(role.title, f"{role.title}: what this role asks of you in a session.", parts)


def _turned(guidance: Guidance) -> str:
    """Set out what is heard, and what to ask instead."""
    return "\n\n".join(
        f"**“{plain(turn.heard)}”** You could ask instead:\n\n{_listed(map(plain, turn.instead))}"
        for turn in guidance.turns
    )


_LISTS: dict[str, dict[str, Callable[[Guidance], str]]] = {
    "running": {
        "opening": lambda guidance: _listed(map(plain, guidance.running.opening)),
        "during": lambda guidance: _listed(map(plain, guidance.running.during)),
        "closing": lambda guidance: _listed(map(plain, guidance.running.closing)),
    },
    "bringing-back": {"turns": _turned},
}
"""By page: the lists in its front matter, which the program reads too, and how each is shown where its mark stands."""


def _page(title: str, description: str, parts: Iterable[str]) -> PageText:
    return PageText(markdown=_joined(parts), meta={"title": escape(title), "description": escape(description)})


def _part(heading: str, lines: Iterable[str]) -> str:
    items = [plain(line) for line in lines]
    return f"## {heading}\n\n{_listed(items)}" if items else ""


def _facts(facts: Iterable[str]) -> str:
    items = "".join(f"<li>{html.escape(fact)}</li>" for fact in facts)
    return f'<ul class="facts" data-search-exclude="true">{items}</ul>'


def _listed(items: Iterable[str]) -> str:
    return "\n".join(f"- {item}" for item in items)


def _either(words: list[str]) -> str:
    return " or ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _joined(parts: Iterable[str]) -> str:
    return "\n\n".join(part for part in parts if part)


def plain(text: str) -> str:
    """Write words so that Markdown and HTML show them exactly as they are, on one line."""
    return _MARKDOWN.sub(r"\\\1", html.escape(" ".join(text.split()), quote=False)).replace('"', "&quot;")
