"""The file itself is sound: what its reader found wrong with it is an error."""

from collections.abc import Iterator

from glossary_publish.diagnostics import Diagnostic
from glossary_publish.verify.evidence import Evidence


def check(evidence: Evidence) -> Iterator[Diagnostic]:
    """Each fault of the inspection, by its own code."""
    for fault in evidence.inspection.faults:
        message = f"{fault.message} ({fault.place})" if fault.place else fault.message
        one = evidence.meant.get(fault.item)
        yield evidence.difference(fault.code, message, one.part if one else "", one.span if one else None)
