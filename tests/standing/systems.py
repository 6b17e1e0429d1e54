"""What tests need that Windows has not: they are left out there, with the reason."""

TERMINALS = {"terminal"}
"""Fixtures that stand on a pseudo-terminal."""

OF_POSIX = (
    *("commands/asking/test_nothing_lost.py", "commands/asking/test_surroundings.py"),
    *("commands/surroundings/test_odd_files.py", "commands/surroundings/test_streams.py"),
    *("commands/drafts/test_taken_over.py", "commands/drafts/test_whose_drafts.py"),
    *("commands/erasing/test_erase_files.py", "commands/erasing/test_erase_git.py"),
    *(
        "interview/draft/test_draft_places.py",
        "log/test_durable.py",
        "log/test_faults.py",
        "log/history/test_slow_hooks.py",
    ),
    *("points/test_strange_files.py", "site/building/test_serve.py", "site/test_demo.py", "site/test_demo_teams.py"),
)
"""Files whose tests use signals, forks, limits, modes of files, or links that anybody may make."""

MODULES = {"fcntl", "grp", "pty", "pwd", "resource", "termios", "tty"}
"""Python's own modules that are not there."""
