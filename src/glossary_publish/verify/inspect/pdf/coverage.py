"""Whether the structure tree and the pages hold the same content (ISO 32000-1, 14.7.4 and 14.8.2)."""

from collections import Counter
from collections.abc import Iterator, Sequence

from glossary_publish.verify.inspect.pdf.document import Document
from glossary_publish.verify.inspect.pdf.links import LinkArea
from glossary_publish.verify.inspect.pdf.objects import MalformedPdf, Object, Ref, Table
from glossary_publish.verify.inspect.pdf.painting import Page
from glossary_publish.verify.inspect.pdf.structure import Annotation, Content, Element
from glossary_publish.verify.inspect.pdf.words import normal
from glossary_publish.verify.inspection import Fault

DEPTH = 32


def content_faults(pages: Sequence[Page], elements: Sequence[Element]) -> Iterator[Fault]:
    """Content that no element reaches, that no page holds, or that belongs to two."""
    reached = Counter(
        (kid.container, kid.mcid) for element in elements for kid in element.kids if isinstance(kid, Content)
    )
    marked = Counter(mark for page in pages for mark in page.marks)
    places = {mark: page.index for page in pages for mark in page.marks}
    homes = {page.number: page.index for page in pages}
    for container, mcid in sorted(reached.keys() - marked.keys()):
        place = f"page {homes[container] + 1}" if container in homes else ""
        yield Fault("dead-content", f"an element holds content {mcid}, which is not on its page", place)
    for page in pages:
        yield from _page_faults(page, reached)
    for mark in sorted(
        mark for mark in reached.keys() & marked.keys() if reached[mark] > 1 or marked[mark] > 1
    ):
        yield Fault(
            "content-twice", f"content {mark[1]} is marked or held more than once", f"page {places[mark] + 1}"
        )


def _page_faults(page: Page, reached: Counter[tuple[int, int]]) -> Iterator[Fault]:
    place = f"page {page.index + 1}"
    words: dict[tuple[int, int], list[str]] = {mark: [] for mark in page.marks if mark not in reached}
    loose: list[str] = []
    for run in page.runs:
        mark = (run.marked.container, run.marked.mcid) if run.marked else (page.number, -1)
        if mark in words:
            words[mark].append(run.text)
        elif run.texts and mark[1] < 0 and not (run.marked and run.marked.artifact):
            loose.append(run.text)
    for mark, texts in words.items():
        said = normal("".join(texts))
        yield Fault("orphan-content", f"content {mark[1]}, {said!r}, is in no element and no artifact", place)
    for text in loose:
        yield Fault("unmarked-content", f"{normal(text)!r} is painted outside all marked content", place)
    if page.untagged:
        yield Fault(
            "unmarked-content", f"{page.untagged} graphics are painted outside all marked content", place
        )
    yield from page.faults


def parent_tree_faults(
    document: Document,
    tables: Sequence[tuple[int, Table]],
    pages: Sequence[Page],
    elements: Sequence[Element],
    areas: dict[int, LinkArea],
) -> Iterator[Fault]:
    """The way back from content and annotations to their elements (14.7.4.4)."""
    root = document.table(document.catalog.get("StructTreeRoot"))
    tree = _number_tree(document, root.get("ParentTree"))
    owners = {
        (kid.container, kid.mcid): element.number
        for element in elements
        for kid in element.kids
        if isinstance(kid, Content)
    }
    for (number, table), page in zip(tables, pages, strict=True):
        marks = [mark for mark in page.marks if mark in owners and mark[0] == number]
        key = document.resolve(table.get("StructParents"))
        parents = document.resolve(tree.get(key)) if isinstance(key, int) else None
        place = f"page {page.index + 1}"
        if marks and not isinstance(parents, list):
            yield Fault("broken-parent-tree", "the page does not lead back to the structure tree", place)
        elif isinstance(parents, list):
            for mark in marks:
                parent = parents[mark[1]] if 0 <= mark[1] < len(parents) else None
                if not isinstance(parent, Ref) or parent.number != owners[mark]:
                    yield Fault(
                        "broken-parent-tree", f"content {mark[1]} does not lead back to its element", place
                    )
    yield from _annotation_faults(tree, elements, areas)


def _annotation_faults(
    tree: dict[int, Object], elements: Sequence[Element], areas: dict[int, LinkArea]
) -> Iterator[Fault]:
    holders = {
        kid.number: element for element in elements for kid in element.kids if isinstance(kid, Annotation)
    }
    for number, area in areas.items():
        place, holder = f"page {area.page + 1}", holders.get(number)
        if holder is None or holder.role != "Link":
            yield Fault("link-outside-structure", f"the link to {area.target!r} is in no Link element", place)
            continue
        parent = tree.get(area.struct_parent) if area.struct_parent is not None else None
        if not isinstance(parent, Ref) or parent.number != holder.number:
            yield Fault(
                "broken-parent-tree", f"the link to {area.target!r} does not lead back to its element", place
            )


def _number_tree(document: Document, value: Object, depth: int = 0) -> dict[int, Object]:
    """The entries of a number tree (7.9.7)."""
    node = document.table(value)
    flat = document.array(node.get("Nums"))
    entries = {key: item for key, item in zip(flat[::2], flat[1::2], strict=False) if isinstance(key, int)}
    kids = document.array(node.get("Kids"))
    if depth > DEPTH or 2 * len(entries) != len(flat) or (depth and not flat and not kids):
        raise MalformedPdf("the parent tree is no tree, or has a number twice")
    for kid in kids:
        entries |= _number_tree(document, kid, depth + 1)
    return entries
