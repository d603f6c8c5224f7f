"""The attributes and anchors of headings."""

import difflib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from markdown_it.token import Token

from glossary_publish.article import Inline
from glossary_publish.publication import plain_text
from glossary_publish.read.markdown.source import Source

NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
OWN = re.compile(r"(?:reference|note|note-mark|cite|part|chapter)-[0-9]+")
# The parts of an edition carry their names as anchors, and so do the pages of an ebook.
PARTS = frozenset(
    "editing-instructions label title facts crisis-notice disclaimer key-points actions questions-to-ask body notes "
    "related references colophon address contents toc landmarks cover draft foot page".split()
)


@dataclass(slots=True)
class Anchors:
    """The anchors given so far; the explicit ones are known before the first heading is read."""

    explicit: set[str] = field(default_factory=set)
    given: set[str] = field(default_factory=set)
    counts: dict[str, int] = field(default_factory=dict)

    def automatic(self, children: Iterable[Inline]) -> str:
        """An anchor made from the words of a heading, with a number when it would be another's."""
        folded = (
            unicodedata.normalize("NFKD", plain_text(children).casefold()).encode("ascii", "ignore").decode()
        )
        name = "-".join(re.findall(r"[a-z0-9]+", folded.replace("'", "")))
        if not name or name[0].isdigit():
            name = f"section-{name}".rstrip("-")
        number = self.counts.get(name, 1)
        anchor = name if number == 1 else f"{name}-{number}"
        while anchor in self.given or anchor in self.explicit or reserved(anchor):
            number += 1
            anchor = f"{name}-{number}"
        self.given.add(anchor)
        self.counts[name] = number
        return anchor


def reserved(anchor: str) -> bool:
    """Whether an edition uses this anchor for something of its own."""
    return anchor in PARTS or OWN.fullmatch(anchor) is not None


def take_attributes(tokens: list[Token], source: Source, anchors: Anchors) -> None:
    """Cut `{#id .class}` off the texts of headings, before these are parsed, and note it on the heading."""
    for index, token in enumerate(tokens):
        if token.type != "heading_open" or not tokens[index + 1].content.endswith("}"):
            continue
        text = tokens[index + 1]
        start = text.content.rfind("{")
        if start < 0 or text.content[start - 1 : start].strip():
            continue  # no brace, or one that belongs to a word
        token.meta["attributes"] = _attributes(text, start, source, anchors)
        text.content = text.content[:start].rstrip()


def _attributes(text: Token, start: int, source: Source, anchors: Anchors) -> tuple[str, tuple[str, ...]]:
    anchor, classes = "", []
    for word in re.finditer(r"\S+", text.content[start + 1 : -1]):
        name, span = word[0][1:], source.inside(text, start + 1 + word.start(), len(word[0]))
        if word[0][0] not in "#." or not NAME.fullmatch(name) or (word[0][0] == "#" and anchor):
            close = difflib.get_close_matches(word[0], [f"#{name}", f".{name}"], 1, 0.8)
            help = (
                f"write {close[0]}"
                if close
                else "write {#id} or {.class}, in lower-case letters, digits and hyphens"
            )
            source.error("unknown-attribute", f"{word[0]!r} is no attribute of a heading", span, help)
        elif word[0][0] == ".":
            classes.append(name)
        elif reserved(name):
            source.error(
                "reserved-anchor", f"{name!r} is an anchor of the edition", span, "choose another id"
            )
        elif name in anchors.explicit:
            source.error(
                "duplicate-anchor", f"the id {name!r} stands twice", span, "give each heading its own id"
            )
        else:
            anchor = name
            anchors.explicit.add(name)
    return anchor, tuple(classes)
