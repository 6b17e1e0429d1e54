"""What another place answers is told apart by git's own words, never by what a server says of its rules."""

import pytest

from circle_cli.log.travel.abroad import Answer, answer_of, answered, in_words
from circle_cli.system.running import NO_GIT, Output


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("! [rejected] main -> main (fetch first)", Answer.MOVED_ON),
        ("! [remote rejected] main -> main (failed to update ref)", Answer.MOVED_ON),
        ("error: cannot lock ref 'refs/remotes/origin/main'", Answer.MOVED_ON),
        ("remote: GH006: Protected branch\n! [remote rejected] main -> main (protected branch)", Answer.NOT_TAKEN),
        (
            "remote: Please fetch first (fetch first), or permission denied\n! [remote rejected] main (hook declined)",
            Answer.NOT_TAKEN,
        ),
        ("remote: fatal: Read-only file system\n! [remote rejected] main -> main (unpacker error)", Answer.NOT_TAKEN),
        ("ssh: connect to host a port 22: Connection refused\nfatal: Could not read from remote", Answer.UNREACHABLE),
        ("fatal: unable to access 'https://a/': Could not resolve host: a", Answer.UNREACHABLE),
        ("git@a: Permission denied (publickey).\nfatal: Could not read from remote repository.", Answer.REFUSED),
        ("fatal: could not read Username for 'https://a': terminal prompts disabled", Answer.REFUSED),
        ("remote: Permission to a/b.git denied to jo.\nfatal: The requested URL returned error: 403", Answer.REFUSED),
        ("Host key verification failed.\nfatal: Could not read from remote repository.", Answer.REFUSED),
        ("fatal: detected dubious ownership in repository at '/srv/a'", Answer.NOT_TRUSTED),
        ("fatal: '/media/a' does not appear to be a git repository\nfatal: Could not read", Answer.NOTHING_THERE),
        ("remote: ERROR: Repository not found.\nfatal: Could not read from remote repository.", Answer.NOTHING_THERE),
        (NO_GIT, Answer.NO_GIT),
        ("fatal: something new", Answer.UNCLEAR),
    ],
)
def test_answers_are_told_apart(said: str, answer: Answer) -> None:
    assert answer_of(Output(code=1, err=said.encode())) is answer
    assert all(in_words(answer))


def test_of_a_long_answer_its_beginning_is_shown() -> None:
    said = "".join(f"remote: rule {number}\x1b[K\n" for number in range(40))
    lines = answered(Output(code=1, err=said.encode()))
    assert (lines[0], lines[-1], len(lines)) == ("rule 0", "... and 28 lines more", 13)


def test_an_answer_keeps_its_last_letter() -> None:
    said = b"remote: Review needed: CHECK [K] OK  \x1b[K\r\n"
    assert answered(Output(code=1, err=said)) == ("Review needed: CHECK [K] OK",)
