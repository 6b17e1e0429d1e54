"""What somebody may mean by a command that there is not: by its meaning first, and then by its letters."""

from collections.abc import Collection, Iterator
from difflib import get_close_matches

from circle_cli.ids import ALPHABET, SESSION_ID, short_id

_READ = ("list", "show ID", "search WORDS")
_WRITE = ("reflect", "prepare")
_GO = ("delete ID", "discard", "withdraw POINT", "erase ID")
_OUT = ("export ID", "print sheet ID", "takeaway ID", "site --export DIR", "actions --ics FILE", "show ID --json")
_AWAY = ("share ID", "review", "site")
_SENDS = (
    "circle sends nothing anywhere by itself: what is in a log goes where you copy it, and where circle sync sends it."
)
_SETTINGS = "What a log can settle stands in the file circle.yml in its folder; README says what that is."
_LEAVES = "Nothing is running: each command ends by itself. Within the questions, Ctrl-P pauses and keeps everything."

_MEANINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("remove rm del trash bin drop destroy unsave", _GO),
    ("forget purge wipe shred gdpr", ("erase ID", "delete ID", "discard")),
    ("new add create start begin write record journal entry story session", _WRITE),
    ("go run interview ask questions circle quick", ("reflect", "reflect --quick", "prepare")),
    ("note notes jot comment praise", ("spark TEXT", "reflect --quick", "edit ID", "done ID N --note TEXT")),
    ("plan schedule book invite agenda appoint", ("prepare",)),
    ("setup install make mklog clone", ("init DIR", "reflect")),
    ("ls dir all sessions history log entries recent last index", _READ),
    ("read open view cat display get print-session less more", ("show ID", "list", "edit ID")),
    ("find grep look query filter lookup where", ("search WORDS", "list", "scan FILE")),
    ("todo todos tasks task due overdue action reminders calendar", ("actions", "done ID N")),
    ("finish complete tick close mark check-off", ("done ID N", "resume", "follow-up ID")),
    ("undone undo-done reopen untick", ("done ID N --not", "undo")),
    ("continue carry-on proceed goon draft drafts unfinished pause", ("resume", "discard")),
    ("cancel abort stop abandon", ("delete ID", "discard", "undo")),
    ("change modify update correct amend vi nano editor fix", ("edit ID", "rename ID TITLE", "prepare ID")),
    ("cp duplicate hand-over handover transfer move-to", ("copy ID --to LOG",)),
    ("title retitle name mv move", ("rename ID TITLE",)),
    ("restore revert back recover undelete redo rollback reset", ("undo", "discard --back ID", "resume")),
    ("save-as backup output dump pdf word docx html csv json", _OUT),
    ("load take-in upload ingest migrate", ("import FILE", "reflect --from FILE")),
    ("paper form cards sheet template blank", ("print sheet", "print cards", "print prompts")),
    ("drawing diagram wheel", ("print circle",)),
    ("propose submit contribute post", _AWAY),
    ("push pull send upload-all mail email commit remote merge fetch", (_SENDS, "sync", "share ID", "publish")),
    ("approve accept decline reject proofread", ("review",)),
    ("retract unpublish unshare takedown take-back recall", ("withdraw POINT",)),
    ("link double twin merge-points alike", ("same POINT OTHER",)),
    ("tried-it feedback report used worked rate", ("tried POINT",)),
    ("anonymise anonymize redact names identifiers privacy identify", ("scan FILE", "share ID")),
    ("news newsletter bulletin whats-new recent-points update-mail", ("digest", "site")),
    ("build serve website web preview mkdocs html-site", ("site", "site --serve")),
    ("config configure preferences options set", (_SETTINGS, "settings", "init DIR")),
    ("status state info summary dashboard home menu waiting", ("", "actions", "check")),
    ("validate verify lint test doctor health audit", ("check",)),
    ("follow followup after debrief summary-of", ("follow-up ID",)),
    ("training groups gather workshop", ("event ID", "prepare --mode training")),
    ("handout present give worksheet", ("takeaway ID", "event ID --to FILE")),
    ("quit exit bye logout q end", (_LEAVES, "resume")),
    ("version about", ("--version",)),
    ("man usage commands ? -? /? h manual docs", ("help",)),
)  # fmt: skip


def meant(word: str, commands: Collection[str]) -> list[str]:
    """Give what to type instead, or a sentence that says why there is no such thing; nothing where nobody can tell."""
    said = word.strip().lower().replace("_", "-")
    if SESSION_ID.fullmatch(said) or (len(said) == 4 and set(said) <= set(ALPHABET) and not said.isalpha()):
        return [f"circle show {short_id(said)}", f"circle edit {short_id(said)}"]
    found = list(_by_meaning(said))
    if not found:
        found = [f"circle {name}" for name in get_close_matches(said, commands, 3)]
    if not found:
        words = [each for words, _ in _MEANINGS for each in words.split()]
        found = [each for close in get_close_matches(said, words, 1, 0.74) for each in _by_meaning(close)]
    return found


def _by_meaning(said: str) -> Iterator[str]:
    forms = {said, said.removesuffix("s"), said.removeprefix("--"), said.removesuffix("-session")}
    for words, instead in _MEANINGS:
        if forms & set(words.split()):
            yield from (each if each.endswith(".") else f"circle {each}".strip() for each in instead)
            return
