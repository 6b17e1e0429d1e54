"""Where a person's own things lie, as Linux says at once; light to load, as every command asks."""

import os
import sys

_UNDER_HOME = {"data": ".local/share", "config": ".config", "state": ".local/state"}
"""Where Linux has a person's own things, unless the environment says otherwise."""

LOG_IN_USE, OWN_SETTINGS = "log-in-use", "settings.yml"
"""Files among somebody's settings: which log circle uses, and what they settled for themselves."""


def under_home(what: str) -> str:
    """Give the folder for `data`, `config` or `state`, as `platformdirs` would; nothing where that has to be asked."""
    if sys.platform != "linux" or "ANDROID_DATA" in os.environ:
        return ""
    told, home = os.environ.get(f"XDG_{what.upper()}_HOME", ""), os.environ.get("HOME", "")
    if told.startswith("/"):
        return f"{told}/circle"
    return os.path.join(home, _UNDER_HOME[what], "circle") if home.startswith("/") else ""  # noqa: PTH118
