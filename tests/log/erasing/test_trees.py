"""Trees without what is to go, as git reads them; whatever the numbers in them look like."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from inventing import examples
from making import git

from circle_cli.log.erasing.anew.trees import Objects, Trees, entries, entry
from circle_cli.log.erasing.finding.traces import Traces
from circle_cli.log.erasing.store import Store

NAMES = st.text(st.sampled_from("ab0 14.-"), min_size=1, max_size=4).filter(lambda name: name.strip(". "))
PATHS = st.lists(st.lists(NAMES, min_size=1, max_size=3).map("/".join), min_size=1, max_size=8, unique=True)


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("trees")
    git(folder, "init", "-q")
    return folder


@settings(max_examples=examples(40), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(paths=PATHS, data=st.data())
def test_a_tree_without_some_files_has_all_the_others(repository: Path, paths: list[str], data: st.DataObject) -> None:
    paths = [path for path in paths if not any(other.startswith(f"{path}/") for other in paths)]
    gone = set(data.draw(st.lists(st.sampled_from(paths), max_size=3)))
    git(repository, "read-tree", "--empty")
    blob = git(repository, "hash-object", "-w", "/dev/null").strip()
    for path in paths:
        git(repository, "update-index", "--add", "--cacheinfo", f"100644,{blob},{path}")
    tree = git(repository, "write-tree").strip().encode()
    with Store(folder=repository).reading() as reading:
        objects = Objects(reading=reading, folder=repository / ".git" / "objects", algorithm="sha1")
        traces = Traces(paths=frozenset(path.encode() for path in gone))
        left = Trees(objects, traces).without(tree) or objects.nothing()
    assert set(git(repository, "ls-tree", "-rz", "--name-only", left.decode()).split("\0")) - {""} == set(paths) - gone


def test_a_number_that_looks_like_a_name_is_none(repository: Path) -> None:
    like = (b"100644 a\0" * 3)[:20].hex().encode()
    lines = [(b"100644", b"Z", like), (b"100644", b"a", b"1" * 40), (b"100644", b"b", like)]
    with Store(folder=repository).reading() as reading:
        objects = Objects(reading=reading, folder=repository / ".git" / "objects", algorithm="sha1")
        tree = objects.write(b"tree", b"".join(entry(*each) for each in lines))
        left = Trees(objects, Traces(paths=frozenset({b"a"}))).without(tree)
        assert left
        assert list(entries(objects.content(left), 20)) == [lines[0], lines[2]]
