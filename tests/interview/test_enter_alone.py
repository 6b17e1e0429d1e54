"""Enter alone: what it takes, and that it is never the answer where one protects somebody."""

import ast
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
from keys import FakeKeys
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput
from walked import all_prompts

import circle_cli
from circle_cli.interview.asker import Asker, Reply, Screen
from circle_cli.interview.script.prompts import Misread, Prompt, PromptKind, choice
from circle_cli.interview.terminal.editing import pace
from circle_cli.interview.terminal.keyboard import LineReader
from circle_cli.interview.terminal.plain import PlainAsker
from circle_cli.interview.terminal.screen import ScreenAsker

STANDING = "it is there to be changed, and came from"
DEFAULTS = {
    "note-kind": "a note has to be of some kind, and it is changed as easily as it was made",
    "considered": "it was shown, and is only gone on from: nothing is recorded",
    "mode-suggested": "three answers led to it, and it stands in the question",
    "date": f"{STANDING} the plan",
    "place": f"{STANDING} the plan",
    "roles*": "everybody has a role, dealt in turn and shown; whoever wants another says so",
    "split*": "the groups are shown as they would be, and nobody is left out",
    "setting": "a learning point is for the services of its session, and a session for those that were settled",
    "minutes": f"{STANDING} what is usual for this kind of session",
    "groups": f"{STANDING} how many people there are",
    "group/*": f"{STANDING} an even split",
    "questions": f"{STANDING} the question on learning, to which every learning point belongs",
    "title": f"{STANDING} the session, without its cast; all of it is read once more before it is sent",
    "part/*": f"{STANDING} the session, without its cast; all of it is read once more before it is sent",
    "themes": f"{STANDING} what the session is about, from a closed list",
    "concerns": f"{STANDING} what was chosen before it came back",
    "conditions": f"{STANDING} what was chosen before it came back",
    "people": f"{STANDING} the plan",
    "facilitator": f"{STANDING} the plan",
    "presenting": f"{STANDING} the plan",
    "situation": f"{STANDING} the plan",
    "changed/text": f"{STANDING} the answer that somebody chose to change",
    "learning-points/*/text": f"{STANDING} the answer, where a sentence of it was ticked",
    "action-points/*": f"{STANDING} the answer, where a sentence of it was ticked",
    "people-and-places": f"{STANDING} what was written: the names that the identifier check sees in it",
    "focus": f"{STANDING} the plan",
    "at": f"{STANDING} the plan",
    "company": f"{STANDING} the plan",
    "presenter": f"{STANDING} the plan",
    "questioner": f"{STANDING} the plan",
    "gathered/*": f"{STANDING} the plan",
    "frameworks/*": f"{STANDING} the plan",
    "editor": "a file of somebody's own is opened, once it is said how to leave that editor",
    "follow-up/manager": f"{STANDING} what the others saw: a note to copy, sent by nobody",
}
"""Every prompt for which something stands, or is taken, when nothing is typed; and why that harms nobody."""

PROTECTING = {
    "read": "approval", "noted": "approval",
    "hurried": "approval", "intruder/*": "whoever could be recognised", "decision*": "approval",
    "warned *": "publication", "send *": "publication", "finding/*": "whoever could be recognised",
    "ready/*": "readiness and consent", "opening*": "readiness", "choose/involved": "those who are involved",
    "safeguarding/raised": "safeguarding", "learning-points/*/scope": "what stays private",
    "follow-up/tell": "the presenter's consent", "withdraw": "what others may read", "erase": "what is gone for good",
    "revise": "what others may read", "publish": "what leaves the log",
    "admit": "whose approvals count", "unlock": "another program's work", "run": "what a program could do",
    "take over": "another person's draft", "sign": "approval",
    "approve-lists": "approval", "known": "whoever could be recognised",
}  # fmt: skip
"""Every prompt whose answer protects somebody, and whom or what."""

WITH_A_DEFAULT = {
    "drafts/in_editor.py",
    "evidence/evidence.py",  # a piece that is there is gone through again: all of it is shown, and nothing is made yet
    "evidence/handing.py",  # the next field is shown, and what was copied is somebody's own clipboard
}

OPEN = (
    "company", "setting", "focus", "frameworks/*", "mode", "choose/people", "one-group", "conditions",
    "action/*/became", "outcome", "welcome", "add", "changed/which", "card", "bring-back",
)  # fmt: skip
"""What else is chosen from a list, with nothing chosen beforehand."""

ELSEWHERE = {
    "'earlier'": "two texts of somebody's own, and neither is lost",
    "f'settings/{key}'": "a setting of one's own: an empty Enter leaves it as it is",
    "'certain'": "it is asked in so many words, and nothing stands for an answer: an empty Enter leaves all as it is",
    "'use'": "it asks which log circle works in, and an empty Enter leaves that as it is",
    "'looked-at'": "it comes after an edit, and an empty Enter leaves it to be looked at",
    "'again'": "what a copy tells others: an empty Enter copies nothing",
    "'way'": "what a copy tells others: an empty Enter copies nothing",
    "'looks'": "what a copy tells others: an empty Enter copies nothing",
    "READY.of(mark_of(' '.join((each.text for each in settled.values())))).key": "guarded: a portfolio has an empty "
    "Enter make nothing",
    "'portfolio'": "it asks by which framework, and an empty Enter makes nothing",
    "'write'": "what is handed on: an empty Enter writes nothing",
    "'next'": "it shows the next field of what is copied by hand",
    "'which'": "it asks which session to take first, and an empty Enter takes neither",
    "'spark'": "an empty Enter begins without one, and leaves it as it is",
    "'import'": "it asks whether to take something in, and an empty Enter takes nothing in",
    "'label'": "an empty Enter leaves what the label becomes",
    "'target'": "an empty Enter leaves what the label becomes",
    "'editor'": "it comes after an editor, and what was written stays in its file",
}
"""Lists that are met in the middle of something, by how their key stands in the code."""


def matching(key: str, patterns: object) -> list[str]:
    return [each for each in patterns if fnmatch(key, each)]  # type: ignore[attr-defined]  # a mapping, or a tuple


def test_every_prompt_that_has_a_default_is_known_with_its_reason() -> None:
    usual = {prompt.key for prompt, _ in all_prompts() if prompt.default or prompt.prefill}
    assert [key for key in usual if not matching(key, DEFAULTS)] == []
    assert [each for each in DEFAULTS if each != "editor" and not any(fnmatch(key, each) for key in usual)] == []
    assert _with_a_default() <= WITH_A_DEFAULT


def _with_a_default() -> set[str]:
    """Give the modules of commands in which something is asked that has a default: no walk comes there."""
    commands = Path(circle_cli.__file__).parent / "commands"
    return {
        path.relative_to(commands).as_posix()
        for path, node in _calls_in(commands, "default=", "prefill=")
        if node.func.id not in ("max", "min", "next")
        for keyword in node.keywords
        if keyword.arg in ("default", "prefill")
    }


def test_what_protects_somebody_has_none_and_says_what_leaving_it_open_means() -> None:
    met = {prompt.key: prompt for prompt, _ in all_prompts()}
    for pattern in PROTECTING:
        prompts = [prompt for key, prompt in met.items() if fnmatch(key, pattern)]
        assert prompts, f"{pattern} is never asked"
        assert [prompt.key for prompt in prompts if not prompt.guarded] == []
    assert [key for key, prompt in met.items() if prompt.guarded and not matching(key, PROTECTING)] == []
    for prompt, text in all_prompts():
        if prompt.guarded:
            assert not (prompt.default or prompt.prefill or text), prompt.key
            assert prompt.needed or prompt.left_open, prompt.key
    with pytest.raises(ValueError, match="protects somebody"):
        choice("consent", "May we?", ("yes", "Yes"), default="yes", needed="Please say.", guarded=True)


def test_no_list_to_choose_from_is_without_a_place_in_one_of_these_tables() -> None:
    lists = {prompt.key for prompt, _ in all_prompts() if prompt.kind is PromptKind.CHOICE}
    assert [key for key in lists if not matching(key, (*DEFAULTS, *PROTECTING, *OPEN))] == []


def test_no_list_in_the_code_is_left_out_of_the_walk() -> None:
    """A list is known by where its words are made: those that all prompts have are all that the code makes."""
    asked = " ".join(f"{prompt.key} {prompt.ask}" for prompt, _ in all_prompts())
    missing = [key for key, ask in _lists_in_the_code() if key not in ELSEWHERE and ask and ask not in asked]
    assert missing == []


def _lists_in_the_code() -> Iterator[tuple[str, str]]:
    """Give the key of each call of `choice`, as it stands in the code, and its words where they are plain."""
    for _, node in _calls_in(Path(circle_cli.__file__).parent, "choice("):
        if node.func.id == "choice":
            ask = node.args[1]
            words = ask.values[0] if isinstance(ask, ast.JoinedStr) else ask
            yield ast.unparse(node.args[0]), str(words.value) if isinstance(words, ast.Constant) else ""


def _calls_in(folder: Path, *words: str) -> Iterator[tuple[Path, Any]]:
    """Give each call of a function by its bare name, in the modules where any of the words stands."""
    for path in folder.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(text)) if any(word in text for word in words) else ():
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                yield path, node


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """No pause after Enter to see whether it stands in a paste."""
    monkeypatch.setattr(pace, "_PASTE_SECONDS", 0.0)


def plainly(prompt: Prompt, text: str, keys: str) -> Reply:
    asker = PlainAsker(LineReader(FakeKeys(*keys), _quiet), _quiet, _same, lambda: 0.0, bell=False)
    return asker.ask(Screen(prompt=prompt), text, _quiet)


def richly(prompt: Prompt, text: str, keys: str) -> Reply:
    asker: Asker = ScreenAsker(_quiet, _same, lambda: 0.0, bool, bell=False)
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        pipe.send_text(keys.replace("\n", "\r"))
        return asker.ask(Screen(prompt=prompt), text, _quiet)


def _quiet(_: str) -> None:
    pass


def _same(text: str) -> str:
    return text


def kept(prompt: Prompt, reply: Reply) -> str:
    try:
        return prompt.read(reply.text)
    except Misread as misread:
        return f"asked again: {misread}"


@pytest.mark.usefixtures("library_keys_made_once")
@pytest.mark.parametrize("keys", ["\n", "1\n", "2\n"], ids=repr)
def test_both_terminals_keep_the_same_for_the_same_keys(keys: str, at_once: None) -> None:
    for prompt, text in all_prompts():
        if prompt.kind is PromptKind.WRITING or (prompt.kind is not PromptKind.CHOICE and keys != "\n"):
            continue  # there, Enter is a new line; and what is typed comes behind what stands there
        if keys != "\n" and int(keys) > len(prompt.options):
            continue  # in one it is no key at all, in the other it is asked again; neither keeps it
        replies = [at(prompt, text, keys) for at in (plainly, richly)]
        assert len({(reply.move, kept(prompt, reply)) for reply in replies}) == 1, (prompt.key, text, replies)
        if prompt.guarded and keys == "\n":
            assert kept(prompt, replies[0]) in ("", f"asked again: {prompt.needed}"), prompt.key
