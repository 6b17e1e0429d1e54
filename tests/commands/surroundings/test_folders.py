"""Where a person's own things lie: a log that is found somewhere else after an update would be as good as lost."""

import sys
from pathlib import Path

import platformdirs
import pytest

from circle_cli.commands.folders import own_folder, own_log_folder, place_of_own_settings

KINDS = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs is asked itself")
@pytest.mark.parametrize("told", [None, "", "/srv/own", "/srv/own/", "//srv/own", "here", "~/own", " /srv"])
@pytest.mark.parametrize("home", ["/home/jo", "/home/jo/", "/"])
def test_they_lie_where_platformdirs_has_them(told: str | None, home: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", home)
    for name in KINDS:
        monkeypatch.delenv(name, raising=False)
        if told is not None:
            monkeypatch.setenv(name, f"{told}/{name}" if told else told)
    assert [own_log_folder(), place_of_own_settings().parent, own_folder()] == [
        Path(find("circle", appauthor=False))
        for find in (platformdirs.user_data_path, platformdirs.user_config_path, platformdirs.user_state_path)
    ]
