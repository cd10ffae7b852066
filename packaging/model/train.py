"""Trains the plan adapter: LoRA on the very weights that ship, loss on plan tokens only, resumable, seeded.

python train.py --examples train.jsonl --model BASE.gguf --work DIR [--steps 440] [--resume]
"""

import argparse
import json
import math
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import torch
from fused import use as use_fused
from peft import LoraConfig, PeftModel, get_peft_model
from transformers import AutoModelForCausalLM, AutoTokenizer, GgufConfig

PROJECTIONS = ["q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj"]
SEED = 20_261_123
Tokens = tuple[list[int], int]
"""Token ids of prompt and plan, and how many belong to the prompt."""


def prompt(question: str, last: str) -> str:
    """The prompt as app/assistant/prompt.py writes it; `last` is the outline of the plan before, or empty."""
    return f"L: {last}\nQ: {question}\nP:" if last else f"Q: {question}\nP:"


def encoded(tokenizer: object, path: Path) -> list[Tokens]:
    """All examples as tokens; the plan begins after the prompt's last token."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        example = json.loads(line)
        start = tokenizer(prompt(example["question"], example["last"]), add_special_tokens=False)["input_ids"]
        plan = tokenizer(f" {example['plan']}\n", add_special_tokens=False)["input_ids"]
        found.append((start + plan, len(start)))
    return found


def batches(examples: list[Tokens], size: int) -> Iterator[list[Tokens]]:
    """Batches of like length, in random order, for ever."""
    random = Random(SEED)
    while True:
        shuffled = random.sample(examples, len(examples))
        pools = [
            sorted(shuffled[start : start + size * 50], key=lambda item: len(item[0]))
            for start in range(0, len(shuffled), size * 50)
        ]
        groups = [pool[start : start + size] for pool in pools for start in range(0, len(pool) - size + 1, size)]
        random.shuffle(groups)
        yield from groups


def loss_of(model: PeftModel, batch: list[Tokens]) -> torch.Tensor:
    """Mean cross entropy over the plan's tokens; the head is computed for those positions alone."""
    longest = max(len(ids) for ids, _ in batch)
    ids = torch.zeros((len(batch), longest), dtype=torch.long)
    mask = torch.zeros_like(ids)
    wanted = torch.zeros_like(ids, dtype=torch.bool)
    for row, (tokens, start) in enumerate(batch):
        ids[row, : len(tokens)] = torch.tensor(tokens)
        mask[row, : len(tokens)] = 1
        wanted[row, start - 1 : len(tokens) - 1] = True
    base = model.base_model.model
    hidden = base.model(input_ids=ids, attention_mask=mask, use_cache=False).last_hidden_state
    logits = base.lm_head(hidden[wanted])
    following = torch.roll(ids, -1, dims=1)[wanted]
    return torch.nn.functional.cross_entropy(logits.float(), following)


def rate(step: int, steps: int, *, peak: float) -> float:
    """Warm-up over 20 steps, then a cosine to a twentieth."""
    if step < 20:
        return peak * (step + 1) / 20
    return peak * (0.05 + 0.95 * 0.5 * (1 + math.cos(math.pi * (step - 20) / max(1, steps - 20))))


def main() -> None:
    """Train, or go on from the last checkpoint."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=440)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--peak", type=float, default=8e-4)
    parser.add_argument("--rank", type=int, default=16)
    parser.add_argument(
        "--threads", type=int, default=2, help="with OMP_WAIT_POLICY=PASSIVE two do not spin for each other"
    )
    parser.add_argument("--start-from", type=Path, help="an adapter to begin with")
    parser.add_argument("--resume", action="store_true")
    options = parser.parse_args()
    torch.manual_seed(SEED)
    torch.set_num_threads(options.threads)
    options.work.mkdir(parents=True, exist_ok=True)
    source = {"pretrained_model_name_or_path": str(options.model.parent), "gguf_file": options.model.name}
    tokenizer = AutoTokenizer.from_pretrained(**source)
    use_fused()
    dense = GgufConfig(dequantize=True)
    # Eager attention: on short rows the fused kernel's backward pass is a third of a step on a processor.
    base = AutoModelForCausalLM.from_pretrained(
        **source, dtype=torch.bfloat16, attn_implementation="eager", quantization_config=dense
    )
    checkpoint = options.work / "checkpoint"
    done = json.loads((checkpoint / "step.json").read_text())["step"] if options.resume and checkpoint.is_dir() else 0
    begin = checkpoint if done else options.start_from
    if begin:
        model = PeftModel.from_pretrained(base, begin, is_trainable=True)
    else:
        model = get_peft_model(
            base,
            LoraConfig(r=options.rank, lora_alpha=2 * options.rank, target_modules=PROJECTIONS, task_type="CAUSAL_LM"),
        )
    examples = encoded(tokenizer, options.examples)
    train(model, examples, options=options, done=done)


def train(model: PeftModel, examples: list[Tokens], *, options: argparse.Namespace, done: int) -> None:
    """The loop; a line every 5 steps, a checkpoint every 100."""
    parameters = [parameter for parameter in model.parameters() if parameter.requires_grad]
    optimizer = torch.optim.AdamW(parameters, lr=options.peak, weight_decay=0.0)
    state = options.work / "checkpoint" / "optimizer.pt"
    if done and state.is_file():
        optimizer.load_state_dict(torch.load(state, weights_only=True))
    model.train()
    started, tokens, losses = time.monotonic(), 0, []
    source = batches(examples, options.batch)
    for _ in range(done):
        next(source)
    for step in range(done, options.steps):
        for group in optimizer.param_groups:
            group["lr"] = rate(step, options.steps, peak=options.peak)
        batch = next(source)
        loss = loss_of(model, batch)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(parameters, 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        tokens += sum(len(ids) for ids, _ in batch)
        losses.append(loss.item())
        if (step + 1) % 5 == 0:
            seconds = time.monotonic() - started
            left = seconds / (step + 1 - done) * (options.steps - step - 1)
            mean = sum(losses[-20:]) / len(losses[-20:])
            pace = f"{tokens / seconds:.0f} tokens/s, {left / 60:.1f} min left"
            print(f"step {step + 1}/{options.steps} loss {mean:.4f} {pace}", flush=True)
        if (step + 1) % 100 == 0 or step + 1 == options.steps:
            save(model, optimizer, folder=options.work / "checkpoint", step=step + 1)


def save(model: PeftModel, optimizer: torch.optim.Optimizer, *, folder: Path, step: int) -> None:
    """A checkpoint that training and export can go on from."""
    model.save_pretrained(folder)
    torch.save(optimizer.state_dict(), folder / "optimizer.pt")
    (folder / "step.json").write_text(json.dumps({"step": step}))


if __name__ == "__main__":
    main()
