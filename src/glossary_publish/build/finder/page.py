"""A page for finding sheets, as HTML: one file that needs no server, no network and no script to be read."""

import base64
import hashlib
import posixpath
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from pathlib import PurePosixPath
from urllib.parse import quote

from babel import Locale
from babel.units import format_unit

from glossary_publish.build.finder.listing import Text, Topic
from glossary_publish.build.finder.looks import Looks, Markup
from glossary_publish.build.manifest import Entry
from glossary_publish.compose.dates import locale_of, long_date
from glossary_publish.compose.wording import Wording
from glossary_publish.direction import direction
from glossary_publish.formats import FORMATS

SHEETS = "-sheets"  # ends the name of the sheets to fold, which lie beside their edition
KILO = 1000
Ids = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose page it is: the glossary, or a clinic in its colour; `language` is that of the name."""

    name: str
    language: str
    colour: str = ""


@dataclass(frozen=True)
class Page:
    """A page in its making. `folder` is where it lies in the output, `title_of` the title of a layout by its name,
    `size_of` the bytes of a file by its path.

    `listed` are topics that were written for the page before, by the identities of their files.
    """

    looks: Looks
    wording: Wording
    region: str
    owner: Owner
    folder: str
    topics: tuple[Topic, ...]
    size_of: Callable[[str], int]
    title_of: Callable[[str], str]
    sample: bool = False
    clinics: tuple[tuple[str, Owner], ...] = ()
    listed: dict[Ids, tuple[Topic, Markup]] = field(default_factory=dict)

    @property
    def language(self) -> str:
        """The language that the page speaks."""
        return self.wording.language

    @cached_property
    def locale(self) -> Locale:
        """How the language of the page writes sizes and calls languages."""
        return locale_of(self.language, self.region)

    def html(self) -> bytes:
        """The whole page."""
        say, fill = self.wording.text, self.looks.fill
        style, script = self.looks.style(self.owner.colour), Markup(self.looks.files["page.js"])
        page = fill(
            "page.html",
            **_spoken(self.language),
            owner=self.owner.name,
            owner_language=self.owner.language,
            owner_direction=direction(self.owner.language),
            heading=say("finder-heading"),
            lede=say("finder-lede"),
            sample=fill("sample.html", words=say("sample-notice")) if self.sample else "",
            clinics=self._clinics(),
            search=say("finder-search"),
            hint=say("finder-hint"),
            choices=self._choices(),
            show_all=say("finder-show-all"),
            count=self.wording.pattern("finder-count", "topics", "files"),
            none=say("finder-none"),
            overdue=say("finder-overdue"),
            print_note=say("finder-print"),
            topics=self.listing(),
            style=style,
            script=script,
            style_hash=_digest(style),
            script_hash=_digest(script),
        )
        return page.encode()

    def _clinics(self) -> Markup:
        if not self.clinics:
            return Markup()
        rows = [
            self.looks.fill("clinic.html", href=self._href(path), name=owner.name, **_spoken(owner.language))
            for path, owner in self.clinics
        ]
        return self.looks.fill(
            "clinics.html", heading=self.wording.text("finder-clinics"), rows=_joined(rows)
        )

    # --- what can be chosen ----------------------------------------------------------------------------

    def _choices(self) -> Markup:
        texts = [text for topic in self.topics for text in topic.texts]
        files = [entry for text in texts for entry in text.files]
        say = self.wording.text
        rows = (
            ("language", say("finder-language"), say("finder-all-languages"), self._languages(texts)),
            ("layout", say("finder-layout"), say("finder-all-layouts"), self._layouts(files)),
            ("paper", say("finder-paper"), say("finder-all-papers"), _papers(files)),
        )
        return _joined(self._choice(*row) for row in rows if len(row[3]) > 1)

    def _choice(self, id: str, label: str, everything: str, options: Mapping[str, str]) -> Markup:
        rows = [self.looks.fill("option.html", value=value, words=words) for value, words in options.items()]
        return self.looks.fill(
            "choice.html", id=id, label=label, everything=everything, options=_joined(rows)
        )

    def _languages(self, texts: Iterable[Text]) -> dict[str, str]:
        found = {text.language for text in texts}
        names = {language: self._language_name(language) for language in found}
        return dict(sorted(names.items(), key=lambda row: (row[0] != self.language, row[1])))

    def _layouts(self, files: Iterable[Entry]) -> dict[str, str]:
        """The layouts in the order in which their files are listed."""
        return {entry.layout: self._layout_name(entry.layout) for entry in files}

    # --- what is listed --------------------------------------------------------------------------------

    def listing(self) -> Markup:
        """All topics; the files of one that was written before are those that they were."""
        for topic in self.topics:
            if (key := _ids(topic)) not in self.listed:
                self.listed[key] = topic, self._topic(topic)
        return _joined(self.listed[_ids(topic)][1] for topic in self.topics)

    def _topic(self, topic: Topic) -> Markup:
        first = topic.texts[0]
        texts = [self._text(topic, text, number) for number, text in enumerate(topic.texts, 1)]
        return self.looks.fill(
            "topic.html",
            **_spoken(first.language),
            category=" · ".join(filter(None, (first.category, _unsaid(first)))),
            title=first.title,
            also=self._also(first),
            texts=_joined(texts),
        )

    def _also(self, text: Text) -> Markup:
        if not text.also_known_as:
            return Markup()
        names = self.looks.fill(
            "also-names.html",
            **_spoken(text.language),
            names=self.wording.text("between-names").join(text.also_known_as),
        )
        before, _, after = self.wording.pattern("also-known-as", "names").partition("{names}")
        return self.looks.fill("also.html", before=before, names=names, after=after)

    def _text(self, topic: Topic, text: Text, number: int) -> Markup:
        say, fill, first = self.wording.text, self.looks.fill, topic.texts[0]
        named = (text.title, text.language) == (first.title, first.language)
        due = fill("due.html", date=text.due, words=self._date(text.due)) if text.due else say("not-recorded")
        return fill(
            "text.html",
            id=f"{topic.slug}-{number}",
            language=text.language,
            language_name=self._language_name(text.language),
            own_name=self._own_name(text.language),
            title=Markup() if named else fill("title.html", words=text.title, **_spoken(text.language)),
            also=Markup() if named or text.also_known_as == first.also_known_as else self._also(text),
            older=fill("older.html", words=say("finder-older")) if text.older else Markup(),
            version_label=say("version"),
            version=text.version,
            updated_label=say("updated"),
            updated=text.updated,
            updated_words=self._date(text.updated),
            due_label=say("review-due") if text.due else say("review-date"),
            due=due,
            code_label=say("finder-code"),
            code=text.code,
            files=_joined(map(self._file, text.files)),
        )

    def _file(self, entry: Entry) -> Markup:
        name = self._layout_name(entry.layout)
        if PurePosixPath(entry.path).stem.endswith(SHEETS) and FORMATS[entry.format].impose:
            name = self.wording.text("finder-sheets", layout=name)
        return self.looks.fill(
            "file.html",
            layout=entry.layout,
            paper=entry.paper,
            href=self._href(entry.path),
            name=" · ".join(filter(None, (name, _paper_name(entry.paper)))),
            format=format_name(entry.format),
            size=self._size(self.size_of(entry.path)),
        )

    # --- words -----------------------------------------------------------------------------------------

    def _href(self, path: str) -> str:
        return quote(posixpath.relpath(path, self.folder) if self.folder != "." else path)

    def _date(self, day: str) -> str:
        """A date in words; what is none, in a manifest that somebody changed, as it stands."""
        try:
            return long_date(date.fromisoformat(day), self.language, self.region)
        except ValueError:
            return day

    def _size(self, size: int) -> str:
        unit, amount = ("megabyte", size / KILO**2) if size >= KILO**2 else ("kilobyte", size / KILO)
        words = round(amount, 1) if unit == "megabyte" else max(1, round(amount))
        return _amount(words, f"digital-{unit}", self.locale)

    def _language_name(self, language: str) -> str:
        return _capital(locale_of(language).get_display_name(self.locale) or language)

    def _own_name(self, language: str) -> Markup:
        if language == self.language:
            return Markup()
        words = _capital(locale_of(language).get_display_name() or language)
        return self.looks.fill("own-name.html", words=words, **_spoken(language))

    def _layout_name(self, name: str) -> str:
        """What the language of the page calls a layout of the tool; any other one has the title that it gives itself."""
        key = f"layout-{name}"
        return self.wording.text(key) if key in self.wording.strings else self.title_of(name)


def _ids(topic: Topic) -> Ids:
    return tuple([id(entry) for text in topic.texts for entry in text.files])


def format_name(format: str) -> str:
    """What a format is called beside a link."""
    return FORMATS[format].suffix.upper()


@lru_cache(maxsize=4096)
def _amount(number: float, unit: str, locale: Locale) -> str:
    return format_unit(number, unit, "short", locale=locale)


def _papers(files: Iterable[Entry]) -> dict[str, str]:
    return {paper: _paper_name(paper) for paper in sorted({entry.paper for entry in files} - {""})}


def _paper_name(paper: str) -> str:
    """Papers have the same names in all languages."""
    return paper.replace("-", " ").title()


def _spoken(language: str) -> dict[str, str]:
    return {"language": language, "direction": direction(language)}


def _unsaid(text: Text) -> str:
    """The term of an article whose title does not say it."""
    return "" if text.term.casefold() in text.title.casefold() else text.term


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _joined(pieces: Iterable[str]) -> Markup:
    return Markup("".join(pieces))


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
