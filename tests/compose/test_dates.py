"""Dates as people of a language and region write them."""

from datetime import date

import pytest

from glossary_publish.compose.dates import long_date
from glossary_publish.diagnostics import PublishError
from tests.compose.sample import fault_of

DAY = date(2025, 12, 8)


@pytest.mark.parametrize(
    ("language", "region", "words"),
    [
        ("en", "US", "December 8, 2025"),
        ("en", "GB", "8 December 2025"),
        ("en-GB", "US", "8 December 2025"),
        ("es", "US", "8 de diciembre de 2025"),
        ("fr", "US", "8 décembre 2025"),
        ("de", "001", "8. Dezember 2025"),
        ("zh-Hant", "US", "2025年12月8日"),
        ("zh-Hant-HK", "US", "2025年12月8日"),
        ("ar", "US", "8 ديسمبر 2025"),
    ],
)
def test_a_date_reads_as_in_the_language_and_region(language: str, region: str, words: str) -> None:
    assert long_date(DAY, language, region) == words


def test_a_language_whose_dates_are_unknown_is_told() -> None:
    with pytest.raises(PublishError) as caught:
        long_date(DAY, "xx", "US")
    assert fault_of(caught.value).code == "unknown-language"
