"""Where a log goes beside the folder it lies in: a place it is pushed to, a program that copies the folder."""

import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from circle_cli.log.history.repository import find_repository, repository_around

_LIMIT = 10.0  # seconds
_MENTIONS = re.compile(rb"(?i)\[\s*(remote|include)")
_PUBLIC = ("github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "sr.ht", "gitee.com", "sourceforge.net")
"""Hosts on which anybody may open a place for everybody to read."""
_BY_HOST = r"(?s)(?:[^@/\\:]+@)?(\[[^\]]+\]|[^/\\:@]{2,}):(?!//)(.*)"
_SYNCED = (
    (re.compile(r"(?i)^onedrive($|[ -].*)"), "OneDrive"),
    (re.compile(r"(?i)^dropbox($|[ (-].*)"), "Dropbox"),
    (re.compile(r"(?i)^(mobile documents|icloud ?drive|com~apple~clouddocs)$"), "iCloud"),
    (re.compile(r"(?i)^(google ?drive($|[ -].*)|my drive)"), "Google Drive"),
    (re.compile(r"(?i)^(nextcloud|owncloud)\d*$"), "Nextcloud"),
    (re.compile(r"(?i)^(box|box sync)$"), "Box"),
    (
        re.compile(r"(?i)^(pclouddrive|pcloud drive|mega|megasync|proton drive|seafile|tresorit|cloudstorage)$"),
        "A cloud program",
    ),
)
_MARKS = (
    (".stfolder", "Syncthing"),
    (".dropbox", "Dropbox"),
    (".dropbox.cache", "Dropbox"),
    (".owncloudsync.log", "Nextcloud"),
)
_NAMED = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")


def where_it_goes(root: Path, environ: Mapping[str, str]) -> str:
    """Say where else the log goes, and what to look at there; empty where it goes nowhere, as far as is known."""
    sentences = []
    if around := repository_around(root):
        sentences.append(
            f"It goes into the history of the git repository {around}, and so to whoever has a copy of that."
        )
    if addresses := places(root):
        there = ", ".join(addresses)
        sentences.append(f"It also goes to {there}, whenever this log is sent there. {_who_reads(addresses)}")
    if program := copied_by(root, environ):
        sentences.append(
            f"It lies in a folder that {program} seems to copy elsewhere: please check who may read it there."
        )
    return " ".join(sentences)


def places(root: Path) -> tuple[str, ...]:
    """Give the other places that the repository around a log knows, without anybody's password."""
    try:
        repository = find_repository(root)
        folders = (repository.folder, repository.common) if repository else ()
        if not any(_MENTIONS.search(_settings(folder)) for folder in folders):
            return ()
        from circle_cli.system.running import run_git  # the first question does not wait for what most logs never need

        output = run_git("-C", os.fsencode(root), "remote", "-v", limit=_LIMIT)
    except OSError:
        return ()
    lines = output.out.decode("utf-8", "replace").splitlines() if output.code == 0 else []
    addresses = (line.partition("\t")[2].rpartition(" (")[0] for line in lines)
    return tuple(dict.fromkeys(without_password(address) for address in addresses if address))


def without_password(address: str) -> str:
    """Give an address as it may be shown: host and path, and nothing by which somebody signs in."""
    if "::" in address.partition("/")[0]:
        return f"{address.partition('::')[0]}::…"  # a program of its own, and whatever it is told
    if "://" in address:
        try:
            parts = urlsplit(address)
            port = f":{parts.port}" if parts.port else ""
        except ValueError:
            return f"{address.partition('://')[0]}://…"
        return f"{parts.scheme}://{parts.hostname or ''}{port}{parts.path}"
    by_host = re.fullmatch(_BY_HOST, address)
    return f"{by_host[1]}:{by_host[2]}" if by_host else address


def is_public_host(address: str) -> bool:
    """Tell whether an address is on a host where places may be open to everybody."""
    try:
        host = urlsplit(address).hostname if "://" in address else address.partition(":")[0]
    except ValueError:
        return False
    return any((host or "").lower() == each or (host or "").lower().endswith(f".{each}") for each in _PUBLIC)


def copied_by(root: Path, environ: Mapping[str, str]) -> str:
    """Name the program that copies the folder to another place, if its path or what lies in it tells; else empty."""
    for path in dict.fromkeys((root, Path(os.path.realpath(root)))):
        for part in path.parts:
            found = next((name for pattern, name in _SYNCED if pattern.match(part)), "")
            if found:
                return found
        for folder in (path, *path.parents):
            found = next((name for mark, name in _MARKS if os.path.lexists(folder / mark)), "")
            if found and folder != Path(environ.get("HOME", "")):  # there Dropbox keeps its own settings
                return found
        if any(environ.get(name) and path.is_relative_to(environ[name]) for name in _NAMED):
            return "OneDrive"
    return ""


def _who_reads(addresses: Sequence[str]) -> str:
    if any(is_public_host(address) for address in addresses):
        return "Such a host may show it to everybody, and nobody can tell from here: please check that it is closed."
    return "Please check who may read it there."


def _settings(folder: Path) -> bytes:
    try:
        return (folder / "config").read_bytes()
    except OSError:
        return b""
