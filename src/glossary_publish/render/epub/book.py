"""A publication as an EPUB 3.3 file that readers of EPUB 2 can open too."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from glossary_publish.article import QrCode
from glossary_publish.diagnostics import Report
from glossary_publish.layout import Layout
from glossary_publish.publication import Image, Publication, sha256
from glossary_publish.render.epub.accessibility import pictures
from glossary_publish.render.epub.cover import Cover, set_cover
from glossary_publish.render.epub.document import sections
from glossary_publish.render.epub.metadata import package
from glossary_publish.render.epub.navigation import contents
from glossary_publish.render.epub.opf import Resource, package_files
from glossary_publish.render.epub.picture import cover_png
from glossary_publish.render.html import Writer
from glossary_publish.render.package import write_package
from glossary_publish.render.templates import fill

XHTML = "application/xhtml+xml"
SVG = "image/svg+xml"
SUFFIXES = {SVG: "svg", "image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/webp": "webp"}
TEXT = "text.xhtml"
SHARED = frozenset(("META-INF/container.xml", "EPUB/style.css"))  # what books of one layout have in common
GUIDE_TYPES = {"cover": "cover", "toc": "toc", "bodymatter": "text"}  # OPF 2.0.1, 2.6


@dataclass(frozen=True, slots=True)
class Landmark:
    """A place that reading systems offer by its kind."""

    type: str
    href: str
    words: str


def render(publication: Publication, layout: Layout, report: Report) -> bytes:
    """Make the EPUB. What it cannot show is reported as an error, never left out in silence."""
    _report_what_cannot_be_shown(publication, report)
    cover = set_cover(publication, layout)
    resources = [
        *_documents(publication, layout, cover),
        *_pictures(layout, cover),
        Resource("style", "style.css", "text/css", fill(layout, "style.css", **layout.theme)),
        *map(_image, _unique(publication.images)),
    ]
    shelf = next(resource.id for resource in resources if "cover-image" in resource.properties)
    guide = tuple((GUIDE_TYPES[mark.type], mark.words, mark.href) for mark in _landmarks(publication))
    files = package_files(package(publication, shelf, guide), resources)
    return write_package([("mimetype", b"application/epub+zip"), *files], "mimetype", SHARED)


def _documents(publication: Publication, layout: Layout, cover: Cover) -> Iterator[Resource]:
    metadata = publication.metadata
    writer = Writer(
        image=lambda path: _image_name(publication.image(path)),
        qr=lambda target: target,
        note_mark=publication.word("note-mark"),
        backlink=publication.word("backlink"),
        backlink_sign=layout.options["signs"]["backlink"],
        semantics=True,
        way=publication.metadata.direction,
    )
    page = fill(layout, "cover.xhtml", metadata=metadata, cover=cover)
    yield Resource("cover", "cover.xhtml", XHTML, page, in_spine=True)
    text = fill(layout, TEXT, metadata=metadata, sections=list(sections(publication, writer)))
    yield from _contents(publication, layout)
    yield Resource("text", TEXT, XHTML, text, in_spine=True)


def _contents(publication: Publication, layout: Layout) -> Iterator[Resource]:
    entries = contents(publication, TEXT)
    values = {
        "metadata": publication.metadata,
        "entries": entries,
        "contents": publication.word("contents"),
        "landmarks": _landmarks(publication),
        "depth": max((entry.depth for entry in entries), default=1),
    }
    yield Resource("nav", "nav.xhtml", XHTML, fill(layout, "nav.xhtml", **values), ("nav",), in_spine=True)
    yield Resource("ncx", "toc.ncx", "application/x-dtbncx+xml", fill(layout, "toc.ncx", **values))


def _landmarks(publication: Publication) -> tuple[Landmark, ...]:
    # The text begins with its first part: who opens the book at the start of the text skips no safety text.
    return (
        Landmark("cover", "cover.xhtml", publication.word("cover-label")),
        Landmark("toc", "nav.xhtml", publication.word("contents")),
        Landmark("bodymatter", TEXT, publication.word("landmark-start")),
    )


def _pictures(layout: Layout, cover: Cover) -> Iterator[Resource]:
    """The cover as SVG and, where it can be drawn, as PNG: many book shelves show no SVG."""
    drawable = cover.drawable
    svg = fill(layout, "cover.svg", cover=cover)
    yield Resource("cover-page-image", "cover.svg", SVG, svg, () if drawable else ("cover-image",))
    if drawable:
        yield Resource("cover-image", "cover.png", "image/png", cover_png(cover), ("cover-image",))


def _image(image: Image) -> Resource:
    name = _image_name(image)
    return Resource(f"image-{sha256(image.data)[:16]}", name, image.media_type, image.data)


def _image_name(image: Image) -> str:
    """A name that depends on nothing but the content: two paths to the same picture give one file."""
    return f"images/{sha256(image.data)[:16]}.{SUFFIXES[image.media_type]}"


def _unique(images: Iterable[Image]) -> list[Image]:
    return list({_image_name(image): image for image in images}.values())


def _report_what_cannot_be_shown(publication: Publication, report: Report) -> None:
    for picture in pictures(publication):
        if isinstance(picture, QrCode):
            help = 'give the part the form "link" in the layout of the ebook'
            message = f"an ebook shows no QR code of {picture.target}"
            report.error("qr-code-in-ebook", message, picture.span, help)
        elif publication.image(picture.path).media_type not in SUFFIXES:
            media_type = publication.image(picture.path).media_type
            help = f"use one of: {', '.join(sorted(SUFFIXES))}"
            report.error("image-type-not-for-ebook", f"{picture.path} is {media_type}", picture.span, help)
    report.stop_if_failed()
