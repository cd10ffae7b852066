"""The door to llama.cpp, in this process: limits, refusals, and what it never loads."""

import subprocess
import sys
from dataclasses import replace

import pytest

from app.assistant.models import shipped_model
from app.workers.engine import CONTEXT, Engine, EngineError
from app.workers.model_files import ModelFiles, WrongFileError
from tests.helpers.assistant_samples import models_folder

FILES = shipped_model(models_folder()).files


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(FILES)


def test_a_grammar_is_kept_to_whatever_the_model_wants(engine: Engine) -> None:
    tokens = engine.complete("Q: hello\nP:", 'root ::= " zebra" "\\n"', most_tokens=8, threads=1)
    assert b"".join(text for text, _ in tokens) == b" zebra\n"
    assert sum(chance for _, chance in tokens) < -1


def test_a_broken_grammar_is_an_error(engine: Engine) -> None:
    with pytest.raises(EngineError, match="grammar"):
        engine.complete("Q: hello\nP:", "root ::= (", most_tokens=8, threads=1)


def test_what_does_not_end_is_an_error(engine: Engine) -> None:
    with pytest.raises(EngineError, match="end"):
        engine.complete("Q: hello\nP:", 'root ::= "a"+', most_tokens=8, threads=1)


def test_a_prompt_above_the_context_is_an_error(engine: Engine) -> None:
    with pytest.raises(EngineError, match="too long"):
        engine.complete("word " * CONTEXT, 'root ::= "\\n"', most_tokens=8, threads=1)


def test_what_prompts_have_in_common_is_read_once(engine: Engine) -> None:
    grammar = 'root ::= " net\\n"'
    engine.complete("Q: one long beginning of all that follows\nP:", grammar, most_tokens=8, threads=1)
    before = list(engine._kept)
    engine.complete("Q: one long beginning of another end\nP:", grammar, most_tokens=8, threads=1)
    same = engine._tokens("Q: one long beginning of")
    assert engine._kept[: len(same)] == before[: len(same)] == same


def test_a_wrong_digest_is_refused_before_loading() -> None:
    with pytest.raises(WrongFileError):
        Engine(ModelFiles(replace(FILES.model, sha256="f" * 64)))
    if FILES.adapter is not None:
        with pytest.raises(WrongFileError):
            Engine(ModelFiles(FILES.model, replace(FILES.adapter, sha256="f" * 64)))


def test_the_wrapper_with_cache_server_and_templates_is_never_loaded() -> None:
    program = "import app.workers.engine, sys; print(sorted({m.split('.')[0] for m in sys.modules} & {'diskcache','jinja2','requests','socket'}), [m for m in sys.modules if m.startswith('llama_cpp')])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("[] ")
    for unwanted in ("llama_chat_format", "llama_cache", "server"):
        assert unwanted not in done.stdout
