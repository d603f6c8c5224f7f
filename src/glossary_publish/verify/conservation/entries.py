"""The list of references: every entry says what its fields say, and nothing else."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from glossary_publish.article import ReferenceEntry
from glossary_publish.diagnostics import Report, Span
from glossary_publish.verify.conservation.comparison import HELP, out_of_order, words_added, words_lost
from glossary_publish.verify.conservation.fields import Fields, Value, value_of
from glossary_publish.verify.conservation.files import REFERENCES, Sources, broader
from glossary_publish.verify.conservation.leaves import words
from glossary_publish.verify.conservation.shown import of_inlines
from glossary_publish.verify.conservation.styles import Style
from glossary_publish.verify.conservation.targets import same_target

PART = "references"
NAMES = ("author", "editor")
SILENT = frozenset(("id", "kind", "type"))
# What every style shows of a source of some type; of all types title, names, year and address.
SHOWN = {
    "article-journal": ("container-title", "volume", "page"),
    "book": ("publisher",),
    "chapter": ("container-title", "publisher"),
}
NUMBER = re.compile(r"(\d+)[a-z]{0,3}")
ADDRESSES = {
    "DOI": ("https://doi.org/", "http://doi.org/", "https://dx.doi.org/", ""),
    "URL": ("",),
    "PMID": ("https://pubmed.ncbi.nlm.nih.gov/", "https://www.ncbi.nlm.nih.gov/pubmed/"),
    "PMCID": ("https://www.ncbi.nlm.nih.gov/pmc/articles/", "https://pmc.ncbi.nlm.nih.gov/articles/"),
}


def check_entries(
    entries: Sequence[ReferenceEntry], keys: Sequence[str], sources: Sources, style: Style, report: Report
) -> None:
    """Compare the list with the references; `keys` are those cited, in their order, and those listed by the author."""
    fields = sources.references()
    listed = [entry.key for entry in entries]
    for key in [key for key in keys if key not in listed]:
        title = words(value_of(fields.get(key, {}), "title") or key)
        words_lost(PART, title, _place(fields.get(key, {}), "title"), report)
    for place, entry in enumerate(entries, 1):
        if entry.key not in keys or entry.key in listed[: place - 1]:
            text = of_inlines("p", entry.children, entry.span).words
            words_added(PART, text, entry.span, report)
        elif entry.key in fields:
            _check_entry(entry, fields[entry.key], sources, style, report)
        if entry.anchor != f"reference-{place}" or entry.number not in (0, place):
            message = (
                f"entry {place} of the references has the number {entry.number} and the id {entry.anchor}"
            )
            report.error("reference-misnumbered", message, entry.span, HELP, PART)
    there = [key for key in keys if key in listed]
    shown = [key for key in listed if key in there]
    if style.cited_order and shown != there and len(set(shown)) == len(shown):
        wrong = next(key for key, other in zip(shown, there, strict=True) if key != other)
        title = words(value_of(fields.get(wrong, {}), "title"))
        out_of_order(PART, title, _place(fields.get(wrong, {}), "title"), report)


def _check_entry(
    entry: ReferenceEntry, fields: Fields, sources: Sources, style: Style, report: Report
) -> None:
    leaf = of_inlines("p", entry.children, entry.span)
    label = words(sources.string("kind-of-source", kind=_label(value_of(fields, "kind"), sources)))
    text = leaf.words
    if not label or text[-len(label) :] != label:
        words_lost(PART, label, _place(fields, "kind"), report)
    else:
        text = text[: -len(label)]
    found = _plain(text)
    squeezed = "".join(text).casefold()
    for value in (*_missing(fields, style, found), *_missing_names(fields, style, found)):
        words_lost(PART, words(value.text), Span(REFERENCES, value.line), report)
    address = next((name for name in ("DOI", "URL") if name in fields and name in style.shows), "")
    if address and "".join(words(value_of(fields, address))).casefold() not in squeezed:
        words_lost(PART, words(value_of(fields, address)), _place(fields, address), report)
    extra = list(_extra(found, fields, style))
    if extra:
        words_added(PART, extra, entry.span, report)
    allowed = set(map(same_target, _addresses(fields)))
    for link in leaf.links:
        if same_target(link) not in allowed:
            message = f"the reference {entry.key} leads to {link}, which none of its fields says"
            report.error("links-not-of-source", message, entry.span, HELP, PART)


def _label(kind: str, sources: Sources) -> str:
    """How a kind is called in the language of the publication."""
    for name, row in sources.kinds.items():
        if kind in (name, *row.get("aliases", ())):
            labels = row.get("labels", {})
            return str(next((labels[tag] for tag in broader(sources.language) if tag in labels), ""))
    return ""


def _missing(fields: Fields, style: Style, found: Sequence[str]) -> Iterator[Value]:
    """The fields that an entry does not show, though its style can."""
    for name in ("title", *SHOWN.get(value_of(fields, "type"), ())):
        keys = [key for key in (name, f"{name}-short") if key in fields]
        values = [fields[key][0] for key in keys]
        shows = not style.shows.isdisjoint((name, f"{name}-short"))
        if shows and values and not any(_within(_form(name, value), found) for value in values):
            yield values[0]
    year = fields.get("issued.date-parts", fields.get("issued.raw", ()))[:1]
    if year and "issued" in style.shows and not any(word.startswith(year[0].text[:4]) for word in found):
        yield year[0]


def _form(name: str, value: Value) -> tuple[str, ...]:
    """What of a field is shown in any case: of pages the first one."""
    text = re.split(r"[-–—,]", value.text)[0] if name == "page" else value.text
    return _plain(words(text))


def _missing_names(fields: Fields, style: Style, found: Sequence[str]) -> Iterator[Value]:
    """The authors, or else the editors, whose family names are not there in their order."""
    role = next((role for role in NAMES if role in style.shows and _names(fields, role)), "")
    names = _names(fields, role)
    shown = style.first if style.fewest and len(names) >= style.fewest else len(names)
    start = 0
    for name in names[:shown]:
        place = _find(_plain(words(name.text)), found, start)
        if place < 0:
            yield name
        else:
            start = place + 1


def _names(fields: Fields, role: str) -> list[Value]:
    """Family names, and names that have no parts, in their order."""
    names = (value for key in ("family", "literal") for value in fields.get(f"{role}.{key}", ()))
    return sorted(names, key=lambda value: value.line)


def _extra(found: Sequence[str], fields: Fields, style: Style) -> Iterator[str]:
    """The words of an entry that no field and no term of the style has, or that are there too often."""
    allowed = Counter(sayable(fields))
    for word, count in Counter(found).items():
        number = NUMBER.fullmatch(word)
        if word in style.own or (number and number[1] in allowed):
            continue
        if count > allowed[word]:
            yield word


def sayable(fields: Fields) -> Iterator[str]:
    """The words that the fields of a reference may turn into."""
    for key, values in fields.items():
        if key not in SILENT:
            yield from _sayable(key, values)


def _sayable(key: str, values: Sequence[Value]) -> Iterator[str]:
    for value in values:
        plain = _plain(words(value.text))
        yield from plain
        if key.endswith(".given"):
            letters = [word[0] for word in plain]
            yield from letters
            yield "".join(letters)
        elif key == "page":
            yield from _pages(value.text)


def _pages(text: str) -> Iterator[str]:
    """The last page of a range in each of its forms: `252-260`, `252-60`."""
    ends = re.findall(r"\d+", text)
    for first, last in pairwise(ends):
        yield first[: max(0, len(first) - len(last))] + last
        yield from (last[place:] for place in range(1, len(last)))


def _addresses(fields: Fields) -> Iterator[str]:
    for name, starts in ADDRESSES.items():
        if name in fields:
            yield from (f"{start}{value_of(fields, name)}" for start in starts)


def _plain(some: Sequence[str]) -> tuple[str, ...]:
    return tuple(word.casefold() for word in some if word[0].isalnum())


def _within(some: Sequence[str], others: Sequence[str]) -> bool:
    return _find(some, others, 0) >= 0


def _find(some: Sequence[str], others: Sequence[str], start: int) -> int:
    size = len(some)
    places = (
        place for place in range(start, len(others) - size + 1) if tuple(others[place : place + size]) == some
    )
    return next(places, -1)


def _place(fields: Fields, key: str) -> Span:
    return Span(REFERENCES, next((value.line for value in fields.get(key, fields.get("id", ()))), 0))
