"""The one door to llama.cpp: greedy choices under a grammar, with the probability of each.

Only the thin layer over the library is loaded. The wrapper above it (disk cache, server, chat templates out of model
files) is kept out: its place is taken before the import, so that it can't be reached by mistake.
"""

import ctypes
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import numpy.typing as npt

from app.workers.model_files import ModelFiles, PinnedFile, verify

sys.modules.setdefault("llama_cpp.llama", ModuleType("llama_cpp.llama"))

from llama_cpp import llama_cpp as library  # noqa: E402 - the stand-in must come first

__all__ = ["CONTEXT", "Engine", "EngineError", "Token", "library"]

CONTEXT = 2048
"""Tokens of a prompt and its completion together."""
BATCH = 512
CANDIDATE = np.dtype([("id", np.int32), ("logit", np.float32), ("chance", np.float32)])
Token = tuple[bytes, float]
"""What a token says, and the natural logarithm of its probability before the grammar."""


class EngineError(Exception):
    """The engine would not load the files, or could not run the request."""


class Engine:
    """One loaded model. Not for several threads."""

    def __init__(self, files: ModelFiles) -> None:
        """Check each file's digest, then load it. Raises WrongFileError, EngineError."""
        _start_library()
        self._model = _load_model(files.model)
        self._vocabulary = library.llama_model_get_vocab(self._model)
        self._size: int = library.llama_vocab_n_tokens(self._vocabulary)
        self._context = _new_context(self._model)
        if files.adapter is not None:
            _apply_adapter(self._model, self._context, file=files.adapter)
        self._kept: list[int] = []
        self._candidates = np.zeros(self._size, dtype=CANDIDATE)

    def complete(self, prompt: str, grammar: str, *, most_tokens: int, threads: int) -> list[Token]:
        """The likeliest tokens the grammar allows, until it is complete. Raises EngineError."""
        library.llama_set_n_threads(self._context, threads, threads)
        sampler = library.llama_sampler_init_grammar(self._vocabulary, grammar.encode("utf-8"), b"root")
        if not sampler:
            raise EngineError("the grammar was refused")
        try:
            self._read(self._tokens(prompt), room=most_tokens)
            return list(self._written(sampler, most_tokens))
        finally:
            library.llama_sampler_free(sampler)

    def _tokens(self, text: str) -> list[int]:
        data = text.encode("utf-8")
        room = len(data) + 8
        found = (library.llama_token * room)()
        count = library.llama_tokenize(self._vocabulary, data, len(data), found, room, True, False)
        if count < 1:
            raise EngineError("the prompt has no tokens")
        return list(found[:count])

    def _read(self, tokens: list[int], *, room: int) -> None:
        """Take in the prompt; what it begins with in common with the last one is not computed again."""
        if len(tokens) + room > CONTEXT:
            raise EngineError("the prompt is too long")
        same = _common(self._kept, tokens[:-1])
        memory = library.llama_get_memory(self._context)
        library.llama_memory_seq_rm(memory, 0, same, -1)
        self._kept = tokens[:same]
        for start in range(same, len(tokens), BATCH):
            self._decode(tokens[start : start + BATCH])

    def _decode(self, tokens: list[int]) -> None:
        array = (library.llama_token * len(tokens))(*tokens)
        if library.llama_decode(self._context, library.llama_batch_get_one(array, len(tokens))) != 0:
            self._kept = []
            raise EngineError("the model could not go on")
        self._kept += tokens

    def _written(self, sampler: Any, most_tokens: int) -> Iterator[Token]:
        for _ in range(most_tokens):
            logits = self._logits()
            token = self._choice(sampler, logits)
            if library.llama_vocab_is_eog(self._vocabulary, token):
                return
            piece = self._piece(token)
            yield piece, _log_chance(logits, token)
            if piece.endswith(b"\n"):
                return
            library.llama_sampler_accept(sampler, token)
            self._decode([token])
        raise EngineError("the plan did not come to an end")

    def _logits(self) -> npt.NDArray[np.float32]:
        return np.ctypeslib.as_array(library.llama_get_logits_ith(self._context, -1), (self._size,))

    def _choice(self, sampler: Any, logits: npt.NDArray[np.float32]) -> int:
        """The likeliest token allowed. The likeliest of all is tried alone first: trying all costs milliseconds."""
        best = int(logits.argmax())
        alone = self._candidates[:1]
        alone["id"], alone["logit"] = best, logits[best]
        if np.isfinite(self._filtered(sampler, alone)["logit"][0]):
            return best
        candidates = self._candidates
        candidates["id"], candidates["logit"] = np.arange(self._size), logits
        self._filtered(sampler, candidates)
        place = int(candidates["logit"].argmax())
        if not np.isfinite(candidates["logit"][place]):
            raise EngineError("the grammar allows nothing here")
        return int(candidates["id"][place])

    def _filtered(self, sampler: Any, candidates: npt.NDArray[Any]) -> npt.NDArray[Any]:
        data = candidates.ctypes.data_as(library.llama_token_data_p)
        array = library.llama_token_data_array(data, len(candidates), -1, False)
        library.llama_sampler_apply(sampler, ctypes.byref(array))
        return candidates

    def _piece(self, token: int) -> bytes:
        buffer = ctypes.create_string_buffer(256)
        length = library.llama_token_to_piece(self._vocabulary, token, buffer, len(buffer), 0, False)
        return buffer.raw[: max(length, 0)]


@library.llama_log_callback  # type: ignore[untyped-decorator]
def _silence(_level: int, _text: bytes, _data: Any) -> None:
    """The library's own words stay inside: they may quote what a file holds."""


def _start_library() -> None:
    library.llama_log_set(_silence, None)
    folder = Path(str(library.__file__)).parent / "lib"
    ending = {"win32": "ggml.dll", "darwin": "libggml.dylib"}.get(sys.platform, "libggml.so")
    core = ctypes.CDLL(str(folder / ending))
    core.ggml_backend_load_all_from_path.argtypes = [ctypes.c_char_p]
    core.ggml_backend_load_all_from_path(str(folder).encode())
    library.llama_backend_init()


def _load_model(file: PinnedFile) -> Any:
    verify(file)
    before = file.path.stat()
    parameters = library.llama_model_default_params()
    parameters.n_gpu_layers = 0
    model = library.llama_model_load_from_file(str(file.path).encode(), parameters)
    after = file.path.stat()
    if not model:
        raise EngineError(f"{file.path.name} is no model the engine can load")
    if (before.st_ino, before.st_mtime_ns, before.st_ctime_ns) != (after.st_ino, after.st_mtime_ns, after.st_ctime_ns):
        raise EngineError(f"{file.path.name} was changed while it was loaded")
    return model


def _new_context(model: Any) -> Any:
    parameters = library.llama_context_default_params()
    parameters.n_ctx, parameters.n_batch, parameters.n_ubatch = CONTEXT, BATCH, BATCH
    parameters.n_threads = parameters.n_threads_batch = 1
    parameters.no_perf = True
    context = library.llama_init_from_model(model, parameters)
    if not context:
        raise EngineError("there is not enough memory for the model")
    return context


def _apply_adapter(model: Any, context: Any, *, file: PinnedFile) -> None:
    verify(file)
    adapter = library.llama_adapter_lora_init(model, str(file.path).encode())
    if not adapter:
        raise EngineError(f"{file.path.name} is no adapter for this model")
    adapters = (library.llama_adapter_lora_p_ctypes * 1)(ctypes.cast(adapter, library.llama_adapter_lora_p_ctypes))
    if library.llama_set_adapters_lora(context, adapters, 1, (ctypes.c_float * 1)(1.0)) != 0:
        raise EngineError(f"{file.path.name} could not be applied")


def _common(one: list[int], other: list[int]) -> int:
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    return count


def _log_chance(logits: npt.NDArray[np.float32], token: int) -> float:
    top = float(logits.max())
    return float(logits[token]) - top - float(np.log(np.exp(logits - top).sum()))
