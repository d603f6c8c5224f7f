"""One picture of all layouts on paper: their first pages in two languages, on both papers, in colour and in grey."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from tests.gallery.rasters import first_page

SLUG = "working-alliance-inventory"
SHEETS = "_booklet{}-sheets"
LAYOUTS = (
    "",
    "_easy-print",
    "_large-print-uk",
    "_large-print-us",
    "_summary",
    "_booklet",
    "_booklet{}-sheets",
)
# A column each: the end of a file's name, and whether it is shown as a printer without colours prints it.
COLUMNS = (("", False), ("_a4", True), ("_ar", False), ("_a4_ar", True))
TO_FOLD = (("", False), ("_a4_ar", True))
HEIGHT, GAP = 330, 12  # pixels
GROUND = (206, 210, 214)


def overview(dist: Path, target: Path) -> None:
    """Draw the picture from finished files: a row for each layout, and one for the sheets to fold."""
    with tempfile.TemporaryDirectory() as folder:
        rows = [
            [_picture(_file(dist, layout, ending), Path(folder), grey=grey) for ending, grey in columns]
            for layout, columns in ((layout, COLUMNS if layout != SHEETS else TO_FOLD) for layout in LAYOUTS)
        ]
    drawn(rows, target)


def drawn(rows: Sequence[Sequence[Image.Image]], target: Path) -> None:
    """Write one picture of pages in rows, all of one height and in few colours: it is kept with the documents."""
    rows = [[_scaled(picture) for picture in row] for row in rows]
    width = max(sum(picture.width + GAP for picture in row) for row in rows)
    whole = Image.new("RGB", (GAP + width, GAP + len(rows) * (HEIGHT + GAP)), GROUND)
    for number, row in enumerate(rows):
        left = GAP
        for picture in row:
            whole.paste(picture, (left, GAP + number * (HEIGHT + GAP)))
            left += picture.width + GAP
    whole.quantize(256, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(target, optimize=True)


def _file(dist: Path, layout: str, ending: str) -> Path:
    name = layout.format(ending) if "{}" in layout else layout + ending
    return dist / SLUG / f"{SLUG}{name}.pdf"


def _picture(file: Path, folder: Path, *, grey: bool) -> Image.Image:
    with Image.open(first_page(file, folder)) as opened:
        return opened.convert("L").convert("RGB") if grey else opened.convert("RGB")


def _scaled(picture: Image.Image) -> Image.Image:
    return picture.resize((round(picture.width * HEIGHT / picture.height), HEIGHT), Image.Resampling.LANCZOS)
