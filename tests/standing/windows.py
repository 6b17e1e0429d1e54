"""One window of a browser with the form in it: it notes all that the page asks for, and all that goes wrong."""

import re
from pathlib import Path

from playwright.sync_api import Download, Locator, Page


class Window:
    """The form in the browser, and how somebody fills it in."""

    def __init__(self, page: Page, form: Path) -> None:
        self.page, self.form = page, form
        self.asked: list[str] = []
        self.errors: list[str] = []
        page.on("dialog", lambda dialog: dialog.accept())
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", lambda said: self.errors.append(said.text) if said.type == "error" else None)

    def open(self) -> Page:
        self.page.goto(self.form.as_uri())
        return self.page

    def write(self, name: str, text: str) -> None:
        self.page.locator(f"[name='{name}']").fill(text)

    def answer(self, name: str) -> str:
        return self.page.locator(f"[name='answer {name}']").input_value()

    def save(self) -> Download:
        with self.page.expect_download() as waited:
            self.page.get_by_role("button", name="Save the file").click()
        return waited.value

    def rows(self, key: str, field: str) -> Locator:
        """Give the fields of one kind in the rows of a list."""
        return self.page.locator(f"[data-rows='{key}'] [data-field='{field}']")

    def fill(self, key: str, *rows: dict[str, str], new: bool = False) -> None:
        """Fill in rows of a list, from its first, or from one that is added."""
        first = self.page.locator(f"[data-rows='{key}'] .row").count() if new else 0
        for place, fields in enumerate(rows, first):
            row = self.page.locator(f"[data-rows='{key}'] .row").nth(place)
            if not row.count():
                self.page.locator(f"[data-rows='{key}'] [data-add]").click()
            for name, text in fields.items():
                each = row.locator(f"[data-field='{name}']")
                each.select_option(text) if each.evaluate("it => it.matches('select')") else each.fill(text)

    def said(self, key: str, by: str, **fields: str) -> None:
        """Fill in the row that calls somebody by name."""
        for name, text in fields.items():
            self.page.get_by_role("group", name=re.compile(rf"\d: {by}$")).locator(
                f"xpath=self::*[parent::*[@data-rows='{key}']]//*[@data-field='{name}']"
            ).fill(text)

    def told(self) -> str:
        """Give what the page says at its foot, once it has said it."""
        return self.page.locator("#told:not(:empty)").inner_text()

    def warns(self) -> bool:
        """Tell whether it would warn before it closes."""
        return bool(self.page.evaluate("!dispatchEvent(new Event('beforeunload', {cancelable: true}))"))
