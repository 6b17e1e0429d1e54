"""Builds the site with MkDocs: beside the old one, which it replaces only when all went well. Also the preview.

The stages between come in as values, since some of them know of sessions, and nothing of the site may.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from circle_cli.errors import CircleError
from circle_cli.guidance.files import PAGES
from circle_cli.points.folder import Published
from circle_cli.points.open_folder import Look, look_each_time
from circle_cli.settings import load_settings
from circle_cli.site.building.carried import GIT, take_along
from circle_cli.site.building.contents import Inspect, LeaveOut, MakeHandouts, MakeKit
from circle_cli.site.building.finish import files_of, finish, untouched
from circle_cli.site.building.mkdocs_yml import refuse_settings, settings_of
from circle_cli.site.building.telling import plainly, tell
from circle_cli.site.building.workshop import release, workshop
from circle_cli.site.drawing.drawn import uri_of
from circle_cli.site.plugin import CirclePlugin
from circle_cli.site.written import digests_of
from circle_cli.system.no_links import inside, own_folder

_SHOWN = 10
ADDRESS = "127.0.0.1:8000"
FinishSite = Callable[[Path, frozenset[str], frozenset[str], Mapping[str, bytes]], frozenset[str]]
"""Takes the built folder, the pages meant, the theme's own files, and digests of what is to stay as it was made; gives
the files it let through."""

Sweep = Callable[[Path, Published, frozenset[str]], Mapping[str, Sequence[str]]]
"""Takes the built folder, the learning points and the theme's own files; gives, for every file, what it found there."""

LookBack = Callable[[Path, Path, Path], Sequence[str]]
"""Takes the old site, what of it goes along, and the built folder; gives what git's history of the old one holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stages:
    """What a site must pass before it is released. Each gives back what it looked at, so that none can be left out."""

    inspect: Inspect
    leave_out: LeaveOut | None = None
    approved: Look = look_each_time
    """May know that an approval counted before."""

    handouts: MakeHandouts | None = None
    """Makes what of each learning point is handed out; without it, nothing is."""
    finish: FinishSite = finish
    sweep: Sweep
    look_back: LookBack | None = None
    """Looks through the git history that goes along with a site; without it, none goes along."""


def build_site(log_root: Path, stages: Stages, *, make_kit: MakeKit | None = None, notice: str = "") -> Path:
    """Build the site of a learning log into its `site/` folder; a `notice` stands above every page.

    `make_kit` makes what it offers to print; without it, it offers nothing.

    Raises:
        CircleError: a page is wrong, a stage does not let it pass, or a file cannot be written; the old site is as it
            was.
    """
    site = inside(log_root, log_root / "site")  # what is hidden there goes into the new one
    with plainly(log_root), workshop(log_root, tell) as made:
        fresh = made / "site"
        config = load_config(
            config_file=str(settings_for(log_root)),
            docs_dir=str(pages_of(log_root, made)),
            site_dir=str(fresh),
            strict=True,
        )
        config.plugins.on_startup(command="build", dirty=False)
        plugin = plugin_of(config)
        plugin.inspect, plugin.notice = stages.inspect, notice
        plugin.leave_out, plugin.make_handouts = stages.leave_out, stages.handouts
        plugin.approved = stages.approved
        plugin.settings, plugin.make_kit, plugin.log_root = load_settings(log_root), make_kit, log_root
        try:
            mkdocs_build.build(config)
        finally:
            config.plugins.on_shutdown()
        published = _examine(fresh, config, plugin, stages)
        packed = take_along(site, hidden := made / "hidden")
        in_git = sweep_carried(hidden, published, packed, stages.sweep)
        if packed or ((hidden / GIT).is_file() and not in_git):
            in_git += _look_back(site, hidden, fresh, stages.look_back)
        if in_git:
            raise CircleError(_past_found(in_git))
        for path in hidden.iterdir():
            path.rename(fresh / path.name)
        release(fresh, site)
    return site


def _examine(fresh: Path, config: MkDocsConfig, plugin: CirclePlugin, stages: Stages) -> Published:
    """Hold a built site, with its index of words, to all that must be true of it; gives its learning points.

    Raises:
        CircleError: it is not, or a stage did not look at everything.
    """
    contents = plugin.contents
    if contents is None or not contents.inspected:
        raise CircleError("The learning points were not all inspected; nothing was published")
    published = contents.published
    pages = {*PAGES, *contents.pages, *map(uri_of, published.points), *map(uri_of, published.withdrawn)}
    meant = frozenset(File.generated(config, uri, content="").dest_uri for uri in {*pages, *contents.feeds})
    own = untouched(fresh, plugin.of_theme) | contents.beside.keys()
    made = {**contents.digests, **digests_of(plugin.index)}
    if stages.finish(fresh, meant, own, made) != files_of(fresh):
        raise CircleError("The files of the site were not all looked at; nothing was published")
    sweep_whole(fresh, published, own, stages.sweep)
    return published


def _look_back(site: Path, carried: Path, fresh: Path, look: LookBack | None) -> list[str]:
    """Have the git history that goes along with a site looked through; gives what of a session is in it.

    Raises:
        CircleError: nobody did.
    """
    if look is None:
        raise CircleError("The git history in site/.git was not looked through; nothing was published")
    return [*look(site, carried, fresh)]


def sweep_whole(folder: Path, published: Published, own: frozenset[str], sweep: Sweep) -> None:
    """Have every file of a folder swept.

    Raises:
        CircleError: a file was not looked at, or holds what belongs to a session.
    """
    if any((swept := _swept(folder, published, own, sweep)).values()):
        raise CircleError(_places_found(swept))


def sweep_carried(folder: Path, published: Published, packed: frozenset[str], sweep: Sweep) -> list[str]:
    """Have what goes along from the old site swept; gives what of a session is in the files of its `.git`.

    Raises:
        CircleError: a file was not looked at, or one beside `.git` holds what belongs to a session.
    """
    swept = _swept(folder, published, packed, sweep)
    beside = {name: found for name, found in swept.items() if not _is_of_git(name)}
    if any(beside.values()):
        raise CircleError(_places_found(beside))
    return [f"{name}: {what}" for name, found in swept.items() if _is_of_git(name) for what in found]


def _is_of_git(name: str) -> bool:
    return name == GIT or name.startswith(f"{GIT}/")


def _swept(folder: Path, published: Published, own: frozenset[str], sweep: Sweep) -> Mapping[str, Sequence[str]]:
    swept = sweep(folder, published, own)
    if swept is None or swept.keys() != files_of(folder):
        raise CircleError("The site was not swept whole; nothing was published")
    return swept


def _places_found(swept: Mapping[str, Sequence[str]]) -> str:
    places = "\n".join(f"  {name}: {what}" for name, found in sorted(swept.items()) for what in found)
    return (
        f"The site holds what belongs to a private session; nothing was published:\n{places}\n"
        "The words are not shown here, since others may read this. Look at these places beside the casts of your "
        "sessions, reword or withdraw what names somebody, and build the site again."
    )


def _past_found(found: Sequence[str]) -> str:
    places = "\n".join(f"  {place}" for place in found[:_SHOWN])
    more = f"\n  and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
    return (
        "What git keeps in site/.git holds what belongs to a private session, and whoever gets the site with git gets "
        f"that too; nothing was published:\n{places}{more}\n"
        "`git -C site show` with a number from above shows you one; the words are not shown here, since others may "
        "read this. Rewording a page takes nothing out of a history, so begin a new one: move site/.git away, "
        "build, then `git init` in site and one commit. Push that with --force over the old branch, and have the old "
        "history deleted where it was pushed to; who has a copy keeps it. Where it is the name of whoever committed, "
        "commit there under another: `git config user.name`, in site."
    )


def serve(log_root: Path, address: str = ADDRESS) -> None:
    """Show the site on this computer, and again after each change, until Ctrl-C.

    Raises:
        CircleError: a page is wrong at the start, or the address is taken.
    """
    from mkdocs.commands import serve as mkdocs_serve  # with a server, and what watches files

    with plainly(log_root, aloud=True), TemporaryDirectory() as made:
        mkdocs_serve.serve(
            config_file=str(settings_for(log_root)),
            docs_dir=str(pages_of(log_root, Path(made))),
            dev_addr=address,
            strict=True,
        )


def settings_for(log_root: Path) -> Path:
    """Find the log's `mkdocs.yml`, else the program's; it is looked through before MkDocs obeys it."""
    chosen = settings_of(log_root)
    refuse_settings(chosen)
    return chosen


def plugin_of(config: MkDocsConfig) -> CirclePlugin:
    """Find our plugin among those that MkDocs loaded."""
    plugin = config.plugins.get("circle")
    if not isinstance(plugin, CirclePlugin):
        raise CircleError("Another plugin goes by the name of `circle` on this computer; nothing was published")
    return plugin


def pages_of(log_root: Path, made: Path) -> Path:
    """Give the log's `guidance/`, whatever its `mkdocs.yml` says; an empty folder where it has none."""
    if own := own_folder(log_root / "guidance"):
        return own
    empty = made / "guidance"
    empty.mkdir()
    return empty
