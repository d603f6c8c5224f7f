"""A brand in the public shape of `brand.yml`: of it, the logo and the primary colour are used."""

from collections.abc import Iterator
from dataclasses import dataclass

from glossary_publish.diagnostics import PublishError, Report
from glossary_publish.glossary.clinics.values import Found
from glossary_publish.glossary.likeness import did_you_mean
from glossary_publish.read.yaml import Mapping, Node, Scalar, Tree, read_yaml
from glossary_publish.workspace import Workspace, text_of

KNOWN = ("meta", "logo", "color", "typography", "defaults")
UNUSED = ("typography", "defaults")
SIZES = ("medium", "large", "small")  # of a logo, the most fitting first
DEEPEST = 8  # names of colours that stand for each other


@dataclass(frozen=True, slots=True)
class Brand:
    """What a brand says of logo and colour; None for what it does not say."""

    logo: Found | None = None
    colour: Found | None = None


NO_BRAND = Brand()


def read_brand(workspace: Workspace, path: str, report: Report) -> Brand:
    """Read a brand; whatever is wrong with it is reported."""
    try:
        text = text_of(workspace, path)
    except PublishError as error:
        report.extend(error.diagnostics)
        return NO_BRAND
    tree = read_yaml(text, path, 1, report)
    if tree is None:
        return NO_BRAND
    for key, _ in tree.entries:
        if key.text not in KNOWN:
            help = did_you_mean(key.text, KNOWN, f"known keys: {', '.join(KNOWN)}")
            report.error("unknown-key", f"there is no key {key.text!r} in a brand", key.span, help)
        elif key.text in UNUSED:
            help = "the fonts of a sheet are those that its layout was proven with"
            report.note("brand-not-used", f"{key.text} of the brand is not used", key.span, help)
    return Brand(_logo(tree, report), _colour(tree, report))


def _logo(tree: Tree, report: Report) -> Found | None:
    """The file of the logo: named at once, by size, or by the name of one of its images."""
    logo = tree.get("logo")
    if logo is None:
        return None
    images = logo.get("images") if isinstance(logo, Mapping) else None
    for variant in _variants(logo):
        named = (
            images.get(variant.text) if isinstance(variant, Scalar) and isinstance(images, Mapping) else None
        )
        node = named or variant
        file = node.get("path") if isinstance(node, Mapping) else node
        if isinstance(file, Scalar):
            return Found(file.text, file.span)
    help = "write logo: and the name of a file in the folder of the clinic"
    report.error("wrong-brand", "the brand names no file for its logo", logo.span, help)
    return None


def _variants(logo: Node) -> Iterator[Node]:
    """The nodes that may tell the file, the best first; paper is light."""
    if not isinstance(logo, Mapping):
        yield logo
        return
    for size in SIZES:
        node = logo.get(size)
        if isinstance(node, Mapping) and (light := node.get("light")):
            node = light
        if node is not None:
            yield node
    if logo.get("path"):
        yield logo


def _colour(tree: Tree, report: Report) -> Found | None:
    """The primary colour; it may be the name of one in the palette, which may be that of another one."""
    colours = tree.get("color")
    node = colours.get("primary") if isinstance(colours, Mapping) else None
    if node is None:
        return None
    palette = colours.get("palette") if isinstance(colours, Mapping) else None
    for _ in range(DEEPEST):
        if not isinstance(node, Scalar):
            break
        named = palette.get(node.text) if isinstance(palette, Mapping) else None
        if named is None:
            return Found(node.text, node.span)
        node = named
    help = "write primary: and a colour in quotation marks, or the name of one in the palette"
    report.error("wrong-brand", "the primary colour of the brand is no colour", node.span, help)
    return None
