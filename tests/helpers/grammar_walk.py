"""Sentences of a GBNF grammar as small as the assistant's, made and told: rules, literals, groups, `?`, `{0,n}`."""

import re
from random import Random

_TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"|([a-z]\w*)|(\{0,\d+\})|([()|?])')


class Walk:
    """One way through a grammar, chosen by chance."""

    def __init__(self, grammar: str, random: Random) -> None:
        self._rules = rules_of(grammar)
        self._random = random

    def line(self) -> str:
        """What `root` gives."""
        return self._choice(self._rules["root"])

    def _choice(self, node: "Alternatives") -> str:
        return "".join(self._piece(part) for part in self._random.choice(node))

    def _piece(self, part: "Part") -> str:
        kind, value, most = part
        times = 1 if most is None else self._random.randint(0, most)
        if kind == "text":
            return str(value) * times
        inner = self._rules[str(value)] if kind == "rule" else value
        assert isinstance(inner, list)
        return "".join(self._choice(inner) for _ in range(times))


def accepts(grammar: str, line: str) -> bool:
    """Whether some way through a grammar gives exactly this line, its break at the end included."""
    return len(line) in _Reading(grammar, line).ends()


class _Reading:
    """All ways through a grammar at once, along one line."""

    def __init__(self, grammar: str, line: str) -> None:
        self._rules = rules_of(grammar)
        self._line = line

    def ends(self) -> set[int]:
        """How far `root` may reach."""
        return self._after_choice(self._rules["root"], {0})

    def _after_choice(self, node: "Alternatives", starts: set[int]) -> set[int]:
        found: set[int] = set()
        for parts in node:
            places = starts
            for part in parts:
                places = self._after_piece(part, places)
            found |= places
        return found

    def _after_piece(self, part: "Part", starts: set[int]) -> set[int]:
        kind, value, most = part
        if most is None:
            return self._after_once(kind, value, starts=starts) if starts else set()
        found = places = starts
        for _ in range(most):
            places = self._after_once(kind, value, starts=places) if places else set()
            found = found | places
        return found

    def _after_once(self, kind: str, value: "str | Alternatives", *, starts: set[int]) -> set[int]:
        if kind == "text":
            text = str(value)
            return {start + len(text) for start in starts if self._line.startswith(text, start)}
        inner = self._rules[str(value)] if kind == "rule" else value
        assert isinstance(inner, list)
        return self._after_choice(inner, starts)


def rules_of(grammar: str) -> "dict[str, Alternatives]":
    """A grammar's rules by name."""
    lines = (line.split(" ::= ", 1) for line in grammar.splitlines() if " ::= " in line)
    return {name: _parsed(text) for name, text in lines}


Part = tuple[str, "str | Alternatives", int | None]
Alternatives = list[list["Part"]]


def _parsed(text: str) -> Alternatives:
    tokens = list(_TOKEN.finditer(text))
    found, rest = _alternatives(tokens)
    assert not rest
    return found


def _alternatives(tokens: "list[re.Match[str]]") -> "tuple[Alternatives, list[re.Match[str]]]":
    every: Alternatives = [[]]
    while tokens:
        token, tokens = tokens[0], tokens[1:]
        literal, name, times, mark = token.groups()
        if mark == ")":
            return every, tokens
        if mark == "|":
            every.append([])
        elif mark == "(":
            group, tokens = _alternatives(tokens)
            every[-1].append(("group", group, None))
        elif mark == "?" or times:
            kind, value, _ = every[-1][-1]
            every[-1][-1] = (kind, value, 1 if mark else int(times[3:-1]))
        elif name:
            every[-1].append(("rule", name, None))
        else:
            every[-1].append(("text", _unescaped(literal), None))
    return every, []


def _unescaped(literal: str) -> str:
    return literal.replace("\\n", "\n").replace('\\"', '"').replace("\\\\", "\\")
