"""Every word is painted, large enough and dark enough to be read."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set

from glossary_publish.diagnostics import Diagnostic, Span
from glossary_publish.verify.evidence import Evidence
from glossary_publish.verify.excerpts import shortened
from glossary_publish.verify.expected import Expected
from glossary_publish.verify.inspection import Painted
from glossary_publish.verify.normal import painted_words, right_to_left, squeezed
from glossary_publish.verify.places import Places

MARK = (
    2 / 3
)  # of the smallest type: what readers and Word may reduce a raised note mark to; on paper nothing is
ROUNDING = 0.05  # of a point
SHADE = 0.005  # of a contrast ratio, which is told with two decimals
NAMED = 3  # words of one place that a message repeats


def check(evidence: Evidence) -> Iterator[Diagnostic]:
    """Runs of text that are hidden, faint or tiny, and words that are painted nowhere."""
    painted, minima = evidence.inspection.painted, evidence.layout.minima
    marks = {number for one in evidence.expected for number in one.item.notes}
    reduced = 1 if evidence.inspection.format == "pdf" else MARK
    bad = [
        (index, code, message)
        for index, run in enumerate(painted)
        if not _plain(run, minima.size, minima.contrast)
        for code, message in _faults(
            run, minima.size * (reduced if run.text in marks else 1), minima.contrast
        )
    ]
    lost = _unpainted(evidence.expected, painted, marks)
    if not bad and not lost:
        return
    places = Places(evidence.expected, painted)
    for index, code, message in bad:
        one = evidence.meant.get(painted[index].item) or places.of_painted(index)
        yield evidence.difference(code, message, one.part if one else "", one.span if one else None)
    unseen: dict[tuple[str, Span | None], list[str]] = {}
    for word in sorted(lost):
        one = places.of_unpainted(word)
        unseen.setdefault((one.part, one.span) if one else ("", None), []).append(word)
    for (part, span), words in unseen.items():
        yield evidence.difference("words-not-painted", _unseen(words), part, span)


def _unseen(words: Sequence[str]) -> str:
    """What is told of the words of one place."""
    if len(words) == 1:
        return f"the word {words[0]!r} is in the file and is painted nowhere"
    more = f" and {len(words) - NAMED} more" if len(words) > NAMED else ""
    return f"the words {', '.join(map(repr, words[:NAMED]))}{more} are in the file and are painted nowhere"


def _plain(run: Painted, size: float, contrast: float) -> bool:
    """Whether anybody can see and read it, as nearly all runs."""
    return run.visible and run.size + ROUNDING >= size and run.contrast + SHADE >= contrast


def _faults(run: Painted, size: float, contrast: float) -> Iterator[tuple[str, str]]:
    words = repr(shortened(run.text))
    if not run.visible:
        yield "text-not-visible", f"{words} can not be seen ({run.place})"
        return
    if run.size + ROUNDING < size:
        yield "text-too-small", f"{words} is {run.size:g} points, at least {size:g} are needed ({run.place})"
    if run.contrast + SHADE < contrast:
        told = f"a contrast of {run.contrast:g} to 1, at least {contrast:g} is needed"
        yield "contrast-too-low", f"{words} has {told} ({run.place})"


def _unpainted(expected: Sequence[Expected], painted: Sequence[Painted], marks: Set[str]) -> list[str]:
    """Words painted less often than they are expected.

    What belongs to one item is read together: the foot of a page may be painted in the midst of a long word.
    """
    visible = sorted((run for run in painted if run.visible), key=lambda run: run.item)
    stream = squeezed("".join([run.text for run in visible]))
    if _in_order([one.item.text for one in expected], stream):
        return []
    words = _counted(one.item.text for one in expected)
    whole = _counted(run.text for run in visible)
    parting = marks | {f"{one.item.label}." for one in expected if one.item.label.isdigit()}
    return [
        word
        for word, count in words.items()
        # Most words stand whole in one run, where they need not be searched for.
        if whole.get(word, 0) < count and _times(word, stream, count, parting) < count
    ]


def _in_order(texts: Iterable[str], stream: str) -> bool:
    """Whether texts are painted whole, one after the other: then so is each of their words, as often as they have it."""
    place = 0
    for text in texts:
        letters = text.replace(" ", "")
        found = stream.find(letters, place)
        if found < 0:
            return False
        place = found + len(letters)
    return True


def _counted(texts: Iterable[str]) -> Counter[str]:
    """How often each word stands in some texts."""
    texts = list(texts)
    together = " ".join(texts)
    if right_to_left(together):
        return Counter(word for text in texts for word in painted_words(text))
    return Counter(together.split())


def _times(word: str, stream: str, wanted: int, marks: Set[str]) -> int:
    """How often a word is there, or at least as often as wanted.

    In right-to-left runs glyphs come reversed, and a note mark may stand in a word, before its comma; so may the number
    of a list, which is painted last on its page, in a word that goes on over the page.
    """
    found = stream.count(word)
    if found < wanted and (turned := word[::-1]) != word:
        found += stream.count(turned)
    if found < wanted and marks:
        between = f"(?:{'|'.join(map(re.escape, sorted(marks)))})*"
        found = len(re.findall(between.join(map(re.escape, word)), stream))
    return found
