"""WeasyPrint as its manual says it: pages to PDF/UA, two at a time, in processes that stay warm.

python bench/large/bare_weasyprint.py FOLDER

Each line that comes in has all pages of the folder rendered; each time `done` is printed. Style sheet and fonts are
read once in each process.
"""

import sys
from functools import cache
from multiprocessing import Pool
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import weasyprint
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

TYPES = {".svg": "image/svg+xml", ".ttf": "font/ttf", ".png": "image/png"}


class Fetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Serves the files of a folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__(allowed_protocols=())
        self.folder = folder

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:  # noqa: ARG002  WeasyPrint gives both
        """The bytes behind an address."""
        name = unquote(url.partition(":")[2])
        data = (self.folder / "files" / quote(name, safe="")).read_bytes()
        return URLFetcherResponse(url, data, {"Content-Type": TYPES[Path(name).suffix]})


@cache
def shared(folder: Path) -> tuple[Fetcher, FontConfiguration, Any]:
    """What all pages share."""
    fetcher, fonts = Fetcher(folder), FontConfiguration()
    text = (folder / "handout.css").read_text("utf-8")
    return fetcher, fonts, weasyprint.CSS(string=text, font_config=fonts, url_fetcher=fetcher)


def render(page: Path) -> None:
    """One page, to a file beside it."""
    fetcher, fonts, sheet = shared(page.parent)
    html = weasyprint.HTML(string=page.read_text("utf-8"), url_fetcher=fetcher)
    html.write_pdf(
        page.with_suffix(".pdf"),
        stylesheets=[sheet],
        font_config=fonts,
        pdf_variant="pdf/ua-1",
        pdf_tags=True,
        presentational_hints=True,
    )


if __name__ == "__main__":
    names = sorted(Path(sys.argv[1]).glob("*.html"))
    with Pool(2) as workers:
        for _ in sys.stdin:
            workers.map(render, names, chunksize=1)
            print("done", flush=True)
