"""The forms that words have with numbers, as CLDR has them for each language."""

from glossary_publish.compose.dates import locale_of


def plural(count: int, language: str) -> str:
    """The name of the form: `one`, `two`, `few`, `many`, `zero` or `other`."""
    return locale_of(language).plural_form(count)
