"""Spares WeasyPrint 70 the work of the cascade that comes again in every page: each element gets the same style.

The rules for an element come from `matching`. The rules of every browser give each element the marker of a list item and
the marks of notes, which hardly any has: their styles are made when somebody asks for them.
"""

from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree

from weasyprint import css
from weasyprint.layout.page import PageType

from glossary_publish.render.pdf.matching import (
    Cascaded,
    Known,
    Matching,
    Rules,
    matching,
    overridden,
    rules_for,
)
from glossary_publish.render.pdf.recalling import MOST, Sizes, is_plain, own_key, recall

# Pseudo-elements whose styles the rules of WeasyPrint itself give to all elements.
RARE = frozenset({"marker", "footnote-call", "footnote-marker", "note-call", "note-marker", "note-callback"})
# The boxes around a page (CSS Paged Media 3, 4.2); without content there are none.
MARGINS = frozenset(
    f"@{side}-{place}"
    for side, places in {
        "top": ("left-corner", "left", "center", "right", "right-corner"),
        "bottom": ("left-corner", "left", "center", "right", "right-corner"),
        "left": ("top", "middle", "bottom"),
        "right": ("top", "middle", "bottom"),
    }.items()
    for place in places
)

_begin = css.StyleFor.__init__
_style_for = css.StyleFor.__call__
_set_style = css.StyleFor.set_computed_styles


def match_once() -> None:
    """Let WeasyPrint use the functions below; doing it again changes nothing."""
    css.StyleFor.__init__, css.StyleFor.__call__ = begin, style_for
    css.StyleFor.set_computed_styles = set_style


def begin(styles: Any, html: Any, sheets: Any, hints: bool, fonts: Any, targets: Any) -> None:
    """Give every element of a page its style."""
    nothing = SimpleNamespace(iter_subtree=tuple)
    empty = SimpleNamespace(
        etree_element=ElementTree.Element("html"), base_url=html.base_url, wrapper_element=nothing
    )
    _begin(styles, empty, sheets, hints, fonts, targets)
    styles.rules, styles.markers, styles.empty = {}, {}, None
    styles.root, styles.base_url = html.etree_element, html.base_url
    styles.initial_page_sizes = Sizes(styles.initial_page_sizes)
    own, said = _own(html, hints)
    held = styles.held = matching(sheets, fonts, html.base_url)
    computed = styles.get_computed_styles()
    shared: dict[Any, Any] = {}
    for element in html.wrapper_element.iter_subtree():
        node = element.etree_element
        parent = None if element.parent is None else element.parent.etree_element
        rules = styles.rules[node] = rules_for(held, sheets, element)
        key = id(computed.get((parent, None))), said.get(node), rules
        style = shared.get(key)
        if style is None:
            declared = own.get(node, {})
            cascaded = overridden(rules.cascaded.get(None, {}), declared)
            style = shared[key] = _set(styles, node, None, parent, cascaded, targets)
            _recall(held, style, (rules, None, own_key(declared)))
        else:
            computed[node, None] = style
    for node, rules in styles.rules.items():
        for pseudo, cascaded in rules.cascaded.items():
            if pseudo and not _waits(pseudo, cascaded):
                style = _set(styles, node, pseudo, node, cascaded, targets)
                _recall(held, style, (rules, pseudo, ()))


def style_for(styles: Any, element: Any, pseudo: Any = None) -> Any:
    """The style of an element, as WeasyPrint says it."""
    if pseudo in RARE and (element, pseudo) not in styles.get_computed_styles():
        rules: Rules | None = styles.rules.get(element)
        if rules and (cascaded := rules.cascaded.get(pseudo)):
            _set_rare(styles, element, pseudo, rules, cascaded)
    return _style_for(styles, element, pseudo)


def set_style(
    styles: Any,
    element: Any,
    parent: Any,
    root: Any = None,
    pseudo_type: Any = None,
    *arguments: Any,
    **more: Any,
) -> None:
    """Give an element or a page its style, as WeasyPrint says it; margins of pages without content share one."""
    computed = styles.get_computed_styles()
    key = element, pseudo_type
    empty = pseudo_type in MARGINS and "content" not in styles.get_cascaded_styles()[key]
    if empty and styles.empty is not None:
        computed[key] = styles.empty
        return
    _set_style(styles, element, parent, root, pseudo_type, *arguments, **more)
    if empty:
        styles.empty = computed[key]
    if type(element) is PageType:
        style = computed[key]
        # Whatever a rule says for pages is kept by its style sheet.
        said = tuple(
            [(name, id(value), weight[0], *weight[2]) for name, (value, weight) in style.cascaded.items()]
        )
        _recall(styles.held, style, (None, pseudo_type, said))


def _own(html: Any, hints: bool) -> tuple[dict[Any, Cascaded], dict[Any, tuple[Any, ...]]]:
    """The declarations that stand with elements themselves: what they come to, and as they were read."""
    own: dict[Any, Cascaded] = {}
    said = {}
    found = css.find_style_attributes(html.etree_element, hints, html.base_url)
    for specificity, node, declarations, base_url in found:
        style = own.setdefault(node, {})
        said[node] = tuple(declarations)
        for name, values, important in css.preprocess_declarations(base_url, declarations):
            weight = (css.declaration_precedence("author", important), css.inf, specificity)
            if name not in style or style[name][1] <= weight:
                style[name] = values, weight
    return own, said


def _recall(held: Matching, style: Any, key: tuple[Rules | None, str | None, Any]) -> None:
    """Let a style begin with what was computed for it in another page, if it depends on nothing else."""
    above = held.styles if style.parent_style is None else vars(style.parent_style).get("known")
    if key[1] in ("first-line", "first-letter"):  # WeasyPrint hands on what such a style holds
        return
    if above is None or key[2] is None:
        return
    if key not in above.inside:
        if held.remembered >= MOST or not is_plain(style.cascaded):
            return
        held.remembered += 1
        above.inside[key] = Known()
    recall(style, above.inside[key])


def _set_rare(styles: Any, element: Any, pseudo: Any, rules: Rules, cascaded: Cascaded) -> None:
    """Give a pseudo-element its style; the markers of list items of one style share theirs.

    What WeasyPrint changes in it follows from the style of the item, and is the same each time.
    """
    computed = styles.get_computed_styles()
    key = rules, id(computed[element, None])
    if pseudo == "marker" and key in styles.markers:
        computed[element, pseudo] = styles.markers[key]
        return
    style = _set(styles, element, pseudo, element, cascaded, None)
    _recall(styles.held, style, (rules, pseudo, ()))
    if pseudo == "marker":
        styles.markers[key] = style


def _waits(pseudo: str, cascaded: Cascaded) -> bool:
    """Whether a style is made when somebody asks for it; an anchor has to be known beforehand."""
    return pseudo in RARE and "anchor" not in cascaded


def _set(styles: Any, node: Any, pseudo: Any, parent: Any, cascaded: Cascaded, targets: Any) -> Any:
    """Make a style the way that WeasyPrint does."""
    styles.get_cascaded_styles()[node, pseudo] = cascaded
    styles.set_computed_styles(node, parent, styles.root, pseudo, styles.base_url, targets)
    del styles.get_cascaded_styles()[node, pseudo]
    return styles.get_computed_styles()[node, pseudo]
