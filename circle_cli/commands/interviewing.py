"""An interview held at a terminal, from its draft to its file: begun, gone on with, paused, finished."""

import os
import shlex
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

from circle_cli.commands.edge import drafts_folders, hide_from_git, pick, result, say, show, today, uncommitted
from circle_cli.errors import CircleError
from circle_cli.front_matter import decode
from circle_cli.guidance.pages import load_guidance
from circle_cli.interview.asker import Asker, Paused
from circle_cli.interview.compose import compose, new_session
from circle_cli.interview.decompose import decompose
from circle_cli.interview.draft import Draft
from circle_cli.interview.draft_lines import DraftHead, DraftState, read_draft
from circle_cli.interview.editor import edit_text
from circle_cli.interview.keyboard import Keys, LineReader
from circle_cli.interview.merging import merge
from circle_cli.interview.run import Run
from circle_cli.interview.script import Interview
from circle_cli.log.folder import Log, session_with_id, unused_id
from circle_cli.log.saving import Saved, save_again, save_new
from circle_cli.log.start import start_log
from circle_cli.session.file import parse_session, render_session, rewrite_session
from circle_cli.session.record import Mode, Session


def begin(log: Log, *, quick: bool, title: str | None, plain: bool, keys: Keys, require_commit: bool) -> None:
    """Begin a new session. Its title prompt stands on the screen already, unless `title` is given."""
    guidance = load_guidance(log.guidance)
    folders = drafts_folders(log)
    session_id = unused_id(log, today(), pick, lambda made: any(os.path.lexists(f / f"{made}.jsonl") for f in folders))
    start: dict[str, str | None] = {"title": title} if title else {}
    head = DraftHead(
        id=session_id, log=str(log.root), mode=Mode.INDIVIDUAL, date=today().isoformat(), quick=quick, start=start
    )
    draft = _begin_draft(folders, head)
    interview = Interview(guidance=guidance, day=today(), today=today(), quick=quick)
    _hold(
        log,
        interview,
        draft,
        DraftState(head=head),
        plain=plain,
        keys=keys,
        said=title is None,
        require_commit=require_commit,
    )


def go_on(log: Log, path: Path, *, plain: bool, keys: Keys, require_commit: bool) -> None:
    """Go on with the draft at `path`, exactly where it was left."""
    draft = Draft.reopen(path)
    state = read_draft(path)
    guidance = load_guidance(log.guidance)
    day = date.fromisoformat(state.head.date)
    interview = Interview(guidance=guidance, day=day, today=today(), quick=state.head.quick)
    asked = {question.id for question in interview.questions}
    answers = {**state.head.start, **state.answers}
    done = sum(bool(answers.get(name)) for name in asked)
    show(f"\nWelcome back. {done} of {len(asked)} questions are answered; here is where you were.\n")
    for left in _left_by_editor(path):
        result(f"What your editor left is in {left}")
    _hold(log, interview, draft, state, plain=plain, keys=keys, said=False, require_commit=require_commit)


def deepen(log: Log, path: Path, *, plain: bool, keys: Keys, require_commit: bool) -> None:
    """Open a saved session again and ask what it does not hold yet."""
    session = parse_session(decode(path.read_bytes(), str(path)), str(path))
    head = DraftHead(
        id=session.id,
        log=str(log.root),
        mode=str(session.mode),
        date=session.date.isoformat(),
        quick=False,
        deepens=str(path),
        start=decompose(session),
    )
    guidance = load_guidance(log.guidance)
    interview = Interview(guidance=guidance, day=session.date, today=today(), quick=False)
    draft = _begin_draft(drafts_folders(log), head)
    show("\nWhat you wrote is there already; Ctrl-B (or .back) goes back to it. Here is what comes next.\n")
    _hold(
        log, interview, draft, DraftState(head=head), plain=plain, keys=keys, said=False, require_commit=require_commit
    )


def _begin_draft(folders: tuple[Path, Path], head: DraftHead) -> Draft:
    """Begin a draft in the person's own folder, or inside the log where that cannot be written."""
    try:
        return Draft.begin(folders[0], head)
    except CircleError:
        hide_from_git(folders[1])
        return Draft.begin(folders[1], head)


def _hold(
    log: Log,
    interview: Interview,
    draft: Draft,
    state: DraftState,
    *,
    plain: bool,
    keys: Keys,
    said: bool,
    require_commit: bool,
) -> None:
    def edit(text: str) -> str:
        with keys.released():
            return edit_text(text, draft.path.with_suffix(".md"), os.environ)

    asker = plain_or_screen(plain=plain, keys=keys, edit=edit)
    run = Run(interview, asker, draft, {**state.head.start, **state.answers}, state.halves)
    try:
        answers = run.go(state.at, said=said)
        saved, session = _saved(log, interview, draft, state.head, answers)
    except (Paused, KeyboardInterrupt) as paused:
        _paused(log, asker, draft)
        if isinstance(paused, KeyboardInterrupt) or paused.interrupted:
            raise KeyboardInterrupt from None
        return
    draft.remove()
    for left in _left_by_editor(draft.path):
        if not _redundant(left, answers):
            result(f"\nYour editor left something that is not in the session: {left}")
    last_words(saved, session, interview, require_commit=require_commit)


def _saved(
    log: Log, interview: Interview, draft: Draft, head: DraftHead, answers: Mapping[str, str | None]
) -> tuple[Saved, Session]:
    """Save the session; where that fails, the draft has it all, and the error says how to go on."""
    try:
        return _finish(log, interview, head, answers)
    except CircleError as error:
        draft.close()
        again = f"Everything you wrote is kept. Once that is put right: circle resume {_known_as(log, draft.path)}"
        raise CircleError(f"{error}\n{again}", error.exit_code) from error


def _paused(log: Log, asker: Asker, draft: Draft) -> None:
    """Say how to go on; an interview in which nothing was written leaves nothing behind."""
    draft.close()
    words = f"Paused. Everything is kept. To go on where you were: circle resume {_known_as(log, draft.path)}"
    with suppress(OSError, CircleError):
        if not read_draft(draft.path).written:
            draft.remove()
            words = "Nothing new was written, so there is nothing more to keep. Until another time."
    with suppress(OSError):  # the terminal has gone
        asker.say(words)


def _known_as(log: Log, path: Path) -> str:
    """Give what to type after `circle resume`: the id's last letters, or the file where it is in a place of its own."""
    return path.stem[11:] if path.parent in drafts_folders(log) else shlex.quote(str(path))


def _left_by_editor(path: Path) -> list[Path]:
    return sorted(path.parent.glob(f"{path.stem}*.md"))


def _redundant(left: Path, answers: Mapping[str, str | None]) -> bool:
    """Delete what an editor left, if the answers hold all of it."""
    try:
        said = decode(left.read_bytes(), str(left)).strip()
        if any(said in text for text in answers.values() if text):
            left.unlink()
            return True
    except (OSError, CircleError):
        pass
    return False


def plain_or_screen(*, plain: bool, keys: Keys, edit: Callable[[str], str]) -> Asker:
    """Give whoever asks at this terminal."""
    if plain:
        from circle_cli.interview.plain import PlainAsker

        return PlainAsker(LineReader(keys, show), show, edit)
    from circle_cli.interview.screen import ScreenAsker

    return ScreenAsker(show, edit)


def _finish(
    log: Log, interview: Interview, head: DraftHead, answers: Mapping[str, str | None]
) -> tuple[Saved, Session]:
    """Put the answers into the session's file: a new one, or the one that is there."""
    titles = {question.id: question.title for question in interview.guidance.questions}
    if log.own:
        start_log(log.root)
    there = _there(log, head)
    if there is None:
        session = compose(interview, answers, new_session(head.id, interview.day, Mode(head.mode)))
        try:
            return save_new(log, session.id, session.title, render_session(session, titles)), session
        except FileExistsError:  # never over another file: this session takes another id
            session = replace(session, id=unused_id(log, session.date, pick, lambda _: False))
            return save_new(log, session.id, session.title, render_session(session, titles)), session
    content = there.read_bytes()
    original = decode(content, str(there))
    base = parse_session(original, str(there))
    session = compose(interview, merge(answers, head.start, decompose(base)), base)
    return save_again(log, there, rewrite_session(original, session, titles), content, session.id), session


def _there(log: Log, head: DraftHead) -> Path | None:
    """Find the file that the draft is for: the one it deepens, or one that an interrupted save had finished."""
    deepened = Path(head.deepens) if head.deepens else None
    return deepened if deepened and deepened.is_file() else session_with_id(log, head.id)


def last_words(saved: Saved, session: Session, interview: Interview, *, require_commit: bool) -> None:
    """Say what was saved, where, whether git has it, and what one might do next."""
    short = session.id[11:]
    unanswered = [question for question in interview.guidance.questions if question.id not in session.answers]
    show("\nThank you for taking the time to look at what went well.\n\n")
    result(f"Saved: {session.title}")
    result(f"  {saved.path}")
    if saved.commit.done:
        result("  Committed to the log's own history, on this computer only.")
    result("\nWhat you might do next:")
    result(f"  circle show {short}      read it again")
    result(f"  circle edit {short}      change it in your editor")
    if unanswered:
        others = "the one question" if len(unanswered) == 1 else f"the {len(unanswered)} questions"
        result(f"  circle resume {short}    go on to {others} you left out, whenever you like")
    result("  circle list            see all your sessions")
    if not saved.commit.done:
        say("")
        uncommitted(saved.commit.reason, saved.commit.fix, required=require_commit)
