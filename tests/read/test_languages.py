"""Language tags are checked by their form."""

import pytest

from glossary_publish.read.languages import is_language_tag


@pytest.mark.parametrize(
    "tag",
    [
        "fr",
        "FR",
        "pt-BR",
        "zh-Hans",
        "zh-Hant-TW",
        "sl-rozaj-biske",
        "de-CH-1901",
        "es-419",
        "en-x-clinic",
        "ar-u-nu-latn",
    ],
)
def test_tags_of_bcp_47_are_accepted(tag: str) -> None:
    assert is_language_tag(tag)


@pytest.mark.parametrize(
    "tag", ["", "f", "french language", "fr_FR", "fr-", "-fr", "en-toolongsubtag", "ü", "123", "fr--FR"]
)
def test_other_words_are_not(tag: str) -> None:
    assert not is_language_tag(tag)
