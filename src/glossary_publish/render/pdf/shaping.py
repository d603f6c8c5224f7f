"""Spares WeasyPrint 70 to describe the same fonts again and again: what it measures and paints stays the same.

WeasyPrint makes a Pango context, a font description and a list of features for each piece of a line, once to measure it
and once more to paint it, and never frees the list. Here the pieces of one style share them, and what was measured is
painted as it is; a piece with more space between its letters or words has a list of its own, which is freed with it.
"""

from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any

from weasyprint.css import computed_values, units
from weasyprint.layout import inline
from weasyprint.text import line_break
from weasyprint.text.constants import LST_TO_ISO, PANGO_DIRECTION
from weasyprint.text.ffi import FROM_UNITS, ffi, gobject, pango
from weasyprint.text.fonts import font_features, get_font_description

# What decides how a text is shaped, besides its family.
FONT = (
    "direction",
    "lang",
    "font_language_override",
    "font_style",
    "font_stretch",
    "font_weight",
    "font_size",
    "font_variation_settings",
    "overflow_wrap",
)
FEATURES = (
    "font_kerning",
    "font_variant_ligatures",
    "font_variant_position",
    "font_variant_caps",
    "font_variant_numeric",
    "font_variant_alternates",
    "font_variant_east_asian",
    "font_feature_settings",
)
METRICS = (
    "ascent",
    "underline_position",
    "strikethrough_position",
    "underline_thickness",
    "strikethrough_thickness",
)
KEY = (*FONT, *FEATURES)
STRUT = (*KEY, "line_height")
UNSPACED = ("normal", 0)
# Where Pango ends a paragraph, and the sign for which it needs to be told where tabulators stand.
INTRICATE = frozenset("\n\r\u2029\t\0")

_of_font = itemgetter(*KEY)
_of_strut = itemgetter(*STRUT)
_strut = line_break.strut
_set_text = line_break.Layout.set_text
_deactivate = line_break.Layout.deactivate
_reactivate = line_break.Layout.reactivate


@dataclass(frozen=True, slots=True)
class Shared:
    """What the layouts of one style have in common."""

    context: Any
    language: Any
    description: Any
    attributes: Any
    metrics: dict[str, float | None]
    letters: dict[str, tuple[Any, ...]] = field(default_factory=dict)


def share_fonts() -> None:
    """Let WeasyPrint use the functions below; doing it again changes nothing."""
    line_break.Layout.setup, line_break.Layout.set_text = set_up, set_text
    line_break.Layout.deactivate, line_break.Layout.reactivate = deactivate, reactivate
    for module in (line_break, inline, units, computed_values):
        module.strut = strut


def set_up(layout: Any, style: Any) -> None:
    """Make an empty layout for texts of a style."""
    layout.remembered = False
    layout.shared = unspaced(style) and not layout.justification_spacing
    common = shared(style)
    layout.style, layout.first_line_direction, layout.language = style, 0, common.language
    layout.layout = ffi.gc(pango.pango_layout_new(common.context), gobject.g_object_unref)
    pango.pango_layout_set_auto_dir(layout.layout, False)
    pango.pango_layout_set_font_description(layout.layout, common.description)
    attributes = common.attributes if layout.shared else _attributes(style)
    pango.pango_layout_set_attributes(layout.layout, attributes)
    vars(layout).update(common.metrics)


def deactivate(layout: Any) -> None:
    """Let go of a layout: one whose text was measured is kept until it was painted, without the style of its page."""
    if layout.kept:
        layout.style = None
    else:
        _deactivate(layout)


def reactivate(layout: Any, style: Any) -> None:
    """Take a layout in hand again, to paint its text for the last time or once more."""
    if layout.kept:
        layout.style = style
    else:
        _reactivate(layout, style)
    layout.kept = layout.remembered


def set_text(layout: Any, text: str, justify: bool = False) -> None:
    """Give a layout its text."""
    plain = INTRICATE.isdisjoint(text)
    # Painting asks for a single paragraph; whoever asks for it beforehand spares Pango to shape the text anew.
    pango.pango_layout_set_single_paragraph_mode(layout.layout, plain)
    layout.kept = layout.shared and plain
    if layout.kept:
        layout.text = text
        pango.pango_layout_set_text(layout.layout, text.encode(), -1)
    else:
        _set_text(layout, text, justify)


def strut(style: Any) -> Any:
    """The height of a line of a style and where its baseline is (CSS 2.1, 10.8.1)."""
    held = vars(style).get("strut")
    if held is None:
        known = style.font_config.strut_layouts
        key = (*style["font_family"], *_of_strut(style))
        if key not in known:
            known[key] = _strut(style)
        held = style.strut = known[key]
    return held


def unspaced(style: Any) -> bool:
    """Whether nothing is added between letters or words."""
    return style["letter_spacing"] in UNSPACED and style["word_spacing"] == 0


def shared(style: Any) -> Shared:
    """What the texts of a style share: asked for again and again, and the same once a style is in use."""
    held: Shared | None = vars(style).get("shared")
    if held is None:
        held = style.shared = _known(style)
    return held


def _known(style: Any) -> Shared:
    known: dict[Any, Shared] = vars(style.font_config).setdefault("shared", {})
    decorated = style["text_decoration_line"] != "none"
    key = (tuple(style["font_family"]), decorated, *_of_font(style))
    if key not in known:
        known[key] = _made(style)
    return known[key]


def _made(style: Any) -> Shared:
    context = ffi.gc(pango.pango_font_map_create_context(style.font_config.font_map), gobject.g_object_unref)
    pango.pango_context_set_round_glyph_positions(context, False)
    pango.pango_context_set_base_dir(context, PANGO_DIRECTION[style["direction"]])
    language = pango.pango_language_get_default()
    if tag := _language(style):
        language = pango.pango_language_from_string(tag.encode())
        pango.pango_context_set_language(context, language)
    description = get_font_description(style)
    return Shared(
        context, language, description, _attributes(style), _metrics(style, context, description, language)
    )


def _language(style: Any) -> str:
    override = style["font_language_override"]
    tag: str = style["lang"] or "" if override == "normal" else LST_TO_ISO.get(override.lower(), override)
    return tag


def _attributes(style: Any) -> Any:
    """The features of the font; where a word may be broken anywhere, no hyphen shows it."""
    attributes = ffi.gc(pango.pango_attr_list_new(), pango.pango_attr_list_unref)
    if features := font_features(*[style[name] for name in FEATURES]):
        text = ",".join(f"{name} {value}" for name, value in features.items())
        pango.pango_attr_list_insert(attributes, pango.pango_attr_font_features_new(text.encode()))
    if style["overflow_wrap"] in ("anywhere", "break-word"):
        pango.pango_attr_list_insert(attributes, pango.pango_attr_insert_hyphens_new(False))
    return attributes


def _metrics(style: Any, context: Any, description: Any, language: Any) -> dict[str, float | None]:
    """Where lines run that decorate a text."""
    if style["text_decoration_line"] == "none":
        return dict.fromkeys(METRICS)
    metrics = ffi.gc(
        pango.pango_context_get_metrics(context, description, language), pango.pango_font_metrics_unref
    )
    return {name: FROM_UNITS * getattr(pango, f"pango_font_metrics_get_{name}")(metrics) for name in METRICS}
