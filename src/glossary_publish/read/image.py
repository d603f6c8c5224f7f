"""An image of content/, read and proven harmless: four raster formats through Pillow, SVG through an allow-list."""

import io
import posixpath
import warnings
from dataclasses import replace
from typing import TYPE_CHECKING

from glossary_publish.diagnostics import EnvironmentFault, PublishError, Report, Span
from glossary_publish.publication import Image
from glossary_publish.read.paths import ROOT, outside_content
from glossary_publish.read.svg import UnsafeSvg, svg_size
from glossary_publish.workspace import Workspace

if TYPE_CHECKING:
    import PIL.Image

SVG = "image/svg+xml"
FORMATS = {"PNG": "image/png", "JPEG": "image/jpeg", "GIF": "image/gif", "WEBP": "image/webp"}
TWO_IN_ONE = "MPO"  # what Pillow calls a JPEG file of a telephone, with a second, small picture inside
SUFFIXES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".svg": SVG,
}
MOST_PIXELS = 40_000_000
LONGEST_SIDE = 20_000
ORIENTATION, UPRIGHT = 0x0112, 1  # Exif 2.32, 4.6.4


def read_image(workspace: Workspace, path: str, span: Span, report: Report) -> Image | None:
    """Read an image; None after errors, which are reported at `span`, where the image is used."""
    if outside_content(path):
        help = f"copy it to {ROOT}/images/ and write images/<file name>"
        report.error("image-outside-content", f"the image {path!r} is not in {ROOT}/", span, help)
        return None
    media_type = SUFFIXES.get(posixpath.splitext(path)[1].lower())
    if media_type is None:
        message = f"{path} is no PNG, JPEG, GIF, WEBP or SVG"
        report.error("unsupported-image", message, span, "save the image in one of these formats")
        return None
    try:
        data = workspace.read(path)
    except FileNotFoundError:
        help = "check the name; upper and lower case count"
        report.error("missing-image", f"there is no file {path}", span, help)
        return None
    except EnvironmentFault:
        raise
    except PublishError as error:  # told where the article uses it
        report.extend(replace(found, span=span) for found in error.diagnostics)
        return None
    size = (_drawn if media_type == SVG else _taken)(path, data, media_type, span, report)
    return Image(path, media_type, data, *size) if size else None


def _drawn(path: str, data: bytes, media_type: str, span: Span, report: Report) -> tuple[int, int] | None:
    """The size of a drawing; `media_type` is SVG."""
    try:
        return svg_size(data)
    except UnsafeSvg as error:
        help = "save the drawing as plain SVG: shapes, paths and texts"
        report.error("unsafe-svg", f"{path}, a file of {media_type}: {error}", span, help)
        return None


def _taken(path: str, data: bytes, media_type: str, span: Span, report: Report) -> tuple[int, int] | None:
    """The size of a raster image that loads and is what its name says."""
    import PIL.Image  # most glossaries have no images
    import PIL.ImageFile

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", PIL.Image.DecompressionBombWarning)
            # A library that is imported elsewhere may have told Pillow to fill up what is missing with grey.
            PIL.ImageFile.LOAD_TRUNCATED_IMAGES = False
            with PIL.Image.open(io.BytesIO(data), formats=tuple(FORMATS)) as image:
                if _fits(path, image, media_type, span, report):
                    image.load()
                    return image.size
    except (PIL.Image.DecompressionBombWarning, PIL.Image.DecompressionBombError):
        _too_large(path, "too many", span, report)
    except Exception as error:  # the decoders of damaged images raise what they like
        unknown = isinstance(error, PIL.UnidentifiedImageError)  # its message names an object of this process
        why = "no decoder knows its bytes" if unknown else str(error) or type(error).__name__
        message = f"{path} cannot be read as an image: {why}"
        help = "open it in an image editor and save it anew"
        report.error("damaged-image", message, span, help)
    return None


def _fits(path: str, image: "PIL.Image.Image", media_type: str, span: Span, report: Report) -> bool:
    width, height = image.size
    if width * height > MOST_PIXELS or max(width, height) > LONGEST_SIDE:
        _too_large(path, f"{width} × {height}", span, report)
        return False
    found = FORMATS["JPEG"] if image.format == TWO_IN_ONE else FORMATS[image.format or ""]
    if found != media_type:
        message = f"{path} holds {found}, and its name says {media_type}"
        report.error("misnamed-image", message, span, "rename the file, or save it anew")
        return False
    if image.format != TWO_IN_ONE and getattr(image, "n_frames", 1) > 1:
        report.error("moving-image", f"{path} moves", span, "save the frame that tells most")
        return False
    if image.getexif().get(ORIENTATION, UPRIGHT) != UPRIGHT:
        message = f"{path} lies on its side, with a note that says how to turn it"
        report.error("turned-image", message, span, "turn it in an image editor and save it anew")
        return False
    return True


def _too_large(path: str, pixels: str, span: Span, report: Report) -> None:
    message = f"{path} has {pixels} pixels; at most {MOST_PIXELS:,} are read"
    report.error("image-too-large", message, span, "make it smaller; 2000 pixels a side are enough")
