"""A handout carries the source of its article, byte for byte; no other file carries anything."""

from dataclasses import replace

import pytest

from glossary_publish.verify.checks.attachments import check
from tests.verify.checks.perfect import messages, perfect, told

SOURCE = perfect("pdf").attachments


def test_a_handout_without_its_source_is_told() -> None:
    assert told(check, replace(perfect("pdf"), attachments={})) == [("source-not-attached", "attachments")]


def test_another_source_is_told_twice_for_what_is_missing_and_what_is_there() -> None:
    bad = replace(perfect("pdf"), attachments={"every-construct.md": "0" * 64})
    assert [code for code, _ in told(check, bad)] == ["source-not-attached", "foreign-attachment"]


def test_a_second_attachment_is_told_by_its_name() -> None:
    bad = replace(perfect("pdf"), attachments={**SOURCE, "virus.exe": "0" * 64})
    assert messages(check, bad) == ["the attached file 'virus.exe' is not the source of the article"]


@pytest.mark.parametrize("format", ["epub", "docx"])
def test_other_formats_carry_nothing(format: str) -> None:
    assert told(check, replace(perfect(format), attachments=SOURCE)) == [
        ("foreign-attachment", "attachments")
    ]
