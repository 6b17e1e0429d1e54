"""Every command that writes: what it is run on, what is typed, and what makes it go on after a kill."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from signed import public_key

from killing import bases, beforehand, other_logs
from killing.beforehand import CAME_IN, FIVE, HOW_IT_WENT, PREPARE, READ, REVIEW, SEND, WORDS, filled_in
from killing.place import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """A command that writes."""

    name: str
    command: tuple[str, ...]
    typed: tuple[str, ...] | None = None
    """None: it needs no terminal."""
    words: str = ""
    """What a person typed, and must find again somewhere."""
    before: Callable[[Place], None] = lambda _: None
    answers: Mapping[str, str] = field(default_factory=dict)
    """What is said where these are the last such words on the screen, once all that is typed was; else all is left."""
    again: tuple[str, ...] | None = None
    """What goes on with it, where that is another command; where there was nothing yet to go on with, nothing comes."""
    back: tuple[str, ...] | None = None
    """What brings it back, for a last look: all of it must be there again."""

    def run(self, place: Place, *, again: bool = False, **how: object) -> None:
        """Run it there."""
        self.start(place, self.again if again and self.again else self.command, again=again, **how)

    def log(self, place: Place) -> list[str]:
        """Say in which log it is run, where that is another than the one that lies there."""
        return filled_in(self.command[:2], place) if self.command[0] == "--log" else []

    def start(self, place: Place, command: Sequence[str], *, again: bool = False, **how: object) -> None:
        """Run another command there, as this one is run."""
        words = filled_in(command, place)
        if self.typed is None:
            place.circle(*words, **{key: how[key] for key in ("env", "apart") if key in how})  # type: ignore[arg-type]
        else:
            place.typed(words, () if again and self.again else self.typed, self._otherwise, **how)  # type: ignore[arg-type]

    def _otherwise(self, asked: str) -> str:
        last = max(self.answers, key=asked.rfind, default=_LEAVES)
        return self.answers.get(last if last in asked else "", ".back" if _LEAVES in asked else ".skip")


_LEAVES = ".back leaves it"
"""Stands below a question that a killed git's lock makes necessary; `.skip` would only have it asked again."""
_EVIDENCE = {
    "What kind of learning": "Mine",
    "The kind of work": f"{WORDS}\n.",
    "The day on which": "yesterday",
    "In the first person": "I ask.\n.",
    "What is different": "I wait.\n.",
    "What shall be made of it?": "1",
}
_SHARING = {
    "A name for it": "Let people choose",
    "What to try": f"{WORDS}.\n.",
    "Why it seems to work": "It is theirs.\n.",
    "Where it may not fit": "In a hurry.\n.",
    "How to do it": "Ask.\n.",
    "What it rests on": "One account.\n.",
    "does it depend on the situation?": "3",
    "think about this once more": "1",
    "Yes, propose it": "1",
}
_PEOPLE = {"Who facilitates": "Ann", "Who is coming": "Bo, Cy, Di, Ed, Flo, Gus, Hal, Ida"}
_RESUME = ("resume", "--plain")
_SEND_AGAIN = ("share", "abcd", "--packet", "{home}/text.md")
_TYPED = (f"{WORDS}\n.",)
_BACK = ("discard", "--back", "{draft}")
_COPY = ("copy", "mmmm", "--log", "{home}/own", "--to", "{home}/log", "--with-cast")
_DISCARD = ("discard", "{draft}", "--confirm", "{draft}")
_QUICK = ("reflect", "--quick", "--plain", "--title", "Heron")
_GROUPS = ("prepare", "--plain", "--groups", "2", "--title", "Heron")
_FOLLOW_UP = ("follow-up", "k3f9", "--plain")
WRITING = (
    Writing(name="reflect --from", command=("reflect", "--from", "{home}/in.yml")),
    Writing(name="reflect --from: sheet", command=("reflect", "--from", "{home}/sheet.md"), before=beforehand.on_paper),
    Writing(name="import", command=("import", "{home}/note.md", "--yes"), before=beforehand.a_note),
    Writing(name="settings", command=("settings", "--plain"), typed=("2",)),
    Writing(
        name="portfolio",
        command=("portfolio", "--framework", "pcf-2018", "--to", "{home}/portfolio.html", "--plain"),
        typed=(),
        answers={"Shall the portfolio be made?": "1"},
    ),
    Writing(name="reflect", command=_QUICK, typed=_TYPED, words=WORDS, again=_RESUME),
    Writing(name="resume", command=_RESUME, typed=(), words=WORDS, before=beforehand.begun),
    Writing(name="prepare", command=PREPARE, typed=(), again=_RESUME),
    Writing(
        name="prepare: again",
        command=("prepare", "{planned}", "--plain"),
        typed=(".skip", *_TYPED),
        words=WORDS,
        before=beforehand.planned,
        again=_RESUME,
    ),
    Writing(name="prepare --groups", command=_GROUPS, typed=(), answers=_PEOPLE, again=_RESUME),
    Writing(
        name="reflect: planned",
        command=("reflect", "{planned}", "--plain"),
        typed=(),
        before=beforehand.planned,
        again=_RESUME,
    ),
    Writing(name="resume: deepen", command=("resume", "b2cd", "--plain"), typed=_TYPED, words=WORDS, again=_RESUME),
    Writing(name="follow-up", command=_FOLLOW_UP, typed=_TYPED, words=WORDS, again=_RESUME),
    Writing(name="spark", command=("spark", "A heron stood there.")),
    Writing(name="edit", command=("edit", "b2cd"), typed=(), words=WORDS),
    Writing(name="done", command=("done", "k3f9", "1", "--note", "Rang")),
    Writing(name="done --not", command=("done", "k3f9", "1", "--not"), before=beforehand.done),
    Writing(name="rename", command=("rename", "k3f9", "Cake")),
    Writing(name="delete", command=("delete", "k3f9", "--confirm", "2026-11-23-k3f9")),
    Writing(name="undo", command=("undo", "--yes"), before=beforehand.done, again=("list",)),
    Writing(name="undo: delete", command=("undo", "--yes"), before=beforehand.deleted, again=("list",)),
    Writing(name="use", command=("use", "{home}/log")),
    Writing(name="join", command=("join", "{home}/there.git", "{home}/joined"), before=other_logs.elsewhere),
    Writing(
        name="sync",
        command=("sync", "--plain"),
        typed=(),
        words=WORDS,
        before=other_logs.both_changed,
        answers={"lock away?": "1"},
    ),
    Writing(
        name="sync: left for readers",
        command=("sync", "--plain"),
        typed=(),
        before=other_logs.to_be_left,
        answers={"lock away?": "1"},
    ),
    Writing(
        name="sync: taken from readers",
        command=("sync", "--plain"),
        typed=(),
        before=other_logs.decided_elsewhere,
        answers={"lock away?": "1"},
    ),
    Writing(
        name="sync: withdrawn in the base",
        command=("sync", "--plain"),
        typed=(),
        before=bases.withdrawn_there,
        answers={"lock away?": "1"},
    ),
    Writing(
        name="join --reader", command=("join", "--reader", "{home}/there.git", "{home}/joined"), before=other_logs.left
    ),
    Writing(
        name="sync: a reader's copy",
        command=("--log", "{home}/joined", "sync", "--plain"),
        typed=(),
        before=other_logs.decided_there,
        answers={"lock away?": "1"},
    ),
    Writing(name="copy", command=_COPY, before=other_logs.one_elsewhere),
    Writing(name="copy: instead", command=(*_COPY[:-1], "--say-instead"), before=other_logs.one_elsewhere),
    Writing(name="discard", command=_DISCARD, before=beforehand.begun, back=_BACK),
    Writing(name="discard --back", command=_BACK, before=beforehand.put_away, back=("list",)),
    Writing(name="share", command=("share", "abcd", "--from", "{home}/parts.json")),
    Writing(
        name="share: asked",
        command=("share", "abcd", "--plain"),
        typed=(),
        words=WORDS,
        answers=_SHARING,
    ),
    Writing(
        name="share: revision", command=("share", "abcd", "--from", "{home}/parts.json"), before=beforehand.revised
    ),
    Writing(name="review: approve", command=REVIEW, typed=FIVE, before=beforehand.shared, again=_RESUME),
    Writing(
        name="review: return", command=REVIEW, typed=(*FIVE[1:], "2", *_TYPED), before=beforehand.shared, again=_RESUME
    ),
    Writing(
        name="review: decline", command=REVIEW, typed=(*FIVE[1:], "3", *_TYPED), before=beforehand.shared, again=_RESUME
    ),
    Writing(
        name="review: overtaken", command=REVIEW, typed=(*FIVE, *_TYPED), before=beforehand.overtaken, again=_RESUME
    ),
    Writing(name="review: revision", command=REVIEW, typed=FIVE, before=beforehand.revision_shared, again=_RESUME),
    Writing(name="review: report", command=REVIEW, typed=FIVE, before=beforehand.reported, again=_RESUME),
    Writing(
        name="review: report returned",
        command=REVIEW,
        typed=(*FIVE[2:], "2", *_TYPED),
        before=beforehand.reported,
        again=_RESUME,
    ),
    Writing(name="review: came in", command=CAME_IN, typed=FIVE, before=bases.came_in),
    Writing(
        name="review: came in, returned",
        command=CAME_IN,
        typed=(*FIVE[1:], "2", *_TYPED),
        before=bases.came_in,
    ),
    Writing(name="review: words", command=REVIEW, typed=FIVE, before=beforehand.words_changed),
    Writing(
        name="review --lists",
        command=("review", "--lists", "--plain"),
        typed=(),
        answers={"May these words stand": "2"},
        before=beforehand.list_changed,
    ),
    Writing(name="share --packet", command=SEND, again=_SEND_AGAIN),
    Writing(name="review: packet", command=READ, typed=FIVE, before=beforehand.sent),
    Writing(name="take", command=("take", "{home}/text.decision.md"), before=beforehand.sent_back),
    Writing(name="tried", command=("tried", "{point}", *HOW_IT_WENT), before=beforehand.approved),
    Writing(name="tried: elsewhere", command=("tried", "k3f9abcd", *HOW_IT_WENT), before=bases.with_base_named),
    Writing(name="publish: told in a base", command=bases.SEND, before=bases.told_in_base),
    Writing(name="tried: in a base", command=bases.TRIED, before=bases.two_in_base),
    Writing(name="review --withdrawals", command=bases.WITHDRAWALS, before=bases.asked_to_go),
    Writing(name="same", command=bases.SAME, before=bases.two_in_base),
    Writing(name="withdraw", command=("withdraw", "{point}", "--yes"), before=beforehand.approved),
    Writing(name="withdraw: report", command=("withdraw", "{report}", "--yes"), before=beforehand.report_read),
    Writing(name="publish", command=("publish", "--to", "{home}/base.git", "--confirm", "yes"), before=bases.with_base),
    Writing(name="readers --admit", command=("readers", "--admit", public_key(2)), before=beforehand.approved),
    Writing(name="readers --end", command=("readers", "--end", "{reader}"), before=beforehand.approved),
    Writing(name="review: ask", command=REVIEW, typed=FIVE, before=beforehand.read_by_others, again=_RESUME),
    Writing(name="review --sign", command=("review", "--sign", "--plain"), typed=("2",), before=beforehand.unsigned),
    Writing(name="init", command=("init", "."), before=beforehand.emptied),
    Writing(name="check", command=("check",), before=beforehand.approved),
    Writing(name="init --ci", command=("init", "--ci", "github", ".")),
    Writing(name="list: brings home", command=("list",), before=beforehand.half_home),
    Writing(name="takeaway", command=("takeaway", "b2cd", "--to", "{home}"), before=beforehand.with_people),
    Writing(name="export", command=("export", "b2cd", "--to", "{home}/export.html"), before=beforehand.with_people),
    Writing(
        name="evidence",
        command=("evidence", "b2cd", "--to", "{home}/evidence.md", "--plain"),
        typed=(),
        words=WORDS,
        answers=_EVIDENCE,
    ),
    Writing(name="insights", command=("insights", "--to", "{home}/insights.html"), before=beforehand.with_people),
    Writing(name="print", command=("print", "prompts", "--to", "{home}/prompts.html")),
    Writing(name="digest", command=("digest", "--to", "{home}/digest.md"), before=beforehand.approved),
    Writing(name="actions --ics", command=("actions", "--ics", "{home}/actions.ics"), before=beforehand.with_a_day),
)
