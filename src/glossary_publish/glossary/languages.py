"""Language tags (BCP 47) and the tags that they narrow."""


def broader(language: str) -> tuple[str, ...]:
    """A tag and those that it narrows, the closest first: `zh-Hant-TW`, `zh-Hant`, `zh`."""
    subtags = language.split("-")
    return tuple("-".join(subtags[:length]) for length in range(len(subtags), 0, -1))
