"""What git keeps of a site goes along with it, and is looked through: packed or loose, whatever it was once."""

import gzip
import os
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from making import session_text

from circle_cli.commands import past
from circle_cli.commands.checking.examined import examine
from circle_cli.commands.edge import Asked
from circle_cli.commands.past import looking_back
from circle_cli.commands.site import site as site_command
from circle_cli.errors import CircleError
from circle_cli.guidance.files import own_pages
from circle_cli.identifiers.lists import load_lists
from circle_cli.log.erasing.store import Reading
from circle_cli.log.folder import Log
from circle_cli.session.record import CastEntry
from circle_cli.share.release.terms import make_terms
from circle_cli.site import build
from circle_cli.site.building.carried import take_along

NAME = "Xanthippe Quillfeather"
ME = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "core.hooksPath=", "-c", "gc.auto=0")
Look = Callable[..., Sequence[str]]


def git(site: Path, *words: str, given: bytes = b"") -> str:
    done = subprocess.run(["git", "-C", str(site), *ME, *words], check=True, capture_output=True, input=given)
    return done.stdout.decode().strip()


def commit(site: Path, files: dict[str, bytes], message: str = "Build", *options: str) -> None:
    for name, content in files.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(content)
    git(site, "add", "-A")
    git(site, "commit", "-q", "--allow-empty", "-m", message, *options)


def gone(site: Path, files: dict[str, bytes]) -> None:
    """Commit files, and then that they are gone."""
    commit(site, files)
    for name in files:
        (site / name).unlink()
    commit(site, {})


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (made := tmp_path / "log/site").mkdir(parents=True)
    git(made, "init", "-q", "-b", "pages")
    commit(made, {"index.html": b"<p>Welcome</p>"})
    return made


@pytest.fixture
def look(site: Path, tmp_path: Path) -> Look:
    """Looks through what would go along: `look("a name", ...)`; `fresh` are files of the new site."""

    def run(*names: str, fresh: dict[str, bytes] | None = None) -> Sequence[str]:
        terms = make_terms([CastEntry(name=name) for name in names or (NAME,)], ("2026-11-23-k3f9",), load_lists())
        carried = tmp_path / f"carried-{len([*tmp_path.iterdir()])}"
        take_along(site, carried)
        (new := tmp_path / "fresh").mkdir(exist_ok=True)
        for name, content in (fresh or {}).items():
            (new / name).write_bytes(content)
        return looking_back((), terms)(site, carried, new)

    return run


HIDDEN: dict[str, Callable[[Path], object]] = {
    "an earlier page": lambda site: gone(site, {"a.html": f"<p>Of <b>{NAME}</b></p>".encode()}),
    "a page in capitals, with entities": lambda site: gone(site, {"a.html": b"X&#65;NTHIPPE"}),
    "a page that another program wrote": lambda site: gone(site, {"a.txt": NAME.encode("utf-16")}),
    "a page in another encoding": lambda site: gone(site, {"a.html": "Zoë Quillféather".encode("latin-1")}),
    "what was packed before": lambda site: gone(site, {"sitemap.xml.gz": gzip.compress(NAME.encode())}),
    "a name without its ending": lambda site: gone(site, {"a": gzip.compress(NAME.encode())}),
    "the name of a file": lambda site: gone(site, {"of/xanthippe.html": b"x"}),
    "a folder's name": lambda site: gone(site, {"Quillfeather/index.html": b"x"}),
    "a message": lambda site: commit(site, {}, f"Take out what {NAME} asked for"),
    "the words of a tag": lambda site: git(site, "tag", "-a", "v1", "-m", NAME),
    "an author": lambda site: commit(site, {}, "Build", f"--author={NAME} <x@example.org>"),
    "an id of a session": lambda site: commit(site, {}, "From 2026-11-23-k3f9"),
    "what no branch leads to": lambda site: git(site, "hash-object", "-w", "--stdin", given=NAME.encode()),
    "what is about to be committed": lambda site: (
        (site / "quillfeather.html").write_bytes(b"Welcome"),
        git(site, "add", "-A"),
    ),
    "another branch": lambda site: (
        git(site, "switch", "-q", "-c", "drafts"),
        commit(site, {"b.html": NAME.encode()}),
        git(site, "switch", "-q", "pages"),
    ),
    "a stash": lambda site: ((site / "index.html").write_text(NAME), git(site, "stash", "-q")),
    "a note": lambda site: git(site, "notes", "add", "-m", NAME),
}


PACKED = ("an earlier page", "a message", "the name of a file")


@pytest.mark.parametrize(("what", "packed"), [*((each, False) for each in HIDDEN), *((each, True) for each in PACKED)])
def test_whatever_git_keeps_is_found(site: Path, look: Look, what: str, packed: bool) -> None:
    HIDDEN[what](site)
    if packed:
        git(site, "repack", "-a", "-d", "-q", "-k")
        assert not [*(site / ".git/objects").glob("??/*")]
    found = look(NAME, "Quillféather")
    assert found and not any("anthippe" in each.lower() for each in found)
    assert git(site, "cat-file", "-t", found[0].split(":")[0])


def test_a_message_is_asked_for_every_name_and_an_earlier_page_of_ours_is_not(site: Path, look: Look) -> None:
    """The program's own pages say "Norfolk"; whoever writes a message means a place in a story."""
    commit(site, {"sources.html": (own_pages() / "sources.md").read_bytes()})
    assert look("Norfolk") == []
    commit(site, {}, "As they wanted it in Norfolk")
    assert [each.split(": ")[1] for each in look("Norfolk")] == ["a name of a session’s cast, in its line 6"]


def test_who_committed_is_told_from_what_was_written(site: Path, look: Look) -> None:
    commit(site, {}, "Build", f"--author={NAME} <x@example.org>")
    assert {each.split(": ")[1] for each in look()} == {"a name of a session’s cast, as who committed it"}


def test_a_signature_is_no_word(site: Path, look: Look) -> None:
    signed = "-----BEGIN SSH SIGNATURE-----\nMia/Ola+Amira\n-----END SSH SIGNATURE-----"
    tree = git(site, "rev-parse", "HEAD^{tree}")
    header = signed.replace("\n", "\n ")
    text = f"tree {tree}\nauthor A <a@b> 1 +0000\ncommitter A <a@b> 1 +0000\ngpgsig {header}\n\nBuild\n"
    git(site, "hash-object", "-w", "-t", "commit", "--stdin", given=text.encode())
    git(site, "tag", "-a", "v1", "-m", f"One\n{signed}")
    assert look("Mia", "Ola", "Amira") == []


def test_who_wrote_the_theme_is_in_no_session(site: Path, look: Look) -> None:
    """Its files of earlier versions are in every history, and name those who wrote them."""
    commit(site, {"assets/javascripts/bundle.0.min.js.map": b"// Copyright (c) 2016 Martin Donath"})
    assert look("Donath") == []
    commit(site, {"a.html": b"by Donath"})
    assert look("Donath")


def test_a_passage_is_read_once_and_a_name_across_lines_is_found(site: Path, look: Look) -> None:
    page = "".join(f"<p>The line {number}\nof many</p>\n" for number in range(40))
    versions = [page.replace("line 20\n", f"{new}\n") for new in ("line 20", "Table", "Table")]
    versions[2] = versions[1].replace("of many</p>\n<p>The line 21", "Lamp</p>\n<p>The line 21")
    for version in versions[:2]:
        commit(site, {"a.html": version.encode()})
    assert look("Table Lamp") == []
    commit(site, {"a.html": versions[2].encode()})
    assert [each.split(": ")[1] for each in look("Table Lamp")] == ["a name of a session’s cast, in its line 41"]


def test_what_a_program_may_say_a_page_may_not(site: Path, look: Look) -> None:
    commit(site, {"a.min.js": b"// Martin Donath", "b.html": b"// Martin Donath", "c.js": b"// Martin Donath"})
    assert len(look("Donath")) == 1


def test_lists_of_cut_words_are_no_words(site: Path, look: Look) -> None:
    commit(site, {"pagefind/index/en_1.pf_index": gzip.compress(b"mia ola xanthipp")})
    assert look("Mia", "Ola") == []


def test_what_was_looked_at_once_is_read_again_only_for_new_names(
    site: Path, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[bytes] = []
    content = Reading.content
    monkeypatch.setattr(Reading, "content", lambda self, name: (read.append(name), content(self, name))[1])
    commit(site, {"a.html": b"Of Oluwaseun"})
    assert look() == [] and len(read) == 6  # two commits, two trees, two files
    read.clear()
    assert look() == [] and read == []
    commit(site, {"b.html": b"One more"})
    assert look() == [] and len(read) == 3
    read.clear()
    assert look(NAME, "Oluwaseun") and len(read) == 9
    assert look(NAME, "Oluwaseun")  # and nobody takes it for looked at


def test_what_stands_in_the_new_site_is_not_read_twice(site: Path, look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(past, "found_in", lambda kept, looked: [kept.kind])
    assert sorted(each.split(": ")[1] for each in look()) == ["blob", "commit"]
    assert [each.split(": ")[1] for each in look(fresh={"index.html": b"<p>Welcome</p>"})] == ["commit"]


def test_a_branch_of_a_repository_elsewhere_is_looked_at_and_nothing_else_of_it(
    site: Path, look: Look, tmp_path: Path
) -> None:
    """`git worktree add site pages` in the log itself: its other branch holds the sessions, and no push sends that."""
    log = tmp_path / "own"
    log.mkdir()
    git(log, "init", "-q", "-b", "main")
    commit(log, {"sessions/x.md": NAME.encode()})
    subprocess.run(["rm", "-r", str(site)], check=True)
    git(log, "worktree", "add", "-q", "--detach", str(site))
    git(site, "switch", "-q", "--orphan", "pages")
    assert look() == []
    commit(site, {"index.html": b"Welcome"})
    assert look() == []
    commit(site, {"a.html": NAME.encode()})
    assert look()


UNREADABLE: dict[str, Callable[[Path], object]] = {
    "words where an object belongs": lambda git: (
        (git / "objects/aa").mkdir(exist_ok=True),
        (git / f"objects/aa/{'b' * 38}").write_text(NAME),
    ),
    "a pack without its list": lambda git: (git / f"objects/pack/pack-{'a' * 40}.pack").write_bytes(b"PACK\0"),
    "objects that lie elsewhere": lambda git: (git / "objects/info/alternates").write_text("/x\n"),
    "a repository in it": lambda git: (
        (git / "modules/x/objects/aa").mkdir(parents=True),
        (git / f"modules/x/objects/aa/{'b' * 38}").write_bytes(b"x\x01\0"),
    ),
    "what is no text": lambda git: (git / "notes").write_bytes(b"\xff\xfe\0"),
    "no head": lambda git: (git / "HEAD").unlink(),
    "an index that is none": lambda git: (git / "index").write_bytes(b"x"),
}


@pytest.mark.parametrize("what", UNREADABLE)
def test_what_nobody_can_read_stops_it(site: Path, look: Look, what: str) -> None:
    UNREADABLE[what](site / ".git")
    with pytest.raises(CircleError):
        look()


def test_what_git_left_half_written_stays_behind(site: Path, tmp_path: Path) -> None:
    for name in ("objects/aa/tmp_obj_x", "objects/pack/tmp_pack_x", "index.lock", ".DS_Store"):
        (site / ".git" / name).parent.mkdir(exist_ok=True)
        (site / ".git" / name).write_bytes(b"\0")
    git(site, "branch", "tmp_try")
    os.mkfifo(site / ".git/fsmonitor--daemon.ipc")
    take_along(site, tmp_path / "carried")
    left = {path.name for path in (tmp_path / "carried/.git").rglob("*")}
    assert left.isdisjoint(("tmp_obj_x", "tmp_pack_x", "index.lock", ".DS_Store", "fsmonitor--daemon.ipc"))
    assert "tmp_try" in left


@pytest.mark.parametrize(("name", "found"), [("Chang", False), ("Quillfeather", True)])
def test_an_earlier_index_has_words_as_it_cuts_them_and_these_name_nobody(
    site: Path, look: Look, name: str, found: bool
) -> None:
    words = b'put(["case","chang","quillfeather"])'
    gone(site, {"search/directory.js": words})
    assert bool(look(name)) is found
    gone(site, {"search/d0.js": f'put(["x","We asked {name} to choose."])'.encode()})
    assert look(name)


def test_a_site_whose_history_names_somebody_is_not_released(site: Path) -> None:
    session = site.parent / "sessions/2026/2026-11-23-k3f9-x.md"
    session.parent.mkdir(parents=True)
    (site.parent / "circle.yml").touch()
    session.write_text(session_text(front=f'cast:\n  - {{name: "{NAME}"}}\n'), encoding="utf-8")
    commit(site, {"a.html": NAME.encode()})
    with pytest.raises(CircleError, match="begin a new one") as refused:
        site_command.site(Asked(log=str(site.parent)), serve=False)
    assert "anthippe" not in str(refused.value)
    assert (site / "a.html").is_file()
    named = [each for each in examine(Log(root=site.parent)).findings if each.path == str(site / ".git")]
    assert named and "in object" in named[0].what and not any("anthippe" in each.what for each in named)
    (site / ".git").rename(site.parent / "old-history")
    git(site, "init", "-q")
    commit(site, {"a.html": b"x"})
    site_command.site(Asked(log=str(site.parent)), serve=False)
    assert git(site, "log", "--format=%s") == "Build" and not (site / "a.html").exists()


def test_a_history_that_nobody_looked_through_is_not_released(site: Path, tmp_path: Path) -> None:
    with pytest.raises(CircleError, match="not looked through; nothing was published"):
        build._look_back(site, tmp_path, tmp_path, None)
