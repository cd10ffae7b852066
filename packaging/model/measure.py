"""Measures an adapter on the development questions: plans right, times, and the calibration of confidence.

python measure.py [--adapter FILE.gguf] [--questions development.tsv]
"""

import argparse
import hashlib
import re
import statistics
import sys
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from app.assistant.grammar import grammar_for  # noqa: E402
from app.assistant.models import shipped_model  # noqa: E402
from app.assistant.plan_text import read  # noqa: E402
from app.assistant.planner import chance  # noqa: E402
from app.assistant.prompt import prompt_for  # noqa: E402
from app.assistant.question import plain  # noqa: E402
from app.workers.model_client import ModelClient  # noqa: E402
from app.workers.model_files import ModelFiles, PinnedFile  # noqa: E402

LEADING = re.compile(r"(\| \w+ )(?:the|my|a|right) ")


def client(adapter: Path | None) -> ModelClient:
    """The shipped model, or its base with another adapter."""
    files = shipped_model(ROOT / "resources" / "models").files
    if adapter is not None:
        files = ModelFiles(files.model, PinnedFile(adapter, hashlib.sha256(adapter.read_bytes()).hexdigest()))
    return ModelClient(files)


def same(wrote: str, wanted: str) -> bool:
    """Whether two plans mean the same: an article before a span changes nothing for the linker."""
    return read(LEADING.sub(r"\1", wrote)) == read(LEADING.sub(r"\1", wanted))


def main() -> None:
    """Print every miss, then the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--adapter", type=Path)
    parser.add_argument("--questions", type=Path, default=Path(__file__).with_name("development.tsv"))
    options = parser.parse_args()
    model = client(options.adapter)
    asked = [line.split("\t") for line in options.questions.read_text(encoding="utf-8").splitlines() if line.strip()]
    model.complete(prompt_for(plain("warm"), tuned=True), grammar_for(plain("warm")))
    times, right, sure = [], 0, []
    heads: Counter[str] = Counter()
    for question, wanted in asked:
        line = plain(question)
        started = time.perf_counter()
        completion = model.complete(prompt_for(line, tuned=True), grammar_for(line))
        times.append((time.perf_counter() - started) * 1000)
        good = same(completion.text, wanted)
        right += good
        heads["right" if completion.text.split(" | ")[0].strip() == wanted.split(" | ")[0] else "wrong"] += 1
        sure.append((chance(completion), good))
        if not good:
            print(f"{question}\n    wanted {wanted}\n    wrote {completion.text.rstrip()}  {chance(completion):.2f}")
    model.close()
    print(f"\n{right} of {len(asked)} right ({100 * right / len(asked):.1f} %); heads {dict(heads)}")
    print(f"p50 {statistics.median(times):.0f} ms, p95 {sorted(times)[int(len(times) * 0.95)]:.0f} ms")
    for low, high in ((0, 0.2), (0.2, 0.5), (0.5, 0.8), (0.8, 0.95), (0.95, 1.01)):
        inside = [good for confidence, good in sure if low <= confidence < high]
        if inside:
            share = 100 * sum(inside) / len(inside)
            print(f"confidence {low:.2f}-{high:.2f}: {len(inside):4} questions, {share:.0f} % right")


if __name__ == "__main__":
    main()
