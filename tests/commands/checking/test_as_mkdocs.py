"""What MkDocs would stop at in a log's pages, menu and settings, `circle check` names: each was tried with a build."""

from pathlib import Path

import pytest
from making import POINT, publish

from circle_cli.commands.checking.examined import examine
from circle_cli.commands.site.site import make_kit
from circle_cli.errors import CircleError
from circle_cli.guidance.pages import load_guidance
from circle_cli.log.folder import Log
from circle_cli.packed import packed
from circle_cli.site import rehearsal
from circle_cli.site.rehearsal import rehearse

SITE = packed("mkdocs.yml").read_text(encoding="utf-8")
FINE = """\
[a](preparing.md)
[a](#ours)
[a](questions/safety.md#more-about-it)
[a](learning-points/index.md)
[a](learning-points/k3f9abcd.md)
[a](themes/index.md)
[a](frameworks/pcf-2018.md)
[a](kit/prompts.html)
[a](kit/role-cards.docx)
[a](https://example.org)
[a](mailto:a@example.org)
[a][nowhere]
"""
WRONG = """\
[a](#nowhere)
[a](preparing.md#nowhere)
[a](learning-points/index.md#the-page)
[a](learning-points/zzzzabcd.md)
[a](b.md)
[a](c.md "A title")
[a](b.html)
[a](preparing.html)
[a](preparing)
[a](/preparing.html)
[a](questions/)
[a](themes/nowhere.md)
[a](themes.yml)
[a](README.md)
[a](kit/none.docx)
[a](../mkdocs.yml)
[1]: nowhere.txt

[a][1]
"""
MENU = """\
  - Ours: ours.md
  - team.md
  - Kit: kit.html
  - Kit: /kit.md
  - Home: index.md#ours
  - Questions: questions/
"""
SETTINGS = {
    "site_description": "[a]",
    "site_author": "5",
    "site_url": "example.org",
    "copyright": "{a: b}",
    "use_directory_urls": "7",
    "exclude_docs": "[a]",
    "not_in_nav": "[a]",
    "validation": "{anchors: loud}",
    "nav": "index.md",
}


def page(log: Path, body: str, name: str = "kit.md") -> int:
    """Write a page; gives the line before the first of its body."""
    (log / "guidance" / name).parent.mkdir(parents=True, exist_ok=True)
    head = '---\ntitle: "A"\ndescription: "B"\n---\n# Ours\n\n'
    (log / "guidance" / name).write_text(head + body, encoding="utf-8")
    return head.count("\n")


def lines(log: Path) -> list[tuple[str, int | None]]:
    found = rehearse(log)
    assert found.stopped is None
    return [(Path(each.where.path).name, each.where.line) for each in found.warned if each.where]


def test_a_site_as_it_should_be_has_nothing(log: Path) -> None:
    publish(log)
    page(log, FINE)
    (log / "mkdocs.yml").write_text(f"{SITE}      - https://example.org\n      - index.md\n", encoding="utf-8")
    assert lines(log) == []


def test_every_link_that_leads_nowhere_is_named_with_its_line(log: Path) -> None:
    publish(log)
    before = page(log, WRONG.replace("\n", "\n\n"))
    wrong = [number * 2 + before + 1 for number, line in enumerate(WRONG.split("\n")) if line and line != "[a][1]"]
    found = {line for name, line in lines(log) if name == "kit.md"}
    assert found == set(wrong)


def test_every_entry_of_the_menu_that_is_no_page_is_named_with_its_line(log: Path) -> None:
    (log / "mkdocs.yml").write_text(SITE.replace("nav:\n", f"nav:\n{MENU}"), encoding="utf-8")
    first = SITE[: SITE.index("nav:\n")].count("\n") + 2
    assert sorted(lines(log)) == [("mkdocs.yml", first + number) for number in range(MENU.count("\n"))]


@pytest.mark.parametrize("entry", ["5", "", "[[]]", "{a: kit.md, b: running.md}"])
def test_an_entry_of_the_menu_that_is_none_is_named(log: Path, entry: str) -> None:
    (log / "mkdocs.yml").write_text(SITE.replace("nav:\n", f"nav:\n  - {entry}\n"), encoding="utf-8")
    assert [name for name, _ in lines(log)] == ["mkdocs.yml"]


@pytest.mark.parametrize("key", SETTINGS)
def test_a_setting_that_mkdocs_does_not_take_is_named_with_its_line(log: Path, key: str) -> None:
    ours = "".join(line for line in SITE[: SITE.index("exclude_docs:")].splitlines(keepends=True) if key not in line)
    (log / "mkdocs.yml").write_text(f"{ours}{key}: {SETTINGS[key]}\n", encoding="utf-8")
    assert lines(log) == [("mkdocs.yml", ours.count("\n") + 1)]


@pytest.mark.parametrize("left_out", ["kit/", "'*'", "*.docx"])
def test_what_every_site_has_is_left_out_by_no_setting(log: Path, left_out: str) -> None:
    (log / "mkdocs.yml").write_text(SITE.replace("  README.md\n", f"  {left_out}\n").replace("'", ""))
    stopped = rehearse(log).stopped
    assert isinstance(stopped, CircleError) and "`exclude_docs`" in stopped.message


@pytest.mark.parametrize("left_out", ["learning-points/", f"{POINT.id}.md"])
def test_a_learning_point_that_was_approved_is_left_out_by_no_setting(log: Path, left_out: str) -> None:
    publish(log)
    (log / "mkdocs.yml").write_text(SITE.replace("  README.md\n", f"  {left_out}\n"))
    stopped = rehearse(log).stopped
    assert isinstance(stopped, CircleError) and f"circle withdraw {POINT.id}" in str(stopped)


def test_check_says_it_once_and_elsewhere_than_at_a_terminal_without_its_words(log: Path) -> None:
    page(log, "[a](#amira)\n\n[a](amira.md)\n")
    found = {each.line: each for each in examine(Log(root=log)).findings if each.kind == "format"}
    assert sorted(found) == [7, 9]
    assert found[7].what == "a link to …, and there is no such heading"
    assert found[7].detail and "#amira" in found[7].detail


def test_a_log_with_nothing_of_its_own_is_not_read_for_it(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(log)
    (log / "mkdocs.yml").write_bytes(SITE.replace("\n", "\r\n").encode())
    monkeypatch.setattr(rehearsal, "rehearse", lambda log_root: pytest.fail("it was"))
    examine(Log(root=log))


def test_an_error_that_nothing_else_is_found_of_is_said(log: Path) -> None:
    (log / "mkdocs.yml").write_text(SITE.replace("  README.md\n", "  kit/\n"), encoding="utf-8")
    assert [each.path for each in examine(Log(root=log)).findings] == [str(log / "mkdocs.yml")]


def test_the_kit_that_may_be_linked_to_is_the_one_that_is_made() -> None:
    assert set(rehearsal._KIT) == set(make_kit(load_guidance()))
