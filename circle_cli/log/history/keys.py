"""The key with which somebody signs what they state and approve: made and used with OpenSSH's own `ssh-keygen`.

A key of one's own lies in the person's state folder, without a passphrase, readable by them alone. Whoever signs with
an SSH key in git already signs with that one here, if it signs without asking anything and is of a kind that other
computers can verify. Of git's settings those of the person count, never those of a log.
"""

import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from circle_cli.errors import USAGE, CircleError, Place, refused
from circle_cli.signing.signatures import known_key, out_of_armour, signer
from circle_cli.system.files import make_folder, remove_tree, sync
from circle_cli.system.processes import left_by_the_dead
from circle_cli.system.programs import find_program
from circle_cli.system.running import run, run_git

_FOLDER, _NAME = "key-for-approving", "key"
_LIMIT = 30.0  # seconds; an agent may ask somebody for a touch of a token
_HOW_TO_GET_IT = (
    "OpenSSH has it: it comes with macOS, with Windows 10 and newer (Settings, Optional features, OpenSSH Client) and "
    "with git for Windows; elsewhere the package is called openssh-client"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """A key: the public half in one spelling, and the file by which ssh-keygen finds the private one."""

    public: str
    path: Path


def keys_of(folder: Path) -> tuple[Key, ...]:
    """Give the keys with which this person can sign: git's where it has a fit one, then their own, made if need be.

    Raises:
        CircleError: there is no ssh-keygen, or no key can be made.
    """
    own = _own(folder)
    return tuple(key for key in (_of_git(), own) if key is not None)


def public_keys(folder: Path | None) -> frozenset[str]:
    """Give the public halves of all keys that are this person's: what is signed with one of them is their own.

    None is made for it, and none is tried.
    """
    places = [folder / _FOLDER / f"{_NAME}.pub"] if folder else []
    if named := _setting("user.signingkey"):
        places += [Path(named).expanduser(), _public_half(Path(named).expanduser())]
    read = map(known_key, (named.removeprefix("key::"), *map(_text_of, places)))
    return frozenset(key for key in read if key)


def sign(message: bytes, namespace: str, key: Key) -> str:
    """Sign, and give the signature as one line of base64; it was verified here.

    Raises:
        CircleError: it could not be signed.
    """
    signed = _signed(message, namespace, key.path)
    if signed is None or signer(message, signed, namespace) != key.public:
        raise CircleError("it could not be signed with this key", where=Place(key.path))
    return signed


def _own(folder: Path) -> Key:
    place = folder / _FOLDER
    path, public = place / _NAME, place / f"{_NAME}.pub"
    for left in left_by_the_dead(folder, f"{_FOLDER}-"):  # half a key, of a program that was killed
        with suppress(OSError):
            remove_tree(left)
    if not public.is_file():
        _make(place)
    key = known_key(_text_of(public))
    if key is None:
        raise CircleError(
            "this is no public key", where=Place(public), do="move its folder away, and a new one is made"
        )
    return Key(public=key, path=path)


def _make(place: Path) -> None:
    """Make a key, both halves in one step: neither a kill nor a second maker leaves one that does not fit the other."""
    program = _ssh_keygen()
    try:
        make_folder(place.parent)
        with TemporaryDirectory(prefix=f"{_FOLDER}-{os.getpid()}-", dir=place.parent) as begun:
            halves = Path(begun) / "made"
            halves.mkdir(mode=0o700)
            words: list[str | bytes] = ["-q", "-t", "ed25519", "-N", "", "-C", "", "-f", os.fsencode(halves / _NAME)]
            made = run([program, *words], limit=_LIMIT)
            if made.code != 0:
                raise CircleError(f"No key could be made to sign with: {made.text}", where=Place(place))
            (halves / ".gitignore").write_text("*\n", encoding="utf-8")  # on macOS, state lies in the own log
            for half in halves.iterdir():
                sync(half)
            halves.rename(place)
        sync(place.parent)
    except OSError as error:
        if not place.exists():  # else somebody made one in the same moment
            raise refused(error) from error


def _of_git() -> Key | None:
    """Find the key with which git signs for this person."""
    if _setting("gpg.format") != "ssh" or not (named := _setting("user.signingkey")):
        return None
    path = Path(named).expanduser()
    key = known_key(_text_of(_public_half(path)))  # one that is named by its words, and is in an agent, is passed over
    return Key(public=key, path=path) if key and _signed(b"", "circle-trial", path) else None


def _public_half(path: Path) -> Path:
    return path if path.suffix == ".pub" else path.with_name(f"{path.name}.pub")


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except (OSError, ValueError):
        return ""


def _setting(name: str) -> str:
    output = run_git("config", "--global", "--get", name, limit=_LIMIT)
    return output.out.decode("utf-8", "replace").strip() if output.code == 0 else ""


def _signed(message: bytes, namespace: str, path: Path) -> str | None:
    command: list[str | bytes] = [_ssh_keygen(), "-q", "-Y", "sign", "-n", namespace, "-f", os.fsencode(path)]
    output = run(command, limit=_LIMIT, given=message)
    return out_of_armour(output.out.decode("ascii", "replace")) if output.code == 0 else None


def _ssh_keygen() -> str:
    found = find_program("ssh-keygen", os.environ)
    if found is None and sys.platform == "win32" and (git := find_program("git", os.environ)):
        beside = Path(git).parent.parent / "usr" / "bin" / "ssh-keygen.exe"
        found = str(beside) if beside.is_file() else None
    if found is None:
        wrong = "What somebody states or approves is signed, and `ssh-keygen`, which does that, is not there"
        raise CircleError(wrong, USAGE, do=_HOW_TO_GET_IT)
    return found
