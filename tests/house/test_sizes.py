"""Sizes of files, functions and argument lists; the exceptions have reasons and may only shrink."""

import ast
from collections.abc import Iterator

from tests.helpers.source_tree import Module, modules, nothing

FILE_LINES = 300
FUNCTION_LINES = 40
PRESET_LINES = 40
ARGUMENTS = 5
POSITIONAL = 2

# path -> (lines it may have at most, why). A line may be made smaller or taken out, never added without a DECISIONS.md entry.
LONG_FILES: dict[str, tuple[int, str]] = {}
# "path::function" -> (lines it may have at most, why).
LONG_FUNCTIONS: dict[str, tuple[int, str]] = {}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def test_no_file_is_longer_than_agreed() -> None:
    nothing(
        f"{module.path}: {module.lines} lines"
        for module in modules("app", "tests", "packaging")
        if module.lines > LONG_FILES.get(module.path, (FILE_LINES, ""))[0]
    )


def test_a_preset_is_a_page_of_data() -> None:
    nothing(
        f"{module.path}: {module.lines} lines"
        for module in modules("app/statements/presets")
        if not module.path.endswith("__init__.py") and module.lines > PRESET_LINES
    )


def test_no_function_is_longer_than_agreed() -> None:
    nothing(
        f"{module.place(function)}: {function.name} has {_length(function)} lines"
        for module, function in _functions("app", "packaging")
        if _length(function) > LONG_FUNCTIONS.get(_key(module, function), (FUNCTION_LINES, ""))[0]
    )


def test_no_function_takes_more_arguments_than_a_reader_can_hold() -> None:
    nothing(
        f"{module.place(function)}: {function.name} takes {_argument_count(function)}"
        for module, function in _functions("app", "packaging")
        if _argument_count(function) > ARGUMENTS and function.name != "__init__"
    )


def test_arguments_after_the_second_are_named_by_the_caller() -> None:
    nothing(
        f"{module.place(function)}: {function.name}({', '.join(_positional(function))})"
        for module, function in _functions("app", "packaging")
        if len(_positional(function)) > POSITIONAL and not _shape_is_given(module, function)
    )


def test_each_exception_is_still_needed_and_has_a_reason() -> None:
    sizes = {module.path: module.lines for module in modules("app", "tests", "packaging")}
    lengths = {_key(module, function): _length(function) for module, function in _functions("app", "packaging")}
    for table, found, limit in ((LONG_FILES, sizes, FILE_LINES), (LONG_FUNCTIONS, lengths, FUNCTION_LINES)):
        for key, (allowed, reason) in table.items():
            assert reason, f"{key}: an exception without a reason"
            assert found.get(key, 0) > limit, f"{key}: the exception is no longer needed: take it out"
            assert found[key] == allowed, f"{key}: has {found[key]}, allowed {allowed}: make the exception that small"


def _functions(*folders: str) -> Iterator[tuple[Module, Function]]:
    for module in modules(*folders):
        for node in ast.walk(module.tree):
            if isinstance(node, Function):
                yield module, node


def _key(module: Module, function: Function) -> str:
    return f"{module.path}::{function.name}"


def _length(function: Function) -> int:
    """Lines from `def` to the end, without the docstring: words of explanation cost nothing."""
    first = function.body[0]
    documented = (
        isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str)
    )
    docstring = (first.end_lineno or first.lineno) - first.lineno + 1 if documented else 0
    return (function.end_lineno or function.lineno) - function.lineno + 1 - docstring


def _own(arguments: list[ast.arg]) -> list[str]:
    return [argument.arg for argument in arguments if argument.arg not in ("self", "cls")]


def _argument_count(function: Function) -> int:
    return len(_own([*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]))


def _positional(function: Function) -> list[str]:
    return _own([*function.args.posonlyargs, *function.args.args])


def _handed_on(module: Module) -> set[str]:
    """Names that a module uses without calling them: callbacks, whose arguments somebody else chose."""
    called = {id(node.func) for node in ast.walk(module.tree) if isinstance(node, ast.Call)}
    uses = [node for node in ast.walk(module.tree) if id(node) not in called]
    names = {node.id for node in uses if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    return names | {node.attr for node in uses if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load)}


def _shape_is_given(module: Module, function: Function) -> bool:
    """Whether somebody else fixes the arguments: dunders, overrides, protocols with `/`, callbacks, and Qt's own names."""
    decorated = {node.id for node in function.decorator_list if isinstance(node, ast.Name)}
    camel_case = function.name[:1].islower() and function.name != function.name.lower()
    return (
        function.name.startswith("__")
        or "override" in decorated
        or bool(function.args.posonlyargs)
        or camel_case
        or function.name in _handed_on(module)
    )
