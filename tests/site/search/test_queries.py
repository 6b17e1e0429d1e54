"""What practitioners ask in their own words is found: the rate over the questions of `queries.yml`, on the demo."""

from pathlib import Path

import yaml
from asking import first_three
from playwright.sync_api import Browser

QUERIES = yaml.safe_load(Path(__file__).with_name("queries.yml").read_text(encoding="utf-8"))


def test_nineteen_of_twenty_questions_find_what_they_should_among_the_first_three(
    browser: Browser, demo_site: Path
) -> None:
    page = browser.new_page()
    missed = first_three(page, (demo_site / "index.html").as_uri(), QUERIES)
    page.close()
    assert len(QUERIES) > 300
    assert len(missed) <= len(QUERIES) // 20, missed
