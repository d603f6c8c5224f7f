"""Spares WeasyPrint 70 to compute the same values for the styles of each page: every property has the value it had before.

The value of a property follows from the rules for an element and from the style of its parent. What was computed for one
page is where the style begins in the next. WeasyPrint changes some styles while it builds boxes; what it sets in this
way is not taken over, only what was computed.
"""

from functools import cached_property
from typing import Any

from weasyprint import css

from glossary_publish.render.pdf.matching import Cascaded, Known

MOST = 1000  # styles; some twenty megabytes, with those of boxes without an element
# An anchor is another for each element, and whether some content can be shown is remarked on in each page.
SEPARATE = frozenset({"anchor", "content"})
# What an element itself may declare so that its style is one of few.
FEW = frozenset({"lang", "anchor", "counter_reset", "counter_increment"})

_anonymous = css.AnonymousStyle.__missing__
_anonymous_style = css.Style.anonymous_style.func
_begin_anonymous = css.AnonymousStyle.__init__


class Sizes(dict[str, Any]):
    """The sizes of the first page, which are not known at first: what depends on them is computed in each page."""

    asked = False

    def __getitem__(self, name: str) -> Any:
        """A size; whether one was asked for is remembered."""
        self.asked = True
        return super().__getitem__(name)


def recall_values() -> None:
    """Let WeasyPrint use the functions below; doing it again changes nothing."""
    css.AnonymousStyle.__missing__ = anonymous_value
    css.Style.anonymous_style = cached_property(anonymous_style)
    css.Style.anonymous_style.__set_name__(css.Style, "anonymous_style")


def own_key(own: Cascaded) -> Any:
    """What an element itself declares, as far as its style depends on it; nothing if it may be anything."""
    if not FEW.issuperset(own):
        return None
    return tuple(
        [(name, "" if name in SEPARATE else values, weight) for name, (values, weight) in own.items()]
    )


def is_plain(cascaded: Cascaded) -> bool:
    """Whether nothing has to be worked out that may be remarked on, such as sums and names of values."""
    return not any(isinstance(value, css.Pending) or css.check_math(value) for value, _ in cascaded.values())


def recall(style: Any, known: Known) -> None:
    """Let a style begin with what is known of it, and tell what else is computed."""
    if known.values:
        style.update(known.values)
    else:
        known.values.update((name, value) for name, value in style.items() if name not in SEPARATE)
    style.specified = known.specified | style.specified
    style.known = known


def note(style: Any, name: str, value: Any) -> None:
    """Remember what was computed for a style."""
    known: Known | None = vars(style).get("known")
    if known is not None and name not in SEPARATE and not style.initial_page_sizes.asked:
        known.values[name] = value
        known.specified.update(style.specified)


def anonymous_style(style: Any) -> Any:
    """The style of a box without element."""
    known: Known | None = vars(style).get("known")
    if known is None:
        return _anonymous_style(style)
    spaces = style["white_space"]  # alone of what is inherited, WeasyPrint changes it without a rule
    inner = known.anonymous.get(spaces)
    if inner is None:
        made = _anonymous_style(style)
        inner = known.anonymous[spaces] = Known(dict(made))
    else:
        made = css.AnonymousStyle.__new__(css.AnonymousStyle)
        _begin_anonymous(made, style)
        made.update(inner.values)
    made.known, made.initial_page_sizes = inner, style.initial_page_sizes
    return made


def anonymous_value(style: Any, name: str) -> Any:
    """The value of a property of a box without element, as WeasyPrint says it."""
    value = _anonymous(style, name)
    known: Known | None = vars(style).get("known")
    if known is not None and name not in SEPARATE and not style.initial_page_sizes.asked:
        known.values[name] = value
    return value
