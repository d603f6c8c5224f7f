"""CSS selectors as XPath, so that lxml finds at once all elements that a rule is for."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import tinycss2
from cssselect2 import parser as css
from lxml import etree

XHTML = "http://www.w3.org/1999/xhtml"
NAMESPACES = {"h": XHTML}
LINKED = "(self::h:a or self::h:area) and @href"
CONDITIONS = {
    "root": "not(parent::*)",
    "empty": "not(node())",
    "first-child": "not(preceding-sibling::*)",
    "last-child": "not(following-sibling::*)",
    "only-child": "not(preceding-sibling::*) and not(following-sibling::*)",
    "link": LINKED,
    "any-link": LINKED,
}
# What the reader of the book does decides; a rule for such a state may hold at some time.
STATES = frozenset(("hover", "active", "focus", "focus-within", "focus-visible", "target", "visited"))
PLAIN_CLASS = re.compile(r"[A-Za-z0-9_-]+")
AXES = {" ": "ancestor", ">": "parent", "+": "preceding-sibling", "~": "preceding-sibling"}
FORWARD = {" ": "descendant", ">": "child", "+": "following-sibling", "~": "following-sibling"}


class UnknownSelector(ValueError):
    """A selector that is not understood: whom the rule is for is unknown."""


@dataclass(frozen=True, slots=True)
class Selector:
    """Whom a rule is for. `pseudo` names a pseudo-element; `passing` that it depends on what the reader does.

    `needs` are the element names and classes without which it finds nothing on a page, and `plain` tells that whatever
    has them is found.
    """

    find: etree.XPath
    needs: frozenset[str]
    plain: bool
    specificity: tuple[int, int, int]
    pseudo: str
    passing: bool


def selectors(prelude: Iterable[object]) -> list[Selector]:
    """The selectors before a rule; raises `UnknownSelector`."""
    try:
        return [_selector(found) for found in css.parse(prelude)]
    except css.SelectorError as error:
        raise UnknownSelector(str(error)) from error


def _selector(found: css.Selector) -> Selector:
    tree = found.parsed_tree
    translator = _Translator()
    path = f"/descendant::{translator.step(tree)}"
    return Selector(
        etree.XPath(path, namespaces=NAMESPACES),
        frozenset(_needs(tree)),
        _is_plain(tree),
        found.specificity,
        found.pseudo_element or "",
        translator.passing,
    )


def _needs(tree: object) -> Iterator[str]:
    if isinstance(tree, css.CombinedSelector):
        yield from _needs(tree.left)
        yield from _needs(tree.right)
    elif isinstance(tree, css.CompoundSelector):
        for one in tree.simple_selectors:
            if isinstance(one, css.LocalNameSelector):
                yield one.local_name
            elif isinstance(one, css.ClassSelector):
                yield f".{one.class_name}"


def _is_plain(tree: object) -> bool:
    ones = tree.simple_selectors if isinstance(tree, css.CompoundSelector) else ()
    names = [one.local_name for one in ones if isinstance(one, css.LocalNameSelector)]
    classes = [one.class_name for one in ones if isinstance(one, css.ClassSelector)]
    words = all(PLAIN_CLASS.fullmatch(name) for name in classes) and all(map(str.isalnum, names))
    return words and len(names) < 2 and 0 < len(ones) == len(names) + len(classes)


class _Translator:
    def __init__(self) -> None:
        self.passing = False

    def step(self, tree: object) -> str:
        """An element name and the conditions on it."""
        name = "*"
        compound = tree.right if isinstance(tree, css.CombinedSelector) else tree
        if isinstance(compound, css.CompoundSelector):
            names = [one for one in compound.simple_selectors if isinstance(one, css.LocalNameSelector)]
            name = f"h:{names[0].local_name}" if names and names[0].local_name.isalnum() else "*"
        condition = self.condition(tree, named=name != "*")
        return f"{name}[{condition}]" if condition else name

    def condition(self, tree: object, *, named: bool = False) -> str:
        """What must hold of an element; empty for a selector of everything. `named`: its name is looked at already."""
        match tree:
            case css.CombinedSelector():
                axis, near = AXES[tree.combinator], "[1]" * (tree.combinator == "+")
                left = self.condition(tree.left)
                around = f"{axis}::*{near}" + (f"[{left}]" if left else "")
                return " and ".join(filter(None, (self.condition(tree.right, named=named), around)))
            case css.CompoundSelector():
                ones = tree.simple_selectors
                ones = [one for one in ones if not (named and isinstance(one, css.LocalNameSelector))]
                return " and ".join(filter(None, map(self._simple, ones)))
            case _:
                raise UnknownSelector(f"the selector {tree!r} is not understood")

    def _simple(self, one: object) -> str:
        match one:
            case css.LocalNameSelector():
                return f"self::*[local-name() = {quoted(one.local_name)}]"
            case css.ClassSelector():
                return _has_word("@class", one.class_name)
            case css.IDSelector():
                return f"@id = {quoted(one.ident)}"
            case css.AttributeSelector():
                return _attribute(one)
            case css.PseudoClassSelector():
                return self._pseudo(one.name)
            case css.NegationSelector():
                return f"not({self._any(one.selector_list)})"
            case css.MatchesAnySelector() | css.SpecificityAdjustmentSelector():
                return self._any(one.selector_list)
            case css.RelationalSelector():
                return "(" + " or ".join(map(self._relative, one.selector_list)) + ")"
            case css.FunctionalPseudoClassSelector():
                return _functional(one)
            case _:
                raise UnknownSelector(f"the selector {one!r} is not understood")

    def _any(self, found: Iterable[css.Selector]) -> str:
        return (
            "("
            + (" or ".join(self.condition(one.parsed_tree) or "true()" for one in found) or "false()")
            + ")"
        )

    def _relative(self, one: css.RelativeSelector) -> str:
        axis, near = FORWARD[one.combinator], "[1]" * (one.combinator == "+")
        condition = self.condition(one.selector.parsed_tree)
        return f"{axis}::*{near}" + (f"[{condition}]" if condition else "")

    def _pseudo(self, name: str) -> str:
        if name in STATES:
            self.passing = True
            return ""
        if name not in CONDITIONS:
            raise UnknownSelector(f"the selector :{name} is not understood")
        return CONDITIONS[name]


def _attribute(one: css.AttributeSelector) -> str:
    if one.namespace:
        raise UnknownSelector(f"the selector {one!r} is not understood")
    place = f"@{one.name}"
    value = quoted(one.value or "")
    match one.operator:
        case None:
            return place
        case "=":
            return f"{place} = {value}"
        case "~=":
            return _has_word(place, one.value)
        case "|=":
            return f"({place} = {value} or starts-with({place}, {quoted(one.value + '-')}))"
        case "^=":
            return f"starts-with({place}, {value})"
        case "*=":
            return f"contains({place}, {value})"
        case _:
            raise UnknownSelector(f"the selector {one!r} is not understood")


def _functional(one: css.FunctionalPseudoClassSelector) -> str:
    steps = tinycss2.nth.parse_nth(one.arguments)
    axis = {"nth-child": "preceding-sibling", "nth-last-child": "following-sibling"}.get(one.name)
    if steps is None or axis is None:
        raise UnknownSelector(f"the selector :{one.name}() is not understood")
    every, first = steps
    place = f"(count({axis}::*) + 1 - {first})"
    if every == 0:
        return f"{place} = 0"
    return f"({place} mod {abs(every)} = 0 and {place} * {every} >= 0)"


def _has_word(place: str, word: str) -> str:
    return f"contains(concat(' ', normalize-space({place}), ' '), {quoted(f' {word} ')})"


def quoted(text: str) -> str:
    """A string of XPath 1.0, which knows no escapes."""
    if "'" not in text:
        return f"'{text}'"
    pieces = ', "\'", '.join(f"'{piece}'" for piece in text.split("'"))
    return f"concat({pieces})"
