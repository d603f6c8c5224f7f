"""Dates as people write them, and words with numbers: the forms in which either may be shown."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date


@lru_cache(maxsize=256)
def shown_dates(text: str, language: str, region: str) -> tuple[str, ...]:
    """A date of a source (`2025-12-18`) in words, for a language in a region and for the language alone."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return (text,)
    forms = (format_date(day, "long", locale=locale) for locale in _locales(language, region))
    return tuple(dict.fromkeys(forms)) or (text,)


def form_with(count: int, language: str) -> str:
    """The name of the form that words have with a number (CLDR, plural rules): `one`, `few`, …, `other`."""
    return next((locale.plural_form(count) for locale in _locales(language, "")), "other")


def _locales(language: str, region: str) -> Iterator[Locale]:
    tags = language.split("-")
    names = [
        *([f"{language}-{region}"] if region else ()),
        *("-".join(tags[:length]) for length in range(len(tags), 0, -1)),
    ]
    for name in names:
        try:
            yield Locale.parse(name, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
