#!/bin/sh
# Makes the lock files anew from the .in files: every wheel of every system, each by its SHA-256, no index address. Needs uv.
set -eu
cd "$(dirname "$0")"
lock() {
  uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url \
    --output-file "$1.txt" "$1.in"
}
for name in run test package llama-build bench; do lock "$name"; done
