"""Which part of the sheet each paragraph of a Word file belongs to, and which of its words are printed ones."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from circle_cli.paper.intake.found import FilledRows, FilledSheet, Leftover, Opened, SheetWords, without_ours
from circle_cli.paper.intake.ours import OurWords, heading_in, without_hints
from circle_cli.paper.intake.word.blocks import WordParagraph
from circle_cli.paper.letters import letters


def in_parts(blocks: Sequence[WordParagraph | FilledRows], ours: OurWords) -> list[FilledSheet]:
    """Give what stands on the sheet: our headings are known by their bookmarks, else by how they look, else by words.

    Hints are known by their bookmarks, or by their words alone. Bookmarks stand before words, which a person may well
    have written too.
    """
    opening = _Opening([block for block in blocks if isinstance(block, WordParagraph)], ours)
    found = [
        part for block in blocks for part in (opening.of(block) if isinstance(block, WordParagraph) else iter((block,)))
    ]
    return list(_without_lost_hints(found, ours, opening.hints))


class _Opening:
    """Tells which paragraphs are headings of ours."""

    def __init__(self, paragraphs: Iterable[WordParagraph], ours: OurWords) -> None:
        self.ours = ours
        self.hints: set[str] = set()
        marked: set[str] = set()
        self.styled: set[str] = set()
        for each in paragraphs:
            marked |= {name for name, _ in each.marks}
            if each.is_heading and (heading := heading_in(each.text, ours.headings)):
                self.styled.add(heading[0])
        self.lost = {words: name for words, name in ours.headings.items() if name not in marked | self.styled}

    def of(self, paragraph: WordParagraph) -> Iterator[FilledSheet]:
        """Give what a paragraph opens, and what a person wrote in it."""
        text, opened = paragraph.text, False
        for name, print_of in paragraph.marks:
            rest = without_ours(text, print_of)
            if name == "hint":
                self.hints |= set() if rest is None else {print_of}
            elif rest is None and not paragraph.is_heading and name in self.styled:
                continue  # the bookmark has slipped away from its heading, which stands elsewhere
            else:
                opened = True
                yield Opened(id=name)
                if rest is None and paragraph.is_heading:
                    rest = ""
                    if text and heading_in(text, self.ours.headings) is None:
                        yield Leftover(text=text)
            text = text if rest is None else rest
        heading = None if opened else self.by_words(text, paragraph)
        if heading:
            yield Opened(id=heading[0])
            text = heading[1]
        is_item = paragraph.is_item
        yield SheetWords(text=f"- {text}" if is_item and text else text, tight=is_item)

    def by_words(self, text: str, paragraph: WordParagraph) -> tuple[str, str] | None:
        if paragraph.is_heading:
            return heading_in(text, self.ours.headings)
        name = self.lost.pop(letters(text), None)
        return (name, "") if name else None


def _without_lost_hints(found: Sequence[FilledSheet], ours: OurWords, hints: set[str]) -> Iterator[FilledSheet]:
    lost, prompts = ours.lost(hints)
    for is_words, group in groupby(found, key=lambda each: isinstance(each, SheetWords)):
        if not is_words:
            yield from group
            continue
        words = [each for each in group if isinstance(each, SheetWords)]
        texts = without_hints([each.text for each in words], lost, prompts)
        yield from (replace(each, text=text) for each, text in zip(words, texts, strict=True))
