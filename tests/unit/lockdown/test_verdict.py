"""What the guard makes of the kernel's questions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.lockdown.linux.addresses import UNKNOWN, Address
from app.lockdown.linux.tables import X86_64
from app.lockdown.linux.unix_paths import UnixPaths
from app.lockdown.linux.verdict import NOTIFICATION, Verdict, judge, parse_notification

PATHS = UnixPaths(patterns=("/run/user/1/bus", "@/tmp/.X11-unix/X0"))


def asked(number: int, *arguments: int, arch: int = X86_64.audit_arch, address: Address = UNKNOWN) -> Verdict:
    raw = NOTIFICATION.pack(7, 1234, 0, number, arch, 0, *(*arguments, 0, 0, 0, 0, 0, 0)[:6])
    return judge(parse_notification(raw), calls=X86_64, paths=PATHS, read_address=lambda _, **__: address)


@pytest.mark.parametrize(
    ("family", "name", "local"),
    [(2, "IPv4", False), (10, "IPv6", False), (16, "netlink", True), (1, "unix", True), (40, "vsock", False),
     (17, "packet", False), (38, "kernel crypto", False), (99, "family 99", False), ((1 << 32) | 2, "IPv4", False)],
)
def test_a_socket_is_named_and_refused(family: int, name: str, local: bool) -> None:
    assert asked(X86_64.socket, family) == Verdict(call="socket", family=name, address="", local=local)


def test_only_a_listed_unix_connection_goes_on() -> None:
    assert asked(X86_64.connect, address=Address(1, "/run/user/1/bus")).goes_on
    assert asked(X86_64.connect, address=Address(1, "@/tmp/.X11-unix/X0")).goes_on
    assert not asked(X86_64.bind, address=Address(1, "@/tmp/.X11-unix/X0")).goes_on
    assert not asked(X86_64.sendto, address=Address(1, "@/tmp/.X11-unix/X0")).goes_on
    assert not asked(X86_64.connect, address=Address(2, "@/tmp/.X11-unix/X0")).goes_on
    assert not asked(X86_64.connect, address=UNKNOWN).goes_on


@pytest.mark.parametrize("call", ["connect", "bind", "sendto"])
def test_an_address_is_shown(call: str) -> None:
    found = asked(getattr(X86_64, call), 3, 100, 16, 0, 100, 16, address=Address(2, "192.0.2.1:443"))
    assert found == Verdict(call=call, family="IPv4", address="192.0.2.1:443", local=False)


def test_foreign_calls_are_named() -> None:
    assert asked(359, arch=0x40000003).call == "i386 call 359"
    assert asked(X86_64.socket | 0x40000000, 2).call == "x32 call 41"
    assert asked(X86_64.io_uring_setup).call == "io_uring_setup"
    assert asked(X86_64.listen).call == "listen"
    assert asked(400).call == "call 400"


@given(
    number=st.integers(-(2**31), 2**31 - 1),
    arch=st.integers(0, 2**32 - 1),
    arguments=st.lists(st.integers(0, 2**64 - 1), max_size=6),
    family=st.integers(-1, 70000),
)
def test_whatever_is_asked_is_refused_unless_it_is_listed(
    number: int, arch: int, arguments: list[int], family: int
) -> None:
    assert not asked(number, *arguments, arch=arch, address=Address(family, "/elsewhere")).goes_on
