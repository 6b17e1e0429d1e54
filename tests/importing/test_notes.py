"""Notes in Markdown and plain text: headings near our questions are known, the rest is kept as it stands."""

from collections.abc import Callable
from datetime import date

import pytest
from making import POINT

from circle_cli.importing.composing import Composed
from circle_cli.importing.entry import Found
from circle_cli.points.by_email.letters import OWN, REMINDER, THANKS, Letter, mail_of

Made = Callable[[str, bytes | str], list[Composed]]
Read = Callable[[str, bytes | str], Found]

OBSIDIAN = """---
tags: [walks, home]
created: 2026-05-02
aliases:
mood: fine
---
# Along the pond

We walked. [[Pond]]

## What worked

Talking side by side.

### The ducks

They *helped*.

```
# no heading
```

## Kit list
- bread
"""


def test_headings_near_our_questions_are_known_and_what_is_below_them_stays_with_them(sessions: Made) -> None:
    (made,) = sessions("walk.md", OBSIDIAN)
    assert (made.session.title, made.session.date) == ("Along the pond", date(2026, 5, 2))
    assert made.session.themes == ("walks", "home")
    assert made.session.answers == {
        "situation": "We walked. [[Pond]]",
        "what-worked": "Talking side by side.\n\n### The ducks\n\nThey *helped*.\n\n```\n# no heading\n```",
        "notes": "aliases\n\nmood: fine\n\nKit list\n\n- bread",
    }


def letter(quote: str = "") -> str:
    mail = mail_of(Letter.OWN, POINT, POINT.title)
    body = mail.body
    replies = ("Tea first, then the paper.", "Nobody had to begin.", "Where nobody drinks tea.")
    for question, said in zip(OWN, replies, strict=True):
        body = body.replace(question, f"{question}\n{said}")
    head = f"From: x@example.org\nSubject: {mail.subject}\nDate: Fri, 27 Nov 2026 10:00:00 +0000\n\n"
    return head + "\n".join(f"{quote}{line}" for line in body.split("\n"))


@pytest.mark.parametrize("quote", ["", "> "])
def test_what_a_reader_shares_by_an_e_mail_of_the_site_stands_under_the_questions(sessions: Made, quote: str) -> None:
    (made,) = sessions("shared.eml", letter(quote))
    answers = made.session.answers
    assert (made.session.title, made.session.date) == ("Something that worked for us", date(2026, 11, 27))
    assert "Tea first, then the paper." in answers["what-worked"] and "Nobody had to begin." in answers["what-worked"]
    assert answers["learning"] == "Where nobody drinks tea."
    assert REMINDER in answers["notes"] and THANKS[2] in answers["notes"]


def test_a_note_without_such_headings_is_the_situation_as_it_stands(sessions: Made) -> None:
    text = "# Ward round\n\n## Morning\n\nBea rang.\n\n## Evening\n\n\tQuiet.\n"
    (made,) = sessions("2026-04-01 ward.md", text)
    assert made.session.title == "Ward round"
    assert made.session.answers == {"situation": "## Morning\n\nBea rang.\n\n## Evening\n\n\tQuiet."}
    assert made.session.date == date(2026, 4, 1)


def test_labels_stand_in_lines_too(sessions: Made) -> None:
    text = (
        "**Date:** 4th March 2026\nTitle: The long way home\n\n**What went well?**\nThe bus came.\n\nNext steps: ring\n"
    )
    (made,) = sessions("n.txt", text)
    assert (made.session.title, made.session.date) == ("The long way home", date(2026, 3, 4))
    assert made.session.answers == {"what-worked": "The bus came.", "actions": "ring"}


def test_front_matter_that_is_no_yaml_stays_among_the_words_and_is_told(sessions: Made) -> None:
    (made,) = sessions("n.md", "---\ntitle: [never closed\n---\nBea rang.\n")
    assert "title: [never closed" in made.session.answers["situation"]
    assert "Bea rang." in made.session.answers["situation"]
    assert "front matter is kept" in made.told[0]


def test_where_there_is_no_day_it_is_todays_and_that_is_told(sessions: Made) -> None:
    (made,) = sessions("n.txt", "Bea rang me back.\n")
    assert not made.dated
    assert made.told == ("no day was found; it has today's, Friday 27 November 2026",)


def test_a_note_in_any_usual_encoding_is_read(sessions: Made) -> None:
    text = "Café – she said “wait”."
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"):
        (made,) = sessions("n.txt", text.encode(encoding))
        assert made.session.answers == {"situation": text}, encoding


def test_a_note_with_nothing_in_it_is_named(read: Read) -> None:
    for text in ("", "\n \n", "---\n---\n"):
        found = read("n.md", text)
        assert (found.entries, [each.why for each in found.left_out]) == ((), ["nothing is written in it"])


def test_a_form_with_nothing_filled_in_is_named_with_its_words(read: Read) -> None:
    found = read("n.md", "# My month\n\n## What happened?\n\n## Learning of the week\n")
    assert found.entries == ()
    assert [each.why for each in found.left_out] == [
        "a form with nothing filled in: My month | What happened? | Learning of the week"
    ]


def test_what_yaml_passes_over_in_front_matter_is_kept(sessions: Made) -> None:
    text = "---\nStatus:: Draft\ntags: #log/journal #walks\nmood: fine # as Bea\n---\n# Friday, 2026-05-01\n\nHi.\n"
    (made,) = sessions("n.md", text)
    assert made.session.answers["situation"] == "Hi."
    assert "tags: #log/journal #walks" in made.session.answers["notes"]
    assert "mood: fine # as Bea" in made.session.answers["notes"]
    assert "Draft" in made.session.answers["notes"]
    assert (made.session.date, made.told) == (date(2026, 5, 1), ("Friday 1 May 2026, as its title says",))


def test_fields_as_obsidians_dataview_has_them(sessions: Made) -> None:
    (made,) = sessions(
        "n.md", "tags:: #on/walks #bea\ndate:: 2026-05-01\n\n#pond #2\n#pond #home\n> [!note] We walked.\n"
    )
    assert made.session.themes == ("on/walks", "bea", "pond", "home")
    assert made.session.answers == {"situation": "#pond #2\n\n> [!note] We walked."}
    assert made.session.title == "n"
    assert made.session.date == date(2026, 5, 1)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("-2+3 of us went for a walk", "-2+3 of us went for a walk"),
        ("- -2 degrees, and a walk", "-2 degrees, and a walk"),
        ("- [x] - a walk -", "a walk"),
        ("+5 minutes for everybody", "+5 minutes for everybody"),
        ("–We walked", "We walked"),
    ],
)
def test_a_title_from_the_first_words_keeps_the_sign_of_a_figure(sessions: Made, text: str, title: str) -> None:
    (made,) = sessions("notes.csv", f'Notes\n"{text}"\n')
    assert made.session.title == title
