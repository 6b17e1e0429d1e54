"""What `make check` leaves to `make test`: on a terminal, in a browser, of a whole site, through many gits, long ones.

All others are in it.
"""

SLOW_FIXTURES = {
    *(
        "at_terminal",
        "reads",
        "review",
        "terminal",
        "terminal_says",
        "circle_apart",
        "browser",
        "once",
        "open_door",
        "release",
    )
}
SLOW_PLACES = (
    "commands/asking/test_nothing_lost.py",
    "commands/asking/test_surroundings.py",
    "commands/door/lists/",
    "commands/door/packets/",
    "commands/door/test_readers.py::test_a_file_written_by_hand",
    "commands/door/test_scan.py::test_a_megabyte",
    "commands/door/trying/test_revising.py",
    "commands/erasing/",
    "commands/keeping/in_ci/test_ci_files.py::test_the_commands_for_a_base",
    "commands/keeping/test_as_strict.py",
    "commands/reading/test_copies.py",
    "commands/reading/test_event.py::test_a_wide_window_has_columns",
    "commands/reading/test_two_versions.py",
    "commands/surroundings/test_links.py",
    "commands/surroundings/test_odd_files.py",
    "commands/surroundings/test_permissions.py",
    "commands/surroundings/test_streams.py",
    "commands/test_front_door.py::test_a_reader_that_has_gone",
    "identifiers/test_seeing.py::test_hostile_text_takes",
    "interview/terminal/editing/test_every_key.py",
    "interview/test_any_keys.py",
    "interview/test_enter_alone.py::test_both_terminals",
    "log/history/test_git.py::test_many_commits_at_once",
    "log/test_faults.py",
    "log/test_kills.py",
    "paper/intake/test_edited_sheets.py",
    "paper/intake/test_kinds_of_word_file.py",
    "paper/intake/test_other_programs.py",
    "paper/intake/test_ticked_boxes.py",
    "paper/intake/test_understood.py",
    "paper/test_print.py::test_only_a_print_for_word_loads",
    "points/test_strange_files.py::test_a_file_as_full",
    "share/test_past.py",
    "site/browser/",
    "site/building/",
    "site/drawing/test_kit.py",
    "site/drawing/test_pages.py",
    "site/drawing/test_points.py::test_a_log_that_works_alone",
    "site/drawing/test_points.py::test_the_time_a_text_takes",
    "site/test_demo.py",
    "system/test_other_systems.py::test_every_module_can_be_loaded",
    "test_wheel.py",
)
"""Folders, files, and how a test's name begins."""
