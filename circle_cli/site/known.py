"""Files that MkDocs knows of, so that links to them hold, and neither draws nor copies: there may be thousands."""

import os
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import PurePath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from circle_cli.errors import CircleError, Place


class Known(Files):
    """All files of a site: those that MkDocs goes through, and others, each of which is made when it is asked for."""

    def __init__(self, files: Iterable[File], other: Callable[[str], File | None]) -> None:
        super().__init__(files)
        self._other = other

    def get_file_from_path(self, path: str) -> File | None:
        """Give the file of that name, if there is one."""
        return super().get_file_from_path(path) or self._other(PurePath(path).as_posix())


def addresses(config: MkDocsConfig) -> Callable[[str], str]:
    """Give what gives the address of a page or a file, by the name by which MkDocs knows it; files of ours stay."""

    @cache
    def url(uri: str) -> str:
        return File.generated(config, uri, content="").url if uri.endswith(".md") else uri

    return url


def filled_in(uri: str, config: MkDocsConfig) -> File:
    """Give a page that is filled in."""
    file = File.generated(config, uri, content="", inclusion=InclusionLevel.NOT_IN_NAV)
    Page(None, file, config).present_anchor_ids = set()  # as of an empty page, which it would have been
    return file


def handed_out(uri: str, config: MkDocsConfig) -> File:
    """Give a file that lies there already."""
    return File.generated(config, uri, content=b"", inclusion=InclusionLevel.INCLUDED)


def refuse_left_out(uris: Iterable[str], config: MkDocsConfig) -> None:
    """Refuse settings that would leave out a page of what was approved: it is made here, and so it would be there.

    Raises:
        CircleError: they would.
    """
    if uri := next((uri for uri in uris if config.exclude_docs and config.exclude_docs.match_file(uri)), None):
        wrong = f"`exclude_docs` leaves out {uri}, which was approved and is shown all the same"
        do = f"take it out of `exclude_docs`; `circle withdraw {PurePath(uri).stem}` takes it off the site"
        raise CircleError(wrong, where=Place(config.config_file_path), do=do)


def listed_in(nav: object) -> Iterator[str]:
    """Give the pages that a navigation names; a log's own may leave out what it does not want there."""
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, dict | list):
        for inner in nav.values() if isinstance(nav, dict) else nav:
            yield from listed_in(inner)


def lies_in(folder: str, file: File) -> bool:
    """Tell whether a folder has a file of the same name."""
    return os.path.isfile(f"{folder}/{file.src_uri}")  # noqa: PTH113  # thousands of them, each time
