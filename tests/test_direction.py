"""Which way a language is written."""

import pytest

from glossary_publish.direction import direction


@pytest.mark.parametrize(
    "language", ["ar", "ar-EG", "he", "fa-IR", "ur", "AR", "az-Arab", "pa-Arab-PK", "yi"]
)
def test_languages_and_scripts_written_from_right_to_left(language: str) -> None:
    assert direction(language) == "rtl"


@pytest.mark.parametrize("language", ["en", "en-US", "fr", "zh-Hant", "ar-Latn", "ks-Deva", "cy", "az"])
def test_languages_and_scripts_written_from_left_to_right(language: str) -> None:
    assert direction(language) == "ltr"
