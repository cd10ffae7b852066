"""The glossary holds: no word of its "never" column stands in an identifier, in SQL, or in a text for people."""

import ast
import re
from collections.abc import Iterator

from tests.helpers.source_tree import ROOT, Module, modules, nothing

GLOSSARY = ROOT / "app" / "GLOSSARY.md"
# A name that somebody else's API or file format gave. Such a line says so itself.
EXEMPT_MARK = "# foreign word"
# Words that people read on another's window or type themselves, in tables of such words.
PEOPLES_WORDS = (
    "app/statements/",  # printed column titles and tags of other people's files
    "app/assistant/",  # words that people may type into a question
    "app/analysis/",  # words that banks print
)
# A never-word inside one of these is another word: what a subscription costs may change, and people call it that.
ALLOWED_PHRASES = (" price change ", " price changes ")
SNAKE = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])")


def test_the_glossary_has_never_words() -> None:
    assert {"movement", "merchant", "password", "fitid", "cents"} <= set(never_words())


def test_no_identifier_is_a_never_word() -> None:
    nothing(found for module in modules("app") for found in _in_identifiers(module, never_words()))


def test_no_file_is_named_by_a_never_word() -> None:
    words = set(never_words())
    nothing(module.path for module in modules("app") if words & {part.lower() for part in SNAKE.findall(module.path)})


def test_no_text_for_people_and_no_sql_says_a_never_word() -> None:
    nothing(
        found
        for module in modules("app")
        if not module.path.startswith(PEOPLES_WORDS)
        for found in _in_strings(module, never_words())
    )


def test_a_planted_never_word_is_found() -> None:
    planted = (
        "class MerchantList:\n    def price_of(self, fitid: str) -> str:\n        return 'SELECT movement FROM t'\n"
    )
    module = Module(path="app/planted.py", text=planted, tree=ast.parse(planted))
    words = never_words()
    assert len(list(_in_identifiers(module, words))) == 3
    assert len(list(_in_strings(module, words))) == 1


def never_words() -> tuple[str, ...]:
    """The single words of the glossary's "never" column; a phrase is sought whole in texts only."""
    rows = [line.split("|") for line in GLOSSARY.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    cells = [row[2] for row in rows if len(row) > 3 and row[2].strip() not in ("never", "---")]
    return tuple(sorted({word for cell in cells for word in re.findall(r"`([a-z ]+)`", cell)}))


def _in_identifiers(module: Module, words: tuple[str, ...]) -> Iterator[str]:
    lines = module.text.splitlines()
    for name, node in _names(module.tree):
        if EXEMPT_MARK in lines[getattr(node, "lineno", 1) - 1]:
            continue
        parts = [part.lower() for part in SNAKE.findall(name)]
        joined = _without_allowed(" ".join(parts))
        yield from (f"{module.place(node)}: {name}: “{word}”" for word in words if f" {word} " in joined)


def _names(tree: ast.Module) -> Iterator[tuple[str, ast.AST]]:
    """Every name this module itself gives: classes, functions, arguments, variables, attributes it assigns."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, node
        elif isinstance(node, ast.arg):
            yield node.arg, node
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id, node
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.attr, node


def _in_strings(module: Module, words: tuple[str, ...]) -> Iterator[str]:
    lines = module.text.splitlines()
    docstrings = set(_docstrings(module.tree))
    for node in ast.walk(module.tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or node in docstrings:
            continue
        if EXEMPT_MARK in lines[node.lineno - 1] or EXEMPT_MARK in lines[(node.end_lineno or node.lineno) - 1]:
            continue
        text = _without_allowed(" ".join(re.findall(r"[a-z0-9]+", node.value.lower())))
        yield from (f"{module.place(node)}: “{word}” in a text" for word in words if f" {word} " in text)


def _docstrings(tree: ast.Module) -> Iterator[ast.expr]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and node.body:
            first = node.body[0]
            if isinstance(first, ast.Expr):
                yield first.value


def _without_allowed(words: str) -> str:
    """The words between spaces, without the phrases in which a never-word is another word."""
    text = f" {words} "
    for phrase in ALLOWED_PHRASES:
        text = text.replace(phrase, " ")
    return text
