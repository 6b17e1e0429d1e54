"""The logo: its pixels alone come onto the site, and no other picture at all."""

from pathlib import Path
from zlib import compress

import pytest
from making import part, png

from circle_cli.errors import CircleError
from circle_cli.own_words.picture import read_logo
from circle_cli.own_words.site import said_in_settings

WHOLE = png()
BY_PALETTE = b"\x08\x03\x00\x00\x00"
BAD = {
    "no picture": b"Amira Hassan",
    "a photograph": b"\xff\xd8\xff\xe1\0\x40Exif\0\0\xff\xd9",
    "a drawing": b"<svg><text>Amira</text></svg>",
    "words behind it": WHOLE + b"Amira Hassan",
    "a part behind its end": WHOLE + part(b"tEXt", b"a\0Amira"),
    "words behind the pixels": png(more=b"Amira Hassan"),
    "a part that was changed": WHOLE.replace(b"IDAT", b"IDAU", 1),
    "interlaced": png(head=b"\x08\x00\x00\x00\x01"),
    "colours that there are not": png(head=b"\x08\x07\x00\x00\x00"),
    "far too wide": png(width=2001),
    "one that moves": png(acTL=b"\0\0\0\1\0\0\0\0"),
    "cut short": WHOLE[:-4],
    "words where a row says how it is packed": WHOLE.replace(
        part(b"IDAT", compress(b"\0\x80\x80" * 2, 9)), part(b"IDAT", compress(b"A\x80\x80m\x80\x80", 9))
    ),
    "words as colours": png(head=BY_PALETTE, PLTE=b"Amira Hassan" * 65),
    "a palette that is missing": png(head=BY_PALETTE),
    "words as what is seen through": png(tRNS=b"Amira Hassan"),
    "more seen through than there are colours": png(head=BY_PALETTE, PLTE=b"\0\0\0", tRNS=b"Amira Hassan"),
}


def test_of_a_logo_nothing_but_its_pixels_is_kept(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(png(tEXt=b"Author\0Amira Hassan", eXIf=b"Amira", iTXt=b"x"))
    assert read_logo(tmp_path, "logo.png") == (WHOLE, 2, 2)


def test_its_colours_stay_and_those_that_no_pixel_goes_by_do_not(tmp_path: Path) -> None:
    for kept in (png(head=BY_PALETTE, PLTE=b"\0\1\2" * 129, tRNS=b"\7"), png(tRNS=b"\0\x80")):
        (tmp_path / "logo.png").write_bytes(kept)
        assert read_logo(tmp_path, "logo.png")[0] == kept
    (tmp_path / "logo.png").write_bytes(png(PLTE=b"Amira Hassan"))
    assert read_logo(tmp_path, "logo.png")[0] == WHOLE


@pytest.mark.parametrize("case", BAD)
def test_what_is_no_plain_picture_is_refused(tmp_path: Path, case: str) -> None:
    (tmp_path / "logo.png").write_bytes(BAD[case])
    with pytest.raises(CircleError, match="no picture that can be read whole"):
        read_logo(tmp_path, "logo.png")


@pytest.mark.parametrize("name", ["photo.jpg", "../logo.png", "guidance/logo.png", "/etc/logo.png", "logo.svg", ".png"])
def test_a_logo_lies_beside_the_settings_as_a_png(tmp_path: Path, name: str) -> None:
    with pytest.raises(CircleError):
        read_logo(tmp_path, name)


def test_a_logo_is_never_read_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "other.png").write_bytes(WHOLE)
    (tmp_path / "logo.png").symlink_to(tmp_path / "other.png")
    with pytest.raises(CircleError, match="a link"):
        read_logo(tmp_path, "logo.png")


def test_another_picture_is_another_thing_to_read(tmp_path: Path) -> None:
    (tmp_path / "circle.yml").write_text("logo: logo.png\n", encoding="utf-8")
    said = []
    for picture in (WHOLE, png(tEXt=b"x"), png(width=3)):
        (tmp_path / "logo.png").write_bytes(picture)
        said.append(said_in_settings(tmp_path)[0].text)
    assert said[0] == said[1] != said[2]
