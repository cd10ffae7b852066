"""Python's audit events as an annotation."""

import threading
import time

from app.lockdown.python_calls import PythonCalls


class Inet:
    family = 2


class Unix:
    family = 1


def heard(*events: tuple[str, tuple[object, ...]]) -> PythonCalls:
    calls = PythonCalls()
    for event, arguments in events:
        calls._hear(event, arguments)
    return calls


def about(calls: PythonCalls, *, later: float = 0.001) -> tuple[str, tuple[str, ...]]:
    return calls.about(thread=threading.get_native_id(), monotonic=time.monotonic() + later)


def test_a_name_look_up_gives_the_host_and_the_stack() -> None:
    host, stack = about(heard(("socket.getaddrinfo", ("bank.example", 443, 0, 0, 0))))
    assert host == "bank.example:443"
    assert any("test_a_name_look_up" in line for line in stack)


def test_a_look_up_by_bytes_or_without_a_port() -> None:
    assert about(heard(("socket.getaddrinfo", (b"bank.example", None, 0, 0, 0))))[0] == "bank.example"
    assert about(heard(("socket.gethostbyname", ("bank.example",))))[0] == "bank.example"


def test_a_socket_event_explains_one_attempt_only() -> None:
    calls = heard(("socket.__new__", (object(), 2, 1, 0)))
    assert about(calls)[1]
    assert about(calls) == ("", ())


def test_what_is_local_old_or_of_another_thread_explains_nothing() -> None:
    assert about(heard(("socket.connect", (Unix(), "/run/bus")))) == ("", ())
    assert about(heard(("open", ("/etc/hosts",)))) == ("", ())
    calls = heard(("socket.connect", (Inet(), ("192.0.2.1", 80))))
    assert about(calls, later=10) == ("", ())
    assert about(calls, later=-10) == ("", ())
    assert calls.about(thread=1, monotonic=time.monotonic()) == ("", ())
    assert about(calls)[0] == "192.0.2.1:80"


def test_events_wait_to_be_drained_once() -> None:
    calls = heard(("socket.__new__", (object(), 10, 2, 0)), ("socket.bind", (Inet(), ("", 0))))
    assert [(call.call, call.family) for call in calls.drain()] == [("socket", "IPv6"), ("bind", "IPv4")]
    assert calls.drain() == ()
