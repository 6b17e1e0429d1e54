"""Approves invented learning points with an invented reader's key, in the process: a thousand of them in a second.

A person's own approval goes through `ssh-keygen`; the signatures are of the same form, and are verified alike.
"""

from base64 import b64encode
from dataclasses import replace
from datetime import date
from functools import cache
from hashlib import sha512
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from sshsig.binary_io import SshWriter
from sshsig.sshsig import SshsigSignature, SshsigWrapper

from circle_cli.own_words.approval import digest as digest_of_text
from circle_cli.own_words.approval import statement as statement_of_words
from circle_cli.own_words.passages import OwnWords
from circle_cli.points.approval import digest, statement
from circle_cli.points.record import Approval, LearningPoint, Report
from circle_cli.signing.readers import APPROVAL, READERS, Admitted, Reader, render_readers
from circle_cli.vocabulary import CastCheck, ReviewKind


@cache
def _private(seed: int) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(seed.to_bytes(32, "big"))


def public_key(seed: int = 1) -> str:
    """Give the public key of an invented reader."""
    return _private(seed).public_key().public_bytes(Encoding.OpenSSH, PublicFormat.OpenSSH).decode()


def sign(message: bytes, namespace: str = APPROVAL, seed: int = 1) -> str:
    """Sign as `ssh-keygen -Y sign` does."""
    hashed = sha512(message).digest()
    inner = SshsigWrapper(namespace=namespace.encode(), hash_algo=b"sha512", hash=hashed).to_bytes()
    signature = SshsigSignature.__new__(SshsigSignature)
    signature.public_key = _strings(b"ssh-ed25519", _private(seed).public_key().public_bytes_raw())
    signature.namespace, signature.hash_algo = namespace.encode(), b"sha512"
    signature.signature = _strings(b"ssh-ed25519", _private(seed).sign(inner))
    return b64encode(bytes(signature)).decode()


def approve(
    point: LearningPoint,
    *explained: str,
    lists: str = "1-abc",
    tool: str = "0.1.0",
    review: ReviewKind = ReviewKind.SECOND,
    seed: int = 1,
) -> LearningPoint:
    """Approve a learning point, with the words that its reader took for no identifiers."""
    approval = Approval(
        sha256=digest(point), review=review, tool=tool, lists=lists, cast=CastCheck.CHECKED, explained=explained
    )
    return replace(point, approval=replace(approval, signature=sign(statement(point, approval), seed=seed)))


def approve_words(words: OwnWords, *explained: str, seed: int = 1) -> Approval:
    """Approve what a log says on its site in its own words."""
    approval = Approval(
        sha256=digest_of_text(words.text), review=ReviewKind.SECOND, tool="0.1.0", lists="1-abc",
        cast=CastCheck.CHECKED, explained=explained,
    )  # fmt: skip
    return replace(approval, signature=sign(statement_of_words(words.name, words.text, approval), seed=seed))


def approve_report(report: Report, *, review: ReviewKind = ReviewKind.SECOND, seed: int = 1) -> Report:
    """Approve a report from trying a learning point."""
    approval = Approval(sha256=digest(report), review=review, tool="0.1.0", lists="1-abc", cast=CastCheck.CHECKED)
    return replace(report, approval=replace(approval, signature=sign(statement(report, approval), seed=seed)))


def known(seed: int = 1) -> Admitted:
    """Give the readers of a log in which the invented one is the only one."""
    return Admitted(readers=(Reader(name="reader-exam", key=public_key(seed), since=date(2021, 1, 1)),))


def private_key(seed: int = 1) -> bytes:
    """Give the private key of an invented reader as a file of OpenSSH."""
    return _private(seed).private_bytes(Encoding.PEM, PrivateFormat.OpenSSH, NoEncryption())


def admit(log_root: Path, seed: int = 1) -> bool:
    """Make the invented reader one of this log, if nobody is one yet; tell whether that was so."""
    if (log_root / READERS).exists():
        return False
    (log_root / READERS).write_text(render_readers(known(seed)), encoding="utf-8", newline="\n")
    return True


def _strings(*texts: bytes) -> bytes:
    from io import BytesIO

    writer = SshWriter(BytesIO())
    for text in texts:
        writer.write_string(text)
    return writer.output_fh.getvalue()
