"""Scripts: which way characters run, and which of its three languages a run is in (17.3.2.20, 17.3.2.30)."""

import unicodedata

from glossary_publish.verify.inspect.docx.properties import Properties
from glossary_publish.verify.inspect.docx.styles import is_set

RIGHT_TO_LEFT = ("R", "AL")
LEFT_TO_RIGHT = ("L",)


def runs(words: str, *, right_to_left: bool) -> bool:
    """Whether some of the characters run in a direction by themselves."""
    if words.isascii():
        return not right_to_left and any(map(str.isalpha, words))
    classes = RIGHT_TO_LEFT if right_to_left else LEFT_TO_RIGHT
    return any(unicodedata.bidirectional(one) in classes for one in words)


def language_of(words: str, properties: Properties) -> str:
    """The language of a run."""
    languages = properties.get("lang", {})
    if is_set(properties, "rtl") or is_set(properties, "cs"):
        return languages.get("bidi", "")
    if not words.isascii() and any(unicodedata.east_asian_width(one) in "WF" for one in words):
        return languages.get("eastAsia", "")
    return languages.get("val", "")


def set_astray(words: str, properties: Properties, language: str, *, right_to_left: bool) -> str:
    """How a run is set against its words, in a document of a language and a direction; mostly not at all."""
    if is_set(properties, "rtl"):
        return "" if right_to_left or runs(words, right_to_left=True) else "from right to left"
    if language_of(words, properties) == language:
        return "from left to right" if right_to_left and words.strip() else ""
    backward, forward = runs(words, right_to_left=True), runs(words, right_to_left=False)
    return "from left to right" if backward and not forward else ""
