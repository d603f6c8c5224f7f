"""What a clinic puts on its sheets: its letterhead, where to send remarks, and blank lines to write on."""

from collections.abc import Iterator

from glossary_publish.article import (
    Block,
    Fact,
    FactList,
    Figure,
    Inline,
    LanguageSpan,
    LineBreak,
    Link,
    Paragraph,
    Text,
)
from glossary_publish.compose.parts.pieces import heading, words
from glossary_publish.compose.prepared import Prepared
from glossary_publish.diagnostics import Span
from glossary_publish.glossary.clinics.model import Clinic, Wording
from glossary_publish.publication import Part

DIALLED = frozenset("+0123456789")
APPOINTMENT = ("write-in-date", "write-in-with", "write-in-where")  # what is written after each, by hand


def letterhead(made: Prepared, *, short: bool) -> Part | None:
    """Whose sheet this is and how to reach them; nothing on paper that is printed with it already."""
    clinic = made.glossary.clinic
    if clinic is None or clinic.preprinted_top:
        return None
    return Part("letterhead", tuple(_letterhead(made, clinic, short=short)), Span(clinic.path))


def _letterhead(made: Prepared, clinic: Clinic, *, short: bool) -> Iterator[Block]:
    if clinic.logo is not None:
        alt = made.wording.text("logo", clinic=clinic.name)
        yield Figure(clinic.logo.path, alt, (), clinic.place("logo"))
    yield Paragraph(_own(made, clinic, words(clinic.name)), clinic.place("name"), "clinic-name")
    yield FactList(tuple(_contacts(made, clinic, short=short)), clinic.place("phones"))
    if not short:
        lines = [piece for line in clinic.address for piece in (LineBreak(), Text(line))][1:]
        yield Paragraph(_own(made, clinic, tuple(lines)), clinic.place("address"), "clinic-address")


def _contacts(made: Prepared, clinic: Clinic, *, short: bool) -> Iterator[Fact]:
    for phone in clinic.phones:
        yield Fact(_said(made, phone.label), (_number(phone.number),))
    if clinic.hours and not short:
        yield Fact(words(made.wording.text("clinic-hours")), _said(made, clinic.hours))
    if clinic.website and not short:
        link = Link(clinic.website, words(clinic.website))
        yield Fact(words(made.wording.text("clinic-website")), (link,))


def language_help(made: Prepared) -> Part | None:
    """Who helps those that read another language, or cannot read this sheet."""
    clinic = made.glossary.clinic
    if clinic is None or not clinic.language_help:
        return None
    span = clinic.place("language_help")
    line = Paragraph(_said(made, clinic.language_help), span, "language-line")
    return Part("language-line", (line,), span)


def feedback(made: Prepared) -> Part | None:
    """Where a reader can say what is wrong with the sheet."""
    clinic = made.glossary.clinic
    if clinic is None or not clinic.feedback:
        return None
    span = clinic.place("feedback")
    line = made.wording.inlines("feedback", contact=(_contact(clinic.feedback),))
    return Part("feedback", (Paragraph(line, span, "feedback"),), span)


def write_in(made: Prepared, name: str, *, asked: bool) -> Part | None:
    """A heading with blank lines below it, which the layout draws. `asked`: only if the clinic's file asks for it."""
    clinic = made.glossary.clinic
    if asked and (clinic is None or name not in clinic.write_in):
        return None
    span = clinic.place("write_in") if clinic else Span(made.wording.paths[0])
    id = f"write-in-{name}"
    labels = APPOINTMENT if name == "appointment" else ()
    lines = (Paragraph(words(made.wording.text(label)), span, "blank") for label in labels)
    return Part(id, (heading(made.wording, id, span), *lines), span)


def _said(made: Prepared, wording: Wording) -> tuple[Inline, ...]:
    """A text of the clinic in the language of the article, or marked as being in another one."""
    language, text = wording.in_language(made.article.language)
    return _in(made, language, words(text))


def _own(made: Prepared, clinic: Clinic, inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    return _in(made, clinic.language, inlines)


def _in(made: Prepared, language: str, inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    return inlines if language == made.article.language else (LanguageSpan(language, inlines),)


def _contact(text: str) -> Inline:
    if "@" in text:
        return Link(f"mailto:{text}", words(text))
    return Link(text, words(text)) if ":" in text else _number(text)


def _number(text: str) -> Inline:
    """A telephone number that can be called where the sheet is read on a screen (RFC 3966, 5)."""
    return Link("tel:" + "".join(sign for sign in text if sign in DIALLED), words(text))
