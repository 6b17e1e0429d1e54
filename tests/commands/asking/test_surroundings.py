"""Where an interview is held: folders that cannot be written, no home, no git, closed streams."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from running import NOBODY, Streams, run_copied
from terminals import PROGRAM

from circle_cli.log.start import start_log

ANSWER = "Amira came to all three of them, for once."
AS_NOBODY = ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")

needs_root = pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="only root may do this")


@pytest.fixture
def shared() -> Iterator[Path]:
    """A log that everybody may look into, as a team's: not in pytest's folders, which each start of pytest closes."""
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        start_log(log)
        for each in (log, *log.parents):
            if each.stat().st_uid == 0 and each != Path("/"):
                each.chmod(each.stat().st_mode | 0o055)
        yield log


def hold_quick(at: Any) -> Any:
    at.until("No names needed.").keys("The handover of Amira\n")
    at.until("Question 1 of 3").keys(f"{ANSWER}\n", ".\n")
    for question in (2, 3):
        at.until(f"Question {question} of 3").keys(".skip\n")
    return at.until("Thank you", "Saved:")


def saved(log: Path) -> str:
    [path] = (log / "sessions").rglob("*.md")
    return path.read_text(encoding="utf-8")


@needs_root
def test_a_log_that_cannot_be_written_is_said_before_the_first_question(terminal: Any, shared: Path) -> None:
    at = terminal("--plain", "--log", str(shared), "reflect", program=(*AS_NOBODY, *PROGRAM), cwd="/")
    at.until("cannot save here, you are not allowed to write here")
    assert at.end() == 77
    assert "What shall we call it?" not in at.told


@needs_root
@pytest.mark.parametrize("closed", ["", "log", "log/sessions", "log/sessions/2026"])
@pytest.mark.parametrize("words", ["list", "search tea", "show 2026", "edit 2026"])
def test_a_log_that_may_not_be_looked_into_is_said_and_not_called_empty(shared: Path, closed: str, words: str) -> None:
    (shared / "sessions" / "2026").mkdir()
    (shared.parent / closed).chmod(0o700)
    done = run_copied("--log", str(shared), *words.split(), cwd=Path("/"), env=os.environ, **NOBODY)
    assert (done.returncode, done.stdout) == (77, "")
    assert done.stderr.startswith(f"{shared}")
    assert done.stderr.endswith(": could not be looked into: Permission denied; check its permissions\n")


@needs_root
@pytest.mark.parametrize("home", ["unset", "not ours", "no such", "relative"])
def test_without_a_home_the_log_alone_is_enough(terminal: Any, shared: Path, own_home: Path, home: str) -> None:
    log = shared
    for folder, _, files in os.walk(log):
        os.chown(folder, 65534, 65534)
        for name in files:
            os.chown(Path(folder) / name, 65534, 65534)
    own_home.chmod(0o700)
    places = {"not ours": str(own_home), "no such": "/nonexistent/home", "relative": "~"}
    env = [f"HOME={places[home]}"] if home in places else []
    unset = [word for name in ("HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME") for word in ("-u", name)]
    program = ("env", *unset, *env, *AS_NOBODY, *PROGRAM)
    at = terminal("--plain", "--log", str(log), "reflect", "--quick", program=program)
    at.until("No names needed.").keys("Tea\n")
    at.until("Question 1 of 3").keys("half")
    at.until_there(log / ".circle" / "drafts", "half").kill()
    status = subprocess.run(
        ["git", "-c", f"safe.directory={log}", "-C", str(log), "status", "--porcelain"], capture_output=True, text=True
    )
    assert status.stdout == "", status.stderr
    again = terminal("--plain", "--log", str(log), "resume", program=program)
    again.until("Question 1 of 3", "half").keys(f" way. {ANSWER}\n", ".\n")
    for question in (2, 3):
        again.until(f"Question {question} of 3").keys(".skip\n")
    again.until("Thank you", "Whose name is to stand there?").keys(".back\n")
    again.end()
    assert f"half\n way. {ANSWER}" in saved(log)
    assert not list((log / ".circle" / "drafts").glob("*.jsonl"))
    assert not (log / "~").exists()


def without_git(tmp_path: Path) -> dict[str, str]:
    (tmp_path / "bin").mkdir()
    return {"PATH": str(tmp_path / "bin")}


def test_without_git_a_session_is_saved_and_the_reason_said(terminal: Any, log: Path, tmp_path: Path) -> None:
    at = hold_quick(terminal("--plain", "reflect", "--quick", env=without_git(tmp_path)))
    at.until("Saved, but not committed: git was not found on this computer.", "To put that right: install git")
    assert at.end() == 0
    assert ANSWER in saved(log)


@pytest.mark.parametrize("required", [False, True])
def test_without_an_identity_a_session_is_saved_and_the_fix_said(
    terminal: Any, log: Path, own_home: Path, required: bool
) -> None:
    (own_home / ".gitconfig").write_text("[user]\n\tuseConfigOnly = true\n")
    words = ["--require-commit"] if required else []
    at = hold_quick(terminal("--plain", "reflect", "--quick", *words))
    at.until("Whose name is to stand there?").keys(".back\n")
    at.until("not committed: the log's history has no name for you yet", "circle, at a terminal, asks whose name")
    assert at.end() == (3 if required else 0)
    assert ANSWER in saved(log)


def test_a_commit_holds_the_session_alone_and_no_word_of_the_story(terminal: Any, log: Path) -> None:
    (log / "theirs.md").write_text("staged by somebody")

    def git(*words: str) -> str:
        command = ["git", "-C", str(log), *words]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout

    git("add", "theirs.md")
    hold_quick(terminal("--plain", "reflect", "--quick")).end()
    shown = git("show", "--name-only", "--format=%B%an")
    [path] = (log / "sessions").rglob("*.md")
    assert shown.split() == ["Record", "session", path.name[:15], "Jo", str(path.relative_to(log))]
    assert git("status", "--porcelain") == "A  theirs.md\n"


def shell(log: Path, words: str) -> subprocess.CompletedProcess[bytes]:
    (log / "in.yml").write_text(f'title: Tea\nanswers: {{what-worked: "{ANSWER}"}}\n')
    command = f'"{sys.executable}" -m circle_cli {words}'
    return subprocess.run(["sh", "-c", command], cwd=log, capture_output=True, timeout=60)


@pytest.mark.parametrize("closed", ["<&- >&- 2>&-", ">/dev/full"])
def test_a_closed_or_full_stream_does_not_cost_the_session(log: Path, closed: str) -> None:
    shell(log, f"reflect --from in.yml {closed}")
    assert ANSWER in saved(log)


@pytest.mark.parametrize("streams", [{0: None}, {1: None}, {2: None}, {2: "/dev/full"}], ids=str)
def test_nor_does_one_of_them_alone(log: Path, streams: Streams) -> None:
    (log / "in.yml").write_text(f'title: Tea\nanswers: {{what-worked: "{ANSWER}"}}\n')
    run_copied("reflect", "--from", "in.yml", cwd=log, env=os.environ, streams=streams)
    assert ANSWER in saved(log)


@pytest.mark.parametrize(
    "words",
    ["reflect </dev/null", "reflect <&-", "resume k3f9 </dev/null", "reflect --plain >/dev/null", "reflect | cat"],
)
def test_nobody_is_asked_where_nobody_can_answer(log: Path, circle: Any, words: str) -> None:
    said = f"id: 2026-11-20-k3f9\ndate: 2026-11-20\ntitle: Tea\nanswers: {{what-worked: {ANSWER!r}}}\n"
    assert circle("--log", str(log), "reflect", "--from", "-", stdin=said).returncode == 0
    done = shell(log, words)
    if "|" not in words:
        assert done.returncode == 2
    assert b"There is no terminal to ask questions in; " in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("name", ["with space", "new\nline", "-x", "q'uote\"", "日本", os.fsdecode(b"b\xff")])
def test_a_log_may_have_any_name(terminal: Any, tmp_path: Path, name: str) -> None:
    from circle_cli.log.start import start_log

    start_log(tmp_path / name)
    at = terminal("--plain", "--log", f"./{name}", "reflect", "--quick", cwd=str(tmp_path))
    at.until("No names needed.").keys("Tea\n")
    at.until("Question 1 of 3", ".help says this again.").keys("half", "\x03")
    at.until("Paused.").end()
    again = hold_rest(terminal("--plain", "--log", f"./{name}", "resume", cwd=str(tmp_path)))
    again.until("Committed")
    assert again.end() == 0
    assert "half\n and more of it than before" in saved(tmp_path / name)


def hold_rest(at: Any) -> Any:
    at.until("Question 1 of 3", ".help says this again.", "half").keys(" and more of it than before\n", ".\n")
    for question in (2, 3):
        at.until(f"Question {question} of 3").keys(".skip\n")
    return at


NAMELESS = "[user]\n\tuseConfigOnly = true\n"


def history(log: Path) -> str:
    command = ["git", "-C", str(log), "log", "-1", "--format=%an <%ae> %s"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


@pytest.mark.parametrize("flags", [(), ("--plain",)])
@pytest.mark.parametrize(
    ("name", "address", "committed"),
    [
        ("Sam Example", "sam@example.org", "Sam Example <sam@example.org>"),
        ("", "", "Somebody <nobody@circle.invalid>"),
        ("Sam <x>", "no address\rsam@example.org", "Sam x <sam@example.org>"),
    ],
)
def test_git_that_knows_nobody_is_told_a_name_once(
    terminal: Any, log: Path, own_home: Path, flags: tuple[str, ...], name: str, address: str, committed: str
) -> None:
    (own_home / ".gitconfig").write_text(NAMELESS)
    for again in (False, True):
        at = terminal("reflect", "--quick", "--title", "Tea", *flags)
        for question in ("Question 1", "Question 2", "Question 3"):
            at.until(question, "could think about" if flags else "Ctrl-G").keys(".skip\r" if flags else "\x0b")
        at.until("Thank you")
        if not again:
            at.until("Whose name is to stand there?").keys(name, "\r")
            at.until("And an e-mail address?")
            first, _, then = address.partition("\r")
            at.keys(first, "\r")
            if then:
                at.until("An e-mail address has an @ in it").keys(*([] if flags else ["\x15"]), then, "\r")
        at.until("Committed to the log's own history")
        assert at.end() == 0
        assert "git config" not in at.text
        assert history(log).startswith(f"{committed} Record session ")


@pytest.mark.parametrize("no_address", ["\r", ".back\r"])  # left out, or left: the name was typed
def test_a_name_that_was_not_given_is_asked_for_by_circle_alone(
    terminal: Any, log: Path, own_home: Path, no_address: str
) -> None:
    (own_home / ".gitconfig").write_text(NAMELESS)
    at = hold_quick(terminal("--plain", "reflect", "--quick")).until("Whose name is to stand there?").keys(".back\n")
    at.until("the log's history has no name for you yet", "circle, at a terminal, asks whose name")
    assert at.end() == 0
    at = terminal("--plain").until("Whose name is to stand there?").keys("Sam Example\r")
    at.until("And an e-mail address?").keys(no_address)
    at.until("The history now has what an earlier command saved: Record session")
    assert history(log).startswith("Sam Example <nobody@circle.invalid> Record session ")


def test_whoever_has_nothing_to_read_is_not_asked_who_they_are(terminal: Any, log: Path, own_home: Path) -> None:
    (own_home / ".gitconfig").write_text(NAMELESS)
    at = terminal("--plain", "review").until("Nothing is waiting for you to read.")
    assert at.end() == 0 and "Whose name" not in at.told
    (log / "guidance" / "kit.md").parent.mkdir(exist_ok=True)
    (log / "guidance" / "kit.md").write_text('---\ntitle: "Our way"\ndescription: "How."\n---\n# Our way\n')
    terminal("--plain", "review").until("Whose name is to stand there?").kill()
