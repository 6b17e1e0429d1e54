"""OpenSSH signatures, verified in the process: a program started for each of ten thousand would take a minute.

The one owner of `sshsig`, which reads the format (OpenSSH's PROTOCOL.sshsig) and leaves the arithmetic to
`cryptography`. It passes over what stands around a signature, and in its reserved field: what could say something
that nobody signed is refused here. A signature is handed about as one line of base64, without OpenSSH's armour.
"""

import hashlib
import re
from base64 import b64decode, b64encode
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sshsig import PublicKey

SIGNATURE = re.compile("[A-Za-z0-9+/]{16,4000}={0,2}")
"""What a signature looks like; whether it is one, only verifying tells."""

_HASHES = (b"sha512", b"sha256")
_LAST = 64
"""Bytes: an Ed25519 signature is so long, and one by RSA longer."""

_ARMOUR = re.compile(r"-----BEGIN SSH SIGNATURE-----\s+([A-Za-z0-9+/=\s]+)\s-----END SSH SIGNATURE-----\s*")


def signer(message: bytes, signature: str, namespace: str) -> str | None:
    """Give the public key (`ssh-ed25519 AAAA...`) that signed exactly this message for this purpose; None if none did.

    Keys of the kinds Ed25519 and RSA are known; a signature by another kind is none.
    """
    if not SIGNATURE.fullmatch(signature):
        return None
    try:
        whole = b64decode(signature, validate=True)
        form = _form_of(whole[:-_LAST], namespace)
        if form is None or b64encode(whole).decode() != signature:
            return None
        hashed = hashlib.new(form.hash_algo, message).digest()
        refused = form.key.do_verify(form.inner + whole[-_LAST:], form.before_hash + hashed)
        return form.spelt if refused is None else None
    except (NotImplementedError, ValueError, AssertionError):  # the last one: of two kinds of key
        return None


class _Form(NamedTuple):
    """What all signatures by one key for one purpose have in common, read once: ten thousand are told from it."""

    key: "PublicKey"
    spelt: str
    inner: bytes
    """How what the key made begins."""
    hash_algo: str
    before_hash: bytes
    """The bytes that a key signs of a message, as OpenSSH lays them out, up to the message's digest."""


@lru_cache(maxsize=1_000)  # a log has some ten keys, and each has signed a thousand times
def _form_of(beginning: bytes, namespace: str) -> _Form | None:
    """Read all of a signature but its last bytes; None where it is none, or OpenSSH would have written it otherwise.

    Those bytes are a part of the number that a key made, which nothing follows and no length stands in; so whatever
    they are, the signature is read as it is with others in their place.
    """
    from sshsig.binary_io import SshWriter, ssh_read_string_pair
    from sshsig.sshsig import SshsigSignature, SshsigWrapper

    whole = beginning + bytes(_LAST)
    parts = SshsigSignature(whole)
    if parts.namespace != namespace.encode() or parts.hash_algo not in _HASHES:
        return None
    key, spelt = _key_of(parts.public_key)
    kind, number = ssh_read_string_pair(parts.signature)
    inner = BytesIO()
    for part in (kind, number):
        SshWriter(inner).write_string(part)
    as_written = inner.getvalue() == parts.signature and bytes(parts) == whole
    if not as_written or len(number) < _LAST or parts.public_key != b64decode(spelt.split()[1]):
        return None
    hash_algo = parts.hash_algo.decode()
    empty = bytes(hashlib.new(hash_algo).digest_size)
    signed = bytes(SshsigWrapper(namespace=parts.namespace, hash_algo=parts.hash_algo, hash=empty))
    return _Form(key, spelt, parts.signature[:-_LAST], hash_algo, signed[: -len(empty)])


def out_of_armour(armoured: str) -> str | None:
    """Give the one line that stands for what `ssh-keygen -Y sign` wrote; None where that is no signature."""
    found = _ARMOUR.fullmatch(armoured)
    return "".join(found[1].split()) if found else None


def known_key(text: str) -> str | None:
    """Give a public key in the one spelling that we compare, its kind and its base64; None if it is none."""
    from sshsig import PublicKey

    try:
        return _one_spelling(PublicKey.from_openssh_str(text.strip()).openssh_str())
    except (NotImplementedError, ValueError):
        return None


def fingerprint(key: str) -> str:
    """Give what people compare over the telephone: `SHA256:` and 43 letters, as ssh-keygen shows it."""
    return "SHA256:" + b64encode(hashlib.sha256(b64decode(key.split()[1])).digest()).decode().rstrip("=")


@lru_cache(maxsize=1_000)
def _key_of(encoded: bytes) -> tuple["PublicKey", str]:
    """Give a key that a signature names, and its one spelling."""
    from sshsig import PublicKey

    key = PublicKey.from_ssh_encoding(encoded)
    return key, _one_spelling(key.openssh_str())


def _one_spelling(key: str) -> str:
    return " ".join(key.split()[:2])
