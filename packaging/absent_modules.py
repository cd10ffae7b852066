"""Runs first in the packaged program: an empty stand-in for urllib.request, which is not in it.

jaraco.context (under keyring) and xml.sax.saxutils import that module and use it only in functions Coffer never calls.
"""

import sys
import types
import urllib


class _AbsentModule(types.ModuleType):
    """A module of which nothing can be used."""

    def __getattr__(self, name: str) -> object:
        raise AttributeError(f"{self.__name__} is not in the packaged program: {name} is not there")


urllib.request = sys.modules["urllib.request"] = _AbsentModule("urllib.request")
