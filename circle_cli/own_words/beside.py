"""What a base's repository says beside its pages: remarks in its files, a README, where it sends what.

No site shows any of it, and yet everybody may read it there. So it is read and approved like the words of the site: a
file each, as far as it may hold words. What else a base keeps holds none that nobody signed: learning points, reports
and notices are as we write them to the byte, lists are signed whole, and other files are ids, digests and keys.
"""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from circle_cli.errors import CircleError
from circle_cli.front_matter.reading import has_front_matter, read, split
from circle_cli.ids import MARK, POINT_FILE, REPORTS, WITHDRAWN
from circle_cli.own_words.approval import APPROVALS
from circle_cli.own_words.pages import GUIDANCE, paragraphs
from circle_cli.own_words.passages import BESIDE, OwnWords, Passage, texts_in, value_at
from circle_cli.own_words.site import OF_SITE
from circle_cli.points.of_base.returned import RETURNED
from circle_cli.points.of_base.same import SAME
from circle_cli.points.of_base.themes import THEMES_OF_TEAMS
from circle_cli.signing.lists import LISTS, LISTS_FOLDER
from circle_cli.signing.readers import READERS
from circle_cli.system.no_links import content_of
from circle_cli.text import decode

IsOurs = Callable[[str], bool]
"""Tells whether a line, or a remark, is as the program writes it."""

_HELD = re.compile(
    rf"{GUIDANCE}/(?:learning-points|{REPORTS}|{WITHDRAWN})/{POINT_FILE.pattern}|"
    rf"{LISTS_FOLDER}/(?:{'|'.join(map(re.escape, LISTS))})"
)
_ROWS = (READERS, RETURNED, SAME, THEMES_OF_TEAMS, "erased-names")
_YAML = re.compile(rf"[^/]+\.ya?ml|(?:{GUIDANCE}|{APPROVALS}|{LISTS_FOLDER})/.+\.ya?ml")
_PAGE = re.compile(rf"{GUIDANCE}/.+\.md")
_LINES = re.compile(
    rf"(?i)(?:(?:{GUIDANCE}|{APPROVALS}|{LISTS_FOLDER})/(?:.+/)?)?(?:\.git(?:ignore|attributes|keep)|\.editorconfig|"
    r"(?:readme|licen[cs]e|copying|notice|contributing|code_of_conduct|security|support|changelog|codeowners)"
    r"(?:\.(?:md|txt|rst))?)|\.git(?:hub|lab)/.+|\.gitlab-ci\.yml|azure-pipelines\.yml|site/\.gitignore"
)
_FOLDERS = (GUIDANCE, APPROVALS, LISTS_FOLDER, ".github", ".gitlab")
"""Where a base has files beside those in its own folder: in any other, nobody knows of one."""

_SENT_TO = ("for-readers", "base")
_LEFT_OUT = ("exclude_docs", "not_in_nav")
REMARK = re.compile(r"(?:^|\s)#+[ \t]*(.*\S)")
_PARSED = re.compile(r"# (?:asks|stood|team): ")
"""Lines of `readers` that are no remarks: what is in them must have its form."""


def may_say(name: str) -> bool:
    """Tell whether a base has files of that name, so that it is known what in them may say something."""
    return any(each.fullmatch(name) for each in (_HELD, _LINES, _YAML, _PAGE)) or name in _ROWS


def beside_the_pages(log_root: Path, is_ours: IsOurs, report: Callable[[CircleError], None]) -> Iterator[OwnWords]:
    """Give what each file says beside the pages, where it says anything; what cannot be read is handed to `report`."""
    for name in sorted(_names(log_root)):
        try:
            path = log_root / name
            if passages := said_in(path, name, decode(content_of(path), str(path)), is_ours):
                yield OwnWords(
                    name=f"{BESIDE}/{name}", path=path, text=whole(passages), passages=passages, on_site=False
                )
        except CircleError as error:
            report(error)


def said_in(path: Path, name: str, text: str, is_ours: IsOurs) -> tuple[Passage, ...]:
    """Give what a file of that name says beside the pages, in passages."""
    if _LINES.fullmatch(name):
        return tuple(paragraphs(path, text, 1, is_ours))
    if name in _ROWS:
        rows = (line if line.startswith("#") and not _PARSED.match(line) else "" for line in text.split("\n"))
        return tuple(_remarks(path, "\n".join(rows), is_ours))
    if name.endswith(".md"):  # what stands below the front matter is on the site
        front = split(text, str(path))[0] if has_front_matter(text) else ""
        return tuple(_remarks(path, front, is_ours, first=2))
    keys = {OF_SITE: _LEFT_OUT, MARK: _SENT_TO}.get(name, ())
    return (*_remarks(path, text, is_ours), *(_values(path, text, keys, is_ours) if keys else ()))


def whole(passages: tuple[Passage, ...]) -> str:
    """Give as one text what is approved; where in the file it stands is no part of that."""
    lines = (line for each in passages for number, line in enumerate(each.text.split("\n")) if number in each.new)
    return "".join(f"{line}\n" for line in lines)


def _names(log_root: Path) -> Iterator[str]:
    for name in _files(log_root):
        if may_say(name) and not _HELD.fullmatch(name):
            yield name


def _files(log_root: Path) -> Iterator[str]:
    """Name the files of a base, as far as it has any: others' folders may lie there that git passes over."""
    within = len(f"{log_root}{os.sep}")
    yield from (path.name for path in log_root.iterdir() if not path.is_dir())
    for folder in (*_FOLDERS, "site"):
        for around, folders, names in os.walk(log_root / folder):
            if folder == "site":  # what was built is looked through where it is built
                folders.clear()
            yield from (f"{around}{os.sep}{name}"[within:].replace(os.sep, "/") for name in names)


def _remarks(path: Path, text: str, is_ours: IsOurs, first: int = 1) -> Iterator[Passage]:
    """Give the remarks in lines of YAML, and whatever looks like one: each with those above and below it."""
    found = (REMARK.search(line) for line in text.split("\n"))
    return paragraphs(path, "\n".join(each[1] if each else "" for each in found), first, is_ours)


def _values(path: Path, text: str, keys: tuple[str, ...], is_ours: IsOurs) -> Iterator[Passage]:
    source = read(text, str(path))
    for at, value in texts_in({key: source.values.get(key) for key in keys}):
        if not all(map(is_ours, value.split("\n"))):
            yield value_at(source, at, value)
