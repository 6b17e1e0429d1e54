"""Frameworks and their statements, as a sheet names them, and as people write them."""

from collections.abc import Iterable, Mapping

from circle_cli.guidance.records import Framework, FrameworkStatement, Guidance
from circle_cli.paper.letters import letters
from circle_cli.session.record import FrameworkLink


def named(guidance: Guidance, link: FrameworkLink) -> tuple[str, str]:
    """Give the names of what a link leads to; its ids where the guidance does not have it."""
    framework = next((each for each in guidance.frameworks if each.id == link.framework), None)
    if framework is None:
        return link.framework, link.statement
    statement = next((each for each in framework.statements if each.id == link.statement), None)
    return _name(framework, guidance), f"{statement.id}. {statement.title}" if statement else link.statement


def meant(guidance: Guidance, framework: str, statement: str) -> tuple[str, str] | None:
    """Give the ids of the framework and the statement that somebody wrote down; None unless both are known."""
    whole = {each.id: each for each in guidance.frameworks}
    found = whole.get(_found(framework, {each.id: _names(each, guidance) for each in guidance.frameworks}))
    if found is None:
        return None
    within = _found(statement, {each.id: _numbered(each) for each in found.statements})
    return (found.id, within) if within else None


def _name(framework: Framework, guidance: Guidance) -> str:
    """Give its title, with the edition where another has the same title."""
    alike = sum(each.title == framework.title for each in guidance.frameworks) > 1
    return f"{framework.title} ({framework.edition})" if alike else framework.title


def _names(framework: Framework, guidance: Guidance) -> Iterable[str]:
    yield from (framework.id, _name(framework, guidance), framework.title, framework.short)
    yield from (f"{name} {framework.edition}" for name in (framework.title, framework.short))


def _numbered(statement: FrameworkStatement) -> Iterable[str]:
    yield from (statement.id, statement.title, f"{statement.id} {statement.title}")


def _found(written: str, names: Mapping[str, Iterable[str]]) -> str:
    """Give the id of the one thing that goes by this name; an id goes before a name, "" where none or two do."""
    if written.strip() in names:
        return written.strip()
    sought = _spoken(written)
    found = [each for each, known in names.items() if sought and sought in {_spoken(name) for name in known}]
    return found[0] if len(found) == 1 else ""


def _spoken(name: str) -> str:
    return letters(name.replace("&", " and "))
