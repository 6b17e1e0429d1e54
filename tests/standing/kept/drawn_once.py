"""What is the same for every site, made once for all processes that run the tests: it takes half of a build."""

import functools
import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader
from mkdocs.theme import Theme
from once import Once

from circle_cli.commands.site import site
from circle_cli.guidance.records import Guidance
from circle_cli.share.release import sweep
from circle_cli.site.building import finish


@contextmanager
def drawn_once(templates: Path, once: Once) -> Iterator[None]:
    """List the files of a theme, compile its templates, make the prints of the same guidance, and read a page, once."""
    cache, get_env, make_kit = FileSystemBytecodeCache(str(templates)), Theme.get_env, site.make_kit

    def with_cache(theme: Theme) -> Environment:
        env = get_env(theme)
        env.bytecode_cache = cache
        env.loader.list_templates = functools.partial(_names_in, *theme.dirs)
        return env

    @functools.cache
    def kept(guidance: Guidance) -> dict[str, bytes]:
        def fill(folder: Path) -> None:
            for name, content in make_kit(guidance).items():
                (folder / name).parent.mkdir(exist_ok=True)
                (folder / name).write_bytes(content)

        folder = once(f"prints-{hashlib.sha256(repr(guidance).encode()).hexdigest()[:12]}", fill)
        return {f"kit/{path.name}": path.read_bytes() for path in (folder / "kit").iterdir()}

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(finish, "_calls", _for_the_same(finish._calls))
        patch.setattr(sweep, "texts_of", _for_the_same(sweep.texts_of))
        patch.setattr(Theme, "get_env", with_cache)
        patch.setattr(site, "make_kit", kept)
        yield


def _for_the_same(read: Callable[[Path], Iterator[Any]]) -> Callable[[Path], list[Any]]:
    """Read the same content of the same kind of file once: most pages are the same on every site."""
    kept: dict[tuple[str, bytes], list[Any]] = {}

    def known(path: Path) -> list[Any]:
        kind = path.suffix.lower(), path.read_bytes()
        if kind not in kept:
            kept[kind] = list(read(path))
        return kept[kind]

    return known


@functools.cache
def _names_in(*folders: str) -> list[str]:
    """Name the files of a theme, without the 14,000 icons in a folder that MkDocs passes over one by one."""
    return [name for name in FileSystemLoader(folders).list_templates() if not name.startswith(".")]
