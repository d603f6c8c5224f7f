"""The rules of plain language. Each is silent where it is in doubt: a false alarm teaches people not to look."""

from collections.abc import Callable, Iterator

from glossary_publish.diagnostics import Diagnostic
from glossary_publish.readability.manuscript import Manuscript
from glossary_publish.readability.rules import abbreviations, averages, long_sentences, phrases, statistics

RULES: tuple[Callable[[Manuscript], Iterator[Diagnostic]], ...] = (
    averages.check,
    long_sentences.check,
    abbreviations.check,
    phrases.check,
    statistics.check,
)
