"""Writes the structure tree into a PDF under construction (ISO 32000-1, 14.7)."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, assert_never

import pydyf

from glossary_publish.render.pdf.tagging.tree import Area, Content, Node


class Written(pydyf.Object):  # type: ignore[misc]  # pydyf has no types
    """An object given by its PDF source."""

    def __init__(self, source: str = "") -> None:
        super().__init__()
        self.source = source

    @property
    def data(self) -> bytes:
        """The object as it stands in the file."""
        return self.source.encode("latin-1")


def write_structure(pdf: Any, document: Node) -> None:
    """Add the structure tree, the way back to it from content and links, and the index of its ids."""
    _Writer(pdf).write(document)


class _Writer:
    def __init__(self, pdf: Any) -> None:
        self._pdf = pdf
        self._pages = [reference.decode() for reference in pdf.page_references]
        self._objects: dict[Node, Written] = {}
        self._owners: dict[int, dict[int, str]] = defaultdict(dict)
        self._annotations: list[tuple[Any, str]] = []

    def write(self, document: Node) -> None:
        root = self._add(Written())
        nodes = list(_walk(document))
        for node in nodes:
            self._objects[node] = self._add(Written())
        for node in nodes:
            self._objects[node].source = self._element(node, root)
        ids = sorted((pydyf.String(node.id).data.decode("latin-1"), node) for node in nodes if node.id)
        index = self._add(
            Written(f"<</Names[{' '.join(f'{name} {self._reference(node)}' for name, node in ids)}]>>")
        )
        parents = self._add(Written(f"<</Nums[{' '.join(self._parents())}]>>"))
        root.source = (
            f"<</Type/StructTreeRoot/K {self._reference(document)}/ParentTree {_number(parents)}"
            f"/ParentTreeNextKey {len(self._pages) + len(self._annotations)}/IDTree {_number(index)}>>"
        )
        self._pdf.catalog["StructTreeRoot"] = root.reference
        self._pdf.catalog["MarkInfo"] = b"<</Marked true>>"

    def _element(self, node: Node, root: Written) -> str:
        parent = self._reference(node.parent) if node.parent else _number(root)
        page = next((kid.page for kid in node.kids if not isinstance(kid, Node)), None)
        kids = " ".join(self._kid(kid, node, page) for kid in node.kids)
        entries = [f"<</S/{node.role}/P {parent}/K[{kids}]"]
        if page is not None:
            entries.append(f"/Pg {self._pages[page]}")
        if node.attributes:
            entries.append(f"/A{node.attributes}")
        for key, words in (
            ("ID", node.id),
            ("T", node.title),
            ("Lang", node.language),
            ("Alt", node.alternative),
            ("ActualText", node.spoken_as.replacement if node.spoken_as else ""),
        ):
            if words:
                entries.append(f"/{key}{pydyf.String(words).data.decode('latin-1')}")
        return "".join(entries) + ">>"

    def _kid(self, kid: Node | Content | Area, node: Node, page: int | None) -> str:
        match kid:
            case Node():
                return self._reference(kid)
            case Content():
                self._owners[kid.page][kid.mcid] = self._reference(node)
                if kid.page == page:
                    return str(kid.mcid)
                return f"<</Type/MCR/Pg {self._pages[kid.page]}/MCID {kid.mcid}>>"
            case Area():
                annotation = kid.box.link_annotation
                self._annotations.append((annotation, self._reference(node)))
                own = f"/Pg {self._pages[kid.page]}" if kid.page != page else ""
                return f"<</Type/OBJR{own}/Obj {_number(annotation)}>>"
            case _:
                assert_never(kid)

    def _parents(self) -> Iterator[str]:
        for page in range(len(self._pages)):
            owners = self._owners[page]
            yield f"{page}[{' '.join(owners[mcid] for mcid in sorted(owners))}]"
        for number, (annotation, owner) in enumerate(self._annotations, len(self._pages)):
            annotation["StructParent"] = number
            yield f"{number} {owner}"

    def _add(self, made: Written) -> Written:
        self._pdf.add_object(made)
        return made

    def _reference(self, node: Node) -> str:
        return _number(self._objects[node])


def _number(made: Any) -> str:
    return f"{made.number} 0 R"


def _walk(node: Node) -> Iterator[Node]:
    yield node
    for kid in node.kids:
        if isinstance(kid, Node):
            yield from _walk(kid)
