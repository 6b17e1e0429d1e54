"""Lets MkDocs say only what a person needs, and turns its ways of failing into our one error."""

import logging
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.exceptions import Abort, MkDocsException, PluginError

from circle_cli.discreet import is_ci, without_words
from circle_cli.errors import DISK, PERMISSION, CircleError, Place
from circle_cli.guidance.files import own_pages
from circle_cli.shown import shown
from circle_cli.waiting import how_far

_CONFIG = re.compile(r"^Config value '(\w+)': ")
"""How MkDocs begins what it has to say of a setting, without the file in which that stands."""

_OURS = "mkdocs.plugins.circle"


def tell(sentence: str) -> None:
    """Say something beside the building itself; it is heard inside `plainly`."""
    logging.getLogger(_OURS).info(sentence)


@contextmanager
def plainly(log_root: Path, *, aloud: bool = False) -> Iterator[None]:
    """Let MkDocs say only what a person needs, and turn its ways of failing into our one error."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"  # an advertisement that Material prints on every run
    listener = _Listener(aloud=aloud)
    logger = logging.getLogger("mkdocs")
    before = logger.level, logger.propagate
    logger.setLevel(logging.INFO)
    logger.propagate = False
    logger.addHandler(listener)
    try:
        yield
    except (Abort, MkDocsException) as error:
        if ours := cause_of(error):
            raise ours from None
        told = "\n".join(f"  {problem}" for problem in listener.problems)
        # it quotes links and headings; where many may read it, `circle check` says the places
        raise CircleError("the site was not built:\n…", words=told or str(error)) from error
    except OSError as error:
        if error.errno is None:  # a library's own kind of error, and a bug: no disk has spoken
            raise
        code = PERMISSION if isinstance(error, PermissionError) else DISK
        where = error.filename or log_root
        wrong = f"{error.strerror or error}; the site was not built"
        raise CircleError(wrong, code, where=Place(where)) from error
    finally:
        logger.removeHandler(listener)
        logger.setLevel(before[0])
        logger.propagate = before[1]


@contextmanager
def overheard() -> Iterator[list[str]]:
    """Give what MkDocs warns of, as it does; nothing is said."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    listener = _Listener(aloud=False, ours=False)
    logger = logging.getLogger("mkdocs")
    before = logger.propagate
    logger.propagate = False
    logger.addHandler(listener)
    try:
        yield listener.problems
    finally:
        logger.removeHandler(listener)
        logger.propagate = before


def cause_of(error: BaseException) -> CircleError | None:
    """Find our own error, which the plugin gave to MkDocs as one of its kind."""
    cause: BaseException | None = error
    while cause is not None and not isinstance(cause, CircleError):
        cause = cause.__cause__ or cause.__context__
    return cause


@contextmanager
def as_plugin_error(log_root: Path) -> Iterator[None]:
    """Stop the build in MkDocs' way, so that `mkdocs build` says in a line what is wrong.

    It does so without words of the log where there is no terminal, or a CI: many may read what it prints.
    """
    try:
        yield
    except CircleError as error:
        wrong = error if is_own() else without_words(error, log_root, own_pages())
        raise PluginError(shown(str(wrong))) from error


def is_own() -> bool:
    """Tell whether only whoever sits at this terminal reads what is printed."""
    return sys.stderr.isatty() and not is_ci(os.environ)


class _Listener(logging.Handler):
    """Keeps MkDocs' warnings for the error; says what our plugin has to say, and all of it where `aloud`."""

    def __init__(self, *, aloud: bool, ours: bool = True) -> None:
        super().__init__(logging.INFO)
        self.aloud, self.ours = aloud, ours  # aloud in the preview, which goes on after a mistake
        self.problems: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        if record.levelno >= logging.WARNING:
            self.problems.append(_CONFIG.sub(r"mkdocs.yml: \1: ", message))
        ours = (self.ours and record.name == _OURS) or "Serving on" in message
        if ours or (self.aloud and record.levelno >= logging.WARNING):
            how_far.clear()
            print(shown(message), file=sys.stderr)
