"""Outside the lock: real servers to reach, real sockets to inherit; runs attacks inside and says what arrived.

Usage: arena.py [--open] ATTACK...; one JSON line an attack. With --open the attacks run without the lock, which
shows that they would get through.
"""

import contextlib
import json
import socket
import subprocess
import sys
import tempfile
import threading
from pathlib import Path


class Arena:
    """A TCP and a UDP server on one port, a giver of connected sockets, and a count of stolen bytes."""

    def __init__(self, folder: str) -> None:
        self.stolen = 0
        self.tcp = socket.create_server(("127.0.0.1", 0))
        self.port = self.tcp.getsockname()[1]
        self.udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.udp.bind(("127.0.0.1", self.port))
        self.path = f"{folder}/giver"
        self.giver = socket.socket(socket.AF_UNIX)
        self.giver.bind(self.path)
        self.giver.listen()
        self.datagrams = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.datagrams.bind(self.path + ".datagram")
        for serve in (self.serve_tcp, self.serve_giver):
            threading.Thread(target=serve, daemon=True).start()
        for source in (self.udp, self.datagrams):
            threading.Thread(target=self.count, args=(source,), daemon=True).start()

    def serve_tcp(self) -> None:
        while True:
            connection, _ = self.tcp.accept()
            threading.Thread(target=self.count, args=(connection,), daemon=True).start()

    def count(self, source: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(100):
                self.stolen += len(data)

    def serve_giver(self) -> None:
        while True:
            taker, _ = self.giver.accept()
            with taker, self.connected() as given, contextlib.suppress(OSError):
                socket.send_fds(taker, [b"x"], [given.fileno()])

    def connected(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port))

    def attack(self, name: str, program: str) -> dict[str, object]:
        near, far = socket.socketpair()
        with self.connected() as inherited, near, far:
            socket.send_fds(near, [b"x"], [inherited.fileno()])
            target = {"port": self.port, "giver": self.path, "inherited": inherited.fileno(), "pair": far.fileno()}
            command = [sys.executable, "-m", f"tests.hostile.network.{program}", name, json.dumps(target)]
            run = subprocess.run(
                command, capture_output=True, text=True, timeout=60, check=False, stdin=subprocess.DEVNULL,
                pass_fds=(inherited.fileno(), far.fileno()),
            )
        result = json.loads(run.stdout) if run.stdout else {"attack": name, "error": run.stderr}
        return {**result, "code": run.returncode, "stolen": self.stolen}


def main() -> None:
    names = [name for name in sys.argv[1:] if name != "--open"]
    program = "unlocked" if "--open" in sys.argv else "inside"
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        arena = Arena(folder)
        for name in names:
            print(json.dumps(arena.attack(name, program)), flush=True)


main()
