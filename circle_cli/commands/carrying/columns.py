"""What the labels of a form become: as its words say, as somebody said the last time, and as they say now."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from circle_cli.commands.drafts.one_prompt import ask
from circle_cli.commands.edge import Asked
from circle_cli.commands.folders import own_folder
from circle_cli.errors import USAGE, CircleError
from circle_cli.importing.entry import Entry
from circle_cli.importing.matching import by_words
from circle_cli.importing.sorting import Becomes
from circle_cli.importing.targets import Targets
from circle_cli.interview.script.prompts import choice
from circle_cli.log.durable import replace_anywhere
from circle_cli.paper.letters import letters
from circle_cli.system.files import ignore_all, make_folder
from circle_cli.system.no_links import content_of, is_there

_FOLDER = "imports"
NO_PLACE = "no-place"
"""What somebody says of a label that is to have no place of its own: its words go to the situation or the notes."""


def becomes_of(entries: Iterable[Entry], targets: Targets, said: Becomes) -> dict[tuple[str, ...], dict[str, str]]:
    """Give what each label becomes, form by form: what was `said` now, else what was remembered, else by its words."""
    found: dict[tuple[str, ...], dict[str, str]] = {}
    of_form: dict[tuple[str, ...], list[Entry]] = {}
    for entry in entries:
        of_form.setdefault(entry.form, []).append(entry)
    for form, mine in of_form.items():
        told = {label: said[label] for label in form if label in said}
        becomes = {**by_words(mine, targets), **_remembered(form, targets, of_a_table=bool(mine[0].table)), **told}
        found[form] = {label: target for label, target in becomes.items() if target != NO_PLACE}
    return found


def said_on_the_line(columns: Sequence[str], labels: Sequence[str], targets: Targets) -> dict[str, str]:
    """Read `--column "What went well=what-worked"`.

    Raises:
        CircleError: it is not of that form, or one of the two is not known.
    """
    said: dict[str, str] = {}
    for column in columns:
        label, sign, target = column.rpartition("=")
        known = [each for each in labels if letters(each) == letters(label)]
        target = target.strip()
        if not sign or target not in (*targets.all, NO_PLACE):
            do = (
                f'write it as --column "What went well=what-worked", with one of: {", ".join((*targets.all, NO_PLACE))}'
            )
            raise CircleError(f"--column {column}: not understood", USAGE, do=do)
        if not known:
            wrong = f"--column {column}: no column and no heading is called that"
            raise CircleError(wrong, USAGE, do="--dry-run shows what there is")
        said |= dict.fromkeys(known, target)
    return said


def changed(
    asked: Asked, labels: Sequence[str], forms: Mapping[tuple[str, ...], Becomes], targets: Targets
) -> dict[str, str]:
    """Ask which label is to become something else, and what; nothing where somebody would rather leave it."""
    now = {label: target for becomes in forms.values() for label, target in becomes.items()}
    named = [(f"label {number}", label) for number, label in enumerate(labels)]
    shown = [(key, f"{label} ({now[label]})" if label in now else label) for key, label in named]
    which = ask(asked, choice("label", "Which one? In brackets: what it becomes", *shown, enter="changes nothing"))
    if not which:
        return {}
    ways = (
        (NO_PLACE, "No place of its own: the situation, or the notes"),
        *((name, targets.called(name)) for name in targets.all),
    )
    target = ask(asked, choice("target", "What does it become?", *ways, enter="changes nothing"))
    return {dict(named)[which]: target} if target else {}


def remember(forms: Mapping[tuple[str, ...], Becomes], said: Becomes) -> None:
    """Keep what somebody said of a form's labels for the next time; where that cannot be written, it is asked again."""
    own = own_folder()
    for form in forms:
        mine = {label: said[label] for label in form if label in said}
        if own is None or not mine:
            continue
        with suppress(CircleError, OSError):
            place = _place(own, form)
            make_folder(place.parent)
            ignore_all(place.parent)
            before = content_of(place) if is_there(place) else None
            kept = {**_read(before), **mine}
            replace_anywhere(place, json.dumps(kept, ensure_ascii=True, indent=1).encode("ascii"), before)


def _remembered(form: tuple[str, ...], targets: Targets, *, of_a_table: bool) -> dict[str, str]:
    """Give what was said of a form's labels; those of documents and notes are known in another one, too.

    Hardly two notes have all headings in common; the columns of two tables may well have one name for different things.
    """
    with suppress(CircleError, OSError):
        own = own_folder()
        place = None if own is None else _place(own, form)
        if place is None:
            return {}
        files = [] if of_a_table else sorted(place.parent.glob("*.json"), key=lambda path: path.lstat().st_mtime_ns)
        found = [_read(content_of(each)) for each in (*files, place) if is_there(each)]
        kept = {label: target for each in found for label, target in each.items()}
        return {label: target for label, target in kept.items() if label in form and target in (*targets.all, NO_PLACE)}
    return {}


def _read(content: bytes | None) -> dict[str, str]:
    try:
        kept = json.loads(content or b"{}")
    except ValueError:
        return {}
    return {str(key): str(value) for key, value in kept.items()} if isinstance(kept, dict) else {}


def _place(own: Path, form: tuple[str, ...]) -> Path:
    """Name the file of a form by its set of labels, of which nobody else has to read the words."""
    name = hashlib.sha256("\0".join(form).encode("utf-8", "surrogatepass")).hexdigest()[:32]
    return own / _FOLDER / f"{name}.json"
