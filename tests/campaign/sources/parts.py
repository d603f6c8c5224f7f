"""Faults of whole parts, of approved texts, of references, and of what a publication says of itself."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

from glossary_publish.article import Paragraph, ReferenceEntry, ReferenceList, Text
from glossary_publish.publication import Part, Publication
from tests.campaign.sources.mutant import Made, Sample, operator
from tests.campaign.sources.trees import part_of, with_part

Change = Callable[[Publication, Part, Sample, Random], Publication | None]


def part(name: str, *ids: str) -> Callable[[Change], Change]:
    """Register a change of a whole part: of those named, or of any."""

    def register(change: Change) -> Change:
        def make(sample: Sample, random: Random) -> Iterator[Made]:
            parts = [one for one in sample.publication.parts if not ids or one.id in ids]
            for one in random.sample(parts, len(parts)):
                publication = change(sample.publication, one, sample, random)
                if publication is not None and publication != sample.publication:
                    yield one.id, one.id, publication

        operator(name)(make)
        return change

    return register


@part("a part is lost")
def _(publication: Publication, one: Part, sample: Sample, random: Random) -> Publication:
    return with_part(publication, one.id, lambda _: None)


@part("a part is empty")
def _(publication: Publication, one: Part, sample: Sample, random: Random) -> Publication:
    return with_part(publication, one.id, lambda one: replace(one, blocks=()))


@part("a part is there twice")
def _(publication: Publication, one: Part, sample: Sample, random: Random) -> Publication:
    return replace(publication, back=(*publication.back, one))


@part(
    "a part is that of another article",
    "title",
    "key-points",
    "actions",
    "questions-to-ask",
    "body",
    "related",
)
def _(publication: Publication, one: Part, sample: Sample, random: Random) -> Publication | None:
    other = random.choice(sample.others)
    blocks = next((part.blocks for part in other.parts if part.id == one.id), None)
    return None if blocks is None else with_part(publication, one.id, lambda one: replace(one, blocks=blocks))


@part("two parts have exchanged their texts")
def _(publication: Publication, one: Part, sample: Sample, random: Random) -> Publication:
    other = random.choice([part for part in publication.parts if part.id != one.id])
    first = with_part(publication, one.id, lambda part: replace(part, blocks=other.blocks))
    return with_part(first, other.id, lambda part: replace(part, blocks=one.blocks))


@part("a part says what another one says too")
def _(publication: Publication, one: Part, sample: Sample, random: Random) -> Publication:
    other = random.choice([part for part in publication.parts if part.id != one.id])
    return with_part(publication, one.id, lambda one: replace(one, blocks=(*one.blocks, *other.blocks)))


@part("a part has a sentence more")
def _(publication: Publication, one: Part, sample: Sample, random: Random) -> Publication:
    sentence = Paragraph((Text("This sentence is nobody's."),), one.span)
    return with_part(publication, one.id, lambda one: replace(one, blocks=(*one.blocks, sentence)))


# --- approved texts -----------------------------------------------------------------------------------------

APPROVED = ("crisis-notice", "disclaimer")


@part("an approved text is that of the other part", *APPROVED)
def _(publication: Publication, one: Part, sample: Sample, random: Random) -> Publication:
    other = part_of(publication, next(id for id in APPROVED if id != one.id))
    return with_part(publication, one.id, lambda one: replace(one, blocks=other.blocks))


@part("an approved text is the other one, stamp and all", *APPROVED)
def _(publication: Publication, one: Part, sample: Sample, random: Random) -> Publication:
    other = part_of(publication, next(id for id in APPROVED if id != one.id))
    return with_part(publication, one.id, lambda one: replace(other, id=one.id))


@part("an approved text has the stamp of another version", *APPROVED)
def _(publication: Publication, one: Part, sample: Sample, random: Random) -> Publication | None:
    stamp = replace(one.stamp, version="0.9") if one.stamp else None
    return with_part(publication, one.id, lambda one: replace(one, stamp=stamp))


@part("an approved text has the stamp of another text", *APPROVED)
def _(publication: Publication, one: Part, sample: Sample, random: Random) -> Publication | None:
    stamp = replace(one.stamp, id="other") if one.stamp else None
    return with_part(publication, one.id, lambda one: replace(one, stamp=stamp))


@part("an approved text has no stamp", *APPROVED)
def _(publication: Publication, one: Part, sample: Sample, random: Random) -> Publication:
    return with_part(publication, one.id, lambda one: replace(one, stamp=None))


@part("the source of an approved text is another version", *APPROVED)
def _(publication: Publication, one: Part, sample: Sample, random: Random) -> Publication:
    id = one.stamp.id if one.stamp else ""
    return replace(
        publication,
        sources=tuple(
            (path, data.replace(b"version: 1.0", b"version: 0.9") if f"/{id}." in path else data)
            for path, data in publication.sources
        ),
    )


@part("an approved text is for another region", "crisis-notice")
def _(publication: Publication, one: Part, sample: Sample, random: Random) -> Publication:
    return replace(
        publication,
        sources=tuple(
            (path, data.replace(b"region: US", b"region: GB")) for path, data in publication.sources
        ),
    )


@part("the short form stands for the full one", *APPROVED)
def _(publication: Publication, one: Part, sample: Sample, random: Random) -> Publication | None:
    id = one.stamp.id if one.stamp else ""
    source = next(data.decode() for path, data in publication.sources if f"/{id}." in path)
    short = next(line for line in source.splitlines() if line.startswith("short: ")).removeprefix("short: ")
    head = [block for block in one.blocks if not (isinstance(block, Paragraph) and not block.role)]
    blocks = (*head, Paragraph((Text(short),), one.span))
    if blocks == one.blocks:
        return None  # a summary has the short form anyway
    return with_part(publication, one.id, lambda one: replace(one, blocks=blocks))


# --- references ---------------------------------------------------------------------------------------------

Entries = tuple[ReferenceEntry, ...]


def entries(name: str) -> Callable[[Callable[[Entries, Sample, Random], Entries | None]], None]:
    """Register a change of the list of references."""

    def register(change: Callable[[Entries, Sample, Random], Entries | None]) -> None:
        def make(publication: Publication, one: Part, sample: Sample, random: Random) -> Publication | None:
            blocks: list[Any] = list(one.blocks)
            index = next((i for i, block in enumerate(blocks) if isinstance(block, ReferenceList)), None)
            changed = change(blocks[index].entries, sample, random) if index is not None else None
            if index is None or changed is None:
                return None
            blocks[index] = replace(blocks[index], entries=changed)
            return with_part(publication, one.id, lambda one: replace(one, blocks=tuple(blocks)))

        part(name, "references")(make)

    return register


@entries("two references have exchanged their texts")
def _(all: Entries, sample: Sample, random: Random) -> Entries | None:
    if len(all) < 2:
        return None
    first, second, *others = all
    return (
        replace(first, children=second.children),
        replace(second, children=first.children),
        *others,
    )


@entries("references are in the order of their names")
def _(all: Entries, sample: Sample, random: Random) -> Entries | None:
    ordered = sorted(all, key=lambda entry: entry.key)
    return tuple(
        replace(entry, number=place, anchor=f"reference-{place}") for place, entry in enumerate(ordered, 1)
    )


@entries("a reference has another number")
def _(all: Entries, sample: Sample, random: Random) -> Entries:
    return (*all[:-1], replace(all[-1], number=all[-1].number + 1))


@entries("a reference has the id of another one")
def _(all: Entries, sample: Sample, random: Random) -> Entries:
    return (*all[:-1], replace(all[-1], anchor="reference-0"))


@entries("a reference is of another article")
def _(all: Entries, sample: Sample, random: Random) -> Entries | None:
    keys = {entry.key for entry in all}
    others = [
        entry
        for other in sample.others
        for block in (block for part in other.parts for block in part.blocks)
        if isinstance(block, ReferenceList)
        for entry in block.entries
        if entry.key not in keys
    ]
    number = len(all) + 1
    if not others:
        return None
    return (*all, replace(random.choice(others), number=number, anchor=f"reference-{number}"))


@entries("a reference has lost its kind")
def _(all: Entries, sample: Sample, random: Random) -> Entries:
    return (*all[:-1], replace(all[-1], children=all[-1].children[:-1]))


@entries("a reference is of another kind")
def _(all: Entries, sample: Sample, random: Random) -> Entries:
    return (*all[:-1], replace(all[-1], children=(*all[-1].children[:-1], Text(" (book)"))))


@entries("a reference says how good it is")
def _(all: Entries, sample: Sample, random: Random) -> Entries:
    first = all[0]
    return (replace(first, children=(Text("Outstanding. "), *first.children)), *all[1:])


# --- what a publication says of itself ------------------------------------------------------------------------


def metadata(name: str, **changes: Callable[[Any], Any]) -> None:
    """Register a change of one field of the metadata."""

    def make(sample: Sample, random: Random) -> Iterator[Made]:
        old = sample.publication.metadata
        values = {key: change(getattr(old, key)) for key, change in changes.items()}
        yield "metadata", name, replace(sample.publication, metadata=replace(old, **values))

    operator(name)(make)


metadata("the title of the metadata is another one", title=lambda title: title[:-1])
metadata("the term of the metadata is another one", term=lambda term: f"{term}s")
metadata("the description of the metadata is cut", description=lambda text: text[:40])
metadata("the version of the metadata is stale", version=lambda _: "0.9")
metadata("the date of the metadata is stale", updated=lambda day: day - timedelta(days=1))
metadata("a review is due that nobody planned", review_due=lambda _: date(2027, 1, 1))
metadata("the reviewer of the metadata is somebody else", reviewer=lambda _: "Nobody")
metadata("the licence of the metadata is another one", licence=lambda _: "CC0")
metadata("the licence of the metadata is at another address", licence_url=lambda url: f"{url}x")
metadata("the publisher of the metadata is somebody else", publisher=lambda _: "Nobody")
metadata("the address of the metadata is another one", address=lambda address: f"{address}x")
metadata("the category of the metadata is another one", category=lambda _: "Book")
metadata("the source of the metadata is another one", source_hash=lambda _: "0" * 64)
metadata("the synonyms of the metadata are others", keywords=lambda words: (*words, "cure"))


@operator("the edition code is another one than is printed")
def _(sample: Sample, random: Random) -> Iterator[Made]:
    old = sample.publication.metadata
    yield "colophon", old.code, replace(sample.publication, metadata=replace(old, code="EC-222222"))


@operator("a line of the pages is another one")
def _(sample: Sample, random: Random) -> Iterator[Made]:
    for index, line in enumerate(sample.publication.furniture):
        others = list(sample.publication.furniture)
        others[index] = replace(line, text=line.text.replace("1.0", "0.9").replace("Page", "Sheet") + ".")
        yield line.id, line.text, replace(sample.publication, furniture=tuple(others))


@operator("a string for renderers is another one")
def _(sample: Sample, random: Random) -> Iterator[Made]:
    words = sample.publication.words
    for index in random.sample(range(len(words)), len(words)):
        key, text = words[index]
        others = (*words[:index], (key, f"{text}!"), *words[index + 1 :])
        yield key, text, replace(sample.publication, words=others)


@operator("a picture is damaged")
def _(sample: Sample, random: Random) -> Iterator[Made]:
    for image in sample.publication.images:
        others = tuple(
            replace(one, data=one.data[:-1]) if one is image else one for one in sample.publication.images
        )
        yield "images", image.path, replace(sample.publication, images=others)
