"""Options are checked when they are made, so that no page pays for a wrong one."""

from __future__ import annotations

from typing import Any

import pytest

import cleaner
from cleaner import ConfigError, Options


@pytest.mark.parametrize(
    "values",
    [
        {"language": "English"},
        {"language": "en-GB"},
        {"language": ""},
        {"language": 5},
        {"day_first": "yes"},
        {"max_bytes": 0},
        {"max_bytes": "10"},
        {"max_bytes": True},
        {"max_depth": None},
        {"max_depth": 2001},
        {"disable": "trending/heading-run"},
        {"disable": (5,)},
        {"languages": "en"},
    ],
    ids=str,
)
def test_an_unusable_value_is_refused_by_its_name(values: dict[str, Any]) -> None:
    """With the option named and what to give instead."""
    with pytest.raises(ConfigError, match=next(iter(values))):
        Options.from_mapping(values)


def test_a_configuration_files_list_of_rules_is_taken() -> None:
    """TOML and JSON know no tuples."""
    assert Options.from_mapping({"disable": ["trending/heading-run"]}).disable == ("trending/heading-run",)


@pytest.mark.parametrize("said", [{"url": 5}, {"id": 5}, {"kind": "pdf"}], ids=str)
def test_an_unusable_argument_of_clean_is_refused_by_its_name(said: dict[str, Any]) -> None:
    """One of ours, not an AttributeError from within."""
    with pytest.raises(ConfigError, match=next(iter(said))):
        cleaner.clean("A page.", **said)
