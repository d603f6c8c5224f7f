"""Spares WeasyPrint 70 to match every selector against every element: the rules that are found stay the same.

Most selectors ask for the name of an element, its attributes, and those of the elements around it. Which of them match is
found out once for each such place in a page, for all pages of a style sheet; selectors that ask for more, such as what
stands before an element, are matched against each element. What the rules of a place come to is weighed once, too, and of
the pseudo-elements that every browser's rules give to each element hardly any is ever asked for: they wait until then.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from math import inf
from types import CodeType
from typing import Any

from cssselect2.compiler import ascii_lower
from weasyprint.css import declaration_precedence

# Places; some megabyte. Where most links lead, nothing in the next article leads: their places are kept from the first.
MOST, MOST_WITH_LINKS = 1000, 500

# What a selector may look at whose answer depends on an element's name and attributes, and on those around it.
SETTLED = frozenset(
    {
        *("local_name", "namespace_url", "in_html_document", "classes", "id", "parent", "ancestors"),
        *("etree_element", "tag", "attrib", "get", "any", "next", "lower", "startswith", "endswith"),
        *("ascii_lower", "split_whitespace"),
    }
)

Cascaded = dict[str, tuple[Any, Any]]


@dataclass(frozen=True, slots=True, eq=False)
class Rules:
    """What the rules for an element come to, by pseudo-element."""

    cascaded: dict[str | None, Cascaded]


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """Elements of one name and the same attributes, in the same surroundings.

    Of each style sheet `sure` are the selectors that match them all; `open` are those that are to be asked.
    """

    sure: list[list[Any]]
    open: list[tuple[int, Any]]
    outcomes: dict[tuple[bool, ...], Rules] = field(default_factory=dict)
    inside: dict[Any, "Place"] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class Known:
    """What was computed for a style, for boxes without element in it, and for the styles inside of it.

    `anonymous` is by what such a box makes of spaces; `lengths` come with the values that they were made of; `markers`
    are those whose line has the style.
    """

    values: dict[str, Any] = field(default_factory=dict)
    specified: dict[str, Any] = field(default_factory=dict)
    anonymous: dict[str, "Known"] = field(default_factory=dict)
    inside: dict[Any, "Known"] = field(default_factory=dict)
    lengths: tuple[Any, dict[str, Any]] = ((), {})
    markers: dict[Any, Any] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class Matching:
    """What is known of the style sheets that pages have in common.

    `others` are those besides the last, and all else that styles follow from.
    """

    others: tuple[Any, ...]
    names: frozenset[str]
    styles: Known
    roots: dict[Any, Place] = field(default_factory=dict)
    rules: dict[Any, Rules] = field(default_factory=dict)
    places: int = 0
    remembered: int = 0


def matching(sheets: list[Any], fonts: Any, base_url: Any) -> Matching:
    """What is known of style sheets; it lasts as long as the last of them, which is the one of the layout."""
    last = sheets[-1][0]
    others = *sheets[:-1], sheets[-1][1:], fonts, base_url
    held: Matching | None = vars(last).get("matching")
    if held is None or held.others != others:
        words = {
            word for sheet, *_ in sheets for test in _tests(sheet.matcher) for word in _words(test.__code__)
        }
        held = last.matching = Matching(others, frozenset({"class", "lang", *words}), Known())
    return held


def rules_for(held: Matching, sheets: list[Any], element: Any) -> Rules:
    """The rules for an element; those for its parent have been asked for."""
    place = element.place = _place(held, sheets, element)
    answers = tuple([bool(entry[0](element)) for _, entry in place.open])
    found = place.outcomes.get(answers)
    if found is None:
        matched = [list(sure) for sure in place.sure]
        for (number, entry), answer in zip(place.open, answers, strict=True):
            if answer:
                matched[number].append(entry[1:])
        found = place.outcomes[answers] = _rules(held, sheets, matched)
    return found


def overridden(cascaded: Cascaded, declared: Cascaded) -> Cascaded:
    """The declarations of rules with those that stand with an element itself, as their weight decides."""
    kept = {
        name: said for name, said in declared.items() if name not in cascaded or said[1] > cascaded[name][1]
    }
    return cascaded | kept


@lru_cache(maxsize=MOST)
def settled(test: Any) -> bool:
    """Whether a selector depends on the place of an element alone."""
    return all(SETTLED.issuperset(code.co_names) for code in _codes(test.__code__))


def _place(held: Matching, sheets: list[Any], element: Any) -> Place:
    node = element.etree_element
    said = tuple([item for item in node.attrib.items() if item[0] in held.names])
    own = element.id if element.id in held.names else None
    key = element.in_html_document, node.tag, own, said
    known = held.roots if element.parent is None else element.parent.place.inside
    place: Place | None = known.get(key)
    if place is None:
        place = _new_place(sheets, element)
        if held.places < (MOST_WITH_LINKS if "href" in node.attrib else MOST):
            held.places += 1
            known[key] = place
    return place


def _new_place(sheets: list[Any], element: Any) -> Place:
    sure, open = [], []
    for number, (sheet, *_) in enumerate(sheets):
        candidates = list(_candidates(sheet.matcher, element))
        sure.append([entry[1:] for entry in candidates if settled(entry[0]) and entry[0](element)])
        open += [(number, entry) for entry in candidates if not settled(entry[0])]
    return Place(sure, open)


def _candidates(matcher: Any, element: Any) -> Iterator[Any]:
    """The selectors that a matcher tries for an element."""
    yield from matcher.id_selectors.get(element.id, ())
    for name in element.classes:
        yield from matcher.class_selectors.get(name, ())
    yield from matcher.lower_local_name_selectors.get(ascii_lower(element.local_name), ())
    yield from matcher.namespace_selectors.get(element.namespace_url, ())
    if "lang" in element.etree_element.attrib:
        yield from matcher.lang_attr_selectors
    yield from matcher.other_selectors


def _rules(held: Matching, sheets: list[Any], matched: list[list[Any]]) -> Rules:
    """What selectors come to that match (CSS Cascade 4, 6.1): the heaviest declaration, and the last of equal ones."""
    for found in matched:
        found.sort(key=lambda entry: entry[:2])
    key = tuple(
        [tuple([(weight, pseudo, id(said)) for weight, _, pseudo, said in found]) for found in matched]
    )
    if key in held.rules:
        return held.rules[key]
    cascaded: dict[str | None, Cascaded] = {}
    for (sheet, origin, of_sheet), found in zip(sheets, matched, strict=True):
        for specificity, _, pseudo, (declarations, layer) in found:
            place = inf if layer is None else sheet.layers.index(layer)
            style = cascaded.setdefault(pseudo, {})
            for name, values, important in declarations:
                weight = (declaration_precedence(origin, important), place, of_sheet or specificity)
                if name not in style or style[name][1] <= weight:
                    style[name] = values, weight
    rules = Rules(cascaded)
    if len(held.rules) < MOST:
        held.rules[key] = rules
    return rules


def _tests(matcher: Any) -> Iterator[Any]:
    by_key = (
        matcher.id_selectors,
        matcher.class_selectors,
        matcher.lower_local_name_selectors,
        matcher.namespace_selectors,
    )
    for entries in by_key:
        for found in entries.values():
            yield from (entry[0] for entry in found)
    yield from (entry[0] for entry in (*matcher.lang_attr_selectors, *matcher.other_selectors))


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _codes(constant)


def _words(code: CodeType) -> Iterator[str]:
    """The names and values that a selector asks for."""
    for part in _codes(code):
        for constant in part.co_consts:
            words = constant if isinstance(constant, tuple | frozenset) else (constant,)
            yield from (word for word in words if isinstance(word, str))
