"""The names that the package promises."""

from __future__ import annotations

import pytest

import cleaner


@pytest.mark.parametrize("name", cleaner.__all__)
def test_every_public_name_is_there(name: str) -> None:
    """They are looked up when they are first used; each must be found."""
    assert getattr(cleaner, name) is not None
    assert name in dir(cleaner)


def test_a_name_that_does_not_exist_is_an_attribute_error() -> None:
    """As in any module."""
    with pytest.raises(AttributeError, match="no attribute 'clear'"):
        _ = cleaner.clear
