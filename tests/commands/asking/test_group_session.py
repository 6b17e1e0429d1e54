"""A session of six at one laptop, from end to end: at a terminal, killed, gone on with, and taken away."""

import json
import re
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

from keys import CTRL_B, CTRL_C, CTRL_F, CTRL_K, CTRL_R, ENTER

from circle_cli.ids import QUESTIONS

Open = Callable[..., Any]
Sessions = Callable[[], list[Path]]

SIX = "Zoë O'Hare, Jo Ann, Cy, Dee, Ade, Bea"

BEFORE = [
    ("What shall we call it?", "The lunch"),
    ("Who is here?", SIX),
    ("Who facilitates?", "jo ann"),
    ("Who would like to bring something?", "zo"),
    ("The opening", "1"),
    ("The practice situation", "Sunday dinner at the home."),
    ("Question 1 of 8", "He laughed, and he took more soup."),
    ("how much did this matter", "9 8 8 7 9 10"),
    ("Question 2 of 8", "I asked him twice what he would like."),
    ("Question 3 of 8", "His niece said that he was humming."),
    ("Whose view have you really heard, and whose", "1, the GP, imagined 2"),
    ("how helpful would", ""),
    ("Question 4 of 8", "There was no table, so we used the door."),
    ("Question 5 of 8", "He eats when he is not alone."),
    ("how safe or settled", "Cy 7, bea 8 and his niece 9 told"),
    ("Does anything here need raising", "1"),
    ("Question 6 of 8", "Person-centred planning, said Cy and Bea."),
    ("Question 7 of 8", "A meal is a meeting, as they see it."),
    ("Question 8 of 8", "One more dinner, with the neighbours."),
    ("Jo Ann, what did you notice?", "seen-1 You sat down.\ncy: shared-1 You knew the article."),
]
CHOSEN = {"1, the GP, imagined 2", "9 8 8 7 9 10", "Cy 7, bea 8 and his niece 9 told"}
"""What stands in the file in other words."""

KILLED_AT = ("Ade, what did you notice?", "seen-2 You waited.\njo ann: asked-2 The one about the soup.")
AFTER = [
    (
        "Bea, what did you notice?",
        "Bea: seen-3 You asked him twice.\nall: shared-3 Everybody listened.\nBea: dee: own-3 Tea.",
    ),
    ("Cy, what did you notice?", "seen-4 You wrote it on the wall."),
    ("Dee, what did you notice?", ""),
    ("Cy, Dee, Ade and Bea: what was good", "Cy: good-1 Time to think.\nall-1 It was calm."),
    ("Cy, Dee, Ade and Bea: what would have", "bea: better-2 Tea."),
    (
        "Cy, Dee, Ade and Bea: what do you take away",
        "zoe: mine-1 I will ask him again.\njo: mine-2 I will wait longer.\ncy: mine-3 I will read it again.\n"
        "cy: use-1 And the second question.\nade: mine-5 I will eat with them.\nall-2 One more dinner.",
    ),
]
ADDED = [
    ("Would you like to add", "1"),
    ("Would you tell any of these to a colleague?", ""),
    ("A learning point", "Ask twice."),
    ("Where does it hold?", "1"),
    ("Another learning point", ""),
    ("does each point matter", "7"),
    ("Would you like to add", "2"),
    ("Something to do", "Ask the cook"),
    ("Who will do it?", "Dee"),
    ("By when?", "2030-12-01"),
    ("Who keeps an eye on it?", "Cy"),
    ("Another action?", ""),
    ("Would you like to add", ""),
]
HELD = (
    "title", "date", "mode", "roles", "facilitator", "observations", "feedback", "feedback_from", "takeaways",
    "scaling", "views", "learning_points", "action_points", "safeguarding",
)  # fmt: skip
"""What the recording sheet holds, beside the situation and the eight answers."""

TOLD = {
    "zoe-ohare": {"seen-1", "seen-2", "seen-3", "seen-4", "shared-3", "mine-1"},
    "jo-ann": {"asked-2", "shared-3", "mine-2"},
    "cy": {"shared-1", "shared-3", "use-1", "mine-3"},
    "dee": {"shared-3", "own-3"},
    "ade": {"shared-3", "mine-5"},
    "bea": {"shared-3"},
}
"""What each was told by somebody, or said for themselves; nothing else may stand on their page."""


def reply(there: Any, prompt: str, said: str) -> None:
    """Answer in the plain terminal, once the prompt is there."""
    several = re.match("Question|The practice situation", prompt) or re.search("[,:] what ", prompt)
    there.until(prompt).type(f"{said}\n.\n" if several and said else ".\n" if several else f"{said}\n")


def test_a_session_of_six_killed_in_the_closing_round_is_whole_and_each_takes_away_their_own(
    terminal: Open, sessions: Sessions, drafts: Path, circle: Any, log: Path
) -> None:
    there = terminal("--plain", "reflect", "--mode", "group", size=(24, 200))
    for prompt, said in BEFORE:
        reply(there, prompt, said)
    there.until(KILLED_AT[0]).keys(KILLED_AT[1]).until_there(drafts, KILLED_AT[1].rpartition("\n")[2])
    assert there.kill() == -signal.SIGKILL
    assert sessions() == []

    again = terminal("--plain", "resume", size=(24, 200))
    again.until("8 of 8 questions are answered", *KILLED_AT[1].split("\n")).type(".\n")
    for prompt, said in (*AFTER, *ADDED):
        reply(again, prompt, said)
    assert again.until("What you might do next").end() == 0
    (path,) = sessions()
    assert list(drafts.iterdir()) == []
    found = json.loads(circle("show", path.stem[11:15], "--json", cwd=log).stdout)
    text = path.read_text(encoding="utf-8")
    for line in "\n".join(said for _, said in (*BEFORE[6:], KILLED_AT, *AFTER, *ADDED)).split("\n"):
        if len(line) > 12 and line not in CHOSEN:
            assert line.rpartition(": ")[2] in text, line
    assert len((*BEFORE, KILLED_AT, *AFTER)) <= 27
    assert len((*BEFORE, KILLED_AT, *AFTER, *ADDED)) <= 48
    assert [key for key in HELD if not found[key]] == []
    assert set(found["answers"]) == {"situation", *QUESTIONS}
    assert found["action_points"] == [
        {"id": 1, "what": "Ask the cook", "who": "Dee", "by": "2030-12-01", "tracked_by": "Cy", "done": None}
    ]
    assert {part: text for part, text in found["feedback"].items() if text} == {
        "positive": "all-1 It was calm.", "will_use": "all-2 One more dinner."
    }  # fmt: skip
    assert ("Jo Ann", "Cy") in [(each["by"], each["to"]) for each in found["observations"]]
    assert found["roles"]["encourager"] == ["Ade", "Bea"]
    by = [(each["by"], each["score"], each.get("view")) for each in found["scaling"]]
    assert by[-3:] == [("one of the group", 7, None), ("one of the group", 8, None), ("his niece", 9, "told")]
    assert {whose for whose, *_ in by[:-1]} == {"one of the group"}
    assert found["views"] == {
        "heard": ["the child, adult or family", "the GP"],
        "imagined": ["colleagues and other professionals"],
    }

    assert circle("takeaway", path.stem[11:15], "--format", "md", "--to", "pages", cwd=log).returncode == 0
    pages = {page.stem.partition(f"{path.stem[:15]}-")[2]: page.read_text() for page in (log / "pages").iterdir()}
    marks = {name: set(re.findall(r"[a-z]+-[1-9]\b", page)) for name, page in pages.items()}
    assert {
        name: found & set().union(*TOLD.values(), {"good-1", "better-2", "all-1", "all-2"})
        for name, found in marks.items()
    } == TOLD


def test_the_keys_for_sessions_with_others_work_wherever_one_is(terminal: Open) -> None:
    there = terminal("reflect", "--mode", "group", "--quick", "--title", "Tea", size=(40, 80))
    there.until("Who is here?", "Ctrl-G").keys("Sam, Jo and Cy", ENTER)
    there.until("Who facilitates?", "Ctrl-R roles").keys("Jo", ENTER)
    there.until("Who would like to bring something?", "Ctrl-G").keys("sam", ENTER)
    there.until("Jo and Cy have more than one role", "The time: 5 minutes to open", "Ctrl-R roles").keys(CTRL_R)
    there.until("Whose card?", "Presenting practitioner (Sam)", "Facilitator (Jo)").keys("3", ENTER)
    there.until("You write the main points", "Back to: The opening", "We are ready").keys("1", ENTER)
    there.until("The practice situation", "Ctrl-G").keys(CTRL_K)
    there.until("Jo asks, Sam tells; Cy writes. About", "left; closing round in", "Ctrl-G").keys("half", CTRL_F)
    there.until("What was it like?", "Anyone would have done the same").keys("1", ENTER)
    there.until("First show that you heard it.").shows("> half", "Ctrl-D next").keys(CTRL_R)
    there.until("Whose card?", "Facilitator").keys(CTRL_B)
    there.until("Back to: What worked, and why?").shows("> half", "Ctrl-D next").keys(CTRL_B)
    there.until("The practice situation", "Ctrl-G").keys(CTRL_B)
    there.until("The opening", "First change the roles").keys("3", ENTER)
    there.until("How long have you got", "> 60", "Ctrl-G").keys(ENTER)
    there.until("Presenting practitioner", "> Sam", "Ctrl-G").keys(CTRL_C)
    assert there.until("Paused. Everything is kept.").end() == 130


FRONT = {
    "circle": 1,
    "title": "The lunch",
    "date": "2026-12-01",
    "mode": "group",
    "status": "recorded",
    "setting": "adults",
    "focus": "person",
    "themes": ["relationships"],
    "cast": [],
    "roles": {"presenter": ["Zoë O'Hare"], "questioner": ["Jo Ann"], "encourager": ["Ade", "Bea"]},
    "scaling": [{"question": "safety", "asked": "How safe?", "by": "encourager", "score": 8}],
    "observations": [{"by": "Ade", "to": "everyone", "text": "You all listened."}],
    "feedback": {"positive": "Time.", "even_better": "Tea.", "will_use": "The second question."},
    "facilitator": "Jo Ann",
    "plan": {"at": "23:30", "minutes": 60, "ready": ["time"]},
    "event": {"id": "2026-12-01-ev2n", "group": 1, "groups": 2},
    "gathered": [{"by": "his niece", "text": "He hummed."}],
    "views": {"heard": ["the child, adult or family", "the GP"], "imagined": ["managers"]},
    "takeaways": [{"by": "Bea", "text": "I will ask twice."}],
    "feedback_from": [{"by": "Ade", "positive": "Time.", "even_better": "Tea.", "will_use": "The soup."}],
    "answers": {"situation": "Sunday dinner.", "what-worked": "He laughed."},
}


def test_a_group_session_from_a_file_is_shown_as_it_was_given(circle: Any, log: Path) -> None:
    taken = json.loads(circle("reflect", "--from", "-", "--json", cwd=log, stdin=json.dumps(FRONT)).stdout)
    shown = json.loads(circle("show", taken["id"], "--json", cwd=log).stdout)
    assert taken == shown
    assert {key: shown[key] for key in FRONT} == FRONT
