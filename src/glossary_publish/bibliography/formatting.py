"""What a citation style makes of the citations of an article: their marks, and the list of references."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from glossary_publish.article import CitationItem, Inline, Mark
from glossary_publish.bibliography.engine import question_of, run, run_ahead
from glossary_publish.bibliography.inlines import inlines
from glossary_publish.bibliography.marks import marks
from glossary_publish.bibliography.reference import Reference
from glossary_publish.bibliography.style import CitationStyle
from glossary_publish.diagnostics import PublishError, fault

# The sources that each citation of an article names, in reading order, and those that are listed besides.
Cited = tuple[Sequence[tuple[CitationItem, ...]], Sequence[str]]
NOTHING = "[CSL STYLE ERROR"  # what citeproc-js prints where a style has nothing to say
TITLES = ("title", "container-title", "collection-title", "volume-title", "part-title", "original-title")
# A subtitle stands after a colon, a question mark, an exclamation mark or a dash (APA 7, 6.17), perhaps in quotes.
SUBTITLE = re.compile(r"((?:[:?!] |—)(?:<(?:i|b)>|['\"“‘(])*)([^\W\d_])")
# Keys get this before them, so that none is a number, whose order JavaScript would change, or the name of something
# that every object of JavaScript has.
OURS = "@"


@dataclass(frozen=True, slots=True)
class FormattedEntry:
    """A reference as the style prints it, without its number and its kind."""

    key: str
    number: int
    anchor: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Formatted:
    """The marks of every citation, in the order given, and the entries in the order of the style."""

    citations: tuple[tuple[Mark, ...], ...]
    entries: tuple[FormattedEntry, ...]


def format_citations(
    style: CitationStyle,
    references: Mapping[str, Reference],
    citations: Sequence[tuple[CitationItem, ...]],
    uncited: Sequence[str],
) -> Formatted:
    """Format citations and the references they lead to; `uncited` ones are listed too. All keys must be known.

    Raises `PublishError` when the style prints nothing for a reference, or fails.
    """
    question = _question(style, references, (citations, uncited))
    if not question:
        return Formatted((), ())
    printed = run(style, question)
    keys = [key.removeprefix(OURS) for key in printed.keys]
    anchors = {OURS + key: f"reference-{place}" for place, key in enumerate(keys, 1)}
    for items, text in zip(citations, printed.citations, strict=True):
        _refuse_nothing(text, references[items[0].key])
    for key, text in zip(keys, printed.entries, strict=True):
        _refuse_nothing(text, references[key])
    return Formatted(
        tuple(marks(text, printed.prefix, printed.suffix, anchors) for text in printed.citations),
        tuple(
            FormattedEntry(key, place if style.numbered else 0, anchors[OURS + key], inlines(text))
            for place, (key, text) in enumerate(zip(keys, printed.entries, strict=True), 1)
        ),
    )


def format_ahead(
    style: CitationStyle, references: Mapping[str, Reference], articles: Iterable[Cited]
) -> None:
    """Have the engine do at once what `format_citations` will be asked for next; it fails on nothing."""
    questions = (_question(style, references, cited) for cited in articles)
    run_ahead(style, filter(None, questions))


def _question(style: CitationStyle, references: Mapping[str, Reference], named: Cited) -> str:
    """What the engine is asked; empty where an article names no source."""
    citations, uncited = named
    cited = list(dict.fromkeys(item.key for items in citations for item in items))
    others = [key for key in dict.fromkeys(uncited) if key not in cited]
    if not cited and not others:
        return ""
    return question_of(
        {OURS + key: _source(references[key], style) for key in (*cited, *others)},
        [[_cited(item) for item in items] for items in citations],
        [OURS + key for key in others],
    )


def _source(reference: Reference, style: CitationStyle) -> dict[str, Any]:
    data = dict(reference.data)
    if style.capital_subtitles and str(data.get("language", style.language)).startswith("en"):
        data |= {name: _capital_subtitles(data[name]) for name in TITLES if name in data}
    return data | {"id": OURS + reference.key, "system_id": OURS + reference.key}


def _capital_subtitles(title: str) -> str:
    return SUBTITLE.sub(lambda found: found[1] + found[2].upper(), title)


def _cited(item: CitationItem) -> dict[str, str]:
    fields = {"label": item.label, "locator": item.locator, "prefix": item.prefix, "suffix": item.suffix}
    return {"id": OURS + item.key} | {name: value for name, value in fields.items() if value}


def _refuse_nothing(text: str, reference: Reference) -> None:
    if NOTHING in text or not text:
        message = f"the citation style prints nothing for the reference {reference.key!r}"
        help = "give it the fields that its type needs, a title first of all, or choose another style"
        raise fault(PublishError, "unprintable-reference", message, reference.span, help)
