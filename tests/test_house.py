"""What finds circles and arrows that go up finds them: on small houses, invented for it."""

from pathlib import Path

from house import Graph, arrows_up, circles, holes, homeless, read_graph, read_table, read_walls

TABLE = """
# A house

| layer | room | what is in it |
|---|---|---|
| front | `door.py` | where it begins |
| rooms | `kitchen/oven/` | what is hot |
| | `kitchen/`, `garden/` | cooking, and growing |
| | `kitchen/water.py` | what all cooking needs |
| cellar | `stores.py`, `wood.py` | what all share |

| these rooms | never import | because |
|---|---|---|
| `garden/`, `kitchen/` | `wood.py` | it is for the winter |

More words.
"""


def house(**imports: str) -> Graph:
    """Make a graph of `kitchen_pot="kitchen/water.py stores.py"`: the first word is the folder."""
    return {f"{name.replace('_', '/')}.py": frozenset(wanted.split()) for name, wanted in imports.items()}


def test_a_circle_through_an_import_inside_a_function_is_found(tmp_path: Path) -> None:
    package = tmp_path / "house"
    for name, text in {
        "__init__.py": "",
        "bell.py": "from house import bread\n",
        "bread.py": "import json\nimport house.kitchen.oven\n",
        "kitchen/__init__.py": "",
        "kitchen/oven.py": "def bake():\n    if True:\n        from house.bell import RING\n    return RING\n",
    }.items():
        (package / name).parent.mkdir(exist_ok=True, parents=True)
        (package / name).write_text(text, encoding="utf-8")
    graph = read_graph(package)
    assert graph["kitchen/oven.py"] == {"bell.py"}
    assert circles(graph) == ["bell.py > bread.py > kitchen/oven.py > bell.py"]


def test_a_circle_for_the_type_checker_alone_is_one_too(tmp_path: Path) -> None:
    (tmp_path / "__init__.py").write_text("", encoding="utf-8")
    unseen = f"from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from {tmp_path.name}.b import B\n"
    (tmp_path / "a.py").write_text(unseen, encoding="utf-8")
    (tmp_path / "b.py").write_text(f"from {tmp_path.name}.a import A\n", encoding="utf-8")
    assert circles(read_graph(tmp_path)) == ["a.py > b.py > a.py"]


def test_each_circle_is_told_once_and_a_house_without_one_has_none() -> None:
    assert circles(house(a="b.py", b="a.py c.py", c="c.py d.py", d="")) == ["a.py > b.py > a.py", "c.py > c.py"]
    assert circles(house(a="b.py c.py", b="c.py", c="")) == []


def test_an_import_of_what_stands_below_is_no_arrow_up() -> None:
    graph = house(
        door="kitchen/pot.py kitchen/oven/fire.py stores.py",
        kitchen_oven_fire="kitchen/pot.py kitchen/water.py",
        kitchen_pot="kitchen/pan.py kitchen/water.py stores.py",
        kitchen_pan="kitchen/water.py",
        garden_bed="stores.py",
    )
    assert arrows_up(graph, read_table(TABLE)) == []


def test_an_arrow_up_is_found_between_rooms_and_within_one() -> None:
    graph = house(stores="kitchen/pot.py", kitchen_pot="kitchen/oven/fire.py", kitchen_water="kitchen/pot.py")
    assert arrows_up(graph, read_table(TABLE)) == [
        "stores.py imports kitchen/pot.py, which does not stand below it",
        "kitchen/pot.py imports kitchen/oven/fire.py, which does not stand below it",
        "kitchen/water.py imports kitchen/pot.py, which does not stand below it",
    ]


def test_rooms_of_one_layer_leave_each_other_alone() -> None:
    graph = house(kitchen_oven_fire="garden/bed.py", garden_bed="kitchen/water.py", stores="wood.py")
    assert len(arrows_up(graph, read_table(TABLE))) == 3


def test_a_module_that_the_table_does_not_know_may_not_be_imported() -> None:
    assert len(arrows_up(house(door="attic/trunk.py"), read_table(TABLE))) == 1


def test_a_wall_keeps_out_what_the_order_would_let_in() -> None:
    graph = house(door="wood.py", garden_bed="wood.py stores.py", kitchen_oven_fire="wood.py")
    assert arrows_up(graph, read_table(TABLE)) == []
    assert holes(graph, read_walls(TABLE)) == [
        "garden/bed.py imports wood.py: a wall stands between garden/ and wood.py",
        "kitchen/oven/fire.py imports wood.py: a wall stands between kitchen/ and wood.py",
    ]


def test_a_room_that_the_table_forgot_is_named() -> None:
    modules = ["door.py", "kitchen/pot.py", "kitchen/oven/fire.py", "kitchen/larder/ham.py", "attic.py"]
    assert homeless(modules, read_table(TABLE)) == ["kitchen/larder/ham.py", "attic.py"]
