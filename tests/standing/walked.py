"""Every prompt that there is: each script walked with answers that open all of it, and what is asked alone."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from fnmatch import fnmatch
from functools import cache
from typing import Any

from composed import DAY, PEOPLE, an_interview, composed, shipped
from making import report
from proposing import PARTS, SESSION

from circle_cli.commands.door import share, sign_again, withdraw
from circle_cli.commands.door.lists import reading as lists
from circle_cli.commands.door.packets import taking
from circle_cli.commands.door.trying import tried
from circle_cli.commands.door.words import reading as words
from circle_cli.commands.drafts import committer, holders
from circle_cli.commands.erasing import erase
from circle_cli.commands.menu import welcome
from circle_cli.commands.publishing import publish
from circle_cli.identifiers.check import find_identifiers
from circle_cli.identifiers.lists import load_lists
from circle_cli.ids import QUESTIONS
from circle_cli.interview.answers.adding import Addition
from circle_cli.interview.answers.answer import Answers
from circle_cli.interview.asker import Move, Reply, Screen
from circle_cli.interview.composing.compose import new_session
from circle_cli.interview.composing.compose_plan import compose_plan, decompose_plan
from circle_cli.interview.run import Run
from circle_cli.interview.script.before.preparing import Preparation
from circle_cli.interview.script.during.adding import offer
from circle_cli.interview.script.following import FollowUp
from circle_cli.interview.script.prompts import Prompt, PromptKind
from circle_cli.interview.script.script import Script
from circle_cli.session.file import parse_session
from circle_cli.session.record import ActionPoint, CastEntry, LearningPoint
from circle_cli.share.hurrying import asked_once_more
from circle_cli.share.noticing import Noticed
from circle_cli.share.proposal import Proposal, Reading, State
from circle_cli.share.proposing.script import Sharing, proposed_point
from circle_cli.share.reviewing import Review
from circle_cli.share.reviewing_reports import ReportReview
from circle_cli.vocabulary import Mode, Scope

TODAY = date(2026, 11, 23)
Said = Mapping[str, Any]
"""What is said, by patterns of keys; an entry's replies are said in turn, and the last again and again."""

OTHERS: Said = {
    "people": PEOPLE, "facilitator": "Jo", "minutes": "60", "presenting": "Sam", "opening of*": "First change",
    "influence": [Move.NOTE, Move.CARD, Move.BRING_BACK, "I asked her what she would like to do."],
}  # fmt: skip
TOLD: Said = {
    **dict.fromkeys(QUESTIONS, "She came, and we all had some tea."),
    "actions": "I will ring her by Friday.",
}
SESSION_SAID: Said = {
    "title": "Tea", "note": "a thought", "company": "2", "safeguarding/raised": "2", "learning-points/1/text": "Ask.",
    "action-points/1/what": "Ring", "scales/what-worked": "8", "frameworks/1/framework": "2",
    "frameworks/1/statement": "1", "people-and-places": "Kit", "changed/which": "1", "said/*": "1",
    "influence": [Move.NOTE, "I asked her what she would like."],
}  # fmt: skip
PREPARED: Said = {
    "title": "Tea", "situation": "A visit.", "date": "tomorrow", "at": "14:00", "place": "Room 2",
    "presenter": "Sam", "questioner": "Jo", "focus": "1",
    "presenting": "Sam", "company": "2", "people": PEOPLE, "facilitator": "Jo", "gathered/1/by": "her",
    "gathered/1/text": "Good.", "frameworks/1/framework": "2", "frameworks/1/statement": "1", "groups": "2",
    "split*": "2", "roles*/*": None, "roles*": "2", "ready/*": "1",
}  # fmt: skip
SHARED: Said = {
    "title": "A walk", "part/what-to-try": "Ask Temitope on 3 May.", "part/*": "Ask Zyxwv where to meet.",
    "finding/part/why/*": "keep", "finding/*": "reword", "reword/*": "a colleague", "reason/*": "an author",
}  # fmt: skip


@dataclass
class Walker:
    """Answers what opens more, the first option where something has to be said, and leaves the rest as it stands."""

    said: dict[str, Any]
    met: list[tuple[Screen, str]] = field(default_factory=list)

    def say(self, text: str) -> None:
        pass

    def ask(self, screen: Screen, text: str, typed: Callable[[str], None]) -> Reply:
        self.met.append((screen, text))
        assert len(self.met) < 2000, f"asked over and over: {screen.prompt.key}"
        reply = self._reply(screen.prompt, text)
        return Reply(move=reply, text=text) if isinstance(reply, Move) else Reply(move=Move.NEXT, text=reply)

    def _reply(self, prompt: Prompt, text: str) -> Any:
        begins = next((each for each in self.said if fnmatch(prompt.key, each)), None)
        if begins is None or self.said[begins] is None:
            return text or ("1" if prompt.needed else "")
        replies = self.said[begins]
        return (replies.pop(0) if len(replies) > 1 else replies[0]) if isinstance(replies, list) else replies


class _Nowhere:
    """Keeps nothing."""

    def __getattr__(self, _: str) -> Callable[..., None]:
        return lambda *_: None


def walk(script: Script, said: Said, start: Answers | None = None) -> tuple[Walker, dict[str, str | None]]:
    walker = Walker({key: list(value) if isinstance(value, list) else value for key, value in said.items()})
    keeping: Any = _Nowhere()
    return walker, Run(script, walker, keeping, start or {}, {}, lambda: 0.0).go(None)


def _scripts() -> Iterator[tuple[Script, Said]]:
    for mode in Mode:
        others = OTHERS if mode is not Mode.INDIVIDUAL else {}
        yield (
            replace(an_interview(mode), adding=tuple(Addition), seen=(CastEntry(name="Kit"),)),
            {**TOLD, **SESSION_SAID, **others},
        )
        yield Preparation(guidance=shipped(), today=TODAY, mode=mode), PREPARED
    yield replace(an_interview(), quick=True), SESSION_SAID
    yield Preparation(guidance=shipped(), today=TODAY, mode=Mode.TRAINING), {**PREPARED, "groups": "1"}
    three = {"mode": "5", "choose/people": "1"}
    yield Preparation(guidance=shipped(), today=TODAY), {**PREPARED, **three}
    for mode in (Mode.INDIVIDUAL, Mode.COLLABORATIVE):
        yield (
            _prepared_again(mode),
            {**PREPARED, "again": "title, situation, focus, when, people, gathered, evidence, ready"},
        )
    yield _follow_up(), {"follow-up/tell": "1", "follow-up/ways": "1", "action/1/became": "2"}
    yield replace(sharing(), today=date(2026, 6, 1)), SHARED
    yield replace(sharing(), earlier=_proposed(State.RETURNED)), SHARED
    review = Review(guidance=shipped(), point=_proposed(State.PROPOSED).point, noticed=Noticed(notes=("It is short.",)))
    yield review, {}
    yield review, {"intruder/*": "2", "comment": "Say more."}
    many = dict.fromkeys(review.point.parts, "They said that it helped. " * 20)
    yield replace(review, point=replace(review.point, parts=many), hurried=lambda _: True), {}
    of_report = ReportReview(guidance=shipped(), report=report(differed="By phone."), title="A walk", notes=("Short.",))
    yield of_report, {}
    yield of_report, {"intruder/*": "2", "comment": "Say more."}
    yield replace(of_report, report=report(differed="It took long. " * 20), hurried=lambda _: True), {}


def _prepared_again(mode: Mode) -> Preparation:
    preparation = Preparation(guidance=shipped(), today=TODAY, mode=mode)
    answers = walk(preparation, PREPARED)[1]
    planned = compose_plan(preparation, answers, new_session("2026-11-23-k3f9", DAY, mode))
    return replace(preparation, settled=decompose_plan(planned))


def _follow_up() -> FollowUp:
    session = replace(
        composed({"title": "Tea"}),
        mode=Mode.GROUP,
        learning_points=(LearningPoint(id=1, text="Ask.", scope=Scope.GENERAL),),
        action_points=(ActionPoint(id=1, what="Ring"),),
    )
    return FollowUp(guidance=shipped(), session=session, today=TODAY)


@cache
def sharing() -> Sharing:
    session = parse_session(SESSION, "x.md")
    lists, cast = load_lists(), session.cast or ()
    return Sharing(
        guidance=shipped(),
        session=session,
        learnt=session.learning_points[0],
        today=TODAY,
        check=cache(lambda text: find_identifiers(text, cast, lists)),  # as `circle share` does
    )


def _proposed(state: State) -> Proposal:
    said = {f"part/{key}": f"Say it gently, about {key}." for key in PARTS}
    answers = walk(sharing(), {**said, "title": "A walk", "concerns": "1", "conditions": "2"})[1]
    point, _ = proposed_point(sharing(), answers, "k3f9abcd")
    reading = Reading(by="bea", on=TODAY, decision=State.RETURNED, answers=(), comment="More.")
    return Proposal(
        point=point,
        state=state,
        author="jo",
        proposed=TODAY,
        explained=(),
        readings=(reading,),
    )


def _alone() -> Iterator[Prompt]:
    """Give what is asked beside all scripts."""
    yield from (
        tried.HOW,
        taking.ADMIT,
        tried.what_differed(str),
        tried.what_instead(str),
        withdraw.REALLY,
        share.REVISE,
        erase.confirmation("2026-11-23-k3f9"),
        publish.confirmation(),
    )
    yield from (
        committer.UNLOCK,
        committer.RUN,
        committer.NAME,
        committer.ADDRESS,
        holders.take_over("stopped in another terminal"),
    )
    yield sign_again.SIGN
    yield asked_once_more(left_open="Nothing is approved.")
    yield from (lists.APPROVE, words.KNOWN, words.DECISION, words.pointed_out(["- “Wilma” looks like a name"]))
    yield offer(an_interview(), TOLD)
    yield welcome.menu(["Go on with k3f9: Tea", "The quick way"])


def _alike(prompt: Prompt, text: str) -> tuple[object, ...]:
    """Give what makes a prompt one of its own: of what is typed in a line, who is asked does not."""
    if prompt.kind is PromptKind.CHOICE:
        return re.sub(r"[0-9a-f]{8}", "", prompt.key), prompt.ask, text
    return re.sub(r"/.*/|[ /].*", "", prompt.key), prompt.default, bool(text), prompt.needed


@cache
def all_prompts() -> tuple[tuple[Prompt, str], ...]:
    """Give every prompt, each once, with what stands there."""
    met = [(screen.prompt, text) for script, said in _scripts() for screen, text in walk(script, said)[0].met]
    every = {_alike(prompt, text): (prompt, text) for prompt, text in met}
    return (*every.values(), *((prompt, "") for prompt in _alone()))
