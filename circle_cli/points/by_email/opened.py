"""An e-mail as a person saves it: a whole message, or its text alone, from whichever program. Gives its words.

Who sent it and to whom is not read, and so cannot be kept. Of the head, the year alone is used.
"""

import quopri
import re
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.utils import parsedate_to_datetime
from html.parser import HTMLParser

from circle_cli.errors import CircleError, Place

_KINDS = {
    b"\xd0\xcf\x11\xe0": ("Outlook’s own kind of file", "save it from there as text, or as .eml"),
    b"PK\x03\x04": ("a packed file, such as Word’s", "save the e-mail as text, or as .eml"),
    b"%PDF": ("a PDF", "save the e-mail as text, or as .eml"),
}
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_FROM = re.compile(rb"\A(?:\xef\xbb\xbf)?(?:From [^\n]*\n)?\s*")
"""What may stand above the head: a mark of UTF-8, and what a folder of many messages parts them by."""

_HEAD = re.compile(rb"\A(?:[!-9;-~]+:[^\n]*\n(?:[ \t]+[^\n]*\n)*){2,}")
_OF_HEAD = re.compile(rb"(?im)^(?:from|to|subject|date|sent|received|mime-version|content-type|message-id|von|de|an):")
_QUOTED = re.compile(r"=\n|(?:=[0-9A-F]{2}){2,}|=20\n|=3D")
_HTML = re.compile(r"(?i)<(?:html|body|div|p|br|span)\b[^<>]*>")
_UNSEEN = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_BLOCKS = frozenset("p div br li ul ol tr table blockquote h1 h2 h3 h4 hr".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """The words of an e-mail, the year in which it was sent if that is said, and how many files hang on it."""

    text: str
    year: int | None = None
    attached: int = 0


def open_email(content: bytes, where: str) -> Opened:
    """Give what an e-mail says.

    Raises:
        CircleError: it is of a kind that holds no text to be read here, or empty.
    """
    for sign, (what, do) in _KINDS.items():
        if content.startswith(sign):
            raise CircleError(f"this is {what}", where=Place(where), do=do)
    if content.startswith(_UTF16):
        content = content.decode("utf-16", "replace").encode("utf-8")
    content = content.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    message = content[len(found[0]) if (found := _FROM.match(content)) else 0 :]
    head = _HEAD.match(message)
    opened = _message(message) if head and _OF_HEAD.search(head[0]) else Opened(text=_plain(_decoded(content, None)))
    if not opened.text.strip():
        raise CircleError("holds no words", where=Place(where), do="save the e-mail as text, or as .eml")
    return opened


def _message(content: bytes) -> Opened:
    message = message_from_bytes(content, policy=policy.default)
    body = message.get_body(("plain", "html")) if isinstance(message, EmailMessage) else None
    text = _text_of(body)
    if not text.strip() and isinstance(message, EmailMessage):
        text = _text_of(message.get_body(("html", "plain")))
    attached = sum(part.get_content_disposition() == "attachment" for part in message.walk())
    return Opened(text=text, year=_year(str(message.get("date") or message.get("sent") or "")), attached=attached)


def _text_of(part: MIMEPart | None) -> str:
    payload = part.get_payload(decode=True) if part else None
    if part is None or not isinstance(payload, bytes):
        return ""
    text = _decoded(payload, part.get_content_charset())
    return _of_html(text) if part.get_content_type() == "text/html" else _plain(text)


def _plain(text: str) -> str:
    if _QUOTED.search(text):
        text = _decoded(quopri.decodestring(text.encode("utf-8")), None)
    return _of_html(text) if len(_HTML.findall(text)) > 1 else _tidy(text)


def _decoded(content: bytes, charset: str | None) -> str:
    """Decode what may be in the set of letters that it claims, in UTF-8 without saying so, or in that of Windows."""
    for each in (charset if charset not in (None, "us-ascii") else "utf-8", "utf-8", "cp1252"):
        try:
            return content.decode(each or "utf-8")
        except (UnicodeDecodeError, LookupError):
            continue
    return content.decode("latin-1")


def _tidy(text: str) -> str:
    return _UNSEEN.sub("", text).replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ")


def _year(said: str) -> int | None:
    try:
        return parsedate_to_datetime(said).year
    except (TypeError, ValueError):
        found = re.search(r"\b(20\d\d)\b", said)
        return int(found[1]) if found else None


def _of_html(text: str) -> str:
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return _tidy("".join(reader.said))


class _Reader(HTMLParser):
    """Reads the words of a message that was written as HTML, a line for each block."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in ("style", "script", "head")
        if tag in _BLOCKS:
            self.said.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self.hidden = max(0, self.hidden - (tag in ("style", "script", "head")))
        if tag in _BLOCKS and tag != "br":
            self.said.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.said.append(" ".join(data.split("\n")))
