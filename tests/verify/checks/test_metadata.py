"""The file says of itself what the publication says."""

from dataclasses import replace

import pytest

from glossary_publish.verify.checks.metadata import check
from tests.verify.checks.perfect import KEYS, messages, perfect, told


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("value", ["", "something else"])
def test_another_value_and_none_are_told(key: str, value: str) -> None:
    bad = replace(perfect("pdf"), metadata={**perfect("pdf").metadata, key: value})
    assert told(check, bad) == [("metadata-differs", "metadata")]
    assert repr(value) in messages(check, bad)[0]


def test_a_key_that_is_missing_is_told() -> None:
    metadata = {key: value for key, value in perfect("pdf").metadata.items() if key != "version"}
    assert messages(check, replace(perfect("pdf"), metadata=metadata)) == [
        "expected the version '1.0', found ''"
    ]


def test_what_a_format_cannot_carry_is_not_asked_for() -> None:
    metadata = {**perfect("docx").metadata, "direction": ""}
    assert told(check, replace(perfect("docx"), metadata=metadata, cannot=("direction",))) == []


def test_white_space_does_not_matter() -> None:
    metadata = {**perfect("pdf").metadata, "title": " Every  construct:\nshown once"}
    assert told(check, replace(perfect("pdf"), metadata=metadata)) == []
