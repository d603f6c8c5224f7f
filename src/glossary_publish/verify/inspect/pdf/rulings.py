"""Rules on a page: long, thin rectangles, such as people write on."""

from collections.abc import Iterable, Iterator

from glossary_publish.verify.inspect.contrast import WHITE, blend, contrast
from glossary_publish.verify.inspect.pdf.painting import Page
from glossary_publish.verify.inspection import RuleSeen

THICKEST, SHORTEST = 2.0, 72.0  # points: what is thicker is a bar, what is shorter parts words


def rulings(pages: Iterable[Page]) -> Iterator[RuleSeen]:
    """Every rule, from the top of its page down; those that are painted in no plain colour are left out."""
    for page in pages:
        for fill in sorted(page.fills, key=lambda fill: fill.box[1]):
            left, top, right, low = fill.box
            if fill.colour and low - top <= THICKEST and right - left >= SHORTEST:
                shade = round(contrast(blend(fill.colour, WHITE, fill.alpha), WHITE), 2)
                yield RuleSeen(page.index + 1, left, right, top, shade)
