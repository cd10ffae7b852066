"""The lock of macOS: a profile that denies every network call. UNTESTED: written from sandbox_init(3).

The profile holds for this process and its children and can't be taken off. Refused calls are not listed by the
system for us; Python's audit events list what Python code tries.
"""

import ctypes
import ctypes.util

from app.lockdown.engaged import Engaged

# Local (unix) sockets stay open: the window server and the keychain are reached by Mach ports and by them.
PROFILE = b"""(version 1)
(allow default)
(deny network*)
(allow network* (local unix-socket))
(allow network* (remote unix-socket))
(deny network-outbound (literal "/private/var/run/mDNSResponder"))
"""


def engage() -> Engaged:
    """Apply the profile to this process."""
    path = ctypes.util.find_library("sandbox") or "/usr/lib/libsandbox.1.dylib"  # foreign word
    try:
        library = ctypes.CDLL(path, use_errno=True)
    except OSError as error:
        return Engaged(kernel=False, mechanism="none", reason=str(error))
    message = ctypes.c_char_p()
    library.sandbox_init.argtypes = [ctypes.c_char_p, ctypes.c_uint64, ctypes.POINTER(ctypes.c_char_p)]
    library.sandbox_init.restype = ctypes.c_int
    if library.sandbox_init(PROFILE, 0, ctypes.byref(message)) != 0:
        reason = (message.value or b"sandbox_init failed").decode("utf-8", "replace")
        return Engaged(kernel=False, mechanism="none", reason=reason)
    return Engaged(kernel=False, mechanism="macOS profile")
