"""The proof that a publication says what its sources say: every word, in order, and nothing else."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from glossary_publish.article import NoteList, ReferenceEntry, ReferenceList
from glossary_publish.diagnostics import Report, Span
from glossary_publish.layout import Layout
from glossary_publish.publication import Part, Publication, Stamp
from glossary_publish.verify.conservation.claims import check_claims
from glossary_publish.verify.conservation.comparison import HELP, compare, words_added, words_lost
from glossary_publish.verify.conservation.entries import check_entries
from glossary_publish.verify.conservation.fields import values_of
from glossary_publish.verify.conservation.files import STYLES, Document, Sources, broader
from glossary_publish.verify.conservation.leaves import Leaf, all_words
from glossary_publish.verify.conservation.marks import check_marks
from glossary_publish.verify.conservation.said import PARTS, Leaves, Saying
from glossary_publish.verify.conservation.shown import shown
from glossary_publish.verify.conservation.styles import style_of

ANY = "any"
# What every layout but that of a draft lists, whether or not it has blank lines to write on.
USUAL = [id for id in PARTS if id != "editing-instructions" and not id.startswith("write-in-")]


def conserve(publication: Publication, report: Report, layout: Layout | None = None) -> None:
    """Report every word of the sources that is not in a publication, and every word of it that has no source.

    With a layout, parts that it lists must be there, in the form that it asks for.
    """
    sources = Sources(publication)
    if sources.article is None:
        message = f"the article {sources.slug} is not among the sources of its publication"
        report.error("source-not-there", message, None, HELP)
        return
    say = Saying(sources, sources.article, publication.metadata.code, publication.left_out)
    forms = {row.id: row.form for row in layout.parts} if layout else {}
    parts = list(publication.parts)
    for part in parts:
        _check_part(part, say, forms.get(part.id, ""), report)
    _check_presence(parts, say, forms if layout else dict.fromkeys(USUAL, ""), report)
    _check_references(parts, say, forms.get("references", ""), report)
    check_claims(publication, say, report)


def _check_part(part: Part, say: Saying, form: str, report: Report) -> None:
    seen = tuple(_leaves(part))
    if part.stamp is not None:
        _check_stamp(part, part.stamp, say, report)
    ways = say.ways(part.id, part, form)
    if not ways:
        words_added(part.id, all_words(seen), part.span, report)
        return
    compare(part.id, _nearest(ways, seen), seen, report)


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
    blocks = [block for part in parts for block in part.blocks]
    lists = [block for block in blocks if isinstance(block, ReferenceList)]
    there = any(part.id == "references" for part in parts)
    elsewhere = there and not lists and (form == "request" or bool(say.sources.address(say.sources.slug)))
    if not there or elsewhere:
        return
    entries: list[ReferenceEntry] = [entry for block in lists for entry in block.entries]
    style = style_of((path, data) for path, data in say.sources.files.items() if path.startswith(STYLES))
    check_entries(entries, _keys(say.article), say.sources, style, report)
    check_marks(parts, entries, say.sources.references(), style, report)
