from pathlib import Path

import pytest
from mkdocs.exceptions import PluginError

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
