"""Training examples out of the phrasings: slots filled, voices and slips added, spans kept in step; seeded."""

import argparse
import hashlib
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

from lasts import head_after, last_before  # noqa: E402
from pools import POOLS, SLOTS  # noqa: E402
from slips import slipped  # noqa: E402

from app.assistant.plan_text import SAME_WORD, SEPARATOR, SPAN_KEYS, read  # noqa: E402
from app.assistant.question import first_form, last_forms, plain  # noqa: E402

SLOT = re.compile(r"\{[^}]*\}")
MARKED = re.compile(r"\[(\w+):([^\]]*)\]")
FOLDER = Path(__file__).parent
KEYS = {"exact": ("over", "under")}
"""Marks that stand for two spans: an exact amount is at least and at most that."""


@dataclass(frozen=True, slots=True)
class Phrasing:
    """One template with the head of the plan it means."""

    head: str
    template: str
    file: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """A question as the model sees it, and the plan it should write."""

    question: str
    plan: str
    last: str = ""
    """The outline of the plan before, where there was one."""


def phrasings() -> tuple[Phrasing, ...]:
    """All templates, in the order of the files."""
    found = []
    for path in sorted((FOLDER / "phrasings").glob("*.txt")):
        head = ""
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("# "):
                head = line[2:].strip()
            elif line.strip():
                found.append(Phrasing(head, line.strip(), path.name))
    return tuple(found)


def fill(random: Random, phrasing: Phrasing) -> Example | None:
    """One example of a template, or None where a slip made a span that can't be copied."""
    template, _, directive = phrasing.template.partition("~")
    if directive.partition(" ")[2]:
        key, _, words = directive.partition(" ")
        template = re.sub(rf"\b{re.escape(words)}\b", f"[{key}:{words}]", template, count=1)
    text = SLOT.sub(lambda slot: SLOTS[slot.group()](random), template)
    refused = phrasing.head.startswith("unsupported")
    last = last_before(random, phrasing.head)
    head = head_after(phrasing.head, last)
    example = _voiced(random, head, text=_tidy(text), bare=refused or directive == "bare")
    return replace(example, last=last) if example is not None else None


def _tidy(text: str) -> str:
    return re.sub(r"\s+([?,.:])", r"\1", re.sub(r"\s+", " ", text)).strip()


def _voiced(random: Random, head: str, *, text: str, bare: bool) -> Example | None:
    talk = head == "unsupported talk"
    short = talk or head.endswith(SAME_WORD)
    prefix = random.choice(POOLS["prefixes"]).lstrip() if random.random() < (0.06 if short else 0.22) else ""
    suffix = random.choice(POOLS["suffixes"]) if random.random() < (0.03 if short else 0.1) else ""
    if random.random() < 0.7:
        text = text.rstrip("?")
    pieces = [
        *([(prefix, "")] if prefix else []),
        *_pieces(text),
        *([(f" {suffix.strip()}", "")] if suffix.strip() else []),
    ]
    slips = random.choices((0, 1, 2, 3), (0.72, 0.18, 0.07, 0.03))[0]
    pieces = slipped(random, pieces, count=slips)
    question = plain("".join(words for words, _ in pieces)).text
    spans = (
        [] if bare else [(each, plain(words).text) for words, key in pieces if key for each in KEYS.get(key, (key,))]
    )
    return _example(question, head, spans=spans)


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    end = 0
    for match in MARKED.finditer(text):
        yield text[end : match.start()], ""
        yield match.group(2), match.group(1)
        end = match.end()
    yield text[end:], ""


def _example(question: str, head: str, *, spans: list[tuple[str, str]]) -> Example | None:
    ordered = sorted(spans, key=lambda span: list(SPAN_KEYS).index(span[0]))
    different = {words for key, words in ordered if key != "under"}
    if len(different) < sum(key != "under" for key, _ in ordered):
        return None
    for _, words in ordered:
        if not _copies(question, words):
            return None
    plan = SEPARATOR.join((head, *(f"{key} {words}" for key, words in ordered)))
    read(plan)
    return Example(question, plan)


def _copies(question: str, span: str) -> bool:
    """Whether the grammar of this question allows the span."""
    words, wanted = question.split(), span.split()
    for start in range(len(words) - len(wanted) + 1):
        run = words[start : start + len(wanted)]
        run[0] = first_form(run[0])
        if run[:-1] == wanted[:-1] and wanted and wanted[-1] in last_forms(run[-1]):
            return True
    return False


def examples(count: int, *, seed: int, focus: tuple[str, ...] = ()) -> list[Example]:
    """That many different examples; small sections come up more often than their share, `focus` is half of all."""
    random = Random(seed)
    known = phrasings()
    drawn = (known, tuple(phrasing for phrasing in known if phrasing.file.startswith(focus)) or known)
    found: dict[str, Example] = {}
    for turn in range(count * 12):
        if len(found) == count:
            break
        example = fill(random, _drawn(random, _sections(drawn[turn % 2])))
        if example is not None:
            found.setdefault(f"{example.last}\n{example.question}", example)
    return list(found.values())


@cache
def _sections(known: tuple[Phrasing, ...]) -> dict[str, list[Phrasing]]:
    sections: dict[str, list[Phrasing]] = {}
    for phrasing in known:
        sections.setdefault(phrasing.head, []).append(phrasing)
    return sections


def _drawn(random: Random, sections: dict[str, list[Phrasing]]) -> Phrasing:
    weights = [len(inside) + 5 for inside in sections.values()]
    return random.choice(random.choices(list(sections.values()), weights)[0])


def main() -> None:
    """Write the examples as JSON lines and print their hash."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", type=Path)
    parser.add_argument("--count", type=int, default=14_000)
    parser.add_argument("--seed", type=int, default=20_261_123)
    parser.add_argument(
        "--focus", nargs="*", default=(), help="how the names of the files begin that half of the examples come from"
    )
    options = parser.parse_args()
    lines = [
        json.dumps({"last": each.last, "question": each.question, "plan": each.plan}, ensure_ascii=False)
        for each in examples(options.count, seed=options.seed, focus=tuple(options.focus))
    ]
    text = "\n".join(lines) + "\n"
    options.target.write_text(text, encoding="utf-8")
    print(len(lines), hashlib.sha256(text.encode()).hexdigest())


if __name__ == "__main__":
    main()
