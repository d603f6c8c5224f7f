"""An SVG as a PNG, for programs that open Word documents and show no SVG: drawn by WeasyPrint, painted by pdfium."""

import io
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

import pypdfium2
import weasyprint
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from glossary_publish.layout import Font
from glossary_publish.publication import Image

SCHEME = "drawing:"
PIXEL = 72 / 96  # of CSS, in points
# fontconfig reads this file whenever a font configuration is made; it names no folder of the machine.
NO_FONTS = Path(__file__).with_name("fonts.conf")


class _Fetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Serves the files that it is handed; the network and the disk are refused."""

    def __init__(self, files: Mapping[str, tuple[str, bytes]]) -> None:
        super().__init__(allowed_protocols=(), allow_redirects=False, fail_on_errors=True)
        self._files = files

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:  # noqa: ARG002  WeasyPrint gives both
        """The bytes behind an address."""
        name = url.removeprefix(SCHEME)
        if name not in self._files:
            raise FatalURLFetchingError(url)
        media_type, data = self._files[name]
        return URLFetcherResponse(url, data, {"Content-Type": media_type})


@lru_cache(maxsize=64)
def png_of_svg(image: Image, fonts: tuple[Font, ...], family: str, scale: float) -> bytes:
    """Paint a drawing with `scale` pixels for each of its own; the same drawing gives the same bytes."""
    files = {font.path: ("font/ttf", font.data) for font in fonts}
    files[image.path] = (image.media_type, image.data)
    size = f"{image.width}px {image.height}px"
    sheet = f"@page {{ size: {size}; margin: 0 }} body {{ margin: 0; font-family: '{family}' }} img {{ display: block }}"
    page = f'<img src="{SCHEME}{image.path}" width="{image.width}" height="{image.height}" alt="">'
    fetcher = _Fetcher(files)
    with _vendored_fonts_alone():
        configuration = FontConfiguration()
        css = weasyprint.CSS(
            string="".join(map(_face, fonts)) + sheet, font_config=configuration, url_fetcher=fetcher
        )
        html = weasyprint.HTML(string=page, url_fetcher=fetcher)
        pdf = html.write_pdf(stylesheets=[css], font_config=configuration)
    return _painted(pdf, scale / PIXEL)


def _face(font: Font) -> str:
    return (
        f"@font-face {{ font-family: '{font.family}'; font-weight: {font.weight}; font-style: {font.style};"
        f" src: url('{SCHEME}{font.path}') }}\n"
    )


def _painted(pdf: bytes, scale: float) -> bytes:
    document = pypdfium2.PdfDocument(pdf)
    try:
        picture = document[0].render(scale=scale, fill_color=(255, 255, 255, 0), rev_byteorder=True).to_pil()
    finally:
        document.close()
    buffer = io.BytesIO()
    picture.save(buffer, "PNG", compress_level=6)
    return buffer.getvalue()


@contextmanager
def _vendored_fonts_alone() -> Iterator[None]:
    """Keep the fonts of the machine out: another machine has others."""
    before = os.environ.get("FONTCONFIG_FILE")
    os.environ["FONTCONFIG_FILE"] = str(NO_FONTS)
    try:
        yield
    finally:
        if before is None:
            del os.environ["FONTCONFIG_FILE"]
        else:
            os.environ["FONTCONFIG_FILE"] = before
