"""Signatures: what OpenSSH signed is verified here, and nothing else is."""

import subprocess
from base64 import b64decode, b64encode
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from signed import public_key, sign

from circle_cli.signing.readers import APPROVAL
from circle_cli.signing.signatures import fingerprint, known_key, out_of_armour, signer

SIGNED = sign(b"these words")


def test_what_ssh_keygen_signs_is_verified_and_says_whose_it_is(tmp_path: Path) -> None:
    key = tmp_path / "key"
    for kind in (["ed25519"], ["rsa", "-b", "2048"]):
        key.unlink(missing_ok=True)
        subprocess.run(["ssh-keygen", "-q", "-t", *kind, "-N", "", "-C", "bea@example.org", "-f", key], check=True)
        words = ["ssh-keygen", "-q", "-Y", "sign", "-n", APPROVAL, "-f", key]
        signature = out_of_armour(
            subprocess.run(words, input=b"words", capture_output=True, check=True).stdout.decode()
        )
        public = (tmp_path / "key.pub").read_text(encoding="utf-8")
        assert signature is not None
        assert signer(b"words", signature, APPROVAL) == known_key(public) == " ".join(public.split()[:2])
        shown = subprocess.run(["ssh-keygen", "-l", "-f", f"{key}.pub"], capture_output=True, check=True).stdout
        assert fingerprint(known_key(public) or "") == shown.decode().split()[1]


def test_what_we_sign_in_tests_is_what_ssh_keygen_verifies(tmp_path: Path) -> None:
    allowed, signature = tmp_path / "allowed", tmp_path / "words.sig"
    allowed.write_text(f"somebody {public_key()}\n", encoding="utf-8")
    armoured = f"-----BEGIN SSH SIGNATURE-----\n{SIGNED}\n-----END SSH SIGNATURE-----\n"
    signature.write_text(armoured, encoding="utf-8")
    verify = ["ssh-keygen", "-Y", "verify", "-f", allowed, "-I", "somebody", "-n", APPROVAL, "-s", signature]
    subprocess.run(verify, input=b"these words", check=True, capture_output=True)
    assert signer(b"these words", SIGNED, APPROVAL) == public_key()


@pytest.mark.parametrize(
    ("message", "namespace"), [(b"these word", APPROVAL), (b"these words\n", APPROVAL), (b"these words", "git")]
)
def test_other_words_or_another_purpose_are_not_signed(message: bytes, namespace: str) -> None:
    assert signer(message, SIGNED, namespace) is None


def test_of_signatures_by_one_key_each_fits_its_own_words() -> None:
    others = sign(b"other words")

    assert signer(b"these words", SIGNED, APPROVAL) == signer(b"other words", others, APPROVAL) == public_key()
    assert signer(b"these words", others, APPROVAL) is signer(b"other words", SIGNED, APPROVAL) is None
    assert signer(b"these words", SIGNED, "git") is signer(b"these words", SIGNED + "AAAA", APPROVAL) is None


@given(st.integers(0, len(b64decode(SIGNED)) - 1), st.integers(1, 255))
def test_one_changed_byte_makes_it_another_signature_or_none(place: int, flip: int) -> None:
    raw = bytearray(b64decode(SIGNED))
    raw[place] ^= flip
    assert signer(b"these words", b64encode(bytes(raw)).decode(), APPROVAL) is None


@pytest.mark.parametrize("beside", [b"\0", b"Amira", b"\0\0\0\5Amira"])
def test_nothing_can_stand_beside_a_signature(beside: bytes) -> None:
    raw = b64decode(SIGNED)
    assert signer(b"these words", b64encode(raw + beside).decode(), APPROVAL) is None
    reserved = raw.index(APPROVAL.encode()) + len(APPROVAL)
    inside = raw[:reserved] + len(beside).to_bytes(4, "big") + beside + raw[reserved + 4 :]
    assert signer(b"these words", b64encode(inside).decode(), APPROVAL) is None
    length = raw.rindex(b"ssh-ed25519") - 8
    longer = int.from_bytes(raw[length : length + 4], "big") + len(beside)
    within = raw[:length] + longer.to_bytes(4, "big") + raw[length + 4 :] + beside
    assert signer(b"these words", b64encode(within).decode(), APPROVAL) is None


@given(st.text())
def test_what_is_no_signature_is_none(text: str) -> None:
    assert signer(b"", text, APPROVAL) is None
    assert known_key(text) is None
