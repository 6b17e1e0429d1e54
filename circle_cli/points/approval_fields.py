"""What an approval says, as fields of a file: each in the one form that it is written in."""

import re

from circle_cli.fields import Fields
from circle_cli.front_matter.located import Plain, Value
from circle_cli.points.record import Approval
from circle_cli.signing.signatures import SIGNATURE
from circle_cli.vocabulary import CastCheck, ReviewKind

_SHA256 = re.compile("[0-9a-f]{64}")
_VERSION = re.compile(r"[0-9]{1,4}(?:\.[0-9]{1,4}){0,3}(?:\.?(?:a|b|rc|dev|post)[0-9]{1,4}){0,3}")
_LISTS = re.compile("[0-9]{1,4}-[0-9a-f]{1,64}")


def read_approval(keys: Fields) -> Approval:
    """Read what an approval says from the fields of a file; what else stands there is left to the caller."""
    signed = "signature" in keys.left
    return Approval(
        sha256=sha256_of_text(keys),
        review=keys.one_of("review", ReviewKind) if signed else None,
        tool=tool_version(keys),
        lists=lists_version(keys),
        cast=keys.one_of("cast", CastCheck) if signed else None,
        explained=keys.texts("explained"),
        signature=signature_line(keys) if signed else None,
    )


def whole_approval(keys: Fields) -> Approval:
    """Read an approval beside which nothing else stands."""
    approval = read_approval(keys)
    keys.nothing_more()
    return approval


def sha256_of_text(keys: Fields) -> str:
    """Read the digest of a text."""
    return _matching(keys, "sha256", _SHA256, "expected 64 digits and letters from a to f")


def tool_version(keys: Fields) -> str:
    """Read which version of the program it was."""
    return _matching(keys, "tool", _VERSION, "expected the version of the program, such as `0.1.0`")


def lists_version(keys: Fields) -> str:
    """Read with which lists a text was checked."""
    return _matching(keys, "lists", _LISTS, "expected the version of the lists, such as `1-0a1b2c`")


def signature_line(keys: Fields) -> str:
    """Read a signature, in the one line that it is kept in."""
    return _matching(keys, "signature", SIGNATURE, "expected one line of letters and digits, as it was signed")


def _matching(keys: Fields, key: str, form: re.Pattern[str], expected: str) -> str:
    found = keys.text(key)
    if not form.fullmatch(found):
        raise keys.problem(key, expected)
    return found


def said_of(approval: Approval) -> dict[str, Value]:
    """Give what an approval says, as it is written: all of it but the signature."""
    return {
        "sha256": approval.sha256,
        **({"review": Plain(approval.review)} if approval.review else {}),
        "tool": approval.tool,
        "lists": approval.lists,
        **({"cast": Plain(approval.cast)} if approval.cast else {}),
        **({"explained": list(approval.explained)} if approval.explained else {}),
    }


def approval_out(approval: Approval) -> dict[str, Value]:
    """Give an approval as it is written, with its signature."""
    return {**said_of(approval), **({"signature": approval.signature} if approval.signature else {})}
