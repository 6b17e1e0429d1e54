"""Whatever a log's mkdocs.yml may say: it is refused, or somebody else reads it, or no page of the site shows it."""

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from circle_cli.errors import CircleError
from circle_cli.front_matter.by_hand import write_document
from circle_cli.front_matter.reading import read
from circle_cli.guidance.files import DRAWN, PAGES
from circle_cli.own_words.site import OF_SITE, said_in_settings
from circle_cli.site.building.mkdocs_yml import looked_through, program_settings

NEVER_SHOWN = (
    "docs_dir",
    "site_dir",
    "strict",
    "use_directory_urls",
    "exclude_docs",
    "not_in_nav",
    "validation",
    "plugins",
)
MORE = {
    "site_author": "x",
    "site_url": "https://example.org/",
    "not_in_nav": "x",
    "markdown_extensions": [{"toc": {"permalink": "x", "title": "x", "toc_depth": "2-3"}}],
}
OURS: dict[str, Any] = {**read(program_settings().read_text(encoding="utf-8"), OF_SITE).values, **MORE}
WORDS = ("the boy at the harbour", "the-boy-at-the-harbour.md", "themes/the-boy.md", "navigation.the.boy")


def changed(value: Any, words: str) -> Iterator[tuple[Any, str]]:
    """Give a value with each of its texts in turn made these words, keys of the menu too, and where that is."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from (({**value, key: new}, f"{key}.{at}") for new, at in changed(inner, words))
            yield {(words if each == key else each): inside for each, inside in value.items()}, f"{key} itself"
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            for new, at in changed(inner, words):
                copy = deepcopy(value)
                copy[number] = new
                yield copy, f"{number}.{at}"
        yield [*value, words], "one more"
    else:
        yield words, ""


@pytest.mark.parametrize("words", WORDS)
def test_it_is_refused_or_read_or_never_shown(tmp_path: Path, words: str) -> None:
    seen = 0
    for values, where in changed(OURS, words):
        if where.startswith(NEVER_SHOWN):
            continue
        (tmp_path / OF_SITE).write_text(write_document(values), encoding="utf-8")
        try:
            looked_through(tmp_path)
        except CircleError:
            continue
        belongs = {each.text: each.belongs.is_to_be_read for each in said_in_settings(tmp_path)}
        is_icon = where.startswith("theme.icon.") and where.endswith(" itself")  # what an icon is for asks for it alone
        is_name = where.partition(".")[0] in ("site_name", "site_author", "copyright", "site_url")
        assert is_icon or belongs.get(words) is True or (is_name and words in belongs), where
        seen += 1
    assert seen > 50


@pytest.mark.parametrize("page", [*PAGES, *DRAWN, "themes/relationships.md", "frameworks/pcf-2018.md"])
def test_a_page_that_every_site_may_have_need_not_be_read_to_stand_in_the_menu(tmp_path: Path, page: str) -> None:
    (tmp_path / OF_SITE).write_text(write_document({**OURS, "nav": [page]}), encoding="utf-8")
    assert not [each for each in said_in_settings(tmp_path) if each.text == page]
