"""What jrnl writes (its version 4.6 was looked at): one session an entry, whose day is in its margin."""

import json
from collections.abc import Callable
from datetime import date

from circle_cli.importing.composing import Composed

Made = Callable[[str, bytes | str], list[Composed]]

TEXT = """[2026-03-04 09:15:00 AM] A calm handover. Robin's new carer came early.
[not a day] we looked at the board together. @handover

[2026-04-05 09:00:00 AM] Second one *

2026-05-06 10:30 An entry of an old journal.
Two lines
of it.
"""
JSON = {
    "tags": {"@team": 1},
    "entries": [
        {
            "title": "A calm handover.",
            "body": "We looked.\n",
            "date": "2026-03-04",
            "time": "09:15",
            "tags": ["@team"],
            "starred": True,
        },
        {"title": "Only a title", "body": "", "date": "2026-03-05", "time": "09:00", "tags": [], "starred": False},
    ],
}


def test_a_journal_is_a_session_for_each_entry(sessions: Made) -> None:
    first, second, third = sessions("journal.txt", TEXT)
    assert first.session.title == "A calm handover. Robin's new carer came early."
    assert first.session.date == date(2026, 3, 4)
    assert first.session.answers == {
        "situation": "[not a day] we looked at the board together. @handover",
        "notes": "time: 09:15",
    }
    assert second.session.answers["situation"] == "Second one *"
    assert (third.session.date, third.session.answers["situation"]) == (date(2026, 5, 6), "Two lines\nof it.")
    assert [each.entry.where for each in (first, third)] == ["journal.txt, line 1", "journal.txt, line 6"]


def test_an_export_as_json_says_the_same(sessions: Made) -> None:
    first, second = sessions("journal.json", json.dumps(JSON))
    assert (first.session.title, first.session.date) == ("A calm handover.", date(2026, 3, 4))
    assert first.session.themes == ("team",)
    assert first.session.answers == {"situation": "We looked.", "notes": "time: 09:15\n\nstarred: yes"}
    assert second.session.answers == {"situation": "Only a title", "notes": "time: 09:00"}
