"""Turns a training checkpoint into the adapter that ships: GGUF in 16-bit, its entry in the manifest, its model card.

python export.py --checkpoint DIR --model BASE.gguf --source LLAMA_CPP_PYTHON_SDIST_FOLDER --examples train.jsonl
"""

import argparse
import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from transformers import AutoConfig

ROOT = Path(__file__).resolve().parents[2]
MODELS = ROOT / "resources" / "models"
NAME = "coffer-plans.gguf"


def convert(checkpoint: Path, model: Path, *, source: Path, target: Path) -> None:
    """Run llama.cpp's own converter out of the engine's source package."""
    vendor = source / "vendor" / "llama.cpp"
    with tempfile.TemporaryDirectory() as folder:
        config = AutoConfig.from_pretrained(str(model.parent), gguf_file=model.name)
        config.architectures = ["LlamaForCausalLM"]  # the converter asks for it; a GGUF does not carry it
        config.save_pretrained(folder)
        adapter = Path(folder) / "adapter"
        adapter.mkdir()
        shutil.copy2(checkpoint / "adapter_model.safetensors", adapter)
        described = json.loads((checkpoint / "adapter_config.json").read_text(encoding="utf-8"))
        described["base_model_name_or_path"] = model.stem  # no path of the machine it was made on
        (adapter / "adapter_config.json").write_text(json.dumps(described))
        program = [sys.executable, str(vendor / "convert_lora_to_gguf.py"), "--base", folder]
        subprocess.run([*program, "--outtype", "f16", "--outfile", str(target), str(adapter)], check=True)


def enter(target: Path, *, model: Path, examples: Path, steps: int) -> None:
    """Write the adapter's entry into the manifest, with the hash of what it learnt from."""
    path = MODELS / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    entry = {
        "name": "Coffer plans, LoRA rank 16",
        "kind": "adapter",
        "for": model.name,
        "file": target.name,
        "sha256": digest(target),
        "bytes": target.stat().st_size,
        "licence": "GPL-3.0-or-later",
        "origin": f"packaging/model, {steps} steps on examples with SHA-256 {digest(examples)}",
    }
    others = [each for each in manifest["models"] if each["kind"] != "adapter"]
    manifest["models"] = [*others, entry]
    path.write_text(json.dumps(manifest, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def digest(path: Path) -> str:
    """SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main() -> None:
    """Export; with --target elsewhere the manifest is left alone (for trying a checkpoint)."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--source", type=Path, required=True)
    parser.add_argument("--examples", type=Path, required=True)
    parser.add_argument("--target", type=Path, default=MODELS / NAME)
    options = parser.parse_args()
    convert(options.checkpoint, options.model, source=options.source, target=options.target)
    if options.target.parent == MODELS:
        steps = json.loads((options.checkpoint / "step.json").read_text())["step"]
        enter(options.target, model=options.model, examples=options.examples, steps=steps)
    print(options.target, options.target.stat().st_size, digest(options.target))


if __name__ == "__main__":
    main()
