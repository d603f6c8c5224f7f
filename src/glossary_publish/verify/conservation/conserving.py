"""The proof that a publication says what its sources say: every word, in order, and nothing else.

The editions of an article have its sources and most of their parts in common: each part is held against them once for all
editions in which it is the very same object.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from glossary_publish.article import NoteList, ReferenceEntry, ReferenceList
from glossary_publish.diagnostics import Diagnostic, Report, Span
from glossary_publish.layout import Layout
from glossary_publish.publication import Part, Publication, Stamp
from glossary_publish.same import Same
from glossary_publish.verify.conservation.claims import check_claims
from glossary_publish.verify.conservation.comparison import HELP, compare, words_added, words_lost
from glossary_publish.verify.conservation.entries import check_entries
from glossary_publish.verify.conservation.fields import values_of
from glossary_publish.verify.conservation.files import Document, Files, Sources, broader
from glossary_publish.verify.conservation.leaves import Leaf, all_words
from glossary_publish.verify.conservation.marks import check_marks
from glossary_publish.verify.conservation.said import PARTS, Leaves, Saying
from glossary_publish.verify.conservation.shown import shown

ANY = "any"
RECENT = 4  # articles that are remembered, and
PARTS_KEPT = 32  # parts: editions of one article come soon after each other
# What every layout but that of a draft lists, whether or not it has blank lines to write on.
USUAL = [id for id in PARTS if id != "editing-instructions" and not id.startswith("write-in-")]


def conserve(publication: Publication, report: Report, layout: Layout | None = None) -> None:
    """Report every word of the sources that is not in a publication, and every word of it that has no source.

    With a layout, parts that it lists must be there, in the form that it asks for.
    """
    metadata = publication.metadata
    say = _saying(
        publication.sources,
        metadata.slug,
        metadata.language,
        publication.clinic,
        metadata.code,
        publication.left_out,
    )
    if say is None:
        message = f"the article {metadata.slug} is not among the sources of its publication"
        report.error("source-not-there", message, None, HELP)
        return
    forms = {row.id: row.form for row in layout.parts} if layout else {}
    parts = list(publication.parts)
    for part in parts:
        report.extend(_faults_of_part(Same(part), Same(say), forms.get(part.id, "")))
    _check_presence(parts, say, forms if layout else dict.fromkeys(USUAL, ""), report)
    _check_references(parts, say, forms.get("references", ""), report)
    check_claims(publication, say, report)


@lru_cache(maxsize=RECENT)
def _saying(
    files: Files, slug: str, language: str, clinic: str, code: str, left_out: tuple[str, ...]
) -> Saying | None:
    """What an article says by these files; none if it is not among them."""
    sources = Sources(files, slug, language, clinic)
    return Saying(sources, sources.article, code, left_out) if sources.article else None


@lru_cache(maxsize=PARTS_KEPT)
def _faults_of_part(same_part: Same[Part], same_say: Same[Saying], form: str) -> tuple[Diagnostic, ...]:
    part, say, report = same_part.value, same_say.value, Report()
    seen = tuple(_leaves(part))
    if part.stamp is not None:
        _check_stamp(part, part.stamp, say, report)
    ways = say.ways(part.id, part, form)
    if ways:
        compare(part.id, _nearest(ways, seen), seen, report)
    else:
        words_added(part.id, all_words(seen), part.span, report)
    return tuple(report)


def _nearest(ways: Sequence[Leaves], seen: Leaves) -> Leaves:
    """The way in which a part says it, or the one that has most in common with it."""
    said = all_words(seen)
    same = [way for way in ways if all_words(way) == said]
    if same:
        return next(
            (way for way in same if [leaf.mark for leaf in way] == [leaf.mark for leaf in seen]), same[0]
        )
    counted = Counter(said)
    return max(ways, key=lambda way: 2 * (Counter(all_words(way)) & counted).total() - len(all_words(way)))


def _leaves(part: Part) -> Iterator[Leaf]:
    for block in part.blocks:
        if isinstance(block, NoteList):
            for note in block.notes:
                yield from (
                    replace(leaf, mark=f"note {note.number}/{leaf.mark}") for leaf in shown(note.blocks)
                )
        else:
            yield from shown((block,))


def _check_stamp(part: Part, stamp: Stamp, say: Saying, report: Report) -> None:
    """A part of boilerplate is the text that its stamp names, and that text may stand there."""
    text = say.sources.boilerplate(stamp.id)
    if text is None:
        message = f"the text {stamp.id} is not among the sources of the publication"
        report.error("source-not-there", message, part.span, HELP, part.id)
        return
    audiences = {*values_of(say.article.fields, "audience"), ANY}
    roles = {part.id}
    if part.id == f"notice_{stamp.id}":
        roles |= {text.value("role")} if stamp.id in values_of(say.article.fields, "boilerplate") else set()
    for key, allowed in (
        ("id", {stamp.id}),
        ("version", {stamp.version}),
        ("role", roles),
        ("region", {say.sources.region, ANY}),
        ("language", set(broader(say.sources.language))),
        ("audience", audiences),
    ):
        if text.value(key) not in allowed:
            message = f"{text.path} with the {key} {text.value(key)} may not stand in the part {part.id}"
            report.error("boilerplate-astray", message, Span(text.path, text.line(key)), HELP, part.id)


def _check_presence(parts: Sequence[Part], say: Saying, listed: Mapping[str, str], report: Report) -> None:
    """Parts of which the sources say something and that are not there, and parts that are there twice."""
    ids = [part.id for part in parts]
    for id in dict.fromkeys(id for id in ids if ids.count(id) > 1):
        again = [part for part in parts if part.id == id][1:]
        for part in again:
            words_added(id, all_words(tuple(_leaves(part))), part.span, report)
    for id, form in listed.items():
        ways = say.ways(id, None, form) if id not in ids and _has_words(id, say) else ()
        if ways:
            leaf = ways[0][0]
            words_lost(id, all_words(ways[0]), Span(leaf.path, leaf.line), report)
    stamps = {part.stamp.id for part in parts if part.stamp}
    for id in values_of(say.article.fields, "boilerplate"):
        if id not in stamps:
            _notice_lost(id, say.sources.boilerplate(id), report)
    for role in say.sources.settings.get("roles", ()):
        if role not in ids:
            message = f"the part {role}, which every article carries, is not there"
            report.error("words-lost", message, Span(say.article.path), HELP, role)


def _notice_lost(id: str, text: Document | None, report: Report) -> None:
    message = f"the text {id}, for which the article asks, is not there"
    report.error("words-lost", message, Span(text.path) if text else None, HELP, f"notice_{id}")


def _has_words(id: str, say: Saying) -> bool:
    return id != "references" or bool(_keys(say.article))


def _keys(article: Document) -> list[str]:
    """The keys of all references in the order of their first citation, then those that are only listed."""
    leaves = (*article.text.body, *(leaf for note in article.text.notes for leaf in note))
    cited = (one.key for leaf in leaves for citation in leaf.citations for one in citation)
    return list(dict.fromkeys((*cited, *values_of(article.fields, "references"))))


def _check_references(parts: Sequence[Part], say: Saying, form: str, report: Report) -> None:
    lists = tuple(
        Same(part) for part in parts if any(isinstance(block, ReferenceList) for block in part.blocks)
    )
    there = any(part.id == "references" for part in parts)
    elsewhere = there and not lists and (form == "request" or bool(say.sources.address(say.sources.slug)))
    if not there or elsewhere:
        return
    report.extend(_faults_of_entries(lists, Same(say)))
    for part in parts:
        report.extend(_faults_of_marks(Same(part), lists, Same(say)))


def _entries(lists: Sequence[Same[Part]]) -> list[ReferenceEntry]:
    blocks = (block for same in lists for block in same.value.blocks)
    return [entry for block in blocks if isinstance(block, ReferenceList) for entry in block.entries]


@lru_cache(maxsize=RECENT)
def _faults_of_entries(lists: tuple[Same[Part], ...], same_say: Same[Saying]) -> tuple[Diagnostic, ...]:
    say, report = same_say.value, Report()
    check_entries(_entries(lists), _keys(say.article), say.sources, report)
    return tuple(report)


@lru_cache(maxsize=PARTS_KEPT)
def _faults_of_marks(
    same_part: Same[Part], lists: tuple[Same[Part], ...], same_say: Same[Saying]
) -> tuple[Diagnostic, ...]:
    sources, report = same_say.value.sources, Report()
    check_marks(same_part.value, _entries(lists), sources.references, sources.style, report)
    return tuple(report)
