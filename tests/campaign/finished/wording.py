"""What can go wrong with the words of one text node; each gives the changed words, or the same where it does not apply."""

import re
from collections.abc import Callable
from random import Random

LONG = re.compile(r"\b[A-Za-z]{4,}\b")
LOOKALIKES = str.maketrans("aeopcAEOPC", "аеорсАЕОРС")


def word_changed(text: str, random: Random) -> str:
    """Another word in the place of one."""
    found = _one(LONG, text, random)
    return text[: found.start()] + "never" + text[found.end() :] if found and found[0] != "never" else text


def word_dropped(text: str, random: Random) -> str:
    """A word is missing."""
    found = _one(LONG, text, random)
    return text[: found.start()] + text[found.end() :] if found else text


def word_doubled(text: str, random: Random) -> str:
    """A word stands twice."""
    found = _one(LONG, text, random)
    return text[: found.end()] + " " + text[found.start() :] if found else text


def letters_swapped(text: str, random: Random) -> str:
    """Two letters of a word change places."""
    found = _one(LONG, text, random)
    if not found:
        return text
    place = found.start() + 1
    return text[:place] + text[place + 1] + text[place] + text[place + 2 :]


def digit_changed(text: str, random: Random) -> str:
    """A number is another one."""
    found = _one(re.compile(r"\d"), text, random)
    return text[: found.start()] + str((int(found[0]) + 1) % 10) + text[found.end() :] if found else text


def negated(text: str, random: Random) -> str:
    """A sentence says the contrary."""
    found = _one(re.compile(r"\b(is|are|can|has|have|does|do|may)\b"), text, random)
    return text[: found.end()] + " not" + text[found.end() :] if found else text


def sentence_added(text: str, _: Random) -> str:
    """A sentence that nobody wrote."""
    return text + " Stop taking your medicine."


def another_text(text: str, _: Random) -> str:
    """The words of another disclaimer, which sound right and are not these."""
    return (
        "Ask your pharmacist before you use this product, and read the leaflet." if len(text) > 60 else text
    )


def emptied(text: str, _: Random) -> str:
    """The words are gone."""
    return "" if text.strip() else text


def escaped_twice(text: str, _: Random) -> str:
    """An ampersand is read as `&amp;`."""
    return text.replace("&", "&amp;")


def lookalike(text: str, random: Random) -> str:
    """A letter of another alphabet that looks the same."""
    found = _one(re.compile("[aeopc]"), text, random)
    return text[: found.start()] + found[0].translate(LOOKALIKES) + text[found.end() :] if found else text


def space_lost(text: str, random: Random) -> str:
    """Two words run together."""
    found = _one(re.compile(r"(?<=\w) (?=\w)"), text, random)
    return text[: found.start()] + text[found.end() :] if found else text


def accent_lost(text: str, _: Random) -> str:
    """An accented letter loses its accent."""
    return text.replace("ü", "u").replace("é", "e")


def sign_changed(text: str, _: Random) -> str:
    """About equal becomes equal, a range becomes a difference."""
    return text.replace("≈", "=").replace("–", "-")


WORDINGS: dict[str, Callable[[str, Random], str]] = {
    function.__name__.replace("_", " "): function
    for function in (
        word_changed,
        word_dropped,
        word_doubled,
        letters_swapped,
        digit_changed,
        negated,
        sentence_added,
        another_text,
        emptied,
        escaped_twice,
        lookalike,
        space_lost,
        accent_lost,
        sign_changed,
    )
}


def _one(pattern: re.Pattern[str], text: str, random: Random) -> re.Match[str] | None:
    found = list(pattern.finditer(text))
    return random.choice(found) if found else None
