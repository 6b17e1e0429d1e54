"""CSV, as Microsoft Forms, Excel and others write it: one session a row, and each row that is not read is named."""

from collections.abc import Callable
from datetime import date

import pytest

from circle_cli.importing.composing import Composed
from circle_cli.importing.entry import Found

Made = Callable[[str, bytes | str], list[Composed]]
Read = Callable[[str, bytes | str], Found]

FORMS = (
    "ID,Start time,Completion time,Email,Name,What went well?\xa0,What would you do differently?\r\n"
    '1,12/03/2026 12:51:45,x,anonymous,anonymous,"We listened,\r\nand it held","Ask ""why"""\r\n'
    '2,13/03/2026 09:00:00,y,anonymous,anonymous,"never closed,more\r\n'
    "3,14/03/2026 09:00:00,z,anonymous,anonymous,Good,Again\r\n"
)


def test_a_row_is_a_session_and_its_columns_are_questions(sessions: Made) -> None:
    first, second = sessions("forms.csv", "\ufeff" + FORMS)
    assert first.session.date == date(2026, 3, 12)
    assert first.session.title == "We listened"
    assert first.session.answers["what-worked"] == "We listened,\nand it held"
    assert first.session.answers["actions"] == 'Ask "why"'
    assert "Start time: 12/03/2026 12:51:45" in first.session.answers["notes"]
    assert "Email: anonymous" in first.session.answers["notes"]
    assert second.session.answers["what-worked"] == "Good"


def test_a_row_with_a_quotation_mark_that_is_never_closed_is_named_and_the_next_is_read(read: Read) -> None:
    found = read("forms.csv", FORMS)
    assert [each.where for each in found.entries] == ["forms.csv, line 2", "forms.csv, line 5"]
    assert [(each.where, each.why) for each in found.left_out] == [
        (
            "forms.csv, line 4",
            "this row could not be read: a quotation mark in it does not fit: "
            '2,13/03/2026 09:00:00,y,anonymous,anonymous,"never closed,more',
        )
    ]


@pytest.mark.parametrize("separator", [";", "\t", "|", ","])
def test_cells_are_parted_by_whatever_the_first_line_has_most_of(sessions: Made, separator: str) -> None:
    (made,) = sessions(
        "t.csv", separator.join(("Date", "What happened", "Learning")) + "\n" + separator.join(("2026-03-12", "a", "b"))
    )
    assert made.session.answers == {"situation": "a", "learning": "b"}


def test_a_line_above_the_table_does_not_say_what_parts_its_cells(read: Read) -> None:
    text = 'North; South; East; West\nDate,What happened,Learning\n2026-03-12,"a; b; c","d ""e"""\n2026-03-13,f,g\n'
    found = read("t.csv", text)
    assert [[piece.text for piece in entry.pieces] for entry in found.entries] == [
        ["2026-03-12", "a; b; c", 'd "e"'],
        ["2026-03-13", "f", "g"],
    ]


def test_excels_own_line_says_what_parts_the_cells(read: Read) -> None:
    (entry,) = read("t.csv", "sep=;\nWhat, happened;Learning\na, b;c\n").entries
    assert (entry.labels, entry.where) == (("What, happened", "Learning"), "t.csv, line 3")


def test_cells_beyond_the_columns_and_columns_without_a_name_keep_their_words(sessions: Made) -> None:
    (made,) = sessions("t.csv", "What went well,,What went well\na,b,c,d\n")
    assert made.session.answers["what-worked"] == "What went well: a\n\nWhat went well (C): c"
    assert "column B: b" in made.session.answers["notes"]
    assert "column D: d" in made.session.answers["notes"]


def test_what_stands_above_the_columns_is_named(read: Read) -> None:
    found = read(
        "t.csv", "Reflections of the north team\n\nDate,What went well,Learning\n2026-03-12,a,b\n2026-03-13,c,d\n"
    )
    assert len(found.entries) == 2
    assert [each.why for each in found.left_out] == ["above the names of the columns: Reflections of the north team"]


def test_the_row_with_the_labels_names_the_columns_though_one_above_is_full(read: Read) -> None:
    text = "Log,North,2026\nDate,What went well,Learning\n2026-03-12,a,b\n2026-03-13,c,d\n"
    assert [entry.labels for entry in read("t.csv", text).entries] == [("Date", "What went well", "Learning")] * 2


def test_rows_as_full_as_others_are_entries_though_one_below_them_has_words_of_ours(read: Read) -> None:
    found = read("t.csv", "Colour,Shape\nred,round\nblue,square\nNotes,Next steps\n")
    assert (len(found.entries), found.left_out) == (3, ())


def test_columns_that_become_nothing_are_the_situation(sessions: Made) -> None:
    (made,) = sessions("t.csv", "Colour,Shape\nred,round\n")
    assert made.session.answers == {"situation": "Colour: red\n\nShape: round"}


def test_a_form_in_words_that_are_not_known_is_called_by_what_somebody_tells(sessions: Made) -> None:
    form = (
        "ID;Startzeit;Fertigstellungszeit;E-Mail;Name;Was lief gut?\n"
        "1;11.03.26 10:01:00;11.03.26 10:14:22;sam@example.org;Sam Birch;Der Besuch verlief ruhig, trotz allem.\n"
        "2;12.03.26 9:05:00;12.03.26 9:14:22;sam@example.org;Sam Birch;Danke\n"
    )
    long, short = sessions("formular.csv", form)
    assert long.session.title == "Der Besuch verlief ruhig, trotz allem."
    assert (long.session.date, short.session.date) == (date(2026, 3, 11), date(2026, 3, 12))
    assert "Was lief gut?: Danke" in short.session.answers["situation"]


def test_one_row_alone_is_named_with_its_words(read: Read) -> None:
    found = read("t.csv", "What went well,Learning\n")
    assert found.entries == ()
    assert found.left_out[0].why == "one row, and none below it: What went well | Learning"


def test_a_list_of_objects_is_a_table(sessions: Made) -> None:
    made = sessions("t.json", '[{"date": "2026-03-12", "What went well": "a"}, {"What went well": "b", "tags": ["c"]}]')
    assert [each.session.answers["what-worked"] for each in made] == ["a", "b"]
    assert made[1].session.themes == ("c",)


def test_a_form_with_its_labels_at_the_beginning_of_its_rows_is_one_session(sessions: Made) -> None:
    (made,) = sessions("form.csv", "Reflective log,\nDate,12/03/2026\nWhat went well?,a\nWard,North\nNext steps,b\n")
    assert made.session.date == date(2026, 3, 12)
    assert made.session.answers == {
        "situation": "Reflective log",
        "what-worked": "a",
        "actions": "b",
        "notes": "Ward: North",
    }
