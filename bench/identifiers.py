"""Prints how well the identifier check does: `python bench/identifiers.py [DATA]`.

On the corpus in tests/identifiers/corpus: what it touches with the cast and without, by kind and by where names come
from, and its false alarms on clean texts. On DATA, where it is given, judgments of the Text Anonymization Benchmark
(Pilan et al. 2022; JSON lines, MIT licence, not in this repository): the measures of that paper. And what it costs.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests" / "identifiers"))

from marked import CORPUS, Marked, read_marked  # noqa: E402  # the corpus belongs to the tests

from circle_cli.identifiers.check import find_identifiers  # noqa: E402
from circle_cli.identifiers.findings.record import Finding  # noqa: E402
from circle_cli.identifiers.lists import load_lists  # noqa: E402

LISTS = load_lists()
SKIPPED = set(" \t\n,.-;:/&()[]'\"\u00a0–—‘’“”")
SMALL = set(
    "a an the of and or in on at to for by from with near under between during until since before after mr mrs ms miss "
    "dr prof sir lady no nr nos".split()
)
"""What need not be covered inside a mention, as in the benchmark's own evaluation."""


def main() -> None:
    """Print every table."""
    print(f"lists {LISTS.version}")
    for with_cast in (False, True):
        _print_corpus(with_cast)
    _print_clean()
    _print_cost()
    for path in sys.argv[1:]:
        _print_benchmark(Path(path))


def _found(text: str, marked: Marked | None = None) -> tuple[Finding, ...]:
    return find_identifiers(text, marked.cast if marked else (), LISTS)


def _print_corpus(with_cast: bool) -> None:
    touched: Counter[str] = Counter()
    total: Counter[str] = Counter()
    texts = words = flags = sealed = 0
    for each in read_marked(CORPUS / "dirty.txt"):
        found = _found(each.text, each if with_cast else None)
        hits = [any(one.start < end and one.end > start for one in found) for _, start, end in each.spans]
        for (kind, _, _), hit in zip(each.spans, hits, strict=True):
            total[kind] += 1
            touched[kind] += hit
        texts, words, flags = texts + 1, words + len(each.text.split()), flags + len(found)
        sealed += all(hits)
    print(
        f"\ncorpus, {'with' if with_cast else 'without'} the cast: touched {_share(touched.total(), total.total())}, ",
        end="",
    )
    print(f"texts with all touched {sealed} of {texts}, {100 * flags / words:.1f} flags per 100 words")
    for kind in sorted(total):
        print(f"  {kind:14} {_share(touched[kind], total[kind])}")
    english, other = (touched[kind] / total[kind] for kind in ("person-en", "person-other"))
    print(f"  gap between names of English and of other origin: {english - other:+.3f}")


def _print_clean() -> None:
    found = [(each, _found(each.text)) for each in read_marked(CORPUS / "clean.txt")]
    words = sum(len(each.text.split()) for each, _ in found)
    alarms = sum(len(each) for _, each in found)
    quiet = sum(not each for _, each in found)
    print(
        f"\nclean texts: {100 * alarms / words:.2f} false alarms per 100 words, none in {quiet} of {len(found)} texts"
    )


def _print_cost() -> None:
    text = " ".join(" ".join(each.text for each in read_marked(CORPUS / "clean.txt")).split()[:250])
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        command = [sys.executable, "-m", "circle_cli", "scan", file.name]
        code = f"import resource, subprocess; subprocess.run({command!r}, check=True, capture_output=True); "
        code += "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
        start = time.perf_counter()
        done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=ROOT)
        seconds = time.perf_counter() - start
    print(f"a text of 250 words: {seconds:.2f} s and {int(done.stdout) / 1024:.0f} MB, the program's start included")
    whole = " ".join(each.text for each in read_marked(CORPUS / "dirty.txt")) * 10
    start = time.perf_counter()
    _found(whole)
    print(f"speed: {len(whole.split()) / (time.perf_counter() - start):,.0f} words a second")


def _print_benchmark(path: Path) -> None:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    start = time.perf_counter()
    found = [_found(row["text"]) for row in rows]
    seconds = time.perf_counter() - start
    entities: dict[str, list[bool]] = {"DIRECT": [], "QUASI": []}
    mentions: dict[str, list[bool]] = defaultdict(list)
    for row, each in zip(rows, found, strict=True):
        _score(row, each, entities, mentions)
    words = sum(len(row["text"].split()) for row in rows)
    print(f"\n{path.name}: {len(rows)} documents, {words:,} words, {words / seconds:,.0f} words a second")
    print(f"  direct identifiers {_share_of(entities['DIRECT'])}, quasi-identifiers {_share_of(entities['QUASI'])}")
    for kind in sorted(mentions):
        print(f"  {kind:10} {_share_of(mentions[kind])}")
    print(f"  {100 * sum(map(len, found)) / words:.1f} flags per 100 words")


def _score(
    row: dict[str, Any], found: Iterable[Finding], entities: dict[str, list[bool]], mentions: dict[str, list[bool]]
) -> None:
    """Add one document: an entity counts only if each of its mentions that needs masking is covered whole."""
    text = row["text"]
    covered = {place for each in found for place in range(each.start, each.end)}
    by_entity: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for mention in row["entities"]:
        by_entity[mention["entity_id"]].append(mention)
    for group in by_entity.values():
        needed = [mention for mention in group if mention["identifier_type"] in entities]
        hits = [_needs(text, mention["start_offset"], mention["end_offset"]) <= covered for mention in needed]
        for mention, hit in zip(needed, hits, strict=True):
            mentions[mention["entity_type"]].append(hit)
        if needed:
            entities["DIRECT" if group[0]["identifier_type"] == "DIRECT" else "QUASI"].append(all(hits))


def _needs(text: str, start: int, end: int) -> set[int]:
    places = {place for place in range(start, end) if text[place] not in SKIPPED}
    at = start
    for word in text[start:end].split(" "):
        if word.strip(",.;:()").lower() in SMALL:
            places -= set(range(at, at + len(word)))
        at += len(word) + 1
    return places


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f} ({part} of {whole})"


def _share_of(hits: list[bool]) -> str:
    return _share(sum(hits), len(hits))


if __name__ == "__main__":
    main()
