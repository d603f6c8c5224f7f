"""Faults of a finished Word document."""

from collections.abc import Callable, Iterator
from functools import partial
from random import Random
from xml.dom.minidom import Document, Element

from tests.campaign.finished.mutant import Finished, Mutant, Operator, places
from tests.campaign.finished.wording import WORDINGS
from tests.campaign.finished.xml import (
    ancestor,
    elements,
    entries,
    make,
    owners,
    packed,
    parent,
    parse,
    root,
    texts,
    words_of,
)

BODY = "word/document.xml"
NOTES = "word/footnotes.xml"
RUN_PROPERTIES = {
    "hidden": ("w:vanish", {}),
    "white on white": ("w:color", {"w:val": "FFFFFF"}),
    "faint": ("w:color", {"w:val": "E8E8E8"}),
    "tiny": ("w:sz", {"w:val": "2"}),
    "hidden by highlight": ("w:highlight", {"w:val": "black"}),
}
Change = Callable[[Element], bool]


def operators() -> dict[str, Operator]:
    """All ways of doing damage to a Word document, by name."""
    found: dict[str, Operator] = {name: partial(_wording, name) for name in WORDINGS}
    found |= {name: partial(_blocks, name, partial(_looks, name)) for name in RUN_PROPERTIES}
    found |= {
        "block dropped": partial(_blocks, "block dropped", _drop),
        "block doubled": partial(_blocks, "block doubled", _double),
        "blocks swapped": partial(_blocks, "blocks swapped", _swap),
        "last row lost": _last_row,
        "heading of another level": partial(_blocks, "heading of another level", _level),
        "number lost": partial(_blocks, "number lost", _unnumber),
        "lock lost": partial(_blocks, "lock lost", _unlock),
        "stamp changed": partial(_blocks, "stamp changed", _restamp),
        "link lost": partial(_links, "link lost", _unwrap),
        "link retargeted": partial(_links, "link retargeted", _retarget),
        "renumbered": _renumbered,
        "language lost": _language,
        "alternative text changed": _alternative,
        "note orphaned": _orphan,
        "part dropped": _part,
        "properties altered": _properties,
        "head or foot altered": _furniture,
    }
    return found


def _wording(name: str, finished: Finished, random: Random) -> Iterator[Mutant]:
    owned = owners(finished.publication, "docx")
    for file in (BODY, NOTES):
        for place in places(len(list(texts(_document(finished, file)))), random):
            document = _document(finished, file)
            node = list(texts(document))[place]
            old, new = node.data, WORDINGS[name](node.data, random)
            part = owned.of(old)
            if part and new != old and ancestor(node, ("w:t",)):
                node.data = new
                yield _mutant(name, finished, {part}, f"{old[:50]!r} → {new[:70]!r}", document, file)


def _blocks(name: str, change: Change, finished: Finished, random: Random) -> Iterator[Mutant]:
    """A change of each paragraph that belongs to a part; `change` says whether it applies."""
    owned = owners(finished.publication, "docx")
    for place in places(len(list(elements(_document(finished), "w:p"))), random):
        document = _document(finished)
        block = list(elements(document, "w:p"))[place]
        words = words_of(block)
        part = owned.of(words)
        other = owned.of(words_of(_neighbour(_holder(block)))) if name == "blocks swapped" else ""
        if part and change(block):
            yield _mutant(name, finished, {part, other} - {""}, words[:60], document)


def _mutant(
    name: str, finished: Finished, parts: set[str], told: str, document: Document, file: str = BODY
) -> Mutant:
    files = entries(finished.data)
    files[file] = document.toxml(encoding="utf-8")
    return Mutant(name, finished, frozenset(parts), told, packed(files))


def _document(finished: Finished, file: str = BODY) -> Document:
    return parse(entries(finished.data)[file])


# --- changes of one paragraph -------------------------------------------------------------------------


def _holder(block: Element) -> Element:
    """The content control around a paragraph, if there is one; they go together."""
    return ancestor(block, ("w:sdt",)) or block


def _neighbour(element: Element) -> Element:
    other = element.nextSibling
    while other is not None and not isinstance(other, Element):
        other = other.nextSibling
    return other if isinstance(other, Element) else element


def _drop(block: Element) -> bool:
    holder = _holder(block)
    if ancestor(block, ("w:tc",)):
        return False
    parent(holder).removeChild(holder)
    return True


def _double(block: Element) -> bool:
    holder = _holder(block)
    parent(holder).insertBefore(holder.cloneNode(deep=True), holder)
    return True


def _swap(block: Element) -> bool:
    holder = _holder(block)
    other = _neighbour(holder)
    if other.tagName not in {"w:p", "w:sdt"} or words_of(other) in {words_of(holder), ""}:
        return False
    parent(holder).insertBefore(other, holder)
    return True


def _looks(name: str, block: Element) -> bool:
    tag, attributes = RUN_PROPERTIES[name]
    runs = list(elements(block, "w:r"))
    for run in runs:
        property = make(block, tag)
        for key, value in attributes.items():
            property.setAttribute(key, value)
        _properties_of(run).appendChild(property)
    return bool(runs)


def _properties_of(run: Element) -> Element:
    found = next(elements(run, "w:rPr"), None)
    if found is None:
        found = make(run, "w:rPr")
        run.insertBefore(found, run.firstChild)
    return found


def _level(block: Element) -> bool:
    style = next(elements(block, "w:pStyle"), None)
    value = style.getAttribute("w:val") if style else ""
    if style is None or "Heading" not in value:
        return False
    style.setAttribute("w:val", value[:-1] + ("3" if value.endswith("2") else "2"))
    return True


def _unnumber(block: Element) -> bool:
    """Number 0 takes a paragraph out of its list, also where its style has a number."""
    number = next(elements(block, "w:numId"), None)
    if number is None:
        return False
    number.setAttribute("w:val", "0")
    return True


def _unlock(block: Element) -> bool:
    lock = next(elements(_holder(block), "w:lock"), None)
    if lock is None:
        return False
    parent(lock).removeChild(lock)
    return True


def _restamp(block: Element) -> bool:
    tag = next(elements(_holder(block), "w:tag"), None)
    if tag is None or "@" not in tag.getAttribute("w:val"):
        return False
    part, _, number = tag.getAttribute("w:val").split("/")
    tag.setAttribute("w:val", f"{part}/another-text@9.9/{number}")
    return True


# --- links, numbers, languages ------------------------------------------------------------------------


def _links(name: str, change: Change, finished: Finished, random: Random) -> Iterator[Mutant]:
    owned = owners(finished.publication, "docx")
    for place in places(len(list(elements(_document(finished), "w:hyperlink"))), random):
        document = _document(finished)
        link = list(elements(document, "w:hyperlink"))[place]
        block = ancestor(link, ("w:p",))
        part = owned.of(words_of(block)) if block else ""
        if part and change(link):
            yield _mutant(name, finished, {part}, words_of(link)[:40], document)


def _unwrap(link: Element) -> bool:
    for child in list(link.childNodes):
        parent(link).insertBefore(child, link)
    parent(link).removeChild(link)
    return True


def _retarget(link: Element) -> bool:
    name = "w:anchor" if link.hasAttribute("w:anchor") else "r:id"
    others = [one.getAttribute(name) for one in elements(root(link), "w:hyperlink")]
    other = next((value for value in others if value and value != link.getAttribute(name)), "")
    link.setAttribute(name, other)
    return bool(other)


def _renumbered(finished: Finished, random: Random) -> Iterator[Mutant]:
    """A reference gets the number of the next one, because one paragraph before it is numbered too."""
    owned = owners(finished.publication, "docx")
    for place in places(len(list(elements(_document(finished), "w:p"))), random):
        document = _document(finished)
        block = list(elements(document, "w:p"))[place]
        style = next(elements(block, "w:pStyle"), None)
        if style is None or style.getAttribute("w:val") != "Reference" or not owned.of(words_of(block)):
            continue
        number = next(elements(block, "w:numPr"), None)
        legend = [one for one in elements(document, "w:p") if "Legend" in one.toxml()]
        if number is not None and legend:
            properties = next(elements(legend[0], "w:pPr"))
            properties.appendChild(number)
            yield _mutant("renumbered", finished, {"references"}, words_of(block)[:40], document)


def _language(finished: Finished, random: Random) -> Iterator[Mutant]:
    owned = owners(finished.publication, "docx")
    for place in places(len(list(elements(_document(finished), "w:lang"))), random):
        document = _document(finished)
        language = list(elements(document, "w:lang"))[place]
        block = ancestor(language, ("w:p",))
        part = owned.of(words_of(block)) if block else ""
        if part:
            parent(language).removeChild(language)
            yield _mutant("language lost", finished, {part}, words_of(block)[:40] if block else "", document)


def _alternative(finished: Finished, random: Random) -> Iterator[Mutant]:
    for place in places(len(list(elements(_document(finished), "wp:docPr"))), random):
        document = _document(finished)
        picture = list(elements(document, "wp:docPr"))[place]
        picture.setAttribute("descr", "A picture of something else")
        yield _mutant("alternative text changed", finished, {"body"}, "", document)


def _orphan(finished: Finished, random: Random) -> Iterator[Mutant]:
    for place in places(len(list(elements(_document(finished), "w:footnoteReference"))), random):
        document = _document(finished)
        mark = list(elements(document, "w:footnoteReference"))[place]
        parent(mark).removeChild(mark)
        yield _mutant("note orphaned", finished, {"body", "notes", ""}, "", document)


# --- larger pieces ------------------------------------------------------------------------------------


def _last_row(finished: Finished, random: Random) -> Iterator[Mutant]:
    for place in places(len(list(elements(_document(finished), "w:tbl"))), random):
        document = _document(finished)
        row = list(elements(list(elements(document, "w:tbl"))[place], "w:tr"))[-1]
        parent(row).removeChild(row)
        yield _mutant("last row lost", finished, {"body"}, words_of(row)[:40], document)


def _part(finished: Finished, random: Random) -> Iterator[Mutant]:
    owned = owners(finished.publication, "docx")
    parts = [part.id for part in finished.publication.parts if part.id != "notes"]
    for place in places(len(parts), random):
        document = _document(finished)
        gone = [block for block in elements(document, "w:p") if owned.of(words_of(block)) == parts[place]]
        for block in gone:
            _drop(block)
        if gone:
            yield _mutant("part dropped", finished, {parts[place]}, f"{len(gone)} paragraphs", document)


def _properties(finished: Finished, random: Random) -> Iterator[Mutant]:
    files = entries(finished.data)
    metadata = finished.publication.metadata
    values = [
        metadata.title,
        metadata.version,
        metadata.source_hash,
        metadata.code,
        metadata.slug,
        metadata.identifier,
    ]
    names = [name for name in sorted(files) if name.startswith("docProps/c")]
    for place in places(len(values), random):
        value = values[place]
        whole = {**files, **{name: files[name].replace(f">{value}<".encode(), b">other<") for name in names}}
        if whole != files:
            yield Mutant("properties altered", finished, frozenset({"metadata", ""}), value, packed(whole))


def _furniture(finished: Finished, random: Random) -> Iterator[Mutant]:
    names = [
        name for name in sorted(entries(finished.data)) if name.startswith(("word/header", "word/footer"))
    ]
    for place in places(len(names), random):
        for name, change in WORDINGS.items():
            document = _document(finished, names[place])
            nodes = [node for node in texts(document) if ancestor(node, ("w:t",)) and len(node.data) > 3]
            new = [change(node.data, random) for node in nodes]
            if new != [node.data for node in nodes]:
                for node, words in zip(nodes, new, strict=True):
                    node.data = words
                parts = {"draft", "foot", "page", ""}
                yield _mutant("head or foot altered", finished, parts, name, document, names[place])
