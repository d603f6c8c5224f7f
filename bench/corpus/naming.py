"""How made-up articles are called: each by its number and by words of its own."""

from dataclasses import dataclass
from random import Random

from bench.corpus.words import Speaker, vocabulary


@dataclass(frozen=True, slots=True)
class Name:
    """An article as others name it."""

    number: str
    quality: str
    thing: str
    things: str

    @property
    def slug(self) -> str:
        """The name of its file."""
        return f"sample-{self.number}-{self.quality}-{self.thing}"

    @property
    def term(self) -> str:
        """Its short name."""
        return f"{self.quality.capitalize()} {self.thing} ({self.number})"

    def link(self) -> str:
        """A link that leads to it."""
        return f"[the {self.quality} {self.thing}](article:{self.slug})"


def names(count: int, seed: int) -> tuple[Name, ...]:
    """The names of all articles."""
    speaker = Speaker(Random(f"{seed} names"))
    width = max(4, len(str(count)))
    nouns = list(zip(vocabulary()["thing"], vocabulary()["things"], strict=True))
    return tuple(
        Name(f"{number:0{width}}", speaker.phrase("quality"), *speaker.chance.choice(nouns))
        for number in range(1, count + 1)
    )
