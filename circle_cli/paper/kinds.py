"""Tells a filled-in sheet from other files, without loading what reads it."""

SHEET_MARK = "<!-- circle recording sheet 1"
"""How our sheet in Markdown begins; the fingerprints of the hints that were printed on it follow."""

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a Word file begins that has a password, or is of Word's old kind."""


def is_word_file(content: bytes, name: str) -> bool:
    """Tell whether a file is one of Word's, by how it begins or by its name."""
    return content.startswith((b"PK\x03\x04", b"PK\x05\x06", OLE)) or name.lower().endswith((".docx", ".doc"))


def is_sheet(text: str) -> bool:
    """Tell whether a text is our sheet in Markdown, which says so in a line of its own."""
    return any(line.lstrip().startswith(SHEET_MARK) for line in text.split("\n"))
