"""Where git left two versions, every command says in which file and how to settle it, and the rest goes on."""

from collections.abc import Callable
from pathlib import Path
from subprocess import CalledProcessError

import pytest
from making import DIFF3, MARKS, git, keep_session, publish, put_session, session_text
from proposing import PARTS, SESSION, become, propose
from running import Run

from circle_cli.errors import CircleError
from circle_cli.identifiers.lists import load_lists
from circle_cli.interview.draft.draft import Draft
from circle_cli.interview.draft.lines import DraftHead, read_draft
from circle_cli.log.folder import Log
from circle_cli.log.unsettled import _is_whole, unsettled
from circle_cli.session.file import parse_session
from circle_cli.system import running
from circle_cli.text import TwoVersions

CANARY = "Wibblethorpe"
ACTIONS = 'action_points:\n  - {id: 1, what: "Ring"}\n'
EVENT = "event: {id: 2026-11-20-a2b3, group: 1, groups: 2}\n"

WHOLE = session_text("2026-11-23-k3f9", "Tea", ACTIONS + EVENT, what_worked=CANARY)
FORMS = {
    "body": WHOLE.replace(CANARY, MARKS + CANARY),
    "front": WHOLE.replace("title: Tea\n", MARKS.format(ours="title: Tea", theirs=f"title: {CANARY}") ),
    "diff3": WHOLE.replace(CANARY, DIFF3 + CANARY),
    "whole": "<<<<<<< HEAD\n" + WHOLE + "=======\n" + WHOLE + ">>>>>>> side\n",
    "crlf": WHOLE.replace(CANARY, MARKS + CANARY).replace("\n", "\r\n"),
    "bom": "\ufeff" + WHOLE.replace(CANARY, MARKS + CANARY),
}  # fmt: skip


@pytest.fixture(params=FORMS)
def torn(request: pytest.FixtureRequest, log: Path) -> Path:
    """A session in two versions, beside one that is as it should be."""
    put_session(log, "2026-11-24-abcd", "Walking", ACTIONS + EVENT.replace("group: 1", "group: 2"))
    path = put_session(log, "2026-11-23-k3f9", "Tea")
    path.write_bytes(FORMS[request.param].encode())
    return path


@pytest.mark.parametrize("words", [("list",), ("search", "walking"), ("actions",), ("event", "a2b3"), ("check",)])
def test_what_reads_many_names_the_one_and_goes_on_with_the_rest(
    circle: Run, log: Path, torn: Path, words: tuple[str, ...]
) -> None:
    done = circle(*words, cwd=log)
    said = done.stdout + done.stderr
    assert "git left two versions here" in said
    assert "circle edit k3f9" in said
    if words[0] == "check":
        assert [line.split(": ")[1] for line in done.stdout.splitlines()] == ["conflict-marker"]
    else:
        assert f"{torn}:" in done.stderr
        assert done.stdout.strip()


@pytest.mark.parametrize(
    "words",
    [
        ("show", "k3f9"),
        ("done", "k3f9", "1"),
        ("rename", "k3f9", "Another title"),
        ("share", "k3f9", "1", "--from", "-"),
        ("takeaway", "k3f9", "--to", "-"),
        ("print", "sheet", "k3f9", "--to", "-"),
        ("follow-up", "k3f9"),
        ("site",),
        ("site", "--export", "../out"),
    ],
    ids=lambda words: words[0],
)
def test_what_needs_that_session_says_how_to_settle_it_and_changes_nothing(
    circle: Run, log: Path, torn: Path, words: tuple[str, ...]
) -> None:
    before = torn.read_bytes()
    done = circle(*words, cwd=log, stdin="{}")
    assert done.returncode == 65
    assert "git left two versions here" in done.stderr
    assert CANARY not in done.stdout + done.stderr
    assert torn.read_bytes() == before
    assert not (log / "site" / "index.html").exists()
    if words[0] == "site":
        assert "Tea" not in done.stderr.replace("k3f9*", "")


@pytest.fixture
def merged(log: Path, tmp_path: Path) -> Callable[..., None]:
    """Has two clones change a file, and brings them together: `merged("name", "ours", "theirs")`; None deletes it."""

    def put(place: Path, text: str | None) -> None:
        place.unlink(missing_ok=True)
        if text is not None:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8")

    def merge(name: str, ours: str | None, theirs: str | None) -> None:
        git(log, "add", ".")
        git(log, "commit", "-qm", "Begin", "--allow-empty")
        git(log, "switch", "-qc", "side")
        put(log / name, theirs)
        git(log, "add", "-A")
        git(log, "commit", "-qm", "Theirs")
        git(log, "switch", "-q", "main")
        put(log / name, ours)
        git(log, "add", "-A")
        git(log, "commit", "-qm", "Ours")
        with pytest.raises(CalledProcessError):
            git(log, "merge", "side")

    return merge


def test_a_merge_is_settled_in_the_editor(
    circle: Run, log: Path, merged: Callable[..., None], terminal: Callable[..., object], editor: Callable[[str], str]
) -> None:
    path = keep_session(log, "2026-11-23-k3f9", "Tea", safety="x")
    text = path.read_text(encoding="utf-8")
    name = path.relative_to(log).as_posix()
    merged(name, text.replace("\nx\n", "\nours\n"), text.replace("\nx\n", "\ntheirs\n"))
    assert "git left two versions here" in circle("list", cwd=log).stderr
    settle = (
        "import re\ntext = path.read_text()\n"
        "path.write_text(re.sub('(?m)^(<{7}|={7}|>{7}).*\\n', '', text))\nimport time; time.sleep(0)"
    )
    there = terminal("edit", "k3f9", env={"EDITOR": editor(settle)})
    there.until("git left two versions here", "Saved:", "hold none of git's marks now", "Finish the merge")  # type: ignore[attr-defined]
    there.keys("1", "\r").until("Committed to the log's own history now.").end()  # type: ignore[attr-defined]
    assert git(log, "status", "--porcelain") == ""
    assert circle("show", "k3f9", cwd=log).returncode == 0
    assert "ours\ntheirs" in path.read_text(encoding="utf-8")


def test_what_was_deleted_in_one_version_is_named_though_no_line_of_it_says_so(
    circle: Run, log: Path, merged: Callable[..., None]
) -> None:
    path = keep_session(log, "2026-11-23-k3f9", f"{CANARY} tea", safety="x")
    text = path.read_text(encoding="utf-8")
    merged(path.relative_to(log).as_posix(), text.replace("\nx\n", "\nours\n"), None)
    listed = circle("list", cwd=log)
    assert "k3f9" in listed.stdout
    assert "git has two versions of it, and nobody has chosen yet" in listed.stderr
    checked = circle("check", cwd=log)
    assert checked.returncode == 1
    assert "conflict-marker" in checked.stdout
    refused = circle("site", cwd=log)
    assert refused.returncode == 65
    for said in (checked, refused):
        assert CANARY.lower() not in (said.stdout + said.stderr).lower()
    git(log, "add", "-A")
    git(log, "commit", "-qm", "Settled")
    assert circle("check", cwd=log).returncode == 0


def test_what_was_put_aside_and_comes_back_in_two_versions_is_found(circle: Run, log: Path) -> None:
    path = keep_session(log, "2026-11-23-k3f9", "Tea", safety="x")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("\nx\n", "\nmine\n"), encoding="utf-8")
    git(log, "stash")
    path.write_text(text.replace("\nx\n", "\nother\n"), encoding="utf-8")
    git(log, "commit", "-qam", "Other")
    with pytest.raises(CalledProcessError):
        git(log, "stash", "pop")
    path.write_text(text, encoding="utf-8")  # settled in the file, and git not told
    assert "conflict-marker" in circle("check", cwd=log).stdout
    for words in ("list", "actions", "search x", "show k3f9"):
        assert "k3f9*.md: git has two versions of it" in circle(*words.split(), cwd=log).stderr
    assert circle("rename", "k3f9", "Coffee", "--require-commit", cwd=log).returncode == 0
    assert circle("list", cwd=log).stderr == ""


def test_git_is_asked_only_where_its_index_is_no_whole_tree(
    circle: Run, log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_session(log, "2026-11-23-k3f9", "Tea", safety="x")
    git(log.parent, "clone", "-q", str(log), "clone")
    git(log, "worktree", "add", "-q", "../tree")
    monkeypatch.setattr(running, "run", pytest.fail)
    for folder in ("log", "clone", "tree"):
        assert unsettled(Log(root=log.parent / folder)) == []


def test_a_proposal_in_two_versions_is_named_by_review_and_stops_the_site(
    circle: Run, log: Path, merged: Callable[..., None]
) -> None:
    path = Path(proposed_in(circle, log))
    text = path.read_text(encoding="utf-8")
    declined, returned = (text.replace("state: proposed", f"state: {state}") for state in ("declined", "returned"))
    merged(f"proposals/{path.name}", declined, returned)
    become(log, "bea")
    assert f"{path}:" in circle("review", cwd=log).stderr
    assert "git left two versions here" in circle("review", cwd=log).stderr
    for words in (("site",), ("site", "--export", "../out")):
        done = circle(*words, cwd=log)
        assert done.returncode == 65
        assert f"proposals/{path.name}:" in done.stderr
        assert PARTS["title"] not in done.stderr
    assert not (log.parent / "out").exists()


def proposed_in(circle: Run, log: Path) -> str:
    put_session(log, "2026-05-05-abcd", "x").write_text(SESSION, encoding="utf-8")
    return str(propose(circle, log).stdout.strip())


@pytest.mark.parametrize("state", ["declined", "returned", "proposed"])
def test_what_one_clone_published_and_another_did_not_approve_stops_the_site(
    circle: Run, log: Path, state: str
) -> None:
    path = Path(proposed_in(circle, log))
    path.write_text(path.read_text(encoding="utf-8").replace("state: proposed", f"state: {state}"), encoding="utf-8")
    public = publish(log, id=path.stem)
    done = circle("site", cwd=log)
    assert done.returncode == 65
    assert f"its learning point is there for everybody, and here it is {state}" in done.stderr
    assert f"here it is {state}" in circle("check", cwd=log).stdout
    assert circle("withdraw", path.stem, "--yes", cwd=log).returncode == 0
    assert f"here it is {state}" not in circle("check", cwd=log).stdout + circle("site", cwd=log).stderr
    assert public.exists()


def test_a_learning_point_in_two_versions_is_neither_tried_nor_published_and_can_be_taken_back(
    circle: Run, log: Path
) -> None:
    public = publish(log)
    git(log, "add", ".")
    git(log, "commit", "-qm", "Publish")
    text = public.read_text(encoding="utf-8")
    public.write_text(text + MARKS, encoding="utf-8")
    for words in (("tried", "k3f9", "--outcome", "worked"), ("site",)):
        done = circle(*words, cwd=log)
        assert (done.returncode, "git left two versions here" in done.stderr) == (65, True)
    done = circle("withdraw", "k3f9", "--yes", cwd=log)
    assert done.returncode == 0
    assert "git left two versions here" in done.stderr
    assert "choosing" not in public.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("circle.yml", ("review",)),
        ("guidance/questions/what-worked.md", ("site",)),
        ("guidance/themes.yml", ("site",)),
        ("identifier-check/allowed.txt", ("scan", "-")),
    ],
)
def test_settings_lists_and_pages_in_two_versions_are_not_gone_by(
    circle: Run, log: Path, name: str, words: tuple[str, ...]
) -> None:
    (log / name).parent.mkdir(parents=True, exist_ok=True)
    (log / name).write_text(MARKS.format(ours="review: single", theirs="review: second"), encoding="utf-8")
    done = circle(*words, cwd=log, stdin="Tea with Temitope.")
    if name.endswith(("circle.yml", ".txt")):
        assert done.returncode == 65, done
        assert "git left two versions here" in done.stderr
    assert "conflict-marker" in circle("check", cwd=log).stdout


def test_lists_in_two_versions_are_refused(log: Path) -> None:
    (log / "identifier-check").mkdir()
    (log / "identifier-check" / "names.txt").write_text(MARKS, encoding="utf-8")
    with pytest.raises(TwoVersions):
        load_lists(log)


def test_a_draft_that_deepens_such_a_session_is_kept_and_nothing_more_is_asked(
    log: Path, drafts: Path, terminal: Callable[..., object]
) -> None:
    path = put_session(log, "2026-11-23-k3f9", "Tea", safety=MARKS)
    assert Log(root=log)
    head = DraftHead(id="2026-11-23-k3f9", log=str(log), mode="individual", date="2026-11-23", deepens=str(path))
    draft = Draft.begin(drafts, head)
    draft.answered("section/safety", "More of it.", None)
    draft.close()
    there = terminal("resume", "k3f9", "--plain")
    there.child.expect("git left two versions here")  # type: ignore[attr-defined]
    assert read_draft(draft.path).answers == {"section/safety": "More of it."}
    with pytest.raises(CircleError):
        parse_session(path.read_text(encoding="utf-8"), str(path))


def test_what_says_that_an_index_is_whole_is_found_wherever_it_stands(tmp_path: Path) -> None:
    whole, files, index = b"TREE\0\0\0\x19\x0012 2\n", b"sessions/2026/one.md\0" * 5_000, tmp_path / "index"
    for content in (files + whole, whole + files, whole, files, b""):
        index.write_bytes(content)
        assert _is_whole(index) == (whole in content)
