"""Attacks on the lock through sockets, children and descriptors. True: it got through. Standard library only."""

import os
import socket
import subprocess
import sys

from tests.hostile.network.target import Target


def opened(family: int, kind: int, protocol: int = 0) -> bool:
    socket.socket(family, kind, protocol).close()
    return True


def tcp_connect(target: Target) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as s:
        s.settimeout(2)
        s.connect(("127.0.0.1", target.port))
        s.sendall(b"stolen")
    return True


def tcp6_socket(target: Target) -> bool:
    return opened(socket.AF_INET6, socket.SOCK_STREAM)


def udp_send(target: Target) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:
        s.sendto(b"stolen", ("127.0.0.1", target.port))
    return True


def child_python(target: Target) -> bool:
    code = f"import socket; socket.create_connection(('127.0.0.1', {target.port}), 2).sendall(b'stolen')"
    return subprocess.run([sys.executable, "-c", code], check=False, stderr=subprocess.DEVNULL).returncode == 0


def child_curl(target: Target) -> bool:
    command = ["curl", "-s", "-m", "2", f"http://127.0.0.1:{target.port}/stolen"]
    return subprocess.run(command, check=False, stdout=subprocess.DEVNULL).returncode in {0, 52, 56}


def inherited_socket(target: Target) -> bool:
    return os.write(target.inherited, b"stolen") > 0


def socket_by_inherited_pair(target: Target) -> bool:
    with socket.socket(fileno=target.pair) as pair:
        pair.settimeout(2)
        _, descriptors, _, _ = socket.recv_fds(pair, 16, 1)
    return os.write(descriptors[0], b"stolen") > 0


def socket_by_unix_path(target: Target) -> bool:
    with socket.socket(socket.AF_UNIX) as giver:
        giver.settimeout(2)
        giver.connect(target.giver)
        _, descriptors, _, _ = socket.recv_fds(giver, 16, 1)
    return os.write(descriptors[0], b"stolen") > 0


def listen_without_bind(target: Target) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as s:
        s.listen()
    return True


def unix_listener(target: Target) -> bool:
    with socket.socket(socket.AF_UNIX) as s:
        s.bind(f"\0coffer-attack-{os.getpid()}")
        s.listen()
    return True


def unix_datagram(target: Target) -> bool:
    """sendmsg() carries its address where no filter looks; so there must be no datagram socket to send from."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as s:
        s.sendmsg([b"stolen"], [], 0, target.giver + ".datagram")
    return True


def datagram_pair(target: Target) -> bool:
    left, right = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    with left, right:
        left.sendmsg([b"stolen"], [], 0, target.giver + ".datagram")
    return True


def raw_socket(target: Target) -> bool:
    return opened(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_ICMP)


def ping_socket(target: Target) -> bool:
    return opened(socket.AF_INET, socket.SOCK_DGRAM, socket.IPPROTO_ICMP)


def vsock(target: Target) -> bool:
    return opened(40, socket.SOCK_STREAM)


def kernel_crypto(target: Target) -> bool:
    return opened(38, socket.SOCK_SEQPACKET)


def packet(target: Target) -> bool:
    return opened(17, socket.SOCK_RAW, 0x0300)


def netlink(target: Target) -> bool:
    return opened(16, socket.SOCK_RAW)


def inet_pair(target: Target) -> bool:
    socket.socketpair(socket.AF_INET, socket.SOCK_STREAM)
    return True


def name_lookup(target: Target) -> bool:
    return bool(socket.getaddrinfo("example.com", 443))
