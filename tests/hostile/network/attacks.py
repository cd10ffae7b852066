"""The table of attacks that exist on this machine."""

from collections.abc import Callable

from tests.hostile.network import kernel_attacks, socket_attacks
from tests.hostile.network.target import X86, Target

SOCKETS = (
    socket_attacks.tcp_connect,
    socket_attacks.tcp6_socket,
    socket_attacks.udp_send,
    socket_attacks.child_python,
    socket_attacks.child_curl,
    socket_attacks.inherited_socket,
    socket_attacks.socket_by_inherited_pair,
    socket_attacks.socket_by_unix_path,
    socket_attacks.listen_without_bind,
    socket_attacks.unix_listener,
    socket_attacks.unix_datagram,
    socket_attacks.datagram_pair,
    socket_attacks.raw_socket,
    socket_attacks.ping_socket,
    socket_attacks.vsock,
    socket_attacks.kernel_crypto,
    socket_attacks.packet,
    socket_attacks.netlink,
    socket_attacks.inet_pair,
    socket_attacks.name_lookup,
)
KERNEL = (
    kernel_attacks.raw_syscall,
    kernel_attacks.high_bits_syscall,
    kernel_attacks.io_uring,
    kernel_attacks.c_thread,
    kernel_attacks.python_thread,
    kernel_attacks.orphan_grandchild,
    kernel_attacks.own_listener,
    kernel_attacks.allow_all_filter,
    kernel_attacks.host_namespace,
    kernel_attacks.nested_namespace,
    kernel_attacks.guard_memory,
    kernel_attacks.guard_trace,
    kernel_attacks.guard_descriptor,
    kernel_attacks.guard_process_write,
)
FOREIGN = (kernel_attacks.x32_call, kernel_attacks.i386_call, kernel_attacks.i386_socketcall) if X86 else ()

ATTACKS: dict[str, Callable[[Target], bool]] = {
    attack.__name__: attack for attack in (*SOCKETS, *KERNEL, *FOREIGN)
}
