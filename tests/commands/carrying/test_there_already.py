"""What is taken in only once: it is known again by its words, and what is somebody else's is not taken for it."""

from pathlib import Path

from running import Run
from taken_in import FORMS, commits, there


def test_a_second_time_adds_nothing_and_says_where_each_is(take: Run, log: Path) -> None:
    take("forms.csv", "note.md", "--yes")
    count = len(commits(log))
    code, out, err = take("forms.csv", "note.md", "--yes")
    assert (code, out) == (0, "")
    assert err.count(str(log / "sessions" / "2026")) == 3
    assert "Nothing was added" in err
    assert (len(there(log)), len(commits(log))) == (3, count)


def test_one_that_was_deepened_and_renamed_since_is_known_again(take: Run, log: Path, circle: Run) -> None:
    take("forms.csv", "--yes")
    path = next(log.glob("sessions/2026/*listened*"))
    text = path.read_text(encoding="utf-8").replace('title: "We listened', 'title: "An hour: we listened')
    path.write_text(f"{text}\n## What is there to learn from it? {{#learning}}\n\nTo wait.\n", encoding="utf-8")
    assert "0 to be taken in" in take("forms.csv", "--dry-run")[1]


def test_short_words_that_are_part_of_another_session_are_taken_in_and_that_is_told(
    take: Run, log: Path, tmp_path: Path
) -> None:
    take("forms.csv", "--yes")
    (tmp_path / "more.csv").write_text("Date,What went well?\n2026-03-12,an hour\n", encoding="utf-8")
    code, _, err = take("more.csv", "--yes")
    assert (code, len(there(log))) == (0, 3)
    assert "“an hour”, more.csv, line 2 (one like it is there: " in err


def test_the_same_twice_in_one_go_is_taken_in_once(take: Run, log: Path, tmp_path: Path) -> None:
    (tmp_path / "copy.csv").write_text(FORMS, encoding="utf-8")
    code, _, err = take("forms.csv", "copy.csv", "forms.csv", "--yes")
    assert (code, len(there(log))) == (0, 2)
    assert "copy.csv, line 2: the same as forms.csv, line 2" in err


def test_what_two_people_wrote_on_one_day_is_two_sessions_though_their_words_are_much_alike(
    take: Run, log: Path, tmp_path: Path
) -> None:
    same = "We went along the river with them as we do each week, and stopped at the"
    rows = ("Bea,Home visit", "Jo,Home visit", f"Bea,{same} mill 3", f"Bea,{same} mill 3 and 4")
    (tmp_path / "two.csv").write_text(
        "Worker,Date,What went well?\n" + "".join(f"{row.replace(',', ',12/03/2026,')}\n" for row in rows),
        encoding="utf-8",
    )
    code, out, _ = take("two.csv", "--yes")
    assert (code, len(out.splitlines())) == (0, 4)
    assert take("two.csv", "--yes")[1] == ""


def test_one_journal_in_two_shapes_is_taken_in_once_and_one_that_is_only_like_another_is_told(
    take: Run, log: Path, tmp_path: Path
) -> None:
    (tmp_path / "j.json").write_text(
        '{"entries": [{"title": "A calm handover.", "body": "Robin came early @home.", "date": "2026-03-04",'
        ' "time": "15:05", "tags": ["@home"], "starred": false}]}',
        encoding="utf-8",
    )
    (tmp_path / "j.md").write_text("# 2026-03-04 03:05:00 PM A calm handover.\n\nRobin came late.\n", encoding="utf-8")
    (tmp_path / "j.txt").write_text(
        "2026-03-04 03:05:00 PM A calm handover.\n| Robin came early @home.\n", encoding="utf-8"
    )
    code, _, err = take("j.json", "j.md", "j.txt", "--yes")
    assert (code, len(list(log.glob("sessions/2026/*.md")))) == (0, 2)
    assert "j.txt, line 1: the same as j.json, entry 1" in err
    assert "“A calm handover.”, j.md (one like it is there: j.json, entry 1)" in err


def test_a_column_that_becomes_something_else_makes_no_new_sessions(take: Run, log: Path, tmp_path: Path) -> None:
    rows = "12/03/2026,We listened to Bea for an hour.,North\n13/03/2026,We walked all the way,South\n"
    (tmp_path / "two.csv").write_text(f"Date,What went well?,Ward\n{rows}", encoding="utf-8")
    take("two.csv", "--yes")
    code, out, err = take("two.csv", "--yes", "--column", "Ward=theory")
    assert (code, out, len(there(log))) == (0, "", 2)
    assert "two.csv, line 2: " in err
    (tmp_path / "two.csv").write_text(
        f"Date,What went well?,Ward\n{rows.replace('South', 'by the river')}", encoding="utf-8"
    )
    assert len(take("two.csv", "--yes", "--column", "Ward=theory")[1].splitlines()) == 1
