"""What may import what: the rooms of the package stand in one order, and nothing leads in a circle."""

import ast
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import carnegie_extract

PACKAGE = "carnegie_extract"
SOURCE = Path(carnegie_extract.__file__).parent
ROOMS = (
    "base",
    "words",
    "page",
    "lines",
    "layouts",
    "fields",
    "forms",
    "formats",
    "pipeline",
    "explain",
    "report",
    "batch",
    "files",
    "scale",
    PACKAGE,
    "parser",
    "cli",
    "command",
    "__main__",
)
"""Each may import from itself and from those before it; the package is its own `__init__`."""
PARTS = ("inputs", "reading", "writing", "display")
"""The folders of `batch`, in their order; what stands beside them is used by all, or uses all."""
APART = {(one, other) for one in ("forms", "formats") for other in ("lines", "layouts")} | {
    ("forms", "fields")
}
"""How a page was saved and how its record is written is one thing, what it says another."""
LIBRARIES = {
    "selectolax": {"page.dom"},
    "typer": {"parser"},
    "rich": {"batch.display.progress", "batch.display.view"},
    "pyarrow": {"formats.arrow", "formats.parquet", "scale"},
    "daft": {"scale"},
}


@cache
def modules() -> dict[str, ast.Module]:
    """The package's modules by their names in it."""
    found = {}
    for path in sorted(SOURCE.rglob("*.py")):
        parts = path.relative_to(SOURCE).with_suffix("").parts
        name = ".".join(parts).removesuffix("__init__").removesuffix(".") or PACKAGE
        found[name] = ast.parse(path.read_text(encoding="utf-8"))
    return found


@cache
def imports(module: str) -> frozenset[str]:
    """What a module imports anywhere in it: at its top, in functions, for type checkers; full names."""
    found = set()
    for node in ast.walk(modules()[module]):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.module is not None
            assert node.level == 0, f"{module}: a relative import"
            found |= {_imported(node.module, alias.name) for alias in node.names}
    return frozenset(found)


def _imported(module: str, name: str) -> str:
    """The module that `from module import name` names: a submodule where there is one."""
    inner = f"{module}.{name}".removeprefix(f"{PACKAGE}.")
    return f"{PACKAGE}.{inner}" if module.startswith(PACKAGE) and inner in modules() else module


def own_imports(module: str) -> set[str]:
    """The modules of the package that a module imports, by their names in it."""
    own = {name for name in imports(module) if name.partition(".")[0] == PACKAGE}
    return {name.removeprefix(f"{PACKAGE}.") for name in own} - {module}


def room(module: str) -> str:
    return module.partition(".")[0]


def test_every_module_stands_in_a_room() -> None:
    assert {room(module) for module in modules()} == set(ROOMS)


def test_a_module_imports_from_its_own_room_and_those_before_it() -> None:
    wrong = {
        (module, name)
        for module in modules()
        for name in own_imports(module)
        if ROOMS.index(room(name)) > ROOMS.index(room(module)) or (room(module), room(name)) in APART
    }
    assert not wrong


def test_formats_know_the_record_and_no_field() -> None:
    known = {name for module in modules() if room(module) == "formats" for name in own_imports(module)}
    assert {name for name in known if room(name) == "fields"} == {"fields"}


def test_a_part_of_a_run_imports_only_from_those_before_it() -> None:
    for module in [module for module in modules() if module.startswith("batch.") and module.count(".") > 1]:
        order = PARTS.index(module.split(".")[1])
        later = tuple(f"batch.{each}." for each in PARTS[order + 1 :])
        assert not {name for name in own_imports(module) if name.startswith(later)}, module


def test_imports_lead_in_no_circle_not_even_lazy_ones() -> None:
    graph = {module: own_imports(module) for module in modules()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(f"a circle: {' <- '.join(error.args[1])}")


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_library_is_known_in_one_place(library: str) -> None:
    importers = {
        module for module in modules() if any(name.partition(".")[0] == library for name in imports(module))
    }
    assert importers == LIBRARIES[library]


def test_no_function_of_the_package_is_named_by_a_string() -> None:
    """`import_module` is for libraries that an installation may lack, by their full names."""
    for module, node in ((module, node) for module, tree in modules().items() for node in ast.walk(tree)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
            called = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
            assert called not in ("__import__", "eval", "exec"), module
            if called == "import_module" and isinstance(node.args[0], ast.Constant):
                assert room(str(node.args[0].value)) != PACKAGE, module
            elif called == "import_module":
                assert isinstance(node.args[0], ast.Name), f"{module} puts the name of a module together"
            elif called == "getattr" and isinstance(node.args[0], ast.Call):
                pytest.fail(f"{module} looks up a function by a string")


def strings(tree: ast.AST) -> list[str]:
    """The strings in a piece of code."""
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
