"""An archive is opened the same whatever was opened before: what it shares with another is told by every byte."""

import io
import random
import zipfile
from collections.abc import Sequence

import pytest

from circle_cli.errors import CircleError
from circle_cli.share.release import opened
from circle_cli.share.release.opened import Text, texts_in


def archive(*texts: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for number, text in enumerate(texts):
            packed.writestr(zipfile.ZipInfo(f"word/{number}.xml"), text * 20, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def told(content: bytes) -> Sequence[Text] | str:
    try:
        return [*texts_in(content, ".docx", "a.docx")]
    except CircleError as error:
        return error.what


def test_whichever_bit_is_another_an_archive_says_what_it_would_say_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    one, chance = archive("<w:p>What we tried</w:p>", "<w:p>and why</w:p>"), random.Random(20261127)  # noqa: S311
    other = archive("<w:p>What we tried</w:p>", "<w:p>and where</w:p>")
    assert told(one) and told(other) and told(one)
    for _ in range(400):
        flipped = bytearray(one)
        flipped[chance.randrange(len(one))] ^= 1 << chance.randrange(8)
        after_others = told(bytes(flipped))
        with monkeypatch.context() as alone:
            alone.setattr(opened, "_members", {})
            assert told(bytes(flipped)) == after_others
        told(one)
    assert opened._members  # else nothing was told by what was opened before
