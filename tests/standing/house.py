"""Reads who imports whom, and the tables in CONTRIBUTING that say who may; finds circles and arrows that go up.

A module goes by its path within the package, a room by a module's path or a folder's with a slash at its end.
"""

import ast
import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

Graph = Mapping[str, frozenset[str]]
"""The modules that each module imports: inside functions too, and where only the type checker looks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a room stands: from the front, the layer and the line of the table."""

    room: str
    layer: int
    line: int


Table = tuple[Place, ...]
Walls = Mapping[str, tuple[str, ...]]
"""Rooms that a room never imports, though it stands above them."""


@cache
def imported(path: Path) -> tuple[str, ...]:
    """Give the dotted name of all that a file imports, wherever the import stands in it."""
    found: list[str] = []
    for node in _statements(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path} imports from `.`; give the whole name, so that it can be searched for"
            found += (f"{node.module}.{alias.name}" for alias in node.names)
    return tuple(found)


def _statements(tree: ast.Module) -> Iterator[ast.AST]:
    """Give all statements, however deep: they alone can import, and the expressions in them are most of a tree."""
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        for inner in ("body", "orelse", "finalbody", "handlers", "cases"):
            waiting += getattr(node, inner, ())


def read_graph(package: Path) -> Graph:
    modules = {path.relative_to(package).as_posix() for path in package.rglob("*.py")}

    def module_of(name: str) -> str:
        """Find the module in which a name stands: `circle_cli.ids.MARK` stands in `ids.py`."""
        parts = name.split(".")[1:]
        while parts and not {"/".join(parts) + ".py", "/".join((*parts, "__init__.py"))} & modules:
            parts.pop()
        alone = "/".join(parts) + ".py"
        return alone if alone in modules else "/".join((*parts, "__init__.py"))

    return {
        module: frozenset(module_of(name) for name in imported(package / module) if name.split(".")[0] == package.name)
        for module in sorted(modules)
    }


def circles(graph: Graph) -> list[str]:
    """Give each circle once, the shortest way round: `a.py > b.py > a.py`."""
    found = {}
    for start in graph:
        way = _way(graph, start)
        if way:
            first = way.index(min(way))
            found[frozenset(way)] = " > ".join((*way[first:], *way[:first], way[first]))
    return sorted(found.values())


def _way(graph: Graph, start: str) -> tuple[str, ...]:
    """Find the shortest way from a module back to itself; empty where there is none."""
    waiting, seen = deque([(start,)]), set[str]()
    while waiting:
        way = waiting.popleft()
        for wanted in sorted(graph[way[-1]]):
            if wanted == start:
                return way
            if wanted not in seen:
                seen.add(wanted)
                waiting.append((*way, wanted))
    return ()


def read_table(markdown: str) -> Table:
    """Read the table of rooms: a new layer begins where the first cell is filled."""
    layer, places = -1, []
    for line, (name, rooms, *_) in enumerate(_rows(markdown, "layer")):
        layer += bool(name)
        places += [Place(room=room, layer=layer, line=line) for room in _quoted(rooms)]
    return tuple(places)


def read_walls(markdown: str) -> Walls:
    return {
        room: tuple(_quoted(never)) for rooms, never, *_ in _rows(markdown, "these rooms") for room in _quoted(rooms)
    }


def _rows(markdown: str, heading: str) -> Iterator[list[str]]:
    """Give the cells of the table whose first heading is this one."""
    table = markdown.split(f"\n| {heading} |")[1].split("\n\n")[0]
    for line in table.splitlines()[2:]:
        yield [cell.strip() for cell in line.strip("|").split("|")]


def _quoted(cell: str) -> list[str]:
    return re.findall("`([^`]+)`", cell)


def place_of(module: str, table: Table) -> Place | None:
    """Find the room of a module: the nearest that is named."""
    rooms = [place for place in table if _is_in(module, place.room)]
    return max(rooms, key=lambda place: len(place.room), default=None)


def _is_in(module: str, room: str) -> bool:
    return module == room or (room.endswith("/") and module.startswith(room))


def homeless(modules: Iterable[str], table: Table) -> list[str]:
    """Give the modules that the table forgot: neither they nor their own folders are named."""
    return [
        module
        for module in modules
        if not any(place.room in (module, module.rpartition("/")[0] + "/") for place in table)
    ]


def arrows_up(graph: Graph, table: Table) -> list[str]:
    """Give the imports of a room that does not stand below."""
    return [
        f"{module} imports {wanted}, which does not stand below it"
        for module, wanted in _imports(graph)
        if not _may(place_of(module, table), place_of(wanted, table))
    ]


def _may(importing: Place | None, wanted: Place | None) -> bool:
    if importing is None or wanted is None:
        return False
    if importing.room == wanted.room or importing.layer < wanted.layer:
        return True
    together = importing.room.split("/")[0] == wanted.room.split("/")[0]
    return together and importing.layer == wanted.layer and importing.line < wanted.line


def holes(graph: Graph, walls: Walls) -> list[str]:
    """Give the imports that go through a wall."""
    return [
        f"{module} imports {wanted}: a wall stands between {room} and {never}"
        for module, wanted in _imports(graph)
        for room, forbidden in walls.items()
        for never in forbidden
        if _is_in(module, room) and _is_in(wanted, never)
    ]


def _imports(graph: Graph) -> Iterator[tuple[str, str]]:
    return ((module, wanted) for module, all_wanted in graph.items() for wanted in sorted(all_wanted))
