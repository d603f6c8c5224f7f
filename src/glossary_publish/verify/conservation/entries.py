"""The list of references: every entry says what its fields say, and nothing else."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from glossary_publish.article import ReferenceEntry
from glossary_publish.diagnostics import Report, Span
from glossary_publish.verify.conservation.comparison import HELP, out_of_order, words_added, words_lost
from glossary_publish.verify.conservation.fields import Fields, Value, value_of
from glossary_publish.verify.conservation.files import REFERENCES, Sources, broader
from glossary_publish.verify.conservation.leaves import Leaf, words
from glossary_publish.verify.conservation.shown import of_inlines
from glossary_publish.verify.conservation.styles import Style
from glossary_publish.verify.conservation.targets import same_target

PART = "references"
NAMES = ("author", "editor")
SILENT = frozenset(("id", "kind", "type"))
# What every style shows of a source of some type; of all types title, names, year and address.
SHOWN = {
    "article-journal": ("container-title", "volume", "issue", "page"),
    "book": ("publisher",),
    "chapter": ("container-title", "publisher"),
}
TWICE = frozenset(("genre", "number"))  # fields that a style may show in two places
ORDINAL = re.compile(r"(\d+)[a-z]{1,3}")  # `2nd`, and a year with a letter
TAG = re.compile(r"</?(?:i|b|sc|sup|sub|span)\b[^>]*>")  # what CSL allows in a title
QUOTES = frozenset("\"'“”‘’«»‹›„‚")
SIGNS = frozenset(".,;:()[]-–—…“”‘’'/&")  # between fields, and what a style turns signs into
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
        else:
            message = f"the fields of the reference {entry.key} are not found in {REFERENCES}"
            report.error("source-not-there", message, entry.span, HELP, PART)
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
    for value in (*_missing(fields, style, text), *_missing_names(fields, style, found)):
        words_lost(PART, words(value.text), Span(REFERENCES, value.line), report)
    extra = list(_extra(text, fields, style))
    if extra:
        words_added(PART, extra, entry.span, report)
    _check_addresses(entry, leaf, fields, style, report)


def _check_addresses(entry: ReferenceEntry, leaf: Leaf, fields: Fields, style: Style, report: Report) -> None:
    """The address of a source is shown and leads there; no link leads elsewhere."""
    address = next((name for name in ("DOI", "URL") if name in fields and name in style.shows), "")
    wanted = words(value_of(fields, address))
    if "".join(wanted).casefold() not in "".join(leaf.words).casefold():
        words_lost(PART, wanted, _place(fields, address), report)
    targets = {same_target(link) for link in leaf.links}
    astray = targets - set(map(same_target, _addresses(fields, ADDRESSES)))
    if astray or (address and not targets & set(map(same_target, _addresses(fields, [address])))):
        message = f"the reference {entry.key} leads to {', '.join(sorted(targets)) or 'nothing'}"
        report.error("links-not-of-source", message, _place(fields, address), HELP, PART)


def _label(kind: str, sources: Sources) -> str:
    """How a kind is called in the language of the publication."""
    for name, row in sources.kinds.items():
        if kind in (name, *row.get("aliases", ())):
            labels = row.get("labels", {})
            return str(next((labels[tag] for tag in broader(sources.language) if tag in labels), ""))
    return ""


def _missing(fields: Fields, style: Style, text: Sequence[str]) -> Iterator[Value]:
    """The fields that an entry does not show though its style can, or not in their usual order."""
    exact, found = _exact(text), _plain(text)
    authors = [_exact(words(name.text)) for name in _names(fields, "author")[:1]]
    first = max(0, *(_find(author, exact, 0) for author in authors), 0)
    title = fields["title"][0] if "title" in fields and "title" in style.shows else None
    start = 0
    if title is not None:
        form = _exact(words(TAG.sub("", title.text)))
        place = _find(form, exact, first)
        if place < 0:
            yield title
        start = len(_plain(exact[: place + len(form)])) if place >= 0 else 0
    for name in SHOWN.get(value_of(fields, "type"), ()):
        forms = {key: _form(key, fields[key][0]) for key in (name, f"{name}-short") if key in fields}
        places = {key: place for key, form in forms.items() if (place := _find(form, found, start)) >= 0}
        if not forms or style.shows.isdisjoint((name, f"{name}-short")):
            continue
        longer = (form for form in forms.values() if any(set(forms[key]) < set(form) for key in places))
        rest = {word for form in longer for word in form} - {word for key in places for word in forms[key]}
        if not places or rest & set(found):
            yield fields[next(iter(forms))][0]
        else:
            start = max(place + len(forms[key]) for key, place in places.items())
    year = fields.get("issued.date-parts", fields.get("issued.raw", ()))[:1]
    if year and "issued" in style.shows and not any(word.startswith(year[0].text[:4]) for word in found):
        yield year[0]


def _form(name: str, value: Value) -> tuple[str, ...]:
    """The words of a field that are shown in any case: of pages the first one."""
    return _plain(words(re.split(r"[-–—,]", value.text)[0] if name == "page" else value.text))


def _exact(some: Sequence[str]) -> tuple[str, ...]:
    """Words and signs in small letters, without the quotation marks, which a style may turn into others."""
    return tuple(word.casefold() for word in some if word not in QUOTES)


def _missing_names(fields: Fields, style: Style, found: tuple[str, ...]) -> Iterator[Value]:
    """The authors, or else the editors, whose family names are not there in their order."""
    role = next((role for role in NAMES if role in style.shows and _names(fields, role)), "")
    names = _names(fields, role)
    shown = style.first if style.fewest and len(names) >= style.fewest else len(names)
    given = fields.get(f"{role}.given", ())
    start = 0
    for index, name in enumerate(names[:shown]):
        family = _plain(words(name.text))
        place = _find(family, found, start)
        beside = found[max(0, place - 1) : place] + found[place + len(family) : place + len(family) + 1]
        if place < 0 or (len(given) == len(names) and set(_beside(given[index])).isdisjoint(beside)):
            yield name
        else:
            start = place + 1


def _beside(given: Value) -> Iterator[str]:
    """What of a given name may stand beside the family name."""
    plain = _plain(words(given.text)) or ("",)
    yield from (plain[0], plain[-1], plain[0][:1], plain[-1][:1], "".join(word[:1] for word in plain))


def _names(fields: Fields, role: str) -> list[Value]:
    """Family names, and names that have no parts, in their order."""
    names = (value for key in ("family", "literal") for value in fields.get(f"{role}.{key}", ()))
    return sorted(names, key=lambda value: value.line)


def _extra(text: Sequence[str], fields: Fields, style: Style) -> Iterator[str]:
    """The words of an entry that no field and no term of the style has, or that are there too often."""
    allowed = sayable(fields, style)
    loose = {word for key in TWICE & fields.keys() for word in _sayable(key, fields[key], style)}
    for word, count in Counter(_plain(text)).items():
        ordinal = ORDINAL.fullmatch(word)
        known = word in style.own or word in loose or (ordinal and ordinal[1] in allowed)
        if not known and count > allowed[word]:
            yield word
    signs = {sign for values in fields.values() for value in values for sign in words(value.text)}
    for sign in dict.fromkeys(text):
        if not sign[0].isalnum() and sign not in SIGNS and sign not in signs and sign not in style.own:
            yield sign


def sayable(fields: Fields, style: Style) -> Counter[str]:
    """The words that the fields of a reference may turn into; of a long and a short form only one is shown."""
    found = Counter[str]()
    for key in fields.keys() - SILENT:
        said = Counter(_sayable(key, fields[key], style))
        if (other := f"{key}-short") in fields:
            said |= Counter(_sayable(other, fields[other], style))
        if key.removesuffix("-short") not in fields.keys() - {key}:
            found.update(said)
    return found


def _sayable(key: str, values: Sequence[Value], style: Style) -> Iterator[str]:
    for value in values:
        plain = _plain(words(TAG.sub("", value.text)))
        yield from plain
        if key.endswith(".given"):
            letters = [word[0] for word in plain]
            yield from letters if style.parted_initials else ()
            yield from ("".join(letters),) if style.joined_initials else ()
        elif key == "page":
            yield from _pages(value.text, style)


def _pages(text: str, style: Style) -> Iterator[str]:
    """The last page of a range in full, and in short (`252-60`) if the style writes it so."""
    for first, last in pairwise(re.findall(r"\d+", text)):
        yield first[: max(0, len(first) - len(last))] + last
        yield from (last[place:] for place in range(1, len(last)) if style.short_pages)


def _addresses(fields: Fields, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        if name in fields:
            yield from (f"{start}{value_of(fields, name)}" for start in ADDRESSES[name])


def _plain(some: Sequence[str]) -> tuple[str, ...]:
    return tuple(word.casefold() for word in some if word[0].isalnum())


def _find(some: Sequence[str], others: Sequence[str], start: int) -> int:
    size = len(some)
    places = (
        place for place in range(start, len(others) - size + 1) if tuple(others[place : place + size]) == some
    )
    return next(places, -1)


def _place(fields: Fields, key: str) -> Span:
    return Span(REFERENCES, next((value.line for value in fields.get(key, fields.get("id", ()))), 0))
