"""A CSS file as rules: whom they are for, when they hold, and what they do to the visibility of words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

import tinycss2

from glossary_publish.verify.inspect.epub.properties import Effect, Token, UnmeasuredStyle, effects
from glossary_publish.verify.inspect.epub.selectors import Selector, UnknownSelector, selectors

Views: TypeAlias = tuple[bool, bool, bool, bool]
# A page may be light or dark, and what is up to the device may hold or not.
ALWAYS: Views = (True, True, True, True)
MAYBE: Views = (True, False, True, False)
LIGHT: Views = (True, True, False, False)
DARK: Views = (False, False, True, True)
NEVER: Views = (False, False, False, False)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that matters: one selector, the views in which it holds, and the effects of its declarations."""

    selector: Selector
    views: Views
    effects: tuple[Effect, ...]


@dataclass(frozen=True, slots=True)
class Stylesheet:
    """The rules of a file. `written` holds words that the style adds; `unclear` what could not be measured.

    `addresses` are the files that it loads.
    """

    rules: tuple[Rule, ...]
    written: tuple[str, ...]
    unclear: tuple[str, ...]
    addresses: tuple[str, ...]


@lru_cache(maxsize=64)
def read_stylesheet(css: bytes) -> Stylesheet:
    """A stylesheet by its bytes; books of one layout share theirs."""
    reader = _Reader()
    nodes, _ = tinycss2.parse_stylesheet_bytes(css, skip_comments=True, skip_whitespace=True)
    reader.read(nodes, ALWAYS)
    return Stylesheet(
        tuple(_that_matter(reader.rules)),
        tuple(reader.written),
        tuple(reader.unclear),
        tuple(reader.addresses),
    )


def _that_matter(rules: Sequence[Rule]) -> Iterator[Rule]:
    """The rules without what hides nothing: values that show words, where no rule of the file hides them."""
    hiding = {effect.name for rule in rules for effect in rule.effects if effect.hides}
    for rule in rules:
        matters = tuple(effect for effect in rule.effects if effect.paints or effect.name in hiding)
        if matters:
            yield Rule(rule.selector, rule.views, matters)


@lru_cache(maxsize=256)
def read_inline(css: str) -> tuple[tuple[Effect, ...], tuple[str, ...]]:
    """The effects of a `style` attribute, and what could not be measured in it."""
    reader = _Reader()
    found = tuple(reader.declarations(tinycss2.parse_blocks_contents(css), ""))
    return found, (*reader.unclear, *reader.addresses)


class _Reader:
    def __init__(self) -> None:
        self.rules: list[Rule] = []
        self.written: list[str] = []
        self.unclear: list[str] = []
        self.addresses: list[str] = []

    def read(self, nodes: Sequence[Token], views: Views) -> None:
        for node in nodes:
            match node.type:
                case "qualified-rule":
                    self._rule(node, views)
                case "at-rule":
                    self._at_rule(node, views)
                case "error":
                    self.unclear.append(node.message)
                case _:
                    pass

    def _rule(self, node: Token, views: Views) -> None:
        try:
            found = selectors(node.prelude)
        except UnknownSelector as error:
            self.unclear.append(str(error))
            return
        content = tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
        pseudo = {selector.pseudo for selector in found}
        parsed = tuple(self.declarations(content, "" if "" in pseudo else pseudo.pop()))
        for selector in found:
            if not selector.pseudo and parsed:
                holds = _both(views, MAYBE) if selector.passing else views
                self.rules.append(Rule(selector, holds, parsed))

    def declarations(self, nodes: Sequence[Token], pseudo: str) -> Iterator[Effect]:
        """The effects of declarations; for a pseudo-element only the words that it adds are of interest."""
        for node in nodes:
            if node.type in ("whitespace", "comment"):
                continue
            if node.type != "declaration":
                self.unclear.append(getattr(node, "message", f"{node.type} inside a rule"))
                continue
            self.addresses += _addresses(node.value)
            if node.lower_name == "content" and pseudo:
                self.written += _strings(node.value)
            elif not pseudo or node.lower_name not in ("color", "content"):
                try:
                    yield from effects(node.lower_name, node.value, node.important)
                except UnmeasuredStyle as error:
                    self.unclear.append(str(error))

    def _at_rule(self, node: Token, views: Views) -> None:
        name = node.lower_at_keyword
        if name in ("media", "supports", "layer") and node.content is not None:
            told = " ".join(tinycss2.serialize(node.prelude).lower().split())
            holds = _both(views, _media(told) if name == "media" else MAYBE)
            if any(holds):
                inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
                self.read(inner, holds)
        elif name == "font-face":
            self.addresses += _addresses(node.content or [])
        elif name == "import":
            self.addresses += _addresses(node.prelude) or _strings(node.prelude)
            self.unclear.append("@import")
        elif name not in ("charset", "namespace", "page"):
            self.unclear.append(f"@{name}")


def _both(one: Views, other: Views) -> Views:
    light, light_maybe, dark, dark_maybe = (a and b for a, b in zip(one, other, strict=True))
    return light, light_maybe, dark, dark_maybe


def _media(told: str) -> Views:
    told = told.removeprefix("screen and ").removeprefix("all and ")
    match told:
        case "(prefers-color-scheme: light)":
            return LIGHT
        case "(prefers-color-scheme: dark)":
            return DARK
        case "screen" | "all" | "":
            return ALWAYS
        case "print" | "speech":
            return NEVER
        case _:
            return MAYBE


def _addresses(tokens: Sequence[Token]) -> list[str]:
    """What `url()` names, at any depth."""
    found = []
    for token in tokens:
        if token.type == "url":
            found.append(token.value)
        elif token.type == "function" and token.lower_name in ("url", "src", "image", "image-set"):
            found += _strings(token.arguments) + _addresses(token.arguments)
        elif token.type == "function":
            found += _addresses(token.arguments)
        elif token.type.endswith("block"):
            found += _addresses(token.content)
    return found


def _strings(tokens: Sequence[Token]) -> list[str]:
    """The words of `content`; counters and attributes write too."""
    found = [token.value for token in tokens if token.type == "string"]
    return found + [token.serialize() for token in tokens if token.type == "function"]
