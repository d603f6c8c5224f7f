"""Contact sheets: the pages of one edition beside each other, in colour and as a grey printer would show them."""

from collections.abc import Sequence
from pathlib import Path

from PIL import Image

WIDTH = 620  # of one page on a sheet, in pixels
TALLEST = 1100
GAP = 16
GROUND = (206, 210, 214)
COLUMNS = 3


def contact_sheet(pages: Sequence[Path], target: Path, *, grey: bool) -> None:
    """Write one picture with all pages of an edition, row by row."""
    pictures = [_page(page, grey=grey) for page in pages]
    columns = min(COLUMNS, len(pictures))
    rows = [pictures[start : start + columns] for start in range(0, len(pictures), columns)]
    heights = [max(picture.height for picture in row) for row in rows]
    size = (GAP + columns * (WIDTH + GAP), GAP + sum(height + GAP for height in heights))
    sheet = Image.new("RGB", size, GROUND)
    top = GAP
    for row, height in zip(rows, heights, strict=True):
        for column, picture in enumerate(row):
            sheet.paste(picture, (GAP + column * (WIDTH + GAP), top))
        top += height + GAP
    sheet.save(target)


def _page(file: Path, *, grey: bool) -> Image.Image:
    with Image.open(file) as opened:
        picture = opened.convert("L").convert("RGB") if grey else opened.convert("RGB")
    scaled = picture.resize((WIDTH, round(picture.height * WIDTH / picture.width)), Image.Resampling.LANCZOS)
    return scaled.crop((0, 0, WIDTH, min(scaled.height, TALLEST)))
