"""Asks questions on a page of a site, all at once, of the script that asks for everybody."""

from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page

FIRST = 3
ASK = """async ([queries, first]) => {
  const found = []
  for (const query of queries) {
    const answer = await circleFind.ask(query)
    found.push(await Promise.all(answer.points.slice(0, first).map(answer.document)))
  }
  return found.map(all => all.map(each => each.address))
}"""


def first_three(page: Page, address: str, queries: Sequence[Any]) -> list[tuple[str, list[str], list[str]]]:
    """Give the questions that were missed: with what was expected, and the ids of what came first."""
    page.goto(address)
    found = page.evaluate(ASK, [[each["query"] for each in queries], FIRST])
    ids = [[PurePosixPath(urlsplit(each).path).stem for each in addresses] for addresses in found]
    return [
        (each["query"], each["expect"], first)
        for each, first in zip(queries, ids, strict=True)
        if not {*each["expect"]} & {*first}
    ]
