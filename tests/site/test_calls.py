"""What a page would load or run is found by its tags as it is when the page is read through."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from circle_cli.site.building.calls import calls_of, read_through

TAGS = (
    '<p class="a">',
    "</p>",
    "<script>",
    "</script>",
    '<script src="a.js">',
    "<style>",
    "</style>",
    "<svg/>",
    "<STYLE>",
    '<a href="//there/#x" class="a">',
    '<p data-x="a" aria-label="b">',
)
BEGUN = ("<p", "<a", "<", "</", "<image", "<img src=", "<link rel=stylesheet", "<meta http-equiv=refresh", "<textarea>")
VALUES = (
    " href=",
    '"https://there.example/"',
    "'//there.example/x.js'",
    " rel=canonical",
    '"javascript:x()"',
    " style=",
)
SIGNS = (
    ">",
    "/>",
    '"',
    "'",
    "=",
    " ",
    "\n",
    ">\n",
    ">\n<",
    "<!--",
    "-->",
    "<!DOCTYPE html>",
    "<?x ?>",
    "e<<5",
    "words",
    "@import 'x'",
)
pages = st.lists(st.sampled_from((*TAGS, *BEGUN, *VALUES, *SIGNS)), max_size=20).map("".join)


@given(pages)
@example('<p title="a > b"><img src=//there.example/x></p>')
@example("<style>p { }</style><p>@import 'x'")
@example("<style>a >\nb { }</style>\n@import 'x'")
@example("<script>\nif (a =>\n<b) { }\n</script>\n<img src='//there.example/x'>\n")
@example("<style><p></style>@import 'x'<style>@import 'y'</style>")
@example("<p>\n<p title='>\n<img src=//there.example/x>\n<p>")
@example("<script>\n<p>\n<img src=//there.example/x></script>\n<img src=//there.example/x>")
@example("<script>if (a < b) { }</script><a href='javascript:x()'>")
def test_tag_by_tag_the_same_is_found(page: str) -> None:
    assert calls_of(page) == read_through(page)


@pytest.mark.parametrize(
    "page", ["<p>", "<p>words</p>", '<a href="there.html">there</a>', "<style>p { color: red }</style>"]
)
def test_a_page_that_calls_nobody_is_let_through(page: str) -> None:
    assert not calls_of(page)
