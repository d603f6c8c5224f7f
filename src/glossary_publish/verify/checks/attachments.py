"""A handout carries the source of its article, byte for byte; no other file carries anything."""

from collections.abc import Iterator

from glossary_publish.diagnostics import Diagnostic
from glossary_publish.verify.evidence import Evidence


def check(evidence: Evidence) -> Iterator[Diagnostic]:
    """A source that is missing or another one, and attachments that nothing asked for."""
    found = evidence.inspection.attachments
    wanted = {evidence.publication.metadata.source_hash} if evidence.inspection.format == "pdf" else set()
    if wanted - set(found.values()):
        message = "the source of the article is not attached byte for byte"
        yield evidence.difference("source-not-attached", message, "attachments")
    for name, digest in sorted(found.items()):
        if digest not in wanted:
            message = f"the attached file {name!r} is not the source of the article"
            yield evidence.difference("foreign-attachment", message, "attachments")
