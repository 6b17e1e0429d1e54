"""A slip in the front matter is said in words that nobody has to look up, with the line on which it stands."""

import pytest

from circle_cli.errors import CircleError
from circle_cli.front_matter.reading import read

SLIPS = {
    'a: b\ntitle: "She said\nmode: x\n': (2, "a quotation mark is opened here"),
    'a: b\ntitle: "Tea\nmode: x\nsay: "no"\n': (2, "a quotation mark is opened here"),
    "a: b\ntitle: 'Tea\nmode: x\nsay: 'no'\n": (2, "a quotation mark is opened here"),
    "a: b\ntitle: 'it's'\n": (2, "more behind a quotation mark"),
    "a: b\ntitle: Tea: a story\n": (2, "a colon too many"),
    "a: b\nthemes: [c, d\nmode: x\n": (2, "no ] closes it"),
    "cast:\n- {name: A\n- {name: B}\n": (2, "no } closes it"),
    "title Tea\nmode: x\n": (2, "none in the line above"),
    "a: b\ntitle\nmode: x\n": (2, "no colon behind the first words"),
    "a:\n\tb: c\n": (2, "a tab"),
    "a: b\ntitle: @home\n": (2, "a sign that has a meaning here"),
    "a: b\ntitle: *home\n": (2, "a sign that has a meaning here"),
    "a: b\ntitle: >home\n": (2, "begins with > or |"),
    "a: b\ntitle: }home\n": (2, "begins with a bracket"),
    'a: "C:\\qed"\n': (1, "a back-slash"),
    "a: - b\n": (1, "an entry of a list behind its key"),
    "cast:\n  - {name: A}\n - {name: B}\n": (3, "too much room before the line"),
    " a: b\nc: d\n": (2, "do not begin at the left edge"),
    "--- a\n---\nb: c\n": (2, "a line with --- stands between the keys"),
    "%a: b\n": (1, "a sign that has a meaning here"),
}
JARGON = ("mapping", "sequence", "block", "token", "scalar", "node", "stream", "flow", "indicator", "alias")


@pytest.mark.parametrize("text", SLIPS)
def test_a_slip_is_said_in_words(text: str) -> None:
    line, words = SLIPS[text]
    with pytest.raises(CircleError) as refused:
        read(text, "x.md")
    assert refused.value.where and refused.value.where.line == line
    assert words in str(refused.value)
    assert refused.value.do
    assert not [word for word in JARGON if word in str(refused.value)]
