"""Builds the site with MkDocs: beside the old one, which it replaces only when all went well. Also the preview."""

import logging
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from mkdocs.commands import build as mkdocs_build
from mkdocs.commands import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from circle_cli.errors import DISK, PERMISSION, CircleError
from circle_cli.guidance.files import own_pages

ADDRESS = "127.0.0.1:8000"
_IGNORE_ALL = "*\n!.gitignore\n"


def build_site(log_root: Path) -> Path:
    """Build the site of a learning log into its `site/` folder.

    Raises:
        CircleError: a page is wrong, or a file cannot be written; the old site is as it was.
    """
    site = log_root / "site"
    with _plainly(log_root), TemporaryDirectory(prefix=".site-", dir=log_root) as made:
        workshop = Path(made)
        (workshop / ".gitignore").write_text("*\n", encoding="utf-8")  # should we be killed, git does not see it
        fresh = workshop / "site"
        config = load_config(
            config_file=str(_settings(log_root)),
            docs_dir=str(_pages(log_root, workshop)),
            site_dir=str(fresh),
            strict=True,
        )
        config.plugins.on_startup(command="build", dirty=False)
        try:
            mkdocs_build.build(config)
        finally:
            config.plugins.on_shutdown()
        _keep_hidden(site, fresh)
        _swap(fresh, site, workshop / "old")
    return site


def serve(log_root: Path, address: str = ADDRESS) -> None:
    """Show the site on this computer, and again after each change, until Ctrl-C.

    Raises:
        CircleError: a page is wrong at the start, or the address is taken.
    """
    with _plainly(log_root, aloud=True), TemporaryDirectory() as made:
        mkdocs_serve.serve(
            config_file=str(_settings(log_root)),
            docs_dir=str(_pages(log_root, Path(made))),
            dev_addr=address,
            strict=True,
        )


def _settings(log_root: Path) -> Path:
    """Find the log's `mkdocs.yml`, else the program's: inside the installed package, or beside it in a clone."""
    packed = Path(__file__).parents[1] / "_mkdocs.yml"
    own = packed if packed.is_file() else own_pages().with_name("mkdocs.yml")
    return log_root / "mkdocs.yml" if (log_root / "mkdocs.yml").is_file() else own


def _pages(log_root: Path, workshop: Path) -> Path:
    """Give the log's `guidance/`, whatever its `mkdocs.yml` says; an empty folder where it has none."""
    if (log_root / "guidance").is_dir():
        return log_root / "guidance"
    empty = workshop / "guidance"
    empty.mkdir()
    return empty


def _keep_hidden(site: Path, fresh: Path) -> None:
    """Carry over what MkDocs too would leave alone: `.gitignore`, and a `.git` or `.nojekyll` somebody put there."""
    (fresh / ".gitignore").write_text(_IGNORE_ALL, encoding="utf-8")
    for path in site.glob(".*"):
        if path.is_dir():
            shutil.copytree(path, fresh / path.name, symlinks=True)
        else:
            shutil.copy2(path, fresh / path.name)


def _swap(fresh: Path, site: Path, old: Path) -> None:
    if not site.exists():
        fresh.rename(site)
        return
    site.rename(old)
    try:
        fresh.rename(site)
    except OSError:
        old.rename(site)
        raise


@contextmanager
def _plainly(log_root: Path, *, aloud: bool = False) -> Iterator[None]:
    """Let MkDocs say only what a person needs, and turn its ways of failing into our one error."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"  # an advertisement that Material prints on every run
    listener = _Listener(aloud)
    logger = logging.getLogger("mkdocs")
    before = logger.level, logger.propagate
    logger.setLevel(logging.INFO)
    logger.propagate = False
    logger.addHandler(listener)
    try:
        yield
    except (Abort, MkDocsException) as error:
        raise CircleError(_reason(error, listener)) from error
    except OSError as error:
        if error.errno is None:  # a library's own kind of error, and a bug: no disk has spoken
            raise
        code = PERMISSION if isinstance(error, PermissionError) else DISK
        where = error.filename or log_root
        raise CircleError(f"{where}: {error.strerror or error}; the site was not built", code) from error
    finally:
        logger.removeHandler(listener)
        logger.setLevel(before[0])
        logger.propagate = before[1]


def _reason(error: BaseException, listener: "_Listener") -> str:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, CircleError):
            return str(cause)
        cause = cause.__cause__ or cause.__context__
    told = "\n".join(f"  {problem}" for problem in listener.problems)
    return f"the site was not built:\n{told or error}"


class _Listener(logging.Handler):
    """Keeps MkDocs' warnings for the error; says what our plugin has to say, and all of it where `aloud`."""

    def __init__(self, aloud: bool) -> None:
        super().__init__(logging.INFO)
        self.aloud = aloud  # in the preview, which goes on after a mistake
        self.problems: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        said = record.getMessage()
        if record.levelno >= logging.WARNING:
            self.problems.append(said)
        ours = record.name == "mkdocs.plugins.circle" or "Serving on" in said
        if ours or (self.aloud and record.levelno >= logging.WARNING):
            print(said, file=sys.stderr)
