"""A confined worker, tried from inside by a real process: what it gave up is gone, what it needs still works."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.helpers.source_tree import ROOT

PROBE = """
import json, os, resource, signal, socket, subprocess, sys
from pathlib import Path
from app.workers.confine import Limits, confine
secret, model, kept, parent = sys.argv[1:5]
extra = os.open("/dev/null", os.O_RDONLY)
answer = confine(Limits(memory_bytes=1 << 30, readable=(Path(model),), keep=frozenset({int(kept)}), cpu_seconds=50))

def outcome(action):
    try:
        action()
    except (OSError, MemoryError) as error:
        return type(error).__name__
    return "done"

found = {
    "secret": outcome(lambda: open(secret).read()),
    "write beside it": outcome(lambda: open(secret + ".new", "w")),
    "list home": outcome(lambda: os.listdir(str(Path(secret).parent))),
    "environ of parent": outcome(lambda: open(f"/proc/{parent}/environ", "rb").read()),
    "memory of parent": outcome(lambda: open(f"/proc/{parent}/mem", "rb").read(1)),
    "kill parent": outcome(lambda: os.kill(int(parent), 0)),
    "exec": outcome(lambda: os.execv("/bin/true", ["true"])),
    "unix socket": outcome(lambda: socket.socket(socket.AF_UNIX)),
    "socket pair": outcome(socket.socketpair),
    "eight gigabytes": outcome(lambda: bytearray(8 << 30)),
    "extra descriptor": outcome(lambda: os.fstat(extra)),
    "remove": outcome(lambda: os.remove(model)),
    "model": outcome(lambda: open(model).read()),
    "kept descriptor": outcome(lambda: os.fstat(int(kept))),
    "null": outcome(lambda: open("/dev/null", "w").write("x")),
    "import": outcome(lambda: __import__("decimal")),
    "children": outcome(lambda: os.waitpid(os.fork() or os._exit(0), 0)),
}
limits = [resource.getrlimit(kind)[1] for kind in (resource.RLIMIT_CORE, resource.RLIMIT_NOFILE, resource.RLIMIT_FSIZE)]
print(json.dumps({"missing": answer.missing, "done": answer.done, "found": found, "limits": limits}))
"""
REFUSED = {
    "secret": "PermissionError",
    "write beside it": "PermissionError",
    "list home": "PermissionError",
    "environ of parent": "PermissionError",
    "memory of parent": "PermissionError",
    "kill parent": "PermissionError",
    "exec": "PermissionError",
    "unix socket": "PermissionError",
    "socket pair": "PermissionError",
    "eight gigabytes": "MemoryError",
    "extra descriptor": "OSError",
    "remove": "PermissionError",
}
WORKS = dict.fromkeys(("model", "kept descriptor", "null", "import", "children"), "done")


def run(code: str, *arguments: str, keep: tuple[int, ...] = ()) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        pass_fds=keep,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "vault").mkdir()
    (tmp_path / "vault" / "secret").write_text("x")
    (tmp_path / "model").write_text("weights")
    return tmp_path


def test_all_probes_from_inside_fail(home: Path) -> None:
    reader, writer = os.pipe()
    try:
        ended = run(
            PROBE, str(home / "vault/secret"), str(home / "model"), str(reader), str(os.getpid()), keep=(reader,)
        )
    finally:
        os.close(reader)
        os.close(writer)
    assert ended.returncode == 0, ended.stderr
    answer = json.loads(ended.stdout)
    assert answer["missing"] == []
    assert answer["found"] == {**REFUSED, **WORKS}
    assert answer["limits"] == [0, 64, 0]


def test_a_network_attempt_is_left_to_the_guard_and_shown(home: Path) -> None:
    code = """
import os, socket, sys
from pathlib import Path
from app.lockdown import launch
lock = launch()
lock.attempts.read()
child = os.fork()
if child == 0:
    from app.workers.confine import Limits, confine
    assert not confine(Limits(memory_bytes=1 << 30)).missing
    try:
        socket.socket()
    except PermissionError:
        os._exit(4)
    os._exit(5)
code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
rows = [row for row in lock.attempts.read() if row.pid == child]
print(code, [(row.call, row.family, row.kind.value) for row in rows])
"""
    ended = run(code)
    assert ended.stdout.strip() == "4 [('socket', 'IPv4', 'network')]", ended.stderr


def test_a_kernel_that_can_do_less_is_named_and_the_rest_is_done() -> None:
    code = """
import errno
from app.lockdown.linux.bpf import ALLOW, Rule, assemble, refuse
from app.lockdown.linux.seccomp import PR_SET_NO_NEW_PRIVS, install_filter, set_process_option
from app.lockdown.linux.tables import native_calls
calls = native_calls()
set_process_option(PR_SET_NO_NEW_PRIVS, 1)
lacking = (Rule(calls.landlock_create_ruleset, refuse(errno.ENOSYS)), Rule(calls.seccomp, refuse(errno.EINVAL)))
install_filter(calls, assemble(calls, lacking, foreign=ALLOW))
from app.workers.confine import Limits, confine
answer = confine(Limits(memory_bytes=1 << 30))
print([line.split(":")[0] for line in answer.missing], list(answer.done))
"""
    ended = run(code)
    expected = "['files', 'programs and local sockets'] ['descriptors', 'limits', 'end with parent']"
    assert ended.stdout.strip() == expected, ended.stderr


def test_the_worker_ends_with_its_parent() -> None:
    code = """
import os, sys, time
child = os.fork()
if child == 0:
    from app.workers.confine import Limits, confine
    confine(Limits(memory_bytes=1 << 30))
    print(os.getpid(), flush=True)
    time.sleep(30)
sys.stdin.read()
"""
    command = [sys.executable, "-c", code]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout
        worker = Path(f"/proc/{parent.stdout.readline().strip()}")
        assert worker.exists()
        parent.kill()
    deadline = time.monotonic() + 5
    while _alive(worker) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not _alive(worker)


def _alive(process: Path) -> bool:
    try:
        return "State:\tZ" not in (process / "status").read_text()
    except OSError:
        return False
