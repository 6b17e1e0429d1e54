"""What can be told to the commands by which sessions come in: `reflect`, `spark`, `prepare`, `import` and others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from circle_cli.errors import USAGE, CircleError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Annotated

    from circle_cli.cli.options import Argument, Bell, Command, Json, Option, Require, SessionId
    from circle_cli.commands.edge import Asked
    from circle_cli.vocabulary import Mode


def reflect(
    asked: Asked,
    session: Annotated[str | None, Argument("[ID]", "A planned session, to begin it.")] = None,
    quick: Annotated[bool, Option("--quick", "Three questions, five minutes: a way of ours.")] = False,
    mode: Annotated[Mode | None, Option("--mode", "How you use the circle.")] = None,
    one_to_one: Annotated[bool, Option("--one-to-one", "Somebody asks you the questions.")] = False,
    title: Annotated[str | None, Option("--title", "What to call it.")] = None,
    source: Annotated[
        list[str] | None, Option("--from", "Take the session from a file (- for standard input).", metavar="FILE")
    ] = None,
    json: Json = False,
    bell: Bell = False,
    require_commit: Require = False,
) -> None:
    """Reflect on something that went well."""
    if source and (session is not None or len(source) > 1):
        raise _one_file([*source, *([session] if session else [])])
    if session is not None:
        if quick or mode or one_to_one or title:
            raise _settled()
        from circle_cli.commands.menu.resume import reflect_planned

        reflect_planned(asked, session, require_commit=require_commit, bell=bell)
    elif source:
        if quick or one_to_one:
            name = "--quick" if quick else "--one-to-one"
            raise CircleError(f"{name} asks questions and --from asks none", USAGE, do="leave one of them out")
        from circle_cli.commands.asking.reflect_from import take_in

        take_in(asked, source[0], mode=mode, title=title, as_json=json, require_commit=require_commit)
    else:
        from circle_cli.commands.asking.reflect import reflect

        if one_to_one and mode not in (None, "individual"):
            wrong = f"--one-to-one is for two, and --mode {mode} for more"
            raise CircleError(wrong, USAGE, do="leave one of them out")
        reflect(
            asked,
            quick=None if mode is None and not one_to_one and not quick else quick,
            mode=mode,
            title=title,
            require_commit=require_commit,
            one_to_one=one_to_one,
            bell=bell,
        )


def spark(
    asked: Asked,
    words: Annotated[list[str] | None, Argument("[TEXT]", "What went well; - for standard input, a line each.")] = None,
) -> None:
    """Keep a line of what went well, to reflect on later."""
    from circle_cli.commands.sparks.spark import spark

    spark(asked, words or ())


def prepare(
    asked: Asked,
    session: Annotated[str | None, Argument("[ID]", "A planned one, to see and change what is settled.")] = None,
    mode: Annotated[Mode | None, Option("--mode", "How you will use the circle.")] = None,
    groups: Annotated[
        int | None,
        Option(
            "--groups",
            "For training: how many groups; each gets a session of its own.",
            metavar="N",
            min=1,
            max=99,
        ),
    ] = None,
    title: Annotated[str | None, Option("--title", "What to call it.")] = None,
    require_commit: Require = False,
) -> None:
    """Get a session ready: who, when, what to settle."""
    if session is not None and (mode or groups or title):
        raise _settled()
    from circle_cli.commands.asking.prepare import prepare

    prepare(asked, session, mode=mode, groups=groups, title=title, require_commit=require_commit)


def follow_up(asked: Asked, session: SessionId, require_commit: Require = False) -> None:
    """Follow a session up: sum up, pass on, see to actions."""
    from circle_cli.commands.asking.follow_up import follow_up

    follow_up(asked, session, require_commit=require_commit)


def resume(
    asked: Asked,
    session: Annotated[str | None, Argument("[ID]", "Which one, if there are several.")] = None,
    bell: Bell = False,
    require_commit: Require = False,
) -> None:
    """Go on with an unfinished session, or deepen a saved one."""
    from circle_cli.commands.menu.resume import resume

    resume(asked, session, require_commit=require_commit, bell=bell)


def import_(
    asked: Asked,
    files: Annotated[list[str], Argument("FILE...", "Word, Markdown, jrnl, CSV, Excel; or a folder of them.")],
    column: Annotated[
        list[str] | None,
        Option("--column", 'What a column or heading becomes: "What went well=what-worked".', metavar="NAME=PART"),
    ] = None,
    yes: Annotated[bool, Option("--yes", "Take it in as it is told, without asking.")] = False,
    dry_run: Annotated[bool, Option("--dry-run", "Tell what would become of it; write nothing.")] = False,
    json: Annotated[bool, Option("--json", "Print it as one JSON document; with --dry-run or --yes.")] = False,
    require_commit: Require = False,
) -> None:
    """Bring in notes, documents and tables you have already."""
    from circle_cli.commands.carrying.importing import import_files

    import_files(
        asked,
        files,
        columns=column or (),
        yes=yes,
        dry_run=dry_run,
        as_json=json,
        require_commit=require_commit,
    )


def _one_file(given: Sequence[str]) -> CircleError:
    wrong = f"--from takes one file, and these are {len(given)}: {', '.join(given)}"
    return CircleError(wrong, USAGE, do="give one at a time; circle import takes in several sessions' files")


def _settled() -> CircleError:
    return CircleError("A planned session has its title and mode already", USAGE, do="give its id alone")


COMMANDS: dict[str, Command] = {
    "reflect": reflect,
    "spark": spark,
    "prepare": prepare,
    "follow-up": follow_up,
    "resume": resume,
    "import": import_,
}
