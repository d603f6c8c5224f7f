"""The lines of a page as they are printed: how long, how far apart, how set, how dark in grey."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from math import hypot
from operator import attrgetter

from glossary_publish.verify.inspect.pdf.colours import blend, contrast, linear
from glossary_publish.verify.inspect.pdf.fonts import Font
from glossary_publish.verify.inspect.pdf.painting import Box, Colour, Fill, Page, Run
from glossary_publish.verify.inspect.pdf.programs import slanted
from glossary_publish.verify.inspect.pdf.words import breaks_line, normal
from glossary_publish.verify.inspection import LineSeen

SLANTED_NAMES = ("italic", "oblique")
SHEAR = 0.02  # of the lengths of its axes: upright type has axes at right angles
BELOW, ABOVE = 0.22, 0.75  # of the size: letters that go under the line, and tall ones
ON_LINE, UNDER_LINE = -0.02, 0.3  # of the size below the baseline: where an underline runs
HALF = 0.5  # of the shorter of a rule and the words above it
THICKEST = 2.5  # points: what is thicker is no underline, what is shorter underlines nothing
SMALLEST_GROUND = 4.0  # points: what is narrower or lower lies behind no word
BLACK, WHITE, UNKNOWN = (0.0, 0.0, 0.0), (1.0, 1.0, 1.0), 21.0
GREY = (0.299, 0.587, 0.114)  # what a printer makes of red, green and blue (ITU-R BT.601)


def printed_lines(pages: Sequence[Page], fonts: Iterable[Font]) -> Iterator[LineSeen]:
    """Every line of every item and of the furniture, page by page."""
    leaning = {id(font): _leans(font) for font in fonts}
    for page in pages:
        grounds = [fill for fill in page.fills if _is_ground(fill)]
        rules = [*page.strokes, *(fill.box for fill in page.fills if not _is_ground(fill))]
        rules = [rule for rule in rules if rule[3] - rule[1] < THICKEST < rule[2] - rule[0]]
        runs = [run for run in page.runs if run.texts]
        runs.sort(key=lambda run: (run.item, run.matrix[5]))
        for line in _by_line(runs):
            if text := normal("".join(run.text for run in line)):
                yield _line(text, line, grounds, leaning, rules)


def _by_line(runs: Iterable[Run]) -> Iterator[list[Run]]:
    """The runs of each line of each item, from left to right; some are painted before others that stand before them."""
    line: list[Run] = []
    for run in runs:
        if line and (run.item != line[-1].item or breaks_line(line[-1], run)):
            yield _from_left(line)
            line = []
        line.append(run)
    if line:
        yield _from_left(line)


def _from_left(line: list[Run]) -> list[Run]:
    return sorted(line, key=_left) if len(line) > 1 else line


def _left(run: Run) -> float:
    return run.matrix[4] + min(run.starts) * run.matrix[0]


def _line(
    text: str, runs: list[Run], grounds: Sequence[Fill], leaning: Mapping[int, bool], rules: Sequence[Box]
) -> LineSeen:
    inked = [run for run in runs if not run.text.isspace()] or runs
    lefts, tops, rights, lows = zip(*map(_inked, inked), strict=True)
    largest = max(inked, key=attrgetter("size"))
    return LineSeen(
        text=text,
        page=largest.page + 1,
        item=largest.item,
        left=min(lefts),
        right=max(rights),
        top=min(tops),
        low=max(lows),
        baseline=largest.matrix[5],
        size=largest.size,
        slanted=any(leaning.get(id(run.font), False) or _sheared(run) for run in inked),
        stretch=_least(map(_stretch, runs)),
        underlined=bool(rules) and any(_underlined(run, rules) for run in inked),
        grey=round(min(_grey_contrast(run, grounds) for run in inked), 2),
    )


def _underlined(run: Run, rules: Iterable[Box]) -> bool:
    """Whether a rule runs along below the letters of a run."""
    base, size = run.matrix[5], run.size
    near = [rule for rule in rules if ON_LINE < ((rule[1] - base) / size if size else 0.0) < UNDER_LINE]
    if not near:
        return False
    left, _, right, _ = _inked(run)
    return any(
        min(right, rule[2]) - max(left, rule[0]) > HALF * min(right - left, rule[2] - rule[0])
        for rule in near
    )


def _inked(run: Run) -> Box:
    """The box around the glyphs of a run without the spaces at its ends, which nobody sees."""
    texts, first, last = run.texts, 0, len(run.texts) - 1
    while first < last and texts[first].isspace():
        first += 1
    while first < last and texts[last].isspace():
        last -= 1
    return run.stretch(first, last, BELOW, ABOVE)


def _leans(font: Font) -> bool:
    """Whether a font is slanted, by its name or by its own program."""
    named = any(word in font.name.lower() for word in SLANTED_NAMES)
    return named or (font.program is not None and slanted(font.program))


def _sheared(run: Run) -> bool:
    a, b, c, d, _, _ = run.matrix
    return bool(b or c) and abs(a * c + b * d) > SHEAR * hypot(a, b) * hypot(c, d)


def _least(found: Iterable[float]) -> float:
    return min((one for one in found if one), default=1.0)


def _stretch(run: Run) -> float:
    """How much wider than in its font the first space between two words is; without one it cannot be told."""
    at = run.texts.index(" ") if " " in run.texts else -1
    if not 0 <= at < len(run.texts) - 1 or run.ends[at] <= run.starts[at]:
        return 0.0
    return (run.starts[at + 1] - run.starts[at]) / (run.ends[at] - run.starts[at])


def _is_ground(fill: Fill) -> bool:
    left, top, right, low = fill.box
    return right - left > SMALLEST_GROUND and low - top > SMALLEST_GROUND


def _grey_contrast(run: Run, grounds: Sequence[Fill]) -> float:
    """The contrast of a run's colour on the rectangle below its middle, when both are turned to grey."""
    left, top, right, low = run.stretch(0, -1, BELOW, ABOVE)
    x, y = (left + right) / 2, (top + low) / 2
    ground: Colour | None = WHITE
    for fill in grounds:
        if fill.order < run.order and fill.box[0] <= x <= fill.box[2] and fill.box[1] <= y <= fill.box[3]:
            ground = blend(fill.colour, ground, fill.alpha) if fill.colour and ground else None
    return _turned_grey(run.fill, ground, run.alpha) if run.fill and ground and not run.mode else UNKNOWN


@lru_cache(256)
def _turned_grey(colour: Colour, ground: Colour, alpha: float) -> float:
    return contrast(_lightness(blend(colour, ground, alpha)), _lightness(ground))


def _lightness(colour: Colour) -> float:
    """The luminance of the grey that a colour is turned to."""
    return linear(sum(part * weight for part, weight in zip(colour, GREY, strict=True)))
