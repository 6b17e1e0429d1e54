"""A hundred files as people have them, made by the libraries of their programs, each word of them in one place only.

By a seed; every word of a file is known, so that each can be looked for afterwards. Ten of the files are broken.
"""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from io import BytesIO, StringIO
from pathlib import Path
from random import Random

import docx
import openpyxl

HEADINGS = (
    "What went well?", "What worked well (and why)?", "What happened", "My role", "2. Views of the family",
    "Next steps", "Challenges", "Risk and safety", "Links to theory", "What have I learnt?",
    "What could have gone better?",
)  # fmt: skip
NEAR = ("Risk of", "Learning about", "What went well with", "Date with", "The next steps of", "Title deeds of")
MARKS = ("{}", "{}", "{}", "*{}*", "{},", "[[{}]]", "{}\n", "{}\n\n", "- {}\n", "# {}\n", "é {}")
HOSTILE = (
    "---", "## Notes {#notes}", "```", "~~~", "<script>", "&amp;", "=1+1", "@me", '"', "'", "\\n", "\u202ertl\u202c",
    "\u200b", "\u00a0", "\u2028", "\x85", "e\u0301", "\U0001d518", "\t", " | ", "- [ ] ", "> ", "circle: 1", "null",
    "status: published", "2026-01-01 10:00 ", "[2026-01-01] ", "_x000D_", "_x0041_", "#tag", "::", "What went well?",
    "Total", "Date: 1 May 2020", "Title: ", "sep=;", "{{x}}", "%% c %%", "$(x)", "<<<<<<< HEAD", "=======", "...",
    ">>>>>>> x", "<!-- ", "Signed", "\ufeff",
)  # fmt: skip
"""What means something to one of the programs, or to one of ours."""

OTHERS = ("Supervisor", "Ward", "Hours", "Signed by", "Mood")
BROKEN = 10


@dataclass(slots=True)
class Mixed:
    """The words of each file by its name; which of the files are broken."""

    words: dict[str, list[str]] = field(default_factory=dict)
    broken: list[str] = field(default_factory=list)


class _Maker:
    """Makes files with words of their own; `now` are those of the file that is being made."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder, self.chance, self.made, self.count = folder, Random(seed), Mixed(), 0  # noqa: S311 (a seed)
        self.now: list[str] = []

    def word(self) -> str:
        """Give a word that nobody has written before."""
        self.count += 1
        self.now.append(f"w{self.count:05}x")
        return self.now[-1]

    def text(self, most: int = 12) -> str:
        """Give some words that nobody has written before, sometimes with marks of Markdown, over several lines."""
        found = (self.chance.choice(MARKS).format(self.word()) for _ in range(self.chance.randint(1, most)))
        return " ".join(each if self.chance.random() < 0.7 else self.among_others(each) for each in found)

    def among_others(self, word: str) -> str:
        """Put what is hostile before a word, after it, or on a line of its own."""
        between = self.chance.choice(("", " ", "\n"))
        parts = [word, self.chance.choice(HOSTILE)]
        self.chance.shuffle(parts)
        return between.join(parts)

    def line(self) -> str:
        return " ".join(self.text(5).replace("#", "").split())

    def day(self) -> date:
        return date(2024, 1, 1) + timedelta(days=self.chance.randint(0, 1000))

    def save(self, name: str, content: bytes) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        self.made.words[name] = self.now
        self.now = []

    def labels(self) -> list[str]:
        found = self.chance.sample(HEADINGS, self.chance.randint(0, 5))
        found += [f"{self.chance.choice(NEAR)} {self.word()}" for _ in range(self.chance.randint(0, 2))]
        found += [f"{self.chance.choice(OTHERS)} {number}" for number in range(self.chance.randint(0, 2))]
        self.chance.shuffle(found)
        return found

    def document(self, name: str) -> None:
        made = docx.Document()
        if self.chance.random() < 0.7:
            made.add_heading(self.line(), self.chance.choice((0, 1)))
        if self.chance.random() < 0.7:
            made.add_paragraph(f"Date: {self.day():%d/%m/%Y}")
        for label in self.labels():
            looks = self.chance.choice(("heading", "bold", "plain"))
            if looks == "heading":
                made.add_heading(label, self.chance.choice((1, 2, 3)))
            else:
                made.add_paragraph().add_run(label).bold = looks == "bold"
            made.add_paragraph(self.text())
            made.add_paragraph(self.line(), style="List Bullet")
        if self.chance.random() < 0.3:
            made.sections[0].footer.paragraphs[0].text = self.line()
        self.save(name, _written(made))

    def form(self, name: str) -> None:
        made = docx.Document()
        made.add_paragraph(self.line())
        labels = self.labels() or ["Ward"]
        if self.chance.random() < 0.5:
            table = made.add_table(rows=0, cols=2)
            for label in labels:
                row = table.add_row()
                row.cells[0].text, row.cells[1].text = label, self.text()
        else:
            table = made.add_table(rows=1 + self.chance.randint(1, 3), cols=len(labels))
            for cell, label in zip(table.rows[0].cells, labels, strict=True):
                cell.text = label
            for row in table.rows[1:]:
                for cell in row.cells:
                    cell.text = self.text(4) if self.chance.random() < 0.8 else ""
        made.add_paragraph(self.text())
        self.save(name, _written(made))

    def note(self, name: str, encoding: str = "utf-8") -> None:
        parts = []
        if self.chance.random() < 0.5:
            tags = ", ".join(
                self.line().replace(",", "").replace("[", "").replace("]", "").replace("*", "") for _ in range(2)
            )
            parts.append(f'---\ntags: [{tags}]\ncreated: {self.day()}\nmood: "{self.line()}"\n---')
        if self.chance.random() < 0.7:
            parts.append(f"# {self.line()}")
        parts.append(self.text())
        parts += [f"{self.chance.choice(('##', '###'))} {label}\n\n{self.text()}" for label in self.labels()]
        self.save(name, "\n\n".join(parts).encode(encoding, "replace"))

    def journal(self, name: str) -> None:
        stamp = self.chance.choice(("[{:%Y-%m-%d} 09:15]", "[{:%Y-%m-%d} 09:15:00 AM]", "{:%Y-%m-%d} 09:15"))
        entries = [
            f"{stamp.format(self.day())} {self.line()}\n{self.text()}\n" for _ in range(self.chance.randint(1, 4))
        ]
        self.save(name, "\n".join(entries).encode())

    def journal_as_json(self, name: str) -> None:
        entries = [
            {
                "title": self.line(),
                "body": self.text(),
                "date": f"{self.day()}",
                "time": "09:00",
                "tags": [f"@{self.word()}"],
            }
            for _ in range(self.chance.randint(1, 4))
        ]
        self.save(name, json.dumps({"tags": {}, "entries": entries}).encode())

    def rows(self) -> Iterator[list[str]]:
        labels = ["Start time", *(self.labels() or ["Ward 1"])]
        yield labels
        for _ in range(self.chance.randint(1, 5)):
            yield [f"{self.day():%d/%m/%Y}", *(self.text(4) for _ in labels[1:])]

    def table(self, name: str, encoding: str, separator: str) -> None:
        written = StringIO()
        csv.writer(written, delimiter=separator).writerows(self.rows())
        self.save(name, written.getvalue().encode(encoding, "replace"))

    def workbook(self, name: str) -> None:
        book = openpyxl.Workbook()
        for row in self.rows():
            book.active.append(row)
        written = BytesIO()
        book.save(written)
        self.save(name, written.getvalue())

    def broken(self) -> None:
        """Break what was made, in the ways in which files are broken: cut off, locked, of another kind, empty."""
        whole_document, whole_book = self.folder / "documents/0.docx", self.folder / "tables/0.xlsx"
        for name, content in {
            "cut.docx": whole_document.read_bytes()[:3000],
            "no zip.docx": b"not a document",
            "locked.docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
            "cut.xlsx": whole_book.read_bytes()[:-30],
            "page.docx": b"%PDF-1.7 and more",
            "cut.json": b'{"entries": [{"title": "a',
            "other.json": b'{"a": [1, 2]}',
            "picture.txt": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
            "nothing.md": b"\n\n",
            "malformed session.md": b"---\ncircle: 1\ntitle: [\n---\n",
        }.items():
            self.now = []
            self.save(f"broken/{name}", content)
            self.made.broken.append(f"broken/{name}")


def _written(document: "docx.document.Document") -> bytes:
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def mixed_files(folder: Path, seed: int) -> Mixed:
    """Write a hundred files into a folder."""
    maker = _Maker(folder, seed)
    for number in range(10):
        maker.document(f"documents/{number}.docx")
    for number in range(7):
        maker.form(f"forms/form {number}.docx")
    for number in range(38):
        maker.note(f"vault/{maker.day()} note {number}.md")
    for number, encoding in enumerate(("utf-8-sig", "utf-16", "cp1252", "utf-16-le", "utf-8")):
        maker.note(f"plain/{number}.txt", encoding)
    for number in range(6):
        maker.journal(f"journals/{number}.txt")
    for number in range(4):
        maker.journal_as_json(f"journals/{number}.json")
    for number, (encoding, separator) in enumerate(
        [(encoding, separator) for encoding in ("utf-8-sig", "utf-8", "cp1252", "utf-16") for separator in ",;\t"][:10]
    ):
        maker.table(f"tables/{number}.csv", encoding, separator)
    for number in range(10):
        maker.workbook(f"tables/{number}.xlsx")
    maker.broken()
    assert (len(maker.made.words), len(maker.made.broken)) == (100, BROKEN)
    return maker.made
