"""The MkDocs plugin: hands the pages of the guidance and the learning points to MkDocs, and nothing else of the log.

Plain `mkdocs build` goes through it as well: whatever is no valid, approved, unchanged learning point stops the build.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from markupsafe import escape
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import get_build_datetime, get_relative_url

from circle_cli.errors import CircleError
from circle_cli.guidance.pages import load_guidance
from circle_cli.points.folder import FOLDER, Published, read_published
from circle_cli.settings import Settings, load_settings
from circle_cli.site.building.mkdocs_yml import refuse_settings
from circle_cli.site.building.published import choose_pages, left_out
from circle_cli.site.building.words import Words, choose
from circle_cli.site.drawing.collection import Collection
from circle_cli.site.drawing.drawn import Drawn
from circle_cli.site.drawing.guidance import PageText, compose_pages
from circle_cli.site.drawing.home import home_marks
from circle_cli.site.drawing.pages import draw_pages

ASSETS = Path(__file__).with_name("assets")
_INDENTED = re.compile(r"\n\s+")
log = get_plugin_logger("circle")

Inspect = Callable[[Published], frozenset[str]]
"""Looks at the learning points before they become pages; gives the ids of those it let through."""


class _Settings(Config):  # type: ignore[no-untyped-call]  # a hook that MkDocs left untyped
    """There are none, and MkDocs wants to see that."""


class CirclePlugin(BasePlugin[_Settings]):  # type: ignore[no-untyped-call]  # and another
    """Publishes the guidance, the log's own pages before the program's, and the learning points.

    `circle site` sets the first three, the demo the fourth, which stands above every page; the others tell it, and
    MkDocs' later steps, what was read. Plain `mkdocs build` finds the settings itself: they say how small a group may
    be shown. It has no index of words made.
    """

    inspect: Inspect | None = None
    settings: Settings | None = None
    words: Words | None = None
    notice: str = ""
    pages: dict[str, PageText | Drawn]
    published: Published | None = None
    let_through: frozenset[str] | None = None
    indexed: bool = False
    of_theme: dict[str, Path]

    @event_priority(100)  # before the search plugin, which asks for our language
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Put our style, script and language before the theme's."""
        with _as_plugin_error():
            refuse_settings(Path(config.config_file_path))
        config.theme.dirs.insert(0, str(ASSETS))
        config.extra_css.append("circle.css")
        config.extra_javascript += ["circle.js", "browse.js"]
        config.extra["notice"] = escape(self.notice)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Take out all that MkDocs found in the folder, and put in the pages that may be published."""
        for file in [file for file in files if file.src_dir == config.docs_dir]:
            files.remove(file)
        files.add_files_from_theme(config.theme.get_env(), config)  # those that a file just taken out stood before
        self.of_theme = {file.dest_uri: Path(file.abs_src_path) for file in files if file.abs_src_path}
        with _as_plugin_error():
            self.pages = self._read(config)
        if self.indexed:
            config.extra_javascript.insert(0, "words.js")  # before browse.js, which tells it what is chosen
        for uri, page in self.pages.items():
            files.append(
                File.generated(
                    config,
                    uri,
                    content=page.markdown if isinstance(page, PageText) else "",
                    inclusion=InclusionLevel.INCLUDED if _is_listed(uri, config.nav) else InclusionLevel.NOT_IN_NAV,
                )
            )
        for sentence in left_out(Path(config.docs_dir)):
            log.info(sentence)
        return files

    def _read(self, config: MkDocsConfig) -> dict[str, PageText | Drawn]:
        """Read all there is to publish, in this order: a link to a private place is refused before it is followed."""
        folder = Path(config.docs_dir)
        chosen = choose_pages(folder)
        guidance = load_guidance(folder)
        self.published = read_published(folder / FOLDER)
        if self.inspect is not None:
            self.let_through = self.inspect(self.published)
        if self.words is not None:
            installed = self.words.program is not None
            self.indexed, said = choose(len(self.published.points), self.words.most, installed=installed)
            if said:
                log.info(said)

        def url(uri: str) -> str:
            return File.generated(config, uri, content="").url

        collection = Collection(
            published=self.published,
            guidance=guidance,
            settings=self.settings or load_settings(folder.parent),
            this_year=get_build_datetime().year,
            link=lambda uri, seen_from: get_relative_url(url(uri), url(seen_from)),
            indexed=self.indexed,
        )
        return {**compose_pages(chosen, guidance, home_marks(collection)), **draw_pages(collection)}

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Give the page as we read it: MkDocs would take a first line such as `Note: ...` for a setting."""
        text = self.pages[page.file.src_uri]
        page.meta = dict(text.meta)
        if isinstance(text, Drawn) and text.lean:
            page.meta["template"] = "lean.html"
        return text.markdown if isinstance(text, PageText) else ""

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put a learning point in as it was drawn: no Markdown extension has seen it."""
        drawn = self.pages[page.file.src_uri]
        return str(drawn.html) if isinstance(drawn, Drawn) else html

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Take the templates' indentation out of the pages of which there are many: a quarter of their bytes."""
        drawn = self.pages[page.file.src_uri]
        return _INDENTED.sub("\n", output) if isinstance(drawn, Drawn) and drawn.lean else output


def _is_listed(uri: str, nav: object) -> bool:
    """Tell whether a navigation names a page; a log's own may leave out what it does not want there."""
    if isinstance(nav, dict):
        return any(_is_listed(uri, inner) for inner in nav.values())
    return nav == uri or (isinstance(nav, list) and any(_is_listed(uri, inner) for inner in nav))


@contextmanager
def _as_plugin_error() -> Iterator[None]:
    """Stop the build in MkDocs' way, so that `mkdocs build` says in a line what is wrong."""
    try:
        yield
    except CircleError as error:
        raise PluginError(str(error)) from error
