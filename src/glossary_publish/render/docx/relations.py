"""What a part of the package refers to: other parts, and addresses outside."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Relation:
    """A relationship: its id within the part, its type, and the name of a part or an address outside."""

    id: str
    type: str
    target: str
    external: bool = False


@dataclass(slots=True)
class Relations:
    """The relationships of one part, in the order in which they were asked for."""

    found: dict[tuple[str, str], Relation] = field(default_factory=dict)

    def to(self, type: str, target: str, *, external: bool = False) -> str:
        """The id of a relationship; one target has one."""
        key = (type, target)
        if key not in self.found:
            self.found[key] = Relation(f"rId{len(self.found) + 1}", type, target, external)
        return self.found[key].id

    def all(self) -> tuple[Relation, ...]:
        """Every relationship."""
        return tuple(self.found.values())
