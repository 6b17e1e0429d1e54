"""What is said where the words behind a command are not those that it takes: what is wanted, and what to type."""

from collections.abc import Mapping
from typing import Any

_WANTED: Mapping[str, tuple[str, str]] = {
    "ID": ("Which session? Its id, or its last four letters; circle list shows them.", "k3f9"),
    "N": ("Which action? Its number; circle actions shows it.", "1"),
    "POINT": ("Which learning point? Its id, how that begins, or its four words, as its page says them.", "k3f9abcd"),
    "OTHER": ("Which other learning point says the same? Its id, or how that begins.", "mmmmabcd"),
    "TITLE": ("What is it to be called?", '"The visit that went well"'),
    "TEXT": ("What shall be looked for? Words that must all be there.", "kitchen table"),
    "FILE...": ("Which files? Word, Markdown, jrnl, CSV or Excel, or a folder of them.", "notes.docx"),
    "FILE": ("Which file? The one that your reader sent back.", "decision.md"),
    "ADDRESS": (
        "Where is your team's log? Its address, or its folder on a drive that you share: whoever looks after it knows.",
        "https://example.org/our-team.git",
    ),
}
"""By what an argument is called: what it is, and an example of one."""


def in_words(error: Any) -> str | None:
    """Give what to say of an error of the parser's; None of one that is not known here."""
    context, kind = getattr(error, "ctx", None), type(error).__name__
    if kind == "BadOptionUsage":  # it says of no command where it was
        return f"{error.option_name} takes something behind it; --help behind the command says what."
    if context is None:
        return None
    said = _SAID[kind](error, context) if kind in _SAID else None
    return said and f"{said}\n{context.command_path} --help says all that it can be told."


def _left_out(error: Any, context: Any) -> str | None:
    if error.param.metavar not in _WANTED:
        return None
    wanted = [_WANTED[each.metavar][1] for each in context.command.params if each.required and each.metavar in _WANTED]
    example = " ".join((context.command_path, *wanted))
    return f"{_WANTED[error.param.metavar][0]}\nFor example: {example}"


def _unknown(error: Any, context: Any) -> str:
    """Say that there is no such option, or that a word of a file's name looks like one."""
    like = " or ".join(sorted(error.possibilities or ()))
    return f"{context.command_path} knows no {error.option_name}." + (f" Perhaps you mean {like}." if like else "")


def _not_fit(error: Any, context: Any) -> str | None:
    if error.param is None:
        return None
    name = error.param.opts[0]
    if error.param.metavar in _WANTED and not name.startswith("-"):
        return f"{_WANTED[error.param.metavar][0]} {_quoted(error.message)} is none."
    choices = getattr(error.param.type, "choices", None)
    if choices:
        return f"{name} is one of {_listed(choices)}: {_quoted(error.message)} is none of them."
    return f"{name} is a number{_range(error.param.type)}: {_quoted(error.message)} is none that fits."


def _range(kind: Any) -> str:
    lowest, highest = getattr(kind, "min", None), getattr(kind, "max", None)
    return f" from {lowest}" + (f" to {highest}" if highest is not None else "") if lowest is not None else ""


def _quoted(message: str) -> str:
    """Give what was typed, which the parser says first."""
    return f"“{message.partition(' is not ')[0].strip(chr(39))}”"


def _listed(choices: Any) -> str:
    return ", ".join(str(getattr(each, "value", each)) for each in choices)


def _otherwise(error: Any, context: Any) -> str | None:
    """Say which command of a group, or which words are too many: of these two the parser has no kind of its own."""
    commands = getattr(context.command, "commands", None)
    if commands and (error.message.startswith(("Missing command", "No such command"))):
        name = context.command_path
        return f"What shall it be? {_listed(commands)}.\nFor example: {name} {next(iter(commands))}"
    _, behind, words = error.message.partition("unexpected extra argument")
    if not behind:
        return None
    words = words[words.find("(", 3) + 1 :].rstrip(")") if words.startswith("(s)") else words.strip(" ()")
    return f"{context.command_path} takes no “{words}”. Words that belong together stand in quotation marks."


_SAID = {
    "MissingParameter": _left_out,
    "NoSuchOption": _unknown,
    "BadParameter": _not_fit,
    "UsageError": _otherwise,
}
