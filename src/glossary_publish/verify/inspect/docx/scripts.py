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


def set_astray(
    words: str, properties: Properties, language: str, *, right_to_left: bool, document: bool
) -> str:
    """How a run is set against its words; mostly not at all.

    `right_to_left` is the direction of its paragraph, `document` that of the document, whose language is named.
    Letters that run from left to right, and numbers, may be set so in any paragraph.
    """
    if is_set(properties, "rtl"):
        return "" if right_to_left or runs(words, right_to_left=True) else "from right to left"
    backward, forward = runs(words, right_to_left=True), runs(words, right_to_left=False)
    if language_of(words, properties) == language:
        if not document:
            return ""
        if right_to_left:
            lost = backward or not any(map(str.isalnum, words))
            return "from left to right" if words.strip() and lost else ""
    return "from left to right" if backward and not forward else ""
