"""An image of content/, read and proven harmless: four raster formats through Pillow, SVG through an allow-list."""

import io
import posixpath
import re
import warnings

import PIL.Image

from glossary_publish.diagnostics import PublishError, Report, Span
from glossary_publish.publication import Image
from glossary_publish.read.svg import UnsafeSvg, svg_size
from glossary_publish.workspace import Workspace

ROOT = "content"
MEDIA_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg", "GIF": "image/gif", "WEBP": "image/webp"}
SUFFIXES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".svg": "image/svg+xml",
}
MOST_PIXELS = 40_000_000
LONGEST_SIDE = 20_000
OUTSIDE = re.compile(r"[\\:%?#\x00-\x1f\x7f]")


def outside_content(path: str) -> bool:
    """Whether a project-relative path leads out of content/, or anywhere but to a plain file name."""
    return (
        not path.startswith(f"{ROOT}/")
        or posixpath.normpath(path) != path
        or OUTSIDE.search(path) is not None
    )


def read_image(workspace: Workspace, path: str, span: Span, report: Report) -> Image | None:
    """Read an image; None after errors, which are reported at `span`, where the image is used."""
    if outside_content(path):
        message = f"the image {path!r} is not in {ROOT}/"
        report.error(
            "image-outside-content", message, span, f"copy it to {ROOT}/images/ and name it from there"
        )
        return None
    suffix = posixpath.splitext(path)[1].lower()
    if suffix not in SUFFIXES:
        message = f"{path} is no PNG, JPEG, GIF, WEBP or SVG"
        report.error("unsupported-image", message, span, "save the image in one of these formats")
        return None
    try:
        data = workspace.read(path)
    except FileNotFoundError:
        report.error(
            "missing-image", f"there is no file {path}", span, "check the name, upper and lower case too"
        )
        return None
    except PublishError as error:
        report.extend(error.diagnostics)
        return None
    if suffix == ".svg":
        return _svg(path, data, span, report)
    return _raster(path, data, SUFFIXES[suffix], span, report)


def _svg(path: str, data: bytes, span: Span, report: Report) -> Image | None:
    try:
        width, height = svg_size(data)
    except UnsafeSvg as error:
        report.error(
            "unsafe-svg", f"{path}: {error}", span, "save the drawing as plain SVG: shapes, paths and texts"
        )
        return None
    return Image(path, SUFFIXES[".svg"], data, width, height)


def _raster(path: str, data: bytes, expected: str, span: Span, report: Report) -> Image | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with PIL.Image.open(io.BytesIO(data), formats=tuple(MEDIA_TYPES)) as image:
                media_type, (width, height) = MEDIA_TYPES[image.format or ""], image.size
                if width * height > MOST_PIXELS or max(width, height) > LONGEST_SIDE:
                    message = f"{path} has {width} × {height} pixels; at most {MOST_PIXELS:,} are read"
                    report.error(
                        "image-too-large", message, span, "make it smaller; 2000 pixels a side are enough"
                    )
                    return None
                if getattr(image, "n_frames", 1) > 1:
                    message = f"{path} moves, and paper does not"
                    report.error("moving-image", message, span, "save one frame of it")
                    return None
                image.load()
    except Exception as error:  # damaged images raise what their decoders like
        message = f"{path} cannot be read as an image: {str(error) or type(error).__name__}"
        report.error("damaged-image", message, span, "open it in an image editor and save it anew")
        return None
    if media_type != expected:
        message = f"{path} holds {media_type}, and its name says {expected}"
        report.error("misnamed-image", message, span, "rename the file")
        return None
    return Image(path, media_type, data, width, height)
