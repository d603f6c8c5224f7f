"""Sentences that are too long for their audience."""

from collections.abc import Iterator

from glossary_publish.diagnostics import Diagnostic
from glossary_publish.readability.manuscript import Manuscript
from glossary_publish.readability.sentences import length, sentences


def check(manuscript: Manuscript) -> Iterator[Diagnostic]:
    """Warn of each sentence that has more words than the budget allows."""
    limit = manuscript.budget["longest_sentence"]
    for passage in manuscript.passages:
        if not passage.scored:
            continue
        for sentence in sentences(passage.text, manuscript.language):
            if (words := length(sentence)) > limit.most:
                message = f"a sentence has {words} words; for {limit.audience} it may have {limit.most:g}"
                help = "make two sentences of it, or a list"
                yield manuscript.warning("long-sentence", message, passage.span, help, sentence.words)
