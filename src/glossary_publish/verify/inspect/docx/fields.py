"""Fields: a code that Word works out, and the result that it last put there (17.16)."""

from dataclasses import dataclass, field

PLACES = {"PAGE": "{page}", "NUMPAGES": "{pages}"}  # what a line at the head or foot of pages says instead


@dataclass(slots=True)
class Field:
    """A complex field while it is read: its code, then its result."""

    code: list[str] = field(default_factory=list)
    result: list[str] = field(default_factory=list)
    separated: bool = False

    @property
    def words(self) -> list[str]:
        """The code in words; the first one is its name."""
        return "".join(self.code).split()

    @property
    def shown(self) -> str:
        """What the result says."""
        return "".join(self.result).strip()

    def marked(self) -> str:
        """The bookmark whose note mark is shown once more; empty for a field of another kind (17.16.5.39)."""
        match self.words:
            case ["NOTEREF", name, *switches] if set(switches) == {"\\f", "\\h"}:
                return name
            case _:
                return ""

    def placeholder(self) -> str:
        """What a field that counts pages reads as; empty for a field of another kind."""
        words = self.words
        return PLACES.get(words[0], "") if len(words) == 1 else ""
