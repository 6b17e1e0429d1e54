"""One window of a browser with the form in it: it notes all that the page asks for, and all that goes wrong."""

from pathlib import Path

from playwright.sync_api import Download, Locator, Page

_FILL = """([key, given, isNew, by]) => {
  const list = rowsNamed(key), rows = () => all(".row", list)
  const called = rows().findIndex(row => by && row.querySelector("legend").textContent.endsWith(`: ${by}`))
  const first = by ? called : isNew ? rows().length : 0
  given.forEach((fields, place) => {
    if (!rows()[first + place]) list.querySelector("[data-add]").click()
    for (const [name, text] of Object.entries(fields)) {
      const field = rows()[first + place].querySelector(`[data-field="${name}"]`)
      field.value = text
      for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, {bubbles: true}))
    }
  })
}"""


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
        self.page.evaluate(_FILL, [key, rows, new, ""])

    def said(self, key: str, by: str, **fields: str) -> None:
        """Fill in the row that calls somebody by name."""
        self.page.evaluate(_FILL, [key, [fields], False, by])

    def told(self) -> str:
        """Give what the page says at its foot, once it has said it."""
        return self.page.locator("#told:not(:empty)").inner_text()

    def warns(self) -> bool:
        """Tell whether it would warn before it closes."""
        return bool(self.page.evaluate("!dispatchEvent(new Event('beforeunload', {cancelable: true}))"))
