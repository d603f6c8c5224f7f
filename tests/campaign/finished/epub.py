"""Faults of a finished ebook."""

from collections.abc import Callable, Iterator
from functools import partial
from random import Random
from xml.dom.minidom import Document, Element

from tests.campaign.finished.mutant import Finished, Mutant, Operator, places
from tests.campaign.finished.wording import WORDINGS
from tests.campaign.finished.xml import (
    Owners,
    ancestor,
    changed,
    elements,
    entries,
    owners,
    packed,
    parent,
    parse,
    texts,
    words_of,
)

TEXT = "EPUB/text.xhtml"
BLOCKS = ("p", "li", "td", "th", "dt", "dd", "h1", "h2", "h3", "figcaption")
STYLES = {
    "hidden by display": "display:none",
    "hidden by visibility": "visibility:hidden",
    "white on white": "color:#ffffff",
    "faint": "color:#e8e8e8",
    "tiny": "font-size:1px",
    "transparent": "opacity:0",
    "off the page": "position:absolute;left:-9999px",
}


def operators() -> dict[str, Operator]:
    """All ways of doing damage to an ebook, by name."""
    found: dict[str, Operator] = {name: partial(_wording, name) for name in WORDINGS}
    found |= {name: partial(_style, name) for name in STYLES}
    found |= {
        "block dropped": partial(_blocks, "block dropped", _drop),
        "block doubled": partial(_blocks, "block doubled", _double),
        "blocks swapped": partial(_blocks, "blocks swapped", _swap),
        "block moved to the end": partial(_blocks, "block moved to the end", _to_the_end),
        "last item lost": partial(_last, "last item lost", "li"),
        "last row lost": partial(_last, "last row lost", "tr"),
        "part dropped": partial(_parts, "part dropped", _drop),
        "part doubled": partial(_parts, "part doubled", _double),
        "parts swapped": partial(_parts, "parts swapped", _swap),
        "heading of another level": _level,
        "link retargeted": partial(_links, "link retargeted", _retarget),
        "link lost": partial(_links, "link lost", _unwrap),
        "renumbered": _renumbered,
        "language lost": _language,
        "alternative text changed": _alternative,
        "stamp changed": _stamp,
        "stylesheet hides a part": _stylesheet,
        "package altered": _package,
        "contents altered": _contents,
    }
    return found


def _wording(name: str, finished: Finished, random: Random) -> Iterator[Mutant]:
    owned, count = owners(finished.publication, "epub"), len(list(texts(_document(finished))))
    for place in places(count, random):
        node = list(texts(_document(finished)))[place]
        part, new = owned.of(node.data), WORDINGS[name](node.data, random)
        if part and new != node.data:
            data = changed(finished, TEXT, partial(_write, place, new))
            parts = {part} if ancestor(node, ("body",)) else {"furniture", "metadata", ""}
            yield Mutant(name, finished, frozenset(parts), f"{node.data[:50]!r} → {new[:70]!r}", data)


def _write(place: int, new: str, document: Document) -> None:
    list(texts(document))[place].data = new


def _style(name: str, finished: Finished, random: Random) -> Iterator[Mutant]:
    def hide(element: Element) -> bool:
        element.setAttribute("style", STYLES[name])
        return True

    yield from _blocks(name, hide, finished, random)


def _blocks(
    name: str, change: Callable[[Element], bool], finished: Finished, random: Random
) -> Iterator[Mutant]:
    owned = owners(finished.publication, "epub")

    def candidates(document: Document) -> list[Element]:
        body = next(elements(document, "body"))
        return [block for block in elements(body, *BLOCKS) if not any(elements(block, *BLOCKS))]

    yield from _each(name, candidates, change, owned, finished, random)


def _parts(
    name: str, change: Callable[[Element], bool], finished: Finished, random: Random
) -> Iterator[Mutant]:
    def candidates(document: Document) -> list[Element]:
        return [
            one for one in elements(document, "section", "div") if "part" in one.getAttribute("class").split()
        ]

    yield from _each(name, candidates, change, None, finished, random)


def _each(
    name: str,
    candidates: Callable[[Document], list[Element]],
    change: Callable[[Element], bool],
    owned: Owners | None,
    finished: Finished,
    random: Random,
) -> Iterator[Mutant]:
    """A change of each candidate that belongs to a part; swapping may be told of either part."""
    for place in places(len(candidates(_document(finished))), random):
        document = _document(finished)
        element = candidates(document)[place]
        words = words_of(element)
        part = owned.of(words) if owned else _class(element)
        other = _class(_next(element)) if name == "parts swapped" else ""
        if name == "block moved to the end":
            other = finished.publication.back[-1].id
        if part and words and change(element):
            files = entries(finished.data)
            files[TEXT] = document.toxml(encoding="utf-8")
            yield Mutant(name, finished, frozenset({part, other} - {""}), words[:60], packed(files))


def _class(element: Element | None) -> str:
    names = element.getAttribute("class").split() if element else []
    return names[-1] if "part" in names else ""


def _drop(element: Element) -> bool:
    parent(element).removeChild(element)
    return True


def _double(element: Element) -> bool:
    parent(element).insertBefore(element.cloneNode(deep=True), element)
    return True


def _swap(element: Element) -> bool:
    other = _next(element)
    if other is None or words_of(other) == words_of(element):
        return False
    parent(element).insertBefore(other, element)
    return True


def _to_the_end(element: Element) -> bool:
    body = ancestor(element, ("body",))
    last = list(elements(body, *BLOCKS))[-1] if body else None
    if body is None or element.tagName != "p" or element is last:
        return False
    body.appendChild(element)
    return True


def _next(element: Element) -> Element | None:
    """The next element of the same kind beside this one."""
    other = element.nextSibling
    while other is not None and not isinstance(other, Element):
        other = other.nextSibling
    return other if isinstance(other, Element) and other.tagName == element.tagName else None


def _last(name: str, tag: str, finished: Finished, random: Random) -> Iterator[Mutant]:
    def candidates(document: Document) -> list[Element]:
        return [one for one in elements(document, tag) if _next(one) is None]

    yield from _each(name, candidates, _drop, owners(finished.publication, "epub"), finished, random)


def _level(finished: Finished, random: Random) -> Iterator[Mutant]:
    def rename(element: Element) -> bool:
        element.tagName = element.nodeName = {"h1": "h2", "h2": "h3", "h3": "h2"}[element.tagName]
        return True

    def candidates(document: Document) -> list[Element]:
        return list(elements(document, "h1", "h2", "h3"))

    owned = owners(finished.publication, "epub")
    yield from _each("heading of another level", candidates, rename, owned, finished, random)


def _links(
    name: str, change: Callable[[Element], bool], finished: Finished, random: Random
) -> Iterator[Mutant]:
    def candidates(document: Document) -> list[Element]:
        return [link for link in elements(document, "a") if link.getAttribute("role") != "doc-backlink"]

    owned = owners(finished.publication, "epub")
    for place in places(len(candidates(_document(finished))), random):
        document = _document(finished)
        link = candidates(document)[place]
        block = ancestor(link, BLOCKS)
        part = owned.of(words_of(block)) if block else ""
        if part and change(link):
            files = entries(finished.data)
            files[TEXT] = document.toxml(encoding="utf-8")
            yield Mutant(name, finished, frozenset({part}), words_of(link)[:40], packed(files))


def _retarget(link: Element) -> bool:
    target = link.getAttribute("href")
    other = "#reference-1" if target.startswith("#") else "https://example.net/elsewhere"
    link.setAttribute("href", "#title" if target == other else other)
    return True


def _unwrap(link: Element) -> bool:
    for child in list(link.childNodes):
        parent(link).insertBefore(child, link)
    parent(link).removeChild(link)
    return True


def _renumbered(finished: Finished, random: Random) -> Iterator[Mutant]:
    def candidates(document: Document) -> list[Element]:
        return [one for one in elements(document, "li") if one.hasAttribute("value")]

    for place in places(len(candidates(_document(finished))), random):
        document = _document(finished)
        entry = candidates(document)[place]
        entry.setAttribute("value", str(int(entry.getAttribute("value")) + 1))
        section = ancestor(entry, ("section",))
        files = entries(finished.data)
        files[TEXT] = document.toxml(encoding="utf-8")
        yield Mutant(
            "renumbered", finished, frozenset({_class(section)}), words_of(entry)[:40], packed(files)
        )


def _language(finished: Finished, random: Random) -> Iterator[Mutant]:
    def forget(element: Element) -> bool:
        for name in ("lang", "xml:lang", "dir"):
            if element.hasAttribute(name):
                element.removeAttribute(name)
        return True

    def candidates(document: Document) -> list[Element]:
        return [one for one in elements(document, "span") if one.hasAttribute("lang")]

    yield from _each(
        "language lost", candidates, forget, owners(finished.publication, "epub"), finished, random
    )
    files = entries(finished.data)
    files[TEXT] = files[TEXT].replace(b'lang="en"', b'lang="de"')
    yield Mutant(
        "language lost", finished, frozenset({"label", "metadata", ""}), "the book is German", packed(files)
    )


def _alternative(finished: Finished, random: Random) -> Iterator[Mutant]:
    document = _document(finished)
    for place in places(len(list(elements(document, "img"))), random):
        document = _document(finished)
        image = list(elements(document, "img"))[place]
        image.setAttribute("alt", "A picture of something else")
        files = entries(finished.data)
        files[TEXT] = document.toxml(encoding="utf-8")
        yield Mutant("alternative text changed", finished, frozenset({"body"}), "", packed(files))


def _stamp(finished: Finished, random: Random) -> Iterator[Mutant]:
    def restamp(element: Element) -> bool:
        if not element.hasAttribute("data-boilerplate"):
            return False
        element.setAttribute("data-boilerplate", "another-text@9.9")
        return True

    yield from _parts("stamp changed", restamp, finished, random)


def _stylesheet(finished: Finished, random: Random) -> Iterator[Mutant]:
    parts = [part.id for part in finished.publication.parts]
    for place in places(len(parts), random):
        files = entries(finished.data)
        name = next(name for name in files if name.endswith(".css"))
        files[name] += f"\n.{parts[place]} {{ display: none }}\n".encode()
        yield Mutant("stylesheet hides a part", finished, frozenset({parts[place]}), "", packed(files))


PACKAGE = (
    ("<dc:title", "<dc:title>Another book</dc:title>", "metadata"),
    ("<dc:language", "<dc:language>fr</dc:language>", "metadata"),
    ("<dc:identifier", None, "metadata"),
    ("<dc:publisher", "<dc:publisher>Somebody else</dc:publisher>", "metadata"),
)


def _package(finished: Finished, random: Random) -> Iterator[Mutant]:
    files = entries(finished.data)
    name = next(name for name in files if name.endswith(".opf"))
    for place in places(len(PACKAGE), random):
        start, new, part = PACKAGE[place]
        text = files[name].decode()
        begin = text.index(start)
        end = text.index(">", text.index("</", begin)) + 1
        old = text[begin:end]
        other = new or old.replace("urn:uuid:", "urn:uuid:0")
        whole = {**files, name: text.replace(old, other, 1).encode()}
        yield Mutant("package altered", finished, frozenset({part, ""}), start, packed(whole))


def _contents(finished: Finished, random: Random) -> Iterator[Mutant]:
    files = entries(finished.data)
    for name in sorted(name for name in files if name.endswith(("nav.xhtml", "toc.ncx"))):
        text = files[name].decode()
        word = "References"
        if word in text:
            whole = {**files, name: text.replace(word, "Sources", 1).encode()}
            yield Mutant(
                "contents altered",
                finished,
                frozenset({"", "outline", "contents", "references"}),
                name,
                packed(whole),
            )


def _document(finished: Finished) -> Document:
    return parse(entries(finished.data)[TEXT])
