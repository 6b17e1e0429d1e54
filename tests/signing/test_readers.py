"""The file of readers: OpenSSH's own form, read strictly; what an ended reader had approved stays, and nothing more."""

from datetime import date
from pathlib import Path

import pytest
from signed import public_key

from circle_cli.errors import CircleError
from circle_cli.merging.files import merge_files
from circle_cli.signing.readers import APPROVAL, READERS, Admitted, Reader, parse_readers, readers_in, render_readers

ONE = Reader(name="reader-abcd", key=public_key(1), since=date(2026, 11, 26))
ENDED = Reader(
    name="reader-efgh", key=public_key(2), since=date(2026, 1, 2), until=date(2026, 12, 1), stood=frozenset({"0" * 64})
)
FILE = render_readers(Admitted(readers=(ONE, ENDED), asking=(("reader-jkmn", public_key(3)),)))


def read(text: str) -> Admitted:
    return parse_readers(text, Path("readers"))


def test_what_is_written_reads_back() -> None:
    assert render_readers(read(FILE)) == FILE
    assert read(FILE) == Admitted(readers=(ONE, ENDED), asking=(("reader-jkmn", public_key(3)),))


def test_a_reader_counts_for_all_and_an_ended_one_for_what_stood() -> None:
    admitted = read(FILE)
    assert admitted.current == (ONE,)
    assert admitted.counts(ONE.key, "1" * 64)
    assert (admitted.counts(ENDED.key, "0" * 64), admitted.counts(ENDED.key, "1" * 64)) == (True, False)
    assert not admitted.counts(public_key(3), "0" * 64)  # who asks is no reader


@pytest.mark.parametrize(
    "line",
    [
        f"bea {public_key(4)}",
        f'bea@example.org namespaces="circle-approval",valid-after="20261126" {public_key(4)}',
        f"reader-wxyz {public_key(4)}",
        f'reader-wxyz namespaces="git",valid-after="20261126" {public_key(4)}',
        f'reader-wxyz namespaces="circle-approval",valid-after="20261399" {public_key(4)}',
        'reader-wxyz namespaces="circle-approval",valid-after="20261126" ssh-ed25519 AAAA',
        f'reader-wxyz namespaces="circle-approval",valid-after="20261126" {public_key(4)} Bea',
        f'* namespaces="circle-approval",valid-after="20261126" {public_key(4)}',
        f'reader-wxyz cert-authority,namespaces="circle-approval",valid-after="20261126" {public_key(4)}',
        "# asks: Bea would like to",
        "# stood: reader-efgh all",
        f'reader-wxyz namespaces="circle-approval",valid-after="２０２６１１２６" {public_key(4)}',
        "words",
    ],
)
def test_a_line_of_any_other_form_is_refused_by_file_and_line(line: str) -> None:
    with pytest.raises(CircleError, match=r"readers:\d+: this is no reader") as caught:
        read(f"{FILE}{line}\n")
    assert "Bea" not in str(caught.value)


def test_neither_a_name_nor_a_key_stands_twice() -> None:
    for twice in (  # a name, and a key
        Reader(name="reader-abcd", key=public_key(5), since=ONE.since),
        Reader(name="reader-qrst", key=ONE.key, since=ONE.since),
    ):
        with pytest.raises(CircleError, match="twice"):
            read(render_readers(Admitted(readers=(ONE, twice))))


def test_a_comment_of_other_people_is_let_be_and_stays() -> None:
    commented = read(f"# our team's\n\n{FILE}")
    assert commented.readers == (ONE, ENDED)
    assert "# our team's\n" in render_readers(commented) and read(render_readers(commented)) == commented


@pytest.mark.parametrize("sign", ["\x0b", "\x0c", "\x85", "\u2028"])
def test_no_reader_hides_in_a_comment_behind_a_sign_that_is_no_end_of_a_line(sign: str) -> None:
    hidden = f'{FILE}# ours{sign}reader-wxyz namespaces="circle-approval",valid-after="20261126" {public_key(4)}\n'
    assert not read(hidden).counts(public_key(4), "0" * 64)


def test_no_comment_admits_a_reader_behind_a_sign_that_ends_a_line_for_some_programs_only() -> None:
    hidden = f'# Ours\rreader-wxyz namespaces="{APPROVAL}",valid-after="20260101" {public_key(4)}\n'
    with pytest.raises(CircleError, match=r"readers:6: a line that is one to some programs"):
        readers_in(f"{FILE}{hidden}".encode())
    assert readers_in(FILE.replace("\n", "\r\n").encode()) == read(FILE)
    one, other = f"{FILE}# Theirs\n".encode(), f"{FILE}{hidden}".encode()
    merged = merge_files(READERS, FILE.encode(), one, other)
    assert merged.content == one and merged.beside == other
