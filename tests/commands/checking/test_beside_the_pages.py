"""What a base's repository says beside its pages is public too: it is read like words of the site, held, or named."""

from pathlib import Path

import pytest
from making import POINT, approve, approve_list, git, png, put_point, put_report, read_words, report
from signed import known, public_key

from circle_cli.commands.checking.examined import examine
from circle_cli.commands.checking.found.problem import Problem
from circle_cli.commands.door.words.reading import title_of
from circle_cli.commands.door.words.waiting import chosen_words, for_reader, unread_words
from circle_cli.commands.running.ci import add_ci
from circle_cli.log.folder import Log
from circle_cli.log.start import start_log
from circle_cli.packed import packed
from circle_cli.points.file import render_withdrawn
from circle_cli.points.notices import render_notice
from circle_cli.points.of_base.returned import render_returned
from circle_cli.points.of_base.same import render_same
from circle_cli.points.of_base.themes import Meaning, render_meanings
from circle_cli.points.record import Withdrawn
from circle_cli.signing.readers import READERS, render_readers
from circle_cli.vocabulary import Ci, LogKind, Was

SITE = packed("mkdocs.yml").read_text(encoding="utf-8")
PAGE = "---\n# {}\ntitle: Kit\ndescription: How.\n---\n# Kit\n"
READER = render_readers(known())
SAID = "asked for by Bethany Kowalczyk"
SAYS: dict[str, tuple[str, str]] = {
    "a remark in the settings": ("circle.yml", f"kind: base\n# {SAID}\n"),
    "a remark behind a setting": ("circle.yml", f"kind: base # {SAID}\n"),
    "where what waits goes": ("circle.yml", f'kind: base\nfor-readers: "/home/{SAID}"\n'),
    "a remark in the site's settings": ("mkdocs.yml", f"{SITE}# {SAID}\n"),
    "what the site leaves out": ("mkdocs.yml", SITE.replace("exclude_docs: |\n", f"exclude_docs: |\n  {SAID}\n")),
    "a remark in a list of themes": ("guidance/themes.yml", f'# {SAID}\nthemes:\n  - {{id: "a", title: "A"}}\n'),
    "a remark above a page": ("guidance/kit.md", PAGE.format(SAID)),
    "a remark among the readers": (READERS, f"# {SAID}\n{READER}"),
    "a remark among what says the same": ("same", f"# {SAID}\n"),
    "a remark among what was returned": ("returned", f"# {SAID}\n"),
    "a remark among themes of teams": ("themes-of-teams", f"# {SAID}\n"),
    "a remark in an approval": ("approvals/settings.yml", f"# {SAID}\n"),
    "what git passes over": (".gitignore", f"/{SAID}/\n"),
    "what git does with files": (".gitattributes", f"# {SAID}\n"),
    "a file that keeps a folder": ("guidance/.gitkeep", f"{SAID}\n"),
    "a README": ("README.md", f"# Our base\n\n{SAID}\n"),
    "a README among the reports": ("guidance/reports/README.md", f"{SAID}\n"),
    "what git passes over of the site": ("site/.gitignore", f"*\n!.gitignore\n# {SAID}\n"),
    "a README among the pages": ("guidance/README.md", f"# Our base\n\n{SAID}\n"),
    "a licence": ("LICENSE", f"{SAID}\n"),
    "a CI's file": (".github/workflows/ours.yml", f"on: push # {SAID}\n"),
}


@pytest.fixture
def base(tmp_path: Path) -> Path:
    assert start_log(tmp_path / "base", kind=LogKind.BASE).done
    return tmp_path / "base"


def put(base: Path, name: str, text: str) -> None:
    (base / name).parent.mkdir(parents=True, exist_ok=True)
    (base / name).write_text(text, encoding="utf-8")


def found(base: Path) -> list[Problem]:
    return [*examine(Log(root=base), with_site=False).findings]


def kinds(base: Path) -> dict[str, set[str]]:
    told: dict[str, set[str]] = {}
    for each in found(base):
        told.setdefault(Path(each.path).relative_to(base).as_posix(), set()).add(each.kind)
    return told


@pytest.mark.parametrize("where", SAYS)
def test_whatever_can_say_something_is_read_by_a_second_person_and_goes_through_the_check(
    base: Path, where: str
) -> None:
    name, text = SAYS[where]
    put(base, name, text)
    assert {"not-approved", "identifier"} <= kinds(base)[name]
    put(base, name, text.replace(SAID, "as we said"))
    read_words(base)
    assert kinds(base).get(name, set()) - {"format"} == set()  # some of these are otherwise not whole


@pytest.mark.parametrize("ci", Ci)
def test_what_the_program_writes_for_a_ci_nobody_has_to_read(base: Path, ci: Ci) -> None:
    git(base, "switch", "-qc", "our-own-branch")
    add_ci(Log(root=base), ci)
    assert found(base) == []


def test_what_editors_commands_write_nobody_has_to_read(base: Path) -> None:
    put(base, READERS, READER)
    put_point(base, approve(POINT))
    put_report(base, approve(report()))
    gone = Withdrawn(id="mmmmabcd", was=Was.POINT, year=2026)
    put(base, "guidance/withdrawn/mmmmabcd.md", render_notice(gone))
    put(base, "guidance/learning-points/mmmmabcd.md", render_withdrawn(gone))
    put(base, "same", render_same([("k3f9abcd", "mmmmabcd")]))
    put(base, "returned", render_returned(frozenset([("k3f9abcd", "0" * 64)])))
    meaning = Meaning(team="team-4h8w", theirs="our-own-word", ours="relationships")
    put(base, "themes-of-teams", render_meanings([meaning]))
    put(base, "identifier-check/allowed.txt", "Quillfeather\n")
    approve_list(base, base / "identifier-check/allowed.txt")
    assert found(base) == []


def test_what_was_read_counts_until_its_words_change_and_not_where_they_stand(base: Path) -> None:
    put(base, "README.md", "What we learnt.\n")
    put(base, READERS, f"# Ours.\n{READER}")
    read_words(base)
    assert found(base) == []
    put(base, READERS, f"{READER}# asks: reader-9x2p {public_key(3)}\n# Ours.\n")
    assert found(base) == []
    put(base, "README.md", "What we learnt, and more.\n")
    assert [each.kind for each in found(base)] == ["changed-since-approval"]


def test_a_readme_may_say_how_to_reach_whoever_the_settings_name(base: Path) -> None:
    put(base, "circle.yml", "kind: base\naddress: https://example.org/base/\ncontact:\n  email: team@example.org\n")
    put(base, "README.md", "Write to team@example.org, or look at https://example.org/base/themes.\n")
    read_words(base)
    assert found(base) == []
    put(base, "README.md", "Write to kim@example.org.\n")
    read_words(base)
    assert [each.kind for each in found(base)] == ["identifier"]


def test_what_nobody_knows_of_is_named_unless_git_passes_it_over(base: Path) -> None:
    for name in ("notes.docx", "minutes/june.md", "approvals/of-nothing.yml", "site/.gitignore"):
        put(base, name, "x" if name[0] != "s" else "*\n!.gitignore\n")
    put(base, ".git/info/exclude", "/drafts/\n")
    put(base, "drafts/a.txt", "x")
    put(base, "drafts/README.md", f"{SAID}\n")  # another program's, such as where its libraries lie
    assert kinds(base) == {
        name: {"stray-file"} for name in ("notes.docx", "minutes/june.md", "approvals/of-nothing.yml")
    }


def test_what_is_private_is_named_once(base: Path) -> None:
    put(base, "notes.jsonl", "{}\n")
    assert [each.kind for each in found(base)] == ["private-in-base"]


def test_a_readme_leads_where_it_likes_and_may_hold_what_only_a_file_shows(base: Path) -> None:
    put(base, "README.md", "# Ours <!-- a remark -->\n\n[How we work](docs/how-we-work.md)\n")
    read_words(base)
    assert found(base) == []


def test_a_logo_that_carries_words_is_named(base: Path) -> None:
    put(base, "circle.yml", "kind: base\nlogo: logo.png\n")
    (base / "logo.png").write_bytes(png(tEXt=b"Author\0Bethany"))
    read_words(base)
    assert [(each.kind, Path(each.path).name) for each in found(base)] == [("identifier", "logo.png")]


def test_of_another_log_which_is_private_nobody_is_asked(tmp_path: Path) -> None:
    assert start_log(tmp_path / "log").done
    put(tmp_path / "log", "README.md", f"{SAID}\n")
    put(tmp_path / "log", "circle.yml", f"# {SAID}\n")
    assert found(tmp_path / "log") == []


def test_it_is_listed_by_its_file_for_whoever_did_not_write_it(base: Path) -> None:
    put(base, "README.md", "What we learnt.\n")
    git(base, "add", ".")
    git(base, "commit", "-qm", "x")
    (words,) = unread_words(log := Log(root=base))
    assert title_of(words) == "README.md  1 new line in the log's own words, beside its pages"
    assert chosen_words([words], "README") is chosen_words([words], "README.md") is words
    assert [*for_reader(log, [words], "bea@example.org")] == [words]
    assert not for_reader(log, [words], git(base, "log", "-1", "--format=%ae").strip())


def test_whoever_wrote_what_was_read_since_then_may_read_what_another_adds(base: Path) -> None:
    put(base, "circle.yml", "# What we learnt.\nkind: base\n")
    git(base, "add", ".")
    git(base, "commit", "-qm", "x")
    first = git(base, "log", "-1", "--format=%ae").strip()
    read_words(base)
    put(base, "circle.yml", "# What we learnt, and more.\nkind: base\n")
    git(base, "add", ".")
    git(base, "-c", "user.email=bea@example.org", "commit", "-qm", "y", "--author", "Bea Example <bea@example.org>")
    (words,) = unread_words(log := Log(root=base))
    assert [*for_reader(log, [words], first)] == [words]
    assert not for_reader(log, [words], "bea@example.org")
