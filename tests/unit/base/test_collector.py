"""The collector rests inside, and works again afterwards, whatever happened."""

import gc

import pytest

from app.base.collector import collector_paused


def test_it_rests_inside_and_works_afterwards() -> None:
    assert gc.isenabled()
    with collector_paused():
        assert not gc.isenabled()
        with collector_paused():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(ZeroDivisionError), collector_paused():
        raise ZeroDivisionError
    assert gc.isenabled()
