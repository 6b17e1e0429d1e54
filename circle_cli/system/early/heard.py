"""How git is started, and what it hears of the environment: of where it is and who somebody is, and nothing more.

Light to load: a sync with nothing to do starts git before anything else is there.
"""

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

# A save does not wait for git's housekeeping, and a path is a path, never a pattern.
# Nor does it need a program that watches files for git: a log that came from elsewhere may name any.
_QUIET = ("gc.auto=0", "maintenance.auto=false", "color.ui=false", "core.fsmonitor=false")
GIT = ("git", "--literal-pathspecs", *(word for setting in _QUIET for word in ("-c", setting)))
WAYS = {"GIT_ALLOW_PROTOCOL": "file:http:https:ssh"}
"""How another place may be asked; none of these starts a program that an address names."""
_ENVIRONMENT = {
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_ALLOW_PROTOCOL": "none",  # git does nothing for us that needs another place, whatever a log says
    "LC_ALL": "C",  # git's words are looked up
}
_UNHEARD = ("GIT_", "GPG_TTY")
_PERSON = frozenset(f"GIT_{who}_{what}" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL"))
_OWN_SETTINGS = ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_NOSYSTEM")
"""What a person may set in place of the settings of their home; whoever can write to those can write there."""
_NAMES_A_PERSON = r"(?i)(user|author|committer)\.(name|email)|user\.(useconfigonly|signingkey)"
_MOST_SETTINGS = 1000
UMASK = 0o077
"""What git makes for us only its owner may read, whatever else on this computer is open to others."""


def asked_what_changed(folders: "tuple[str, ...]") -> tuple[str, ...]:
    """Give how git is asked for what it has not as it lies in these folders."""
    return ("status", "--porcelain", "-z", "--no-renames", "-uall", "--", *folders)


def asked_to_fetch(remote: str) -> tuple[str, ...]:
    """Give how git is asked to fetch all branches of a place, and to forget what is there no longer."""
    what = f"+refs/heads/*:refs/remotes/{remote}/*"
    return ("fetch", "-q", "--prune", "--no-tags", "--no-recurse-submodules", "--", remote, what)


def environment(heard: "Mapping[str, str] | None" = None) -> dict[str, str]:
    """Give what a command hears: of git who the person is, and nothing that would run or redirect something."""
    others = {key: value for key, value in os.environ.items() if not key.upper().startswith(_UNHEARD)}
    person = {key: os.environ[key] for key in (*_PERSON, *_OWN_SETTINGS) if key in os.environ}
    return others | person | _given_settings(os.environ) | _ENVIRONMENT | dict(heard or {})


def _given_settings(environ: "Mapping[str, str]") -> dict[str, str]:
    """Give those settings of git that stand in the environment one by one, and name a person."""
    count = environ.get("GIT_CONFIG_COUNT", "")
    if not (count.isascii() and count.isdigit()):
        return {}
    import re  # hardly anybody has any

    given = [
        (environ[f"GIT_CONFIG_KEY_{number}"], environ.get(f"GIT_CONFIG_VALUE_{number}", ""))
        for number in range(min(int(count), _MOST_SETTINGS))
        if re.fullmatch(_NAMES_A_PERSON, environ.get(f"GIT_CONFIG_KEY_{number}", ""))
    ]
    if not given:
        return {}
    named = {"GIT_CONFIG_COUNT": str(len(given))}
    for number, (key, value) in enumerate(given):
        named |= {f"GIT_CONFIG_KEY_{number}": key, f"GIT_CONFIG_VALUE_{number}": value}
    return named
