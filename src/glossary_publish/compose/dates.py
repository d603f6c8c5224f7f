"""Dates as people of a language and region write them."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from babel import Locale
from babel.core import UnknownLocaleError
from babel.dates import format_date

from glossary_publish.diagnostics import PublishError, fault
from glossary_publish.glossary.languages import broader


@lru_cache(maxsize=512)
def long_date(day: date, language: str, region: str) -> str:
    """A date in words (`18 December 2025`), as CLDR has it for the language in the region.

    Raises `PublishError` for a language that CLDR does not know.
    """
    return format_date(day, "long", locale=locale_of(language, region))


@lru_cache(maxsize=64)
def locale_of(language: str, region: str = "") -> Locale:
    """What CLDR knows of a language, in a region if it knows it there; never the locale of the process.

    Raises `PublishError` for a language that CLDR does not know.
    """
    for name in _names(language, region):
        try:
            return Locale.parse(name)
        except (UnknownLocaleError, ValueError):
            continue
    message = f"how dates and numbers are written in {language} is not known"
    raise fault(PublishError, "unknown-language", message, help='use a tag such as "en" or "pt-BR"')


def _names(language: str, region: str) -> Iterator[str]:
    """The language in the region, unless its tag names another one; then as it stands; then without its end."""
    last = language.rpartition("-")[2]
    if region and ("-" not in language or len(last) == 4):  # a script, not a region
        yield f"{language}_{region}".replace("-", "_")
    yield from (tag.replace("-", "_") for tag in broader(language))
