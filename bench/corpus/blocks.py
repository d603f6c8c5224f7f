"""The blocks of a made-up article, each as lines of Markdown."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from bench.corpus.naming import Name
from bench.corpus.words import Speaker, table

CITED, LINKED, NOTED, FOREIGN = 0.7, 0.3, 0.12, 0.07  # shares of paragraphs
LOCATORS = ("p. {0}", "pp. {0}-{1}", "chap. {2}", "sec. {2}", "{0}")


@dataclass(slots=True)
class Writer:
    """Writes blocks; `sources` are what the article cites, `others` the articles that it leads to.

    `notes` gathers the texts of its footnotes.
    """

    speaker: Speaker
    sources: Sequence[str]
    others: Sequence[Name]
    notes: list[str] = field(default_factory=list)

    def paragraph(self) -> str:
        """A few sentences, often with a citation, at times with a link, a note or words of another language."""
        speaker = self.speaker
        said = speaker.sentences(2, 5)
        if speaker.happens(LINKED) and self.others:
            said.append(speaker.sentence("link", link=speaker.chance.choice(self.others).link()))
        if speaker.happens(FOREIGN):
            said.append(speaker.sentence("foreign_sentence", foreign=self._foreign()))
        if speaker.happens(CITED):
            self._end(said, f" {self._citation()}.")
        if speaker.happens(NOTED):
            self._end(said, f".{self._note()}")
        return " ".join(said)

    def bullets(self) -> str:
        """A list whose entries begin with a word in bold."""
        lines = [f"- **{self._word()}:** {self.speaker.sentence('item')}." for _ in range(self._some(3, 6))]
        return self._led("list_lead", lines)

    def nested(self) -> str:
        """A list in a list."""
        lines = []
        for _ in range(self._some(2, 4)):
            lines.append(f"- {self.speaker.sentence('item')}:")
            lines += [f"  - {self.speaker.phrase('item')}" for _ in range(self._some(2, 3))]
        return self._led("list_lead", lines)

    def steps(self) -> str:
        """A numbered list."""
        lines = [f"{number}. {self.speaker.sentence('step')}" for number in range(1, self._some(3, 6) + 1)]
        return self._led("list_lead", lines)

    def table(self) -> str:
        """A table of two to four columns, whose first column says what each row is about."""
        columns = self._some(2, 4)
        rows = [[self._word() for _ in range(columns)], ["---"] * columns]
        rows += [self._row(columns) for _ in range(self._some(3, 6))]
        return self._led("table_lead", [f"| {' | '.join(row)} |" for row in rows])

    def terms(self) -> str:
        """A list of terms with their meanings."""
        words = dict.fromkeys(self._word() for _ in range(self._some(2, 5)))
        entries = [f"{word}\n: {self.speaker.sentence('meaning')}" for word in words]
        return "\n\n".join([self.speaker.sentence("list_lead"), *entries])

    def quotation(self) -> str:
        """Words of nobody."""
        lines = [f"> {self.speaker.sentence('quotation')}" for _ in range(self._some(1, 2))]
        return self._led("quotation_lead", lines)

    def any(self) -> str:
        """Some block that is no paragraph."""
        kinds: dict[Callable[[], str], int] = {
            self.bullets: 6,
            self.nested: 3,
            self.steps: 3,
            self.table: 3,
            self.terms: 3,
            self.quotation: 2,
        }
        (kind,) = self.speaker.chance.choices(list(kinds), list(kinds.values()))
        return kind()

    def _led(self, lead: str, lines: Sequence[str]) -> str:
        return "\n\n".join([self.speaker.sentence(lead), "\n".join(lines)])

    def _some(self, fewest: int, most: int) -> int:
        return self.speaker.chance.randint(fewest, most)

    def _row(self, columns: int) -> list[str]:
        return [self._word(), *(self.speaker.phrase("cell") for _ in range(columns - 1))]

    def _word(self) -> str:
        return self.speaker.filled("{quality} {thing}").capitalize()

    def _end(self, said: list[str], mark: str) -> None:
        """Put a mark in the place of the full stop of some sentence that has no mark yet."""
        plain = [place for place, text in enumerate(said) if text.endswith(".") and "]" not in text]
        if plain:
            place = self.speaker.chance.choice(plain)
            said[place] = said[place].removesuffix(".") + mark

    def _citation(self) -> str:
        chance = self.speaker.chance
        cited = chance.sample(self.sources, min(len(self.sources), chance.choice((1, 1, 1, 2, 2, 3))))
        return f"[{'; '.join(f'@{source}{self._locator()}' for source in cited)}]"

    def _locator(self) -> str:
        if not self.speaker.happens(0.3):
            return ""
        first = self._some(1, 90)
        return ", " + self.speaker.chance.choice(LOCATORS).format(
            first, first + self._some(1, 9), self._some(1, 12)
        )

    def _note(self) -> str:
        self.notes.append(self.speaker.sentence("note"))
        return f"[^{len(self.notes)}]"

    def _foreign(self) -> str:
        tag, words = self.speaker.chance.choice(list(table("foreign").items()))
        return f"[{self.speaker.chance.choice(words)}]{{lang={tag}}}"
