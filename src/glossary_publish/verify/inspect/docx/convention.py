"""What the style of a paragraph says: what the paragraph is, and what is around it (docs/word-document.md)."""

import re
from dataclasses import dataclass
from functools import lru_cache

from glossary_publish.verify.inspection import Kind

SIDES = ("Left", "Center", "Right")
LEAVES = {
    **{f"Heading{level}": Kind.HEADING for level in range(1, 7)},
    **dict.fromkeys(
        "Text Label AlsoKnownAs Lede Callout Legend Imprint Address Item".split(), Kind.PARAGRAPH
    ),
    "Term": Kind.TERM,
    "Meaning": Kind.MEANING,
    "Code": Kind.CODE,
    "Figure": Kind.FIGURE,
    "Caption": Kind.CAPTION,
    "Fact": Kind.FACT_LABEL,
    "Reference": Kind.REFERENCE,
    "FootnoteText": Kind.NOTE,
    **dict.fromkeys((f"TableHeader{side}" for side in ("", *SIDES)), Kind.HEADER_CELL),
    **dict.fromkeys((f"TableText{side}" for side in ("", *SIDES)), Kind.CELL),
}
CONTAINERS = {"B": "bullet", "N": "ordered", "Q": "quote", "D": "definitions"}
LISTS = frozenset(("bullet", "ordered"))
CHARACTER_STYLES = frozenset("Hyperlink Citation CodeText FactLabel FactValue FootnoteReference".split())
WITHOUT_PATH = frozenset((Kind.FACT_LABEL, Kind.REFERENCE, Kind.NOTE))
_ID = re.compile(
    r"(?:CrisisNotice|Disclaimer|KeyPoints|EditingInstructions|Note)??"
    rf"({'|'.join(LEAVES)})(?:In([{''.join(CONTAINERS)}]+))?"
)


@dataclass(frozen=True, slots=True)
class Leaf:
    """What a paragraph is: its kind, the level of a heading, its containers from outside in."""

    name: str
    kind: Kind
    level: int
    within: tuple[str, ...]

    @property
    def lists(self) -> tuple[str, ...]:
        """The lists among its containers."""
        return tuple(name for name in self.within if name in LISTS)


@lru_cache(maxsize=256)
def leaf_of(style: str) -> Leaf | None:
    """What the id of a paragraph style says; None when it says nothing."""
    found = _ID.fullmatch(style)
    if found is None:
        return None
    name, path = found[1], found[2] or ""
    kind = LEAVES[name]
    if path and kind in WITHOUT_PATH:
        return None
    within = tuple(CONTAINERS[letter] for letter in path)
    if kind in (Kind.TERM, Kind.MEANING) and not path:
        within = ("definitions",)
    level = int(name[-1]) if kind is Kind.HEADING else 0
    return Leaf(name, kind, level, within)
