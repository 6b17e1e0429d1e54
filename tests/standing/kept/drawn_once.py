"""What is the same for every site, made once for all processes that run the tests: it takes half of a build."""

import functools
import hashlib
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.theme import Theme
from once import Once

from circle_cli.commands.site import site
from circle_cli.guidance.records import Guidance
from circle_cli.share.release import sweep
from circle_cli.site.building import finish

_OF_RENDERING = ("content", "toc", "_title_from_render", "present_anchor_ids")
"""What MkDocs keeps of having rendered a page, beside where it leads."""


@contextmanager
def drawn_once(once: Once) -> Iterator[None]:
    """List a theme’s files, draw the prints of the same guidance, make and read a page: once."""
    get_env, make_kit = Theme.get_env, site.make_kit

    def with_names(theme: Theme) -> Environment:
        env = get_env(theme)
        env.loader.list_templates = functools.partial(_names_in, *theme.dirs)
        return env

    @functools.cache
    def kept(guidance: Guidance, **_: object) -> dict[str, bytes]:
        def fill(folder: Path) -> None:
            for name, content in make_kit(guidance).items():
                (folder / name).parent.mkdir(exist_ok=True)
                (folder / name).write_bytes(content)

        folder = once(f"prints-{hashlib.sha256(repr(guidance).encode()).hexdigest()[:12]}", fill)
        return {f"kit/{path.name}": path.read_bytes() for path in (folder / "kit").iterdir()}

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(finish, "calls_of", functools.cache(finish.calls_of))
        patch.setattr(sweep, "texts_of", _for_the_same(sweep.texts_of))
        patch.setattr(Page, "render", _rendered_once(Page.render))
        patch.setattr(Theme, "get_env", with_names)
        patch.setattr(site, "make_kit", kept)
        yield


def _for_the_same(read: Callable[[str], Iterator[Any]]) -> Callable[[str], list[Any]]:
    """Read the same content of the same kind of file once: most pages are the same on every site."""
    kept: dict[tuple[str, bytes], list[Any]] = {}

    def known(place: str) -> list[Any]:
        kind = Path(place).suffix.lower(), Path(place).read_bytes()
        if kind not in kept:
            kept[kind] = list(read(place))
        return kept[kind]

    return known


class _Told(logging.Handler):
    """Notes whether anything was said."""

    def __init__(self) -> None:
        super().__init__()
        self.any = False

    def emit(self, record: logging.LogRecord) -> None:
        self.any = True


def _rendered_once(render: Callable[..., None]) -> Callable[..., None]:
    """Make HTML of the same Markdown of the same page among the same pages once, if there was nothing to say of it."""
    kept: dict[tuple[object, ...], dict[str, Any]] = {}

    def known(page: Page, config: MkDocsConfig, files: Files) -> None:
        how = repr((config.markdown_extensions, config.mdx_configs, config.validation, config.use_directory_urls))
        asked = page.file.src_uri, page.markdown, how, tuple(file.src_uri for file in files)
        if asked not in kept:
            told = _Told()
            logging.getLogger("mkdocs").addHandler(told)
            render(page, config, files)
            logging.getLogger("mkdocs").removeHandler(told)
            made = {name: getattr(page, name) for name in _OF_RENDERING}
            if not told.any:
                kept[asked] = made | {"leads to": {file.src_uri: to for file, to in page.links_to_anchors.items()}}
            return
        for name in _OF_RENDERING:
            setattr(page, name, kept[asked][name])
        page.links_to_anchors = {files.src_uris[uri]: to for uri, to in kept[asked]["leads to"].items()}

    return known


@functools.cache
def _names_in(*folders: str) -> list[str]:
    """Name the files of a theme, without the 14,000 icons in a folder that MkDocs passes over one by one."""
    return [name for name in FileSystemLoader(folders).list_templates() if not name.startswith(".")]
