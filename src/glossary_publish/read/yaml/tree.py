"""What a YAML file says: mappings and sequences of strings, each with its place."""

from dataclasses import dataclass

from glossary_publish.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Scalar:
    """A string; `no`, `1.10` and `2025-12-18` are strings like all others."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with their values, in the order of the file; no key stands twice."""

    entries: "tuple[tuple[Scalar, Node], ...]"
    span: Span

    def get(self, key: str) -> "Node | None":
        """The value of a key, or None."""
        return next((value for name, value in self.entries if name.text == key), None)


@dataclass(frozen=True, slots=True)
class Sequence:
    """Values in order."""

    items: "tuple[Node, ...]"
    span: Span


Node = Scalar | Mapping | Sequence
Tree = Mapping
