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
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sshsig import PublicKey
    from sshsig.sshsig import SshsigSignature

SIGNATURE = re.compile("[A-Za-z0-9+/]{16,4000}={0,2}")
"""What a signature looks like; whether it is one, only verifying tells."""

_HASHES = (b"sha512", b"sha256")
_ARMOUR = re.compile(r"-----BEGIN SSH SIGNATURE-----\s+([A-Za-z0-9+/=\s]+)\s-----END SSH SIGNATURE-----\s*")


def signer(message: bytes, signature: str, namespace: str) -> str | None:
    """Give the public key (`ssh-ed25519 AAAA...`) that signed exactly this message for this purpose; None if none did.

    Keys of the kinds Ed25519 and RSA are known; a signature by another kind is none.
    """
    from sshsig.sshsig import SshsigSignature

    if not SIGNATURE.fullmatch(signature):
        return None
    try:
        parts = SshsigSignature(b64decode(signature, validate=True))
        if parts.namespace != namespace.encode() or parts.hash_algo not in _HASHES:
            return None
        key, spelt = _key_of(parts.public_key)
        refused = key.do_verify(parts.signature, _signed(message, parts))
        return spelt if refused is None and _says_nothing_else(parts, signature, spelt) else None
    except (NotImplementedError, ValueError, AssertionError):  # the last one: of two kinds of key
        return None


def _signed(message: bytes, parts: "SshsigSignature") -> bytes:
    """Give the bytes that a key signs of a message, as OpenSSH lays them out."""
    from sshsig.sshsig import SshsigWrapper

    hashed = hashlib.new(parts.hash_algo.decode(), message).digest()
    return bytes(SshsigWrapper(namespace=parts.namespace, hash_algo=parts.hash_algo, hash=hashed))


def _says_nothing_else(parts: "SshsigSignature", signature: str, key: str) -> bool:
    """Tell whether it is spelt in the one way in which OpenSSH would have written it."""
    from sshsig.binary_io import SshWriter, ssh_read_string_pair

    inner = BytesIO()
    for part in ssh_read_string_pair(parts.signature):
        SshWriter(inner).write_string(part)
    return (
        parts.public_key == b64decode(key.split()[1])
        and parts.signature == inner.getvalue()
        and b64encode(bytes(parts)).decode() == signature
    )


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


@lru_cache(maxsize=1_000)  # a log has some ten keys, and each has signed a thousand times
def _key_of(encoded: bytes) -> tuple["PublicKey", str]:
    """Give a key that a signature names, and its one spelling."""
    from sshsig import PublicKey

    key = PublicKey.from_ssh_encoding(encoded)
    return key, _one_spelling(key.openssh_str())


def _one_spelling(key: str) -> str:
    return " ".join(key.split()[:2])
