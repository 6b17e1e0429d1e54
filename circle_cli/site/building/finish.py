"""Looks at a built site before it is released: only files of known kinds, exactly the pages meant, no other host.

Then gives every page the policy that has a browser hold to the same.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from circle_cli.errors import CircleError, Place
from circle_cli.site.building.calls import calls_of
from circle_cli.site.building.policy import with_policy
from circle_cli.site.written import digest_of
from circle_cli.system.files import leads_elsewhere, refuse
from circle_cli.waiting import how_far

_DO = " Find it in the page, and take it out"
WRITTEN = frozenset({"404.html", "sitemap.xml", "sitemap.xml.gz"})
"""What MkDocs writes beside the pages; all else must be a file of the theme's or ours, to the byte."""


def files_of(site: Path) -> frozenset[str]:
    """Name every file of a built site.

    Raises:
        CircleError: one of them is a link to another place.
    """
    within, found = len(f"{site}{os.sep}"), list[str]()
    for folder, folders, names in os.walk(site, onerror=refuse):
        for name in (*folders, *names):
            if leads_elsewhere(f"{folder}{os.sep}{name}"):
                wrong = "a link to another place, which may be private; nothing was published"
                raise CircleError(wrong, where=Place(Path(folder, name)))
        found += [f"{folder}{os.sep}{name}"[within:].replace(os.sep, "/") for name in names]
    return frozenset(found)


def untouched(site: Path, of_theme: Mapping[str, Path]) -> frozenset[str]:
    """Name the files that are the theme's or ours to the byte; `of_theme` says where each of them comes from."""
    return frozenset(
        name
        for name, source in of_theme.items()
        if (site / name).is_file() and (site / name).read_bytes() == source.read_bytes()
    )


def finish(
    site: Path, pages: frozenset[str], own: frozenset[str], kit: Mapping[str, bytes] = MappingProxyType({})
) -> frozenset[str]:
    """Give the names of the files that may be released; `pages` are those meant, `own` what the theme brings.

    Every page has its policy then. What is in the `kit`, and the index of words, of which it has the digests, stays as
    it is, to the byte: its pages bring their own.

    Raises:
        CircleError: a page is missing, a file is none that was meant, or a page would load from another host or holds
            a script that is not the theme's.
    """
    files = files_of(site)
    for name in sorted(pages - files):
        raise CircleError("this page was not built; nothing was published", where=Place(name))
    for name in sorted(files - pages - own - kit.keys() - WRITTEN):
        raise CircleError("nobody meant this file to be on the site; nothing was published", where=Place(name))
    for name, made in kit.items():
        content = _content(f"{site}{os.sep}{name}") if name in files else b""
        if name not in files or digest_of(content) != made:
            raise CircleError("is not on the site as it was made; nothing was published", where=Place(name))
        if name.endswith(".html") and name not in own:
            _refuse_calls(content.decode("utf-8"), name)
    built = sorted(name for name in files - kit.keys() if name.endswith(".html"))
    for name in how_far.each(built, "Looking at the pages"):
        place = f"{site}{os.sep}{name}"
        with open(place, "r+b") as file:  # noqa: PTH123  # and here too; a file that is emptied first takes far longer
            html = file.read().decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
            if name not in own:
                _refuse_calls(html, name)
            file.seek(0)
            file.write(with_policy(html, name).encode("utf-8"))
            file.truncate()
    return files


def _content(place: str) -> bytes:
    with open(place, "rb") as file:  # noqa: PTH123  # thousands of them
        return file.read()


def _refuse_calls(html: str, name: str) -> None:
    for line, wrong in calls_of(html):
        raise CircleError(f"{wrong}; nothing was published.", where=Place(name, line), do=_DO)
