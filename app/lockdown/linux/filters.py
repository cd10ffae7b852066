"""The three filters: the app's (asks the guard), the plain one (asks nobody), the worker's second one."""

import errno

from app.lockdown.linux.bpf import ALLOW, NOTIFY, Rule, Test, assemble, refuse
from app.lockdown.linux.tables import Calls

AF_UNIX, SOCK_DGRAM, SOCK_RAW, TYPE_MASK = 1, 2, 3, 0xF
NEW_LISTENER = 1 << 3


def app_filter(calls: Calls) -> bytes:
    """Every way to the network is put to the guard, which only ever refuses it."""
    return assemble(calls, (*_closed(calls, NOTIFY), *_guard_shield(calls)), foreign=NOTIFY)


def plain_filter(calls: Calls) -> bytes:
    """The same, refused in the kernel without a question: for the guard, and where no listener can be had.

    Unix connections go on: there is nobody to ask about the path.
    """
    refusal = refuse(errno.EACCES)
    rules = [rule for rule in _closed(calls, refusal) if rule.call != calls.connect]
    return assemble(calls, (*rules, *_guard_shield(calls)), foreign=refusal)


def guard_filter(calls: Calls) -> bytes:
    """The guard needs no connection and starts no program."""
    refusal = refuse(errno.EACCES)
    programs = (Rule(calls.execve, refusal), Rule(calls.execveat, refusal))
    return assemble(calls, (*_closed(calls, refusal), *_guard_shield(calls), *programs), foreign=refusal)


def worker_filter(calls: Calls) -> bytes:
    """What a worker gives up besides: programs, and unix sockets of every kind.

    Other families and foreign ABIs are left to the first filter: an errno here would outrank its question and
    hide the attempt.
    """
    refusal = refuse(errno.EACCES)
    rules = (
        Rule(calls.execve, refusal),
        Rule(calls.execveat, refusal),
        Rule(calls.socket, refusal, (Test(0, AF_UNIX),)),
        Rule(calls.socketpair, refusal),
    )
    return assemble(calls, rules, foreign=ALLOW)


def _closed(calls: Calls, action: int) -> tuple[Rule, ...]:
    # Unix datagram sockets can send to any path by sendmsg(), whose address no filter can see: none are made.
    no_datagrams = [Test(1, kind, mask=TYPE_MASK) for kind in (SOCK_DGRAM, SOCK_RAW)]
    return (
        Rule(calls.socket, action, (Test(0, AF_UNIX, equal=False),)),
        *(Rule(calls.socket, action, (test,)) for test in no_datagrams),
        Rule(calls.socketpair, refuse(errno.EACCES), (Test(0, AF_UNIX, equal=False),)),
        *(Rule(calls.socketpair, refuse(errno.EACCES), (test,)) for test in no_datagrams),
        Rule(calls.connect, action),
        Rule(calls.bind, action),
        Rule(calls.listen, action),
        Rule(calls.sendto, action, (Test(4, 0, equal=False),)),
        Rule(calls.sendto, action, (Test(4, 0, equal=False, high=True),)),
        Rule(calls.io_uring_setup, action),
    )


def _guard_shield(calls: Calls) -> tuple[Rule, ...]:
    refusal = refuse(errno.EPERM)
    return (
        Rule(calls.ptrace, refusal),
        Rule(calls.process_vm_writev, refusal),
        Rule(calls.pidfd_getfd, refusal),
        # The newest listener decides: once the guard is dead a process could become its own and let itself go on.
        Rule(calls.seccomp, refusal, (Test(1, NEW_LISTENER, mask=NEW_LISTENER),)),
    )
