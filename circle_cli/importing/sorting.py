"""The pieces of an entry sorted by what their labels become: sections, fields, and what somebody leaves behind."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from circle_cli.importing.entry import Entry, LeftOut, Piece
from circle_cli.importing.targets import DATE, FIELDS, NOTES, OUT, SITUATION, THEMES, TITLE
from circle_cli.text import tidy

Becomes = Mapping[str, str]
"""What each label becomes; one that is not in it has no place of its own."""

LONGEST_TITLE = 120
"""In characters: a longer one is no name, and stands in the situation too."""


@dataclass(slots=True)
class Sorted:
    """The pieces by section, each with the label that it had; fields, with their labels; what somebody leaves out.

    `unplaced` are the words of cells of which nobody knows what they answer, without their labels.
    """

    sections: dict[str, list[Piece]] = field(default_factory=dict)
    unplaced: list[str] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    left_out: list[LeftOut] = field(default_factory=list)

    def put(self, section: str, piece: Piece) -> None:
        """Put a piece at the end of a section."""
        self.sections.setdefault(section, []).append(piece)

    def note(self, label: str, text: str) -> None:
        """Put words into the notes, under a label."""
        self.put(NOTES, Piece(label=label, text=text, aside=True))

    def keep(self, target: str) -> None:
        """Put a field's words into the notes as well, under the label that they had."""
        self.note(self.labels[target], self.fields[target])

    def fill(self, target: str, piece: Piece) -> None:
        """Fill in a field; a second time goes to the notes, but for themes, of which there may be many."""
        text = piece.text.strip() if target == DATE else " ".join(piece.text.split())
        if target == THEMES:
            text = ", ".join(part for part in (self.fields.get(THEMES, ""), text) if part)
        elif target in self.fields and text:
            self.note(piece.label, piece.text)
            return
        if text:
            self.fields[target] = text
            self.labels.setdefault(target, piece.label)

    def texts(self) -> dict[str, str]:
        """Give each section's text: several parts of one, and all notes, stand under the labels that they had.

        A heading of somebody's own with nothing below it answers nothing, and goes to the notes.
        """
        for section in [name for name in self.sections if name != NOTES]:
            pieces = self.sections[section]
            if any(piece.own for piece in pieces) and not any(piece.text.strip() for piece in pieces):
                self.sections.setdefault(NOTES, []).extend(piece for piece in pieces if piece.own)
                del self.sections[section]
        joined = {section: _joined(pieces, section) for section, pieces in self.sections.items()}
        return {section: text for section, text in joined.items() if text.strip()}


def sorted_by(entry: Entry, becomes: Becomes) -> Sorted:
    """Sort an entry's pieces. Where none of its labels becomes a section, all of it is the situation, as it stands."""
    found = Sorted()
    pieces = entry.pieces
    if len(entry.name) > LONGEST_TITLE:
        found.put(SITUATION, Piece(text=entry.name))
    placed = any(becomes.get(piece.label, OUT) not in (*FIELDS, OUT, NOTES) for piece in pieces if piece.label)
    owner, depth = SITUATION, 0
    for piece in pieces:
        target = becomes.get(piece.label) if piece.label else owner
        if target == OUT:
            found.left_out.append(LeftOut(where=entry.where, why=f"{piece.label}: {' '.join(piece.text.split())}"))
        elif target in FIELDS:
            found.fill(str(target), replace(piece, text=_first(piece)))
            if piece.own:
                found.put(NOTES, replace(piece, text=_first(piece)))
            found.put(owner, Piece(text=piece.text.strip()[len(_first(piece)) :].strip("\n")))
        elif target is not None:
            found.put(target, piece)
            owner, depth = (target, piece.level) if piece.is_heading else (owner, depth)
        elif not placed and not piece.aside:
            found.put(SITUATION, Piece(text=_standing(piece)))
            if piece.label and not piece.is_heading:
                found.unplaced.append(piece.text)
        elif piece.level > depth > 0:
            found.put(owner, Piece(text=piece.whole))
        else:
            found.put(NOTES, piece)
            owner, depth = (NOTES, 0) if piece.is_heading else (owner, depth)
    _entitle(found, entry.name)
    return found


def _first(piece: Piece) -> str:
    """Give what fills in a field: the first paragraph, under a heading; in a table, all of it."""
    text = piece.text.strip()
    return text.partition("\n\n")[0] if piece.is_heading else text


def _entitle(found: Sorted, name: str) -> None:
    """Settle which of two titles it is: what stands under that label; a heading beside it goes to the notes."""
    given = found.fields.get(TITLE, "")
    if name and given and name != given:
        found.note("heading", name)
    if len(given) > LONGEST_TITLE:
        found.sections.setdefault(SITUATION, []).insert(0, Piece(text=given))
    if name and not given:
        found.fields[TITLE] = name


def _standing(piece: Piece) -> str:
    """Give words whose label becomes nothing as they stood: below their heading, or beside their column's name."""
    return piece.whole if piece.is_heading or not piece.label else f"{piece.label.rstrip(' :')}: {piece.text}"


def _joined(pieces: Sequence[Piece], section: str) -> str:
    shown = section == NOTES or sum(1 for piece in pieces if piece.label) > 1
    return tidy("\n\n".join(text for each in pieces if (text := _under(each) if shown or each.own else each.text)))


def _under(piece: Piece) -> str:
    if not piece.label or not piece.text:
        return piece.label or piece.text
    short = "\n" not in piece.text and not piece.is_heading
    return f"{piece.label.rstrip(' :')}: {piece.text}" if short else f"{piece.label}\n\n{piece.text}"
