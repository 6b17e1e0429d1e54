import logging
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort, PluginError

from circle_cli.discreet import without_words
from circle_cli.errors import CircleError, Place
from circle_cli.site.building.telling import plainly


def test_our_own_error_comes_back_from_mkdocs_as_it_was(tmp_path: Path) -> None:
    ours = CircleError("missing", where=Place("a.md", 3, key="title"), do="add a line `title: ...`")
    with pytest.raises(CircleError) as caught, plainly(tmp_path):
        try:
            raise ours
        except CircleError as error:
            raise PluginError(str(error)) from error
    assert caught.value is ours


def test_what_mkdocs_found_itself_is_said(tmp_path: Path) -> None:
    with pytest.raises(CircleError) as caught, plainly(tmp_path):
        raise PluginError("a page is not in the nav")
    assert str(caught.value) == "the site was not built:\na page is not in the nav"


def test_what_mkdocs_quotes_is_left_out_where_many_may_read_it(tmp_path: Path) -> None:
    with pytest.raises(CircleError) as caught, plainly(tmp_path):
        logging.getLogger("mkdocs").warning("Doc file 'a.md' contains a link 'the-boy.md'")
        raise Abort("Aborted with 1 warnings in strict mode!")
    assert "the-boy" in str(caught.value)
    assert "the-boy" not in str(without_words(caught.value, tmp_path, tmp_path))
