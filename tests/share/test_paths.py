"""Nobody's words choose a path: an id that is none leads to no file, in the log or outside it."""

from pathlib import Path

import pytest

from circle_cli.errors import CircleError
from circle_cli.log.folder import Log
from circle_cli.log.saving import save_new
from circle_cli.share.proposal import path_of

PATHS = ("../guidance/evil", "/etc/evil", "..", "", "k3f9abcd/../../evil", "k3f9abcd\n", "K3F9ABCD")


@pytest.mark.parametrize("id_", PATHS)
def test_a_proposal_lies_nowhere_but_in_its_folder(tmp_path: Path, id_: str) -> None:
    with pytest.raises(CircleError, match="is no learning point's id"):
        path_of(tmp_path, id_)


@pytest.mark.parametrize("id_", [*PATHS, "../x/2026-11-23-k3f9", "2026-11-23-k3f9/../../x"])
def test_a_session_is_saved_nowhere_but_in_its_folder(tmp_path: Path, id_: str) -> None:
    with pytest.raises(CircleError, match="is no session id"):
        save_new(Log(root=tmp_path / "log", tell=print), id_, "Tea", "words")
    assert not list(tmp_path.iterdir())
