"""Which labels of a form become what, where nobody has said so: one title, and of several days the right one."""

from collections.abc import Sequence

from circle_cli.importing.entry import Entry, labels_in
from circle_cli.importing.targets import DATE, FIELDS, THEMES, Targets, is_by_the_form
from circle_cli.importing.when import read_when


def by_words(entries: Sequence[Entry], targets: Targets) -> dict[str, str]:
    """Give what the labels of entries of one form become by their words; of several titles, the first is the session's.

    Of several days it is one that can be read; one that the form noted itself only where there is no other.
    """
    labels = labels_in(entries[:1])
    days = sorted((label for label in labels if targets.nearly(label) == DATE), key=is_by_the_form)
    day = next((label for label in days if _has_days(entries, label)), days[0] if days else None)
    chosen: dict[str, str] = {}
    for label in labels:
        target = DATE if label == day else targets.nearly(label)
        if target is None or (target == DATE and label != day):
            continue
        if target not in FIELDS or target == THEMES or target not in chosen.values():
            chosen[label] = target
    return chosen


def _has_days(entries: Sequence[Entry], label: str) -> bool:
    written = [piece.text for entry in entries for piece in entry.pieces if piece.label == label and piece.text.strip()]
    return any(read_when(text) for text in written[:20])
