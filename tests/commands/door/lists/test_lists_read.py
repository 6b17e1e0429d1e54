"""A list that a log adds to the identifier check counts for the site once a second person has read and signed it."""

import json
from dataclasses import replace
from pathlib import Path

import pexpect
import pytest
from making import POINT, admitted, approve, approve_list, begun_here, git, put_point
from proposing import become
from running import Run
from signed import known
from terminals import spawn

from circle_cli.errors import CircleError
from circle_cli.identifiers.lists import load_lists
from circle_cli.points.folder import read_published
from circle_cli.session.record import CastEntry
from circle_cli.share.noticing import notice
from circle_cli.share.release.terms import make_terms
from circle_cli.signing.lists import (
    LISTS_FOLDER,
    ListFault,
    approval_path,
    read_approval,
    unread_lists,
)
from circle_cli.vocabulary import ReviewKind

LIST = "# ours\nNorvale Panel\n"


def add(log: Path, name: str = "allowed.txt", text: str = LIST) -> Path:
    path = log / LISTS_FOLDER / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    git(log, "add", ".")
    git(log, "commit", "-qm", "Add to the lists")
    return path


def faults(log: Path) -> list[ListFault]:
    return [fault for _, _, fault in unread_lists(log, known())]


def read_lists(log: Path, typed: str, *flags: str, status: int = 0) -> str:
    child = spawn(["review", "--lists", "--plain", *flags], {"TERM": "dumb"}, cwd=str(log), encoding="utf-8")
    told = ""
    if child.expect(["Type a number", pexpect.EOF]) == 0:
        told = child.before
        child.send(f"{typed}\n")
        child.expect(pexpect.EOF)
    told += child.before
    child.close()
    assert child.exitstatus == status, told
    return told


def test_a_second_person_reads_a_list_signs_it_and_then_it_counts(circle: Run, log: Path) -> None:
    admitted(log)
    path = add(log)
    assert faults(log) == [ListFault.UNAPPROVED]
    assert "somebody else reads it" in circle("review", "--lists", cwd=log).stderr  # who wrote it
    become(log, "bea")
    told = read_lists(log, "2")
    assert "Norvale Panel" in told and "Approved: 1" in told
    assert faults(log) == []
    approval = read_approval(log, path.name)
    assert approval is not None and approval.review is ReviewKind.SECOND
    assert git(log, "status", "--porcelain") == ""
    path.write_text(LIST + "Larkspur\n", encoding="utf-8", newline="\n")
    assert faults(log) == [ListFault.CHANGED]


def test_a_list_approved_by_no_reader_still_has_its_author(circle: Run, log: Path) -> None:
    admitted(log)
    path = add(log)
    approve_list(log, path, seed=2)  # as its author may write it, with a key of their own
    path.write_text(LIST + "Larkspur\n", encoding="utf-8", newline="\n")
    git(log, "add", ".")
    git(log, "-c", "user.email=bea@example.org", "commit", "-qm", "More")
    assert "whoever wrote into allowed.txt cannot approve it" in circle("review", "--lists", cwd=log).stderr
    become(log, "cy")
    assert "Approved: 1" in read_lists(log, "2")


def test_an_approval_that_git_did_not_take_is_said_and_told_by_the_exit_code(log: Path) -> None:
    admitted(log)
    add(log)
    become(log, "bea")
    hook = log / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)
    begun_here(log)
    assert "Saved, but not committed" in read_lists(log, "2", "--require-commit", status=3)
    assert faults(log) == []


def test_nothing_counts_but_a_readers_signature_over_exactly_this_list(log: Path) -> None:
    path = add(log)
    approve_list(log, path)
    assert faults(log) == []
    approve_list(log, path, seed=2)
    assert faults(log) == [ListFault.NO_READER]
    approve_list(log, path, text="Ashgrove\n")
    assert faults(log) == [ListFault.CHANGED]
    approve_list(log, path)
    place = approval_path(log, path.name)
    place.write_text(place.read_text().replace("review: second", "review: single"), encoding="utf-8")
    assert faults(log) == [ListFault.FORGED]
    place.replace(approval_path(log, "names.txt"))
    add(log, "names.txt", "[both]\nkestrel\n")
    with pytest.raises(CircleError):
        faults(log)  # it was one of another list


def test_no_site_is_built_and_check_speaks_while_a_list_is_unread(circle: Run, log: Path) -> None:
    admitted(log)
    put_point(log, approve(POINT))
    path = add(log)
    folder = log / "guidance" / "learning-points"
    with pytest.raises(CircleError, match="nobody else has read what this list excuses"):
        read_published(folder)
    done = json.loads(circle("check", "--json", cwd=log).stdout)
    assert [each["kind"] for each in done["findings"]] == ["not-approved"]
    approve_list(log, path)
    assert len(read_published(folder).points) == 1


@pytest.mark.parametrize("name", ["Robin", "Larkspur Road", "robin vale"])
def test_no_list_may_name_anybody_of_any_session(circle: Run, log: Path, walk: Path, name: str) -> None:
    assert walk.is_file()
    admitted(log)
    approve_list(log, add(log, text=f"Norvale Panel\n{name}\n"))
    done = json.loads(circle("check", "--json", cwd=log).stdout)
    assert [(each["kind"], each["line"]) for each in done["findings"]] == [("names-somebody", 2)]
    refused = circle("site", cwd=log)
    assert refused.returncode != 0 and "no list may excuse that" in refused.stderr
    assert name not in refused.stderr


def test_a_writer_whom_only_a_log_knows_hides_no_surname_of_a_cast(log: Path) -> None:
    add(log, "writers.txt", "Zofia Brannock\n")
    terms = make_terms([CastEntry(name="Kit Brannock")], (), load_lists(log))
    assert [term.words for term, _ in terms.find("As Brannock wrote.")] == [("brannock",)]


def test_the_reader_is_told_which_list_excused_what(log: Path) -> None:
    add(log, text="Norvale Panel\n")
    add(log, "writers.txt", "Zofia Brannock *\n")
    point = replace(POINT, title="Ask Norvale Panel, said Brannock's theory")
    fewer = {name: load_lists(log, without=name) for name in ("allowed.txt", "writers.txt")}
    noticed = notice(point, (), load_lists(log), (), 400, is_stated=True, fewer=fewer)
    told = [each for each in noticed.notes if "excuses it" in each]
    assert [("allowed.txt" in each, "Norvale Panel" in each) for each in told[:1]] == [(True, True)]
    assert "writers.txt" in told[1] and "Brannock" in told[1]
