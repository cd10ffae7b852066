"""Rules the linter can't see: docstrings on modules, no dynamic imports, no floats near money, errors that help."""

import ast
import inspect
from collections.abc import Iterator

import pytest

from app.domain import errors
from tests.helpers.source_tree import Module, modules, nothing

# Files in those rooms that see no amount: likelihoods of an encoding, seconds to wait.
NO_MONEY = (
    "app/statements/encoding.py",
    "app/statements/encoding_scores.py",
    "app/store/keys.py",
    "app/store/connection.py",
    "app/ledger/watch_folder.py",
)
# Rooms whose processes may not import the tree (the lock comes before it, the workers live without it): what they raise is
# turned into an error of the tree where it reaches the app. In ui an "Error" is a widget that shows one.
OWN_ERRORS = ("app/lockdown/", "app/workers/", "app/ui/")
DYNAMIC = {"__import__", "exec", "eval", "compile"}
# Where amounts are made, kept, added and compared. Pixels, seconds and shares of a whole live elsewhere.
MONEY_ROOMS = ("app/domain/", "app/statements/", "app/store/", "app/analysis/", "app/ledger/")


def test_every_module_says_in_one_line_what_it_is() -> None:
    def fault(module: Module) -> bool:
        docstring = ast.get_docstring(module.tree, clean=False)
        return not docstring or not docstring.splitlines()[0].rstrip().endswith((".", "?", "!", ":"))

    nothing(module.path for module in modules("app", "tests", "packaging") if fault(module))


def test_imports_are_static() -> None:
    nothing(found for module in modules("app") for found in _dynamic(module))


def test_no_float_is_made_in_the_money_rooms() -> None:
    rooms = [module for module in modules("app") if module.path.startswith(MONEY_ROOMS) and module.path not in NO_MONEY]
    assert rooms
    nothing(found for module in rooms for found in _floats(module))


@pytest.mark.parametrize("planted", ["x = float('1.2')", "x = 0.1 * 3", "def f(x: float) -> None: ..."])
def test_a_planted_float_is_found(planted: str) -> None:
    assert list(_floats(Module(path="app/planted.py", text=planted, tree=ast.parse(planted))))


@pytest.mark.parametrize(
    "planted", ["import importlib", "__import__('ssl')", "from importlib import import_module", "eval('1')"]
)
def test_a_planted_dynamic_import_is_found(planted: str) -> None:
    assert list(_dynamic(Module(path="app/planted.py", text=planted, tree=ast.parse(planted))))


@pytest.mark.parametrize("error", sorted(_found for _found in vars(errors) if _found.endswith("Error")))
def test_every_error_is_told_to_people_with_a_remedy(error: str) -> None:
    kind = getattr(errors, error)
    assert issubclass(kind, errors.CofferError)
    assert kind.code.replace("_", "").isalpha()
    assert kind.code == kind.code.lower()
    assert kind.exit_code in (2, 3, 4, 5, 6)
    assert inspect.getdoc(kind)


def test_error_codes_are_unique() -> None:
    codes = [kind.code for kind in _error_classes() if "code" in vars(kind)]
    assert len(codes) == len(set(codes))


def test_every_error_of_ours_is_in_the_one_tree() -> None:
    """A class that ends in Error and is raised at people is a CofferError; others say why by staying private."""
    tree = {kind.__name__ for kind in _error_classes()}
    nothing(
        f"{module.place(node)}: {node.name}"
        for module in modules("app")
        if not module.path.startswith((*OWN_ERRORS, "app/domain/errors.py"))
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
        for base in node.bases
        if ast.unparse(base).endswith(("Error", "Exception")) and ast.unparse(base).rsplit(".", 1)[-1] not in tree
    )


def _error_classes() -> list[type[errors.CofferError]]:
    return [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.CofferError)]


def _dynamic(module: Module) -> Iterator[str]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in DYNAMIC:
            yield f"{module.place(node)}: {node.func.id}()"
        elif any(name.split(".")[0] == "importlib" for name in _imported(node)):
            yield f"{module.place(node)}: importlib"


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [name.name for name in node.names]
    return [node.module or ""] if isinstance(node, ast.ImportFrom) else []


def _floats(module: Module) -> Iterator[str]:
    lines = module.text.splitlines()
    for node in ast.walk(module.tree):
        if "# no money" in lines[getattr(node, "lineno", 1) - 1]:
            continue
        if isinstance(node, ast.Name) and node.id == "float":
            yield f"{module.place(node)}: float"
        elif isinstance(node, ast.Constant) and isinstance(node.value, float):
            yield f"{module.place(node)}: {node.value}"
