"""Running a command: all of its input reaches it, however long it takes to listen."""

import sys

from circle_cli.system.running import run

SLOW = "import sys, time; time.sleep(0.6); print(len(sys.stdin.buffer.read()))"


def test_a_command_that_is_slow_to_listen_gets_all_of_its_input() -> None:
    output = run([sys.executable, "-c", SLOW], limit=20, given=b"x" * (1 << 20))
    assert (output.code, output.out.strip()) == (0, b"1048576")


def test_a_command_that_does_not_listen_ends_all_the_same() -> None:
    assert run([sys.executable, "-c", "print(1)"], limit=20, given=b"x" * (1 << 20)).out.strip() == b"1"
