"""A clinic: what its letterhead says, how its sheets look, and which of them it prints."""

from dataclasses import dataclass, field

from glossary_publish.diagnostics import Span
from glossary_publish.glossary.languages import broader
from glossary_publish.publication import Image

FOLDER = "content/clinics"
LARGE_PRINT = "large-print"  # stands for the one of the layouts for large print that a clinic has chosen
WRITE_IN = ("questions", "appointment", "notes")
FULL, SHORT, ON_REQUEST = "full", "short", "on-request"
MODES = (FULL, SHORT, ON_REQUEST)


@dataclass(frozen=True, slots=True)
class Wording:
    """A text in one or several languages: pairs of a language and its words."""

    texts: tuple[tuple[str, str], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.texts)

    def in_language(self, language: str) -> tuple[str, str]:
        """The words in a language or one that it narrows, else the first that there are; with their language."""
        found = dict(self.texts)
        tag = next((tag for tag in broader(language) if tag in found), self.texts[0][0])
        return tag, found[tag]


@dataclass(frozen=True, slots=True)
class Phone:
    """A telephone number and what it is for."""

    label: Wording
    number: str
    span: Span


@dataclass(frozen=True, slots=True, eq=False)
class Clinic:
    """What `content/clinics/<slug>/clinic.toml` says, with its brand and its logo.

    `language` is the one that name and address are in. `layouts` may name `large-print`, which stands for
    `large_print`. `preprinted_top` is in millimetres; 0 for paper on which nothing is printed yet. `sources` are the
    files it was read from, by project-relative path.
    """

    slug: str
    name: str
    language: str
    address: tuple[str, ...]
    phones: tuple[Phone, ...]
    hours: Wording
    language_help: Wording
    website: str
    feedback: str
    region: str
    paper: str
    layouts: tuple[str, ...]
    large_print: str
    references: str
    write_in: tuple[str, ...]
    logo: Image | None
    colour: str
    preprinted_top: float
    path: str
    places: tuple[tuple[str, Span], ...]
    sources: tuple[tuple[str, bytes], ...] = field(repr=False)

    def place(self, key: str) -> Span:
        """Where a key stands; the file itself when the key is missing."""
        return dict(self.places).get(key, Span(self.path))

    def layout_called(self, name: str) -> str:
        """The layout that a name means to this clinic."""
        return self.large_print if name == LARGE_PRINT and self.large_print else name
