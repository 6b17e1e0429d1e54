"""`circle prepare` and `circle follow-up` at a terminal: to the end, killed on the way, and what may not begin yet."""

import signal
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from making import session_text

from circle_cli.session.file import read_session
from circle_cli.vocabulary import Status

Open = Callable[..., Any]
Sessions = Callable[[], list[Path]]
Circle = Callable[..., Any]

FRONT = """\
mode: {mode}
status: {status}
roles: {{presenter: ["Sam"], questioner: ["Jo"], boundary-setter: ["Jo"], encourager: ["Ade", "Bea"]}}
action_points:
  - {{id: 1, what: "Try it", who: "Sam", by: null, tracked_by: null, done: null}}
facilitator: "Jo"
plan: {{minutes: 60, ready: {ready}}}
gathered:
  - {{by: "her daughter", text: "She slept that night."}}
"""


def put(log: Path, mode: str = "group", status: str = "planned", ready: str = '["time"]') -> Path:
    path = log / "sessions" / "2026" / "2026-11-20-k3f9-the-key-on-the-hook.md"
    path.parent.mkdir(exist_ok=True)
    front = FRONT.format(mode=mode, status=status, ready=ready)
    path.write_text(session_text("2026-11-20-k3f9", "The key on the hook", front), encoding="utf-8")
    return path


def answer(at: Any, *replies: tuple[str, str]) -> Any:
    """Answer prompts in plain lines: the words of each, and what is typed."""
    for words, reply in replies:
        at.until(words).type(f"{reply}\n")
    return at


COLLABORATIVE = [
    ("what to bear in mind", "1"),
    ("What shall we call it?", "The way home"),
    ("The practice situation", "He walked home by himself.\n."),
    ("What will you look at?", "1"),
    ("Which day?", "today"),
    ("At what time", "23:30"),
    ("How long, in minutes?", "90"),
    ("From 23:30 to 01:00, the next day. Where?", "The hall, Larkspur Road"),
    ("Who is coming?", "Sam, Jo, Mrs Vale"),
    ("Who facilitates?", "Lee"),
    ("Whose own life is it about", "Mrs Vale: to listen"),
    ("Who would like to tell it?", "Sam"),
    ("Shall we take these roles?", "1"),
    ("Has anybody said what they thought of it?", ""),
    ("have agreed which situation", "1"),
    ("thought through the ethics", "2"),
    ("We have the views of those involved", "1"),
    ("A skilled facilitator will lead it", "2"),
    ("asked the key people to join in", "1"),
    ("how to explain", "2"),
]


def test_a_session_with_those_involved_is_prepared_first_and_begins_only_when_all_is_settled(
    terminal: Open, sessions: Sessions
) -> None:
    at = terminal("reflect", "--mode", "collaborative", "--plain")
    answer(at.until("is prepared before it begins, so that everybody in it is safe"), *COLLABORATIVE)
    at.until(
        "The session is planned.", "Still to settle:", "thought through the ethics", "(needed before it can begin)"
    )
    at.until("A skilled facilitator", "(needed before it can begin)", "how to explain")
    assert at.end() == 0
    (path,) = sessions()
    short = read_session(path).id[11:]

    refused = terminal("reflect", short, "--plain").until("cannot begin yet", "these checks protect them")
    refused.until("- We have thought through the ethics", "- A skilled facilitator", f"circle prepare {short}")
    assert refused.end() == 2
    assert "have agreed which situation" not in refused.told
    assert read_session(path).status is Status.PLANNED

    more = answer(terminal("prepare", short, "--plain"), ("Is any of this different now?", ""), ("Has anybody", ""))
    answer(more, ("thought through the ethics", "1"), ("A skilled facilitator", "1"), ("how to explain", "2"))
    assert more.until("The session is planned.").end() == 0
    begun = terminal("reflect", short, "--plain").until("The way home")
    begun.until("Who is here?", "Now: “Sam, Lee, Jo, Mrs Vale”").type("\n")
    begun.until("The opening", "Curious questioner: Lee", "Boundary setter: Lee").type("1\n")
    begun.until("The practice situation", "He walked home").type(".pause\n")
    assert begun.until("Paused").end() == 130


def test_what_was_planned_to_be_looked_at_can_be_said_otherwise_and_stands_there_once(
    terminal: Open, log: Path
) -> None:
    path = put(log, mode="individual")
    path.write_text(path.read_text("utf-8") + "\n## x {#situation}\n\nHe walked home by himself.\n", encoding="utf-8")
    begun = (
        terminal("reflect", "k3f9", "--plain")
        .until("We are ready")
        .type("1\n")
        .until("The practice situation", "He walked home by himself.")
    )
    begun.type(".clear\n").until("Cleared").type("He walked home with her.\n.\n").until("Question 1 of 8").skip_all()
    assert begun.end() == 0
    assert read_session(path).answers == {"situation": "He walked home with her."}


def test_resume_begins_no_session_that_is_not_safe_yet(terminal: Open, log: Path) -> None:
    put(log, mode="collaborative")
    assert terminal("resume", "k3f9", "--plain").until("This session cannot begin yet").end() == 2


PREPARED = [
    ("How will you use the circle?", "2"),
    ("what to bear in mind", "1"),
    ("What shall we call it?", "The lunch"),
    ("The practice situation", "A lunch for everybody."),
    ("What will you look at?", "3"),
    ("Which day?", "2026-12-04"),
    ("At what time", ""),
    ("How long", ""),
    ("Where?", ""),
    ("Who is coming?", "Sam, Jo, Cy"),
    ("Who facilitates?", "Jo"),
    ("Who would like to bring something?", ""),
    ("Shall we take these roles?", ""),
    ("Has anybody said", "her daughter"),
    ("What did they say?", "She slept that night."),
    ("Has anybody else", ""),
    *((words, "") for words in ("has agreed to facilitate", "knows that they will present", "a role for everyone")),
    *((words, "") for words in ("could be affected", "is booked", "Role cards", "how to explain")),
]
FOLLOWED = [
    ("how did the session go?", "Well, and calmly."),
    ("Sum up the main learning", "Ask where the key is."),
    ("Which theory and research", ".skip"),
    ("A few thoughts of your own", ".skip"),
    ("tell the presenter's manager", "1"),
    ("A note to their manager", "And thank you."),
    ("How will it be passed on?", "1"),
    ("What exactly, by whom and when?", "Jo, in May"),
    ("Try it (Sam)?", "2"),
    ("By when, now?", "2026-12-04"),
    ("What happened, in a line?", "He was away."),
]
WRITING = ("The practice situation", "What did they say?", *(words for words, _ in FOLLOWED[:2]), FOLLOWED[5][0])


def killed_at(at: Any, replies: list[tuple[str, str]], fatal: set[str], drafts: Path, again: Callable[[], Any]) -> None:
    """Answer to the end; the program is killed where these replies are typed and not yet given, and gone on with."""
    for words, reply in replies:
        at.until(words).type(reply)
        if reply in fatal:
            at.until_there(drafts, f'{reply}","after"')  # as it is while it is being typed
            assert at.kill() == -signal.SIGKILL
            at = again().until("Welcome back", words, *([reply] if words in WRITING else []))
        at.type("\n.\n" if words in WRITING else "\n")
    assert at.until("Saved").end() == 0
    assert list(drafts.iterdir()) == []


def test_a_preparation_that_is_killed_again_and_again_loses_nothing(
    terminal: Open, sessions: Sessions, drafts: Path
) -> None:
    fatal = {"2", "A lunch for everybody.", "Sam, Jo, Cy", "She slept that night."}
    killed_at(terminal("prepare", "--plain"), PREPARED, fatal, drafts, lambda: terminal("resume", "--plain"))
    (path,) = sessions()
    session = read_session(path)
    assert (session.title, session.mode, session.status) == ("The lunch", "group", Status.PLANNED)
    assert (session.date, session.focus, session.facilitator) == (date(2026, 12, 4), "theme", "Jo")
    assert set(session.people) == {"Sam", "Jo", "Cy"}
    assert session.answers == {"situation": "A lunch for everybody."}
    assert [(view.by, view.text) for view in session.gathered] == [("her daughter", "She slept that night.")]


def test_a_follow_up_that_is_killed_again_and_again_loses_nothing(terminal: Open, log: Path, drafts: Path) -> None:
    path = put(log, status="recorded")
    fatal = {"Well, and calmly.", "And thank you.", "He was away."}
    begun = terminal("follow-up", "k3f9", "--plain").until("Following up: The key on the hook")
    killed_at(begun, FOLLOWED, fatal, drafts, lambda: terminal("resume", "--plain"))
    session = read_session(path)
    said = session.answers["follow-up"]
    assert said.startswith("### How the session went\n\nWell, and calmly.\n\n### The main learning\n\nAsk where")
    assert "I thought that you would like to know.\nAnd thank you.\n\n### What will be shared" in said
    assert said.endswith("Team meeting.\nJo, in May")
    (action,) = session.action_points
    assert (action.by, action.note, action.done) == (date(2026, 12, 4), "He was away.", None)


def test_a_planned_file_is_taken_to_another_machine_and_begun_there(
    log: Path, tmp_path: Path, circle: Circle, terminal: Open
) -> None:
    path = put(log)
    assert circle("init", "other").returncode == 0
    other = tmp_path / "other"
    done = circle("reflect", "--from", str(path), cwd=other)
    assert (done.returncode, done.stderr) == (0, "")
    taken = Path(done.stdout.strip())
    assert read_session(taken) == read_session(path)
    at = terminal("reflect", "k3f9", "--plain", cwd=str(other)).until("The key on the hook")
    at.until("Who is here?").type("\n")
    at.until("Presenting practitioner: Sam", "We are ready").type("1\n")
    at.until("The practice situation").type("A visit.\n.\n")
    at.until("Question 1 of 8").type("She showed me the hook.\n.\n")
    at.until("how much did this matter").type("\n")
    at.until("Question 2 of 8").type(".skip\n")
    at.until("Question 3 of 8", "her daughter: She slept that night.").type(".pause\n")
    assert at.until("Paused").end() == 130


def test_what_was_paused_is_gone_on_with_and_not_begun_a_second_time(
    terminal: Open, log: Path, drafts: Path, circle: Circle
) -> None:
    path = put(log, status="recorded")
    at = terminal("follow-up", "k3f9", "--plain").until("how did the session go?").type("Well, and calmly.\n.pause\n")
    assert at.until("circle resume k3f9").end() == 130
    other = terminal("reflect", "--mode", "group", "--plain")  # something else meanwhile
    other.until("What shall we call it?").type(".pause\n")
    assert other.end() == 130
    again = terminal("follow-up", "k3f9", "--plain").until(
        "Welcome back", "how did the session go?", "Well, and calmly."
    )
    again.type(".pause\n")
    assert again.end() == 130
    assert [each.name for each in drafts.iterdir()] == ["2026-11-20-k3f9.jsonl"]
    put(log)
    refused = terminal("prepare", "k3f9", "--plain").until("it is still being followed up; circle resume k3f9")
    assert refused.end() == 2
    path.unlink()
    gone = terminal("resume", "--plain").until("this session's file is gone")
    assert gone.end() == 65
    assert [each.name for each in drafts.iterdir()] == ["2026-11-20-k3f9.jsonl"]


def test_a_preparation_that_has_no_file_yet_is_gone_on_with_by_its_id(terminal: Open, drafts: Path) -> None:
    at = terminal("prepare", "--mode", "group", "--title", "The lunch", "--plain").until("what to bear in mind")
    at.type("1\n").until("The practice situation").type(".pause\n")
    assert at.until("Paused").end() == 130
    (draft,) = drafts.iterdir()
    terminal("prepare", draft.stem[11:], "--plain").until("Welcome back", "The practice situation")


def test_a_draft_in_which_nothing_was_written_stands_in_nobodys_way(terminal: Open, log: Path, drafts: Path) -> None:
    put(log)
    at = terminal("prepare", "k3f9", "--plain").until("Is any of this different now?")
    at.kill()
    (left,) = drafts.iterdir()
    terminal("prepare", "k3f9", "--plain").until("Is any of this different now?").until_there(drafts, '"named"')
    assert list(drafts.iterdir()) == [left]
    assert not (log / ".circle" / "drafts").exists()
