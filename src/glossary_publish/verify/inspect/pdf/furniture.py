"""The lines outside the structure: artifacts with text, such as the page foot (ISO 32000-1, 14.8.2.2)."""

from collections.abc import Iterable, Iterator, Sequence
from unicodedata import bidirectional

from glossary_publish.verify.inspect.pdf.painting import Page, Run
from glossary_publish.verify.inspect.pdf.words import breaks_line, normal

RIGHT_TO_LEFT = ("R", "AL")
MIRRORED = str.maketrans("()[]{}«»‹›<>", ")(][}{»«›‹><")  # what a sign looks like in a right-to-left line
GAP = 1.0  # of the size: words further apart on one line are two pieces of furniture
LEADING = 1.8  # of the size: the next line of the same piece is no further below


def furniture(pages: Sequence[Page]) -> Iterator[str]:
    """Each piece of furniture as read, page by page in painting order."""
    for page in pages:
        runs = [run for run in page.runs if run.marked and run.marked.artifact and run.texts]
        for group in _groups(_stretches(runs)):
            text = normal("".join(_texts(read for stretch in group for read in _read(stretch))))
            if text:
                yield text


def _stretches(runs: Sequence[Run]) -> list[list[Run]]:
    """Runs that are painted one to the right of the other: fonts change within words that are set together."""
    stretches: list[list[Run]] = []
    for run in runs:
        if stretches and _goes_on(stretches[-1][-1], run):
            stretches[-1].append(run)
        else:
            stretches.append([run])
    return stretches


def _goes_on(run: Run, following: Run) -> bool:
    _, _, right, _ = run.stretch(0, -1, 0, 1)
    left, _, _, _ = following.stretch(0, -1, 0, 1)
    return not breaks_line(run, following) and abs(left - right) <= GAP * run.size


def _groups(stretches: Sequence[list[Run]]) -> list[list[list[Run]]]:
    groups: list[list[list[Run]]] = []
    for stretch in stretches:
        if groups and _continues(groups[-1], stretch):
            groups[-1].append(stretch)
        else:
            groups.append([stretch])
    return groups


def _continues(group: list[list[Run]], stretch: list[Run]) -> bool:
    """Whether words go on with what was painted before: beside it, in either direction, or on the next line."""
    last, run = group[-1][-1], stretch[0]
    left, right = _edges(stretch)
    if not breaks_line(last, run):
        before, behind = _edges(group[-1])
        return min(abs(left - behind), abs(right - before)) <= GAP * run.size
    down = run.matrix[5] - last.matrix[5]
    outer_left, outer_right = _edges([other for others in group for other in others])
    return 0 < down <= LEADING * run.size and left < outer_right and right > outer_left


def _edges(runs: Sequence[Run]) -> tuple[float, float]:
    boxes = [run.stretch(0, -1, 0, 1) for run in runs]
    return min(box[0] for box in boxes), max(box[2] for box in boxes)


def _read(stretch: list[Run]) -> Iterator[tuple[Run, str]]:
    """Each run with what it says. Words from right to left are painted from their end: they are turned round."""
    turned = any(bidirectional(character) in RIGHT_TO_LEFT for run in stretch for character in run.text)
    if turned and not any(run.marked and run.marked.replacement for run in stretch):
        yield from ((run, run.text[::-1].translate(MIRRORED)) for run in reversed(stretch))
    else:
        yield from ((run, run.text) for run in stretch)


def _texts(read: Iterable[tuple[Run, str]]) -> Iterator[str]:
    last: Run | None = None
    for run, text in read:
        if last and breaks_line(last, run):
            yield "\n"
        replacement = run.marked.replacement if run.marked else None
        if not (replacement and last and last.marked and last.marked.replacement is replacement):
            yield replacement.text if replacement else text
        last = run
