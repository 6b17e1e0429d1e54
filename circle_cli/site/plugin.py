"""The MkDocs plugin: hands the pages of the guidance to MkDocs, and nothing else from the log's folder."""

from pathlib import Path

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from circle_cli.errors import CircleError
from circle_cli.site.pages import compose_pages
from circle_cli.site.published import left_out

ASSETS = Path(__file__).with_name("assets")
log = get_plugin_logger("circle")


class _Settings(Config):  # type: ignore[no-untyped-call]  # a hook that MkDocs left untyped
    """There are none, and MkDocs wants to see that."""


class CirclePlugin(BasePlugin[_Settings]):  # type: ignore[no-untyped-call]  # and another
    """Publishes the guidance, the log's own pages before the program's."""

    @event_priority(100)  # before the search plugin, which asks for our language
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Put our style, script and language before the theme's."""
        config.theme.dirs.insert(0, str(ASSETS))
        config.extra_css.append("circle.css")
        config.extra_javascript.append("circle.js")
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Take out all that MkDocs found in the folder, and put in the pages that may be published."""
        for file in [file for file in files if file.src_dir == config.docs_dir]:
            files.remove(file)
        files.add_files_from_theme(config.theme.get_env(), config)  # those that a file just taken out stood before
        try:
            self.pages = compose_pages(Path(config.docs_dir), lambda uri: File.generated(config, uri, content="").url)
        except CircleError as error:
            raise PluginError(str(error)) from error
        for uri, text in self.pages.items():
            files.append(File.generated(config, uri, content=text.markdown))
        for sentence in left_out(Path(config.docs_dir)):
            log.info(sentence)
        return files

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Give the page as we read it: MkDocs would take a first line such as `Note: ...` for a setting."""
        text = self.pages[page.file.src_uri]
        page.meta = dict(text.meta)
        return text.markdown
