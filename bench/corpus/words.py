"""Words and phrases of made-up articles, drawn from the lists in vocabulary/."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

FOLDER = Path(__file__).with_name("vocabulary")
SLOT = re.compile(r"\{(\w+)\}")
VOWEL = re.compile(r"\b([Aa]) (?=hour|(?!usual)[aeiou])")  # before which "a" is "an"
# The lists of words.toml whose words have two forms, with the names of both as phrases call them.
FORMS = {
    "thing": ("thing", "things"),
    "idea": ("idea", "ideas"),
    "person": ("person", "people"),
    "doing": ("does", "do"),
}
TRIES = 4  # draws of a word that was used before in the same phrase


@cache
def vocabulary() -> Mapping[str, tuple[str, ...]]:
    """Every list by the name that phrases call it."""
    lists: dict[str, tuple[str, ...]] = {}
    for name, text in table("words").items():
        words = text.split()
        forms = FORMS.get(name)
        if forms is None:
            lists[name] = tuple(words)
        else:
            for place, form in enumerate(forms):
                lists[form] = tuple(word.split("/")[place] for word in words)
    return lists | {name: tuple(phrases) for name, phrases in table("phrases").items()}


@cache
def table(name: str) -> Mapping[str, Any]:
    """A file of vocabulary/."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))


class Speaker:
    """Says phrases, drawn by its source of chance."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance

    def phrase(self, name: str, **given: str) -> str:
        """A phrase of a list with its words filled in."""
        return self.filled(self.chance.choice(vocabulary()[name]), **given)

    def filled(self, phrase: str, **given: str) -> str:
        """A phrase with its words filled in; no word stands in it twice, if it can be helped."""
        used = set[str]()

        def word(slot: re.Match[str]) -> str:
            if slot[1] in given:
                return given[slot[1]]
            drawn = self.chance.choice(vocabulary()[slot[1]])
            for _ in range(TRIES):
                if drawn not in used:
                    break
                drawn = self.chance.choice(vocabulary()[slot[1]])
            used.add(drawn)
            return SLOT.sub(word, drawn)

        return VOWEL.sub(r"\1n ", SLOT.sub(word, phrase))

    def sentence(self, name: str = "sentence", **given: str) -> str:
        """A phrase that begins with a capital letter."""
        return _capital(self.phrase(name, **given))

    def sentences(self, fewest: int, most: int, name: str = "sentence") -> list[str]:
        """Some sentences, each built in another way."""
        phrases = self.chance.sample(vocabulary()[name], self.chance.randint(fewest, most))
        return [_capital(self.filled(phrase)) for phrase in phrases]

    def happens(self, share: float) -> bool:
        """Whether something happens that happens in a share of all cases."""
        return self.chance.random() < share


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
