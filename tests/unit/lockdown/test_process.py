"""Descriptors from outside: what could carry traffic goes, what a shell hands in stays."""

import os
import subprocess
import sys

from tests.helpers.source_tree import ROOT

CODE = """
import os, sys
from app.lockdown.process import close_inherited, forbid_core_files
import resource
forbid_core_files()
closed = close_inherited()
def open_still(number):
    try:
        os.fstat(number)
    except OSError:
        return False
    return True
given = [int(number) for number in sys.argv[1:]]
print([open_still(number) for number in given], resource.getrlimit(resource.RLIMIT_CORE))
"""
OUTSIDE = """
import os, select, socket, subprocess, sys, tempfile
left, right = socket.socketpair()
reader, writer = os.pipe()
poll = select.epoll()
with tempfile.TemporaryFile() as file:
    given = [right.fileno(), socket.socket(socket.AF_INET).detach(), poll.fileno(), reader, file.fileno()]
    command = [sys.executable, "-c", sys.argv[1], *map(str, given)]
    stdin = socket.socket(socket.AF_INET, socket.SOCK_DGRAM) if len(sys.argv) > 2 else subprocess.DEVNULL
    sys.exit(subprocess.run(command, pass_fds=given, stdin=stdin).returncode)
"""


def run(*arguments: str) -> str:
    ended = subprocess.run(
        [sys.executable, "-c", OUTSIDE, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout.strip()


def test_sockets_and_kernel_objects_go_files_and_pipes_stay() -> None:
    assert run(CODE) == "[False, False, False, True, True] (0, 0)"


def test_a_network_socket_as_standard_input_becomes_nothing() -> None:
    code = CODE + "print(os.readlink('/proc/self/fd/0'), 0 in closed)"
    assert run(code, "inet").splitlines()[1] == f"{os.devnull} True"


