"""The lines outside the structure: artifacts with text, such as the page foot (ISO 32000-1, 14.8.2.2)."""

from collections.abc import Iterator, Sequence

from glossary_publish.verify.inspect.pdf.painting import Page, Run
from glossary_publish.verify.inspect.pdf.words import breaks_line, normal

GAP = 1.0  # of the size: words further apart on one line are two pieces of furniture
LEADING = 1.8  # of the size: the next line of the same piece is no further below


def furniture(pages: Sequence[Page]) -> Iterator[str]:
    """Each piece of furniture as read, page by page in painting order."""
    for page in pages:
        for group in _groups([run for run in page.runs if run.marked and run.marked.artifact and run.texts]):
            text = normal("".join(_texts(group)))
            if text:
                yield text


def _groups(runs: Sequence[Run]) -> list[list[Run]]:
    groups: list[list[Run]] = []
    for run in runs:
        if groups and _continues(groups[-1], run):
            groups[-1].append(run)
        else:
            groups.append([run])
    return groups


def _continues(group: list[Run], run: Run) -> bool:
    last = group[-1]
    left, _, right, _ = run.stretch(0, -1, 0, 1)
    if not breaks_line(last, run):
        before, _, behind, _ = last.stretch(0, -1, 0, 1)  # the line may run from right to left
        return min(abs(left - behind), abs(right - before)) <= GAP * run.size
    down = run.matrix[5] - last.matrix[5]
    lefts, rights = zip(
        *((box[0], box[2]) for box in (other.stretch(0, -1, 0, 1) for other in group)), strict=True
    )
    return 0 < down <= LEADING * run.size and left < max(rights) and right > min(lefts)


def _texts(group: list[Run]) -> Iterator[str]:
    last: Run | None = None
    for run in group:
        if last and breaks_line(last, run):
            yield "\n"
        replacement = run.marked.replacement if run.marked else None
        if not (replacement and last and last.marked and last.marked.replacement is replacement):
            yield replacement.text if replacement else run.text
        last = run
