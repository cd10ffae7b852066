"""The start of Coffer: the lock first, with the standard library alone; only then everything else."""

import sys
from pathlib import Path

if not __package__ and not getattr(sys, "frozen", False):
    sys.path[0] = str(Path(__file__).resolve().parent.parent)  # started by its path, from any folder

from app.lockdown import ACCEPT_UNLOCKED, EXIT_NOT_LOCKED, NotLockedError, inherited_lock_holds, launch

WORKER = "--worker"
EXIT_USAGE = 2


def main(arguments: list[str] | None = None) -> int:
    """Run Coffer (or, with --worker NAME, one of its workers) and return the exit code."""
    argv = sys.argv[1:] if arguments is None else arguments
    accept_unlocked = ACCEPT_UNLOCKED in argv
    if argv[:1] == [WORKER]:
        return _work(argv[1:2], accept_unlocked=accept_unlocked)
    try:
        lock = launch(accept_unlocked=accept_unlocked)
    except NotLockedError as error:
        sys.stderr.write(f"{error}\n")
        return EXIT_NOT_LOCKED
    from app.bootstrap import run

    return run(argv, lock)


def _work(names: list[str], *, accept_unlocked: bool) -> int:
    """Become a worker of a locked app: it inherits the lock and refuses to work without one."""
    if not accept_unlocked and not inherited_lock_holds():
        sys.stderr.write(f"A worker runs only inside a locked Coffer (or with {ACCEPT_UNLOCKED}).\n")
        return EXIT_NOT_LOCKED
    if names == ["statement"]:
        from app.workers import parser_child

        return parser_child.main()
    if names == ["model"]:
        from app.workers import model_child

        return model_child.main()
    sys.stderr.write(f"{WORKER} takes statement or model.\n")
    return EXIT_USAGE


if __name__ == "__main__":
    sys.exit(main())
