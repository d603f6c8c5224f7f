"""Whether what is read aloud is what is painted: replacement texts against the glyphs that they replace."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from glossary_publish.verify.inspect.pdf.fonts import UNKNOWN
from glossary_publish.verify.inspect.pdf.painting import Page, Run
from glossary_publish.verify.inspect.pdf.structure import Element
from glossary_publish.verify.inspect.pdf.words import Runs, all_runs
from glossary_publish.verify.inspection import Fault

RIGHT_TO_LEFT = ("R", "AL")
UNSEEN = str.maketrans(
    "", "", "\u00ad\u2010-\u200b\u200c\u200d\u2060"
)  # hyphens, joiners and their opposites
MIRRORED = str.maketrans(")]}»›>", "([{«‹<")
LATIN = re.compile(r"[^\W\d_].*[^\W_]|[^\W\d_]", re.DOTALL)
NUMBERS = re.compile(r"\d+|\S")


def wording_faults(pages: Sequence[Page], elements: Sequence[Element], runs: Runs) -> Iterator[Fault]:
    """Glyphs that say too little, and replacement texts that say something else than the glyphs."""
    replaced: set[int] = set()
    for element in elements:
        if element.actual is None:
            continue
        inside = list(all_runs(element, runs))
        replaced.update(run.order for run in inside)
        if element.role != "Figure":
            yield from _compare(element.actual, inside)
    for page in pages:
        yield from _replacements(page)
        for run in page.runs:
            yield from _glyphs(run, replaced)


def _replacements(page: Page) -> Iterator[Fault]:
    groups: dict[int, list[Run]] = {}
    for run in page.runs:
        if run.marked and run.marked.replacement:
            groups.setdefault(id(run.marked.replacement), []).append(run)
    for group in groups.values():
        marked = group[0].marked
        if marked and marked.replacement:
            yield from _compare(marked.replacement.text, group)


def _compare(said: str, inside: Sequence[Run]) -> Iterator[Fault]:
    painted = "".join(run.text for run in inside)
    if not alike(said, painted):
        place = f"page {inside[0].page + 1}" if inside else ""
        message = f"{said!r} is read where {painted!r} is painted"
        yield Fault("misleading-actual-text", message, place, inside[0].item if inside else -1)


def alike(said: str, painted: str) -> bool:
    """Whether two texts differ in spaces, hyphens, joiners, presentation forms and right-to-left order only."""
    logical, visual = (unicodedata.normalize("NFKC", text).translate(UNSEEN) for text in (said, painted))
    if "".join(logical.split()) == "".join(visual.split()):
        return True
    if _right_to_left(logical):
        return _letters(logical) == _letters(visual)
    return _turned(logical) == _turned(visual)


def _letters(text: str) -> Counter[str]:
    """Each word as its letters in a fixed order, and its signs: visual order turns words and their letters round.

    A sign stands alone, as one at the edge of a line may be painted beside another word (UAX #9, N0 to N2).
    """
    return Counter(piece for word in text.translate(MIRRORED).split() for piece in _pieces(word))


def _pieces(word: str) -> Iterator[str]:
    signs = [character for character in word if unicodedata.category(character)[0] in "PS"]
    letters = "".join(sorted(character for character in word if character not in signs))
    yield from [letters, *signs] if letters else signs


def _turned(text: str) -> tuple[str, Counter[str]]:
    """A text without right-to-left letters, as a right-to-left line leaves it alike.

    From its first letter to its last it keeps its order; signs outside change sides, and numbers places.
    """
    core = LATIN.search(text)
    kept, free = (core[0], text[: core.start()] + text[core.end() :]) if core else ("", text)
    return kept, Counter(NUMBERS.findall(free.translate(MIRRORED)))


def _right_to_left(text: str) -> bool:
    return any(
        unicodedata.bidirectional(character) in RIGHT_TO_LEFT for character in text if character >= "\u0590"
    )


def _glyphs(run: Run, replaced: set[int]) -> Iterator[Fault]:
    place = f"page {run.page + 1}"
    if run.missing:
        message = f"the font {run.font.name} has no glyph for {run.missing!r}"
        yield Fault("empty-box-glyph", message, place, run.item)
    if run.marked and (run.marked.replacement or run.order in replaced):
        return
    if UNKNOWN in run.texts:
        message = f"the font {run.font.name} does not say what a glyph in {run.text!r} means"
        yield Fault("unreadable-glyph", message, place, run.item)
    if _right_to_left(run.text) and not (run.marked and run.marked.artifact):
        message = f"{run.text!r} is read in the order in which it is painted"
        yield Fault("right-to-left-without-actual-text", message, place, run.item)


def overlap_faults(page: Page) -> Iterator[Fault]:
    """Words painted over other words."""
    boxes = sorted(
        ((run.stretch(0, -1, 0, 0.45), run) for run in page.runs if run.text.strip()),
        key=lambda entry: entry[0][1],
    )
    for index, (box, run) in enumerate(boxes):
        for other_box, other in boxes[index + 1 :]:
            if other_box[1] >= box[3]:
                break
            across = min(box[2], other_box[2]) - max(box[0], other_box[0])
            down = min(box[3], other_box[3]) - max(box[1], other_box[1])
            if across > 0.3 * min(run.size, other.size) and down > 0.3 * min(run.size, other.size) * 0.45:
                message = f"{run.text!r} and {other.text!r} are painted over each other"
                yield Fault("overlapping-text", message, f"page {page.index + 1}", max(run.item, other.item))
