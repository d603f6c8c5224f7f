"""A faultless file passes every check in every format."""

import pytest

from glossary_publish.verify.checks import CHECKS
from tests.verify.checks.perfect import Check, perfect, told


@pytest.mark.parametrize("format", ["pdf", "epub", "docx"])
@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__module__.rpartition(".")[2])
def test_a_faultless_file_passes_a_check(check: Check, format: str) -> None:
    assert told(check, perfect(format)) == []
