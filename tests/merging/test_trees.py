"""Two people do one thing after another with one log: both get the same of it, and every word that either typed."""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from itertools import count

from making import POINT, session_text
from signed import approve
from typed import lost

from circle_cli.merging.trees import Entry, merge_trees
from circle_cli.points.file import parse_point, render_point, render_withdrawn
from circle_cli.points.notices import render_notice
from circle_cli.points.record import LearningPoint, Withdrawn
from circle_cli.session.file import parse_session
from circle_cli.share.proposal import INTRUDER, Proposal, Reading, State, parse_proposal, render_proposal
from circle_cli.text import two_versions

PAIRS = 120
IDS = ("k3f9abcd", "mmmmabcd")
FRONT = """\
themes: ["relationships"]
learning_points:
  - {id: 1, text: "Let people choose.", scope: general, share: "no"}
action_points:
  - {id: 1, what: "Ring", who: "Sam", by: 2026-12-01, done: null}
"""

Log = dict[str, str]
"""The texts of a log by their paths."""


def the_log() -> Log:
    sessions = {
        f"sessions/2026/{name}-x.md": session_text(name, "x", FRONT, what_worked="A heron.")
        for name in ("2026-11-20-k3f9", "2026-11-21-k3f9", "2026-11-22-k3f9")
    }
    points = {f"guidance/learning-points/{IDS[0]}.md": render_point(approve(POINT))}
    waits = Proposal(
        point=replace(POINT, id=IDS[1]), state=State.PROPOSED, author="sam@example.org", proposed=date(2026, 11, 24)
    )
    lists = {"identifier-check/names.txt": "[always]\nAda\n", "circle.yml": "kind: team\n"}
    page = {"guidance/kit.md": "First.\n\nSecond.\n\nThird.\n"}
    return {**sessions, **points, f"proposals/{IDS[1]}.md": render_proposal(waits), **lists, **page}


Act = Callable[[Log, random.Random, str], None]


def some_session(log: Log, chance: random.Random) -> str | None:
    found = sorted(path for path in log if path.startswith("sessions/"))
    return chance.choice(found) if found else None


def in_a_session(pattern: str, text: str) -> Act:
    def act(log: Log, chance: random.Random, word: str) -> None:
        if path := some_session(log, chance):
            log[path] = re.sub(pattern, text.replace("WORD", word), log[path], count=1)

    return act


def one_action_more(log: Log, chance: random.Random, word: str) -> None:
    if (path := some_session(log, chance)) and "action_points:" in log[path]:
        number = log[path].count("what:") + 1
        log[path] = log[path].replace("action_points:\n", f'action_points:\n  - {{id: {number}, what: "{word}"}}\n')


def rename(log: Log, chance: random.Random, word: str) -> None:
    if path := some_session(log, chance):
        text = re.sub(r"(?m)^title: .*", f"title: {word}", log.pop(path))
        log[f"{path[:29]}-{word}.md"] = text


def new(log: Log, chance: random.Random, word: str) -> None:
    number = f"2026-11-{chance.randint(10, 19)}-{chance.choice('abc')}3f9"
    log.setdefault(f"sessions/2026/{number}-x.md", session_text(number, "x", what_worked=word))


def delete(log: Log, chance: random.Random, word: str) -> None:
    if path := some_session(log, chance):
        del log[path]


def decide(log: Log, chance: random.Random, word: str) -> None:
    path = f"proposals/{IDS[1]}.md"
    proposal = parse_proposal(log[path], path, IDS[1])
    decision = chance.choice((State.APPROVED, State.RETURNED, State.DECLINED))
    comment = None if decision is State.APPROVED else word
    by = f"{chance.choice(('ade', 'bea'))}@example.org"
    answers = tuple((key, "no" if decision is State.APPROVED else "unsure") for key in INTRUDER)
    reading = Reading(by=by, on=date(2026, 11, 25), decision=decision, answers=answers, comment=comment)
    log[path] = render_proposal(replace(proposal, state=decision, readings=(*proposal.readings, reading)))


def propose_anew(log: Log, chance: random.Random, word: str) -> None:
    path = f"proposals/{IDS[1]}.md"
    proposal = parse_proposal(log[path], path, IDS[1])
    point = replace(proposal.point, title=f"Ask {word}")
    log[path] = render_proposal(replace(proposal, point=point, state=State.PROPOSED, readings=()))


def revise(log: Log, chance: random.Random, word: str) -> None:
    path = f"guidance/learning-points/{IDS[0]}.md"
    point = parse_point(log[path], path, IDS[0])
    if isinstance(point, LearningPoint):
        log[path] = render_point(approve(replace(point, title=f"Ask {word}", revision=point.revision + 1)))


def withdraw(log: Log, chance: random.Random, word: str) -> None:
    gone = Withdrawn(id=IDS[0], year=2026)
    log[f"guidance/withdrawn/{IDS[0]}.md"] = render_notice(gone)
    log[f"guidance/learning-points/{IDS[0]}.md"] = render_withdrawn(gone)


def at_the_end(path: str) -> Act:
    def act(log: Log, chance: random.Random, word: str) -> None:
        log[path] = f"{log[path]}{word}\n"

    return act


def in_a_page(log: Log, chance: random.Random, word: str) -> None:
    at = chance.choice(("First", "Second", "Third"))
    log["guidance/kit.md"] = log["guidance/kit.md"].replace(at, f"{at} {word}", 1)


def setting(log: Log, chance: random.Random, word: str) -> None:
    key = chance.choice(("organisation", "contact"))
    lines = [line for line in log["circle.yml"].splitlines(keepends=True) if not line.startswith(key)]
    log["circle.yml"] = "".join([*lines, f"{key}: {word}\n"])


IN_SESSIONS = [
    in_a_session(r"(\{#what-worked\}\n\n)", r"\1WORD "),
    in_a_session(r"(\{#what-worked\}\n\n)[^\n]*", r"\1WORD"),
    in_a_session(r"\n\Z", r"\n\nWORD\n"),
    in_a_session(r"(?m)^mode:", "# WORD\nmode:"),
    in_a_session(r"(?m)^title: .*", "title: WORD"),
    in_a_session(r"done: null\}", 'done: 2026-11-25, note: "WORD"}'),
    in_a_session(r"(?m)^status: .*", "status: followed-up"),
    in_a_session(r'"Let people choose."', '"Let people choose, WORD."'),
    in_a_session(r'themes: \["relationships"', '\\g<0>, "WORD"'),
    in_a_session(r"(?s)\n## what_worked.*", "\n## Own WORD {#influence}\n\nIt was.\n"),
]
ACTS: list[Act] = [
    *IN_SESSIONS, one_action_more, rename, new, delete, decide, propose_anew, revise, withdraw, in_a_page, setting,
    at_the_end("identifier-check/names.txt"), at_the_end("guidance/kit.md"),
]  # fmt: skip


def worked(log: Log, chance: random.Random, numbers: Iterator[int]) -> Log:
    after = dict(log)
    for act in chance.choices(ACTS, k=chance.randint(1, 6)):
        act(after, chance, f"typed{next(numbers)}q")
    return after


def merged(base: Log, ours: Log, theirs: Log) -> Log:
    versions = [{path: Entry(mode="100644", id=text) for path, text in each.items()} for each in (base, ours, theirs)]
    found = merge_trees(*versions, content=str.encode)
    return {path: each.id if each.new is None else each.new.decode() for path, each in found.files.items()}


def as_bytes(log: Log) -> dict[str, bytes]:
    return {path: text.encode() for path, text in log.items()}


def test_any_two_histories_of_one_log() -> None:
    for seed in range(PAIRS):
        chance, numbers, base = random.Random(seed), count(), the_log()  # noqa: S311  # no secret
        ours, theirs = (worked(base, chance, numbers) for _ in range(2))
        found = merged(base, ours, theirs)
        assert found == merged(base, theirs, ours), seed
        assert lost(as_bytes(base), [as_bytes(ours), as_bytes(theirs)], as_bytes(found)) == set(), seed
        for path, text in found.items():
            assert not two_versions(text), (seed, path)
            if path.startswith("sessions/"):
                parse_session(text, path)
        assert merged(ours, found, ours) == merged(theirs, found, theirs) == found, seed
