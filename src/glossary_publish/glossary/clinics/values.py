"""Values of a clinic's file: lines of a letterhead, telephone numbers, addresses, choices and measures."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from glossary_publish.diagnostics import Span
from glossary_publish.glossary.clinics.colours import HEXADECIMAL, full
from glossary_publish.glossary.clinics.model import Phone, Wording
from glossary_publish.glossary.likeness import did_you_mean
from glossary_publish.glossary.settings import LANGUAGE, SITE
from glossary_publish.glossary.tables import TableReader
from glossary_publish.read.characters import check_decoded

LONGEST = 160  # characters of a line: more is no letterhead
MOST_LINES, MOST_PHONES = 5, 5
MAIL = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+")
NUMBER = re.compile(r"[+(]?\d[\d\s().\-/+]{2,30}")


@dataclass(frozen=True, slots=True)
class Found:
    """A value and where it stands."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Values:
    """The values of one clinic, whose own words are in `language`; whatever is wrong is reported."""

    reader: TableReader
    language: str

    def line(self, key: str, default: str | None = None) -> str:
        """A line of text that is not too long."""
        text = " ".join(self.reader.text(key, default).split())
        if len(text) > LONGEST:
            self.reader.wrong(
                key, f"has {len(text)} characters", f"keep it to {LONGEST}: it stands on one line"
            )
        return text

    def matching(self, key: str, pattern: re.Pattern[str], kind: str, default: str) -> str:
        """A line of one form, or what the glossary says."""
        text = self.line(key, default)
        if text and not pattern.fullmatch(text):
            self.reader.wrong(key, f"is {text!r}", f"write {kind}")
        return text

    def address(self) -> tuple[str, ...]:
        """The lines of the address."""
        lines = tuple(" ".join(line.split()) for line in self.reader.texts("address", None))
        if isinstance(self.reader.values.get("address"), list) and not (
            0 < len(lines) <= MOST_LINES and all(lines)
        ):
            self.reader.wrong(
                "address", f"has {len(lines)} lines", f"write 1 to {MOST_LINES} lines, none of them empty"
            )
        if any(len(line) > LONGEST for line in lines):
            self.reader.wrong("address", "has a very long line", f"keep each line to {LONGEST} characters")
        return lines

    def phones(self) -> tuple[Phone, ...]:
        """The telephone numbers, each with what it is for."""
        if "phones" not in self.reader.values:
            help = 'add a table [[phones]] with label = "Appointments" and number = "…"'
            self.reader.report.error(
                "missing-setting", "phones is missing", self.reader.place("phones"), help
            )
        tables = list(self.reader.tables("phones"))
        if len(tables) > MOST_PHONES:
            self.reader.wrong(
                "phones", f"has {len(tables)} numbers", f"keep to the {MOST_PHONES} that patients need most"
            )
        return tuple(map(self._phone, tables))

    def _phone(self, table: TableReader) -> Phone:
        table.refuse_unknown(("label", "number"))
        within = Values(table, self.language)
        number = within.line("number")
        if number and not NUMBER.fullmatch(number):
            table.wrong(
                "number",
                f"is {number!r}",
                'write digits, such as "555-0100"; an extension belongs into the label',
            )
        return Phone(within.wording("label", required=True), number, table.place("number"))

    def wording(self, key: str, required: bool = False) -> Wording:
        """A text, or one in each of several languages: `hours.en = "…"`."""
        value = self.reader.values.get(key)
        if not isinstance(value, dict):
            text = self.line(key, None if required else "")
            return Wording(((self.language, text),) if text else ())
        texts = {tag: " ".join(text.split()) for tag, text in value.items() if isinstance(text, str)}
        for tag in value:
            if not LANGUAGE.fullmatch(tag):
                self.reader.wrong(key, f"names the language {tag!r}", 'write a tag such as "en" or "pt-BR"')
            elif not 0 < len(texts.get(tag, "")) <= LONGEST:
                help = f"write a text of 1 to {LONGEST} characters in quotation marks"
                self.reader.wrong(key, f"has {value[tag]!r} in {tag}", help)
            else:
                check_decoded(texts[tag], self.reader.place(key), self.reader.report, tag)
        return Wording(tuple(texts.items()))

    def web_address(self, key: str) -> str:
        """An address on the web, or nothing."""
        text = self.line(key, "")
        if text and not SITE.fullmatch(text):
            self.reader.wrong(
                key, f"is {text!r}", "write a web address that begins with https:// and has no ? or #"
            )
        return text

    def contact(self, key: str) -> str:
        """A mail address, a web address or a telephone number, or nothing."""
        text = self.line(key, "")
        if text and not any(form.fullmatch(text) for form in (MAIL, SITE, NUMBER)):
            self.reader.wrong(
                key, f"is {text!r}", "write a mail address, a web address or a telephone number"
            )
        return text

    def one_of(self, key: str, known: Sequence[str], default: str) -> str:
        """One of several names."""
        text = self.line(key, default)
        if text and text not in known:
            self.reader.wrong(
                key, f"is {text!r}", did_you_mean(text, known, f"choose one of: {', '.join(known)}")
            )
        return text

    def choices(self, key: str, known: Sequence[str], default: tuple[str, ...]) -> tuple[str, ...]:
        """Some of several names, each once."""
        chosen = self.reader.texts(key, default)
        for name in chosen:
            if name not in known:
                help = did_you_mean(name, known, f"choose from: {', '.join(known)}")
                self.reader.wrong(key, f"names {name!r}, which is not there", help)
        return tuple(dict.fromkeys(chosen))

    def measure(self, key: str, least: float, most: float) -> float:
        """A number of millimetres between two others; 0 if it is not there."""
        value: Any = self.reader.values.get(key, 0)
        if key in self.reader.values and (
            isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most
        ):
            self.reader.wrong(key, f"is {value!r}", f"write millimetres between {least:g} and {most:g}")
            return 0.0
        return float(value)

    def found(self, key: str, otherwise: Found | None) -> Found | None:
        """A value of this file with its place, or else the one that a brand beside it has."""
        if key in self.reader.values:
            text = self.line(key)
            return Found(text, self.reader.place(key)) if text else None
        return otherwise

    def colour(self, found: Found | None) -> str:
        """A colour in six digits; nothing if there is none."""
        if found is None:
            return ""
        if not HEXADECIMAL.fullmatch(found.text):
            message = f"the colour is {found.text!r}"
            help = "write # and three or six hexadecimal digits, in quotation marks"
            self.reader.report.error("wrong-colour", message, found.span, help)
            return ""
        return full(found.text)
