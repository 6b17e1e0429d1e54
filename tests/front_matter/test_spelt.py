"""YAML spelt as we do is read without PyYAML: what it means is what PyYAML would have said, or it is left to that."""

from random import Random

import pytest
from making import ROOT

from circle_cli.errors import CircleError
from circle_cli.front_matter.composed import HANDLER, composed
from circle_cli.front_matter.located import Located
from circle_cli.front_matter.reading import has_front_matter, read, split
from circle_cli.front_matter.spelt import read_spelt
from circle_cli.front_matter.writing import write

OURS = {
    "circle": 1,
    "title": 'A "kettle" \\ two\nlines\tof it: #1, [é] {🌍}',
    "none": [],
    "themes": ["voice", "null", "2026-01-02", "7"],
    "cast": [{"name": "Robin Example", "also": ["Robbie", "R."]}, {"name": "Sam", "say": "a neighbour"}],
    "approval": {"sha256": "0" * 64, "explained": ["x" * 2_000]},
}
FRONT = write(OURS)
PIECES = (
    *'"\\ ,:-[]{}#\n\t&*!|>%@`019az_~é🌍\x85\u2028\ufeff\x00\u00a0?=<',
    *(
        "null",
        "true",
        "- ",
        ": ",
        ", ",
        '\\"',
        "\\n",
        "\\u0041",
        "\n  - {",
        "{}",
        "[]",
        '""',
        "2026-02-30",
        "2026-02-03",
    ),
    *("0", "00", "1e5", "  ", "...", "---", "no", "key: 1\n", "{a: 1, a: 2}", 'x: [a, "b"]', '"a": ', "a: b-1\n"),
)


def said(of: Located) -> object:
    return repr(of.values), dict(of.lines), of.where


def test_what_we_write_is_read_so() -> None:
    found = read_spelt(FRONT, "here", 1)
    assert found and found.values == OURS
    assert said(found) == said(composed(FRONT, "here", 1))
    assert said(read(FRONT, "here", 1)) == said(found)


@pytest.mark.parametrize("seed", range(3))
def test_whatever_becomes_of_it_means_what_pyyaml_says(seed: int) -> None:
    chance, taken = Random(seed), 0  # noqa: S311  # slips of a pen
    for _ in range(300):
        text = "".join(line for line in FRONT.splitlines(keepends=True) if chance.random() < 0.6)
        for _ in range(chance.randrange(3)):
            at = chance.randrange(len(text) + 1)
            text = text[:at] + chance.choice((*PIECES, "")) + text[at + chance.choice((0, 0, 1, 4)) :]
        if found := read_spelt(text, "here", 1):
            taken += 1
            assert said(found) == said(composed(text, "here", 1)), text
    assert taken > 50


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\na: 2\n",
        "a: {b: 1, b: 2}\n",
        "a: 2026-02-30\n",
        "a: [b\n",
        "a: &b c\nd: *b\n",
        "a: !b c\n",
        f"{'k' * 2_000}: 1\n",
        "x",
    ],
)
def test_what_would_be_refused_is_left_to_pyyaml(text: str) -> None:
    assert read_spelt(text, "here", 0) is None
    with pytest.raises(CircleError):
        read(text, "here")


def test_front_matter_is_split_off_where_it_always_was() -> None:
    chance, whole = Random(1), 0  # noqa: S311  # texts
    for _ in range(2_000):
        text = "".join(chance.choice(("---", "\n", "a: 1", "---\n", " ", "\n---\n", "-", "\t")) for _ in range(6))
        text = "---\n" + text if chance.random() < 0.7 else text
        if has_front_matter(text):
            whole += 1
            assert split(text, "here") == tuple(HANDLER.split(text)), repr(text)
        else:
            with pytest.raises(CircleError, match="no front matter"):
                split(text, "here")
    assert whole > 100


def test_a_session_and_a_report_as_we_keep_them_need_no_pyyaml() -> None:
    for name in ("session-full.md", "session-quick.md", "session-together.md", "report.md"):
        front, _ = split((ROOT / "tests" / "golden" / name).read_text(encoding="utf-8"), name)
        assert read_spelt(front, name, 1), name
