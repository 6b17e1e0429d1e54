"""A reply at the plain terminal, while it is typed."""

from collections.abc import Callable

from circle_cli.interview.terminal.keyboard import Line, LineReader


class Growing:
    """The text of one reply as it grows, reported after each key; `so_far` has the line being typed as well.

    `half` is what stood there and is no answer: it counts for as long as nothing takes its place.
    """

    def __init__(self, reader: LineReader, text: str, half: str, typed: Callable[[str], None], *, lines: bool) -> None:
        self._reader, self._typed, self._lines = reader, typed, lines
        self.text = self.so_far = text
        self.half = half

    def line(self) -> Line:
        """Read one more line."""
        return self._reader.line(self._changed)

    def _changed(self, line: str) -> None:
        begins_a_word = line.startswith(".") and not self._lines
        stands = begins_a_word and (self.text or self.half)
        self.so_far = self.text if stands else self.with_line(line)
        self._typed(self.so_far or self.half)

    def add(self, line: str) -> None:
        """Take a line in."""
        self.set(self.with_line(line))

    def set(self, text: str) -> None:
        """Have this text stand there, and no line of it being typed."""
        self.text = self.so_far = text
        self._typed(text or self.half)

    def with_line(self, line: str) -> str:
        """Give the text with another line: below it, or in its place where there can be one only."""
        if self._lines:
            return f"{self.text}\n{line}" if self.text else line
        return line if line.strip() else self.text
