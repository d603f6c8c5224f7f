"""The files that a publication was made from, each read by the scanners of `verify` alone."""

import tomllib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Any

from glossary_publish.verify.conservation.dates import form_with
from glossary_publish.verify.conservation.fields import Fields, read_fields, read_some_fields, value_of
from glossary_publish.verify.conservation.markdown import Text, read_text
from glossary_publish.verify.conservation.styles import Style, style_of

SETTINGS, KINDS, REFERENCES = "content/glossary.toml", "content/kinds.toml", "content/references.yaml"
ARTICLES, BOILERPLATE, STRINGS = "content/articles", "content/boilerplate", "layouts/strings"
CLINICS = "content/clinics"
STYLES = "layouts/citation-styles/"
FENCE = "---"
RECENT = 32
Files = tuple[tuple[str, bytes], ...]  # by path


@dataclass(frozen=True, slots=True)
class Document:
    """A file of front matter and Markdown."""

    path: str
    fields: Fields
    body: tuple[str, ...]
    body_line: int

    @property
    def text(self) -> Text:
        """What the Markdown says."""
        return _text(self.body, self.body_line, self.path)

    def value(self, key: str) -> str:
        """A value of the front matter on one line."""
        return value_of(self.fields, key)

    def line(self, key: str) -> int:
        """Where a value stands; 0 for one that is not there."""
        return next((value.line for value in self.fields.get(key, ())), 0)


class Sources:
    """The files of the publications of one article in one language, for a clinic or for nobody in particular."""

    def __init__(self, files: Files, slug: str, language: str, clinic: str) -> None:
        self.files = dict(files)
        self.slug = slug
        self.language = language
        self.settings = _toml(self.files.get(SETTINGS, b""))
        self.kinds = _toml(self.files.get(KINDS, b""))
        tables = [f"{STRINGS}/{tag}.toml" for tag in broader(self.language)]
        self.strings_path = next((path for path in tables if path in self.files), tables[0])
        self.strings: dict[str, str] = {}
        for path in reversed(tables):
            self.strings |= _toml(self.files.get(path, b""))
        self.clinic_path = f"{CLINICS}/{clinic}/clinic.toml" if clinic else ""
        self.clinic = _toml(self.files.get(self.clinic_path, b""))
        self.article = self.article_of(self.slug)

    def setting(self, key: str) -> str:
        """A text of the settings."""
        return str(self.settings.get(key, ""))

    @property
    def region(self) -> str:
        """Whose notices and dates are meant: the region of the clinic, else that of the glossary."""
        return str(self.clinic.get("region", "")) or self.setting("region")

    def article_of(self, slug: str) -> Document | None:
        """An article, in the language of the publication if there is one."""
        path = self.path_of(slug)
        return self.document(path) if path else None

    def path_of(self, slug: str, left_out: Collection[str] = ()) -> str:
        """Where an article lies, or nothing; `left_out` are files that do not count."""
        names = [f"{slug}.md", f"{slug}.{self.language}.md"]
        if self.language != self.settings.get("language"):
            names.reverse()
        paths = (path for name in names if (path := f"{ARTICLES}/{name}") not in left_out)
        return next((path for path in paths if path in self.files), "")

    def language_of(self, path: str) -> str:
        """The language that the name of a file tells, or that of the glossary."""
        return path.removeprefix(f"{ARTICLES}/").partition(".")[2].rpartition(".")[0] or self.setting(
            "language"
        )

    def boilerplate(self, id: str) -> Document | None:
        """A text that many articles carry, in the language of the publication or one that it narrows."""
        paths = [f"{BOILERPLATE}/{id}.{tag}.md" for tag in broader(self.language)]
        return next((self.document(path) for path in paths if path in self.files), None)

    def document(self, path: str) -> Document:
        """One file."""
        return _document(self.files[path], path)

    def term_in(self, path: str) -> str:
        """The short name of an article of which nothing else is to be read."""
        lines = lines_of(self.files[path])
        return term_of(read_some_fields(lines[1 : _end_of_fields(lines)], 2, ("term", "title")))

    @cached_property
    def references(self) -> Mapping[str, Fields]:
        """The fields of every reference, by its key."""
        return references_in(self.files.get(REFERENCES, b""))

    @cached_property
    def style(self) -> Style:
        """The citation style of the publication."""
        return style_of((path, data) for path, data in self.files.items() if path.startswith(STYLES))

    def address(self, slug: str) -> str:
        """Where an article is on the web; empty without a site."""
        site = self.setting("site")
        return f"{site}/{slug}" if site else ""

    def counted(self, key: str, count: int) -> str:
        """The key of the string that goes with a number (CLDR, plural rules)."""
        form = f"{key}-{form_with(count, self.language)}"
        return form if form in self.strings else key

    def string(self, key: str, **values: str) -> str:
        """A string of the layouts with its placeholders filled in; those without a value stay."""
        text = self.strings.get(key, "")
        for name, value in values.items():
            text = text.replace(f"{{{name}}}", value)
        return text


def broader(language: str) -> list[str]:
    """A tag and those that it narrows: `pt-BR`, `pt`."""
    tags = language.split("-")
    return ["-".join(tags[:length]) for length in range(len(tags), 0, -1)]


def lines_of(data: bytes) -> list[str]:
    """The lines of a file, whatever ends them; a byte order mark is no text."""
    text = data.decode("utf-8-sig", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


@lru_cache(maxsize=RECENT)
def _document(data: bytes, path: str) -> Document:
    lines = lines_of(data)
    end = _end_of_fields(lines)
    return Document(path, read_fields(lines[1:end], 2), tuple(lines[end + 1 :] if end else lines), end + 2)


def _end_of_fields(lines: Sequence[str]) -> int:
    """Where the front matter of a file ends; 0 without any."""
    ends = (number for number, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE)
    return next(ends, 0) if lines[0].rstrip() == FENCE else 0


def term_of(fields: Fields) -> str:
    """The short name of an article."""
    return value_of(fields, "term") or value_of(fields, "title").partition(":")[0].strip()


@lru_cache(maxsize=RECENT)
def _text(lines: tuple[str, ...], first_line: int, path: str) -> Text:
    return read_text(lines, first_line, path)


@lru_cache(maxsize=RECENT)
def _toml(data: bytes) -> dict[str, Any]:
    try:
        return tomllib.loads("\n".join(lines_of(data)))
    except tomllib.TOMLDecodeError:
        return {}


@lru_cache(maxsize=4)
def references_in(data: bytes) -> dict[str, Fields]:
    """Each entry begins with the first dash below the name of the list, as far to the left as the first one."""
    lines = lines_of(data)
    starts = [number for number, line in enumerate(lines) if line.lstrip().startswith("- ")]
    indent = len(lines[starts[0]]) - len(lines[starts[0]].lstrip()) if starts else 0
    starts = [number for number in starts if lines[number][indent : indent + 2] == "- "]
    starts = [number for number in starts if not lines[number][:indent].strip()]
    found = {}
    for start, end in pairwise((*starts, len(lines))):
        entry = [" " * (indent + 2) + lines[start][indent + 2 :], *lines[start + 1 : end]]
        fields = read_fields(entry, start + 1)
        found[value_of(fields, "id")] = fields
    return found
