"""The MkDocs plugin: hands the pages of the guidance and the learning points to MkDocs, and nothing else of the log.

Plain `mkdocs build` goes through it as well: whatever is no valid, approved, unchanged learning point stops the build.
"""

from collections.abc import Callable, Mapping, Sequence, Set
from functools import cache, lru_cache, partial
from html import unescape
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from jinja2 import Environment
from markupsafe import escape
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_build_datetime, get_relative_url
from mkdocs.utils.templates import TemplateContext

from circle_cli.look.dressed import COLOURS, DRESSED, dressed
from circle_cli.own_words.passages import OwnWords
from circle_cli.own_words.picture import LOGO, logo_of
from circle_cli.own_words.reading import refuse_unread, unread
from circle_cli.points.open_folder import Look as LookAgain
from circle_cli.points.open_folder import look_each_time
from circle_cli.settings import Settings, load_settings
from circle_cli.shown import shown
from circle_cli.site.again import Again, Anew, as_they_lie
from circle_cli.site.building.contents import Contents, Inspect, LeaveOut, MakeHandouts, MakeKit, read_contents
from circle_cli.site.building.mkdocs_yml import refuse_elsewhere, refuse_settings
from circle_cli.site.building.preview import PAUSE, guarded, made_first, reloading
from circle_cli.site.building.published import (
    files_left_out,
    refuse_lists_beside_sessions,
    refuse_torn_proposals,
    reports_left_out,
)
from circle_cli.site.building.telling import as_plugin_error, is_own
from circle_cli.site.drawing.drawn import Drawn
from circle_cli.site.drawing.following.feeds import ALL
from circle_cli.site.drawing.pages.guidance import PageText
from circle_cli.site.drawing.render import anchor
from circle_cli.site.filling import Filling
from circle_cli.site.here import mark_here
from circle_cli.site.known import Known, addresses, filled_in, handed_out, lies_in, listed_in, refuse_left_out
from circle_cli.site.shell import Shell, headed, is_alike, page_above, without_indentation
from circle_cli.site.templates import templates
from circle_cli.site.written import Written

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

ASSETS = Path(__file__).with_name("assets")
STYLES = ("circle.css", "paper.css")
SCRIPTS = ("circle.js", "together.js", "passing.js", "list.js", "since.js", "browse.js")
_FIND_STYLE, _FIND = "find.css", "find.js"
"""What searches: our index is on no site that another builder makes."""

log = get_plugin_logger("circle")


class _Settings(Config):  # type: ignore[no-untyped-call]  # a hook that MkDocs left untyped
    """There are none, and MkDocs wants to see that."""


class CirclePlugin(BasePlugin[_Settings]):  # type: ignore[no-untyped-call]  # and another
    """Publishes the guidance, the log's own pages before the program's, and the learning points.

    `circle site` sets the first five and the log's root, the demo the sixth, which stands above every page; the others
    tell it, and MkDocs' later steps, what was read. Plain `mkdocs build` finds the settings itself, and offers no kit,
    since what makes the prints knows of sessions.
    """

    inspect: Inspect | None = None
    leave_out: LeaveOut | None = None
    settings: Settings | None = None
    make_kit: MakeKit | None = None
    make_handouts: MakeHandouts | None = None
    approved: LookAgain = staticmethod(look_each_time)
    notice: str = ""
    log_root: Path | None = None
    previewing = False
    contents: Contents | None = None
    index: Mapping[str, bytes] = MappingProxyType({})
    pages: Mapping[str, PageText | Drawn]
    of_theme: dict[str, Path]
    again: Again
    files: Known
    shell: Shell
    drawn_by_theme: str
    """The page that the theme draws for all that are like it; `filled` has the others."""
    filled: Set[str]
    filling: Filling | None = None
    url: Callable[[str], str]

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Begin anew, since MkDocs keeps a plugin that has this step for its next build; note whether it is a preview.

        In a preview whoever changes a page sees it before anybody else has read it.
        """
        self.inspect = self.leave_out = self.settings = self.make_kit = self.make_handouts = None
        self.log_root = self.contents = None
        self.approved = look_each_time
        self.notice, self.previewing = "", command == "serve"
        self.again = Again() if self.previewing else Anew()

    @event_priority(100)  # before the theme's search, which is taken out here
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Put our style, scripts and language before the theme's, and our search in the place of theirs."""
        settings, pages = Path(config.config_file_path), Path(config.docs_dir)
        log_root = self.log_root or pages.parent
        with as_plugin_error(settings.parent):
            refuse_settings(settings)
            if not self.previewing:
                refuse_elsewhere(settings, pages, log_root)
            chosen = self.settings or load_settings(log_root)
            logo = logo_of(log_root)
        config.theme.dirs.insert(0, str(ASSETS))
        config.update(dressed({key: config[key] for key in DRESSED}, chosen.look, chosen.organisation))
        config.extra_css += (*STYLES, _FIND_STYLE, *([COLOURS] if chosen.look.colours else []))
        config.extra_javascript += (*SCRIPTS, _FIND)
        _without_theirs(config)
        if logo:
            config.theme["logo"] = LOGO
        config.extra["notice"] = escape(self.notice)
        config.mdx_configs.setdefault("toc", {})["slugify"] = anchor
        for key in ("site_name", "site_description", "site_author", "copyright"):
            config[key] = escape(config[key]) if config[key] else config[key]  # the theme's templates do not
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Take out all that MkDocs found in the folder, and put in the pages that may be published."""
        for file in (taken_out := [file for file in files if file.src_dir == config.docs_dir]):
            files.remove(file)
        if any(lies_in(folder, file) for folder in config.theme.dirs for file in taken_out):
            files.add_files_from_theme(config.theme.get_env(), config)  # what a file just taken out stood before
        self.of_theme = {file.dest_uri: Path(file.abs_src_path) for file in files if file.abs_src_path}
        with as_plugin_error(log_root := Path(config.docs_dir).parent):
            refuse_torn_proposals(log_root)
            self.contents = self._read(config)
            refuse_left_out(self.contents.many, config)
            if self.inspect is None and not self.previewing:
                refuse_lists_beside_sessions(log_root)
        self.pages = self.contents.pages
        listed = frozenset(listed_in(config.nav))
        alike = [uri for uri, page in self.contents.many.items() if uri not in listed and is_alike(page)]
        self.shell, self.drawn_by_theme = Shell(), "".join(alike[:1])
        self.filled = frozenset(alike[1:])
        for uri in self.pages:
            if uri not in self.filled:
                level = InclusionLevel.INCLUDED if uri in listed else InclusionLevel.NOT_IN_NAV
                files.append(File.generated(config, uri, content="", inclusion=level))
        asked_for = {} if self.previewing else self.contents.feeds  # in a preview each is made when it is
        beside: dict[str, str | bytes] = {**asked_for, **self.contents.kit, **self.contents.beside}
        for uri, content in beside.items():
            files.append(File.generated(config, uri, content=content))
        config.extra["feed"] = ALL if ALL in self.contents.feeds else ""
        published, pages, added = self.contents.published, Path(config.docs_dir), self.contents.added
        for sentence in (*files_left_out(pages, added, words=is_own()), *reports_left_out(published, log_root)):
            log.info(shown(sentence))
        self.files = Known(files, partial(self._other, config=config))
        return self.files

    def _other(self, uri: str, config: MkDocsConfig) -> File | None:
        if uri in self.filled:
            return filled_in(uri, config)
        lies_there = self.contents and (uri in self.contents.handouts or uri in self.contents.feeds)
        return handed_out(uri, config) if lies_there else None

    def _read(self, config: MkDocsConfig) -> Contents:
        url = self.url = addresses(config)

        @cache
        def folder_of(uri: str) -> str:
            above, _, name = url(uri).rpartition("/")
            return f"{above}/" if "." in name else url(uri)

        @lru_cache(2**13)
        def lead(uri: str, seen_from: str) -> str:
            return get_relative_url(url(uri), seen_from)

        folder = Path(config.docs_dir)
        return read_contents(
            folder,
            name=config.site_name,
            address=config.site_url,
            settings=self.settings or load_settings(folder.parent),
            this_year=get_build_datetime().year,
            link=lambda uri, seen_from: lead(uri, folder_of(seen_from)),
            inspect=self.inspect,
            leave_out=self.leave_out,
            approved=self.approved,
            make_kit=self.make_kit,
            make_handouts=self.make_handouts,
            keep=partial(Written, Path(config.site_dir)),
            notice=self.notice,
            log_root=self.log_root,
            look=_tell_unread if self.previewing else refuse_unread,
            again=self.again,
            of_file=self.again.of_file,
            lie=as_they_lie,
        )

    def on_serve(self, server: "LiveReloadServer", *, config: MkDocsConfig, builder: object) -> "LiveReloadServer":
        """Let the preview answer to its own address alone, and send its pages with their policy."""
        from mkdocs.livereload import _SCRIPT_TEMPLATE  # its script has no public name

        server.build_delay, address = PAUSE, config.dev_addr
        app = made_first(server.serve_request, server.mount_path, partial(self._make, config=config))
        server.set_app(guarded(app, address.host, address.port, reloading(_SCRIPT_TEMPLATE.template)))
        return server

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Have the theme's templates taken apart once."""
        env.bytecode_cache = templates()
        return env

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
        content = headed(str(drawn.html)) if isinstance(drawn, Drawn) else html
        if self.contents:
            self.contents.searching.pages[page.file.src_uri] = (unescape(str(page.title)), content)
        return content

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Have the sitemap name the pages that are filled in, too, in the order of all."""
        if template_name == "sitemap.xml" and config.site_url and not self.previewing:  # else there is none
            context["pages"] = [file for uri in self.pages if (file := self.files.get_file_from_path(uri))]
        return context

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Leave out the sitemap where nobody knows the site's address, or looks it up: it lists whole ones."""
        return output if template_name != "sitemap.xml" or (config.site_url and not self.previewing) else ""

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Let the theme draw one page with holes, for all that are like it."""
        if page.file.src_uri == self.drawn_by_theme:
            self.shell.hollow(page)
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Mark in the menus where one is, and keep what other pages are filled in from."""
        drawn, within = self.pages[page.file.src_uri], page_above(page.file, self.url)
        if isinstance(drawn, Drawn) and page.file.src_uri == self.drawn_by_theme:
            self.shell.keep(page, output)
            return self.shell.fill(drawn, page.file, within)
        marked = mark_here(output, get_relative_url(page.url, page.url), within)
        return without_indentation(marked) if isinstance(drawn, Drawn) and drawn.lean else marked

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Fill in the pages that the theme did not draw, and write the index of words; in a preview, when asked to."""
        if self.contents is None:
            return
        self.filling = Filling(contents=self.contents, shell=self.shell, config=config, left=set(self.filled))
        if not self.previewing:
            with as_plugin_error(Path(config.docs_dir).parent):
                self.index = self.filling.all()

    def _make(self, place: str, config: MkDocsConfig) -> None:
        """Make what somebody asks for in a preview, or say why it cannot be made."""
        try:
            with as_plugin_error(Path(config.docs_dir).parent):
                if self.filling:
                    self.filling.for_address(place)
        except PluginError as error:
            log.error(str(error))


def _without_theirs(config: MkDocsConfig) -> None:
    """Take out the theme's search, which has every page fetch all words of the site: settings may still name it."""
    for name in [name for name in config.plugins if name.split("/")[-1] == "search"]:
        theirs = config.plugins.pop(name)
        for methods in config.plugins.events.values():
            methods[:] = [each for each in methods if getattr(each, "__self__", None) is not theirs]


def _tell_unread(words: Sequence[OwnWords]) -> None:
    """Say in a preview what would stop the building of the site."""
    for error in unread(words):
        log.info(shown(f"{error}. Until then no site is built with it."))
