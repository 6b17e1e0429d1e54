"""The front door: one short function per command, which imports its work when it is called."""

from datetime import date
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from circle_cli import __version__
from circle_cli.errors import USAGE, CircleError
from circle_cli.vocabulary import Format, Mode, Outcome, Status


class _Circle(TyperGroup):
    """The group of commands: `--log` and `--plain` may stand anywhere, and an error for users is said in words."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Bring the options that hold for every command to the front."""
        front: list[str] = []
        rest: list[str] = []
        words = iter(args)
        for word in words:
            if word == "--":
                rest += [word, *words]
            elif word == "--plain" or word.startswith("--log="):
                front.append(word)
            elif word == "--log":
                front += [word, *[value for value in [next(words, None)] if value is not None]]
            else:
                rest.append(word)
        found: list[str] = super().parse_args(ctx, front + rest)
        return found

    def invoke(self, ctx: Any) -> None:
        """Run the command; end with the error's exit code, its message on standard error."""
        from circle_cli.commands.edge import ended

        if code := ended(lambda: super(_Circle, self).invoke(ctx)):
            raise typer.Exit(code)


app = typer.Typer(
    cls=_Circle,
    help="Learn from practice that went well: the what works practice learning circle.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    invoke_without_command=True,
    context_settings={"help_option_names": ["--help", "-h"]},
)


paper = typer.Typer(help="Print role cards, prompts or the recording sheet.", rich_markup_mode=None)
app.add_typer(paper, name="print")

Json = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]
Require = Annotated[bool, typer.Option("--require-commit", help="End with 3 if git could not commit what was saved.")]
Bell = Annotated[bool, typer.Option("--bell", help="Ring, once, when the time for a question is used.")]
SessionId = Annotated[str, typer.Argument(metavar="ID", help="A session's id, or enough of it: its last four letters.")]
PointId = Annotated[str, typer.Argument(metavar="POINT", help="A learning point's id, or the beginning of it.")]
Since = Annotated[str | None, typer.Option(metavar="DATE", help="From this day on: 2026-11-23, 2026-11 or 2026.")]
Until = Annotated[str | None, typer.Option(metavar="DATE", help="Up to this day, month or year.")]
ModeFilter = Annotated[Mode | None, typer.Option("--mode", help="Only sessions of this kind.")]
StatusFilter = Annotated[Status | None, typer.Option("--status", help="Only sessions that have come so far.")]
ThemeFilter = Annotated[str | None, typer.Option("--theme", help="Only sessions with this theme.")]
Limit = Annotated[int, typer.Option("--limit", "-n", min=0, help="At most so many; 0 for all.")]
FormatOf = Annotated[
    Format | None, typer.Option("--format", help="HTML opens anywhere, docx in Word; HTML if nothing else is said.")
]
To = Annotated[str | None, typer.Option("--to", metavar="FILE", help="Where to; - for standard output (html, md).")]


@app.callback()
def circle(
    ctx: typer.Context,
    log: Annotated[str | None, typer.Option(metavar="DIR", help="The learning log to work in.")] = None,
    plain: Annotated[
        bool, typer.Option("--plain", help="Plain lines: for screen readers and simple terminals.")
    ] = False,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """Learn from practice that went well: the what works practice learning circle."""
    from circle_cli.commands.edge import Asked, at_terminal

    ctx.obj = Asked(log=log, plain=plain)
    if version:
        print(__version__)
    elif ctx.invoked_subcommand is None and at_terminal():
        from circle_cli.commands.menu.welcome import welcome

        welcome(ctx.obj)
    elif ctx.invoked_subcommand is None:
        print(ctx.get_help())


@app.command()
def init(
    ctx: typer.Context, folder: Annotated[str, typer.Argument(metavar="[DIR]", help="Where; here if left out.")] = "."
) -> None:
    """Make a learning log: folders, settings, git."""
    from circle_cli.commands.keeping.init import init

    init(folder)


@app.command()
def reflect(
    ctx: typer.Context,
    session: Annotated[str | None, typer.Argument(metavar="[ID]", help="A planned session, to begin it.")] = None,
    quick: Annotated[bool, typer.Option("--quick", help="Three questions, five minutes.")] = False,
    mode: Annotated[Mode | None, typer.Option("--mode", help="How you use the circle.")] = None,
    title: Annotated[str | None, typer.Option("--title", help="What to call it.")] = None,
    source: Annotated[
        str | None, typer.Option("--from", metavar="FILE", help="Take the session from a file (- for standard input).")
    ] = None,
    json: Json = False,
    bell: Bell = False,
    require_commit: Require = False,
) -> None:
    """Reflect on something that went well."""
    if session is not None and (quick or mode or title or source):
        raise CircleError("A planned session has its title and mode already", USAGE, do="give its id alone")
    if session is not None:
        from circle_cli.commands.menu.resume import reflect_planned

        reflect_planned(ctx.obj, session, require_commit=require_commit, bell=bell)
        return
    if source is not None:
        if quick:
            raise CircleError("--quick asks questions and --from asks none", USAGE, do="leave one of them out")
        from circle_cli.commands.asking.reflect_from import take_in

        take_in(ctx.obj, source, mode=mode, title=title, as_json=json, require_commit=require_commit)
        return
    from circle_cli.commands.asking.reflect import reflect

    reflect(ctx.obj, quick=quick, mode=mode or Mode.INDIVIDUAL, title=title, require_commit=require_commit, bell=bell)


@app.command()
def prepare(
    ctx: typer.Context,
    session: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="A planned one, to see and change what is settled.")
    ] = None,
    mode: Annotated[Mode | None, typer.Option("--mode", help="How you will use the circle.")] = None,
    groups: Annotated[
        int | None,
        typer.Option(
            "--groups",
            min=1,
            max=99,
            metavar="N",
            help="For training: how many groups; each gets a session of its own.",
        ),
    ] = None,
    title: Annotated[str | None, typer.Option("--title", help="What to call it.")] = None,
    require_commit: Require = False,
) -> None:
    """Get a session ready: who, when, what to settle."""
    if session is not None and (mode or groups or title):
        raise CircleError("A planned session has its title and mode already", USAGE, do="give its id alone")
    from circle_cli.commands.asking.prepare import prepare

    prepare(ctx.obj, session, mode=mode, groups=groups, title=title, require_commit=require_commit)


@app.command("follow-up")
def follow_up(ctx: typer.Context, session: SessionId, require_commit: Require = False) -> None:
    """Follow a session up: sum up, pass on, see to actions."""
    from circle_cli.commands.asking.follow_up import follow_up

    follow_up(ctx.obj, session, require_commit=require_commit)


@app.command()
def resume(
    ctx: typer.Context,
    session: Annotated[str | None, typer.Argument(metavar="[ID]", help="Which one, if there are several.")] = None,
    bell: Bell = False,
    require_commit: Require = False,
) -> None:
    """Go on with an unfinished session, or deepen a saved one."""
    from circle_cli.commands.menu.resume import resume

    resume(ctx.obj, session, require_commit=require_commit, bell=bell)


@app.command("list")
def list_sessions(
    ctx: typer.Context,
    since: Since = None,
    until: Until = None,
    mode: ModeFilter = None,
    status: StatusFilter = None,
    theme: ThemeFilter = None,
    limit: Limit = 20,
    json: Json = False,
) -> None:
    """List the sessions, newest first."""
    from circle_cli.commands.reading.list import list_sessions

    list_sessions(ctx.obj, _filters(since, until, mode, status, theme), limit or None, as_json=json)


@app.command()
def show(ctx: typer.Context, session: SessionId, json: Json = False) -> None:
    """Show a session."""
    from circle_cli.commands.reading.show import show

    show(ctx.obj, session, as_json=json)


@app.command()
def search(
    ctx: typer.Context,
    text: Annotated[list[str], typer.Argument(metavar="TEXT", help="Words that must all be there.")],
    since: Since = None,
    until: Until = None,
    mode: ModeFilter = None,
    status: StatusFilter = None,
    theme: ThemeFilter = None,
    limit: Limit = 0,
    json: Json = False,
) -> None:
    """Find sessions by their words."""
    from circle_cli.commands.reading.search import search

    search(ctx.obj, " ".join(text), _filters(since, until, mode, status, theme), limit or None, as_json=json)


@app.command()
def edit(ctx: typer.Context, session: SessionId, require_commit: Require = False) -> None:
    """Change a session in your own editor."""
    from circle_cli.commands.keeping.edit import edit

    edit(ctx.obj, session, require_commit=require_commit)


@app.command()
def actions(
    ctx: typer.Context,
    who: Annotated[
        str | None, typer.Option("--who", metavar="NAME", help="Only what this person does or keeps an eye on.")
    ] = None,
    due: Annotated[
        str | None, typer.Option("--due", metavar="DATE", help='Only what is due by then: "next Friday", "1 Dec".')
    ] = None,
    json: Json = False,
    ics: Annotated[
        str | None, typer.Option("--ics", metavar="FILE", help="Make a file for your calendar (- for standard output).")
    ] = None,
) -> None:
    """List what is still to do, from all sessions, overdue first."""
    from circle_cli.commands.reading.actions import list_actions

    list_actions(ctx.obj, who=who, due=due, as_json=json, ics=ics)


@app.command()
def done(
    ctx: typer.Context,
    session: SessionId,
    number: Annotated[
        int, typer.Argument(metavar="N", help="The action's number, as `circle actions` or `circle show` has it.")
    ],
    note: Annotated[str | None, typer.Option("--note", metavar="TEXT", help="What became of it.")] = None,
    require_commit: Require = False,
) -> None:
    """Mark an action as done."""
    from circle_cli.commands.keeping.done import done

    done(ctx.obj, session, number, note=note, require_commit=require_commit)


@app.command()
def takeaway(
    ctx: typer.Context,
    session: SessionId,
    person: Annotated[str | None, typer.Argument(metavar="[PERSON]", help="Only for this one; else for all.")] = None,
    kind: FormatOf = None,
    to: Annotated[
        str | None, typer.Option("--to", metavar="FOLDER", help="Where to; for one person also a file, or -.")
    ] = None,
) -> None:
    """Write a page for each who took part, to keep."""
    from circle_cli.commands.paper.takeaway import write_takeaways

    write_takeaways(ctx.obj, session, person, kind=kind, to=to)


@app.command()
def event(
    ctx: typer.Context,
    event: Annotated[str, typer.Argument(metavar="ID", help="The event's id, or that of one of its sessions.")],
    json: Json = False,
) -> None:
    """Gather what the groups of a training event found."""
    from circle_cli.commands.reading.event import show_event

    show_event(ctx.obj, event, as_json=json)


@app.command()
def scan(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar="[FILE]", help="A text or a session; - for standard input.")] = "-",
    cast: Annotated[
        str | None,
        typer.Option("--cast", metavar="FILE", help="Who is in it: one a line, such as Amira Hassan (Mira)."),
    ] = None,
    json: Json = False,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help="Many texts: lines of JSON on standard input, findings as lines.")
    ] = False,
) -> None:
    """Find what might tell who, where or when in a text."""
    from circle_cli.commands.door.scan import scan, scan_lines

    if jsonl:
        if file != "-" or cast is not None or json:
            raise CircleError("--jsonl takes texts and casts from standard input", USAGE, do="leave the rest out")
        scan_lines(ctx.obj)
    else:
        scan(ctx.obj, file, cast, as_json=json)


@app.command()
def share(
    ctx: typer.Context,
    session: SessionId,
    number: Annotated[
        int | None, typer.Argument(metavar="[N]", help="Which learning point, if the session has several.")
    ] = None,
    source: Annotated[
        str | None,
        typer.Option("--from", metavar="FILE", help="Take parts and decisions from a file (- for input)."),
    ] = None,
    require_commit: Require = False,
) -> None:
    """Propose a learning point, for a second person to read."""
    from circle_cli.commands.door.share import share, share_from

    if source is not None:
        share_from(ctx.obj, session, number, source, require_commit=require_commit)
        return
    share(ctx.obj, session, number, require_commit=require_commit)


@app.command()
def review(
    ctx: typer.Context,
    point: Annotated[
        str | None, typer.Argument(metavar="[POINT]", help="Which proposal, if there are several.")
    ] = None,
    require_commit: Require = False,
) -> None:
    """Read what somebody else proposes to share, and decide."""
    from circle_cli.commands.door.review import review

    review(ctx.obj, point, require_commit=require_commit)


@app.command()
def site(
    ctx: typer.Context,
    serve: Annotated[bool, typer.Option("--serve", help="Show it on this computer, and follow changes.")] = False,
    export: Annotated[
        str | None,
        typer.Option("--export", metavar="DIR", help="Write its pages into a new folder, for another builder."),
    ] = None,
) -> None:
    """Build the site, for everyone to read."""
    from circle_cli.commands.site.site import site

    site(ctx.obj, serve=serve, export=export)


@app.command()
def tried(
    ctx: typer.Context,
    point: PointId,
    outcome: Annotated[Outcome | None, typer.Option("--outcome", help="How it went; asked if left out.")] = None,
    differed: Annotated[
        str | None, typer.Option("--differed", metavar="TEXT", help="What differed, in a few words that name nobody.")
    ] = None,
    require_commit: Require = False,
) -> None:
    """Say how it went when you tried a learning point."""
    from circle_cli.commands.door.tried import tried

    tried(ctx.obj, point, outcome=outcome, differed=differed, require_commit=require_commit)


@app.command()
def withdraw(
    ctx: typer.Context,
    point: PointId,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    require_commit: Require = False,
) -> None:
    """Take a learning point back: a short notice stays, its words go."""
    from circle_cli.commands.door.withdraw import withdraw

    withdraw(ctx.obj, point, yes=yes, require_commit=require_commit)


@app.command()
def check(ctx: typer.Context, json: Json = False) -> None:
    """Check that all is well-formed and safe; 1 if it is not."""
    from circle_cli.commands.keeping.check import check

    check(ctx.obj, as_json=json)


@app.command()
def erase(
    ctx: typer.Context,
    session: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="Which; left out, what was interrupted is finished.")
    ] = None,
    confirm: Annotated[
        str | None, typer.Option("--confirm", metavar="ID", help="The session's whole id: do not ask for it.")
    ] = None,
) -> None:
    """Erase a session for good, from the history too."""
    from circle_cli.commands.keeping.erase import erase

    erase(ctx.obj, session, confirm=confirm)


@paper.command("cards")
def print_cards(
    ctx: typer.Context,
    encouragers: Annotated[int, typer.Option(min=1, max=50, metavar="N", help="So many cards for encouragers.")] = 2,
    mode: Annotated[Mode | None, typer.Option("--mode", help="The cards for this way to use the circle.")] = None,
    kind: FormatOf = None,
    to: To = None,
) -> None:
    """Print role cards, one for everybody, two to a page."""
    from circle_cli.commands.paper.print import print_cards

    print_cards(ctx.obj, encouragers=encouragers, mode=mode, kind=kind, to=to)


@paper.command("prompts")
def print_prompts(ctx: typer.Context, kind: FormatOf = None, to: To = None) -> None:
    """Print the eight questions with their prompts."""
    from circle_cli.commands.paper.print import print_prompts

    print_prompts(ctx.obj, kind=kind, to=to)


@paper.command("sheet")
def print_sheet(
    ctx: typer.Context,
    session: Annotated[str | None, typer.Argument(metavar="[ID]", help="Filled from this session; else blank.")] = None,
    kind: FormatOf = None,
    to: To = None,
) -> None:
    """Print the recording sheet. Filled in, `circle reflect --from FILE` takes it back (docx or md)."""
    from circle_cli.commands.paper.print import print_sheet

    print_sheet(ctx.obj, session, kind=kind, to=to)


def _filters(since: str | None, until: str | None, mode: Mode | None, status: Status | None, theme: str | None) -> Any:
    from circle_cli.log.reading.sessions import Filters

    return Filters(
        since=_day(since, "--since", last=False),
        until=_day(until, "--until", last=True),
        mode=mode,
        status=status,
        theme=theme,
    )


def _day(said: str | None, option: str, *, last: bool) -> date | None:
    """Read a day, or the first or last day of a month or year."""
    if said is None:
        return None
    import re
    from calendar import monthrange

    try:
        if not re.fullmatch(r"[0-9]{4}(-[0-9]{1,2}){0,2}", said):
            raise ValueError
        year, month, day = ([int(part) for part in said.split("-")] + [0, 0])[:3]
        month = month or (12 if last else 1)
        return date(year, month, day or (monthrange(year, month)[1] if last else 1))
    except ValueError:
        do = "write it as 2026-11-23, 2026-11 or 2026"
        raise CircleError(f"{option} {said}: not a date", USAGE, do=do) from None
