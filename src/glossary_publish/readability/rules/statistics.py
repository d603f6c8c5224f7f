"""Statistics that no plain words explain."""

import re
from collections.abc import Iterator

from glossary_publish.diagnostics import Diagnostic
from glossary_publish.readability.data import words
from glossary_publish.readability.manuscript import Manuscript
from glossary_publish.readability.passages import Passage, Section
from glossary_publish.readability.sentences import WORD

# A sign of statistics with its value: r = .28, d ≈ 0.5, p < 0.001, OR = 2.1, 95% CI, NNT of 8.
STATISTIC = re.compile(
    r"(?<![\w.])(?:"
    r"(?:r|d|g|p|P|R²|R2|β|α|κ|η²|χ²|I²|t|F|z|OR|RR|HR|SMD|NNT|NNH|AUC|ICC)\s?(?:[=≈<>≤≥~∼]\s?)[−–-]?\d*\.?\d+"
    r"|(?:SMD|NNT|NNH)\s(?:of\s)?\d+(?:\.\d+)?"
    r"|\d+\s?%\s(?:CI|confidence interval)"
    r"|(?:odds|hazard|risk) ratio of \d+(?:\.\d+)?"
    r")"
)
NEAR = 2  # passages before and after


def check(manuscript: Manuscript) -> Iterator[Diagnostic]:
    """Warn of the first statistic of each passage that nothing near it explains."""
    signs = words("statistics", "explained_by", manuscript.language)
    if not signs or "clients" not in manuscript.article.audience:
        return
    for section in manuscript.sections:
        for at, passage in enumerate(section.passages):
            match = STATISTIC.search(passage.text)
            if match and not any(sign in _around(manuscript, section, at) for sign in signs):
                message = f"no plain words near {match[0]!r} say what it means"
                help = "say in plain words what it means for people, for example how many of how many"
                yield manuscript.warning(
                    "statistic-unexplained", message, passage.span, help, WORD.findall(match[0])
                )


def _around(manuscript: Manuscript, section: Section, at: int) -> str:
    """The words in which an explanation can stand."""
    near: list[Passage] = list(section.passages[max(at - NEAR, 0) : at + NEAR + 1])
    near += [note for passage in tuple(near) for number in passage.notes for note in manuscript.notes[number]]
    return " ".join(passage.text.lower() for passage in near)
