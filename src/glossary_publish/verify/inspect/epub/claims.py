"""Whether what the book claims about its accessibility is true of it (EPUB Accessibility 1.1, 2.2)."""

from collections.abc import Iterator, Sequence

from lxml import etree

from glossary_publish.verify.inspect.epub.package import Package
from glossary_publish.verify.inspect.epub.page import H, Page
from glossary_publish.verify.inspection import Fault

# What can be seen in the files; every other feature would need somebody to vouch for it.
FEATURES = frozenset(
    (
        "ARIA displayTransformability readingOrder tableOfContents unlocked structuralNavigation"
        " alternativeText none"
    ).split()
)
NEEDED = (
    "accessMode",
    "accessModeSufficient",
    "accessibilityFeature",
    "accessibilityHazard",
    "accessibilitySummary",
)
MOVING = (b"<animate", b"<set", b"acTL", b"NETSCAPE2.0", b"ANIM")


def claim_faults(package: Package, pages: Sequence[Page]) -> Iterator[Fault]:
    """Claims that are missing, unknown or untrue."""
    claims: dict[str, list[str]] = {name: [] for name in NEEDED}
    for name, value in package.statements:
        if name.startswith("schema:"):
            claims.setdefault(name.removeprefix("schema:"), []).append(value)
    for name in NEEDED:
        if not claims[name]:
            yield Fault("missing-claim", f"the book does not state its {name}", package.place)
    pictures = [one for page in pages for one in page.root.iter(f"{H}img") if one.get("role") != "doc-cover"]
    features = set(claims["accessibilityFeature"])
    truths = dict(_truths(package, pages, pictures))
    for feature in sorted(features):
        if feature not in FEATURES or not truths.get(feature, True):
            yield Fault("untrue-claim", f"the book claims {feature!r}, which is not so", package.place)
    yield from _mode_faults(package, claims, pictures)
    moving = any(sign in data for sign in MOVING for file, data in _images(package) if "cover" not in file)
    if moving and "none" in claims["accessibilityHazard"]:
        yield Fault("untrue-claim", "the book claims no hazard and has moving pictures", package.place)
    for name, _ in package.statements:
        if name in ("a11y:certifiedBy", "dcterms:conformsTo"):
            yield Fault(
                "untrue-claim", f"the book states {name}, which no program can vouch for", package.place
            )


def _truths(
    package: Package, pages: Sequence[Page], pictures: Sequence[etree._Element]
) -> Iterator[tuple[str, bool]]:
    yield "alternativeText", bool(pictures) and all(_described(one) for one in pictures)
    yield (
        "structuralNavigation",
        any(next(page.root.iter(f"{H}h2", f"{H}h3"), None) is not None for page in pages),
    )
    yield "tableOfContents", any("nav" in page.file.properties for page in pages)
    yield "ARIA", any(page.root.xpath("boolean(//@role)") for page in pages)
    yield (
        "unlocked",
        not any(name.startswith("META-INF/") and "container" not in name for name in package.files),
    )


def _mode_faults(
    package: Package, claims: dict[str, list[str]], pictures: Sequence[etree._Element]
) -> Iterator[Fault]:
    seen = {"textual", "visual"} if pictures else {"textual"}
    if set(claims["accessMode"]) != seen and claims["accessMode"]:
        told = " and ".join(claims["accessMode"])
        yield Fault(
            "untrue-claim",
            f"the book claims to be {told}, and is {' and '.join(sorted(seen))}",
            package.place,
        )
    if "textual" in claims["accessModeSufficient"] and not all(map(_described, pictures)):
        message = "the book claims that its text says all, and a picture is not described"
        yield Fault("untrue-claim", message, package.place)


def _described(picture: etree._Element) -> bool:
    return bool((picture.get("alt") or "").strip())


def _images(package: Package) -> Iterator[tuple[str, bytes]]:
    for file in package.manifest:
        if file.media_type.startswith("image/"):
            yield file.place, package.files.get(file.place, b"")
