"""`circle erase`, whatever git was told to do: the session is in no byte, and the rest of the history is as it was."""

import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from erased import NAME, SENTENCE, TITLE, assert_gone, git_given, keep_another
from making import SESSION_ID, git, keep_session
from running import Run

from circle_cli.points.record import LearningPoint

Prepare = Callable[[Path], None]


def hidden(log: Path) -> None:
    git(log, "config", "--add", "transfer.hideRefs", "refs/heads")
    git(log, "config", "--add", "uploadpack.hideRefs", "refs/tags")


def kept_pack(log: Path) -> None:
    git(log, "repack", "-adq")
    for pack in (log / ".git/objects/pack").glob("*.pack"):
        pack.with_suffix(".keep").touch()


def explicit_bare(log: Path) -> None:
    git(log, "config", "--global", "safe.bareRepository", "explicit")


def checked_transfers(log: Path) -> None:
    for name in ("fetch.fsckObjects", "transfer.fsckObjects", "receive.fsckObjects"):
        git(log, "config", "--global", name, "true")


def no_transfers(log: Path) -> None:
    git(log, "config", "--global", "protocol.allow", "never")


def never_collected(log: Path) -> None:
    for name in ("gc.pruneExpire", "gc.reflogExpire", "gc.reflogExpireUnreachable", "gc.refs/heads/*.reflogExpire"):
        git(log, "config", name, "never")
    git(log, "config", "gc.bigPackThreshold", "1")
    git(log, "repack", "-adq")


def all_logged(log: Path) -> None:
    git(log, "config", "core.logAllRefUpdates", "always")
    git(log, "tag", "v2")
    git(log, "tag", "-f", "v2", "HEAD~1")
    git(log, "update-ref", "--create-reflog", "-m", f"about {SESSION_ID}", "refs/other/x", "HEAD")


def lost_log(log: Path) -> None:
    (log / ".git/logs/refs/heads/gone").write_bytes((log / ".git/logs/refs/heads/main").read_bytes())


def notes(log: Path) -> None:
    git(log, "notes", "add", "-m", f"{NAME} rang", "HEAD~1")
    git(log, "notes", "add", "-m", "rang again", "HEAD~2")
    git(log, "notes", "add", "-m", "a good one", "HEAD")
    git(log, "notes", "--ref", "review", "add", "-m", f"see {SESSION_ID}", "HEAD")


def signed(log: Path) -> None:
    tag = git(log, "cat-file", "tag", "v1") + "-----BEGIN PGP SIGNATURE-----\n\nabcd\n-----END PGP SIGNATURE-----\n"
    made = git_given(log, tag.replace("tag v1", "tag v3"), "mktag")
    git(log, "update-ref", "refs/tags/v3", made)
    git(log, "tag", "-a", "-m", "on a file", "v4", "HEAD:circle.yml")


def original(log: Path) -> None:
    git(log, "update-ref", "refs/original/refs/heads/main", "HEAD~1")
    git(log, "update-ref", "refs/prefetch/remotes/origin/main", "HEAD~1")


def indexes(log: Path) -> None:
    git(log, "repack", "-adbq")
    keep_session(log, "2026-11-25-d4ef", "More", what_worked="More.")
    git(log, "repack", "-q", "--write-midx")
    git(log, "commit-graph", "write", "--reachable", "--changed-paths")


def cruft(log: Path) -> None:
    git(log, "commit", "-q", "--amend", "-m", "Think again")
    git(log, "reset", "-q", "--hard", "HEAD~1")
    git(log, "reset", "-q", "--hard", "ORIG_HEAD")
    git(log, "reflog", "expire", "--expire=now", "--all")
    git(log, "repack", "-q", "--cruft", "-d")


def replaced(log: Path) -> None:
    made = git(log, "commit-tree", "-p", "HEAD~2", "-m", "In another way", "HEAD^{tree}").strip()
    git(log, "replace", "HEAD", made)
    git(log, "replace", "HEAD~1", "HEAD~3")


def a_submodule(log: Path) -> None:
    (log.parent / "module").mkdir()
    git(log.parent / "module", "init", "-q")
    git(log.parent / "module", "commit", "-q", "--allow-empty", "-m", "Begin")
    git(log, "-c", "protocol.file.allow=always", "submodule", "add", "-q", str(log.parent / "module"), "module")
    git(log, "commit", "-qm", "Add a module")


def bundle_as_remote(log: Path) -> None:
    git(log, "bundle", "create", "-q", str(log.parent / "away.bundle"), "--all")
    git(log, "remote", "add", "origin", str(log.parent / "away.bundle"))
    git(log, "fetch", "-q", "origin")


def own_hooks(log: Path) -> None:
    hooks = log.parent / "hooks"
    hooks.mkdir()
    for name in ("post-index-change", "reference-transaction", "pre-auto-gc", "post-rewrite"):
        (hooks / name).write_text("#!/bin/sh\nexit 0\n", encoding="utf-8")
        (hooks / name).chmod(0o755)
    git(log, "config", "core.hooksPath", str(hooks))


def settled_conflict(log: Path) -> None:
    git(log, "config", "rerere.enabled", "true")
    git(log, "switch", "-qc", "theirs", "HEAD~1")
    path = next(log.glob(f"sessions/*/{SESSION_ID}*"))
    path.write_text(path.read_text(encoding="utf-8").replace("again", "twice"), encoding="utf-8")
    git(log, "commit", "-qam", "Twice")
    git(log, "switch", "-q", "main")
    path.write_text(path.read_text(encoding="utf-8").replace("again", "thrice"), encoding="utf-8")
    git(log, "commit", "-qam", "Thrice")
    subprocess.run(["git", "-C", log, "merge", "-q", "theirs"], capture_output=True)
    path.write_text(path.read_text(encoding="utf-8").split("<<<<<<<")[0] + "Amira came.\n", encoding="utf-8")
    git(log, "commit", "-qam", f"Settle what {NAME} said")


def found_lost(log: Path) -> None:
    git_given(log, f"{SENTENCE}\n", "hash-object", "-w", "--stdin")
    git(log, "fsck", "--lost-found")


def scratch(log: Path) -> None:
    for name in ("FETCH_HEAD", "NOTES_EDITMSG", "ADD_EDIT.patch", "gc.log", ".COMMIT_EDITMSG.swp", "index.old", "x"):
        (log / ".git" / name).write_text(f"{SENTENCE}\n{SESSION_ID}\n", encoding="utf-8")
    pack = log / ".git/objects/pack"
    git(log, "repack", "-adq")
    whole = next(pack.glob("*.pack")).read_bytes()
    for name in ("tmp_pack_a1b2c3", ".tmp-12-pack-" + "a" * 40 + ".pack", "pack-" + "b" * 40 + ".pack"):
        (pack / name).write_bytes(whole)


def odd_index(log: Path) -> None:
    git(log, "config", "core.untrackedCache", "true")
    git(log, "update-index", "--index-version", "4", "--untracked-cache", "--split-index")
    (log / "sessions" / f"{SESSION_ID}-again.md").write_text("x\n", encoding="utf-8")
    git(log, "status")


def merged(log: Path) -> None:
    git(log, "switch", "-qc", "feature", "HEAD~3")
    keep_session(log, "2026-11-19-e5fg", "Before", what_worked="Merged.")
    git(log, "switch", "-q", "main")
    git(log, "merge", "-q", "--no-ff", "-m", f"Merge, as {NAME} wished", "feature")
    git(log, "revert", "--no-edit", "HEAD~1")


def alias(log: Path) -> None:
    git(log, "symbolic-ref", "refs/heads/alias", "refs/heads/main")
    git(log, "symbolic-ref", "refs/heads/other", "refs/heads/side")


FEATURES = (
    hidden,
    kept_pack,
    explicit_bare,
    checked_transfers,
    no_transfers,
    never_collected,
    all_logged,
    lost_log,
    notes,
    signed,
    original,
    indexes,
    cruft,
    replaced,
    a_submodule,
    bundle_as_remote,
    own_hooks,
    settled_conflict,
    found_lost,
    scratch,
    odd_index,
    merged,
    alias,
)


def refs(folder: Path) -> dict[str, str]:
    rows = git(folder, "for-each-ref", "--format=%(refname) %(objectname)").splitlines()
    return {ref: found for ref, _, found in (row.partition(" ") for row in rows)}


def subjects(folder: Path) -> dict[str, list[str]]:
    """Give what each branch and tag tells, without what is about the session."""
    branches = git(folder, "for-each-ref", "--format=%(refname)", "refs/heads", "refs/tags", "refs/original").split()
    told = {ref: git(folder, "log", "--format=%s", ref, "--").splitlines() for ref in branches if ref != "refs/tags/v4"}
    gone = (SESSION_ID, "Amira", "Twice", "Thrice", "(erased)")
    return {ref: [line for line in lines if not any(word in line for word in gone)] for ref, lines in told.items()}


def files(folder: Path) -> set[str]:
    return {line for line in git(folder, "ls-tree", "-r", "HEAD").splitlines() if SESSION_ID not in line}


@pytest.mark.parametrize("prepare", FEATURES, ids=lambda feature: feature.__name__)
def test_no_byte_is_left_and_the_backup_has_everything(
    circle: Run, log: Path, edited: Path, own_home: Path, prepare: Prepare
) -> None:
    prepare(log)
    before, told, kept = refs(log), subjects(log), files(log)
    done = circle("erase", SESSION_ID, "--confirm", SESSION_ID, cwd=log)
    assert done.returncode == 0, done.stderr
    assert_gone(log)
    assert subjects(log) == told
    assert files(log) == kept
    backup = Path(done.stdout.splitlines()[0])
    for name, value in (("safe.bareRepository", "all"), ("protocol.allow", "always")):
        git(log, "config", "--global", name, value)
    git(log.parent, "clone", "-q", "--mirror", str(backup), "again")
    assert refs(log.parent / "again") == before
    assert [path.name for path in backup.parent.iterdir()] == [backup.name]


def test_notes_and_replacements_follow_what_they_are_about(circle: Run, log: Path, edited: Path) -> None:
    notes(log)
    replaced(log)
    assert circle("erase", SESSION_ID, "--confirm", SESSION_ID, cwd=log).returncode == 0
    assert git(log, "notes", "show", git(log, "rev-parse", "main").strip()) == "a good one\n"
    assert len(git(log, "notes", "list").splitlines()) == 1
    assert git(log, "replace", "-l").split() == [git(log, "rev-parse", "main").strip()]
    assert git(log, "log", "-1", "--format=%s", "main") == "In another way\n"


def test_a_name_that_only_the_answers_hold_goes_from_messages_and_notes(circle: Run, log: Path) -> None:
    keep_another(log)
    keep_session(log, SESSION_ID, "x", what_worked="We asked Oluwaseun where to meet.")
    git(log, "tag", "-a", "-m", "As Oluwaseun asked", "v1")
    git(log, "notes", "add", "-m", "Oluwaseun rang", "HEAD~1")
    git(log, "commit", "-q", "--allow-empty", "-m", "Think of Oluwaseun")
    assert circle("erase", SESSION_ID, "--confirm", SESSION_ID, cwd=log).returncode == 0
    assert_gone(log)
    assert "Oluwaseun" not in git(log, "cat-file", "--batch", "--batch-all-objects")


def test_a_bundle_that_is_a_remote_is_to_be_deleted(circle: Run, log: Path, edited: Path) -> None:
    bundle_as_remote(log)
    said = circle("erase", SESSION_ID, "--confirm", SESSION_ID, cwd=log).stderr
    assert f"delete {log.parent / 'away.bundle'}" in said
    assert "push" not in said


def test_what_came_of_a_session_that_was_deleted_earlier_goes_too(
    circle: Run, log: Path, point: LearningPoint, proposed: Callable[..., Path]
) -> None:
    path = proposed(replace(point, parts={**point.parts, "why": f"As {NAME} said."}))
    front = f"learning_points:\n  - {{id: 1, text: x, scope: general, share: proposed, point: {point.id}}}\n"
    session = keep_session(log, SESSION_ID, TITLE, front, what_worked=SENTENCE)
    session.unlink()
    git(log, "commit", "-qam", "Delete it")
    assert circle("erase", SESSION_ID, "--confirm", SESSION_ID, cwd=log).returncode == 0
    assert not path.exists()
    assert_gone(log)
