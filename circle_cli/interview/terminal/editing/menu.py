"""Options to choose from, and which of them the pointer stands at. Pure.

It stands at what was chosen before, or at what an empty reply means; where there is neither, at none until somebody
moves it.
"""

from circle_cli.interview.script.prompts import Prompt


class Menu:
    """The options of a prompt, as keys come. A number and words are understood as they are where a line is typed."""

    def __init__(self, prompt: Prompt, chosen: str) -> None:
        self._prompt, self._keyed = prompt, ""
        self._usual = self._place(prompt.default)
        before = self._place(chosen)
        self.at = self._usual if before is None else before

    @property
    def reply(self) -> str:
        """What Enter gives: the option's value, else what was typed and leads to several, else nothing."""
        return self._keyed if self.at is None else self._prompt.options[self.at].value

    def move(self, by: int) -> None:
        """Move the pointer; from nowhere, down leads to the first option and up to the last."""
        self._keyed, many = "", len(self._prompt.options)
        self.at = (self.at + by) % many if self.at is not None else min(by, 0) % many

    def type(self, sign: str) -> bool:
        """Take a letter or a digit; False where it leads to no option, and changes nothing."""
        for keyed in (self._keyed + sign, sign):
            if sign and self._leads(keyed):
                found = self._prompt.option(keyed)
                self._keyed, self.at = keyed, self._prompt.options.index(found) if found else None
                return True
        return False

    def take_back(self) -> None:
        """Have nothing chosen again."""
        self._keyed, self.at = "", self._usual

    def says(self) -> str:
        """Say what Enter would do now."""
        if self.at is None:
            open_now = f"“{self._keyed}” could be several." if self._keyed else "Nothing is chosen yet."
            return f"{open_now} {self._prompt.enter_alone()}"
        back = "" if self.at == self._usual else " Backspace takes it back."
        return f"Enter takes number {self.at + 1}.{back}"

    def _place(self, text: str) -> int | None:
        values = [option.value for option in self._prompt.options]
        if text in values:
            return values.index(text)
        found = self._prompt.option(text)
        return values.index(found.value) if found else None

    def _leads(self, keyed: str) -> bool:
        if keyed.isdecimal():
            return 1 <= int(keyed) <= len(self._prompt.options)
        words = (word.casefold() for option in self._prompt.options for word in (option.value, option.label))
        return any(word.startswith(keyed.casefold()) for word in words)
