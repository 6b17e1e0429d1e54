"""A preview takes what it read and drew once more, and shows each change all the same."""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from jinja2 import DictLoader, Environment
from making import notice, publish, put_report, report
from signed import approve_report

from circle_cli.points import folder, told
from circle_cli.settings import load_settings
from circle_cli.site.again import Again, as_they_lie
from circle_cli.site.building.contents import Contents, read_contents
from circle_cli.site.templates import Templates

Read = Callable[[], Contents]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Reads a log as a preview does, again and again."""
    publish(tmp_path, id="abcdefgh", title="The first")
    publish(tmp_path, id="mnpqrstu", title="The second")
    return partial(_contents, tmp_path, Again())


def _contents(log_root: Path, again: Again) -> Contents:
    return read_contents(
        log_root / "guidance", name="Ours", address=None, settings=load_settings(log_root), this_year=2026,
        link=lambda uri, seen_from: uri, inspect=None, make_kit=None, look=lambda words: None,
        again=again, of_file=again.of_file, lie=as_they_lie,
    )  # fmt: skip


def test_an_edit_of_a_page_has_no_learning_point_read_or_drawn_again(read: Read, tmp_path: Path) -> None:
    before = read()
    (tmp_path / "guidance/preparing.md").write_text('---\ntitle: "A"\ndescription: "B"\n---\n# Ours\n')
    after = read()
    assert after.published is before.published
    assert after.many is before.many and after.feeds is before.feeds
    assert after.pages["preparing.md"] != before.pages["preparing.md"]


def test_an_edit_of_a_learning_point_has_no_other_read_again(
    read: Read, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_report(tmp_path, approve_report(report("mnpqrstu")))
    read()
    seen, read_it, told_it = list[str](), folder.point_in, told.report_in
    monkeypatch.setattr(folder, "point_in", lambda content, path: (seen.append(path.stem), read_it(content, path))[1])
    monkeypatch.setattr(told, "report_in", lambda content, path: (seen.append(path.stem), told_it(content, path))[1])
    publish(tmp_path, id="abcdefgh", title="The other")
    assert {point.title for point in read().published.points} == {"The other", "The second"}
    assert seen == ["abcdefgh"]


@pytest.mark.parametrize("what", ["words", "one more", "gone", "withdrawn", "a report", "settings"])
def test_whatever_is_drawn_otherwise_is_drawn_again(read: Read, tmp_path: Path, what: str) -> None:
    before = read()
    points = tmp_path / "guidance/learning-points"
    match what:
        case "words":
            publish(tmp_path, id="abcdefgh", title="The other")
        case "one more":
            publish(tmp_path, id="zzzzzzzz", title="The third")
        case "gone":
            (points / "mnpqrstu.md").unlink()
        case "withdrawn":
            (points / "mnpqrstu.md").write_text(notice("mnpqrstu"), encoding="utf-8")
        case "a report":
            put_report(tmp_path, approve_report(report("abcdefgh")))
        case "settings":
            (tmp_path / "circle.yml").write_text("contact:\n  email: team@example.org\n", encoding="utf-8")
    after, anew = read(), _contents(tmp_path, Again())
    assert after.pages == anew.pages and after.feeds == anew.feeds
    assert after.pages != before.pages


def test_a_template_is_taken_apart_again_only_if_it_says_something_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)

    def shown(says: str, called: str = "a.html", knows: str = "jinja2.ext.do") -> tuple[str, bool]:
        taken_apart: list[object] = []

        class Noting(Environment):
            def compile(self, *of: Any, **more: Any) -> Any:
                taken_apart.append(of)
                return super().compile(*of, **more)

        kept = Templates(tmp_path)  # as the next build has it
        env = Noting(loader=DictLoader({called: says}), bytecode_cache=kept, autoescape=True, extensions=[knows])
        return env.get_template(called).render(), bool(taken_apart)

    assert shown("one") == ("one", True) and shown("one") == ("one", False)
    assert shown("another") == ("another", True) and shown("one") == ("one", True)
    assert shown("one", called="b.html") == ("one", True)
    assert shown("one", knows="jinja2.ext.i18n") == ("one", True)
