"""The list of references: every entry says what its fields say, and nothing else."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from glossary_publish.article import ReferenceEntry
from glossary_publish.diagnostics import Report, Span
from glossary_publish.same import Same
from glossary_publish.verify.conservation.comparison import HELP, out_of_order, words_added, words_lost
from glossary_publish.verify.conservation.fields import Fields, value_of
from glossary_publish.verify.conservation.files import REFERENCES, Sources, broader
from glossary_publish.verify.conservation.leaves import Leaf, words
from glossary_publish.verify.conservation.printed import extra, gaps, missing, missing_names
from glossary_publish.verify.conservation.shown import of_inlines
from glossary_publish.verify.conservation.styles import Style
from glossary_publish.verify.conservation.targets import same_target

PART = "references"
ADDRESSES = {
    "DOI": ("https://doi.org/", "http://doi.org/", "https://dx.doi.org/", ""),
    "URL": ("",),
    "PMID": ("https://pubmed.ncbi.nlm.nih.gov/", "https://www.ncbi.nlm.nih.gov/pubmed/"),
    "PMCID": ("https://www.ncbi.nlm.nih.gov/pmc/articles/", "https://pmc.ncbi.nlm.nih.gov/articles/"),
}


@dataclass(frozen=True, slots=True)
class _Wording:
    """What is wrong with an entry: the words that it lacks with their lines, empty brackets, words without a source."""

    lost: tuple[tuple[int, tuple[str, ...]], ...]
    gaps: bool
    added: tuple[str, ...]


def check_entries(
    entries: Sequence[ReferenceEntry], keys: Sequence[str], sources: Sources, report: Report
) -> None:
    """Compare the list with the references; `keys` are those cited, in their order, and those listed by the author."""
    fields, style = sources.references, sources.style
    listed = [entry.key for entry in entries]
    for key in [key for key in keys if key not in listed]:
        title = words(value_of(fields.get(key, {}), "title") or key)
        words_lost(PART, title, _place(fields.get(key, {}), "title"), report)
    for place, entry in enumerate(entries, 1):
        if entry.key not in keys or entry.key in listed[: place - 1]:
            text = of_inlines("p", entry.children, entry.span).words
            words_added(PART, text, entry.span, report)
        elif entry.key in fields:
            _check_entry(entry, fields[entry.key], sources, report)
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


def _check_entry(entry: ReferenceEntry, fields: Fields, sources: Sources, report: Report) -> None:
    leaf, style = of_inlines("p", entry.children, entry.span), sources.style
    label = words(sources.string("kind-of-source", kind=_label(value_of(fields, "kind"), sources)))
    text = leaf.words
    if not label or text[-len(label) :] != label:
        words_lost(PART, label, _place(fields, "kind"), report)
    else:
        text = text[: -len(label)]
    wording = _wording(text, Same(fields), style)
    for line, lost in wording.lost:
        words_lost(PART, lost, Span(REFERENCES, line), report)
    if wording.gaps:
        words_lost(PART, words("( )"), _place(fields, "id"), report)
    if wording.added:
        words_added(PART, wording.added, entry.span, report)
    _check_addresses(entry, leaf, fields, style, report)


@lru_cache(maxsize=4096)  # many articles cite one source, and each has three editions
def _wording(text: tuple[str, ...], reference: Same[Fields], style: Style) -> _Wording:
    """The words of an entry against the fields of its reference: of a file that is no longer in use, no more is kept."""
    fields = reference.value
    lost = (*missing(fields, style, text), *missing_names(fields, style, text))
    return _Wording(
        tuple((value.line, words(value.text)) for value in lost),
        gaps(text),
        tuple(extra(text, fields, style)),
    )


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


def _addresses(fields: Fields, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        if name in fields:
            yield from (f"{start}{value_of(fields, name)}" for start in ADDRESSES[name])


def _place(fields: Fields, key: str) -> Span:
    return Span(REFERENCES, next((value.line for value in fields.get(key, fields.get("id", ()))), 0))
